/**
 * What of a text to show for a query, with what was found marked. The text is the stored one, in the reader's own
 * script; the fold keeps lengths, so that what was found in the folded text stands at the same place in the text.
 */
import { fold } from './fold.ts'
import type { Term } from './query.ts'

export interface Span {
  start: number
  end: number
}

/** A text to show and the places in it that the query found, in order, none overlapping. */
export interface Marked {
  text: string
  found: readonly Span[]
}

/** About two lines on a telephone, in characters as wide as Han; Latin text gets more. */
export const SNIPPET_HAN_MAX = 70
export const SNIPPET_LATIN_MAX = 180

/** A text is folded piece by piece until something is found, because most finds are near the beginning. */
const PIECE_CHARS = 2000

/** A find is as long as a query at most; pieces overlap by that. */
const OVERLAP_CHARS = 100

/** Finds the words of a query in texts. Made once per page: the words are folded once. */
export interface Finder {
  /** Every place, in order, none overlapping. */
  find(text: string): Span[]
}

export function finderOf(terms: readonly Term[]): Finder {
  const words = [...new Set(terms.flatMap(({ text }) => wordsOf(text)))].toSorted((a, b) => b.length - a.length)
  if (words.length === 0) return { find: () => [] }
  const expression = new RegExp(words.map(patternOf).join('|'), 'gv')
  return {
    find: (text) =>
      [...fold(text).matchAll(expression)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  }
}

/** A term and, because a phrase may be spaced or punctuated differently in the text, its parts. */
function wordsOf(text: string): string[] {
  const folded = fold(text)
    .replace(/(?<=\p{N}),(?=\p{N}{3})/gu, '')
    .trim()
  const parts = folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return parts.length > 1 ? [folded, ...parts.filter((part) => part.length > 1)] : parts
}

/** Words of other scripts are found at their beginning only, numbers with or without commas. */
function patternOf(word: string): string {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, '\\s*')
  const spelled = /^\p{N}{4,}$/u.test(word) ? word.replace(/\B(?=(?:\p{N}{3})+$)/gu, ',?') : escaped
  return /^\p{Script=Han}/u.test(word) ? spelled : `(?<![[\\p{L}\\p{N}]--\\p{Script=Han}])${spelled}`
}

/** The whole text with what was found marked, e.g. a headline. */
export function markFound(text: string, finder: Finder): Marked {
  return { text, found: finder.find(text) }
}

/** The place of the first find and some words around it; `null` when nothing was found in the text. */
export function snippetOf(text: string, finder: Finder): Marked | null {
  for (let offset = 0; offset < text.length; offset += PIECE_CHARS - OVERLAP_CHARS) {
    const [first] = finder.find(text.slice(offset, offset + PIECE_CHARS))
    if (!first) continue
    return markFound(cutOut(text, windowAround(text, offset + first.start)), finder)
  }
  return null
}

/** The beginning of a text, for an article that was found by its date or topic alone. */
export function openingOf(text: string): Marked {
  return { text: cutOut(text, windowAround(text, 0)), found: [] }
}

/**
 * Spellings that were found and not typed: 數碼港 for 数码港. They are read off the texts, so each of them really stands
 * there.
 */
export function otherSpellings(typed: string, shown: readonly Marked[]): string[] {
  const spellings = shown.flatMap(({ text, found }) => found.map(({ start, end }) => text.slice(start, end)))
  return [...new Set(spellings)].filter((spelling) => /\p{Script=Han}/u.test(spelling) && !typed.includes(spelling))
}

function cutOut(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/gu, ' ').trim()
  return `${start > 0 ? '…' : ''}${words}${end < text.length ? '…' : ''}`
}

/** From the beginning of the sentence, or a little before the place, for as many characters as fit. */
function windowAround(text: string, place: number): Span {
  const around = text.slice(place, place + SNIPPET_HAN_MAX)
  const han = around.match(/\p{Script=Han}/gu)?.length ?? 0
  const charsMax = han * 2 > around.length ? SNIPPET_HAN_MAX : SNIPPET_LATIN_MAX
  const before = text.slice(Math.max(0, place - Math.floor(charsMax / 3)), place)
  const sentence = Math.max(
    ...['。', '！', '？', '\n', '. ', '；'].map(
      (mark) => before.lastIndexOf(mark) + mark.length * Number(before.includes(mark)),
    ),
  )
  const word = sentence > 0 ? sentence : before.length === place ? 0 : Math.max(0, before.search(/\s/u) + 1)
  const start = safeCut(text, place - before.length + word)
  const reach = Math.min(text.length, start + charsMax)
  const space =
    reach < text.length && /[\p{L}\p{N}]/u.test(text[reach] ?? '')
      ? text.slice(start, reach).search(/\s\S{0,20}$/u)
      : -1
  return { start, end: safeCut(text, space > charsMax / 2 ? start + space : reach) }
}

/** Not between the halves of one character. */
function safeCut(text: string, at: number): number {
  return /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) ? at - 1 : at
}
