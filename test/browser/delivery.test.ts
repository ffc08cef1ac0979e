import { describe, expect, inject, test } from 'vitest'
import { EDITION_KEYS } from '../../src/edition/editions.ts'
import { href } from '../../src/routes.ts'
import { pageBytes } from './bytes.ts'
import { useBrowser } from './chromium.ts'
import { countD1, setFaults } from './faults.ts'
import { newPage, withPage } from './page.ts'
import { addressOf, PAGE_KINDS, RELEASE } from './pages.ts'

const browser = useBrowser()
const absolute = (address: string) => new URL(address, inject('siteUrl'))

/** Wire budgets in bytes at brotli 5: what fits into the first flight of a TCP connection, and half of it. */
const PUBLIC_PAGE_BYTES_MAX = 14_000
const CHINESE_RELEASE_BYTES_MAX = 8_192

describe('bytes on the wire', () => {
  test.each(Object.keys(PAGE_KINDS))('%s stays within one flight in every edition', async (kind) => {
    for (const edition of EDITION_KEYS) {
      const { brotliBytes } = await pageBytes(absolute(addressOf(kind, edition)))
      expect(brotliBytes, edition).toBeLessThanOrEqual(PUBLIC_PAGE_BYTES_MAX)
    }
  })

  test('the Chinese press release takes 8 KB at most', async () => {
    for (const edition of ['zh-hant', 'zh-hans'] as const) {
      const { brotliBytes } = await pageBytes(absolute(addressOf('release', edition)))
      expect(brotliBytes, edition).toBeLessThanOrEqual(CHINESE_RELEASE_BYTES_MAX)
    }
  })
})

test.each(EDITION_KEYS)(
  'an article in %s is one request before load; what follows is our own script',
  async (edition) => {
    const { page, problems } = await newPage(browser(), { serviceWorkers: true })
    const requested: string[] = []
    page.on('request', (request) => requested.push(new URL(request.url()).pathname))
    await page.goto(absolute(addressOf('release', edition)).href)
    await page.waitForFunction(() => document.querySelector('iframe') === null)
    await page.waitForLoadState('networkidle')
    const early = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[] // by its name
      const loadMs = navigation?.loadEventStart ?? 0
      return performance.getEntriesByType('resource').filter((entry) => entry.startTime < loadMs).length
    })
    expect(early).toBe(0)
    expect(requested.some((path) => /^\/assets\/page\./.test(path))).toBe(true)
    expect(requested.filter((path) => path.includes('htmx'))).toEqual([])
    expect(await page.locator('iframe').count()).toBe(0)
    expect(problems).toEqual([])
    await page.context().close()
  },
)

test('every public page asks the database once, an address that cannot be right never', async () => {
  const counts: Record<string, number> = {}
  for (const kind of Object.keys(PAGE_KINDS)) {
    await setFaults()
    await fetch(absolute(addressOf(kind, 'zh-hans')))
    const { queries, roundTrips } = await countD1()
    expect(roundTrips, kind).toBeLessThanOrEqual(1)
    counts[kind] = queries
  }
  await expect(JSON.stringify(counts, null, 2)).toMatchFileSnapshot('golden/query-counts.json')
})

describe('without JavaScript', () => {
  test.each(Object.keys(PAGE_KINDS))('%s is complete', async (kind) => {
    await withPage(browser(), addressOf(kind, 'zh-hant'), { javaScript: false }, async ({ page }) => {
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.locator('main').count()).toBe(1)
      expect(await page.locator('.editions a').count()).toBe(3)
    })
  })

  test('older articles and other editions are plain links', async () => {
    await withPage(browser(), addressOf('home', 'zh-hant'), { javaScript: false }, async ({ page }) => {
      await page.getByRole('link', { name: '較早的文章' }).click()
      expect(new URL(page.url()).search).toBe('?page=2')
      await page.getByRole('link', { name: 'English' }).click()
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/en/?page=2')
    })
  })
})

test('a page without its stylesheet still reads in order', async () => {
  await withPage(browser(), addressOf('release', 'en'), {}, async ({ page }) => {
    await page.evaluate(() => document.querySelector('style')?.remove())
    const text = await page.locator('body').innerText()
    const order = [
      'Skip to main content',
      'Cyberport Newsroom',
      'English',
      'Press release',
      'Cyberport Welcomes',
      'Media enquiries',
    ]
    const places = order.map((part) => text.toLowerCase().indexOf(part.toLowerCase()))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })
})

test('load more appends the older articles, says so and moves focus to the first of them', async () => {
  await withPage(browser(), addressOf('home', 'zh-hant'), {}, async ({ page, problems }) => {
    const before = await page.locator('#news > li').count()
    const more = page.locator('#older')
    await page.waitForFunction(() => document.querySelector('iframe') === null)
    await more.focus()
    await page.waitForFunction(() => 'htmx' in window)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#news > li').count()).toBeGreaterThan(before)
    await expect.poll(() => page.locator('#list-status').innerText()).toMatch(/已載入\d+篇文章/)
    const focused = await page.evaluate(() => document.activeElement?.closest('li')?.parentElement?.id)
    expect(focused).toBe('news')
    expect(
      new Set(await page.locator('#news a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
        .size,
    ).toBe(await page.locator('#news > li').count())
    expect(problems).toEqual([])
  })
})

test('the edition switch keeps the place in the text and the text-only choice', async () => {
  const view = { edition: 'zh-hant', images: false } as const
  await withPage(browser(), href.article(view, RELEASE), {}, async ({ page }) => {
    await page.waitForFunction(() => document.querySelector('iframe') === null)
    await page.locator('#p9').evaluate((element) => element.scrollIntoView())
    await page.locator('.editions a[hreflang="zh-Hans"]').evaluate((link) => (link as HTMLElement).click())
    await page.waitForURL(/zh-hans/)
    const url = new URL(page.url())
    expect(url.pathname + url.search).toBe(href.article({ ...view, edition: 'zh-hans' }, RELEASE))
    expect(url.hash).toMatch(/^#[ps]\d+$/)
  })
})

test('an unreachable database is 503 with Retry-After for every page, and tells nothing of itself', async () => {
  await setFaults({ failD1: true })
  try {
    for (const kind of ['home', 'release', 'topic', 'archive', 'contact', 'about']) {
      const response = await fetch(absolute(addressOf(kind, 'en')))
      expect(response.status, kind).toBe(503)
      expect(response.headers.get('retry-after'), kind).toBe('60')
      expect(response.headers.get('cache-control'), kind).toBe('private, no-store')
      expect(await response.text()).not.toMatch(/\bD1\b|\bSELECT\b|sqlite/)
    }
  } finally {
    await setFaults()
  }
})

test('a stalled database is 503 after the deadline', async () => {
  await setFaults({ delayD1Ms: 10_000 })
  try {
    expect((await fetch(absolute(addressOf('home', 'en')))).status).toBe(503)
  } finally {
    await setFaults()
  }
})
