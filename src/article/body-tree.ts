/**
 * The body of an article as a tree of what newsrooms write: small, typed, and without anything that HTML would have to
 * refuse. Addresses in it are safe, texts are clean, soft line breaks are joined, nesting is bounded.
 */

export interface Text {
  type: 'text'
  value: string
}

export interface Code {
  type: 'code'
  value: string
}

export interface Link {
  type: 'link'
  /** As `safeUrl` returned it. */
  url: string
  /** Source offset of the link, in UTF-16 units. */
  at: number
  children: readonly Inline[]
}

/** `[text](lang:fr)`: an editor says which language a passage is in, as a BCP 47 tag. */
export interface LanguagePassage {
  type: 'language'
  lang: string
  children: readonly Inline[]
}

export interface Wrapper {
  /** `keep`: `[text](keep:)`, never converted and never translated. */
  type: 'strong' | 'emphasis' | 'keep'
  children: readonly Inline[]
}

export type Inline = Text | Code | { type: 'break' } | Link | LanguagePassage | Wrapper

export interface Heading {
  type: 'heading'
  level: 2 | 3 | 4
  at: number
  children: readonly Inline[]
}

export interface Paragraph {
  type: 'paragraph'
  at: number
  children: readonly Inline[]
}

export interface List {
  type: 'list'
  ordered: boolean
  start: number
  at: number
  /** A tight item is one paragraph with at most further lists behind it. */
  tight: boolean
  items: readonly (readonly Block[])[]
}

/** Who speaks. `before`: the line stands before the words (…表示：), `after`: an attribution behind them (— …). */
export interface Speaker {
  place: 'before' | 'after'
  /** The bold part of the line, else the whole line without colon or dash. */
  name: string
  children: readonly Inline[]
}

export interface Quote {
  type: 'quote'
  at: number
  speaker: Speaker | undefined
  blocks: readonly Block[]
}

export type Cell = readonly Inline[]
export type Align = 'left' | 'right' | 'center' | undefined

export interface Table {
  type: 'table'
  at: number
  /** A paragraph right before or after the table that begins with a colon, `表：` or `Table:` (as in Pandoc). */
  caption: readonly Inline[] | undefined
  align: readonly Align[]
  header: readonly Cell[]
  rows: readonly (readonly Cell[])[]
}

export interface CodeBlock {
  type: 'code-block'
  at: number
  value: string
}

export interface Divider {
  type: 'divider'
  at: number
}

/** `![alternative text](photo:KEY "caption")`. Empty texts mean: as the photo's own record says. */
export interface PhotoBlock {
  type: 'photo'
  at: number
  key: string
  alt: string
  caption: string
}

export type Block = Heading | Paragraph | List | Quote | Table | CodeBlock | Divider | PhotoBlock

/** A link or image that is shown as text, because its address is not allowed. */
export interface RefusedUrl {
  text: string
  url: string
  at: number
}

export interface BodyTree {
  blocks: readonly Block[]
  refusedUrls: readonly RefusedUrl[]
}

/** The characters of inline content, marks left out; a line break counts as LF. */
export function inlineText(nodes: readonly Inline[]): string {
  const [only] = nodes
  return nodes.length === 1 && only ? nodeText(only) : nodes.map(nodeText).join('')
}

function nodeText(node: Inline): string {
  if (node.type === 'break') return '\n'
  return node.type === 'text' || node.type === 'code' ? node.value : inlineText(node.children)
}
