/** Choosing photos for an article: pages that work without a script, by keyboard, on a narrow screen. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { EDITION_KEYS, type Edition } from '../../src/edition/editions.ts'
import { adminHref } from '../../src/routes.ts'
import { auditPage, type Reviewed } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { setFaults } from './faults.ts'
import { walkWithTab } from './keyboard.ts'
import { inEveryView, newPage, withPage } from './page.ts'
import { sidewaysScroll, textCutBySpacing } from './reflow.ts'

const browser = useBrowser()
const url = (path: string) => new URL(path, inject('siteUrl')).href

/** Sends a form as a page of the site does. */
function send(path: string, body: BodyInit): Promise<Response> {
  const headers = { 'sec-fetch-site': 'same-origin', origin: new URL(inject('siteUrl')).origin }
  return fetch(url(path), { method: 'POST', headers, body, redirect: 'manual' })
}

const speak = (language: Edition) =>
  send(adminHref.language(), new URLSearchParams({ language, back: adminHref.home() }))

/** A picture of its own colour, so that the library takes it for a photo of its own. */
async function uploadSquare(page: Page, colour: string, fields: Record<string, string>): Promise<number> {
  const dataUrl = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 700
    const context = canvas.getContext('2d')
    if (!context) return ''
    context.fillStyle = fill
    context.fillRect(0, 0, 700, 700)
    return canvas.toDataURL('image/jpeg')
  }, colour)
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const bytes = Buffer.from(dataUrl.split(',')[1] ?? '', 'base64')
  form.append('file', new File([bytes], 'square.jpg', { type: 'image/jpeg' }))
  const answer = await send(adminHref.photos(), form)
  return Number(/photos\/(\d+)/.exec(answer.headers.get('location') ?? '')?.[1])
}

const TEXTS = { zh: '第一段。\n\n## 詳情\n\n第二段。', en: 'One.\n\n## Details\n\nTwo.' }

let number = 0

async function createDraft(texts = TEXTS): Promise<number> {
  number += 1
  const titles = { titleZh: `選用相片 ${number}`, titleEn: `Photos are chosen ${number}` }
  const made = await send(adminHref.articles(), new URLSearchParams({ kind: 'notice', ...titles }))
  const id = Number(/articles\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
  const fields = {
    ...{ version: '1', kind: 'notice', slug: `photos-are-chosen-${number}`, sourceEdition: 'zh-hant' },
    ...{ 'zh.title': titles.titleZh, 'en.title': titles.titleEn, 'zh.body': texts.zh, 'en.body': texts.en },
  }
  await send(adminHref.article(id), new URLSearchParams(fields))
  return id
}

let harbour = 0
let undecided = 0

beforeAll(async () => {
  await setFaults()
  await speak('en')
  await withPage(browser(), adminHref.home(), {}, async ({ page }) => {
    const words = { 'alt.zh-hant': '維港日落', 'caption.zh-hant': '西九龍海旁', 'alt.en': 'Sunset over the harbour' }
    harbour = await uploadSquare(page, '#a60', { description: 'described', ...words })
    undecided = await uploadSquare(page, '#06a', { description: 'undecided', credit: 'A. Photographer' })
  })
})

/** What axe cannot decide while the dialog lies over the form; the form is tested without it. */
const UNDER_THE_DIALOG: readonly Reviewed[] = [
  { rule: 'frame-tested', reason: 'the preview is a page of its own' },
  ...['color-contrast', 'color-contrast-enhanced'].flatMap((rule) =>
    ['#f-', 'label[for="f-'].map((at) => ({ rule, at, reason: 'inert below the dialog' })),
  ),
]

/** The key of the first photo of the dialog whose name has these words. */
async function keyOf(page: Page, words: string): Promise<string> {
  return (await page.locator('#photo-choice li', { hasText: words }).first().getAttribute('data-key')) ?? ''
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

describe('without JavaScript, on a narrow screen', () => {
  test('the lead photo is chosen and removed, and nothing typed is lost', async () => {
    const id = await createDraft()
    const { page, problems } = await newPage(browser(), { javaScript: false, widthPx: 320 })
    await page.goto(url(adminHref.article(id)))
    await page.fill('[name="en.subtitle"]', 'Typed before choosing')
    await page.getByRole('button', { name: 'Choose a lead photo' }).click()
    await page.getByLabel('Find photos').fill('维港 西九龙')
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.waitForURL(/q=/)
    expect(await page.locator('.photos > li').count()).toBe(1)
    await page.getByRole('button', { name: /^Use as lead photo: Sunset over the harbour/ }).click()
    await page.locator('#placed:focus').waitFor()
    expect(await page.locator('#placed').textContent()).toBe('This is the lead photo now.')
    expect(await page.locator('#f-leadPhoto').textContent()).toContain('Sunset over the harbour')
    await page.locator('#f-leadPhoto img').waitFor()
    expect(await page.inputValue('[name="en.subtitle"]')).toBe('Typed before choosing')
    expect(await sidewaysScroll(page)).toEqual([])
    await page.fill('[name="en.subtitle"]', 'Typed before removing')
    await page.getByRole('button', { name: 'Remove the lead photo' }).click()
    await page.waitForURL(/photo-removed/)
    await page.locator('#placed:focus').waitFor()
    expect(await page.locator('#f-leadPhoto img').count()).toBe(0)
    expect(await page.inputValue('[name="en.subtitle"]')).toBe('Typed before removing')
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('a photo goes into the same place of both texts', async () => {
    const id = await createDraft()
    const { page } = await newPage(browser(), { javaScript: false, widthPx: 320 })
    await page.goto(url(adminHref.article(id)))
    await page.getByRole('button', { name: 'Insert a photo into the Chinese text' }).click()
    await page.getByRole('link', { name: /^Insert into the text: Sunset over the harbour/ }).click()
    await page.getByLabel('Where in the text').selectOption({ label: 'After the heading: Details' })
    await page.getByRole('button', { name: 'Insert the photo' }).click()
    await page.locator('#placed:focus').waitFor()
    expect(await page.inputValue('[name="zh.body"]')).toMatch(/^第一段。\n\n## 詳情\n\n!\[\]\(photo:\w+\)\n\n第二段。$/)
    expect(await page.inputValue('[name="en.body"]')).toMatch(/^One\.\n\n## Details\n\n!\[\]\(photo:\w+\)\n\nTwo\.$/)
    await page.context().close()
  })

  test('a problem of the form is said before a photo is chosen', async () => {
    const id = await createDraft()
    const { page } = await newPage(browser(), { javaScript: false })
    await page.goto(url(adminHref.article(id)))
    await page.fill('[name="slug"]', 'Not an address!')
    await page.fill('[name="en.subtitle"]', 'Still here')
    await page.getByRole('button', { name: 'Choose a lead photo' }).click()
    await page.locator('#error-summary:focus').waitFor()
    expect(await page.inputValue('[name="en.subtitle"]')).toBe('Still here')
    await page.context().close()
  })
})

const PAGES: Readonly<Record<string, () => Promise<string>>> = {
  'the library for an article': async () => adminHref.articlePhotos(await createDraft()),
  'a photo and its places': async () => adminHref.articlePhoto(await createDraft(), harbour),
  'an undecided photo and places in each text': async () =>
    adminHref.articlePhoto(await createDraft({ ...TEXTS, en: 'One.' }), undecided),
}

describe.each(EDITION_KEYS)('in %s', (language) => {
  beforeAll(async () => void (await speak(language)))

  test.each(Object.entries(PAGES))('%s has no axe violation and reflows at 320 px', async (_name, path) => {
    const address = await path()
    await withPage(browser(), address, {}, async ({ page, problems }) => {
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
      await inEveryView(page, async (view) => expect(await auditPage(page), view).toEqual([]))
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await sidewaysScroll(page)).toEqual([])
      expect(await textCutBySpacing(page)).toEqual([])
      expect(problems).toEqual([])
    })
  })
})

describe('errors', () => {
  beforeAll(async () => void (await speak('en')))

  test('of an upload and of a place have no axe violation, and take focus', async () => {
    const id = await createDraft({ ...TEXTS, en: 'One.' })
    await withPage(browser(), adminHref.articlePhotos(id), {}, async ({ page }) => {
      await page.click('details summary')
      await page.fill('[name="alt.en"]', 'Kept')
      await page.click('form[enctype] button.main')
      await page.locator('#error-summary:focus').waitFor()
      expect(await page.inputValue('[name="alt.en"]')).toBe('Kept')
      await page.locator('#error-summary a').first().click()
      expect(await focused(page)).toBe('f-file')
      await inEveryView(page, async (view) => expect(await auditPage(page), view).toEqual([]))
    })
    await withPage(browser(), adminHref.articlePhoto(id, harbour), {}, async ({ page }) => {
      await page.selectOption('[name="place.zh"]', 'nowhere')
      await page.selectOption('[name="place.en"]', 'nowhere')
      await page.getByRole('button', { name: 'Insert the photo' }).click()
      await page.waitForSelector('#error-summary')
      await page.locator('#error-summary a').click()
      expect(await focused(page)).toBe('f-place.zh')
      expect(await page.inputValue('[name="place.en"]')).toBe('nowhere')
      await inEveryView(page, async (view) => expect(await auditPage(page), view).toEqual([]))
    })
  })
})

test.each(Object.entries(PAGES))('the keyboard reaches everything of %s, focus always seen', async (_name, path) => {
  const address = await path()
  for (const forcedColors of [false, true]) {
    await withPage(browser(), address, { forcedColors }, async ({ page }) => {
      expect((await walkWithTab(page)).problems).toEqual([])
    })
  }
})

describe('the dialog of the article form', () => {
  beforeAll(async () => void (await speak('en')))

  const BODY = '[name="zh.body"]'
  const photoButton = (page: Page) => page.getByRole('button', { name: /^Photo.*Traditional Chinese/ })

  /** Opens a draft with a caret behind its first paragraph. */
  async function openForm(page: Page): Promise<void> {
    await page.goto(url(adminHref.article(await createDraft())))
    await photoButton(page).waitFor()
    await page.locator(BODY).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(4, 4))
  }

  async function openDialog(page: Page): Promise<void> {
    await photoButton(page).click()
    await page.locator('#photo-choice li').first().waitFor()
  }

  test('lists the library, has no axe violation, and gives focus back when it is closed', async () => {
    const { page, problems } = await newPage(browser())
    await openForm(page)
    await photoButton(page).focus()
    await page.keyboard.press('Enter')
    await page.locator('#photo-choice li').first().waitFor()
    expect(await focused(page)).toBe('photo-dialog-title')
    expect(await page.locator('#photo-choice-status').textContent()).toMatch(/There (is|are) \d+ photos? on this page/)
    await inEveryView(page, async (view) => expect(await auditPage(page, UNDER_THE_DIALOG), view).toEqual([]))
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await sidewaysScroll(page)).toEqual([])
    expect(await textCutBySpacing(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await photoButton(page).evaluate((button) => button === document.activeElement)).toBe(true)
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('is walked through by keyboard, and nothing covers what has focus', async () => {
    const { page } = await newPage(browser(), { widthPx: 320 })
    await openForm(page)
    await openDialog(page)
    const seen: string[] = []
    for (;;) {
      await page.keyboard.press('Tab')
      const found = await page.evaluate(() => {
        const element = document.activeElement
        if (!element?.closest('dialog')) return null
        const box = element.getBoundingClientRect()
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        const name = element.ariaLabel ?? element.textContent?.trim() ?? ''
        return { name, isSeen: element.contains(top) || top?.contains(element) === true }
      })
      if (!found || seen.includes(found.name)) break
      expect(found).toMatchObject({ isSeen: true })
      seen.push(found.name)
    }
    expect(seen[0]).toBe('Close')
    expect(seen).toContain(`Insert into the text: Sunset over the harbour (${await keyOf(page, 'Sunset')})`)
    expect(seen.at(-1)).toBe('Open the library, or upload a photo')
    await page.context().close()
  })

  test('finds in either script without leaving the form', async () => {
    const { page } = await newPage(browser())
    await openForm(page)
    const address = page.url()
    await openDialog(page)
    await page.getByLabel('Find photos').fill('西九龙')
    await page.getByText('There is 1 photo on this page.').waitFor()
    await page.getByLabel('Find photos').fill('西九龙 東京')
    await page.getByText('No photo has these words.').waitFor()
    await page.keyboard.press('Enter')
    expect([page.url(), await page.locator('dialog').isVisible()]).toEqual([address, true])
    await page.context().close()
  })

  test('puts a photo at the cursor, which undo takes back', async () => {
    const { page } = await newPage(browser())
    await openForm(page)
    await openDialog(page)
    const key = await keyOf(page, 'Sunset')
    await page.getByRole('button', { name: /^Insert into the text: Sunset/ }).click()
    const inserted = `第一段。\n\n![](photo:${key})\n\n`
    expect((await page.inputValue(BODY)).startsWith(inserted)).toBe(true)
    expect(await focused(page)).toBe('f-zh.body')
    expect(await page.locator('[data-behaviour~="photo-status"]').textContent()).toBe('The photo is in the text.')
    await page.keyboard.type('隨後')
    expect((await page.inputValue(BODY)).startsWith(`${inserted}隨後`)).toBe(true)
    for (let step = 0; step < 3; step++) await page.keyboard.press('ControlOrMeta+z')
    expect(await page.inputValue(BODY)).toBe(TEXTS.zh)
    await page.context().close()
  })

  test('chooses the lead photo, which is shown at once and saved by itself', async () => {
    const { page } = await newPage(browser())
    await openForm(page)
    await page.getByRole('button', { name: 'Choose a lead photo' }).click()
    await page.locator('#photo-choice li').first().waitFor()
    expect(await page.getByRole('button', { name: /^Insert into the text/ }).count()).toBe(0)
    const saved = page.waitForResponse(/\/autosave$/)
    await page.getByRole('button', { name: /^Use as lead photo: Sunset/ }).click()
    const change = page.getByRole('button', { name: 'Change the lead photo' })
    expect(await change.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await page.locator('#f-leadPhoto').textContent()).toContain('Sunset over the harbour')
    await saved
    await page.reload()
    expect(await page.locator('#f-leadPhoto').textContent()).toContain('Sunset over the harbour')
    expect(await page.isVisible('[data-behaviour~="local-copy-offer"]')).toBe(false)
    await page.context().close()
  })

  test('chooses the lead photo from a text, and focus goes back into the text', async () => {
    const { page } = await newPage(browser())
    await openForm(page)
    await openDialog(page)
    await page.getByRole('button', { name: /^Use as lead photo: Sunset/ }).click()
    await expect.poll(() => focused(page)).toBe('f-zh.body')
    expect(await page.inputValue(BODY)).toBe(TEXTS.zh)
    await page.context().close()
  })

  test('says when the photos cannot be loaded, and loads them when it is opened again', async () => {
    const { page } = await newPage(browser())
    await openForm(page)
    await setFaults({ failD1: true })
    await photoButton(page).click()
    await page.getByText('The photos could not be loaded.').waitFor()
    await setFaults()
    await page.keyboard.press('Escape')
    await openDialog(page)
    await page.context().close()
  })

  test('leads to the library with what was typed saved', async () => {
    const { page } = await newPage(browser())
    await openForm(page)
    await page.fill('[name="en.subtitle"]', 'Typed before uploading')
    await openDialog(page)
    await page.getByRole('button', { name: 'Open the library, or upload a photo' }).click()
    await page.waitForURL(/\/photos$/)
    await page.goBack()
    expect(await page.inputValue('[name="en.subtitle"]')).toBe('Typed before uploading')
    await page.context().close()
  })
})
