/** Sitemaps (https://www.sitemaps.org/protocol.html) with the alternates of each address and the news extension. */
import { DEFAULT_EDITION, EDITIONS, type Edition } from '../edition/editions.ts'
import { element, emptyElement, xml } from './xml.ts'

/** One page in all its editions. */
export interface SitemapPage {
  editions: readonly { edition: Edition; url: string; changedAtMs?: number }[]
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Every edition of a page is an address of its own and names all others and itself. */
export function urlSet(pages: readonly SitemapPage[]): string {
  const entries = pages.flatMap(({ editions }) => {
    const alternates = alternateLinks(editions)
    return editions.map(({ url, changedAtMs }) => {
      const changed = changedAtMs === undefined ? '' : element('lastmod', new Date(changedAtMs).toISOString())
      return `<url>${element('loc', url)}${changed}${alternates}</url>`
    })
  })
  return `${HEAD}<urlset xmlns="${SITEMAP_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
}

function alternateLinks(editions: SitemapPage['editions']): string {
  const links = editions.map(({ edition, url }) => ({ hreflang: EDITIONS[edition].hreflang as string, url }))
  const fallback = editions.find(({ edition }) => edition === DEFAULT_EDITION) ?? editions[0]
  if (fallback) links.push({ hreflang: 'x-default', url: fallback.url })
  return links
    .map(({ hreflang, url }) => emptyElement('xhtml:link', { rel: 'alternate', hreflang, href: url }))
    .join('')
}

export function sitemapIndex(urls: readonly string[]): string {
  const entries = urls.map((url) => `<sitemap>${element('loc', url)}</sitemap>`)
  return `${HEAD}<sitemapindex xmlns="${SITEMAP_NAMESPACE}">\n${entries.join('\n')}\n</sitemapindex>\n`
}

export interface NewsEntry {
  url: string
  edition: Edition
  publication: string
  title: string
  publishedAtMs: number
}

/** Search engines know two kinds of Chinese by these names, which stand for the script. */
const NEWS_LANGUAGES: Record<Edition, string> = { 'zh-hant': 'zh-tw', 'zh-hans': 'zh-cn', en: 'en' }

export function newsUrlSet(entries: readonly NewsEntry[]): string {
  const urls = entries.map(({ url, edition, publication, title, publishedAtMs }) => {
    const name = element('news:name', publication) + element('news:language', NEWS_LANGUAGES[edition])
    const date = element('news:publication_date', new Date(publishedAtMs).toISOString())
    return `<url>${element('loc', url)}<news:news><news:publication>${name}</news:publication>${date}<news:title>${xml(title)}</news:title></news:news></url>`
  })
  return `${HEAD}<urlset xmlns="${SITEMAP_NAMESPACE}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${urls.join('\n')}\n</urlset>\n`
}
