import { type SafeHtml, trustHtml } from './safe-html.ts'
import { safeUrl } from './safe-url.ts'

/** What `renderBody` writes, and nothing more. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel', 'hreflang', 'class', 'lang'],
  blockquote: [],
  br: [],
  caption: [],
  code: ['translate'],
  div: ['class', 'role', 'tabindex', 'aria-label'],
  em: [],
  figcaption: [],
  figure: ['class'],
  hr: [],
  img: ['src', 'srcset', 'sizes', 'width', 'height', 'alt', 'loading', 'decoding'],
  li: [],
  ol: ['start'],
  p: ['class'],
  picture: [],
  pre: ['translate'],
  small: ['class'],
  source: ['type', 'srcset', 'sizes'],
  span: ['class', 'translate'],
  strong: [],
  table: [],
  tbody: [],
  td: [],
  th: ['scope'],
  thead: [],
  tr: [],
  ul: [],
  h2: [],
  h3: [],
  h4: [],
}

/** Any element may have these. */
const EVERYWHERE = ['id', 'lang']

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>|[^<>]+/gy
const ATTRIBUTE = / ([a-z-]+)(?:="([^"]*)")?/g

/**
 * Stored HTML that comes back from outside, such as a folder that is imported: branded again if it consists of the
 * elements and attributes that `renderBody` writes and leads nowhere that an article may not lead. `undefined` means
 * that somebody else wrote it.
 */
export function ownMarkup(html: string): SafeHtml | undefined {
  let end = 0
  for (const match of html.matchAll(TOKEN)) {
    const [token, , name, attributes = ''] = match
    if (name !== undefined && !isOwnTag(name, attributes)) return undefined
    end = match.index + token.length
  }
  return end === html.length ? trustHtml(html) : undefined
}

function isOwnTag(name: string, attributes: string): boolean {
  const known = ATTRIBUTES[name]
  if (!known) return false
  return [...attributes.matchAll(ATTRIBUTE)].every(([, attribute = '', value = '']) => {
    if (!known.includes(attribute) && !EVERYWHERE.includes(attribute)) return false
    return isHarmless(attribute, value)
  })
}

function isHarmless(attribute: string, value: string): boolean {
  const text = value.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')
  if (attribute === 'href') return safeUrl(text) !== undefined
  if (attribute === 'src') return isSitePath(text)
  if (attribute === 'srcset')
    return text === '' || text.split(', ').every((candidate) => isSitePath(candidate.split(' ')[0] ?? ''))
  return true
}

function isSitePath(url: string): boolean {
  return /^\/(?!\/)/.test(url) && safeUrl(url) !== undefined
}
