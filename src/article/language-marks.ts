/**
 * Which parts of a text are in the other language, so that a screen reader changes its voice for them
 * (WCAG 2.2, 3.1.2 Language of Parts). Explicit marks (`lang:fr`) are the body's own; this finds the rest.
 *
 * In a Chinese edition a passage is English when it has three words or more. Single words, names of two words and
 * acronyms stay with the Chinese voice: 3.1.2 exempts proper names, and a voice that jumps at every "Cyberport" is
 * worse than one that stays. A word begins with a Latin letter; digits and punctuation between words belong to the
 * passage; one word must have two lower-case letters in a row, so that rows of acronyms are none. Addresses and words
 * joined by a slash are no passages. So "Cyberport Creative Micro Fund" and "iPhone 15 Pro Max" are, "5G/AI" is not.
 *
 * In the English edition every run of Han is Chinese: without its language it gets Japanese glyphs and an English voice.
 */
import { type ChineseEdition, EDITIONS, type Edition, isChinese } from '../edition/editions.ts'

/** Fewer words than this stay with the voice of the page. */
export const passageWordsMin = 3

export interface Passage {
  /** UTF-16 offsets. */
  start: number
  end: number
  lang: string
}

export interface MarkedText {
  text: string
  /** Absent where the text is in the language of the page. */
  lang?: string
}

/**
 * The text in pieces that together are the text, e.g. for titles, captions and names. `chinese` says which Chinese
 * edition an English page is paired with.
 */
export function markLanguages(
  text: string,
  edition: Edition,
  chinese: ChineseEdition = 'zh-hant',
): readonly MarkedText[] {
  const marked: MarkedText[] = []
  let at = 0
  for (const { start, end, lang } of findPassages(text, edition, chinese)) {
    if (start > at) marked.push({ text: text.slice(at, start) })
    marked.push({ text: text.slice(start, end), lang })
    at = end
  }
  if (at < text.length) marked.push({ text: text.slice(at) })
  return marked
}

/** Passages in the other language, in order, none overlapping. U+FFFC ends a passage. Linear in the length. */
export function findPassages(text: string, edition: Edition, chinese: ChineseEdition = 'zh-hant'): Passage[] {
  if (!isChinese(edition)) return findHan(text, EDITIONS[chinese].lang)
  return latinPassages(text).flatMap((passage) =>
    passage.english ? [{ ...passage.span, lang: EDITIONS.en.lang }] : [],
  )
}

const HAN_RUN =
  /[「『《〈（【〔]*[\p{Script=Han}\p{Script=Bopomofo}](?:[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef·]|[ \d]+(?=\p{Script=Han}))*/gu

/** Where all CJK scripts begin (Unicode, CJK Radicals Supplement). */
const MAYBE_HAN = /[\u2e80-\uffff]/

function findHan(text: string, lang: string): Passage[] {
  if (!MAYBE_HAN.test(text)) return []
  return [...text.matchAll(HAN_RUN)].map((match) => ({ start: match.index, end: match.index + match[0].length, lang }))
}

export interface LatinPassage {
  span: { start: number; end: number }
  words: number
  /** False for what may be another language: letters that English does not use and no English function word. */
  english: boolean
}

/** Stretches without Chinese characters and punctuation. */
const STRETCH =
  /[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef\ufffc]+/gu

/** Passages of three Latin words or more in a Chinese text, whether surely English or not. */
export function latinPassages(text: string): LatinPassage[] {
  if (!MAYBE_LATIN.test(text) || !LOWER_CASE_PAIR.test(text)) return []
  return [...text.matchAll(STRETCH)].flatMap((match) => {
    const next = text.charAt(match.index + match[0].length)
    const found = passageIn(match[0], /\p{Script=Han}/u.test(next))
    if (!found) return []
    return [{ ...found, span: { start: match.index + found.span.start, end: match.index + found.span.end } }]
  })
}

/** Where Latin letters stand (Unicode, Script=Latin) and a few others; ranges are looked up much faster than a script. */
const MAYBE_LATIN =
  /[A-Za-z\u00aa-\u02ff\u1d00-\u1eff\u2070-\u218f\u2c60-\u2c7f\ua720-\uab6f\ud800-\udfff\ufb00-\ufb06\uff21-\uff5a]/

/** No passage is without one. */
const LOWER_CASE_PAIR = /\p{Lowercase}{2}/u

/** Words are set apart by spaces, dashes and ellipses. */
const TOKEN = /[^\s—–…]+/g
const WORD = /^["'“‘([]*\p{Script=Latin}/u
const ADDRESS = /:\/\/|^www\.|@|^[\w-]+(?:\.[\w-]+)+(?:\/|$)/i
/** Of the languages that the city meets beside English; two of them make no English passage, accents or not. */
const FOREIGN_WORD =
  /\b(?:une|et|du|des|les|aux|dans|pour|avec|und|der|das|mit|los|las|del|para|della|nel|dos|uma|com)\b/gi
const ENGLISH_WORD = /\b(?:the|of|and|for|in|on|to|with|a|an|by|at|is|are|from|as)\b/i

function passageIn(stretch: string, hanFollows: boolean): LatinPassage | undefined {
  const tokens = [...stretch.matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isWord: WORD.test(match[0]) && !ADDRESS.test(match[0]),
    isNumber: /^[$("“]*\d/.test(match[0]),
  }))
  const first = tokens.find((token) => token.isWord)
  // A number at the end belongs to the Chinese behind it ("Policy Address 2022年"), unless nothing follows.
  const last = tokens.findLast((token) => token.isWord || (token.isNumber && !hanFollows))
  const words = tokens.filter((token) => token.isWord).length
  if (!first || !last || words < passageWordsMin) return undefined
  const start = first.start + stretch.slice(first.start).search(/\p{Script=Latin}/u)
  const span = { start, end: passageEnd(stretch, start, last.end) }
  const passage = stretch.slice(span.start, span.end)
  if (!LOWER_CASE_PAIR.test(passage)) return undefined
  const foreign = /[^\p{ASCII}\P{Letter}]/u.test(passage) || (passage.match(FOREIGN_WORD)?.length ?? 0) > 1
  return { span, words, english: !foreign || ENGLISH_WORD.test(passage) }
}

/** Without what closes around the passage, with the full stop of a sentence and the bracket that it opened itself. */
function passageEnd(stretch: string, start: number, tokenEnd: number): number {
  let end = tokenEnd
  while (end > start && !/[\p{L}\p{N}%+\p{Surrogate}]/u.test(stretch.charAt(end - 1))) end -= 1
  const passage = stretch.slice(start, end)
  const opened = passage.split('(').length > passage.split(')').length
  if (opened && stretch[end] === ')') end += 1
  if (/^[.!?](?:["'”’)\s]|$)/.test(stretch.slice(end, end + 2))) end += 1
  return end
}
