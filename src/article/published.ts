/**
 * What readers see: one article in one edition, frozen at publication, and the small shapes that lists and links need.
 * Pure data. `edition.details` in the database holds `EditionDetails`.
 */
import type { Edition } from '../edition/editions.ts'
import type { ArticleKind, Download, Fact, RelatedLink } from './content.ts'
import type { BodyPhoto } from './rendered-body.ts'

export interface ContactWords {
  organisation: string
  name: string
  role: string
}

export interface BoilerplateWords {
  heading: string
  /** Markdown. */
  body: string
}

/** A contact as it stood at publication, in one edition. `phone` is E.164 or ''. */
export interface PublishedContact extends ContactWords {
  phone: string
  email: string
}

/** A boilerplate as it stood at publication. `html` was made by article/body. */
export interface PublishedBoilerplate {
  heading: string
  html: string
  text: string
  url: string
}

export interface OutlineEntry {
  id: string
  level: number
  text: string
}

/** A dated public note: what was wrong and what is right now. */
export interface Correction {
  atMs: number
  note: string
}

/** A photo as it stood at publication. */
export interface PublishedPhoto extends BodyPhoto {
  key: string
  /** Cut for places where the article is shared. Absent in what was published long ago, and for small photos. */
  share?: SharedPicture
}

/** A picture for places where an article is shared. */
export interface SharedPicture {
  /** A same-site path. */
  src: string
  width: number
  height: number
}

/** A whole photo that the press may take. */
export interface PressPhoto {
  /** A same-site path. */
  url: string
  width: number
  height: number
  bytes: number
  /** What it shows, in few words: its caption, else its alternative text, else ''. */
  text: string
}

/** What journalists are invited to, in one edition. */
export interface PublishedInvitation {
  startsAtMs: number
  endsAtMs: number | null
  venue: string
  replyTo: string
  replyByMs: number | null
}

/** Everything of a published edition that is not a column of its own. */
export interface EditionDetails {
  outline: readonly OutlineEntry[]
  quotes: readonly { id: string; speaker: string }[]
  readingMinutes: number
  datelineDate: string
  downloads: readonly Download[]
  facts: readonly Fact[]
  related: readonly RelatedLink[]
  contacts: readonly PublishedContact[]
  boilerplates: readonly PublishedBoilerplate[]
  corrections: readonly Correction[]
  /** The photo at the head. Like the next two it is absent where there is none, and in what was published long ago. */
  leadPhoto?: PublishedPhoto
  /** The headline drawn as a picture. */
  shareImage?: SharedPicture
  pressPhotos?: readonly PressPhoto[]
  invitation?: PublishedInvitation
}

export interface TopicName {
  key: string
  name: string
}

/** An article as one line of a list. `shownEdition` differs from the page's edition where the text falls back. */
export interface ArticleSummary {
  slug: string
  kind: ArticleKind
  shownEdition: Edition
  title: string
  summary: string
  publishedAtMs: number
}

/** An article in one edition, as its page needs it. */
export interface PublishedArticle {
  id: number
  slug: string
  kind: ArticleKind
  edition: Edition
  sourceEdition: Edition
  label: string
  title: string
  subtitle: string
  summary: string
  place: string
  html: string
  publishedAtMs: number
  updatedAtMs: number | null
  details: EditionDetails
  /** Derived editions: when an editor approved the conversion, or null if nobody has. */
  approvedAtMs: number | null
  derived: boolean
  topics: readonly TopicName[]
  /** Editions in which the article can be read now, this one included. */
  editions: readonly Edition[]
  newer: ArticleSummary | null
  older: ArticleSummary | null
  relatedArticles: readonly ArticleSummary[]
}

/** The same, with what only files, e-mails and comparisons need: twice as much again. */
export interface WholeArticle extends PublishedArticle {
  source: string
  text: string
}

/** Every answer that an article address can have. */
export type ArticleAnswer<Article extends PublishedArticle = PublishedArticle> =
  | { kind: 'article'; article: Article }
  | { kind: 'moved'; slug: string }
  | { kind: 'withdrawn'; title: string; reason: string; withdrawnAtMs: number; editions: readonly Edition[] }
  | { kind: 'embargoed'; untilMs: number; editions: readonly Edition[] }
  | { kind: 'untranslated'; editions: readonly { edition: Edition; title: string }[] }
  | { kind: 'missing' }
