import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { href, type View } from '../../src/routes.ts'
import { useBrowser } from './chromium.ts'
import { setFaults } from './faults.ts'
import { newPage, withPage } from './page.ts'

const browser = useBrowser()
const view: View = { edition: 'zh-hant', images: true }
const absolute = (address: string) => new URL(address, inject('siteUrl')).href

/** The page with its script and htmx there, as they are once a reader has been in the field for a moment. */
async function readyToType(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.focus('#q')
  await page.waitForFunction(() => document.querySelector('form.search')?.hasAttribute('data-htmx-powered'))
}

const found = (page: Page) => page.locator('#found')

describe('search while typing', () => {
  test('follows the typing, keeps focus and address, and says once what was found', async () => {
    await withPage(browser(), href.search(view), {}, async ({ page, problems }) => {
      await readyToType(page)
      await page.evaluate(() => {
        const status = document.getElementById('search-status')
        Object.assign(window, { status, said: [] as string[] })
        new MutationObserver(() =>
          (window as unknown as { said: string[] }).said.push(status?.textContent ?? ''),
        ).observe(status as Node, { childList: true })
      })
      await page.keyboard.type('数码港', { delay: 60 })
      await page.locator('mark').first().waitFor()
      expect(await page.locator('mark').first().textContent()).toBe('數碼港')
      await page.waitForFunction(() => (window as unknown as { said: string[] }).said.length > 0)
      await page.waitForTimeout(900)
      expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
        expect.stringMatching(/^\d+項結果，包括「數碼港」。$/),
      ])
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
      expect(page.url()).toBe(absolute(href.search(view, { q: '数码港' })))
      expect(problems).toEqual([])
    })
  })

  test('asks once for what was typed in one go, at its canonical address', async () => {
    await withPage(browser(), href.search(view), {}, async ({ page }) => {
      await readyToType(page)
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.keyboard.type('cyberport', { delay: 20 })
      await found(page).locator('h2').waitFor()
      await page.waitForTimeout(400)
      expect(asked).toEqual([absolute(href.searchResults(view, { q: 'cyberport' }))])
    })
  })

  test('waits while an input method composes', async () => {
    await withPage(browser(), href.search(view), {}, async ({ page }) => {
      await readyToType(page)
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      const session = await page.context().newCDPSession(page)
      for (const text of ['s', 'sh', 'shu']) {
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
        await page.waitForTimeout(150)
      }
      await page.waitForTimeout(500)
      expect(asked).toEqual([])
      await session.send('Input.insertText', { text: '數碼' })
      await page.locator('mark').first().waitFor()
      expect(asked).toEqual([absolute(href.searchResults(view, { q: '數碼' }))])
    })
  })

  test('shows the answer to the last question, whichever answer comes last', async () => {
    await withPage(browser(), href.search(view), {}, async ({ page }) => {
      await readyToType(page)
      await page.route('**/search/results?*', async (route) => {
        const isFirst = decodeURIComponent(route.request().url()).endsWith('q=數')
        if (isFirst) await new Promise((resolve) => setTimeout(resolve, 1200))
        await route.continue().catch(() => undefined)
      })
      await page.keyboard.insertText('數')
      await page.waitForTimeout(500)
      await page.keyboard.insertText('碼港')
      await page.waitForTimeout(2000)
      expect(await page.locator('mark').first().textContent()).toBe('數碼港')
      expect(page.url()).toBe(absolute(href.search(view, { q: '數碼港' })))
    })
  })

  test('offers the plain page when the results cannot be fetched, and says so', async () => {
    await withPage(browser(), href.search(view), {}, async ({ page }) => {
      await readyToType(page)
      await setFaults({ failD1: true })
      await page.keyboard.insertText('數碼港')
      await page.locator('#search-failed').waitFor()
      await setFaults()
      await page.waitForFunction(() => document.getElementById('search-status')?.textContent?.includes('再試一次'))
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
      await page.click('#search-failed a')
      await page.waitForURL(absolute(href.search(view, { q: '數碼港' })))
      expect(await page.locator('mark').first().textContent()).toBe('數碼港')
    })
  })
})

test('search works without a script', async () => {
  const { page } = await newPage(browser(), { javaScript: false })
  await page.goto(absolute(href.search(view)))
  await page.fill('#q', '数码港')
  await page.selectOption('#year', '2022')
  await page.click('form.search button')
  expect(page.url()).toBe(absolute(href.search(view, { q: '数码港', year: '2022' })))
  expect(await page.locator('mark').first().textContent()).toBe('數碼港')
  await page.context().close()
})
