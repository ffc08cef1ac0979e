/** Quotations as fields: put into the text by the server, or by the script where the cursor is. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { adminHref } from '../../src/routes.ts'
import { auditPage, type Reviewed } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { inEveryView, type Reader, withPage } from './page.ts'
import { sidewaysScroll, textCutBySpacing } from './reflow.ts'

const browser = useBrowser()
const BODY = '[name="zh.body"]'

const REVIEWED: readonly Reviewed[] = [
  { rule: 'frame-tested', reason: 'the preview is a page of its own with tests of its own' },
]
/** So short that the bar does not stick: axe can measure what would be behind it. */
const SHORT = { heightPx: 440 } as const

function send(path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { 'sec-fetch-site': 'same-origin', origin: new URL(inject('siteUrl')).origin }
  const body = new URLSearchParams(fields)
  return fetch(new URL(path, inject('siteUrl')), { method: 'POST', headers, body, redirect: 'manual' })
}

let id = 0

beforeAll(async () => {
  await send(adminHref.language(), { language: 'en', back: adminHref.home() })
  const made = await send(adminHref.articles(), { kind: 'notice', titleZh: '引述測試', titleEn: '' })
  id = Number(/articles\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
  const words = { 'zh.title': '引述測試', 'zh.body': '第一段。\n\n第二段。', 'en.body': 'One.\n\nTwo.' }
  const basics = { version: '1', kind: 'notice', slug: 'quotations-for-tests', sourceEdition: 'zh-hant' }
  expect((await send(adminHref.article(id), { ...basics, ...words })).status).toBe(303)
})

afterAll(() => send(adminHref.language(), { language: 'zh-hant', back: adminHref.home() }))

function withForm(reader: Reader, use: (page: Page) => Promise<void>): Promise<void> {
  return withPage(browser(), adminHref.article(id), reader, ({ page }) => use(page))
}

const label = (what: string) => `${what}: Quotation, Traditional Chinese`

/** Opens the group and fills it, with the keyboard alone. */
async function fillIn(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'Quotation, Traditional Chinese' }).press('Enter')
  for (const words of ['陳大文', '主席', '我們歡迎。']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(words)
  }
}

test('without a script, at 320 px and by keyboard, a quotation goes where it is wanted and is then saved', async () => {
  await withForm({ javaScript: false, widthPx: 320 }, async (page) => {
    await fillIn(page)
    expect(await sidewaysScroll(page)).toEqual([])
    await page.getByLabel(label('Place in the text')).selectOption({ label: 'After paragraph 1: 第一段。' })
    await page.getByRole('button', { name: label('Put into the text') }).press('Enter')
    await page.waitForSelector('#placed')
    expect(await page.locator(':focus').getAttribute('id')).toBe('placed')
    expect(await page.inputValue(BODY)).toBe('第一段。\n\n> 主席**陳大文**表示：\n>\n> 「我們歡迎。」\n\n第二段。')
    expect(await page.inputValue('[name="zh.quote.words"]')).toBe('')
    expect(await page.innerText('[data-behaviour~="save-state"]')).toBe('Not saved yet')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.', { exact: true }).waitFor()
    expect(await page.inputValue(BODY)).toContain('**陳大文**')
  })
})

describe('with a script', () => {
  test('it goes to the cursor, undo takes it back, and focus is in the text', async () => {
    await withForm({}, async (page) => {
      await page.fill(BODY, '第一段。\n\n第二段。')
      await page.locator(BODY).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(4, 4))
      await fillIn(page)
      await page.getByRole('button', { name: label('Put into the text') }).press('Enter')
      const made = '第一段。\n\n> 主席**陳大文**表示：\n>\n> 「我們歡迎。」\n\n第二段。'
      expect(await page.inputValue(BODY)).toBe(made)
      expect(await page.locator(':focus').getAttribute('name')).toBe('zh.body')
      expect(await page.inputValue('[name="zh.quote.speaker"]')).toBe('')
      expect(await page.getByText('The quotation is in the text now').count()).toBe(1)
      expect(await page.locator('[name="zh.quote.place"]').inputValue()).toBe('caret')
      await page.frameLocator('.preview-frame').getByText('我們歡迎。').waitFor()
      await page.keyboard.press('ControlOrMeta+z')
      expect(await page.inputValue(BODY)).toBe('第一段。\n\n第二段。')
    })
  })

  test('it goes to the end while the cursor has not been in the text', async () => {
    await withForm({}, async (page) => {
      const before = await page.inputValue(BODY)
      await fillIn(page)
      await page.getByRole('button', { name: label('Put into the text') }).click()
      expect(await page.inputValue(BODY)).toBe(`${before}\n\n> 主席**陳大文**表示：\n>\n> 「我們歡迎。」`)
    })
  })

  test('it is in sight at the end of a long text', async () => {
    await withForm({}, async (page) => {
      await page.fill(BODY, '一段。\n\n'.repeat(60))
      await fillIn(page)
      await page.getByRole('button', { name: label('Put into the text') }).click()
      const below = (area: HTMLTextAreaElement) => area.scrollHeight - area.clientHeight - area.scrollTop
      await expect.poll(() => page.locator(BODY).evaluate(below)).toBeLessThan(16)
    })
  })

  test('what is missing is said by the server, with everything kept, and the page has no axe violation', async () => {
    await withForm({}, async (page) => {
      await fillIn(page)
      await page.fill('[name="zh.quote.speaker"]', '')
      await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]), SHORT)
      await page.getByRole('button', { name: label('Put into the text') }).click()
      await page.waitForSelector('#error-summary')
      expect(await page.inputValue('[name="zh.quote.words"]')).toBe('我們歡迎。')
      await page.locator('#error-summary a').click()
      expect(await page.locator(':focus').getAttribute('name')).toBe('zh.quote.speaker')
      await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]), SHORT)
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await textCutBySpacing(page)).toEqual([])
      expect(await sidewaysScroll(page)).toEqual([])
    })
  })
})
