/**
 * What editors write: one article with its written editions. This is the shape that a revision stores, that the
 * article form edits and that export and import carry. Pure data; limits stand beside the parser that enforces them.
 */
import type { ChineseEdition, Edition } from '../edition/editions.ts'

export const ARTICLE_KINDS = ['press-release', 'speech', 'notice', 'media-invitation'] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]

/** A file or folder that readers may fetch. `label` says what it is (never "click here"). */
export interface Download {
  label: string
  url: string
  /** Shown under the link, e.g. the caption of a photo. Empty when there is none. */
  caption: string
}

/** One row of the facts list: a term and what is so about it, both plain text. */
export interface Fact {
  term: string
  detail: string
}

export interface RelatedLink {
  label: string
  url: string
}

/** The words of one edition. Plain text but for `body`, which is Markdown (see article/body.ts). Absent text is ''. */
export interface EditionContent {
  /** e.g. 即時發布; stands above the headline. */
  label: string
  title: string
  subtitle: string
  summary: string
  /** Place of the dateline, e.g. 香港. */
  place: string
  /** Where the event of an invitation takes place, with everything needed to find it. */
  venue?: string
  body: string
  downloads: readonly Download[]
  facts: readonly Fact[]
  related: readonly RelatedLink[]
}

/** An editor's decision for one article: wherever the source edition says `from`, the derived one says `to`. */
export interface Override {
  from: string
  to: string
  note: string
}

/** What journalists are invited to. Times are Hong Kong wall clock, `YYYY-MM-DDTHH:MM`; '' where there is none. */
export interface Invitation {
  startsAt: string
  endsAt: string
  /** An e-mail address. */
  replyTo: string
  replyBy: string
}

export interface ArticleContent {
  kind: ArticleKind
  slug: string
  /** Keys of topics, contacts and boilerplates, in the order in which they are shown. */
  topics: readonly string[]
  contacts: readonly string[]
  boilerplates: readonly string[]
  /** Key of the photo at the head of the article. Absent or '' where there is none. */
  leadPhoto?: string
  invitation?: Invitation | null
  /** The date of the dateline, `YYYY-MM-DD`, Hong Kong time; '' means the date of publication. */
  datelineDate: string
  sourceEdition: ChineseEdition
  /** The Chinese edition that editors write, and the English one if there is one. Never the derived edition. */
  written: Partial<Record<Edition, EditionContent>>
  overrides: readonly Override[]
}
