/** Blocks of the Markdown tree -> our own. */
import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  List as MdList,
  Paragraph as MdParagraph,
  Table as MdTable,
  RootContent,
} from 'mdast'
import { buildInlines, type TreeNotes } from './body-inlines.ts'
import { buildQuote } from './body-quote.ts'
import type { Block, Cell, Heading, Inline, List, Table } from './body-tree.ts'
import { clean } from './clean-text.ts'
import { unmask } from './markdown.ts'
import { takeCaptions } from './table-caption.ts'

type MdBlock = RootContent | BlockContent | DefinitionContent

/** Where the blocks stand: headings belong to the article alone, not to its lists and quotations. */
export type Place = 'article' | 'inside'

export function buildBlocks(nodes: readonly MdBlock[], place: Place, notes: TreeNotes): Block[] {
  return takeCaptions(nodes.flatMap((node) => buildBlock(node, place, notes)))
}

function buildBlock(node: MdBlock, place: Place, notes: TreeNotes): Block[] {
  const at = node.position?.start.offset ?? 0
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
    case 'blockquote':
      return buildQuote(node, notes, (inner) => buildBlocks(inner, 'inside', notes))
    case 'table':
      return buildTable(node, notes)
    case 'code':
      return [{ type: 'code-block', at, value: clean(unmask(node.value)) }]
    case 'thematicBreak':
      return [{ type: 'divider', at }]
    default:
      return []
  }
}

/** `#` is the page's own; deeper than four levels nobody hears the difference. */
function headingLevel(depth: number): Heading['level'] {
  return depth <= 2 ? 2 : depth === 3 ? 3 : 4
}

function boldParagraph(at: number, children: readonly Inline[]): Block {
  return { type: 'paragraph', at, children: [{ type: 'strong', children }] }
}

export function buildParagraph(node: MdParagraph, notes: TreeNotes): Block[] {
  const at = node.position?.start.offset ?? 0
  const { children, photos } = buildInlines(node.children, notes)
  return children.length === 0 ? photos : [{ type: 'paragraph', at, children }, ...photos]
}

function buildList(node: MdList, notes: TreeNotes): Block[] {
  const items = node.children
    .map((item: ListItem) => buildBlocks(item.children, 'inside', notes))
    .filter((blocks) => blocks.length > 0)
  if (items.length === 0) return []
  const list: List = {
    type: 'list',
    at: node.position?.start.offset ?? 0,
    ordered: node.ordered === true,
    start: node.start ?? 1,
    tight: items.every(isTight),
    items,
  }
  return [list]
}

function isTight(blocks: readonly Block[]): boolean {
  return blocks.every((block, index) => (index === 0 ? block.type === 'paragraph' : block.type === 'list'))
}

function buildTable(node: MdTable, notes: TreeNotes): Block[] {
  const photos: Block[] = []
  const [header = [], ...rows] = node.children.map((row) =>
    row.children.map((cell): Cell => {
      const content = buildInlines(cell.children, notes)
      photos.push(...content.photos)
      return content.children
    }),
  )
  const align = (node.align ?? []).map((side) => side ?? undefined)
  const table: Table = { type: 'table', at: node.position?.start.offset ?? 0, caption: undefined, align, header, rows }
  return [table, ...photos]
}
