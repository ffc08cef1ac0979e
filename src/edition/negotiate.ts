import { DEFAULT_EDITION, EDITION_KEYS, type Edition, parseEdition } from './editions.ts'

/** Name of the cookie that remembers the reader's choice; only `/` reads it. */
export const EDITION_COOKIE = 'edition'

/**
 * The edition that `/` sends a reader to: the choice made before, else the best of `Accept-Language`
 * (RFC 9110, 12.5.4), else Traditional Chinese.
 */
export function negotiateEdition({
  cookie,
  acceptLanguage,
}: {
  cookie: string | undefined
  acceptLanguage: string
}): Edition {
  return parseEdition(cookie) ?? preferredEdition(acceptLanguage) ?? DEFAULT_EDITION
}

/** A header longer than this was not sent by a browser. */
const ACCEPT_LANGUAGE_LENGTH_MAX = 1000

function preferredEdition(acceptLanguage: string): Edition | undefined {
  const ranges = acceptLanguage
    .slice(0, ACCEPT_LANGUAGE_LENGTH_MAX)
    .split(',')
    .map((part, position) => ({ ...parseRange(part), position }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
  for (const { tag } of ranges) {
    const edition = editionOfTag(tag)
    if (edition) return edition
  }
  return undefined
}

function parseRange(part: string): { tag: string; quality: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
  const q = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean)
  return { tag: tag.trim(), quality: q === undefined ? 1 : Number(q) }
}

/** Script subtags decide (RFC 5646); without one, the region's usual script does. Bare `zh` is Simplified in practice. */
function editionOfTag(tag: string): Edition | undefined {
  const [language, ...subtags] = tag.split('-')
  if (language === 'en') return 'en'
  if (language === 'yue') return subtags.includes('hans') ? 'zh-hans' : 'zh-hant'
  if (language !== 'zh') return undefined
  if (subtags.includes('hant')) return 'zh-hant'
  if (subtags.includes('hans')) return 'zh-hans'
  return subtags.some((subtag) => ['hk', 'mo', 'tw'].includes(subtag)) ? 'zh-hant' : 'zh-hans'
}

/** The other Chinese edition, or for English the Chinese one that readers are offered first. */
export function otherEditions(edition: Edition): readonly Edition[] {
  return EDITION_KEYS.filter((key) => key !== edition)
}
