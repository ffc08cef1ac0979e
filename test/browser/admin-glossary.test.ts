/** The glossary and what it does to published pages, as somebody meets it who cannot use a mouse or see well. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { EDITION_KEYS, type Edition } from '../../src/edition/editions.ts'
import { adminMessagesFor } from '../../src/edition/messages/admin.ts'
import { glossaryMessagesFor } from '../../src/edition/messages/admin-glossary.ts'
import { adminHref, href } from '../../src/routes.ts'
import { auditPage, type Reviewed } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { unclearNames } from './control-names.ts'
import { walkWithTab } from './keyboard.ts'
import { unmarkedLanguage } from './language.ts'
import { inEveryView, type Reader, withPage } from './page.ts'
import { sidewaysScroll, textCutBySpacing } from './reflow.ts'

const browser = useBrowser()

/** Words of one article that no other test reads in its Simplified edition. */
const HANT = '測試文章：filler-8'
const HANS = '试用文章：filler-8'
const SIMPLIFIED = { edition: 'zh-hans', images: true } as const

/** Screen readers are told about changes in words that are there for them alone. */
const REVIEWED: readonly Reviewed[] = ['color-contrast', 'color-contrast-enhanced'].flatMap((rule) => [
  { rule, at: 'ins', reason: 'overlapped by words for screen readers, one pixel wide' },
  { rule, at: 'del', reason: 'the same' },
])

const site = () => inject('siteUrl')

function send(path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { 'sec-fetch-site': 'same-origin', origin: new URL(site()).origin }
  const body = new URLSearchParams(fields)
  return fetch(new URL(path, site()), { method: 'POST', headers, body, redirect: 'manual' })
}

const speak = (language: Edition) => send(adminHref.language(), { language, back: adminHref.home() })

const ENTRY = { kind: 'term', hant: HANT, hans: HANS, direction: 'to-hans', note: 'A note in English' }

let id = 0

beforeAll(async () => {
  const saved = await send(adminHref.glossary(), { ...ENTRY, act: 'save' })
  id = Number(/glossary\/(\d+)/.exec(saved.headers.get('location') ?? '')?.[1])
})

afterAll(async () => {
  await speak('zh-hant')
  await send(adminHref.glossaryDeletion(id), { version: '1' })
  await withPage(browser(), adminHref.outdated(), {}, async ({ page }) => {
    const mine = page.locator('main li', { hasText: 'filler-8' })
    if ((await mine.count()) > 0) await mine.locator('button').click()
  })
})

interface Kind {
  address: () => string
  reach?: (page: Page) => Promise<void>
  shows: string
}

const press = (act: string) => (page: Page) => page.click(`main button[value="${act}"]`)

async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[id="f-${name}"]`, value)
}

const KINDS: Record<string, Kind> = {
  glossary: { address: () => adminHref.glossary(), shows: 'main .list > li' },
  'nothing found': { address: () => adminHref.glossary({ q: 'zzzz' }), shows: 'main [role=status]:not(.done)' },
  'a new entry': { address: () => adminHref.newGlossaryEntry(), shows: '#f-hant' },
  'a new entry, with errors': {
    address: () => adminHref.newGlossaryEntry(),
    reach: press('save'),
    shows: '.error-summary a',
  },
  'a new entry that another one stands against': {
    address: () => adminHref.newGlossaryEntry({ hant: HANT, hans: '别的' }),
    reach: press('save'),
    shows: 'main .notice a',
  },
  'an entry that is tried': {
    address: () => adminHref.newGlossaryEntry({ kind: 'term', hant: '機械人', hans: '机器人', sentence: '看機械人。' }),
    reach: press('try'),
    shows: '#trial-result ins',
  },
  'what an entry would change': {
    address: () => adminHref.newGlossaryEntry({ hant: '測試文章：filler-7', hans: '试用文章：filler-7' }),
    reach: press('see'),
    shows: '#impact ins',
  },
  'an entry with what it changes': { address: () => adminHref.glossaryEntry(id), shows: '#impact button' },
  'an entry that two editors changed': {
    address: () => adminHref.glossaryEntry(id),
    reach: async (page) => {
      await page.evaluate(() => document.querySelector('input[name="version"]')?.setAttribute('value', '99'))
      await fillIn(page, { hans: '试一试' })
      await press('save')(page)
    },
    shows: 'main .two',
  },
  'the deletion of an entry': { address: () => adminHref.glossaryDeletion(id), shows: 'main button.main' },
  'articles that would be converted otherwise': { address: () => adminHref.outdated(), shows: 'main li button' },
  'an update that nobody chose': {
    address: () => adminHref.outdated(),
    reach: async (page) => {
      await page
        .locator('main li button')
        .first()
        .evaluate((button: HTMLButtonElement) => {
          button.value = ''
        })
      await page.locator('main li button').first().click()
    },
    shows: '.notice.alarm',
  },
}

async function withKind(kind: Kind, reader: Reader, use: (page: Page) => Promise<void>): Promise<void> {
  await withPage(browser(), kind.address(), reader, async ({ page }) => {
    await kind.reach?.(page)
    await page.waitForSelector(kind.shows)
    await use(page)
  })
}

describe.each(EDITION_KEYS)('in %s', (language) => {
  beforeAll(async () => void (await speak(language)))

  test.each(Object.entries(KINDS))('%s has no axe violation and says its languages', async (_name, kind) => {
    await withKind(kind, {}, async (page) => {
      await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]))
      expect(await unmarkedLanguage(page)).toEqual([])
      expect(await unclearNames(page)).toEqual([])
    })
  })
})

test.each(Object.entries(KINDS))('%s reflows at 320 px and can be walked with the keyboard', async (_name, kind) => {
  await withKind(kind, { widthPx: 320, javaScript: false }, async (page) => {
    expect(await sidewaysScroll(page)).toEqual([])
  })
  await withKind(kind, { widthPx: 320 }, async (page) => {
    expect(await textCutBySpacing(page)).toEqual([])
    expect(await sidewaysScroll(page)).toEqual([])
  })
  await withPage(browser(), kind.address(), { forcedColors: true }, async ({ page }) => {
    expect((await walkWithTab(page)).problems).toEqual([])
  })
})

test.each([true, false])(
  'mistakes put focus on the summary, whose links lead to the fields (script: %s)',
  async (javaScript) => {
    await speak('en')
    await withPage(browser(), adminHref.newGlossaryEntry(), { javaScript }, async ({ page }) => {
      await fillIn(page, { hant: '只有一邊', sentence: '一句。' })
      await press('save')(page)
      const focused = () => page.locator(':focus').getAttribute('id')
      await expect.poll(() => page.title()).toMatch(new RegExp(`^${adminMessagesFor('en').form.errorPrefix}`))
      await expect.poll(focused).toBe('error-summary')
      expect(await page.inputValue('#f-hant')).toBe('只有一邊')
      expect(await page.inputValue('#f-sentence')).toBe('一句。')
      await page.locator('.error-summary a[href="#f-hans"]').press('Enter')
      expect(await focused()).toBe('f-hans')
    })
  },
)

test('without a script an entry is tried, looked at, saved, used for a published page and taken back', async () => {
  await speak('en')
  const messages = glossaryMessagesFor('en')
  const article = new URL(href.article(SIMPLIFIED, 'filler-6'), site())
  const read = async () => (await fetch(article)).text()
  const words = { hant: '測試文章：filler-6', hans: '试读文章：filler-6' }
  await withPage(browser(), adminHref.newGlossaryEntry(), { javaScript: false }, async ({ page }) => {
    await fillIn(page, { ...words, sentence: '看測試文章：filler-6。' })
    await page.press('#f-sentence', 'Enter')
    expect(await page.innerText('#trial-result')).toContain('看测试文章：filler-6。')
    await press('see')(page)
    expect(await page.innerText('.done')).toBe(messages.nothingSaved)
    expect(await page.innerText('#impact')).toContain(messages.affected(1))
    expect(await page.inputValue('#f-hans')).toBe(words.hans)
    expect(await page.locator('#impact button').count()).toBe(0)
    await press('save')(page)
    expect(await page.innerText('.done')).toBe(messages.saved)
    expect(await read()).toContain('测试文章：filler-6')
    await page.click('#impact button')
    expect(await page.innerText('.done')).toBe(messages.updated(1))
    expect(await page.innerText('#impact')).toContain(messages.affected(0))
    expect(await read()).toContain('试读文章：filler-6')
    await page.locator('main a.button').click()
    await page.click('main button.main')
    await page.goto(new URL(adminHref.outdated(), site()).href)
    await page.locator('main li', { hasText: 'filler-6' }).locator('button').click()
    expect(await page.innerText('.done')).toBe(messages.updated(1))
    expect(await read()).toContain('测试文章：filler-6')
  })
})

test('with a script the trial follows the typing, quietly', async () => {
  await withPage(browser(), adminHref.newGlossaryEntry(), {}, async ({ page, problems }) => {
    await page.click('#f-hant')
    await page.waitForFunction(() => 'htmx' in window)
    await page.keyboard.type('機械人')
    await page.click('#f-hans')
    await page.keyboard.type('机器人')
    await page.waitForSelector('#trial-result ins')
    expect(await page.locator(':focus').getAttribute('id')).toBe('f-hans')
    expect(new URL(page.url()).pathname).toBe(adminHref.newGlossaryEntry())
    expect(problems).toEqual([])
  })
})
