import type { Context } from 'hono'
import { parseTopicKey } from '../article/topic-key.ts'
import { listFeed } from '../db/feed.ts'
import type { AppEnv } from '../env.ts'
import { cacheable } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'
import type { FeedFormat } from '../routes.ts'
import { atomFeed } from './atom.ts'
import { type Feed, feedOf } from './feed-model.ts'
import { jsonFeed } from './json-feed.ts'
import { httpDate, rssFeed } from './rss.ts'

/**
 * The edge compresses these types and not `application/atom+xml` or `application/feed+json`; a feed of full texts is five
 * times as large without. Browsers show XML and JSON and would download the others. Links name the exact types.
 */
const FORMATS: Record<FeedFormat, { type: string; write: (feed: Feed) => string }> = {
  rss: { type: 'application/xml; charset=utf-8', write: rssFeed },
  atom: { type: 'application/xml; charset=utf-8', write: atomFeed },
  json: { type: 'application/json; charset=utf-8', write: jsonFeed },
}

/** For people who open a feed: its stylesheet and nothing else (CSP level 3). */
const FEED_POLICY = `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'`

export const rss = feedHandler('rss')
export const atom = feedHandler('atom')
export const json = feedHandler('json')

/** Feed of an edition, or of one topic where the address names one. */
function feedHandler(format: FeedFormat) {
  return async function feed(c: Context<AppEnv>) {
    const named = c.req.param('topic')
    const topicKey = named === undefined ? '' : parseTopicKey(named)
    if (topicKey === undefined) return notFound(c)
    const { origin, view } = c.var
    const { edition } = view
    const { topic, articles, changedAtMs, site, boundaryMs } = await listFeed(c.var.db, {
      edition,
      visibility: c.var,
      topic: topicKey,
    })
    if (topicKey !== '' && !topic) return notFound(c)
    cacheable(c, 'list', { tags: [`list:${edition}`], boundaryMs })
    const { name, tagline } = site[edition]
    const { type, write } = FORMATS[format]
    c.header('last-modified', httpDate(changedAtMs))
    if (isUnchanged(c, changedAtMs)) return c.body(null, 304)
    c.header('content-type', type)
    c.header('content-security-policy', FEED_POLICY)
    c.header('x-robots-tag', 'noindex')
    return c.body(write(feedOf({ origin, edition, format, siteName: name, tagline, topic, articles, changedAtMs })))
  }
}

/** RFC 9110, 13.1.3: only for those who know no entity tag. */
function isUnchanged(c: Context<AppEnv>, changedAtMs: number): boolean {
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return c.req.header('if-none-match') === undefined && Math.floor(changedAtMs / 1000) * 1000 <= since
}
