import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { EDITION_KEYS } from '../../src/edition/editions.ts'
import { adminHref, href } from '../../src/routes.ts'
import { auditPage, type Reviewed } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { setFaults } from './faults.ts'
import { inEveryView, newPage, withPage } from './page.ts'
import { sidewaysScroll } from './reflow.ts'

const browser = useBrowser()
const PHOTO = path.join(import.meta.dirname, '../fixtures/photo-with-place.jpg')

/** What axe cannot decide and a person looked at. */
const OVERLAPPED: readonly Reviewed[] = ['color-contrast', 'color-contrast-enhanced'].flatMap((rule) =>
  ['ins', 'del'].map((at) => ({ rule, at, reason: 'overlapped by words for screen readers, one pixel wide' })),
)

async function widthWhenLoaded(image: Element): Promise<number> {
  if (!(image instanceof HTMLImageElement)) return 0
  await image.decode()
  return image.naturalWidth
}

test('without JavaScript an editor uploads a photo, is told what is wrong, describes it and finds it', async () => {
  const { page } = await newPage(browser(), { javaScript: false, widthPx: 320 })
  try {
    await page.goto(new URL(adminHref.photos(), inject('siteUrl')).href)
    await page.click(`main a[href="${adminHref.newPhoto()}"]`)
    await page.fill('[name="alt.en"]', 'Towers by the sea')
    await page.fill('[name="alt.zh-hant"]', '海旁的數據大樓')
    await page.click('form[enctype] button.main')
    await expect.poll(() => page.locator('#error-summary a').count()).toBe(1)
    expect(await page.inputValue('[name="alt.en"]')).toBe('Towers by the sea')
    await page.check('[name="description"][value="described"]')
    await page.setInputFiles('[name="file"]', PHOTO)
    await page.click('form[enctype] button.main')
    expect(page.url()).toMatch(/\/admin\/photos\/\d+\?done=added$/)
    expect(await page.locator('.focal img').first().evaluate(widthWhenLoaded)).toBe(600)
    await page.goto(new URL(adminHref.photos(), inject('siteUrl')).href)
    for (const words of ['数据 大楼', 'TOWERS']) {
      await page.fill('[type="search"]', words)
      await page.click('search button')
      await page.waitForURL(({ searchParams }) => searchParams.get('q') === words)
      expect(await page.inputValue('[type="search"]')).toBe(words)
      expect(await page.locator('.photos a').allTextContents()).toEqual([expect.stringMatching(/大樓|Towers/)])
    }
    await page.fill('[type="search"]', '数据 小楼')
    await page.click('search button')
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === '数据 小楼')
    expect(await page.locator('.photos').count()).toBe(0)
    expect(await sidewaysScroll(page)).toEqual([])
  } finally {
    await page.context().close()
  }
})

test('an invitation with photos is published and read in every edition, and its photos go when it is withdrawn', async () => {
  const { page, problems } = await newPage(browser(), { javaScript: false })
  const site = inject('siteUrl')
  try {
    await page.goto(new URL(adminHref.photo(1), site).href)
    const key = /photo:(\w+)/.exec(await page.inputValue('[name="snippet"]'))?.[1] ?? ''
    await page.goto(new URL(adminHref.newArticle(), site).href)
    await page.selectOption('[name="kind"]', 'media-invitation')
    await page.fill('[name="titleZh"]', '採訪邀請：海旁論壇')
    await page.fill('[name="titleEn"]', 'Media invitation: waterfront forum')
    await page.click('main form button.main')
    await page.fill('[name="invitation.startsAt"]', '2026-12-01T15:00')
    await page.fill('[name="invitation.endsAt"]', '2026-12-01T16:30')
    await page.fill('[name="invitation.replyTo"]', 'press@example.org')
    await page.fill('[name="zh.summary"]', '請傳媒朋友出席。')
    await page.fill('[name="en.summary"]', 'Journalists are invited.')
    await page.fill('[name="zh.venue"]', '數碼港3座')
    await page.fill('[name="en.venue"]', 'Cyberport 3')
    await page.fill('[name="zh.body"]', `歡迎採訪。\n\n![海旁的大樓](photo:${key})`)
    await page.fill('[name="en.body"]', `Please come.\n\n![Towers by the sea](photo:${key})`)
    await page.click('#f-leadPhoto button[value="choose"]')
    await page.click('.photos button[formaction$="/photos/1"]')
    const id = Number(/articles\/(\d+)/.exec(page.url())?.[1])
    const slug = await page.inputValue('[name="slug"]')
    await page.goto(new URL(adminHref.publication(id), site).href)
    await page.click('button[name="act"][value="publish"]')
    expect(page.url()).toContain('done=publish')
    for (const edition of EDITION_KEYS) await readInvitation(href.article({ edition, images: true }, slug))
    const file = await photoOf(href.article({ edition: 'en', images: true }, slug))
    expect((await page.request.get(new URL(file, site).href)).status()).toBe(200)
    await page.goto(new URL(adminHref.withdrawal(id), site).href)
    for (const reason of await page.locator('main form textarea').all()) await reason.fill('取消 Cancelled')
    await page.click('main form button.main')
    expect((await page.request.get(new URL(file, site).href)).status()).toBe(404)
    expect(problems).toEqual([])
  } finally {
    await page.context().close()
  }
})

async function readInvitation(address: string): Promise<void> {
  await withPage(browser(), address, {}, async ({ page, problems }) => {
    await inEveryView(page, async (view) => expect(await auditPage(page), view).toEqual([]))
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await sidewaysScroll(page)).toEqual([])
    expect(await page.locator('figure.photo img').count()).toBe(2)
    expect(problems).toEqual([])
  })
}

async function photoOf(address: string): Promise<string> {
  return await withPage(browser(), address, {}, async ({ page }) => {
    return (await page.locator('figure.photo img').first().getAttribute('src')) ?? ''
  })
}

/** A picture of 1,400 × 1,400 pixels: grey, with one red square of 200 in the middle of its lower left quarter. */
async function redSquare(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1400
    const context = canvas.getContext('2d')
    if (!context) return ''
    context.fillStyle = '#888'
    context.fillRect(0, 0, 1400, 1400)
    context.fillStyle = '#f00'
    context.fillRect(250, 950, 200, 200)
    return canvas.toDataURL('image/png')
  })
  return Buffer.from(url.split(',')[1] ?? '', 'base64')
}

/** How red a picture of the page is at a point, in percent of its width and height. */
async function colourAt(image: Locator, x: number, y: number): Promise<string> {
  return await image.evaluate(
    async (element, at) => {
      if (!(element instanceof HTMLImageElement)) return ''
      await element.decode()
      const canvas = document.createElement('canvas')
      canvas.width = element.naturalWidth
      canvas.height = element.naturalHeight
      const context = canvas.getContext('2d')
      context?.drawImage(element, 0, 0)
      const [red = 0, green = 0] =
        context?.getImageData((canvas.width * at.x) / 100, (canvas.height * at.y) / 100, 1, 1).data ?? []
      return red - green > 100 ? 'red' : 'grey'
    },
    { x, y },
  )
}

test('a click on the picture sets the focal point, by which the picture for sharing is cut', async () => {
  await withPage(browser(), adminHref.newPhoto(), {}, async ({ page, problems }) => {
    const buffer = await redSquare(page)
    await page.setInputFiles('[name="file"]', { name: 'square.png', mimeType: 'image/png', buffer })
    await page.click('form[enctype] button.main')
    await page.waitForURL(/done=added/)
    const picture = page.locator('[data-part="picture"] img')
    const crop = page.locator('[data-part="crop"] img')
    const box = await picture.boundingBox()
    await picture.click({ position: { x: (box?.width ?? 0) / 4, y: (box?.height ?? 0) * 0.75 } })
    expect([await page.inputValue('[name="focalX"]'), await page.inputValue('[name="focalY"]')]).toEqual(['25', '75'])
    expect(await crop.evaluate(({ style }) => style.objectPosition)).toBe('50% 100%')
    await page.fill('[name="focalY"]', '60')
    expect(await crop.evaluate(({ style }) => style.objectPosition)).not.toBe('50% 100%')
    await page.fill('[name="focalY"]', '75')
    await page.locator('form[action^="/admin/photos/"] button.main').click()
    await page.waitForURL(/done=saved/)
    await inEveryView(page, async (view) => expect(await auditPage(page), view).toEqual([]))
    const address = page.url()
    await page.context().close()
    await withPage(browser(), address, { javaScript: true }, async ({ page: again }) => {
      await again.route('**/admin.*.js', (route) => route.abort())
      await again.goto(address)
      const cut = again.locator('[data-part="crop"] img')
      expect(await cut.getAttribute('src')).toMatch(/share-25-75\.jpg$/)
      // The lower 735 of 1,400 pixels: the square stands at 52 % of them.
      expect(await colourAt(cut, 25, 52)).toBe('red')
      expect(await colourAt(cut, 25, 25)).toBe('grey')
      expect(await colourAt(cut, 75, 52)).toBe('grey')
    })
    expect(problems).toEqual([])
  })
})

test.each([
  ['the library', adminHref.photos()],
  ['what was not found in it', adminHref.photos({ q: '沒有' })],
  ['the upload', adminHref.newPhoto()],
  ['one photo', adminHref.photo(1)],
  ['its deletion', adminHref.photoDeletion(1)],
  ['an article for e-mail', adminHref.email(1)],
])('%s has no axe violation at any width and in any scheme, and reflows', async (_name, address) => {
  await withPage(browser(), address, {}, async ({ page, problems }) => {
    await inEveryView(page, async (view) => expect(await auditPage(page), view).toEqual([]))
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await sidewaysScroll(page)).toEqual([])
    expect(problems.filter((problem) => !problem.includes('status of 409'))).toEqual([])
  })
})

test('a refused upload has no axe violation', async () => {
  await withPage(browser(), adminHref.newPhoto(), {}, async ({ page }) => {
    await page.click('form[enctype] button.main')
    expect(await auditPage(page)).toEqual([])
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary')
  })
})

test('what was typed about a photo survives another editor and a database that is away', async () => {
  await withPage(browser(), adminHref.photo(1), {}, async ({ page }) => {
    const other = await page.context().newPage()
    await other.goto(page.url())
    for (const [one, caption] of [[other, 'Theirs'] as const, [page, 'Mine'] as const]) {
      await one.fill('[name="caption.en"]', caption)
      await one.locator('form[action^="/admin/photos/"] button.main').click()
      if (one === other) await one.waitForURL(/done=saved/)
    }
    await page.locator('ins', { hasText: 'Mine' }).waitFor()
    expect(await page.locator('del').first().textContent()).toContain('Theirs')
    await inEveryView(page, async (view) => expect(await auditPage(page, OVERLAPPED), view).toEqual([]))
    await page.goto(new URL(adminHref.photo(1), inject('siteUrl')).href)
    await page.fill('[name="caption.en"]', 'Typed while it was away')
    await setFaults({ failD1: true })
    await page.locator('form[action^="/admin/photos/"] button.main').click()
    await page.locator('.alarm').waitFor()
    await setFaults()
    expect(await page.inputValue('[name="caption.en"]')).toBe('Typed while it was away')
    await inEveryView(page, async (view) => expect(await auditPage(page), view).toEqual([]))
    await page.locator('form[action^="/admin/photos/"] button.main').click()
    await page.waitForURL(/done=saved/)
    expect(await page.inputValue('[name="caption.en"]')).toBe('Typed while it was away')
  })
})
