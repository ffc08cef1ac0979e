/** How long an article takes to read. */
import { characterKinds } from './character-kinds.ts'

/**
 * Han per minute, read silently. Measured aloud: 255 (IReST, Trauzettel-Klosinski and Dietz 2012), which is 330 silently
 * at the ratio 238 : 183 of Brysbaert 2019 ("How many words do we read per minute?"). Publishing platforms assume 500.
 * Between them:
 */
export const hanPerMinute = 400

/** English words per minute, read silently: 238 for non-fiction (Brysbaert 2019); many here read a second language. */
export const wordsPerMinute = 230

export interface ReadingCounts {
  hanCount: number
  wordCount: number
}

/** Han (Unicode script Han), and words of other scripts: runs of letters and digits with what stands inside words. */
export function countReading(text: string): ReadingCounts {
  const counts = { hanCount: 0, wordCount: 0 }
  let before = OTHER
  let isWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    const kind = kindOf(code)
    if (kind === HAN) counts.hanCount += 1
    if (kind === LETTER && !isWord) counts.wordCount += 1
    isWord = kind === LETTER || (kind === JOINT && isWord && before === LETTER)
    before = kind
    if (code > 0xffff) at += 1
  }
  return counts
}

const HAN = 1
const LETTER = 2
/** What may stand inside a word: 1,900, don't, well-known. */
const JOINT = 3
const OTHER = 4

const kindOf = characterKinds((character) => {
  if (/\p{Script=Han}/u.test(character)) return HAN
  if (/[\p{L}\p{N}]/u.test(character)) return LETTER
  return /[.,'’:&-]/.test(character) ? JOINT : OTHER
})

/** Whole minutes, at least 1. */
export function readingMinutes({ hanCount, wordCount }: ReadingCounts): number {
  return Math.max(1, Math.round(hanCount / hanPerMinute + wordCount / wordsPerMinute))
}
