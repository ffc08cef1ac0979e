/**
 * What a body may measure, checked on the source in one pass before it is parsed. The parser is quadratic in the marks of
 * one paragraph and in the containers inside each other; readers and editors have no use for more of either. Within these
 * limits the worst input that we know takes less than 100 ms (measured in the tests).
 */

/** UTF-8 bytes of the Markdown of one edition: about 33,000 Han. The longest Policy Address has 40,000 in 100 pages. */
export const bodyBytesMax = 100_000
/** Lines, and lines that are not blank. 100 KB of Chinese, hard-wrapped as in a PDF, has about 850 lines of text. */
export const linesMax = 4_000
export const textLinesMax = 1_500
/** UTF-16 units of one paragraph, i.e. of lines with no blank line between them. */
export const paragraphCharsMax = 20_000
/** Characters that may begin or end markup (`* _ [ ] \` < |`) in one paragraph, and in the whole body. */
export const paragraphMarksMax = 600
export const bodyMarksMax = 5_000
/** Quotations and lists inside each other, and inline marks inside each other. Screen readers announce each level. */
export const nestingMax = 10

export type BodyProblemRule =
  | 'body-too-long'
  | 'body-too-many-lines'
  | 'body-paragraph-too-long'
  | 'body-paragraph-too-many-marks'
  | 'body-too-many-marks'
  | 'body-nested-too-deeply'

/** Why a body is refused: the limit, what was found, and the line (from 1) where it was passed. */
export interface BodyProblem {
  rule: BodyProblemRule
  max: number
  found: number
  line: number
}

/** The first limit that the source passes, or `undefined` when all hold. Linear in the length; never throws. */
export function findBodyProblem(markdown: string): BodyProblem | undefined {
  const bytes = utf8Length(markdown)
  if (bytes > bodyBytesMax) return { rule: 'body-too-long', max: bodyBytesMax, found: bytes, line: 1 }
  const counts = { textLines: 0, paragraphChars: 0, paragraphMarks: 0, bodyMarks: 0 }
  for (const [index, line] of markdown.split(/\r\n|\r|\n/).entries()) {
    const problem = measureLine(line, index + 1, counts)
    if (problem) return problem
  }
  return undefined
}

/** Three bytes are the most that one UTF-16 unit takes, so that short texts need no encoding. */
function utf8Length(text: string): number {
  return text.length > bodyBytesMax ? text.length : new TextEncoder().encode(text).length
}

interface Counts {
  textLines: number
  paragraphChars: number
  paragraphMarks: number
  bodyMarks: number
}

function measureLine(line: string, number: number, counts: Counts): BodyProblem | undefined {
  if (/^[\s>]*$/.test(line)) counts.paragraphChars = counts.paragraphMarks = 0
  if (line.trim() !== '') counts.textLines += 1
  // Each row of a table is parsed by itself.
  if (/^[ \t>]*\|/.test(line)) counts.paragraphChars = counts.paragraphMarks = 0
  const marks = countMarks(line)
  counts.paragraphChars += line.length
  counts.paragraphMarks += marks.inline
  counts.bodyMarks += marks.inline + marks.pipes
  const depth = containerDepth(line)
  const over = (rule: BodyProblemRule, found: number, max: number) =>
    found > max ? { rule, max, found, line: number } : undefined
  return (
    over('body-nested-too-deeply', depth, nestingMax) ??
    over('body-too-many-lines', number, linesMax) ??
    over('body-too-many-lines', counts.textLines, textLinesMax) ??
    over('body-paragraph-too-long', counts.paragraphChars, paragraphCharsMax) ??
    over('body-paragraph-too-many-marks', counts.paragraphMarks, paragraphMarksMax) ??
    over('body-too-many-marks', counts.bodyMarks, bodyMarksMax)
  )
}

function countMarks(line: string): { inline: number; pipes: number } {
  let inline = 0
  let pipes = 0
  MARKS.lastIndex = 0
  for (let match = MARKS.exec(line); match; match = MARKS.exec(line)) {
    if (match[0] === '|') pipes += 1
    else inline += 1
  }
  return { inline, pipes }
}

const MARKS = /[*_[\]`<|]/g

/**
 * How many quotations and list items may be open on a line: its own markers, and one for two columns of indentation.
 * An estimate from above; lines without a marker open nothing.
 */
export function containerDepth(line: string): number {
  if (/^[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(line)) return 0
  const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
  let markers = 0
  let end = 0
  while (marker.test(line)) {
    markers += 1
    end = marker.lastIndex
  }
  if (markers === 0) return 0
  const prefix = line.slice(0, end)
  const columns = [...prefix].reduce((sum, character) => sum + (character === '\t' ? 4 : character === ' ' ? 1 : 0), 0)
  return markers + Math.max(0, Math.floor((columns - markers + 1) / 2))
}
