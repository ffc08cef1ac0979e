/**
 * Script conversion of Markdown source: what readers see is converted, everything else stays as it is, byte for byte.
 *
 * The texts of one block are converted together, so that a word is seen whole across marks and line breaks
 * (`**數碼**港`), and the results are put back into the source where the texts stood. Markup, addresses, code, escapes and
 * entities are never given away, so that both editions have the same structure.
 */
import { parseLangMark } from './body-inlines.ts'
import type { BodyProblem } from './body-limits.ts'
import { firstCharacter, joint, lastCharacter } from './line-breaks.ts'
import type { MarkdownBlock, MarkdownInline, SourcePiece } from './markdown/tree.ts'
import { parseMarkdown } from './markdown.ts'
import { restoreShape } from './restore-shape.ts'

/** A stretch of a block. Protected runs give context; what is returned for them is ignored. */
export interface ConvertRun {
  text: string
  protected?: boolean
}

/** Converts the runs of one block as one text and returns as many strings, in the same order. */
export type ConvertRuns = (runs: readonly ConvertRun[]) => readonly string[]

export type ConvertedBody = { ok: true; markdown: string } | { ok: false; problem: BodyProblem }

/**
 * The converted source, or the limit that the source passes (body-limits.ts). Text under `[…](keep:)` and
 * `[…](lang:…)` is protected, unless the language is Chinese of no particular script (`lang:yue`).
 *
 * @throws RangeError when `convertRuns` returns another number of strings than it was given.
 */
export function convertBody(markdown: string, convertRuns: ConvertRuns): ConvertedBody {
  const parsed = parseMarkdown(markdown)
  if (!parsed.ok) return parsed
  const edits: Edit[] = []
  for (const text of parsed.blocks.flatMap((block) => collectBlocks(block, markdown))) {
    edits.push(...convertBlock(text, convertRuns))
  }
  return { ok: true, markdown: applyEdits(markdown, edits) }
}

/**
 * The texts of a body in their order, each as the runs that are converted together; `undefined` over a limit. Only texts
 * with something to convert.
 */
export function convertedTexts(markdown: string): readonly (readonly ConvertRun[])[] | undefined {
  const parsed = parseMarkdown(markdown)
  if (!parsed.ok) return undefined
  return parsed.blocks
    .flatMap((block) => collectBlocks(block, markdown))
    .filter(hasConvertible)
    .map(runsOf)
}

/** A run, with the place it came from; text that has none (a line break, code) is protected. */
interface Segment extends ConvertRun {
  start?: number
}

interface Edit {
  start: number
  end: number
  text: string
}

function convertBlock(segments: readonly Segment[], convertRuns: ConvertRuns): Edit[] {
  if (!hasConvertible(segments)) return []
  const runs = runsOf(segments)
  const converted = convertRuns(runs)
  if (converted.length !== runs.length) {
    throw new RangeError(`convertRuns got ${runs.length} runs and returned ${converted.length}: return one per run`)
  }
  return segments.flatMap(({ text, start, protected: isProtected }, index) => {
    const result = converted[index] ?? text
    if (isProtected || start === undefined || result === text) return []
    return [{ start, end: start + text.length, text: restoreShape(text, result) }]
  })
}

/** Script conversion has nothing to do in ASCII. */
function hasConvertible(segments: readonly Segment[]): boolean {
  return segments.some((segment) => !segment.protected && /[^\p{ASCII}]/u.test(segment.text))
}

function runsOf(segments: readonly Segment[]): ConvertRun[] {
  return segments.map(({ text, protected: isProtected }) => (isProtected ? { text, protected: true } : { text }))
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(source.slice(at, start), text)
    at = end
  }
  return parts.join('') + source.slice(at)
}

function collectBlocks(block: MarkdownBlock, source: string): Segment[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return collectTexts(block.children, source)
    case 'quote':
      return block.children.flatMap((child) => collectBlocks(child, source))
    case 'list':
      return block.items.flat().flatMap((child) => collectBlocks(child, source))
    case 'table':
      return block.rows.flat().flatMap((cell) => collectTexts(cell, source))
    default:
      return []
  }
}

/** The text of one paragraph, heading or cell, and those of its images. */
function collectTexts(nodes: readonly MarkdownInline[], source: string): Segment[][] {
  const collector: Collector = { source, segments: [], images: [], isProtected: false }
  for (const node of nodes) collectInline(node, collector)
  return [collector.segments, ...collector.images]
}

interface Collector {
  source: string
  segments: Segment[]
  /** The texts of each image are a block of their own. */
  images: Segment[][]
  isProtected: boolean
}

function collectInline(node: MarkdownInline, collector: Collector): void {
  switch (node.type) {
    case 'text':
      pushPieces(node.pieces, collector)
      return
    case 'code':
      collector.segments.push({ text: node.value, protected: true })
      return
    case 'break':
      collector.segments.push({ text: '\n', protected: true })
      return
    case 'image': {
      const inner: Collector = { ...collector, segments: [] }
      pushPieces(node.pieces, inner)
      collector.images.push(inner.segments)
      return
    }
    default: {
      const outer = collector.isProtected
      collector.isProtected ||= node.type === 'link' && isProtecting(node.url)
      for (const child of node.children) collectInline(child, collector)
      collector.isProtected = outer
    }
  }
}

/** Languages whose script the edition decides. */
const SCRIPT_OF_EDITION = new Set(['zh', 'yue', 'cmn', 'lzh'])

function isProtecting(url: string): boolean {
  const lang = parseLangMark(url)
  return url === 'keep:' || (lang !== undefined && !SCRIPT_OF_EDITION.has(lang))
}

/** What looks like an address stands for itself, Han in it included. */
const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>「」『』（）《》，。、；：！？]+)/

function pushPieces(pieces: readonly SourcePiece[], collector: Collector): void {
  for (const { start, end } of pieces) {
    pushGap(start, collector)
    let at = start
    for (const [index, text] of collector.source.slice(start, end).split(ADDRESS).entries()) {
      if (text !== '')
        collector.segments.push({
          text,
          start: at,
          ...(index % 2 === 1 || collector.isProtected ? { protected: true } : {}),
        })
      at += text.length
    }
  }
}

/** What stands between two texts as the reader sees it: nothing for marks, nothing or a space for a line break. */
function pushGap(start: number, { source, segments }: Collector): void {
  const before = segments.at(-1)
  if (before?.start === undefined) return
  const gap = source.slice(before.start + before.text.length, start)
  if (/[\r\n]/.test(gap)) {
    const space = joint(lastCharacter(before.text.trimEnd()), firstCharacter(source.slice(start, start + 2)))
    if (space) segments.push({ text: space, protected: true })
  } else if (/^[\\&]/.test(gap)) {
    segments.push({ text: gap, protected: true })
  }
}
