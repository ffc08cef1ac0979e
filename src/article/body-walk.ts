/** Walking through the tree of a body. */
import type { Block, Inline } from './body-tree.ts'

/** Every block, those inside lists and quotations after the one that holds them. */
export function allBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return [block, ...block.items.flatMap((item) => allBlocks(item))]
    return block.type === 'quote' ? [block, ...allBlocks(block.blocks)] : [block]
  })
}

/** A stretch of text that is read in one go: a paragraph, a heading, a cell, a speaker's line. */
export interface InlineText {
  nodes: readonly Inline[]
  /** Offset of the block in the source. */
  at: number
  isHeading: boolean
}

export function allInlineTexts(blocks: readonly Block[]): InlineText[] {
  return allBlocks(blocks).flatMap((block): InlineText[] => {
    const { at } = block
    const text = (nodes: readonly Inline[]) => ({ nodes, at, isHeading: block.type === 'heading' })
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [text(block.children)]
      case 'quote':
        return block.speaker ? [text(block.speaker.children)] : []
      case 'table':
        return [block.caption ?? [], ...block.header, ...block.rows.flat()].map(text)
      case 'photo':
        return [text([{ type: 'text', value: block.alt }]), text([{ type: 'text', value: block.caption }])]
      default:
        return []
    }
  })
}
