/**
 * Stretches that no rule may touch: web addresses, e-mail addresses, Markdown code, markup, and markup's content where it
 * is code, marked translate="no" or in another language. Each looks at the text once, so time stays linear.
 */
import type { Claim } from './claims.ts'
import { isHanUnit } from './quotes.ts'

/** Finds protected stretches, in order and without overlaps. */
export function protectedClaims(text: string): Claim[] {
  const hasMarkup = text.includes('<')
  const hasCode = text.includes('`')
  const hasAddress = text.includes('://')
  const hasMail = text.includes('@')
  if (!hasMarkup && !hasCode && !hasAddress && !hasMail) return []
  return findProtected(text, { hasMarkup, hasCode, hasAddress, hasMail })
}

interface Marks {
  hasMarkup: boolean
  hasCode: boolean
  hasAddress: boolean
  hasMail: boolean
}

function findProtected(text: string, { hasMarkup, hasCode, hasAddress, hasMail }: Marks): Claim[] {
  const claims: Claim[] = []
  const finders = [
    { mark: '<', find: hasMarkup ? markupFinder(text) : undefined },
    { mark: '`', find: hasCode ? codeFinder(text) : undefined },
    { mark: '://', find: hasAddress ? addressAt : undefined },
    { mark: '@', find: hasMail ? mailAt : undefined },
  ]
  const next = finders.map(({ mark, find }) => (find ? text.indexOf(mark) : -1))
  for (let done = 0; ; ) {
    let first = -1
    next.forEach((at, index) => {
      if (at >= 0 && (first < 0 || at < (next[first] ?? 0))) first = index
    })
    const finder = finders[first]
    const at = next[first]
    if (!finder?.find || at === undefined) return claims
    const found = at >= done ? finder.find(text, at, done) : undefined
    if (found) {
      claims.push({ ...found, to: text.slice(found.start, found.end), layer: 'protected', rule: found.rule })
      done = found.end
    }
    next[first] = text.indexOf(finder.mark, Math.max(at + 1, done))
  }
}

interface Found {
  start: number
  end: number
  rule: string
}
type Finder = (text: string, at: number, from: number) => Found | undefined

/** A tag, with its content if that must not change. */
function markupFinder(text: string): Finder {
  const unclosed = new Set<string>()
  const tag = /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)>/y
  return (_text, at) => {
    if (text.startsWith('<!--', at)) {
      const end = unclosed.has('!--') ? -1 : text.indexOf('-->', at)
      if (end < 0) unclosed.add('!--')
      return end < 0 ? undefined : { start: at, end: end + 3, rule: 'comment' }
    }
    tag.lastIndex = at
    const match = tag.exec(text)
    if (!match) return undefined
    const [whole, closing, name = '', attributes = ''] = match
    const end = at + whole.length
    if (closing !== '' || attributes.endsWith('/') || !isOpaque(name, attributes) || unclosed.has(name)) {
      return { start: at, end, rule: 'markup' }
    }
    const closeAt = closingTag(text, name, end)
    if (closeAt < 0) unclosed.add(name)
    return { start: at, end: closeAt < 0 ? end : closeAt, rule: 'markup' }
  }
}

const OPAQUE_ELEMENTS = new Set(['code', 'kbd', 'math', 'pre', 'samp', 'script', 'style', 'svg', 'textarea', 'var'])

function isOpaque(name: string, attributes: string): boolean {
  if (OPAQUE_ELEMENTS.has(name.toLowerCase())) return true
  if (/\stranslate\s*=\s*["']?no\b/i.test(attributes)) return true
  const lang = /\s(?:xml:)?lang\s*=\s*["']?([A-Za-z-]+)/i.exec(attributes)?.[1]
  return lang !== undefined && !/^(?:zh|yue)\b/i.test(lang)
}

/** Index behind the matching end tag, counting elements of the same name inside; -1 if there is none. */
function closingTag(text: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}(?:\\s[^<>]*)?>`, 'gi')
  tags.lastIndex = from
  for (let depth = 1, match = tags.exec(text); match; match = tags.exec(text)) {
    if (!match[0].endsWith('/>')) depth += match[1] === '' ? 1 : -1
    if (depth === 0) return tags.lastIndex
  }
  return -1
}

/** Markdown code: as many backquotes behind as in front. A fence `~~~` is not code in running text. */
function codeFinder(text: string): Finder {
  const missing = new Set<number>()
  return (_text, at) => {
    let size = 1
    while (text.charCodeAt(at + size) === 0x60) size++
    const end = missing.has(size) ? -1 : closingBackquotes(text, at + size, size)
    if (end >= 0) return { start: at, end, rule: 'code' }
    missing.add(size)
    return { start: at, end: at + size, rule: 'markup' }
  }
}

function closingBackquotes(text: string, from: number, size: number): number {
  for (let at = text.indexOf('`', from); at >= 0; ) {
    let run = 1
    while (text.charCodeAt(at + run) === 0x60) run++
    if (run === size) return at + run
    at = text.indexOf('`', at + run)
  }
  return -1
}

/** `scheme://host/path`. Han may follow a `/`, `=`, `#` or other Han of the path, but never the host or a Latin word. */
const addressAt: Finder = (text, at, from) => {
  let start = at
  while (start > from && at - start < SCHEME_UNITS_MAX && /[A-Za-z0-9+.-]/.test(text.charAt(start - 1))) start--
  if (start === at) return undefined
  let end = at + 3
  let inPath = false
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end)
    if (unit > 0x7f) {
      const before = text.charCodeAt(end - 1)
      if (!inPath || !isHanUnit(unit) || !(isHanUnit(before) || '/=#-_'.includes(text.charAt(end - 1)))) break
    } else if (unit <= 0x20 || '<>"`\\^{}|'.includes(text.charAt(end))) break
    else if (unit === 0x2f) inPath = true
  }
  return { start, end, rule: 'address' }
}
const SCHEME_UNITS_MAX = 16

const mailAt: Finder = (text, at, from) => {
  let start = at
  while (start > from && at - start < MAIL_UNITS_MAX && /[A-Za-z0-9._%+-]/.test(text.charAt(start - 1))) start--
  let end = at + 1
  while (end - at < MAIL_UNITS_MAX && /[A-Za-z0-9.-]/.test(text.charAt(end))) end++
  return start === at || end === at + 1 ? undefined : { start, end, rule: 'mail' }
}
/** RFC 5321: 254 characters for the whole address. */
const MAIL_UNITS_MAX = 254
