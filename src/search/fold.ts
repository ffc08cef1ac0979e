/**
 * The fold that index and query share: both scripts, their variants, upper and lower case, wide and narrow forms, and
 * Latin letters with and without marks all become one form. Every UTF-16 unit stays at its place, so a hit in the folded
 * text has the same offsets in the stored text. One character at a time on purpose: a phrase-wise conversion would fold the
 * same word differently in an index and in a query that cuts it.
 */

import { FOLD_KEYS, FOLD_VALUES } from './fold-data.ts'
import { unpackNumbers } from './packed-numbers.ts'

const UNITS = 0x10000
/** String.fromCharCode takes the units as arguments; engines allow at least this many. */
const CHUNK_UNITS = 8192

let table: { bmp: Uint16Array; astral: ReadonlyMap<number, string> } | undefined

/** Folds a text. The result has as many UTF-16 units as the text, each at its place. */
export function fold(text: string): string {
  table ??= load()
  const { bmp, astral } = table
  const units = new Uint16Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    units[index] = bmp[unit] ?? unit
    if ((unit & 0xfc00) !== 0xd800 || index + 1 === text.length) continue
    const folded = astral.get(text.codePointAt(index) ?? 0)
    if (folded === undefined) continue
    units[index] = folded.charCodeAt(0)
    units[++index] = folded.charCodeAt(1)
  }
  let result = ''
  for (let start = 0; start < units.length; start += CHUNK_UNITS) {
    result += Reflect.apply(String.fromCharCode, undefined, units.subarray(start, start + CHUNK_UNITS))
  }
  return result
}

function load() {
  const bmp = new Uint16Array(UNITS)
  for (let unit = 0; unit < UNITS; unit++) bmp[unit] = unit
  for (const [start, end] of COMPATIBLE) for (let unit = start; unit <= end; unit++) bmp[unit] = simple(unit)
  const astral = new Map<number, string>()
  const valueSteps = unpackNumbers(FOLD_VALUES)
  let from = 0
  let to = 0
  unpackNumbers(FOLD_KEYS).forEach((step, index) => {
    from += step
    to += valueSteps[index] ?? 0
    if (from < UNITS) bmp[from] = to
    else astral.set(from, String.fromCodePoint(to))
  })
  // Compatibility ideographs fold like the ideographs they stand for.
  for (let unit = 0xf900; unit <= 0xfaff; unit++) bmp[unit] = bmp[simple(unit)] ?? unit
  return { bmp, astral }
}

/** Blocks in which Unicode's compatibility forms, case and marks are folded by rule; ideographs come from the table. */
const COMPATIBLE = [
  [0x41, 0x5a],
  [0xa0, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  [0x2000, 0x206f],
  [0x2460, 0x24ff],
  [0x2e80, 0x2fdf],
  [0x3000, 0x3000],
  [0xfe30, 0xfe6b],
  [0xff01, 0xffee],
] as const

/** NFKC, lower case, without marks – where that is one unit; otherwise the unit itself. */
function simple(unit: number): number {
  const character = String.fromCharCode(unit)
  const folded = character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
  return folded.length === 1 ? folded.charCodeAt(0) : unit
}
