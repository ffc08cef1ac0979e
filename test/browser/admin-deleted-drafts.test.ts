/** Drafts that go and come back, without a script and by keyboard; and their pages as axe sees them. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { EDITION_KEYS, EDITIONS, type Edition } from '../../src/edition/editions.ts'
import { adminHref } from '../../src/routes.ts'
import { auditPage } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { unclearNames } from './control-names.ts'
import { walkWithTab } from './keyboard.ts'
import { unmarkedLanguage } from './language.ts'
import { inEveryView, withPage } from './page.ts'
import { sidewaysScroll, textCutBySpacing } from './reflow.ts'

const browser = useBrowser()

function send(path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { 'sec-fetch-site': 'same-origin', origin: new URL(inject('siteUrl')).origin }
  const body = new URLSearchParams(fields)
  return fetch(new URL(path, inject('siteUrl')), { method: 'POST', headers, body, redirect: 'manual' })
}

const speak = (language: Edition) => send(adminHref.language(), { language, back: adminHref.home() })

async function makeDraft(titles: { titleZh: string; titleEn: string }): Promise<number> {
  const made = await send(adminHref.articles(), { kind: 'notice', ...titles })
  return Number(/articles\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
}

let draft = 0

beforeAll(async () => {
  draft = await makeDraft({ titleZh: '可刪的草稿', titleEn: 'A draft that may go' })
  for (const titles of [
    { titleZh: '已刪的草稿', titleEn: '' },
    { titleZh: '', titleEn: 'A draft that has gone' },
  ]) {
    expect((await send(adminHref.deletion(await makeDraft(titles)), { version: '1' })).status).toBe(303)
  }
})

afterAll(() => speak('zh-hant'))

const PAGES = {
  'the question': () => adminHref.deletion(draft),
  'the refusal': () => adminHref.deletion(1),
  'the list': () => adminHref.deletedDrafts(),
} as const

describe.each(EDITION_KEYS)('in %s', (language) => {
  beforeAll(async () => void (await speak(language)))

  test.each(Object.entries(PAGES))('%s has no axe violation, reflows and tells its buttons apart', async (_, path) => {
    await withPage(browser(), path(), {}, async ({ page }) => {
      expect(await page.getAttribute('html', 'lang')).toBe(EDITIONS[language].lang)
      await inEveryView(page, async (view) => expect(await auditPage(page), view).toEqual([]))
      expect(await unclearNames(page)).toEqual([])
      if (path === PAGES['the list']) expect(await unmarkedLanguage(page)).toEqual([])
    })
    await withPage(browser(), path(), { widthPx: 320 }, async ({ page }) => {
      expect(await sidewaysScroll(page)).toEqual([])
      expect(await textCutBySpacing(page)).toEqual([])
    })
  })
})

test.each(Object.entries(PAGES))('%s can be walked with the keyboard in forced colours', async (_, path) => {
  await withPage(browser(), path(), { forcedColors: true }, async ({ page }) => {
    expect((await walkWithTab(page)).problems).toEqual([])
  })
})

test.each([true, false])('a draft goes and comes back by keyboard (script: %s)', async (javaScript) => {
  await speak('en')
  const title = `Goes and comes back ${javaScript ? 'with' : 'without'} a script`
  const id = await makeDraft({ titleZh: '', titleEn: title })
  await withPage(browser(), adminHref.article(id), { javaScript, widthPx: 320 }, async ({ page, problems }) => {
    await page.getByRole('link', { name: 'Delete this draft' }).press('Enter')
    await page.getByRole('heading', { name: `Delete the draft: ${title}` }).waitFor()
    await page.getByRole('button', { name: 'Delete the draft now' }).press('Enter')
    await page.getByText('The draft has been deleted. It can be restored here.').waitFor()
    const status = await page.goto(new URL(adminHref.article(id), inject('siteUrl')).href)
    expect(status?.status()).toBe(404)
    await page.goto(new URL(adminHref.home(), inject('siteUrl')).href)
    expect(await page.getByText(title).count()).toBe(0)
    await page.getByRole('link', { name: 'Deleted drafts' }).press('Enter')
    await page.getByRole('button', { name: `Restore: ${title}` }).press('Enter')
    await page.getByText('The draft has been restored.').waitFor()
    expect(await page.inputValue('[name="en.title"]')).toBe(title)
    expect(problems.filter((problem) => !problem.includes('404'))).toEqual([])
  })
})
