/** Reading offline on the real pages; the service worker's own tests, with every failure, are in client.test.ts. */
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { EDITION_KEYS } from '../../src/edition/editions.ts'
import { href, type View } from '../../src/routes.ts'
import { auditPage } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { type OpenPage, withPage } from './page.ts'
import { RELEASE } from './pages.ts'

const browser = useBrowser()

const YEAR = { 'zh-hant': /20\d\d年/, 'zh-hans': /20\d\d年/, en: /\d (January|.+) 20\d\d/ } as const

async function isKept(page: Page, path: string): Promise<void> {
  const found = async () => await page.evaluate(async (url) => (await caches.match(url)) !== undefined, path)
  await expect.poll(found, { timeout: 10_000 }).toBe(true)
}

async function goOffline(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.clearBrowserCache') // else the browser itself has the page for some seconds
  await page.context().setOffline(true)
}

test.each(EDITION_KEYS)('an article in %s is readable offline, says since when, and is listed', async (edition) => {
  const view: View = { edition, images: true }
  const go = async (page: Page, path: string) => await page.goto(new URL(path, inject('siteUrl')).href)
  const use = async ({ page }: OpenPage) => {
    await isKept(page, href.article(view, RELEASE))
    await isKept(page, href.saved(view))
    const title = await page.locator('h1').textContent()
    await goOffline(page)

    await go(page, href.article(view, RELEASE))
    expect(await page.locator('h1').textContent()).toBe(title)
    const notice = page.locator('[data-behaviour~="saved-copy"]')
    await notice.waitFor()
    expect(await notice.textContent()).toMatch(YEAR[edition])
    expect(await auditPage(page)).toEqual([])

    await go(page, href.article(view, 'never-read'))
    await page.locator('[data-behaviour~="offline-notice"]').waitFor()
    const link = page.locator('main li a')
    await link.waitFor()
    expect(await link.textContent()).toBe(title?.trim())
    expect(await auditPage(page)).toEqual([])
    await link.click()
    await notice.waitFor()
  }
  await withPage(browser(), href.article(view, RELEASE), { serviceWorkers: true, widthPx: 320 }, use)
})
