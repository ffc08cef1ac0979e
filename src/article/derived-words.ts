/**
 * Simplified words beside Traditional ones: made by conversion at each save, unless an editor wrote them by hand. What was
 * written by hand stays until the Traditional text changes; then the editor is asked, and loses neither text. Pure.
 */
import type { InEditions } from './record-shape.ts'

/** What a form sends for one thing in three editions, and what it knew when it was shown. */
export interface TypedWords extends InEditions {
  /** The Simplified text that was on the screen, if conversion had made it; else ''. */
  made: string
  /** The Simplified text that was on the screen, if it was written by hand; else ''. */
  kept: string
  /** The Traditional text beside which `kept` stood. */
  keptFor: string
}

export interface SettledWords {
  words: InEditions
  /** What conversion makes of the Traditional text now. */
  made: string
  /** Text written by hand for an older Traditional text, to be shown beside the one that conversion makes now; else ''. */
  outlived: string
}

/** Decides about the Simplified text. `convert` turns Traditional text into Simplified. */
export function settleWords(typed: TypedWords, convert: (text: string) => string): SettledWords {
  const { 'zh-hant': hant, 'zh-hans': hans, en, kept, keptFor } = typed
  const made = hant === '' ? '' : convert(hant)
  const followsConversion = hans === '' || (typed.made !== '' && hans === typed.made)
  if (followsConversion) return { words: { 'zh-hant': hant, 'zh-hans': made, en }, made, outlived: '' }
  const isOutlived = kept !== '' && hans === kept && keptFor !== hant && hans !== made
  if (isOutlived) return { words: { 'zh-hant': hant, 'zh-hans': made, en }, made, outlived: hans }
  return { words: { 'zh-hant': hant, 'zh-hans': hans, en }, made, outlived: '' }
}

/** Stored words as a form shows them: it must know which Simplified texts were made and which were written. */
export function shownWords(words: InEditions, made: string): TypedWords {
  const { 'zh-hans': hans, 'zh-hant': hant } = words
  return hans === made ? { ...words, made, kept: '', keptFor: '' } : { ...words, made: '', kept: hans, keptFor: hant }
}
