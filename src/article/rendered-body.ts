/** What rendering takes and gives. */
import type { ChineseEdition, Edition } from '../edition/editions.ts'
import type { SafeHtml } from './safe-html.ts'

/** A photo as the library knows it, in the edition that is rendered. */
export interface BodyPhoto {
  /** A same-site path; the format that every browser reads. */
  src: string
  /** Candidates in the format of `src`. */
  srcset?: string
  /** Better formats, best first. */
  sources?: readonly { type: string; srcset: string }[]
  sizes?: string
  width: number
  height: number
  /** Alternative text; '' together with `decorative`, or while nobody has decided. */
  alt: string
  /** An editor's decision that the picture says nothing that the text does not. */
  decorative?: boolean
  caption?: string
  credit?: string
}

export interface RenderOptions {
  edition: Edition
  /** The name of the scroll region of a table without caption, e.g. 表格 2. `number` counts the tables, from 1. */
  tableLabel: (number: number) => string
  /** By key. What is missing is left out and named in `RenderedBody.missingPhotos`. */
  photos?: ReadonlyMap<string, BodyPhoto>
  /** For the derived edition: links into this edition's pages lead to the rendered edition instead. */
  derivedFrom?: ChineseEdition
  /** The Chinese edition that an English page is paired with; its `lang` marks Chinese words. `zh-hant` if absent. */
  pairedChinese?: ChineseEdition
  /** Shown behind each link to Google Drive, e.g. （在內地可能無法開啟）. */
  driveNote?: string
}

export interface RenderedLink {
  text: string
  url: string
  kind: 'external' | 'internal' | 'mail' | 'phone'
  /** Google Drive or Docs. */
  drive: boolean
  /** Offset in the Markdown source. */
  at: number
}

export interface LanguageChange {
  lang: string
  text: string
  /** The nearest block with an id before or around it; '' before the first. */
  blockId: string
}

export interface RenderedBody {
  html: SafeHtml
  /** Paragraphs with a blank line between them, as `bodyText` gives them without addresses. */
  text: string
  outline: readonly { id: string; level: 2 | 3 | 4; text: string }[]
  quotes: readonly { id: string; speaker: string }[]
  languageChanges: readonly LanguageChange[]
  links: readonly RenderedLink[]
  /** In the order of the page: tables that scroll with their labels, quotations with speaker, photos with alternative text. */
  landmarks: readonly { role: 'region' | 'figure'; name: string }[]
  /** Keys of photos that the text names and `photos` does not have. */
  missingPhotos: readonly string[]
  hanCount: number
  wordCount: number
}
