/**
 * Which addresses a link may have. An allow-list: what is not known to be harmless is not a link
 * (OWASP, Cross Site Scripting Prevention, "Safe URLs").
 */

/** Longer addresses are refused. Browsers and servers agree on about this much (RFC 9110 section 4.1 asks for 8,000). */
export const urlCharsMax = 2_000

/** Controls, spaces, backslashes, quotation marks, angle brackets, lone surrogates: none stands unescaped in a URL (RFC 3986). */
const NEVER_IN_URL =
  /[\u0000-\u0020\u007f-\u00a0\\"<>`\u2028\u2029\ufeff]|\p{Surrogate}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069]/u

const ADDRESS = /^[\w.!#$%&'*+/=?^{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i

/**
 * The address in the form in which it may stand in `href`, or `undefined` when it may not be a link: schemes other
 * than http, https, mailto and tel; addresses with a user name (they imitate another host); relative addresses
 * that do not begin with one `/`, `#` or `?`.
 */
export function safeUrl(raw: string): string | undefined {
  const url = raw.trim()
  if (url === '' || url.length > urlCharsMax) return undefined
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme === 'tel') return safeTel(url.slice(4))
  if (NEVER_IN_URL.test(url)) return undefined
  if (scheme === 'mailto') return safeMailto(url.slice(7))
  if (scheme === 'http' || scheme === 'https') return safeWebAddress(url)
  if (scheme !== undefined) return undefined
  return safeSitePath(url)
}

/** Digits without the visual separators of RFC 3966: `tel:(852) 3166-3993` and `tel:85231663993` are one number. */
function safeTel(number: string): string | undefined {
  const digits = decodeSpaces(number).replace(/[\s().-]/g, '')
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : undefined
}

function decodeSpaces(text: string): string {
  return text.replaceAll('%20', ' ')
}

function safeMailto(rest: string): string | undefined {
  const [addresses = '', query] = splitOnce(rest, '?')
  if (!addresses.split(',').every((address) => ADDRESS.test(address))) return undefined
  if (query === undefined) return `mailto:${addresses}`
  return /^(?:subject|body|cc)=[^#]*$/i.test(query) ? `mailto:${addresses}?${encodeHan(query)}` : undefined
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator)
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

function encodeHan(text: string): string {
  return text.replace(/[^\u0021-\u007e]+/gu, encodeURIComponent)
}

function safeWebAddress(url: string): string | undefined {
  // The URL parser would read `https:example.com` as `https://example.com/`; people read it as something else.
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.username !== '' || parsed.password !== '' || parsed.hostname === '') return undefined
  return parsed.href
}

/** `//host` would leave the site, and dot segments would leave the path that the author wrote. */
function safeSitePath(url: string): string | undefined {
  if (url.startsWith('//') || !/^[/#?]/.test(url)) return undefined
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(url)) return undefined
  return encodeHan(url)
}

/** A link to a page or file of another host: `http:` or `https:`. */
export function isExternal(url: string): boolean {
  return /^https?:/i.test(url)
}

/** Google Drive and Docs, which may not open in the Mainland. Takes any text; what is no such address is `false`. */
export function isDriveUrl(url: string): boolean {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false
  const host = new URL(url).hostname.replace(/\.$/, '')
  return host === 'drive.google.com' || host === 'docs.google.com' || host === 'drive.usercontent.google.com'
}
