/** Captions of tables. GFM has no syntax for them; this is Pandoc's (table_captions), with a Chinese word beside it. */
import type { Block, Inline, Paragraph, Table, Text } from './body-tree.ts'

const CAPTION = /^(?:(?:Table|表)\s*)?[:：]\s*(?=\S)/i

/** Moves a caption paragraph that stands right before or right after a table into it. */
export function takeCaptions(blocks: readonly Block[]): Block[] {
  const taken = new Set<Block>()
  const captioned = blocks.map((block, index) => {
    if (block.type !== 'table') return block
    const neighbour = [blocks[index - 1], blocks[index + 1]].find(
      (other) => other && !taken.has(other) && isCaption(other),
    )
    if (neighbour?.type !== 'paragraph') return block
    taken.add(neighbour)
    return { ...block, caption: withoutMark(neighbour) } satisfies Table
  })
  return captioned.filter((_, index) => {
    const original = blocks[index]
    return original === undefined || !taken.has(original)
  })
}

export function isCaption(block: Block): boolean {
  const first = block.type === 'paragraph' ? block.children[0] : undefined
  return first?.type === 'text' && CAPTION.test(first.value)
}

function withoutMark(paragraph: Paragraph): readonly Inline[] {
  const [first, ...rest] = paragraph.children
  if (first?.type !== 'text') return paragraph.children
  const text: Text = { type: 'text', value: first.value.replace(CAPTION, '') }
  return [text, ...rest]
}
