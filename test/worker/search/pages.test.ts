import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { createDb } from '../../../src/db/client.ts'
import { href, type SearchQuery, type View } from '../../../src/routes.ts'
import { enterArticle, enterTopics, NOW_MS } from './articles.ts'

const app = createApp({ now: () => NOW_MS })
const unlimited = { limit: async () => ({ success: true }) }
const hant: View = { edition: 'zh-hant', images: true }

async function get(path: string, bindings: object = { SEARCH_LIMIT: unlimited }) {
  const response = await app.request(path, {}, { ...env, ...bindings })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

const page = (query: SearchQuery, view: View = hant) => get(href.search(view, query))

beforeAll(async () => {
  const db = createDb(env.DB)
  await enterTopics(db)
  await enterArticle(db, {
    slug: 'blueprint',
    zh: { title: '數碼港歡迎《藍圖》', summary: '數碼港歡迎。', body: '數碼港現匯聚超過1,900間社區成員。' },
    en: { title: 'Cyberport welcomes the Blueprint', summary: 'Welcome.', body: 'Cyberport hosts 1,900 members.' },
    topics: ['start-ups'],
  })
})

describe('GET /:edition/search', () => {
  test('without a question is a form, kept by search engines', async () => {
    const { status, html, headers } = await page({ q: '' })
    expect(status).toBe(200)
    expect(html).toContain('<input id="q" name="q" type="search"')
    expect(html).toContain('rel="canonical"')
    expect(html).not.toContain('<h2')
    expect(headers.get('cache-tag')).toBe('list:zh-hant')
    expect(headers.get('cloudflare-cdn-cache-control')).toMatch(/^public, max-age=60/)
  })

  test('marks what it found and says which other spelling that was', async () => {
    const { html } = await page({ q: '数码港' })
    expect(html).toContain('<mark>數碼港</mark>')
    expect(html).toContain('1項結果，包括「數碼港」。')
    expect(html).toContain('name="robots" content="noindex"')
    expect(html).toContain('value="数码港"')
    expect((await page({ q: '數碼港' }, { edition: 'zh-hans', images: true })).html).toContain(
      '1项结果，包括“数码港”。',
    )
  })

  test('keeps question and filters in the edition switch and the text-only view', async () => {
    const { html } = await page(
      { q: '數碼港', topic: 'start-ups', year: '2026' },
      { edition: 'zh-hant', images: false },
    )
    expect(html).toContain(
      `/en/search?images=0&amp;q=${encodeURIComponent('數碼港')}&amp;topic=start-ups&amp;year=2026`,
    )
    expect(html).toContain('<input type="hidden" name="images" value="0"/>')
    expect(html).toContain('<option value="start-ups" selected="">')
  })

  test('says when nothing was found and what else to try', async () => {
    const { status, html } = await page({ q: '不存在的', year: '2026' })
    expect(status).toBe(200)
    expect(html).toContain('找不到「不存在的」。')
    expect(html).toContain('不限主題和年份')
    expect(html).toContain('在<span lang="en">English</span>版搜尋')
    expect(html).toContain('初創企業')
  })

  test('says that a question was cut', async () => {
    expect((await page({ q: '數碼港'.repeat(100) })).html).toContain('只搜尋了首100個字元')
    expect((await page({ q: 'a b c d e f g h i j' })).html).toContain('只搜尋了首8個字詞')
  })

  test.each([
    [{ q: '港', topic: 'no-such-topic' }],
    [{ q: '港', topic: '../etc' }],
    [{ q: '港', year: 'abcd' }],
    [{ q: '港', page: 2 }],
  ])('%o is the edition’s own 404', async (query) => {
    const { status, html } = await page(query)
    expect(status).toBe(404)
    expect(html).toContain('找不到這一頁')
  })

  test.each([
    '" OR 1',
    'title:x',
    'NEAR(a b, 2)',
    'a AND NOT b',
    '{title} : x*',
    '"""',
    '-',
    '*',
    '^港',
    'a"b\'c;--',
    '\u0000\u0001\u001f',
    '\ud800',
    '\udc00港\ud800',
    '港'.repeat(10_000),
    '" '.repeat(5_000),
    'day20260114',
    '\u202e\ufeff\uffff',
    '👩‍👩‍👧‍👦 🇭🇰',
    '１，９００',
    '((((((((((',
  ])('%j is a question like any other', async (q) => {
    const { status } = await page({ q })
    expect(status).toBe(200)
  })

  test('is one D1 statement', async () => {
    let statements = 0
    const DB = new Proxy(env.DB, {
      get(target, name) {
        const value = Reflect.get(target, name)
        if (name === 'prepare') statements += 1
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    await get(href.search(hant, { q: '數碼港' }), { SEARCH_LIMIT: unlimited, DB })
    expect(statements).toBe(1)
  })
})

describe('rate limit', () => {
  const refuses = { limit: async () => ({ success: false }) }
  const breaks = {
    limit: async () => {
      throw new Error('unreachable')
    },
  }

  test.each([
    ['refuses', refuses],
    ['breaks', breaks],
    ['is missing', undefined],
  ])('429 when it %s', async (_, SEARCH_LIMIT) => {
    const { status, html, headers } = await get(href.search(hant, { q: '港' }), { SEARCH_LIMIT })
    expect(status).toBe(429)
    expect(headers.get('retry-after')).toBe('60')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(html).toContain('搜尋次數過多')
  })

  test('the form itself is not limited', async () => {
    expect((await get(href.search(hant), { SEARCH_LIMIT: refuses })).status).toBe(200)
  })
})

describe('GET /:edition/search/results', () => {
  test('is the results alone, with what to announce and the page’s address', async () => {
    const { html, headers } = await get(href.searchResults(hant, { q: '数码港' }))
    expect(html).toMatch(
      /^<div id="found" data-address="\/zh-hant\/search\?q=[^"]+" data-message="1項結果，包括「數碼港」。">/,
    )
    expect(html).not.toContain('<html')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  test('is limited, too', async () => {
    const refuses = { limit: async () => ({ success: false }) }
    expect((await get(href.searchResults(hant, { q: '港' }), { SEARCH_LIMIT: refuses })).status).toBe(429)
  })
})
