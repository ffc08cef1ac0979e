/** One direction's dictionary in memory: typed arrays that the scanner reads without making objects. */
import { TABLE_FORMAT, TABLE_LINES, unpackNumbers } from './packed-table.ts'
import { TrieBuilder } from './trie-builder.ts'

const UNITS = 0x10000

export const FROM_OPENCC = 1
export const FROM_NEWSROOM = 2

export interface Lexicon {
  /**
   * By UTF-16 unit, all that most of a text needs: the lower 16 bits are what to add to the unit to get its result (0 for
   * most units, so the table starts out empty), above them stand STARTS, SPECIAL and RISKY.
   */
  readonly units: Uint32Array
  /** Id of a unit within phrases; 0 means that no phrase contains it. */
  readonly ids: Uint16Array
  /** Bitmap over hashed pairs of ids: without a bit no phrase begins with the pair. */
  readonly pairs: Uint8Array
  readonly edgeKeys: Int32Array
  readonly edgeNodes: Int32Array
  readonly edgeMask: number
  /** By trie node: 0, or 32 × offset in `values` + length of the result in units. */
  readonly valueAt: Int32Array
  /** By trie node: the layer that the phrase comes from, and the flag STRONG. */
  readonly layerAt: Uint8Array
  readonly values: Uint16Array
  /** By unit: 1 if a strong word begins with it. */
  readonly strongStarts: Uint8Array
  /** Results of characters outside the BMP on either side. By code point. */
  readonly wide: ReadonlyMap<number, string>
  readonly newsroomCharacters: ReadonlySet<string>
  /** Every result that a one-to-many character can have, its default first. */
  readonly alternatives: (character: string) => readonly string[] | undefined
  readonly vocabulary: readonly (readonly [string, string])[]
  /** Characters whose default an editor should check when no word decides. */
  readonly risky: ReadonlySet<string>
  /** By risky character: the neighbours with which it makes a word in which its default is right. */
  readonly settled: ReadonlyMap<string, { before: string; after: string }>
}

/** Flags in `units`: a phrase begins with the unit; it needs `resolveSpecial`; an editor may have to check it. */
export const STARTS = 0x10000
export const SPECIAL = 0x20000
export const RISKY = 0x40000

/** What a single character becomes when no phrase decides. */
export function characterResult({ wide, units }: Pick<Lexicon, 'wide' | 'units'>, code: number): string {
  const result = wide.get(code)
  if (result !== undefined) return result
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode((code + (units[code] ?? 0)) & 0xffff)
}

/**
 * Loads a packed table. `special` characters are flagged, so that the scanner asks about them every time.
 * @throws if the text is not a packed table of this format
 */
export function loadLexicon(packed: string, special: string): Lexicon {
  const lines = packed.split('\n')
  if (!lines[TABLE_LINES.header]?.startsWith(`${TABLE_FORMAT} `)) {
    throw new Error('Not a conversion dictionary of this version: run `npm run build:dictionary`')
  }
  const line = (index: number): string => lines[index] ?? ''
  const characters = readCharacters(line(TABLE_LINES.characterKeys), line(TABLE_LINES.characterValues))
  const groups = line(TABLE_LINES.alternatives).split(' ')
  const edges = line(TABLE_LINES.openccPhrases).length + line(TABLE_LINES.newsroomPhrases).length
  const trie = new TrieBuilder(edges, characters, groups)
  trie.addPhrases(line(TABLE_LINES.openccPhrases), line(TABLE_LINES.openccChoices), FROM_OPENCC)
  trie.addPhrases(line(TABLE_LINES.newsroomPhrases), line(TABLE_LINES.newsroomChoices), FROM_NEWSROOM)
  for (const word of line(TABLE_LINES.strong).split(' ')) if (word !== '') trie.markStrong(word)
  normaliseCompatibility(characters, trie.ids)
  flag(characters.units, special, SPECIAL)
  flag(characters.units, line(TABLE_LINES.risky), RISKY)
  return {
    ...characters,
    ...trie.finish(),
    newsroomCharacters: new Set(line(TABLE_LINES.newsroomCharacters)),
    alternatives: readAlternatives(groups, characters),
    vocabulary: readVocabulary(line(TABLE_LINES.vocabulary)),
    risky: new Set(line(TABLE_LINES.risky)),
    settled: readSettled(line(TABLE_LINES.settled)),
  }
}

/** The results of single characters. */
export interface Characters {
  units: Uint32Array
  wide: Map<number, string>
}

function readCharacters(keys: string, values: string): Characters {
  const units = new Uint32Array(UNITS)
  units.fill(SPECIAL, 0xd800, 0xe000)
  units.fill(SPECIAL, 0x2ff0, 0x3000)
  const wide = new Map<number, string>()
  const keySteps = unpackNumbers(keys)
  const valueSteps = unpackNumbers(values)
  let from = 0
  let to = 0
  for (let index = 0; index < keySteps.length; index++) {
    from += keySteps[index] ?? 0
    to += valueSteps[index] ?? 0
    if (from <= 0xffff && to <= 0xffff) units[from] = (to - from) & 0xffff
    else {
      wide.set(from, String.fromCodePoint(to))
      if (from <= 0xffff) units[from] = SPECIAL
    }
  }
  return { units, wide }
}

/** Compatibility ideographs (U+F900…, U+2F800…) behave exactly like the characters that Unicode says they are. */
function normaliseCompatibility(characters: Characters, ids: Uint16Array): void {
  const { units, wide } = characters
  let from = ''
  for (let code = 0xf900; code <= 0xfaff; code++) from += String.fromCharCode(code)
  for (let code = 0x2f800; code <= 0x2fa1d; code++) from += String.fromCodePoint(code)
  // Each of them becomes one code point, so one call for all keeps them in step; it costs a tenth of a call for each.
  const normal = from.normalize('NFC')
  for (let at = 0, normalAt = 0; at < from.length; ) {
    const code = from.codePointAt(at) ?? 0
    const target = normal.codePointAt(normalAt) ?? 0
    at += code > 0xffff ? 2 : 1
    normalAt += target > 0xffff ? 2 : 1
    if (target === code) continue
    const result = characterResult(characters, target)
    if (code > 0xffff || target > 0xffff || result.length > 1) {
      wide.set(code, result)
      if (code <= 0xffff) units[code] = SPECIAL
    } else units[code] = ((result.charCodeAt(0) - code) & 0xffff) | ((units[target] ?? 0) & STARTS)
    if (code <= 0xffff && target <= 0xffff) ids[code] = ids[target] ?? 0
  }
}

function flag(units: Uint32Array, characters: string, bit: number): void {
  for (let index = 0; index < characters.length; index++) {
    const unit = characters.charCodeAt(index)
    units[unit] = (units[unit] ?? 0) | bit
  }
}

/** Reads the groups when a trace first asks for them: conversion alone does without. */
function readAlternatives(groups: readonly string[], characters: Characters): Lexicon['alternatives'] {
  let known: Map<string, readonly string[]> | undefined
  return (character) => {
    known ??= new Map(
      groups.map((group) => {
        const [from = '', ...others] = group
        return [from, [characterResult(characters, from.codePointAt(0) ?? 0), ...others]]
      }),
    )
    return known.get(character)
  }
}

function readVocabulary(packed: string): [string, string][] {
  if (packed === '') return []
  return packed.split('|').map((row) => {
    const at = row.indexOf(' ')
    return [row.slice(0, at), row.slice(at + 1)]
  })
}

function readSettled(packed: string): Map<string, { before: string; after: string }> {
  const settled = new Map<string, { before: string; after: string }>()
  for (const row of packed.split(' ')) {
    const slash = row.indexOf('/')
    if (slash > 0) settled.set(row.charAt(0), { before: row.slice(1, slash), after: row.slice(slash + 1) })
  }
  return settled
}
