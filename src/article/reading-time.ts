/** How long an article takes to read. */

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
  const hanCount = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const wordCount =
    text.match(/(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[.,'’:&-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu)?.length ?? 0
  return { hanCount, wordCount }
}

/** Whole minutes, at least 1. */
export function readingMinutes({ hanCount, wordCount }: ReadingCounts): number {
  return Math.max(1, Math.round(hanCount / hanPerMinute + wordCount / wordsPerMinute))
}
