/**
 * Blocks of Markdown, line by line (CommonMark 0.31, appendix "A parsing strategy"): a line first goes through the open
 * containers, then may open new ones, and what is left of it belongs to a leaf.
 */
import { type InlineLine, parseInlines } from './inlines.ts'
import {
  closesFence,
  type Fence,
  isDivider,
  readCells,
  readDelimiterRow,
  readFence,
  readHeading,
  readListMark,
} from './leaves.ts'
import { Line } from './line.ts'
import type { MarkdownBlock, MarkdownList, MarkdownQuote, MarkdownTable } from './tree.ts'

interface QuoteContainer {
  kind: 'quote'
  children: MarkdownBlock[]
}

interface ListContainer {
  kind: 'list'
  list: MarkdownList
  mark: string
  /** Columns by which a line is indented to belong to the item that is open. */
  indent: number
  /** The item has had nothing yet but its mark, and after that but blank lines. */
  isEmpty: boolean
  isAbandoned: boolean
  /** Blocks of that item. */
  children: MarkdownBlock[]
}

type Container = QuoteContainer | ListContainer

type Leaf =
  | { kind: 'paragraph'; lines: InlineLine[] }
  | { kind: 'fence'; at: number; fence: Fence; indent: number; lines: string[] }
  | { kind: 'table'; table: MarkdownTable }

/** The blocks of a source without NUL, in time linear in its length but for the marks inside one paragraph. */
export function parseBlocks(source: string): MarkdownBlock[] {
  const parser = new BlockParser(source)
  const breaks = /\r\n|\n|\r/g
  let start = 0
  for (let match = breaks.exec(source); match; match = breaks.exec(source)) {
    parser.addLine(new Line(source, start, match.index))
    start = breaks.lastIndex
  }
  if (start < source.length) parser.addLine(new Line(source, start, source.length))
  return parser.finish()
}

class BlockParser {
  readonly #source: string
  readonly #blocks: MarkdownBlock[] = []
  #open: Container[] = []
  #leaf: Leaf | undefined

  constructor(source: string) {
    this.#source = source
  }

  addLine(line: Line): void {
    let matched = 0
    while (matched < this.#open.length && this.#continues(matched, line)) matched += 1
    const leaf = this.#leaf
    const isWithin = matched === this.#open.length
    if (isWithin && leaf?.kind === 'fence') this.#addCode(leaf, line)
    else {
      const isNew = this.#openContainers(line, matched, isWithin && leaf?.kind === 'paragraph')
      this.#addToLeaf(line, isNew ? this.#open.length : matched)
    }
  }

  finish(): MarkdownBlock[] {
    this.#closeLeaf()
    return this.#blocks
  }

  /** Takes the mark or the indentation of an open container; a list may go on with a new item. */
  #continues(index: number, line: Line): boolean {
    const container = this.#open[index]
    if (container?.kind === 'list') return this.#continuesList(container, index, line)
    const goBack = line.mark()
    line.takeSpaces()
    if (line.next === '>') {
      takeQuoteMark(line)
      return true
    }
    goBack()
    return false
  }

  #continuesList(list: ListContainer, index: number, line: Line): boolean {
    if (line.isBlank) {
      if (list.isEmpty) list.isAbandoned = true
      line.takeSpaces(list.indent)
      return true
    }
    const isAbandoned = list.isAbandoned
    list.isEmpty = list.isAbandoned = false
    const goBack = line.mark()
    if (!isAbandoned && line.takeSpaces(list.indent) === list.indent) return true
    goBack()
    const item = takeListMark(line, false)
    if (item?.ordered !== list.list.ordered || item.mark !== list.mark) {
      goBack()
      return false
    }
    this.#closeLeaf()
    this.#open.length = index + 1
    list.children = []
    list.list.items.push(list.children)
    list.indent = item.indent
    list.isEmpty = item.isEmpty
    return true
  }

  /** Opens the containers that begin here; whatever was open beyond the first `matched` ends with that. */
  #openContainers(line: Line, matched: number, interruptsParagraph: boolean): boolean {
    let isNew = false
    for (;;) {
      const goBack = line.mark()
      const opened = readContainer(line, interruptsParagraph)
      if (!opened) {
        goBack()
        return isNew
      }
      if (!isNew) {
        this.#closeLeaf()
        this.#open.length = matched
      }
      isNew = true
      this.#append(opened.block)
      this.#open.push(opened.container)
    }
  }

  #addToLeaf(line: Line, matched: number): void {
    const indent = line.takeSpaces()
    const isLazy = matched < this.#open.length
    const { rest } = line
    const begins = startsLeaf(rest)
    if (rest !== '' && !begins && this.#goesOn(line, isLazy)) return
    this.#closeLeaf()
    this.#open.length = matched
    if (rest === '') return
    if (!begins) this.#leaf = { kind: 'paragraph', lines: [{ start: line.at, end: line.end }] }
    else this.#startLeaf(line, indent)
  }

  /** Does the open leaf go on with this line? A paragraph does even where its containers do not ("laziness"). */
  #goesOn(line: Line, isLazy: boolean): boolean {
    const leaf = this.#leaf
    if (leaf?.kind === 'paragraph') {
      if (isLazy || !this.#startTable(leaf.lines, line)) leaf.lines.push({ start: line.at, end: line.end })
      return true
    }
    if (leaf?.kind !== 'table' || isLazy) return false
    this.#addRow(leaf.table, { start: line.at, end: line.end })
    return true
  }

  /** Under the last line of a paragraph a row of dashes makes it the header of a table. */
  #startTable(lines: InlineLine[], line: Line): boolean {
    const header = lines.at(-1)
    const align = header && readDelimiterRow(line.rest)
    if (
      !align ||
      isLoneBar(this.#source.slice(header.start, header.end)) ||
      readCells(this.#source, header.start, header.end).length !== align.length
    )
      return false
    lines.pop()
    this.#closeLeaf()
    const table: MarkdownTable = { type: 'table', at: header.start, align, rows: [] }
    this.#append(table)
    this.#leaf = { kind: 'table', table }
    this.#addRow(table, header)
    return true
  }

  #addRow(table: MarkdownTable, { start, end }: InlineLine): void {
    const cells = readCells(this.#source, start, end)
    table.rows.push(cells.map((cell) => parseInlines(this.#source, [cell], { inTable: true })))
  }

  #startLeaf(line: Line, indent: number): void {
    const { at, rest } = line
    const heading = readHeading(rest)
    const fence = heading ? undefined : readFence(rest)
    if (heading) {
      const words = { start: at + heading.start, end: at + heading.end }
      this.#append({ type: 'heading', at, depth: heading.depth, children: parseInlines(this.#source, [words]) })
    } else if (fence) this.#leaf = { kind: 'fence', at, fence, indent, lines: [] }
    else this.#append({ type: 'divider', at })
  }

  #addCode(leaf: Extract<Leaf, { kind: 'fence' }>, line: Line): void {
    const goBack = line.mark()
    line.takeSpaces()
    if (closesFence(line.rest, leaf.fence)) {
      this.#closeLeaf()
      return
    }
    goBack()
    line.takeSpaces(leaf.indent)
    leaf.lines.push(line.code)
  }

  #closeLeaf(): void {
    const leaf = this.#leaf
    this.#leaf = undefined
    if (leaf?.kind === 'fence') this.#append({ type: 'code-block', at: leaf.at, value: leaf.lines.join('\n') })
    const first = leaf?.kind === 'paragraph' ? leaf.lines[0] : undefined
    if (leaf?.kind === 'paragraph' && first)
      this.#append({ type: 'paragraph', at: first.start, children: parseInlines(this.#source, leaf.lines) })
  }

  #append(block: MarkdownBlock): void {
    const children = this.#open.at(-1)?.children ?? this.#blocks
    children.push(block)
  }
}

function isLoneBar(row: string): boolean {
  return /^\|[ \t]*$/.test(row)
}

/** Heading, fence or divider. */
function startsLeaf(rest: string): boolean {
  if (!/^[#`~*_-]/.test(rest)) return false
  return readHeading(rest) !== undefined || readFence(rest) !== undefined || isDivider(rest)
}

interface Opened {
  container: Container
  block: MarkdownQuote | MarkdownList
}

function readContainer(line: Line, interruptsParagraph: boolean): Opened | undefined {
  const goBack = line.mark()
  line.takeSpaces()
  const { at } = line
  if (line.next === '>') {
    takeQuoteMark(line)
    const children: MarkdownBlock[] = []
    return { container: { kind: 'quote', children }, block: { type: 'quote', at, children } }
  }
  goBack()
  const item = takeListMark(line, interruptsParagraph)
  if (!item) return undefined
  const { ordered, number, mark, indent, isEmpty } = item
  const children: MarkdownBlock[] = []
  const list: MarkdownList = { type: 'list', at, ordered, start: number, items: [children] }
  return { container: { kind: 'list', list, mark, indent, isEmpty, isAbandoned: false, children }, block: list }
}

/** `>` and one column of space behind it. */
function takeQuoteMark(line: Line): void {
  line.take(1)
  line.takeSpaces(1)
}

/**
 * In the middle of a paragraph only a list that begins with 1 and has words begins (CommonMark 5.3); what begins on the
 * same line inside of it, too, so that no words are lost in an item without any.
 */
function takeListMark(line: Line, interruptsParagraph: boolean) {
  const before = line.takeSpaces()
  if (!/[*+\d-]/.test(line.next)) return undefined
  const found = readListMark(line.rest)
  if (!found) return undefined
  const { ordered, mark, number, length } = found
  line.take(length)
  const isEmpty = line.isBlank
  if (interruptsParagraph && (isEmpty || (ordered && (number !== 1 || length !== 2)))) return undefined
  const indent = before + length + (isEmpty ? 1 : line.takeSpaces())
  return { ordered, mark, number, indent, isEmpty }
}
