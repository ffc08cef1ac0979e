import type { MarkdownInline, SourcePiece } from './tree.ts'

/** The characters of inline content, marks left out. */
export function plainText(nodes: readonly MarkdownInline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'code') return node.value
      if (node.type === 'image') return node.alt
      return node.type === 'break' ? '' : plainText(node.children)
    })
    .join('')
}

/** Where those of its characters stand in the source that stand for themselves. */
export function piecesOf(nodes: readonly MarkdownInline[]): SourcePiece[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text' || node.type === 'image') return node.pieces
    return 'children' in node ? piecesOf(node.children) : []
  })
}
