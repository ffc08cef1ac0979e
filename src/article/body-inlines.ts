/** Inline content of the Markdown tree -> our own. */
import { EDITIONS, parseEdition } from '../edition/editions.ts'
import { nestingMax } from './body-limits.ts'
import { type Inline, inlineText, type PhotoBlock, type RefusedUrl, type Text } from './body-tree.ts'
import { clean } from './clean-text.ts'
import { joinSoftBreaks } from './line-breaks.ts'
import type { MarkdownImage, MarkdownInline, MarkdownLink } from './markdown/tree.ts'
import { safeUrl } from './safe-url.ts'

/** What building collects on its way. */
export interface TreeNotes {
  refusedUrls: RefusedUrl[]
}

export interface InlineContent {
  children: Inline[]
  /** Photos that stood in the text. Their paragraph shows them after it. */
  photos: PhotoBlock[]
}

/** Builds the content of one paragraph, heading or cell. */
export function buildInlines(nodes: readonly MarkdownInline[], notes: TreeNotes): InlineContent {
  const context: Context = { ...notes, photos: [], depth: 0 }
  const { photos } = context
  const children = joinSoftBreaks(nodes.flatMap((node) => buildInline(node, context)))
  return { children: inlineText(children).trim() === '' ? [] : children, photos }
}

interface Context extends TreeNotes {
  photos: PhotoBlock[]
  depth: number
}

function buildInline(node: MarkdownInline, context: Context): Inline[] {
  switch (node.type) {
    case 'text':
      return textNode(node.value)
    case 'code':
      return [{ type: 'code', value: clean(node.value).replaceAll('\n', ' ') }]
    case 'break':
      return [{ type: 'break' }]
    case 'strong':
    case 'emphasis': {
      const children = buildChildren(node.children, context)
      return context.depth >= nestingMax ? children : [{ type: node.type, children }]
    }
    case 'link':
      return buildLink(node, context)
    case 'image':
      return buildImage(node, context)
  }
}

function buildChildren(nodes: readonly MarkdownInline[], context: Context): Inline[] {
  return nodes.flatMap((child) => buildInline(child, { ...context, depth: context.depth + 1 }))
}

function textNode(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value: clean(value) }]
}

function buildLink(node: MarkdownLink, context: Context): Inline[] {
  const children = buildChildren(node.children, context)
  const written = node.url
  if (written === 'keep:') return [{ type: 'keep', children }]
  const lang = parseLangMark(written)
  if (lang) return [{ type: 'language', lang, children }]
  const url = safeUrl(written)
  const { at } = node
  if (url !== undefined && inlineText(children).trim() !== '') return [{ type: 'link', url, at, children }]
  context.refusedUrls.push({ text: inlineText(children), url: written, at })
  return children
}

/**
 * The tag of `lang:TAG`. The key of an edition stands for its own language (`zh-hant` is `zh-HK`, whose glyphs and voice
 * we want); else a tag is letters, then subtags of letters and digits (the shape of RFC 5646, section 2.1), without
 * private use, with its case made canonical (`pt-br` is `pt-BR`). `undefined` when it is none.
 */
export function parseLangMark(url: string): string | undefined {
  const tag = /^lang:([a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3})$/i.exec(url)?.[1]
  if (!tag) return undefined
  const edition = parseEdition(tag.toLowerCase())
  if (edition) return EDITIONS[edition].lang
  const [language = '', ...subtags] = tag.toLowerCase().split('-')
  return [language, ...subtags.map(canonicalSubtag)].join('-')
}

function canonicalSubtag(subtag: string): string {
  if (subtag.length === 2) return subtag.toUpperCase()
  return /^[a-z]{4}$/.test(subtag) ? (subtag[0] ?? '').toUpperCase() + subtag.slice(1) : subtag
}

/** Keys are letters, digits, `-`, `_`, `.` and `/`: what the photo library hands out. */
const PHOTO = /^photo:([\w./-]{1,200})$/

function buildImage({ at, url, alt: described, title }: MarkdownImage, context: Context): Inline[] {
  const alt = oneLine(described)
  const key = PHOTO.exec(url)?.[1]
  if (key) {
    context.photos.push({ type: 'photo', at, key, alt, caption: oneLine(title) })
    return []
  }
  // Pictures of other hosts would tell them who reads: their alternative text stays.
  context.refusedUrls.push({ text: alt, url, at })
  return textNode(alt)
}

function oneLine(value: string): string {
  return inlineText(joinSoftBreaks([{ type: 'text', value: clean(value) }])).trim()
}
