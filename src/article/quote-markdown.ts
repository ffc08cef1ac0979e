/**
 * A quotation as the Markdown that body-quote.ts reads back: the same speaker, the same words, whatever characters are in
 * them. Pure, and free of the parser: the browser makes it too.
 */
import type { QuoteStyle } from '../edition/messages/messages.ts'
import { clean } from './clean-text.ts'
import { firstCharacter, joint, lastCharacter } from './line-breaks.ts'

export interface Quotation {
  speaker: string
  /** Office of the speaker; '' when it is not said. */
  role: string
  /** Plain text; blank lines between paragraphs. */
  words: string
}

/** The name as a speaker's line can say it: in one line, and without a colon at its end. '' when nothing is left. */
export function speakerName(raw: string): string {
  return oneLine(raw).replace(/[\s:：︰﹕]+$/u, '')
}

/** Several lines separated by `>`: the speaker's line, then the words, each paragraph with its marks. */
export function quoteMarkdown({ speaker, role, words }: Quotation, style: QuoteStyle): string {
  const paragraphs = markedParagraphs(words, style.marks).map(escaped)
  return [speakerLine(speakerName(speaker), oneLine(role), style), ...paragraphs]
    .map((line) => `> ${line}`)
    .join('\n>\n')
}

function speakerLine(name: string, role: string, { said, saidAlone }: QuoteStyle): string {
  const [before = '', after = ''] = (role === '' ? saidAlone : said).split('{name}')
  const beside = (text: string) => text.replace('{role}', () => escaped(role))
  // `**` with a letter on its other side neither opens before punctuation nor closes behind it (CommonMark, 6.2).
  const opening = /\S$/.test(beside(before)) && /^[\p{P}\p{S}]/u.test(name) ? ' ' : ''
  const closing = /[\p{P}\p{S}]$/u.test(name) && /^[^\s,:：]/.test(after) ? ' ' : ''
  return escapedStart(`${beside(before)}${opening}**${escaped(name)}**${closing}${beside(after)}`)
}

function oneLine(text: string): string {
  return joinLines(clean(text)).trim()
}

function joinLines(text: string): string {
  return text.replace(/[^\S\n]*\n\s*/g, (gap, at: number) =>
    joint(lastCharacter(text.slice(0, at)), firstCharacter(text.slice(at + gap.length))),
  )
}

/** Every paragraph opens the quotation again, the last one closes it: as newspapers do in either language. */
function markedParagraphs(words: string, marks: QuoteStyle['marks']): string[] {
  const typed = clean(words)
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '')
  const bare = withoutMarks(typed) ?? typed.map((paragraph) => nested(paragraph, marks))
  const [open, , , close] = marks
  return bare.map((paragraph, index) => `${open}${paragraph}${index === bare.length - 1 ? close : ''}`)
}

const PAIRS = ['「」', '『』', '“”', '‘’', '«»', '""'] as const

/** The paragraphs without the marks around the whole of them; undefined when there are none. */
function withoutMarks(paragraphs: readonly string[]): string[] | undefined {
  for (const [open = '', close = ''] of PAIRS) {
    const last = paragraphs.at(-1)
    if (!paragraphs[0]?.startsWith(open) || !last?.endsWith(close) || last.length < 2) continue
    const inner = paragraphs.map((paragraph, index) => {
      const opened = paragraph.startsWith(open) ? paragraph.slice(open.length) : paragraph
      const isClosed = opened.endsWith(close) && (index === paragraphs.length - 1 || closes(opened, open, close))
      return isClosed ? opened.slice(0, -close.length) : opened
    })
    if (inner.every((paragraph) => isBalanced(paragraph, open, close))) return inner
  }
  return undefined
}

/** Does the last mark of the paragraph close what was opened before it? */
function closes(paragraph: string, open: string, close: string): boolean {
  return isBalanced(paragraph.slice(0, -close.length), open, close)
}

function isBalanced(text: string, open: string, close: string): boolean {
  if (open === close) return !text.includes(open)
  let depth = 0
  for (const character of text) {
    if (character === open) depth += 1
    if (character === close) depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}

/** Marks of the edition inside words that are about to get them around: one deeper. An apostrophe stays. */
function nested(text: string, [open, innerOpen, innerClose, close]: QuoteStyle['marks']): string {
  const deeper = new Map([
    [open, innerOpen],
    [close, innerClose],
    ...(innerClose === '’'
      ? []
      : ([
          [innerOpen, open],
          [innerClose, close],
        ] as const)),
  ])
  return [...text].map((character) => deeper.get(character) ?? character).join('')
}

/** Text that reads as itself inside a paragraph: only what would be markup is escaped, so that editors can read it. */
function escaped(text: string): string {
  return text.replace(/[\\`*<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|\](?=\()/gu, '\\$&')
}

/** The same for the beginning of a line, where a paragraph could be taken for something else. */
function escapedStart(line: string): string {
  return line.replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^(?:[#>+=~|-]|:)/, '\\$&')
}
