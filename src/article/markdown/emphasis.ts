/** Runs of `*` and `_`, and which of them belong together (CommonMark 6.2). */
import type { InlineText } from './inline-text.ts'
import type { MarkdownInline, MarkdownText } from './tree.ts'

/** A run of marks whose meaning is open. */
export interface Delimiters {
  type: 'delimiters'
  mark: string
  /** Offset in the text. */
  from: number
  length: number
  opens: boolean
  closes: boolean
}

/** Inline content while it is parsed. */
export type Part = MarkdownInline | Delimiters

/** The run that begins at an offset, with what its neighbours allow it. */
export function readDelimiters(text: string, from: number): Delimiters {
  const mark = text.charAt(from)
  let to = from + 1
  while (text[to] === mark) to += 1
  const before = sideOf(text, from - 1)
  const after = sideOf(text, to)
  const opens = after === 'word' || (after === 'punctuation' && before !== 'word')
  const closes = before === 'word' || (before === 'punctuation' && after !== 'word')
  const run = { type: 'delimiters' as const, mark, from, length: to - from }
  if (mark === '*') return { ...run, opens, closes }
  return { ...run, opens: opens && (before !== 'word' || !closes), closes: closes && (after !== 'word' || !opens) }
}

type Side = 'word' | 'space' | 'punctuation'

/** By one UTF-16 unit: an emoji counts as a letter. */
function sideOf(text: string, at: number): Side {
  const unit = text.charAt(at)
  if (unit === '' || /\s/.test(unit)) return 'space'
  return /[\p{P}\p{S}]/u.test(unit) && !isTransparent(text, at) ? 'punctuation' : 'word'
}

/**
 * Full-width and typographic punctuation that counts as a letter where only `*` stand between it and a letter: CommonMark
 * reads `**「藍圖」**提出` as asterisks, and editors mean bold.
 */
const TRANSPARENT = /[「」『』《》〈〉（）【】〔〕，。、；：！？“”‘’—…·～％–]/
const LETTER_BEHIND = /\*+[\p{L}\p{N}]/uy

function isTransparent(text: string, at: number): boolean {
  if (!TRANSPARENT.test(text.charAt(at))) return false
  LETTER_BEHIND.lastIndex = at + 1
  if (LETTER_BEHIND.test(text)) return true
  let before = at
  while (text[before - 1] === '*') before -= 1
  return before < at && /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, before - 2), before))
}

/** The same parts, with emphasis and strong emphasis where two runs belong together. */
export function matchDelimiters(given: readonly Part[], text: InlineText): Part[] {
  const parts = [...given]
  for (let index = 0; index < parts.length; index++) {
    const closer = parts[index]
    if (closer?.type !== 'delimiters' || !closer.closes) continue
    const open = findOpener(parts, index, closer)
    const opener = parts[open]
    if (opener?.type !== 'delimiters') continue
    const used = opener.length > 1 && closer.length > 1 ? 2 : 1
    const children = settle(parts.slice(open + 1, index), text)
    const left = { ...opener, length: opener.length - used }
    const right = { ...closer, from: closer.from + used, length: closer.length - used }
    const node: Part = { type: used === 2 ? 'strong' : 'emphasis', children }
    const kept = [...(left.length > 0 ? [left] : []), node, ...(right.length > 0 ? [right] : [])]
    parts.splice(open, index - open + 1, ...kept)
    index = open + kept.length - (right.length > 0 ? 2 : 1)
  }
  return parts
}

/** The nearest run before that may open what this one closes; -1 when there is none. */
function findOpener(parts: readonly Part[], index: number, closer: Delimiters): number {
  for (let open = index - 1; open >= 0; open--) {
    const opener = parts[open]
    if (opener?.type !== 'delimiters' || !opener.opens || opener.mark !== closer.mark) continue
    const isAmbiguous = opener.closes || closer.opens
    if (isAmbiguous && closer.length % 3 !== 0 && (opener.length + closer.length) % 3 === 0) continue
    return open
  }
  return -1
}

/** Finished content: runs without a partner are text, neighbouring texts are one. */
export function settle(parts: readonly Part[], text: InlineText): readonly MarkdownInline[] {
  const nodes: MarkdownInline[] = []
  for (const part of parts) {
    const node = part.type === 'delimiters' ? text.literal(part.from, part.from + part.length) : part
    const last = nodes.at(-1)
    if (node.type === 'text' && last?.type === 'text') nodes[nodes.length - 1] = joined(last, node)
    else nodes.push(node)
  }
  return nodes
}

function joined(first: MarkdownText, second: MarkdownText): MarkdownText {
  const before = first.pieces.at(-1)
  const [after, ...others] = second.pieces
  const touches = before && after && before.end === after.start
  const pieces = touches
    ? [...first.pieces.slice(0, -1), { start: before.start, end: after.end }, ...others]
    : [...first.pieces, ...second.pieces]
  return { type: 'text', value: first.value + second.value, pieces }
}
