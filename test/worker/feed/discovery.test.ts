import { env } from 'cloudflare:workers'
import { parseFeed } from 'feedsmith'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { createDb } from '../../../src/db/client.ts'
import { EDITION_KEYS, EDITIONS } from '../../../src/edition/editions.ts'
import { href } from '../../../src/routes.ts'
import { elementNames } from '../../unit/feed/well-formed.ts'
import { contentOf, DAY_MS, enterArticle, enterTopics, NOW_MS, publishAgain } from '../search/articles.ts'

const ORIGIN = 'http://localhost:8787'
const SECRET = '秘密'
const db = createDb(env.DB)

async function get(
  path: string,
  { headers = {}, nowMs = NOW_MS }: { headers?: Record<string, string>; nowMs?: number } = {},
) {
  const response = await createApp({ now: () => nowMs }).request(path, { headers }, env)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

beforeAll(async () => {
  await enterTopics(db)
  const zh = { title: '藍圖', summary: '摘要。', body: '第一段。\n\n第二段。' }
  const en = { title: 'Blueprint', summary: 'Summary.', body: 'First.' }
  await enterArticle(db, { slug: 'both', zh, en, topics: ['start-ups'], publishedAtMs: NOW_MS - 10 * DAY_MS })
  await enterArticle(db, { slug: 'chinese', zh: { ...zh, title: '只有中文' }, publishedAtMs: NOW_MS - DAY_MS })
  await enterArticle(db, { slug: 'untouched', zh, editions: ['zh-hant'], publishedAtMs: NOW_MS - 3 * DAY_MS })
  const secret = { title: SECRET, summary: SECRET, body: SECRET }
  await enterArticle(db, { slug: 'scheduled', zh: secret, en: secret, publishedAtMs: NOW_MS + 60_000 })
  await enterArticle(db, { slug: 'embargoed', zh: secret, publishedAtMs: NOW_MS + 60_000, embargoed: true })
  await enterArticle(db, { slug: 'draft', zh: secret, editions: [] })
  const withdrawn = { slug: 'withdrawn', zh: secret, en: secret }
  const id = await enterArticle(db, withdrawn)
  await publishAgain(db, { articleId: id, content: contentOf(withdrawn), editions: [], publishedAtMs: NOW_MS })
  await env.DB.batch([
    env.DB.prepare(`UPDATE edition SET state = 'withdrawn', withdrawn_at_ms = ? WHERE article_id = ?`).bind(
      NOW_MS - 5000,
      id,
    ),
    env.DB.prepare('DELETE FROM listing WHERE article_id = ?').bind(id),
  ])
})

describe('feeds', () => {
  test.each(
    EDITION_KEYS.flatMap((edition) => (['rss', 'atom', 'json'] as const).map((format) => ({ edition, format }))),
  )(
    '$format of $edition is read by a parser that is not ours, without what is not public',
    async ({ edition, format }) => {
      const { status, text, headers } = await get(href.feed(edition, format))
      expect(status).toBe(200)
      expect(parseFeed(text).format).toBe(format)
      if (format !== 'json') elementNames(text)
      expect(text).not.toContain(SECRET)
      expect(text).toContain('both')
      expect(text.includes('news/chinese')).toBe(edition !== 'en')
      expect(text.includes('untouched')).toBe(edition === 'zh-hant')
      expect(text).toContain(EDITIONS[edition].lang)
      expect(headers.get('cache-tag')).toBe(`list:${edition}`)
      expect(headers.get('cloudflare-cdn-cache-control')).toContain('max-age=60,')
    },
  )

  test('a topic has its own, an unknown topic has the edition’s own 404', async () => {
    const { text } = await get(href.feed('zh-hans', 'rss', 'start-ups'))
    expect(text).toContain('news/both')
    expect(text).not.toContain('news/chinese')
    for (const path of [href.feed('en', 'atom', 'no-such'), href.feed('en', 'json', 'no_key'), '/en/feed.rdf']) {
      const { status, text: page } = await get(path)
      expect([path, status]).toEqual([path, 404])
      expect(page).toContain('There is no such page')
    }
  })

  test('are answered with 304 when nothing changed, by entity tag or by date', async () => {
    const path = href.feed('en', 'rss')
    const first = await get(path)
    const tag = first.headers.get('etag') ?? ''
    const date = first.headers.get('last-modified') ?? ''
    expect(Date.parse(date)).toBe(NOW_MS - 5000)
    expect((await get(path, { headers: { 'if-none-match': tag } })).status).toBe(304)
    expect((await get(path, { headers: { 'if-modified-since': date } })).status).toBe(304)
    expect(
      (await get(path, { headers: { 'if-modified-since': new Date(NOW_MS - DAY_MS).toUTCString() } })).status,
    ).toBe(200)
    expect((await get(path, { headers: { 'if-none-match': '"x"', 'if-modified-since': date } })).status).toBe(200)
  })

  test('have a scheduled article from its second on', async () => {
    const { text } = await get(href.feed('en', 'rss'), { nowMs: NOW_MS + 60_000 })
    expect(text).toContain(SECRET)
  })
})

describe('sitemaps', () => {
  test('name every public page in every edition, and nothing else', async () => {
    const { text } = await get(href.sitemap())
    elementNames(text)
    expect(text).not.toMatch(/scheduled|embargoed|draft|withdrawn/)
    const urls = matches(text, /<loc>([^<]+)<\/loc>/g)
    expect(new Set(urls).size).toBe(urls.length)
    expect(urls).toContain(`${ORIGIN}/zh-hant/news/untouched`)
    expect(urls).not.toContain(`${ORIGIN}/en/news/chinese`)
  })

  test('news of the last two days, with the language and the publication', async () => {
    const { text } = await get(href.newsSitemap())
    elementNames(text)
    expect(matches(text, /<loc>([^<]+)<\/loc>/g)).toEqual([
      `${ORIGIN}/zh-hans/news/chinese`,
      `${ORIGIN}/zh-hant/news/chinese`,
    ])
    expect(text).toContain('<news:language>zh-tw</news:language>')
    expect(text).toContain('<news:title>只有中文</news:title>')
    expect(text).not.toContain(SECRET)
  })

  test('robots.txt names them', async () => {
    const { text } = await get('/robots.txt')
    expect(text).toContain(`Sitemap: ${ORIGIN}/sitemap.xml\nSitemap: ${ORIGIN}/sitemap-news.xml`)
  })
})

test('every page of the sitemap is canonical, names its editions as they name it, and has feeds that exist', async () => {
  const urls = matches((await get(href.sitemap())).text, /<loc>([^<]+)<\/loc>/g)
  const alternatesOf = new Map<string, string>()
  const feeds = new Set<string>()
  for (const url of urls) {
    const { status, text } = await get(url.slice(ORIGIN.length))
    expect([url, status]).toEqual([url, 200])
    expect(matches(text, /<link rel="canonical" href="([^"]+)"/g)).toEqual([url])
    const alternates = matches(text, /<link rel="alternate" hreflang="([^"]+" href="[^"]+)"/g)
    expect(alternates.some((alternate) => alternate.endsWith(`href="${url}`))).toBe(true)
    expect(alternates.filter((alternate) => alternate.startsWith('x-default'))).toHaveLength(1)
    alternatesOf.set(url, alternates.sort().join('\n'))
    for (const feed of matches(
      text,
      /<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+\/(?:feed\.xml|atom\.xml|feed\.json))"/g,
    ))
      feeds.add(feed)
  }
  for (const [url, alternates] of alternatesOf) {
    for (const other of matches(alternates, /href="([^"\n]+)/g))
      expect([url, alternatesOf.get(other)]).toEqual([url, alternates])
  }
  expect(feeds.size).toBe(3 * 3 * 3)
  for (const feed of feeds) expect([feed, (await get(feed.slice(ORIGIN.length))).status]).toEqual([feed, 200])
})

test('the sitemap becomes an index when there are more articles than one part holds', async () => {
  await env.DB.prepare(
    `INSERT INTO article (id, slug, kind, source_edition, version, created_at_ms, updated_at_ms)
     VALUES (2499, 'unwritten', 'notice', 'zh-hant', 1, 0, 0)`,
  ).run()
  const zh = { title: '遠', summary: '', body: '一。' }
  expect(await enterArticle(db, { slug: 'far', zh, publishedAtMs: NOW_MS - 9 * DAY_MS })).toBe(2500)
  const { text } = await get(href.sitemap())
  const parts = matches(text, /<loc>([^<]+)<\/loc>/g)
  expect(parts).toEqual([0, 1, 3].map((part) => ORIGIN + href.sitemapPart(part)))
  const pages = await Promise.all(parts.map((url) => get(url.slice(ORIGIN.length))))
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(pages[0]?.text).toContain(`${ORIGIN}/en/about`)
  expect(pages[2]?.text).toContain(`${ORIGIN}/zh-hant/news/far`)
  expect((await get(href.sitemapPart(2))).status).toBe(404)
  expect((await get(href.sitemapPart(99))).status).toBe(404)
})
