/** What mdast-util-from-markdown, which follows CommonMark and GFM to the letter, says of a source: as our own tree. */
import type { Image, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { MarkdownBlock, MarkdownInline } from '../../../src/article/markdown/tree.ts'

/** Constructs that are text in a body (src/article/markdown.ts). */
const OFF = { disable: { null: ['htmlFlow', 'htmlText', 'setextUnderline', 'definition', 'codeIndented'] } }

export function commonmark(source: string): MarkdownBlock[] {
  const root = fromMarkdown(source, {
    extensions: [gfmTable(), OFF],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  return root.children.map(block)
}

const at = (node: Nodes) => node.position?.start.offset ?? 0

function block(node: RootContent): MarkdownBlock {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', at: at(node), children: inlines(node.children) }
    case 'heading':
      return { type: 'heading', at: at(node), depth: node.depth, children: inlines(node.children) }
    case 'blockquote':
      return { type: 'quote', at: at(node), children: node.children.map(block) }
    case 'list': {
      const items = node.children.map((item) => item.children.map(block))
      return { type: 'list', at: at(node), ordered: node.ordered === true, start: node.start ?? 1, items }
    }
    case 'table': {
      const align = (node.align ?? []).map((side) => side ?? undefined)
      const rows = node.children.map((row) => row.children.map((cell) => inlines(cell.children)))
      return { type: 'table', at: at(node), align, rows }
    }
    case 'code':
      return { type: 'code-block', at: at(node), value: node.value }
    case 'thematicBreak':
      return { type: 'divider', at: at(node) }
    default:
      throw new Error(`${node.type} is switched off`)
  }
}

function inlines(nodes: readonly PhrasingContent[]): MarkdownInline[] {
  return nodes.map((node): MarkdownInline => {
    switch (node.type) {
      case 'text':
        return { type: 'text', value: node.value, pieces: [] }
      case 'inlineCode':
        return { type: 'code', value: node.value }
      case 'break':
        return { type: 'break' }
      case 'strong':
      case 'emphasis':
        return { type: node.type, children: inlines(node.children) }
      case 'link':
        return { type: 'link', at: at(node), url: node.url, children: inlines(node.children) }
      case 'image':
        return image(node)
      default:
        throw new Error(`${node.type} is switched off`)
    }
  })
}

function image(node: Image): MarkdownInline {
  const { url, alt, title } = node
  return { type: 'image', at: at(node), url, alt: alt ?? '', title: title ?? '', pieces: [] }
}
