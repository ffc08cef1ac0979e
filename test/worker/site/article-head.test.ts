import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { createDb } from '../../../src/db/client.ts'
import { href, type View } from '../../../src/routes.ts'
import { DAY_MS, enterArticle, enterTopics, NOW_MS } from '../search/articles.ts'

const ORIGIN = 'http://localhost:8787'
const NASTY = '</script><script>alert(1)</script><!-- ]]> "&\u2028'
const hant: View = { edition: 'zh-hant', images: true }
const app = createApp({ now: () => NOW_MS })

async function get(path: string) {
  const response = await app.request(path, {}, env)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

beforeAll(async () => {
  const db = createDb(env.DB)
  await enterTopics(db)
  const zh = { title: `藍圖${NASTY}`, summary: `摘要${NASTY}`, body: '第一段。' }
  await enterArticle(db, {
    slug: 'both',
    zh,
    en: { title: 'Blueprint', summary: 'S.', body: 'One.' },
    topics: ['start-ups'],
  })
  await enterArticle(db, { slug: 'scheduled', zh, publishedAtMs: NOW_MS + DAY_MS })
  await enterArticle(db, { slug: 'embargoed', zh, publishedAtMs: NOW_MS + DAY_MS, embargoed: true })
})

test('an article tells machines what it is, and no headline gets out of the data', async () => {
  const { text } = await get(href.article(hant, 'both'))
  const blocks = [...text.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)]
  expect(blocks).toHaveLength(1)
  expect(text).not.toContain('<script>alert')
  const [article, breadcrumbs] = JSON.parse(blocks[0]?.[1] ?? '')['@graph']
  expect(article).toMatchObject({
    '@type': 'NewsArticle',
    headline: `藍圖${NASTY}`,
    inLanguage: 'zh-Hant',
    '@id': `${ORIGIN}/zh-hant/news/both`,
  })
  expect(breadcrumbs.itemListElement.map(({ name }: { name: string }) => name)).toEqual(['最新消息', '初創企業'])
})

test('an article tells social networks what it is called, in which languages and when', async () => {
  const { text } = await get(href.article(hant, 'both'))
  expect(text).toContain('<meta property="og:type" content="article"/>')
  expect(text).toContain('<meta property="og:locale" content="zh_HK"/>')
  expect(text).toContain('<meta property="og:locale:alternate" content="zh_CN"/>')
  expect(text).toContain('<meta property="og:locale:alternate" content="en_GB"/>')
  expect(text).toMatch(/<meta property="article:published_time" content="2026-01-14T12:00:00\+08:00"\/>/)
  expect(text).toContain('<meta name="twitter:card" content="summary"/>')
})

test('an article has a plain-text and a Markdown file, linked from its head', async () => {
  const { text } = await get(href.article(hant, 'both'))
  for (const [path, type] of [
    [href.articleText('zh-hant', 'both'), 'text/plain; charset=utf-8'],
    [href.articleMarkdown('zh-hant', 'both'), 'text/markdown; charset=utf-8'],
  ] as const) {
    expect(text).toContain(`href="${path}"`)
    const file = await get(path)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, type])
    expect(file.headers.get('link')).toBe(`<${ORIGIN}/zh-hant/news/both>; rel="canonical"`)
    expect(file.text).toContain('第一段。')
  }
})

test.each(['scheduled', 'embargoed', 'no-such-article'])('%s has no file', async (slug) => {
  for (const path of [href.articleText('zh-hant', slug), href.articleMarkdown('zh-hant', slug)]) {
    const { status, text } = await get(path)
    expect([path, status]).toEqual([path, 404])
    expect(text).not.toContain('藍圖')
  }
})
