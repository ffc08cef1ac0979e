import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { brotliBytes } from './bytes.ts'
import { useBrowser } from './chromium.ts'
import { type OpenPage, type Reader, withPage } from './page.ts'
import { builtScripts, openReaderSite, type ReaderSite } from './reader-site.ts'

const browser = useBrowser()
let site: ReaderSite

beforeAll(async () => {
  site = await openReaderSite()
})
beforeEach(() => {
  site.condition = 'works'
  site.release = ''
  site.requests.length = 0
})
afterAll(async () => await site.close())

async function visit<T>(path: string, use: (open: OpenPage) => Promise<T>, reader: Reader = {}): Promise<T> {
  return await withPage(browser(), path, { origin: site.origin, ...reader }, use)
}

describe('what the scripts weigh', () => {
  test.each(builtScripts)('%s is at most 2 KB', async (file) => {
    const text = await readFile(file)
    expect(brotliBytes(text, 11)).toBeLessThanOrEqual(2048)
    expect(brotliBytes(text)).toBeLessThanOrEqual(2048)
  })

  test('the page is one request before load, the script comes after it, and the CSP has nothing to say', async () => {
    await visit('/en/news/a', async ({ page, problems }) => {
      await page.waitForFunction(() => performance.getEntriesByType('resource').length > 0)
      const early = await page.evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
        const loadedAt = navigation?.loadEventStart ?? 0
        return performance.getEntriesByType('resource').filter((entry) => entry.startTime < loadedAt)
      })
      expect(early).toEqual([])
      expect(problems).toEqual([])
    })
  })
})

describe('edition switch', () => {
  test('keeps the place in the text and remembers the edition', async () => {
    await visit('/zh-hant/news/a', async ({ page }) => {
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => document.getElementById('p12')?.scrollIntoView())
      await page.evaluate(() => document.querySelector<HTMLElement>('[data-edition=en]')?.click())
      await page.waitForURL('**/en/news/a#p12')
      expect(await page.context().cookies()).toMatchObject([
        { name: 'edition', value: 'en', path: '/', sameSite: 'Lax', httpOnly: false },
      ])
    })
  })

  test('leads to the top from the top, and keeps the query', async () => {
    await visit('/zh-hant/news/a?images=0', async ({ page }) => {
      await page.waitForLoadState('networkidle')
      await page.click('[data-edition=en]')
      await page.waitForURL(`${site.origin}/en/news/a?images=0`)
    })
  })

  test('is a plain link without scripts', async () => {
    const use = async ({ page }: OpenPage) => {
      await page.click('[data-edition=en]')
      expect(page.url()).toBe(`${site.origin}/en/news/a`)
    }
    await visit('/zh-hant/news/a', use, { javaScript: false })
  })
})

describe('htmx', () => {
  const htmxRequests = () => site.requests.filter((request) => request.includes('/assets/htmx.'))
  const isReady = async (page: Page) => {
    await page.waitForFunction(() => document.querySelector('#more-link')?.hasAttribute('data-htmx-powered'))
  }

  test('is fetched at the first focus on a control that uses it', async () => {
    await visit('/en/list', async ({ page, problems }) => {
      await page.waitForLoadState('networkidle')
      await page.focus('[data-edition=en]')
      expect(htmxRequests()).toEqual([])
      await page.focus('#more-link')
      await isReady(page)
      expect(htmxRequests()).toHaveLength(1)
      expect(problems).toEqual([])
    })
  })

  test('load more appends, moves focus to the first new item and says so politely', async () => {
    await visit('/en/list', async ({ page, problems }) => {
      await page.waitForLoadState('networkidle')
      await page.focus('#more-link')
      await isReady(page)
      await page.evaluate(() => document.getElementById('status')?.setAttribute('data-same', 'yes'))
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.textContent === 'Two')
      expect(await page.textContent('#status[data-same]')).toBe('2 more')
      expect(await page.locator('#list a').allTextContents()).toEqual(['One', 'Two', 'Three'])
      expect(await page.locator('[aria-busy]').count()).toBe(0)
      expect(page.url()).toBe(`${site.origin}/en/list`)
      expect(problems).toEqual([])
    })
  })

  test('follows the link when the request fails', async () => {
    await visit('/en/list', async ({ page }) => {
      await page.waitForLoadState('networkidle')
      await page.hover('#bad')
      await isReady(page)
      await page.click('#bad')
      await page.waitForURL('**/en/list?page=3')
    })
  })

  test('is a plain link before htmx is there', async () => {
    await visit('/en/list', async ({ page }) => {
      await page.evaluate(() => document.querySelector<HTMLElement>('#more-link')?.click())
      await page.waitForURL('**/en/list?page=2')
    })
  })
})

describe('reading offline', () => {
  const withWorker: Reader = { serviceWorkers: true }

  const isKept = async (page: Page, path: string) => {
    await expect
      .poll(async () => await page.evaluate(async (url) => (await caches.match(url)) !== undefined, path))
      .toBe(true)
  }
  const keptPaths = async (page: Page) =>
    await page.evaluate(async () =>
      (await (await caches.open('articles')).keys()).map((request) => new URL(request.url).pathname),
    )
  const go = async (page: Page, path: string) => await page.goto(site.origin + path)

  /** Reads the first article, which the service worker did not see being fetched, and a second, which it did. */
  const readTwo = async (page: Page) => {
    await isKept(page, '/en/news/one')
    await isKept(page, '/en/saved')
    await go(page, '/zh-hant/news/two')
    await isKept(page, '/zh-hant/news/two')
    await isKept(page, '/zh-hant/saved')
  }

  test('keeps what was read, says that it is a copy and since when', async () => {
    await visit(
      '/en/news/one',
      async ({ page, problems }) => {
        await readTwo(page)
        expect(await page.isHidden('[data-behaviour=saved-copy]')).toBe(true)
        expect(site.requests.filter((path) => path.startsWith('/en/news/'))).toEqual(['/en/news/one']) // once only
        expect(problems).toEqual([])
        await page.context().setOffline(true)
        for (const path of ['/en/news/one', '/zh-hant/news/two', '/en/news/one?images=0']) {
          await go(page, path)
          expect(await page.textContent('h1')).toBe(`Title of ${path.replace(/\?.*/, '')}`)
          await page.waitForSelector('[data-behaviour=saved-copy]:not([hidden])')
          expect(await page.textContent('[data-behaviour=saved-copy]')).toMatch(
            /^Saved .*20\d\d.* \d\d:\d\d|^Saved 20\d\d年.*\d:\d\d$/,
          )
        }
      },
      withWorker,
    )
  })

  test('shows the list of saved articles when nothing else is there, in the edition asked for', async () => {
    await visit(
      '/en/news/one',
      async ({ page }) => {
        await readTwo(page)
        site.condition = 'unreachable'
        await go(page, '/en/news/never-read')
        await page.waitForSelector('[data-behaviour=offline-notice]:not([hidden])')
        const items = page.locator('[data-behaviour=saved-list] li')
        await items.first().waitFor()
        expect(await items.allTextContents()).toEqual([
          expect.stringMatching(/^繁體kept .*\dTitle of \/zh-hant\/news\/two$/),
          expect.stringMatching(/^Englishkept .*\dTitle of \/en\/news\/one$/),
        ])
        expect(await items.first().locator('a').getAttribute('lang')).toBe('zh-HK')

        await go(page, '/zh-hant/saved')
        expect(await page.getAttribute('html', 'lang')).toBe('zh-HK')
        await items.first().waitFor()
        expect(await page.isHidden('[data-behaviour=offline-notice]')).toBe(true)
        expect(await page.isHidden('[data-behaviour=saved-empty]')).toBe(true)
        await go(page, '/zh-hans/news/never-read')
        await page.waitForSelector('[data-behaviour=offline-notice]:not([hidden])')
        await go(page, '/')
        await page.waitForSelector('[data-behaviour=offline-notice]:not([hidden])')
      },
      withWorker,
    )
  })

  test('gives the copy when the server fails or is slow, and the page itself when it works', async () => {
    await visit(
      '/en/news/one',
      async ({ page }) => {
        await readTwo(page)
        const copies = page.locator('html[data-saved-at-ms]')
        for (const condition of ['error', 'slow'] as const) {
          site.condition = condition
          await go(page, '/en/news/one')
          expect(await copies.count()).toBe(1)
        }
        site.condition = 'error'
        expect((await go(page, '/en/news/never-read'))?.status()).toBe(503)
        site.condition = 'works'
        await expect // not at once: the browser lets requests for one page wait for each other
          .poll(async () => [(await go(page, '/en/news/one'))?.status(), await copies.count()], { timeout: 5000 })
          .toEqual([200, 0])
      },
      withWorker,
    )
  })

  test.each(['withdrawn', 'missing'] as const)('throws a %s article away', async (condition) => {
    await visit(
      '/en/news/one',
      async ({ page }) => {
        await readTwo(page)
        site.condition = condition
        await go(page, '/en/news/one')
        expect(await page.textContent('h1')).toMatch(/^4/)
        await expect.poll(async () => await keptPaths(page)).toEqual(['/zh-hant/news/two'])
      },
      withWorker,
    )
  })

  test("never keeps previews, pages marked no-store, other pages or the editors' side", async () => {
    await visit(
      '/en/news/one',
      async ({ page }) => {
        await readTwo(page)
        for (const path of ['/en/news/a?preview=x', '/en/news/secret', '/en/list', '/admin/news/a', '/en/news/a.txt']) {
          await go(page, path)
        }
        await go(page, '/en/news/last')
        await isKept(page, '/en/news/last')
        expect(await keptPaths(page)).toEqual(['/en/news/one', '/zh-hant/news/two', '/en/news/last'])
        const shells = await page.evaluate(async () => {
          const names = (await caches.keys()).filter((name) => name !== 'articles')
          const keys = await Promise.all(names.map(async (name) => await (await caches.open(name)).keys()))
          return keys.flat().map((request) => new URL(request.url).pathname.replace(/\.[0-9a-f]{10}/, ''))
        })
        expect(shells.sort()).toEqual([
          '/assets/loader.html',
          '/assets/loaderScript.js',
          '/assets/page.js',
          '/en/saved',
          '/zh-hant/saved',
        ])
      },
      withWorker,
    )
  })

  test('keeps the fifty articles that were read last', async () => {
    await visit(
      '/en/news/one',
      async ({ page }) => {
        await readTwo(page)
        await go(page, '/en/news/one') // read again: now the newest
        await page.evaluate(async (count) => {
          const { active } = await navigator.serviceWorker.ready
          for (let i = 0; i < count; i++) {
            active?.postMessage({ keep: new URL(`/en/news/n${i}`, location.href).href })
            while (!(await caches.match(`/en/news/n${i}`))) await new Promise((resolve) => setTimeout(resolve, 5))
          }
        }, 49)
        await expect.poll(async () => (await keptPaths(page)).length).toBe(50)
        expect((await keptPaths(page)).slice(0, 2)).toEqual(['/en/news/one', '/en/news/n0'])
      },
      withWorker,
    )
  })

  test('a new release fetches the list anew and keeps the articles', async () => {
    await visit(
      '/en/news/one',
      async ({ page }) => {
        await readTwo(page)
        site.release = '-next'
        site.requests.length = 0
        await page.evaluate(async () => await (await navigator.serviceWorker.ready).update())
        const shells = async () =>
          await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('shell-')))
        await expect.poll(shells, { timeout: 10_000 }).toEqual([expect.stringMatching(/-next$/)])
        expect(site.requests).toEqual(expect.arrayContaining(['/en/saved', '/zh-hant/saved']))
        expect(await keptPaths(page)).toHaveLength(2)
        site.condition = 'unreachable'
        await go(page, '/zh-hant/news/never-read')
        await page.waitForSelector('[data-behaviour=offline-notice]:not([hidden])')
      },
      withWorker,
    )
  })
})
