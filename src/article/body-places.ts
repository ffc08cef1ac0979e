/** Places in a body where a block of its own can be put, and putting it there. Pure. */
import { type ParsedBody, parseBody } from './body.ts'
import { buildBlocks } from './body-blocks.ts'
import { type Block, inlineText } from './body-tree.ts'
import { allInlineTexts } from './body-walk.ts'
import { parseMarkdown } from './markdown.ts'
import { isCaption, takeCaptions } from './table-caption.ts'

/** What stands between two places: a block, or a table with its caption. */
export interface Passage {
  kind: Block['type']
  /** For a paragraph: the how many of the body it is, from 1. Else 0. */
  number: number
  /** Its beginning, without marks: enough to know it by. */
  words: string
  /** Where it ends in the source, in UTF-16 units: there is a place behind it. */
  end: number
}

/** Columns of words that a line on a phone has room for; Chinese characters take two. */
const wordsColumnsMax = 60

/**
 * The passages of a body, in order: something can be put before the first of them and behind each. A body over a limit has
 * none.
 */
export function bodyPassages(source: string): readonly Passage[] {
  const parsed = parseMarkdown(source)
  if (!parsed.ok) return []
  const groups = joined(
    parsed.blocks.map((node) => ({ at: node.at, blocks: buildBlocks([node], 'article', { refusedUrls: [] }) })),
  )
  let paragraphs = 0
  return groups.map(({ blocks: found }, index) => {
    const blocks = takeCaptions(found)
    const kind = (blocks.find(({ type }) => type === 'table') ?? blocks[0])?.type ?? 'paragraph'
    paragraphs += blocks.filter(({ type }) => type === 'paragraph').length
    const end = source.slice(0, groups[index + 1]?.at).trimEnd().length
    return { kind, number: kind === 'paragraph' ? paragraphs : 0, words: wordsOf(blocks), end }
  })
}

interface Group {
  at: number
  blocks: Block[]
}

/** Leaves out what shows nothing, and joins tables with what may be their captions. */
function joined(nodes: readonly Group[]): Group[] {
  const groups: Group[] = []
  for (const { at, blocks } of nodes) {
    const last = groups.at(-1)
    const [before, first] = [last?.blocks.at(-1), blocks[0]]
    if (!first) continue
    if (last && before && (isCaptioned(before, first) || isCaptioned(first, before))) last.blocks.push(...blocks)
    else groups.push({ at, blocks: [...blocks] })
  }
  return groups
}

function isCaptioned(table: Block, other: Block): boolean {
  return table.type === 'table' && isCaption(other)
}

function wordsOf(blocks: readonly Block[]): string {
  const [first] = blocks
  const texts = allInlineTexts(blocks).map(({ nodes }) => inlineText(nodes))
  const text = (first?.type === 'code-block' ? first.value : texts.join(' ')).replace(/\s+/g, ' ').trim()
  let columns = 0
  let shown = ''
  for (const character of text) {
    columns += /[\u2e80-\uffef]/.test(character) ? 2 : 1
    if (columns > wordsColumnsMax) return `${shown}…`
    shown += character
  }
  return text
}

/** Do two bodies have the same passages one after the other, so that a place in one is a place in the other? */
export function haveSamePassages(a: readonly Passage[], b: readonly Passage[]): boolean {
  return a.length === b.length && a.every(({ kind }, index) => kind === b[index]?.kind)
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
