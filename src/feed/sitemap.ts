import type { Context } from 'hono'
import { listNewsSince, listSitemapPart, type SitemapArticle } from '../db/sitemap.ts'
import { EDITION_KEYS } from '../edition/editions.ts'
import type { AppEnv } from '../env.ts'
import { type CacheTag, cacheable } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'
import { href, type View } from '../routes.ts'
import { newsUrlSet, type SitemapPage, sitemapIndex, urlSet } from './sitemap-xml.ts'

/** News sitemaps name what was published in the last two days. */
const NEWS_WINDOW_MS = 2 * 24 * 3600 * 1000

/** The part that lists the site's own pages, where there is an index. */
const OWN_PAGES_PART = 0

const TAGS: readonly CacheTag[] = EDITION_KEYS.map((edition): CacheTag => `list:${edition}`)

/** Everything, or an index of parts where the articles are more than one part holds. */
export async function sitemap(c: Context<AppEnv>) {
  const { origin } = c.var
  const { articles, topics, parts, boundaryMs } = await listSitemapPart(c.var.db, { part: 1, visibility: c.var })
  cacheable(c, 'list', { tags: TAGS, boundaryMs })
  if (parts.every((part) => part === 1))
    return sendXml(c, urlSet([...ownPages(origin, topics), ...articlePages(origin, articles)]))
  return sendXml(c, sitemapIndex([OWN_PAGES_PART, ...parts].map((part) => origin + href.sitemapPart(part))))
}

export async function sitemapPart(c: Context<AppEnv>) {
  const [, number] = /^sitemap-(0|[1-9][0-9]{0,5})\.xml$/.exec(c.req.param('part') ?? '') ?? []
  if (number === undefined) return notFound(c)
  const part = Number(number)
  const { origin } = c.var
  const { articles, topics, parts, boundaryMs } = await listSitemapPart(c.var.db, { part, visibility: c.var })
  if (part !== OWN_PAGES_PART && !parts.includes(part)) return notFound(c)
  cacheable(c, 'list', { tags: TAGS, boundaryMs })
  return sendXml(c, urlSet(part === OWN_PAGES_PART ? ownPages(origin, topics) : articlePages(origin, articles)))
}

export async function newsSitemap(c: Context<AppEnv>) {
  const { origin, nowMs } = c.var
  const { articles, site, boundaryMs } = await listNewsSince(c.var.db, {
    sinceMs: nowMs - NEWS_WINDOW_MS,
    visibility: c.var,
  })
  cacheable(c, 'list', { tags: TAGS, boundaryMs })
  const entries = articles.map((article) => ({
    ...article,
    url: origin + href.article({ edition: article.edition, images: true }, article.slug),
    publication: site[article.edition].name,
  }))
  return sendXml(c, newsUrlSet(entries))
}

function sendXml(c: Context<AppEnv>, text: string) {
  c.header('content-type', 'application/xml; charset=utf-8')
  return c.body(text)
}

function ownPages(origin: string, topics: readonly string[]): SitemapPage[] {
  const addresses: ((view: View) => string)[] = [
    (view) => href.home(view),
    ...topics.map((topic) => (view: View) => href.topic(view, topic)),
    href.archive,
    (view) => href.search(view),
    href.about,
    href.contact,
    href.accessibility,
  ]
  return addresses.map((address) => ({
    editions: EDITION_KEYS.map((edition) => ({ edition, url: origin + address({ edition, images: true }) })),
  }))
}

function articlePages(origin: string, articles: readonly SitemapArticle[]): SitemapPage[] {
  return articles.map(({ slug, editions }) => ({
    editions: editions.map(({ edition, changedAtMs }) => ({
      edition,
      url: origin + href.article({ edition, images: true }, slug),
      changedAtMs,
    })),
  }))
}
