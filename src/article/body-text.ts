/** Tree -> plain text, for search, e-mail and the `.txt` view. */
import type { Block, BodyTree, Inline, List, PhotoBlock, Quote } from './body-tree.ts'

export interface TextOptions {
  /** Write the address behind each link whose text is another: for e-mail, not for search. */
  addresses?: boolean
  /** Alternative texts and captions of photos, as `renderBody` shows them; what the body itself says if absent. */
  photoText?: (photo: PhotoBlock) => string
}

/** Paragraphs with a blank line between them; items of lists begin with a bullet or their number. */
export function bodyText(tree: BodyTree, options: TextOptions = {}): string {
  return blocksText(tree.blocks, options)
}

function blocksText(blocks: readonly Block[], options: TextOptions): string {
  return blocks
    .map((block) => blockText(block, options))
    .filter((text) => text !== '')
    .join('\n\n')
}

function blockText(block: Block, options: TextOptions): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return plain(block.children, options)
    case 'list':
      return listText(block, options)
    case 'quote':
      return quoteText(block, options)
    case 'table': {
      const rows = [block.header, ...block.rows].map((row) => row.map((cell) => plain(cell, options)).join(' | '))
      return [block.caption ? plain(block.caption, options) : '', ...rows].filter((row) => row !== '').join('\n')
    }
    case 'code-block':
      return block.value
    case 'divider':
      return '* * *'
    case 'photo':
      return options.photoText?.(block) ?? [block.alt, block.caption].filter(Boolean).join('\n')
  }
}

function listText(list: List, options: TextOptions): string {
  const items = list.items.map((blocks, index) => {
    const marker = list.ordered ? `${list.start + index}. ` : '• '
    const inner = list.tight ? blocks.map((block) => blockText(block, options)).join('\n') : blocksText(blocks, options)
    return marker + inner.replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`)
  })
  return items.join('\n')
}

function quoteText(quote: Quote, options: TextOptions): string {
  const words = blocksText(quote.blocks, options)
  if (!quote.speaker) return words
  const line = plain(quote.speaker.children, options)
  return quote.speaker.place === 'before' ? `${line}\n${words}` : `${words}\n— ${line}`
}

function plain(nodes: readonly Inline[], options: TextOptions): string {
  return nodes.map((node) => plainNode(node, options)).join('')
}

function plainNode(node: Inline, options: TextOptions): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'text' || node.type === 'code') return node.value
  const text = plain(node.children, options)
  if (node.type !== 'link' || !options.addresses) return text
  const address = node.url.replace(/^(?:mailto|tel):/, '')
  return text.includes(address) || text.includes(node.url.replace(/\/$/, '')) ? text : `${text} <${address}>`
}
