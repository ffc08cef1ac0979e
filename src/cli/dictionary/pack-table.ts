import { CHOICE_ZERO, PHRASE_HEAD, PHRASE_UNITS_MAX, packNumbers, TABLE_FORMAT } from '../../convert/packed-table.ts'
import { fingerprint } from '../../convert/version.ts'

/** Everything that goes into one packed table. */
export interface TableContent {
  /** Where the data comes from, one line. */
  origin: string
  characters: ReadonlyMap<string, string>
  newsroomCharacters: ReadonlySet<string>
  openccPhrases: ReadonlyMap<string, string>
  newsroomPhrases: ReadonlyMap<string, string>
  vocabulary: ReadonlyMap<string, string>
  /** Further results that a character can have, besides those that phrases use. */
  candidates: ReadonlyMap<string, readonly string[]>
  /** Words to which phrases give way. */
  strong: readonly string[]
  /** Characters whose default an editor should check when no word decides. */
  risky: string
  /** Words; where a risky character has its default result in one, its neighbours there settle it. */
  words: ReadonlyMap<string, string>
}

/** Packs a table; `loadLexicon` reads it. @throws if a phrase does not fit the format. */
export function packTable(content: TableContent): string {
  const resultOf = (character: string): string => content.characters.get(character) ?? character
  const characters = [...content.characters]
    .map(([from, to]) => [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0] as const)
    .filter(([from, to]) => from !== to && String.fromCodePoint(from).normalize('NFC') === String.fromCodePoint(from))
    .sort(([a], [b]) => a - b)
  const alternatives = collectAlternatives(content, resultOf)
  const opencc = packPhrases(content.openccPhrases, alternatives, resultOf)
  const newsroom = packPhrases(content.newsroomPhrases, alternatives, resultOf)
  const body = [
    packNumbers(differences(characters.map(([from]) => from))),
    packNumbers(differences(characters.map(([, to]) => to))),
    [...content.newsroomCharacters].sort().join(''),
    [...alternatives].map(([character, others]) => character + others.join('')).join(' '),
    opencc.phrases,
    opencc.choices,
    newsroom.phrases,
    newsroom.choices,
    [...content.vocabulary].map(([from, to]) => `${from} ${to}`).join('|'),
    content.strong.join(' '),
    content.risky,
    packSettled(content.risky, content.words, resultOf),
    '',
  ].join('\n')
  return `${TABLE_FORMAT} ${content.origin} ${fingerprint([body])}\n${body}`
}

function differences(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0))
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

function packPhrases(
  phrases: ReadonlyMap<string, string>,
  alternatives: ReadonlyMap<string, readonly string[]>,
  resultOf: (character: string) => string,
): { phrases: string; choices: string } {
  let packed = ''
  let choices = ''
  let before = ''
  for (const [key, result] of [...phrases].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (key.length > PHRASE_UNITS_MAX || key.length < 2)
      throw new Error(`${key}: a phrase has 2 to ${PHRASE_UNITS_MAX} units`)
    if (/[\u00c0-\u00df\n]/u.test(key)) throw new Error(`${key}: À–ß cannot stand in a phrase`)
    let shared = 0
    while (shared < before.length && before[shared] === key[shared]) shared++
    packed += String.fromCharCode(PHRASE_HEAD + shared) + key.slice(shared)
    const results = [...result]
    ;[...key].forEach((character, index) => {
      const others = alternatives.get(character)
      if (!others) return
      const choice = results[index] === resultOf(character) ? 0 : others.indexOf(results[index] ?? '') + 1
      choices += String.fromCharCode(CHOICE_ZERO + choice)
    })
    before = key
  }
  return { phrases: packed, choices }
}

function packSettled(
  risky: string,
  words: ReadonlyMap<string, string>,
  resultOf: (character: string) => string,
): string {
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
      if (before !== undefined) found.before.add(before)
      if (after !== undefined) found.after.add(after)
    })
  }
  return [...neighbours]
    .map(([character, { before, after }]) => `${character}${[...before].sort().join('')}/${[...after].sort().join('')}`)
    .join(' ')
}

/** Neighbours in longer words say too little about the character. */
const SETTLING_WORD_MAX = 2
