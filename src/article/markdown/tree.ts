/** What Markdown says, before the rules of a body (body-blocks.ts) decide what becomes of it. */

/** A stretch of source, in UTF-16 units, that stands for itself: no escape, no reference, no line break, no markup. */
export interface SourcePiece {
  start: number
  end: number
}

export interface MarkdownText {
  type: 'text'
  value: string
  /** Where its characters stand in the source, in order, without those that are written in another way. */
  pieces: readonly SourcePiece[]
}

export interface MarkdownLink {
  type: 'link'
  at: number
  url: string
  children: readonly MarkdownInline[]
}

export interface MarkdownImage {
  type: 'image'
  at: number
  url: string
  /** The characters of the description, marks left out. */
  alt: string
  title: string
  /** Of the description and the title. */
  pieces: readonly SourcePiece[]
}

export type MarkdownInline =
  | MarkdownText
  | MarkdownLink
  | MarkdownImage
  | { type: 'code'; value: string }
  | { type: 'break' }
  | { type: 'strong' | 'emphasis'; children: readonly MarkdownInline[] }

export interface MarkdownParagraph {
  type: 'paragraph'
  /** Offset of its first character in the source. */
  at: number
  children: readonly MarkdownInline[]
}

export interface MarkdownQuote {
  type: 'quote'
  at: number
  children: MarkdownBlock[]
}

export interface MarkdownList {
  type: 'list'
  at: number
  ordered: boolean
  /** Number of the first item. */
  start: number
  items: MarkdownBlock[][]
}

export type MarkdownCell = readonly MarkdownInline[]

export interface MarkdownTable {
  type: 'table'
  at: number
  align: readonly ('left' | 'right' | 'center' | undefined)[]
  /** The header first. A row may have more or fewer cells than the header. */
  rows: MarkdownCell[][]
}

export type MarkdownBlock =
  | MarkdownParagraph
  | MarkdownQuote
  | MarkdownList
  | MarkdownTable
  | { type: 'heading'; at: number; depth: number; children: readonly MarkdownInline[] }
  | { type: 'code-block'; at: number; value: string }
  | { type: 'divider'; at: number }
