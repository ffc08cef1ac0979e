import type { ChineseEdition } from '../edition/editions.ts'
import type { Glossary } from './glossary.ts'

/** An editor's decision for one article. The same shape as in the article's content. */
export interface EditorOverride {
  from: string
  to: string
  note: string
}

export interface ConvertOptions {
  from: ChineseEdition
  to: ChineseEdition
  /** Decisions for this text; they beat everything but protected spans. Entries with an empty `from` are ignored. */
  overrides?: readonly EditorOverride[]
  /** Decisions for the whole site, from `parseGlossary` or `glossaryFromEntries`. */
  glossary?: Glossary
  /** People's names as the source edition writes them (bylines, contacts): script forms only, never words. */
  names?: readonly string[]
  /** Also replaces words, e.g. 機械人 by 机器人. Off by default: names of bodies and projects are at risk. */
  vocabulary?: boolean
  /** `mainland` (the default) turns 「」 into “” and back; `keep` leaves quotation marks as they are. */
  quotes?: 'mainland' | 'keep'
}

/** One inline piece of a paragraph. A protected piece (code, a link's address, another language) is copied. */
export interface Run {
  text: string
  protected?: boolean
}
