/** Quotations with their speakers. */
import { buildInlines, type TreeNotes } from './body-inlines.ts'
import { type Block, type Inline, inlineText, type Quote, type Speaker } from './body-tree.ts'
import type { MarkdownBlock, MarkdownInline, MarkdownParagraph, MarkdownQuote } from './markdown/tree.ts'

type Inner = readonly MarkdownBlock[]

/**
 * A quotation, from a blockquote:
 *
 * - its first paragraph, or the first line of it, ends in a colon: the speaker's line, said before the words;
 * - else its last paragraph, or the last line of it, begins with a dash: the attribution, said after them;
 * - else it has no speaker.
 *
 * `buildInner` builds the remaining blocks. A quotation without words is left out.
 */
export function buildQuote(node: MarkdownQuote, notes: TreeNotes, buildInner: (inner: Inner) => Block[]): Block[] {
  const parts = splitSpeaker(node.children)
  const blocks = buildInner(parts.rest)
  if (blocks.length === 0) return []
  const speaker = parts.line && buildSpeaker(parts.line, parts.place, notes)
  const quote: Quote = { type: 'quote', at: node.at, speaker, blocks }
  return [quote]
}

interface Parts {
  line: readonly MarkdownInline[] | undefined
  place: Speaker['place']
  rest: Inner
}

const COLON_AT_END = /[：:︰﹕]\s*$/
const DASH_AT_START = /^\s*[—–―]+\s*/

function splitSpeaker(children: Inner): Parts {
  const first = children[0]
  if (first?.type === 'paragraph') {
    const [line, words] = splitAtBreak(first, 'first')
    const rest: Inner = words ? [words, ...children.slice(1)] : children.slice(1)
    if (rest.length > 0 && COLON_AT_END.test(textOf(line.children)))
      return { line: line.children, place: 'before', rest }
  }
  const last = children.at(-1)
  if (last?.type === 'paragraph') {
    const [line, words] = splitAtBreak(last, 'last')
    const rest: Inner = words ? [...children.slice(0, -1), words] : children.slice(0, -1)
    if (rest.length > 0 && DASH_AT_START.test(textOf(line.children)))
      return { line: line.children, place: 'after', rest }
  }
  return { line: undefined, place: 'before', rest: children }
}

/** Splits off the first or last line of a paragraph: the line, and what remains (`undefined` when that was all). */
function splitAtBreak(
  paragraph: MarkdownParagraph,
  which: 'first' | 'last',
): [MarkdownParagraph, MarkdownParagraph | undefined] {
  const lines = splitLines(paragraph.children)
  const at = which === 'first' ? 1 : lines.length - 1
  const head = { ...paragraph, children: lines.slice(0, at).flat() }
  const tail = { ...paragraph, children: lines.slice(at).flat() }
  if (lines.length < 2) return [paragraph, undefined]
  return which === 'first' ? [head, tail] : [tail, head]
}

/** Lines of a paragraph. Each but the last keeps its break, so that joining them gives the paragraph again. */
function splitLines(children: readonly MarkdownInline[]): MarkdownInline[][] {
  const lines: MarkdownInline[][] = [[]]
  for (const child of children) {
    if (child.type === 'text') {
      const [head = '', ...more] = child.value.split(/(?<=\n)/)
      lines.at(-1)?.push({ ...child, value: head })
      for (const value of more) lines.push([{ ...child, value }])
      if (child.value.endsWith('\n')) lines.push([])
    } else {
      lines.at(-1)?.push(child)
      if (child.type === 'break') lines.push([])
    }
  }
  return lines.filter((line) => line.length > 0)
}

function textOf(children: readonly MarkdownInline[]): string {
  // Addresses that are refused were noted when the line itself was built.
  return inlineText(buildInlines(children, { refusedUrls: [] }).children)
}

function buildSpeaker(line: readonly MarkdownInline[], place: Speaker['place'], notes: TreeNotes): Speaker | undefined {
  const { children } = buildInlines(line, notes)
  const shown = place === 'after' ? withoutDash(children) : children
  const name = boldText(shown) || inlineText(shown).replace(COLON_AT_END, '').trim()
  return name === '' ? undefined : { place, name, children: shown }
}

function withoutDash(children: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = children
  if (first?.type !== 'text') return children
  const value = first.value.replace(DASH_AT_START, '')
  return value === '' ? rest : [{ type: 'text', value }, ...rest]
}

function boldText(children: readonly Inline[]): string {
  const strong = children.find((child) => child.type === 'strong')
  return strong ? inlineText([strong]).replace(COLON_AT_END, '').trim() : ''
}
