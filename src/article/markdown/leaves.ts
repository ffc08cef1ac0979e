/** What a line is by itself, once its containers took their marks: a heading, a divider, a fence, a row of a table. */
import type { MarkdownTable, SourcePiece } from './tree.ts'

/** Three or more of one mark, with nothing else but spaces (CommonMark 4.1). */
const DIVIDER = /^([*_-])[ \t]*(?:\1[ \t]*){2,}$/

export function isDivider(line: string): boolean {
  return DIVIDER.test(line)
}

export interface HeadingLine {
  depth: number
  /** Offsets of its words in the line. */
  start: number
  end: number
}

/** `## words`, perhaps with marks behind the words (CommonMark 4.2). */
export function readHeading(line: string): HeadingLine | undefined {
  const opening = /^(#{1,6})(?:[ \t]+|$)/.exec(line)
  if (!opening) return undefined
  const [all, marks = ''] = opening
  const words = line.slice(all.length).replace(/(?:^|[ \t]+)#+[ \t]*$/, '')
  return { depth: marks.length, ...trimmed(line, all.length, all.length + words.length) }
}

export interface Fence {
  mark: string
  size: number
}

/** The line that opens fenced code; its language is not kept (CommonMark 4.5). */
export function readFence(line: string): Fence | undefined {
  const marks = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0]
  return marks ? { mark: marks[0] ?? '', size: marks.length } : undefined
}

/** Is this the line that ends the code? Its own spaces before the marks are taken already. */
export function closesFence(line: string, { mark, size }: Fence): boolean {
  const { end } = trimmed(line, 0, line.length)
  return end >= size && line.slice(0, end) === mark.repeat(end)
}

export interface ListMark {
  ordered: boolean
  /** The bullet, or what stands behind the number: a list keeps to one of them. */
  mark: string
  number: number
  length: number
}

/** The mark at the beginning of a list item (CommonMark 5.2). */
export function readListMark(line: string): ListMark | undefined {
  const [all, bullet, digits, behind = ''] = /^(?:([*+-])|(\d{1,9})([.)]))(?=[ \t]|$)/.exec(line) ?? []
  if (all === undefined || isDivider(line)) return undefined
  return { ordered: bullet === undefined, mark: bullet ?? behind, number: Number(digits ?? 1), length: all.length }
}

const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/** The row that makes a header of the line above it; `undefined` when it is none (GFM 4.10). */
export function readDelimiterRow(line: string): MarkdownTable['align'] | undefined {
  if (!/[|:]/.test(line) || !DELIMITER_ROW.test(line)) return undefined
  return readCells(line, 0, line.length).map(({ start, end }) => {
    const left = line[start] === ':'
    const right = line[end - 1] === ':'
    return left && right ? 'center' : left ? 'left' : right ? 'right' : undefined
  })
}

/** Offsets of the words of each cell of a row, which goes from `start` to `end`. */
export function readCells(source: string, start: number, end: number): SourcePiece[] {
  const cells: SourcePiece[] = []
  let from = source[start] === '|' ? start + 1 : start
  for (let at = from; at < end; at++) {
    if (source[at] === '\\' && /[\\|]/.test(source[at + 1] ?? '')) at += 1
    else if (source[at] === '|') {
      cells.push(trimmed(source, from, at))
      from = at + 1
    }
  }
  const last = trimmed(source, from, end)
  if (cells.length === 0 || last.start < last.end) cells.push(last)
  return cells
}

/** The same stretch without spaces and tabs at both ends. */
export function trimmed(source: string, start: number, end: number): SourcePiece {
  let [first, last] = [start, end]
  while (first < last && isSpace(source.charCodeAt(first))) first += 1
  while (last > first && isSpace(source.charCodeAt(last - 1))) last -= 1
  return { start: first, end: last }
}

/** A space or a tab, as a UTF-16 unit. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09
}
