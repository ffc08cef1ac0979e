/** Where links lead: the part behind their words, and addresses between angle brackets (CommonMark 6.3 and 6.5). */
import { readReference } from './character-references.ts'
import type { InlineText } from './inline-text.ts'
import type { SourcePiece } from './tree.ts'

export interface Resource {
  url: string
  title: { value: string; pieces: readonly SourcePiece[] }
  /** Offset in the text behind it. */
  end: number
}

/** Round brackets inside each other in one address. */
const NESTING_MAX = 32

/** `(address "title")` at an offset. Reads what stands there at most once. */
export function readResource(text: InlineText, at: number): Resource | undefined {
  const { value } = text
  if (value[at] !== '(') return undefined
  const start = skipSpaces(value, at + 1)
  const destination = value[start] === ')' ? { start, end: start, next: start } : readDestination(value, start)
  if (!destination) return undefined
  const afterDestination = skipSpaces(value, destination.next)
  const hasTitle = afterDestination > destination.next && /["'(]/.test(value.charAt(afterDestination))
  const title = hasTitle ? readTitle(value, afterDestination) : undefined
  if (hasTitle && !title) return undefined
  const close = title ? skipSpaces(value, title.next) : afterDestination
  if (value[close] !== ')') return undefined
  const url = decoded(text, destination.start, destination.end).value
  const words = title ? decoded(text, title.start, title.end) : { value: '', pieces: [] }
  return { url, title: words, end: close + 1 }
}

function skipSpaces(value: string, from: number): number {
  let at = from
  while (/[ \t\n]/.test(value.charAt(at))) at += 1
  return at
}

interface Stretch extends SourcePiece {
  /** Offset behind its own marks. */
  next: number
}

function readDestination(value: string, start: number): Stretch | undefined {
  if (value[start] === '<') {
    const inside = /(?:\\[<>\\]|[^<>\n])*/y
    inside.lastIndex = start + 1
    inside.exec(value)
    const end = inside.lastIndex
    return value[end] === '>' ? { start: start + 1, end, next: end + 1 } : undefined
  }
  let depth = 0
  let end = start
  for (; end < value.length; end++) {
    const character = value.charAt(end)
    if (character === '\\' && /[()\\]/.test(value.charAt(end + 1))) end += 1
    else if (character === '(') {
      depth += 1
      if (depth > NESTING_MAX) return undefined
    } else if (character === ')') {
      if (depth === 0) break
      depth -= 1
    } else if (/[\u0000-\u0020\u007f]/.test(character)) break
  }
  return depth === 0 && end > start ? { start, end, next: end } : undefined
}

function readTitle(value: string, start: number): Stretch | undefined {
  const mark = value[start] === '(' ? ')' : value[start]
  for (let end = start + 1; end < value.length; end++) {
    if (value[end] === mark) return { start: start + 1, end, next: end + 1 }
    if (value[end] === '\\' && (value[end + 1] === mark || value[end + 1] === '\\')) end += 1
  }
  return undefined
}

/** Text in which only escapes and character references mean something. */
function decoded(text: InlineText, from: number, to: number): Resource['title'] {
  const { value } = text
  const pieces: SourcePiece[] = []
  let words = ''
  let at = from
  while (at < to) {
    SPECIAL.lastIndex = at
    const special = Math.min(SPECIAL.exec(value)?.index ?? to, to)
    if (special > at) {
      const literal = text.literal(at, special)
      words += literal.value
      pieces.push(...literal.pieces)
    }
    if (special === to) break
    const reference = value[special] === '&' ? readReference(value, special) : undefined
    const isEscape = value[special] === '\\' && special + 1 < to && ESCAPABLE.test(value.charAt(special + 1))
    if (reference && reference.end <= to) {
      words += reference.characters
      at = reference.end
    } else if (isEscape) {
      words += value.charAt(special + 1)
      at = special + 2
    } else {
      words += value.charAt(special)
      if (value[special] !== '\n') pieces.push(...text.literal(special, special + 1).pieces)
      at = special + 1
    }
  }
  return { value: words, pieces }
}

const SPECIAL = /[\\&\n]/g
const ESCAPABLE = /[!-/:-@[-`{-~]/

const WEB_ADDRESS = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\u0000-\u0020<>\u007f]*)>/y
const MAIL_ADDRESS =
  /<([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)>/y

/** `<https://…>` or `<somebody@…>` at an offset. */
export function readAutolink(value: string, at: number): { text: string; url: string; end: number } | undefined {
  WEB_ADDRESS.lastIndex = at
  const web = WEB_ADDRESS.exec(value)?.[1]
  if (web !== undefined) return { text: web, url: web, end: WEB_ADDRESS.lastIndex }
  MAIL_ADDRESS.lastIndex = at
  const mail = MAIL_ADDRESS.exec(value)?.[1]
  return mail === undefined ? undefined : { text: mail, url: `mailto:${mail}`, end: MAIL_ADDRESS.lastIndex }
}
