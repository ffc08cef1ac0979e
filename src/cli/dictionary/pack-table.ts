import {
  COMPATIBILITY_COUNT,
  COMPATIBILITY_FIRST,
  packStep,
  packSteps,
  SECTIONS,
  type SectionName,
  TABLE_FORMAT,
} from '../../convert/packed-table.ts'
import { fingerprint } from '../../convert/version.ts'
import { packPhrases } from './pack-phrases.ts'

/** Everything that goes into one packed table. */
export interface TableContent {
  /** Where the data comes from, one line of ASCII. */
  origin: string
  characters: ReadonlyMap<string, string>
  newsroomCharacters: ReadonlySet<string>
  openccPhrases: ReadonlyMap<string, string>
  newsroomPhrases: ReadonlyMap<string, string>
  /** Further results that a character can have, besides those that phrases use. */
  candidates: ReadonlyMap<string, readonly string[]>
  /** Words to which phrases give way. */
  strong: readonly string[]
  /** Characters whose default an editor should check when no word decides. */
  risky: string
  /** Characters that have several forms in names. */
  inNames: string
  /** Words; where a risky character has its default result in one, its neighbours there settle it. */
  words: ReadonlyMap<string, string>
}

/** Packs a table; `loadLexicon` reads it. @throws if a phrase does not fit the format. */
export function packTable(content: TableContent): Uint8Array {
  const resultOf = (character: string): string => content.characters.get(character) ?? character
  const alternatives = collectAlternatives(content, resultOf)
  const settling = settlingNeighbours(content.risky, content.words, resultOf)
  const alphabet = alphabetOf(content, settling)
  const ids = new Map(alphabet.map((unit, index) => [unit, index + 1]))
  const context = { ids, alternatives, resultOf, strong: new Set(content.strong) }
  const opencc = packPhrases(content.openccPhrases, context)
  const newsroom = packPhrases(content.newsroomPhrases, context)
  const sections: Record<SectionName, string | readonly number[]> = {
    ...packCharacters(content.characters),
    newsroomCharacters: [...content.newsroomCharacters].sort().join(''),
    alternatives: [...alternatives].map(([character, others]) => character + others.join('')).join(' '),
    alphabet: packSteps(alphabet.map((unit) => unit.charCodeAt(0))),
    compatibility: packCompatibility(ids),
    openccBlocks: opencc.blocks,
    openccShared: opencc.shared,
    openccMore: opencc.more,
    openccStepHigh: opencc.stepHigh,
    openccStepLow: opencc.stepLow,
    openccHigh: opencc.high,
    openccLow: opencc.low,
    openccChoices: opencc.choices,
    openccWide: opencc.wide,
    newsroomBlocks: newsroom.blocks,
    newsroomShared: newsroom.shared,
    newsroomMore: newsroom.more,
    newsroomStepHigh: newsroom.stepHigh,
    newsroomStepLow: newsroom.stepLow,
    newsroomHigh: newsroom.high,
    newsroomLow: newsroom.low,
    newsroomChoices: newsroom.choices,
    newsroomWide: newsroom.wide,
    strong: strongStarts(content),
    risky: content.risky,
    inNames: known(content.inNames, alternatives),
    settled: packSettled(content.risky, settling, ids),
  }
  return assemble(content.origin, sections, {
    edges: opencc.units + newsroom.units,
    values: opencc.values + newsroom.values,
  })
}

function assemble(
  origin: string,
  sections: Readonly<Record<SectionName, string | readonly number[]>>,
  { edges, values }: { edges: number; values: number },
): Uint8Array {
  const bytes = SECTIONS.map((name) => {
    const section = sections[name]
    return typeof section === 'string' ? Buffer.from(section, 'utf8') : Buffer.from(section)
  })
  const numbers = new Uint32Array([edges, values, ...bytes.map(({ length }) => length)])
  const lengths = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) lengths.writeUInt32LE(number, index * 4)
  const body = Buffer.concat([lengths, ...bytes])
  const named = `${TABLE_FORMAT} ${origin} ${fingerprint([body.toString('latin1')])}`
  const header = `${named}${named.length % 2 === 0 ? ' ' : ''}\n` // numbers of two bytes begin at an even place
  return new Uint8Array(Buffer.concat([Buffer.from(header, 'latin1'), body]))
}

/**
 * Single characters: for every unit what to add to it to get its result, in two bytes, so that the table is there at once.
 * Characters outside the BMP on either side stand as text, from and to in turns.
 */
function packCharacters(characters: ReadonlyMap<string, string>): { characters: number[]; wide: string } {
  const steps = new Array<number>(0x20000).fill(0)
  let wide = ''
  const ordinary = [...characters].filter(([from]) => from.normalize('NFC') === from)
  const compatible = compatibilityIdeographs().map(
    ([from, normal]) => [from, characters.get(normal) ?? normal] as const,
  )
  const rows = [...ordinary, ...compatible]
    .map(([from, to]) => [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0] as const)
    .filter(([from, to]) => from !== to)
  for (const [from, to] of rows.sort(([a], [b]) => a - b)) {
    if (from > 0xffff || to > 0xffff) wide += String.fromCodePoint(from, to)
    else {
      steps[from * 2] = (to - from) & 0xff
      steps[from * 2 + 1] = ((to - from) >> 8) & 0xff
    }
  }
  return { characters: steps, wide }
}

/** Each with the character that it stands for. */
function compatibilityIdeographs(): [string, string][] {
  return Array.from({ length: COMPATIBILITY_COUNT }, (_, index): [string, string] => {
    const character = String.fromCharCode(COMPATIBILITY_FIRST + index)
    return [character, character.normalize('NFC')]
  }).filter(([from, normal]) => from !== normal)
}

/** The id of what each of them stands for, 0 where no phrase has it. */
function packCompatibility(ids: ReadonlyMap<string, number>): number[] {
  const packed = new Array<number>(COMPATIBILITY_COUNT * 2).fill(0)
  for (const [from, normal] of compatibilityIdeographs()) {
    const at = (from.charCodeAt(0) - COMPATIBILITY_FIRST) * 2
    const id = ids.get(normal) ?? 0
    packed[at] = id & 0xff
    packed[at + 1] = id >> 8
  }
  return packed
}

/** The units with which strong words begin. */
function strongStarts({ strong, openccPhrases, newsroomPhrases }: TableContent): string {
  for (const word of strong) {
    if (openccPhrases.has(word) === newsroomPhrases.has(word)) throw new Error(`[strong] ${word} is not one phrase`)
  }
  return [...new Set(strong.map((word) => word.charAt(0)))].join('')
}

function collectAlternatives(content: TableContent, resultOf: (character: string) => string): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  const note = (character: string, result: string): void => {
    if (result === resultOf(character)) return
    const results = found.get(character)
    if (results) results.add(result)
    else found.set(character, new Set([result]))
  }
  for (const phrases of [content.openccPhrases, content.newsroomPhrases]) {
    for (const [key, result] of phrases) {
      const results = [...result]
      ;[...key].forEach((character, index) => {
        note(character, results[index] ?? '')
      })
      if (results.length !== [...key].length) throw new Error(`${key} → ${result}: a phrase must keep its length`)
    }
  }
  for (const [character, results] of content.candidates) {
    for (const result of results) note(character, result)
  }
  return new Map(
    [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([character, results]) => [character, [...results].sort()]),
  )
}

/**
 * The units of phrases in the order of their ids: the more frequent ones first, so that steps between ids are small, and
 * those of about the same frequency by code point, so that the alphabet itself takes little room.
 */
function alphabetOf(content: TableContent, settling: ReadonlyMap<string, Neighbours>): string[] {
  const counts = new Map<string, number>()
  const count = (units: string): void => {
    for (let at = 0; at < units.length; at++) {
      const unit = units.charAt(at)
      counts.set(unit, (counts.get(unit) ?? 0) + 1)
    }
  }
  for (const phrases of [content.openccPhrases, content.newsroomPhrases]) for (const key of phrases.keys()) count(key)
  for (const { before, after } of settling.values()) count([...before, ...after].join(''))
  const rank = (unit: string): number => Math.floor(Math.log2(counts.get(unit) ?? 1))
  return [...counts.keys()].sort((a, b) => rank(b) - rank(a) || a.charCodeAt(0) - b.charCodeAt(0))
}

interface Neighbours {
  before: ReadonlySet<string>
  after: ReadonlySet<string>
}

function settlingNeighbours(
  risky: string,
  words: ReadonlyMap<string, string>,
  resultOf: (character: string) => string,
): Map<string, Neighbours> {
  const neighbours = new Map(
    [...risky].map((character) => [character, { before: new Set<string>(), after: new Set<string>() }]),
  )
  for (const [word, result] of words) {
    const from = [...word]
    const to = [...result]
    if (from.length > SETTLING_WORD_MAX) continue
    from.forEach((character, index) => {
      const found = neighbours.get(character)
      if (!found || to[index] !== resultOf(character)) return
      const before = from[index - 1]
      const after = from[index + 1]
      if (before?.length === 1) found.before.add(before)
      if (after?.length === 1) found.after.add(after)
    })
  }
  return neighbours
}

/** Neighbours in longer words say too little about the character. */
const SETTLING_WORD_MAX = 2

/** For every risky character, in their order, the ids before it and the ids after it; a 0 ends each of the two. */
function packSettled(
  risky: string,
  settling: ReadonlyMap<string, Neighbours>,
  ids: ReadonlyMap<string, number>,
): number[] {
  const none: Neighbours = { before: new Set(), after: new Set() }
  return [...risky].flatMap((character) => {
    const { before, after } = settling.get(character) ?? none
    return [before, after].flatMap((units) => {
      const sorted = [...units].map((unit) => ids.get(unit) ?? 0).sort((a, b) => a - b)
      return [...packSteps(sorted), ...packStep(0, 0)]
    })
  })
}

function known(characters: string, alternatives: ReadonlyMap<string, unknown>): string {
  const unknown = [...characters].filter((character) => !alternatives.has(character))
  if (unknown.length > 0) throw new Error(`Doubted in names, but with one result only: ${unknown.join('')}`)
  return characters
}
