/** What content checks report. Words for it live in the messages, by rule. */
import type { Edition } from '../edition/editions.ts'

/** Stable ids: messages, tests and the editors' "I have seen this" refer to them. */
export type FindingRule =
  | 'link-text-vague'
  | 'link-text-repeated'
  | 'link-file-unnamed'
  | 'link-refused'
  | 'heading-skipped'
  | 'heading-bold'
  | 'table-header-missing'
  | 'quote-speaker-missing'
  | 'layout-spaces'
  | 'language-unmarked'
  | 'phone-invalid'
  | 'phone-mismatch'
  | 'photo-missing'
  | 'photo-alt-missing'
  | 'fact-missing'

/** `blocks`: readers would miss something and nobody can have meant it. `warns`: an editor may know better. */
export type FindingSeverity = 'blocks' | 'warns'

export interface Finding {
  rule: FindingRule
  severity: FindingSeverity
  edition: Edition
  /** A field of `EditionContent`, rows of lists as `downloads.0.label`, counted from 0; or `leadPhoto`, of the article. */
  field: string
  /** The words in question, at most `excerptCharsMax` long. */
  excerpt: string
  /** UTF-16 offset in the source of the field; absent where the words are not found there as they are shown. */
  position?: number
  /** For the message. */
  params: Readonly<Record<string, string | number>>
}

export const excerptCharsMax = 80

/** Findings of one check beyond this number are not reported: the first ones say what is wrong. */
export const findingsMax = 50

/** Cuts at a whole code point. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= excerptCharsMax ? line : `${line.slice(0, excerptCharsMax - 1).replace(/\p{Surrogate}$/u, '')}…`
}
