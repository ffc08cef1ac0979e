/**
 * Quotation marks. Hong Kong writes 「outer『inner』」; the Mainland writes “outer‘inner’” (GB/T 15834). What decides is
 * how deep a quotation lies, not which mark the writer took. A paragraph starts afresh, so that a forgotten mark spoils
 * nothing behind it.
 */

/** Says what the quotation mark at `index` becomes. Calls must come in the order of the text. */
export interface QuoteTracker {
  at(index: number): string
}

/** Marks that a tracker for this direction wants to see. */
export const CORNER_MARKS = '「」『』﹁﹂﹃﹄'
export const CURLY_MARKS = '“”‘’'

const OPEN_CORNERS = '「『﹁﹃'
const MAINLAND_OPEN = ['“', '‘'] as const
const MAINLAND_CLOSE = ['”', '’'] as const
const HONG_KONG_OPEN = ['「', '『'] as const
const HONG_KONG_CLOSE = ['」', '』'] as const

/** 「」 → “”: every corner mark stands in Chinese text, so no look ahead is needed. */
export function cornersToCurly(text: string): QuoteTracker {
  let open: string[] = []
  /** The first line end behind the mark before; only looked for while a quotation is open. */
  let newline = -2
  let last = 0
  return {
    at(index) {
      const mark = text.charAt(index)
      const opens = OPEN_CORNERS.includes(mark)
      if (open.length > 0) {
        if (newline !== -1 && newline < last) newline = text.indexOf('\n', last)
        for (; newline >= 0 && newline < index; newline = text.indexOf('\n', newline + 1)) {
          // The same mark again on a later line: the quotation before was never closed.
          if (endsParagraph(text, newline) || (opens && open.at(-1) === mark)) open = []
        }
      }
      last = index
      if (opens) {
        open.push(mark)
        return MAINLAND_OPEN[(open.length - 1) % 2] ?? mark
      }
      if (open.length === 0) return MAINLAND_CLOSE['』﹄'.includes(mark) ? 1 : 0]
      open.pop()
      return MAINLAND_CLOSE[open.length % 2] ?? mark
    },
  }
}

/** “” → 「」, but only around Chinese; an apostrophe never changes. */
export function curlyToCorners(text: string): QuoteTracker {
  let marks: ReadonlyMap<number, string> = new Map()
  let knownUntil = 0
  return {
    at(index) {
      if (index >= knownUntil) {
        knownUntil = paragraphEnd(text, index)
        marks = pairMarks(text, index, knownUntil)
      }
      return marks.get(index) ?? text.charAt(index)
    },
  }
}

/** Deeper nesting is not language; the limit keeps hostile texts linear. */
const NESTING_MAX = 16

interface OpenMark {
  index: number
  mark: string
  /** Whether Han characters stood directly inside so far, outside inner quotations. */
  hasHan: boolean
}

/** Pairs the curly marks of one paragraph and says what each becomes. Looks at each unit once. */
function pairMarks(text: string, start: number, end: number): Map<number, string> {
  const result = new Map<number, string>()
  const open: OpenMark[] = []
  const close = (index: number): void => {
    const pair = open.pop()
    if (!pair) return
    const parent = open.at(-1)
    const isChinese = pair.hasHan || isChineseAround(text, pair.index, index)
    if (parent && pair.hasHan) parent.hasHan = true
    const depth = open.length % 2
    if (!isChinese) return
    result.set(pair.index, HONG_KONG_OPEN[depth] ?? '')
    result.set(index, HONG_KONG_CLOSE[depth] ?? '')
  }
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x2018 || unit > 0x201d) {
      const last = open.at(-1)
      if (last && unit > 0x2e7f && isHanUnit(unit)) last.hasHan = true
      continue
    }
    const mark = text.charAt(index)
    if (mark === '“' || mark === '‘') {
      const lost = open.length === NESTING_MAX ? open.shift() : undefined
      if (lost) loneMark(text, lost.index, lost.mark, result)
      open.push({ index, mark, hasHan: false })
    } else if (mark === '”' || mark === '’') {
      const wanted = mark === '”' ? '“' : '‘'
      if (mark === '’' && isLatin(text, index - 1) && isLatin(text, index + 1)) continue
      const at = open.findLastIndex((candidate) => candidate.mark === wanted)
      if (at < 0) loneMark(text, index, mark, result)
      else {
        while (open.length > at + 1) open.pop()
        close(index)
      }
    }
  }
  for (const left of open) loneMark(text, left.index, left.mark, result)
  return result
}

/** A mark without its partner turns if Chinese stands on its inner side; ‘ and ’ are left, they may be apostrophes. */
function loneMark(text: string, index: number, mark: string, result: Map<number, string>): void {
  if (mark !== '“' && mark !== '”') return
  const step = mark === '“' ? 1 : -1
  let inner = index + step
  for (let skipped = 0; skipped < NESTING_MAX && isCurly(text.charCodeAt(inner)); skipped++) inner += step
  if (isChineseUnit(text.charCodeAt(inner))) result.set(index, mark === '“' ? '「' : '」')
}

/** Whether the first character outside the quotation, on either side, is Chinese. Spaces are looked through. */
function isChineseAround(text: string, open: number, close: number): boolean {
  let before = open - 1
  while (before >= 0 && text.charCodeAt(before) === 0x20) before--
  let after = close + 1
  while (after < text.length && text.charCodeAt(after) === 0x20) after++
  return isChineseUnit(text.charCodeAt(before)) || isChineseUnit(text.charCodeAt(after))
}

function isCurly(unit: number): boolean {
  return unit === 0x2018 || unit === 0x2019 || unit === 0x201c || unit === 0x201d
}

function isLatin(text: string, index: number): boolean {
  return /[\p{Script=Latin}\d]/u.test(text.charAt(index))
}

/** Han as far as one unit tells: BMP ideographs and the high surrogates of planes 2 and 3. */
export function isHanUnit(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xd8ff) ||
    unit === 0x3007
  )
}

function isChineseUnit(unit: number): boolean {
  return isHanUnit(unit) || (unit >= 0x3001 && unit <= 0x303f) || (unit >= 0xff01 && unit <= 0xff65)
}

/** Index behind the paragraph that contains `index`: a blank line or the end of the text. */
function paragraphEnd(text: string, index: number): number {
  for (let at = text.indexOf('\n', index); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (endsParagraph(text, at)) return at + 1
  }
  return text.length
}

/** Whether the line behind the line break at `newline` is blank. */
function endsParagraph(text: string, newline: number): boolean {
  let next = newline + 1
  for (let unit = text.charCodeAt(next); isBlankUnit(unit); unit = text.charCodeAt(next)) next++
  return text.charCodeAt(next) === 0x0a
}

function isBlankUnit(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d || unit === 0x3000
}
