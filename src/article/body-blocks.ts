/** Blocks of the Markdown tree -> our own. */
import { buildInlines, type TreeNotes } from './body-inlines.ts'
import { buildQuote } from './body-quote.ts'
import type { Block, Cell, Heading, Inline, List } from './body-tree.ts'
import { clean } from './clean-text.ts'
import type { MarkdownBlock, MarkdownList, MarkdownParagraph, MarkdownTable } from './markdown/tree.ts'
import { takeCaptions } from './table-caption.ts'

/** Where the blocks stand: headings belong to the article alone, not to its lists and quotations. */
export type Place = 'article' | 'inside'

export function buildBlocks(nodes: readonly MarkdownBlock[], place: Place, notes: TreeNotes): Block[] {
  return takeCaptions(nodes.flatMap((node) => buildBlock(node, place, notes)))
}

function buildBlock(node: MarkdownBlock, place: Place, notes: TreeNotes): Block[] {
  const { at } = node
  switch (node.type) {
    case 'heading': {
      const { children, photos } = buildInlines(node.children, notes)
      if (children.length === 0) return photos
      return [
        place === 'article'
          ? { type: 'heading', level: headingLevel(node.depth), at, children }
          : boldParagraph(at, children),
        ...photos,
      ]
    }
    case 'paragraph':
      return buildParagraph(node, notes)
    case 'list':
      return buildList(node, notes)
    case 'quote':
      return buildQuote(node, notes, (inner) => buildBlocks(inner, 'inside', notes))
    case 'table':
      return buildTable(node, notes)
    case 'code-block':
      return [{ type: 'code-block', at, value: clean(node.value) }]
    case 'divider':
      return [node]
  }
}

/** `#` is the page's own; deeper than four levels nobody hears the difference. */
function headingLevel(depth: number): Heading['level'] {
  return depth <= 2 ? 2 : depth === 3 ? 3 : 4
}

function boldParagraph(at: number, children: readonly Inline[]): Block {
  return { type: 'paragraph', at, children: [{ type: 'strong', children }] }
}

export function buildParagraph(node: MarkdownParagraph, notes: TreeNotes): Block[] {
  const { at } = node
  const { children, photos } = buildInlines(node.children, notes)
  return children.length === 0 ? photos : [{ type: 'paragraph', at, children }, ...photos]
}

function buildList({ at, ordered, start, items: written }: MarkdownList, notes: TreeNotes): Block[] {
  const items = written.map((item) => buildBlocks(item, 'inside', notes)).filter((blocks) => blocks.length > 0)
  if (items.length === 0) return []
  const list: List = { type: 'list', at, ordered, start, tight: items.every(isTight), items }
  return [list]
}

function isTight(blocks: readonly Block[]): boolean {
  return blocks.every((block, index) => (index === 0 ? block.type === 'paragraph' : block.type === 'list'))
}

function buildTable({ at, align, rows: written }: MarkdownTable, notes: TreeNotes): Block[] {
  const photos: Block[] = []
  const [header = [], ...rows] = written.map((row) =>
    row.map((cell): Cell => {
      const content = buildInlines(cell, notes)
      photos.push(...content.photos)
      return content.children
    }),
  )
  return [{ type: 'table', at, caption: undefined, align, header, rows }, ...photos]
}
