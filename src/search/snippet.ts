/**
 * What of a text to show for a query, with what was found marked. The text is the stored one, in the reader's own
 * script; the fold keeps lengths, so that what was found in the folded text stands at the same place in the text.
 */
import { fold } from './fold.ts'
import type { Term } from './query.ts'

export interface SnippetPart {
  text: string
  /** Found by the query. */
  found: boolean
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
  find(text: string): { start: number; end: number }[]
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
export function markFound(text: string, finder: Finder): SnippetPart[] {
  return partsOf(text, finder.find(text), 0, text.length)
}

/** The place of the first find and some words around it; `null` when nothing was found in the text. */
export function snippetOf(text: string, finder: Finder): SnippetPart[] | null {
  for (let offset = 0; offset < text.length; offset += PIECE_CHARS - OVERLAP_CHARS) {
    const piece = text.slice(offset, offset + PIECE_CHARS)
    const [first] = finder.find(piece)
    if (!first) continue
    const { start, end } = windowAround(text, offset + first.start)
    const shown = text.slice(start, end).replace(/\s/gu, ' ')
    const parts = partsOf(shown, finder.find(shown), 0, shown.length)
    return [...ellipsis(start > 0), ...parts, ...ellipsis(end < text.length)]
  }
  return null
}

/** The beginning of a text, for an article that was found by its date or topic alone. */
export function openingOf(text: string): SnippetPart[] {
  const { end } = windowAround(text, 0)
  return [{ text: text.slice(0, end).replace(/\s/gu, ' '), found: false }, ...ellipsis(end < text.length)]
}

function ellipsis(wanted: boolean): SnippetPart[] {
  return wanted ? [{ text: '…', found: false }] : []
}

/** From the beginning of the sentence, or a little before the place, for as many characters as fit. */
function windowAround(text: string, place: number): { start: number; end: number } {
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

function partsOf(
  text: string,
  places: readonly { start: number; end: number }[],
  from: number,
  to: number,
): SnippetPart[] {
  const parts: SnippetPart[] = []
  let at = from
  for (const { start, end } of places) {
    if (start > at) parts.push({ text: text.slice(at, start), found: false })
    parts.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < to) parts.push({ text: text.slice(at, to), found: false })
  return parts
}
