/**
 * The body of an article: Markdown, as editors write it -> tree -> HTML that is safe by construction.
 *
 * Raw HTML in the Markdown is shown as text; every text is escaped; addresses pass an allow-list (safe-url.ts); what the
 * HTML contains is decided here and in the files beside it, never by the input.
 */

import { buildBlocks } from './body-blocks.ts'
import { articleHtml, type BlockNotes } from './body-html.ts'
import type { TreeNotes } from './body-inlines.ts'
import type { BodyProblem } from './body-limits.ts'
import { bodyText } from './body-text.ts'
import type { BodyTree, PhotoBlock } from './body-tree.ts'
import { BODIES_OF_ARTICLE, parseMarkdown } from './markdown.ts'
import { photoAlt } from './photo-html.ts'
import { countReading } from './reading-time.ts'
import { recently } from './recent.ts'
import type { RenderedBody, RenderOptions } from './rendered-body.ts'
import { trustHtml } from './safe-html.ts'

export type ParsedBody = { ok: true; tree: BodyTree } | { ok: false; problem: BodyProblem }

/** Markdown -> tree. Any string is accepted; what passes a limit (body-limits.ts) gives a problem. Never throws. */
export const parseBody = recently(parse, BODIES_OF_ARTICLE)

function parse(markdown: string): ParsedBody {
  const parsed = parseMarkdown(markdown)
  if (!parsed.ok) return parsed
  const notes: TreeNotes = { refusedUrls: [] }
  const blocks = buildBlocks(parsed.blocks, 'article', notes)
  return { ok: true, tree: { blocks, refusedUrls: notes.refusedUrls.toSorted((a, b) => a.at - b.at) } }
}

/** Tree -> HTML of one edition, and what other parts of the site need to know about it. Never throws. */
export function renderBody(tree: BodyTree, options: RenderOptions): RenderedBody {
  const notes: BlockNotes = {
    options,
    outline: [],
    quotes: [],
    links: [],
    languageChanges: [],
    landmarks: [],
    missingPhotos: [],
    blockId: '',
    paragraphs: 0,
    tables: 0,
  }
  const markup = articleHtml(tree.blocks, notes)
  const text = bodyText(tree, { photoText: (photo) => photoText(photo, options) })
  return {
    html: trustHtml(markup),
    text,
    outline: notes.outline,
    quotes: notes.quotes,
    languageChanges: notes.languageChanges,
    links: notes.links,
    landmarks: notes.landmarks,
    missingPhotos: notes.missingPhotos,
    ...countReading(text),
  }
}

function photoText(block: PhotoBlock, options: RenderOptions): string {
  const photo = options.photos?.get(block.key)
  if (!photo) return ''
  return [photoAlt(block, photo), block.caption || photo.caption || ''].filter(Boolean).join('\n')
}
