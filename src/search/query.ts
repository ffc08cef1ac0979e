/**
 * What a reader typed -> what FTS5 is asked. Nothing that is typed is an operator: words are tokenised, and every token
 * stands in quotation marks. Never throws, whatever is typed.
 */

import { inWords } from './facets.ts'
import { type DateSpan, takeDates } from './query-dates.ts'
import { lastOf, pairsOf, type Run, runsOf, type Token, wordOf } from './tokenise.ts'

/** Nobody types more; a pasted paragraph finds only itself. Keeps FTS5's work and the page's address small. */
export const QUERY_CHARS_MAX = 100

/** Each term costs a walk through the index. */
export const QUERY_TERMS_MAX = 8

/** Shorter Latin words are asked for exactly: "ai" would find "aim" and "air", and read a large part of the index. */
export const PREFIX_CHARS_MIN = 3

export interface Term {
  /** As typed, to show and to highlight. */
  text: string
  /** An FTS5 expression. */
  match: string
  /** What a list of tokens between spaces contains when it has the term; null for a date. */
  contained: string | null
}

export interface ParsedQuery {
  /** What is left of the text after trimming and cutting; '' when nothing can be searched for. */
  text: string
  terms: readonly Term[]
  /** Whole days that the query names; each is a term, too. */
  dates: readonly DateSpan[]
  /** The text was longer than QUERY_CHARS_MAX, or had more than QUERY_TERMS_MAX terms: the rest was left out. */
  cut: 'none' | 'chars' | 'terms'
}

/** Reads a query. Terms in quotation marks (straight, curly or corner) stay together. */
export function parseQuery(raw: string): ParsedQuery {
  const clean = cleaned(raw.slice(0, QUERY_CHARS_MAX * 8))
  const characters = [...clean]
  const text = characters.slice(0, QUERY_CHARS_MAX).join('').trim()
  const { dates, rest } = takeDates(text)
  const phrases = splitPhrases(rest)
  const terms = [
    ...dates.map(({ text: typed, match }) => ({ text: typed, match, contained: null })),
    ...phrases.flatMap(({ text: typed, quoted }) => termOf(typed, quoted) ?? []),
  ]
  const tooLong = characters.length > QUERY_CHARS_MAX || raw.length > QUERY_CHARS_MAX * 8
  const cut = tooLong ? 'chars' : terms.length > QUERY_TERMS_MAX ? 'terms' : 'none'
  return { text, terms: terms.slice(0, QUERY_TERMS_MAX), dates, cut }
}

/** All terms must be found, in any order. '' when there is none. */
export function matchExpression({ terms }: Pick<ParsedQuery, 'terms'>): string {
  return terms.map(({ match }) => match).join(' AND ')
}

/** An FTS5 expression for texts that have one of these words, each as one phrase; '' when one has nothing to search for. */
export function anyPhrase(words: readonly string[]): string {
  const terms = new Set(words.map((word) => termOf(word, true)?.match))
  return terms.has(undefined) ? '' : [...terms].map((match) => `(${match})`).join(' OR ')
}

function cleaned(raw: string): string {
  return raw
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

const PHRASE = /"([^"]*)"|[“”]([^“”]*)[“”]|「([^「」]*)」|『([^『』]*)』|([^\s"“”「」『』]+)/gu

/** A number before a Chinese unit is one term with it, however it is spaced: 17 億. */
const NUMBER_AND_UNIT = /(\p{N})\s+(?=[十百千萬万億亿兆元個个人年月日])/gu

function splitPhrases(text: string): { text: string; quoted: boolean }[] {
  return [...text.replace(NUMBER_AND_UNIT, '$1').matchAll(PHRASE)].map((match) => {
    const [whole = '', ...quoted] = match
    const inside = quoted.slice(0, 4).find((part) => part !== undefined)
    return { text: inside ?? whole, quoted: inside !== undefined }
  })
}

/** Neighbouring runs are a phrase. `undefined` when the text has nothing to search for. */
function termOf(text: string, quoted: boolean): Term | undefined {
  const runs = runsOf(text)
  const last = runs.at(-1)
  if (!last) return undefined
  const tokens = runs.flatMap((run) => (run === last ? endTokens(run) : wholeTokens(run)))
  const isPrefix =
    (last.kind === 'han' && [...last.text].length === 1) ||
    (last.kind === 'word' && !quoted && [...last.text].length >= PREFIX_CHARS_MIN)
  const phrase = tokens.map((token) => token.text).join(' ')
  return {
    text,
    match: inWords(`"${phrase}"${isPrefix ? ' *' : ''}`),
    contained: ` ${phrase}${isPrefix ? '' : ' '}`,
  }
}

function wholeTokens(run: Run): Token[] {
  return run.kind === 'han' ? [...pairsOf(run), lastOf(run)] : [wordOf(run)]
}

/** A run of Han at the end may go on in the text, so its last character alone is not asked for, unless it is all. */
function endTokens(run: Run): Token[] {
  if (run.kind !== 'han') return [wordOf(run)]
  const pairs = pairsOf(run)
  return pairs.length === 0 ? [lastOf(run)] : pairs
}
