/** One direction's dictionary in memory: typed arrays that the scanner reads without making objects. */
import { COMPATIBILITY_FIRST, readTable, type Sections, sectionText, sectionUnits, UNITS } from './packed-table.ts'
import type { PackedPhrases } from './phrase-blocks.ts'
import { PhraseTrie } from './phrase-trie.ts'
import { type TraceData, traceDataOf } from './trace-data.ts'

export const FROM_OPENCC = 1
export const FROM_NEWSROOM = 2

export interface Lexicon {
  /**
   * By UTF-16 unit, all that most of a text needs: the lower 16 bits are what to add to the unit to get its result (0 for
   * most units, so the table starts out empty), above them stand the flags.
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
  /** Results of characters outside the BMP on either side, by code point. Read when first asked for. */
  readonly wide: () => ReadonlyMap<number, string>
  /** Whether the newsroom pack is part of the table. */
  readonly hasNewsroom: boolean
  /** Takes in the phrases that begin with a unit flagged PACKED, and takes the flag away. */
  readonly unpack: (unit: number) => void
  readonly traceData: () => TraceData
  /** The first line of the packed table: it names data and version. */
  readonly header: string
}

/** Flags in `units`: a phrase begins with the unit; it needs `resolveSpecial`; an editor may have to check it. */
export const STARTS = 0x10000
export const SPECIAL = 0x20000
export const RISKY = 0x40000
/** In names of people and places it has several forms. */
export const IN_NAMES = 0x80000
/** The phrases that begin with it, if there are any, are still packed. */
export const PACKED = 0x100000

/** What a single character becomes when no phrase decides. */
export function characterResult(characters: Characters, code: number): string {
  const { wide, units } = characters
  const result = wide().get(code)
  if (result !== undefined) return result
  if (code <= 0xffff) return String.fromCharCode((code + (units[code] ?? 0)) & 0xffff)
  const character = String.fromCodePoint(code)
  const normal = character.normalize('NFC')
  return normal === character ? character : characterResult(characters, normal.codePointAt(0) ?? code)
}

/**
 * Loads a packed table. `special` characters are flagged, so that the scanner asks about them every time. The code here
 * runs once and unoptimised, and somebody waits: loops count, nothing is made before it is needed, and phrases stay packed
 * until a text has their first character.
 * @throws if the bytes are no packed table of this format
 */
export function loadLexicon(packed: Uint8Array, special: string): Lexicon {
  const { header, edges, values, sections } = readTable(packed)
  const characters = readCharacters(sections)
  const trie = new PhraseTrie({
    ...{ edges, values, characters },
    alphabet: sections.alphabet,
    groups: sectionText(sections.alternatives),
    layers: [
      { layer: FROM_OPENCC, phrases: phrasesOf(sections, 'opencc') },
      { layer: FROM_NEWSROOM, phrases: phrasesOf(sections, 'newsroom') },
    ],
  })
  const strongStarts = new Uint8Array(UNITS)
  for (const unit of sectionText(sections.strong)) strongStarts[unit.charCodeAt(0)] = 1
  identifyCompatibility(characters, trie.ids, sections.compatibility)
  flag(characters.units, special, SPECIAL)
  flag(characters.units, sectionText(sections.risky), RISKY)
  flag(characters.units, sectionText(sections.inNames), IN_NAMES)
  return {
    ...characters,
    ...trie.tables(),
    ...{ header, strongStarts },
    hasNewsroom: sections.newsroomShared.length > 0,
    traceData: traceDataOf(sections, characters),
  }
}

function phrasesOf(sections: Sections, name: 'opencc' | 'newsroom'): PackedPhrases {
  return {
    blocks: sections[`${name}Blocks`],
    shared: sections[`${name}Shared`],
    more: sections[`${name}More`],
    stepHigh: sections[`${name}StepHigh`],
    stepLow: sections[`${name}StepLow`],
    high: sections[`${name}High`],
    low: sections[`${name}Low`],
    choices: sections[`${name}Choices`],
    wide: sectionText(sections[`${name}Wide`]),
  }
}

/** What single units become without any word: as long as the text. */
export function simplifiedUnits({ units }: Pick<Lexicon, 'units'>, text: string): string {
  let result = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    result += String.fromCharCode((unit + (units[unit] ?? 0)) & 0xffff)
  }
  return result
}

/** The results of single characters. */
export type Characters = Pick<Lexicon, 'units' | 'wide'>

function readCharacters({ characters, wide: pairs }: Sections): Characters {
  const units = new Uint32Array(sectionUnits(characters))
  units.fill(SPECIAL, 0xd800, 0xe000)
  units.fill(SPECIAL, 0x2ff0, 0x3000)
  const text = sectionText(pairs)
  let at = 0
  // Those of the BMP come first, each with two units outside it.
  for (; at < text.length && (text.charCodeAt(at) & 0xfc00) !== 0xd800; at += 3) units[text.charCodeAt(at)] = SPECIAL
  let wide: Map<number, string> | undefined
  return {
    units,
    wide: () => {
      wide ??= wideCharacters(text)
      return wide
    },
  }
}

function wideCharacters(text: string): Map<number, string> {
  const wide = new Map<number, string>()
  const characters = [...text]
  for (let at = 0; at + 1 < characters.length; at += 2) {
    wide.set(characters[at]?.codePointAt(0) ?? 0, characters[at + 1] ?? '')
  }
  return wide
}

/** Gives compatibility ideographs the ids of the characters that they stand for; their results are in the table already. */
function identifyCompatibility({ units }: Characters, ids: Uint16Array, section: Uint8Array): void {
  const own = sectionUnits(section)
  ids.set(own, COMPATIBILITY_FIRST)
  for (let index = 0; index < own.length; index++) {
    if (own[index] !== 0) units[COMPATIBILITY_FIRST + index] = (units[COMPATIBILITY_FIRST + index] ?? 0) | PACKED
  }
}

function flag(units: Uint32Array, characters: string, bit: number): void {
  for (let index = 0; index < characters.length; index++) {
    const unit = characters.charCodeAt(index)
    units[unit] = (units[unit] ?? 0) | bit
  }
}
