/**
 * Markdown source -> syntax tree with source positions: the one parser behind the pages and behind the conversion of
 * sources, so that both see the same structure. CommonMark and GFM tables, with these differences, each for editors
 * who paste Chinese text into a text area:
 *
 * - raw HTML, reference definitions, indented code and underlined (setext) headings are ordinary text: nobody means
 *   them, and a line of dashes under a paragraph must not make it a heading;
 * - `**` beside full-width punctuation works as beside letters. CommonMark reads `**「藍圖」**提出` as asterisks.
 */
import type { Image, Root } from 'mdast'
import { type CompileContext, type Extension, fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { type BodyProblem, findBodyProblem } from './body-limits.ts'

/** A stretch of source, in UTF-16 units, that stands for itself: no escape, no entity, no line break, no markup. */
export interface SourcePiece {
  start: number
  end: number
}

export interface ParsedMarkdown {
  ok: true
  root: Root
  /** In the order of the source. Texts, alternative texts and titles; destinations of links and code have none. */
  pieces: readonly SourcePiece[]
}

/** Parses within the limits of body-limits.ts. Never throws. Text of the tree is masked: read it with `unmask`. */
export function parseMarkdown(source: string): ParsedMarkdown | { ok: false; problem: BodyProblem } {
  const problem = findBodyProblem(source)
  if (problem) return { ok: false, problem }
  const pieces: SourcePiece[] = []
  const root = fromMarkdown(maskPunctuation(source), {
    extensions: [
      gfmTable(),
      { disable: { null: ['htmlFlow', 'htmlText', 'setextUnderline', 'definition', 'codeIndented'] } },
    ],
    mdastExtensions: [gfmTableFromMarkdown(), recordPieces(pieces)],
  })
  return { ok: true, root, pieces }
}

/** What `data` and the destination of a link do in mdast-util-from-markdown, and notes where it stood. */
function recordPieces(pieces: SourcePiece[]): Extension {
  let inDestination = false
  return {
    enter: {
      resourceDestinationString() {
        inDestination = true
        this.buffer()
      },
    },
    exit: {
      data(token) {
        const tail = this.stack.pop()
        if (tail?.type !== 'text' || !tail.position) throw new Error('mdast-util-from-markdown changed: no text node')
        tail.value += this.sliceSerialize(token)
        tail.position.end = { line: token.end.line, column: token.end.column, offset: token.end.offset }
        if (!inDestination) pieces.push({ start: token.start.offset, end: token.end.offset })
      },
      resourceDestinationString() {
        inDestination = false
        closeDestination(this)
      },
    },
  }
}

function closeDestination(context: CompileContext): void {
  const url = context.resume()
  const node = context.stack.at(-1)
  // Only links and images have a destination, and both have `url`.
  if (node) (node as Image).url = url
}

/**
 * Full-width and typographic punctuation, and the noncharacters that stand for it while we parse. Noncharacters are no
 * punctuation to the parser, one UTF-16 unit long like what they replace, and never part of a text (Unicode 23.7).
 */
const PUNCTUATION = '「」『』《》〈〉（）【】〔〕，。、；：！？“”‘’—…·～％–'
const MASK_FIRST = 0xfdd0

/** Masks punctuation between `**` and a letter, where alone it decides whether the mark opens or closes. */
function maskPunctuation(source: string): string {
  return source
    .replace(/[\ufdd0-\ufdef]/g, '\ufffd')
    .replace(/^\ufeff/, ' ')
    .replace(/[「」『』《》〈〉（）【】〔〕，。、；：！？“”‘’—…·～％–](?=\*+[\p{L}\p{N}])/gu, mask)
    .replace(/[「」『』《》〈〉（）【】〔〕，。、；：！？“”‘’—…·～％–](?<=[\p{L}\p{N}]\*+.)/gu, mask)
}

function mask(character: string): string {
  return String.fromCharCode(MASK_FIRST + PUNCTUATION.indexOf(character))
}

/** The text as the author wrote it. */
export function unmask(text: string): string {
  return text.replace(/[\ufdd0-\ufdef]/g, (character) => PUNCTUATION[character.charCodeAt(0) - MASK_FIRST] ?? '\ufffd')
}
