import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { adminHref } from '../../src/routes.ts'
import { auditPage } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { inEveryView, newPage, withPage } from './page.ts'
import { sidewaysScroll } from './reflow.ts'

const browser = useBrowser()
const PHOTO = path.join(import.meta.dirname, '../fixtures/photo-with-place.jpg')

test('without JavaScript an editor uploads a photo, is told what is wrong, describes it and finds it', async () => {
  const { page } = await newPage(browser(), { javaScript: false, widthPx: 320 })
  try {
    await page.goto(new URL(adminHref.photos(), inject('siteUrl')).href)
    await page.fill('[name="alt.en"]', 'Towers by the sea')
    await page.click('form[enctype] button.main')
    expect(await page.locator('#error-summary a').count()).toBe(1)
    expect(await page.inputValue('[name="alt.en"]')).toBe('Towers by the sea')
    await page.check('[name="description"][value="described"]')
    await page.setInputFiles('[name="file"]', PHOTO)
    await page.click('form[enctype] button.main')
    expect(page.url()).toMatch(/\/admin\/photos\/\d+\?done=added$/)
    expect(await page.locator('img.thumbnail').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480)
    await page.goto(new URL(adminHref.photos(), inject('siteUrl')).href)
    expect(await page.locator('.list a').first().textContent()).toContain('Towers by the sea')
  } finally {
    await page.context().close()
  }
})

test.each([
  ['the library', adminHref.photos()],
  ['one photo', adminHref.photo(1)],
  ['its deletion', adminHref.photoDeletion(1)],
  ['an article for e-mail', adminHref.email(1)],
])('%s has no axe violation at any width and in any scheme, and reflows', async (_name, address) => {
  await withPage(browser(), address, {}, async ({ page, problems }) => {
    await inEveryView(page, async (view) => expect(await auditPage(page), view).toEqual([]))
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await sidewaysScroll(page)).toEqual([])
    expect(problems).toEqual([])
  })
})

test('a refused upload has no axe violation', async () => {
  await withPage(browser(), adminHref.photos(), {}, async ({ page }) => {
    await page.click('form[enctype] button.main')
    expect(await auditPage(page)).toEqual([])
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary')
  })
})
