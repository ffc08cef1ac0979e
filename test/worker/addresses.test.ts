import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { FILES, PAGES } from '../../src/routes.ts'
import { enterArticle, NOW_MS } from './articles.ts'

const app = createApp({ now: () => NOW_MS })
const get = (path: string, init?: RequestInit) => app.request(`http://localhost:8787${path}`, init, env)

beforeAll(async () => {
  await enterArticle({ slug: 'first-article', publishedAtMs: NOW_MS - 1000 })
})

describe('addresses that have a canonical form', () => {
  test.each([
    ['/en', '/en/'],
    ['/EN/', '/en/'],
    ['/zh-Hant', '/zh-hant/'],
    ['/en//news//first-article', '/en/news/first-article'],
    ['//en/', '/en/'],
    ['/en/news/first-article/', '/en/news/first-article'],
    ['/en/news/First-Article', '/en/news/first-article'],
    ['/en/news/first-article?utm_source=x', '/en/news/first-article'],
    ['/en/news/first-article?images=1', '/en/news/first-article'],
    ['/en/news/first-article?images=0&images=0', '/en/news/first-article?images=0'],
    ['/en/?page=1', '/en/'],
    ['/en/?page=2&page=3', '/en/?page=2'],
    ['/en/?page=2&images=0', '/en/?images=0&page=2'],
    ['/en/archive/2022', '/en/archive#y2022'],
    ['/en/archive/2022/9', '/en/archive/2022/09'],
    ['/en/archive/', '/en/archive'],
    ['/en/news/../about', '/en/about'],
    ['/en/%6Eews/first-article', '/en/news/first-article'],
    ['/admin/', '/admin'],
    ['/admin//articles/1/?version=2', '/admin/articles/1?version=2'],
  ])('%s redirects to %s', async (from, to) => {
    const response = await get(from)
    if (response.status === 200) expect(new URL(from, 'http://x').pathname).toBe(to)
    else expect([response.status, response.headers.get('location')]).toEqual([301, to])
  })
})

describe('addresses that cannot be right', () => {
  test.each([
    ['/en/news/%00', 400],
    ['/en/news/%', 400],
    ['/en/news/%zz', 400],
    ['/en/news/%c3%28', 400],
    ['/en/a%5Cb', 400],
    [`/en/news/${'a'.repeat(10_000)}`, 400],
    ['/fr/', 404],
    ['/en/news/no-such-article', 404],
    ['/en/news/no_such_article', 404],
    ['/en/news/數碼港', 404],
    ['/en/news', 404],
    ['/en/topics/no-such-topic', 404],
    ['/en/nothing', 404],
    ['/nothing', 404],
    ['/en/?page=0', 404],
    ['/en/?page=-1', 404],
    ['/en/?page=1e9', 404],
    ['/en/?page=abc', 404],
    ['/en/?page=101', 404],
    ['/en/?page=2.5', 404],
    ['/en/?page=99', 404],
    ['/en/archive/22', 404],
    ['/en/archive/abcd/01', 404],
    ['/en/archive/2022/13', 404],
    ['/en/archive/2022/0', 404],
    ['/en/archive/2022/12/01', 404],
    ['/wp-login.php', 404],
    ['/.env', 404],
  ])('%s is %i in the edition of the address', async (path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(path.startsWith('/en/') ? '<html lang="en">' : '<html lang="zh-HK">')
    expect(response.headers.get('content-security-policy')).toContain(`default-src 'none'`)
  })
})

describe('methods', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s to a page is 405 and names the methods that work',
    async (method) => {
      for (const path of ['/en/', '/en/news/first-article', '/', '/healthz', '/robots.txt']) {
        const response = await get(path, { method })
        expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD'])
      }
    },
  )

  test('HEAD gives the headers of GET and no body', async () => {
    const [head, full] = [await get('/en/news/first-article', { method: 'HEAD' }), await get('/en/news/first-article')]
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    for (const name of ['content-type', 'cache-control', 'content-security-policy', 'cache-tag']) {
      expect(head.headers.get(name)).toBe(full.headers.get(name))
    }
  })
})

describe('the root', () => {
  test.each([
    [{ cookie: 'edition=zh-hans' }, '/zh-hans/'],
    [{ cookie: 'edition=en', 'accept-language': 'zh-HK' }, '/en/'],
    [{ cookie: 'edition=../../evil', 'accept-language': 'en-GB' }, '/en/'],
    [{ 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' }, '/zh-hans/'],
    [{ 'accept-language': 'en;q=0.3, zh-TW;q=0.8' }, '/zh-hant/'],
    [{ 'accept-language': 'yue-HK' }, '/zh-hant/'],
    [{ 'accept-language': 'fr-FR' }, '/zh-hant/'],
    [{ 'accept-language': ',;q=x,*;;' }, '/zh-hant/'],
    [{}, '/zh-hant/'],
  ])('%o leads to %s', async (headers, to) => {
    const response = await get('/', { headers: headers as Record<string, string> })
    expect([response.status, response.headers.get('location')]).toEqual([302, to])
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })
})

test('no public page depends on a cookie, Accept-Language or Host', async () => {
  const plain = await (await get('/en/news/first-article')).text()
  const headers = { cookie: 'edition=zh-hans; x=y', 'accept-language': 'zh-CN', 'x-forwarded-host': 'evil.example' }
  expect(await (await get('/en/news/first-article', { headers })).text()).toBe(plain)
  const elsewhere = await app.request('http://evil.example/en/news/first-article', {}, env)
  expect(await elsewhere.text()).toBe(plain)
})

test('every answer has security headers and says who may keep it', async () => {
  const paths = [...Object.values(PAGES), ...Object.values(FILES)].map(({ pattern }) =>
    pattern
      .replace(/:edition\{[^}]*\}/, 'en')
      .replace(/:\w+\{[^}]*\\\.(txt|md)\}/, 'first-article.$1')
      .replace(/:year(\{[^}]*\})?/, '2022')
      .replace(/:month(\{[^}]*\})?/, '12')
      .replace(/:part\{[^}]*\}/, '1')
      .replace(/:\w+(\{[^}]*\})?/g, 'first-article'),
  )
  for (const path of [...paths, '/nothing', '/en/news/%']) {
    const response = await get(path)
    expect(response.headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(response.headers.get('content-security-policy'), path).toContain(`frame-ancestors 'none'`)
    expect(response.headers.get('content-security-policy'), path).not.toContain('unsafe')
    expect(response.headers.get('cache-control'), path).toMatch(/^(private, no-store|public, max-age=\d+)$/)
    expect(response.headers.get('set-cookie'), path).toBeNull()
  }
})

test('a page that did not change is 304 and keeps what the edge must know', async () => {
  const first = await get('/en/news/first-article')
  const tag = first.headers.get('etag') ?? ''
  const again = await get('/en/news/first-article', { headers: { 'if-none-match': tag } })
  expect(again.status).toBe(304)
  for (const name of ['cache-control', 'cloudflare-cdn-cache-control', 'cache-tag', 'content-security-policy']) {
    expect(again.headers.get(name), name).toBe(first.headers.get(name))
  }
})

describe('a database that cannot be used', () => {
  test('without tables is 503, and the log tells the operator what to run', async () => {
    const logged: string[] = []
    const original = console.error
    console.error = (line: string) => logged.push(line)
    try {
      const unmigrated = {
        prepare: () => {
          throw new Error('D1_ERROR: no such table: article: SQLITE_ERROR')
        },
      }
      const response = await app.request('http://localhost:8787/en/', {}, { ...env, DB: unmigrated })
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60'])
    } finally {
      console.error = original
    }
    expect(logged.join()).toContain('wrangler d1 migrations apply')
  })

  test('without a binding is 503, and the log names the binding', async () => {
    const logged: string[] = []
    const original = console.error
    console.error = (line: string) => logged.push(line)
    try {
      const response = await app.request('http://localhost:8787/en/', {}, { ...env, DB: undefined })
      expect(response.status).toBe(503)
    } finally {
      console.error = original
    }
    expect(logged.join()).toContain('d1_databases')
  })

  test('a wrong SITE_URL is 503, and the log says how to write one', async () => {
    const logged: string[] = []
    const original = console.error
    console.error = (line: string) => logged.push(line)
    try {
      const response = await app.request('http://localhost:8787/en/', {}, { ...env, SITE_URL: 'news.example.org' })
      expect(response.status).toBe(503)
    } finally {
      console.error = original
    }
    expect(logged.join()).toContain('SITE_URL')
  })
})
