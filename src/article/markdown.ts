/**
 * Markdown source -> syntax tree with source positions: the one parser behind the pages and behind the conversion of
 * sources, so that both see the same structure. CommonMark and GFM tables, with these differences, each for editors
 * who paste Chinese text into a text area:
 *
 * - raw HTML, reference definitions, indented code and underlined (setext) headings are ordinary text: nobody means
 *   them, and a line of dashes under a paragraph must not make it a heading;
 * - `**` beside full-width punctuation works as beside letters. CommonMark reads `**「藍圖」**提出` as asterisks.
 */
import { type BodyProblem, findBodyProblem } from './body-limits.ts'
import { parseBlocks } from './markdown/blocks.ts'
import type { MarkdownBlock } from './markdown/tree.ts'
import { recently } from './recent.ts'

/** One for each edition. */
export const BODIES_OF_ARTICLE = 3

export type ParsedMarkdown = { ok: true; blocks: readonly MarkdownBlock[] } | { ok: false; problem: BodyProblem }

/** Parses within the limits of body-limits.ts. Never throws. */
export const parseMarkdown = recently(parse, BODIES_OF_ARTICLE)

function parse(source: string): ParsedMarkdown {
  const problem = findBodyProblem(source)
  if (problem) return { ok: false, problem }
  return { ok: true, blocks: parseBlocks(withoutUnreadable(source)) }
}

/** NUL and noncharacters as U+FFFD, and a byte-order mark as a space. Offsets stay. */
function withoutUnreadable(source: string): string {
  return source.replace(/[\0\ufdd0-\ufdef]/g, '\ufffd').replace(/^\ufeff/, ' ')
}
