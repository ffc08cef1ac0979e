/** The lines of a paragraph as one text, and where its characters stand in the source. */

import { trimmed } from './leaves.ts'
import type { MarkdownText, SourcePiece } from './tree.ts'

export class InlineText {
  /** The lines with a line feed between them, without spaces at both ends. */
  readonly value: string
  /** For each line: where it begins in the text, and how far it stands from there in the source. */
  readonly #lines: { from: number; shift: number }[] = []

  constructor(source: string, lines: readonly SourcePiece[]) {
    const texts: string[] = []
    let from = 0
    for (const [index, { start, end }] of lines.entries()) {
      const last = index === lines.length - 1 ? trimmed(source, start, end).end : end
      texts.push(source.slice(start, last))
      this.#lines.push({ from, shift: start - from })
      from += last - start + 1
    }
    this.value = texts.join('\n')
  }

  /** Offset in the source of a character of the text. */
  offsetOf(at: number): number {
    let shift = 0
    for (const line of this.#lines) {
      if (line.from > at) break
      shift = line.shift
    }
    return at + shift
  }

  /** Characters of one line that stand for themselves. */
  literal(from: number, to: number): MarkdownText {
    const start = this.offsetOf(from)
    return { type: 'text', value: this.value.slice(from, to), pieces: [{ start, end: start + to - from }] }
  }
}
