/**
 * Places in a body where a block of its own can be put, and putting it there. Pure. The lines are looked at, not parsed:
 * a page that offers places must not cost what the parser costs. What is put in is checked with the parser.
 */
import { type ParsedBody, parseBody } from './body.ts'
import type { Block } from './body-tree.ts'

export type PassageKind = 'heading' | 'paragraph' | 'list' | 'quote' | 'table' | 'code' | 'photo' | 'divider'

/** What stands between two places: a block, or blocks with no blank line between them. */
export interface Passage {
  kind: PassageKind
  /** For a paragraph: the how many of the body it is, from 1. Else 0. */
  number: number
  /** Its first words, without marks, at most `wordsCharsMax` of them. */
  words: string
  /** Where it ends in the source, in UTF-16 units: there is a place behind it. */
  end: number
}

export const wordsCharsMax = 30

const FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/
const ITEM = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:\s|$)/
const HEADING = /^#{1,6}\s/
/** Blank, or a heading without words, of which nothing is shown. */
const NOTHING = /^(?:\s*|#{1,6}(?:\s+#*)?\s*)$/
const DIVIDER = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/
const TABLE = /^[\s|:-]*-[\s|:-]*$/
const CAPTION = /^(?:(?:Table|表)\s*)?[:：]\s*\S/i

/** Lines of the source from `start` up to `end`, without blank ones around them. */
interface Chunk {
  lines: string[]
  end: number
}

/**
 * The passages of a body, in order: something can be put before the first of them and behind each. Fewer places are found
 * than there are where only the parser could tell, such as between the items of a list.
 */
export function bodyPassages(source: string): readonly Passage[] {
  let paragraphs = 0
  return joined(chunksOf(source)).map(({ lines, end }) => {
    const kind = kindOf(lines)
    if (kind === 'paragraph') paragraphs += 1
    return { kind, number: kind === 'paragraph' ? paragraphs : 0, words: wordsOf(lines), end }
  })
}

/** Do two bodies have the same passages one after the other, so that a place in one is a place in the other? */
export function haveSamePassages(a: readonly Passage[], b: readonly Passage[]): boolean {
  return a.length === b.length && a.every(({ kind }, index) => kind === b[index]?.kind)
}

/** Splits at blank lines and around headings, but not inside a fence. */
function chunksOf(source: string): Chunk[] {
  const chunks: Chunk[] = []
  let open: Chunk | undefined
  let fence = NO_FENCE
  let offset = 0
  for (const line of source.split('\n')) {
    const end = offset + line.trimEnd().length
    if (fence.inItem && /^\S/.test(line)) fence = NO_FENCE
    const isCode = fence.mark !== ''
    const isNothing = !isCode && NOTHING.test(line)
    const isHeading = !isCode && !isNothing && HEADING.test(line)
    if (isNothing || isHeading) open = undefined
    if (!isNothing) {
      if (!open) {
        open = { lines: [], end }
        chunks.push(open)
      }
      open.lines.push(line)
      if (line.trim() !== '') open.end = end
      fence = fenceAfter(fence, line)
    }
    if (isHeading) open = undefined
    offset += line.length + 1
  }
  return chunks
}

/** What a fence needs to be closed; '' where none is open. One inside an item ends with it, too. */
interface Fence {
  mark: string
  inItem: boolean
}

const NO_FENCE: Fence = { mark: '', inItem: false }

/** The fence that is open behind a line. */
function fenceAfter(open: Fence, line: string): Fence {
  const text = line.replace(ITEM, '').trimStart()
  const mark = FENCE.exec(text === line.trimStart() ? line : text)?.[1] ?? ''
  if (open.mark === '') return { mark, inItem: /^\s/.test(line) || ITEM.test(line) }
  return mark[0] === open.mark[0] && mark.length >= open.mark.length && line.trim() === mark ? NO_FENCE : open
}

/** Joins what a blank line does not part: items and their paragraphs, a table and its caption. */
function joined(chunks: readonly Chunk[]): Chunk[] {
  const groups: Chunk[] = []
  for (const chunk of chunks) {
    const last = groups.at(-1)
    if (!last || !belongsTo(last, chunk)) {
      groups.push({ lines: [...chunk.lines], end: chunk.end })
      continue
    }
    last.lines.push(...chunk.lines)
    last.end = chunk.end
  }
  return groups
}

function belongsTo({ lines }: Chunk, next: Chunk): boolean {
  const [first = ''] = next.lines
  if (lines.some((line) => ITEM.test(line)) && (ITEM.test(first) || /^\s/.test(first))) return true
  const isCaption = (chunk: readonly string[]) => chunk.some((line) => CAPTION.test(line.trimStart()))
  return (isTable(lines) && isCaption(next.lines)) || (isCaption(lines) && isTable(next.lines))
}

function isTable(lines: readonly string[]): boolean {
  return lines.slice(1).some((line) => TABLE.test(line)) && lines.some((line) => line.includes('|'))
}

function kindOf(lines: readonly string[]): PassageKind {
  const [first = ''] = lines
  if (HEADING.test(first)) return 'heading'
  if (FENCE.test(first)) return 'code'
  if (DIVIDER.test(first) && lines.length === 1) return 'divider'
  if (ITEM.test(first)) return 'list'
  if (/^ {0,3}>/.test(first)) return 'quote'
  if (isTable(lines)) return 'table'
  return /^\s*!\[[^\]]*\]\(<?photo:[^)]*\)\s*$/.test(lines.join(' ')) ? 'photo' : 'paragraph'
}

function wordsOf(lines: readonly string[]): string {
  const text = lines
    .filter((line) => !FENCE.test(line) && !TABLE.test(line))
    .join(' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}\s|(?:[-+*]|\d+[.)])\s)/, '')
    .replace(/[*_`>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...text]
  return characters.length <= wordsCharsMax ? text : `${characters.slice(0, wordsCharsMax - 1).join('')}…`
}

export type Inserted =
  | { ok: true; body: string }
  /** `unfit`: the block would become part of what is there, or break it. */
  | { ok: false; reason: 'unfit' }
  | ({ reason: 'limit' } & Extract<ParsedBody, { ok: false }>)

/** The body with a block of Markdown behind the given offset, provided that it leaves every other block as it was. */
export function insertBlock(body: string, end: number, block: string): Inserted {
  const before = body.slice(0, end).trimEnd()
  const after = body.slice(end).replace(/^(?:[^\S\n]*\n)+/, '')
  const whole = [before, block, after].filter((part) => part.trim() !== '').join('\n\n')
  const [old, made, own] = [parseBody(body), parseBody(whole), parseBody(block)]
  if (!made.ok) return { ...made, reason: 'limit' }
  if (!old.ok || !own.ok) return { ok: false, reason: 'unfit' }
  const rest = shapes(old.tree.blocks)
  const shown = shapes(made.tree.blocks)
  const added = shapes(own.tree.blocks)
  const at = shown.findIndex((shape, index) => shape !== rest[index])
  const start = Math.max(0, at < 0 ? rest.length : at)
  const isWhole = [...rest.slice(0, start), ...added, ...rest.slice(start)].join('\n') === shown.join('\n')
  return isWhole ? { ok: true, body: whole } : { ok: false, reason: 'unfit' }
}

/** Blocks without their places in the source. */
function shapes(blocks: readonly Block[]): string[] {
  return blocks.map((block) => JSON.stringify(block, (key, value) => (key === 'at' ? undefined : value)))
}
