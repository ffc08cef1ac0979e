/**
 * The packed form of one direction's dictionary: bytes that compress well and load fast. `npm run build:dictionary` writes
 * it (cli/dictionary/pack-table.ts), `lexicon.ts` loads it. See data/README.md for the format in words.
 */

/** What a table consists of, in this order. Each section is bytes; texts are UTF-8. */
export const SECTIONS = [
  'characters',
  'wide',
  'newsroomCharacters',
  'alternatives',
  'alphabet',
  'compatibility',
  'openccBlocks',
  'openccShared',
  'openccMore',
  'openccStepHigh',
  'openccStepLow',
  'openccHigh',
  'openccLow',
  'openccChoices',
  'openccWide',
  'newsroomBlocks',
  'newsroomShared',
  'newsroomMore',
  'newsroomStepHigh',
  'newsroomStepLow',
  'newsroomHigh',
  'newsroomLow',
  'newsroomChoices',
  'newsroomWide',
  'strong',
  'risky',
  'inNames',
  'settled',
] as const

export type SectionName = (typeof SECTIONS)[number]
export type Sections = Readonly<Record<SectionName, Uint8Array>>

export const TABLE_FORMAT = 'causeway-dictionary/3'

/** The first line of a table: format, direction, origin and a fingerprint of the rest. It is ASCII and ends with LF. */
const HEADER_BYTES_MAX = 200
const LINE_FEED = 10
const LENGTH_BYTES = 4

/** How many UTF-16 units there are. */
export const UNITS = 0x10000

/** Longest phrase in UTF-16 units: the trie keeps the length of a result in five bits. */
export const PHRASE_UNITS_MAX = 31
/** Ids of units in phrases are below 2^13 and written in two parts, the lower of this many bits. */
export const ID_BITS = 13
export const ID_LOW_BITS = 7
/** Flag in `…More`, above every length: the phrase is a strong word. */
export const STRONG_MORE = 32

export interface Table {
  header: string
  /** How many edges and units of results the phrases need at most. */
  edges: number
  values: number
  sections: Sections
}

/**
 * Takes a table apart; nothing is copied.
 * @throws if the bytes are no table of this format
 */
export function readTable(bytes: Uint8Array): Table {
  const headerEnd = bytes.subarray(0, HEADER_BYTES_MAX).indexOf(LINE_FEED)
  const header = decoder.decode(bytes.subarray(0, Math.max(0, headerEnd)))
  if (!header.startsWith(`${TABLE_FORMAT} `)) {
    throw new Error('Not a conversion dictionary of this version: run `npm run build:dictionary`')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + headerEnd + 1)
  const sections: Partial<Record<SectionName, Uint8Array>> = {}
  let start = headerEnd + 1 + (SECTIONS.length + 2) * LENGTH_BYTES
  for (let index = 0; index < SECTIONS.length; index++) {
    const end = start + view.getUint32((index + 2) * LENGTH_BYTES, true)
    sections[SECTIONS[index] ?? 'wide'] = bytes.subarray(start, end)
    start = end
  }
  const [edges, values] = [view.getUint32(0, true), view.getUint32(LENGTH_BYTES, true)]
  // Every name of SECTIONS has got its bytes.
  return { header, edges, values, sections: sections as Sections }
}

/** A section of numbers of two bytes, the lower one first, as typed arrays have them wherever this runs. Not to be written. */
export function sectionUnits(section: Uint8Array): Uint16Array {
  if ((section.byteOffset & 1) === 0) return new Uint16Array(section.buffer, section.byteOffset, section.length >> 1)
  return new Uint16Array(new Uint8Array(section).buffer)
}

/** Compatibility ideographs of the BMP (U+F900 to U+FAFF) behave exactly like the characters that Unicode says they are. */
export const COMPATIBILITY_FIRST = 0xf900
export const COMPATIBILITY_COUNT = 0x200

const decoder = new TextDecoder()

export function sectionText(section: Uint8Array): string {
  return decoder.decode(section)
}

/*
 * Numbers below 2^16 that mostly grow: each is one byte, by how much it is greater than the one before (1 to 255), or a
 * zero byte and the number itself in two bytes, the higher one first.
 */

/** Reads numbers as `packSteps` wrote them, the first one behind 0. */
export function readSteps(section: Uint8Array): Uint16Array {
  const values = new Uint16Array(section.length)
  let count = 0
  let value = 0
  for (let at = 0; at < section.length; at++) {
    const step = section[at] ?? 0
    if (step !== 0) value += step
    else {
      value = ((section[at + 1] ?? 0) << 8) | (section[at + 2] ?? 0)
      at += 2
    }
    values[count++] = value
  }
  return values.subarray(0, count)
}

/** One number behind the one before it. */
export function packStep(value: number, before: number): number[] {
  const step = value - before
  return step >= 1 && step <= 255 ? [step] : [0, value >> 8, value & 255]
}

export function packSteps(values: Iterable<number>): number[] {
  const packed: number[] = []
  let before = 0
  for (const value of values) {
    packed.push(...packStep(value, before))
    before = value
  }
  return packed
}
