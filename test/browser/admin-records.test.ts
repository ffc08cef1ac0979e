/** The pages of records, settings, people and the log, as somebody meets them who cannot use a mouse or see well. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { EDITION_KEYS, EDITIONS, type Edition } from '../../src/edition/editions.ts'
import { adminMessagesFor } from '../../src/edition/messages/admin.ts'
import { adminHref } from '../../src/routes.ts'
import { auditPage } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { walkWithTab } from './keyboard.ts'
import { unmarkedLanguage } from './language.ts'
import { inEveryView, type Reader, withPage } from './page.ts'
import { RELEASE } from './pages.ts'
import { sidewaysScroll, textCutBySpacing } from './reflow.ts'

const browser = useBrowser()

interface Kind {
  address: string
  /** What leads from the page at the address to the state that is tested. */
  reach?: (page: Page) => Promise<void>
  /** What shows that it is that state. */
  shows: string
}

const submit = (page: Page) => page.locator('main form:not([action$="/language"]) button.main').first().click()

/** The form is sent with an old version, as if another editor had saved in between. */
async function meetAnother(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('input[name="version"]')?.setAttribute('value', '99')
  })
  await page.fill('[id="f-name.en"]', 'What I typed')
  await submit(page)
}

const TOPIC = adminHref.record('topic', 'readers-guide')

const KINDS: Record<string, Kind> = {
  topics: { shows: 'main .list > li', address: adminHref.records('topic') },
  'new topic': { shows: '#f-key', address: adminHref.newRecord('topic') },
  'new topic, with errors': { shows: '.error-summary a', address: adminHref.newRecord('topic'), reach: submit },
  topic: { shows: '#uses ~ .list a', address: TOPIC },
  'topic, two editors met': { shows: 'main ins', address: TOPIC, reach: meetAnother },
  'topic in use, deletion refused': {
    shows: 'main .list a',
    address: adminHref.recordDeletion('topic', 'readers-guide'),
  },
  'unused topic, deletion': {
    shows: 'main button.main',
    address: adminHref.recordDeletion('topic', 'unused-for-tests'),
  },
  contacts: { shows: 'main .list > li', address: adminHref.records('contact') },
  'new contact, with errors': { shows: '.error-summary a', address: adminHref.newRecord('contact'), reach: submit },
  'new boilerplate, with errors': {
    shows: '.error-summary a',
    address: adminHref.newRecord('boilerplate'),
    reach: submit,
  },
  settings: { shows: '#f-lead', address: adminHref.settings() },
  'settings, with errors': {
    shows: '.error-summary a',
    address: adminHref.settings(),
    reach: async (page) => {
      await page.fill('[id="f-name.en"]', '')
      await submit(page)
    },
  },
  editors: { shows: 'main .list > li', address: adminHref.editors() },
  'new editor, with errors': { shows: '.error-summary a', address: adminHref.newEditor(), reach: submit },
  editor: { shows: '#f-role', address: adminHref.editor(1) },
  'removal of the last administrator': { shows: 'main .notice', address: adminHref.editorRemoval(1) },
  'audit log': { shows: 'main .list time', address: adminHref.audit() },
  'audit log, unknown article': { shows: '.error-summary a', address: adminHref.audit({ article: 'nothing-here' }) },
}

async function withKind(kind: Kind, reader: Reader, use: (page: Page) => Promise<void>): Promise<void> {
  await withPage(browser(), kind.address, reader, async ({ page }) => {
    await kind.reach?.(page)
    await page.waitForSelector(kind.shows)
    await use(page)
  })
}

/** The language of the admin belongs to the signed-in person: it is set as that person sets it. */
async function speak(language: Edition): Promise<void> {
  await withPage(browser(), adminHref.records('topic'), {}, async ({ page }) => {
    await page.click(`form[action$="/language"] button[value="${language}"]`)
    expect(await page.getAttribute('html', 'lang')).toBe(EDITIONS[language].lang)
  })
}

beforeAll(async () => {
  await withPage(browser(), adminHref.newRecord('topic'), { javaScript: false }, async ({ page }) => {
    await page.fill('#f-key', 'unused-for-tests')
    await page.fill('[id="f-name.zh-hant"]', '沒有文章的主題')
    await page.fill('[id="f-name.en"]', 'Topic without articles')
    await submit(page)
    await page.waitForURL((address) => address.pathname === adminHref.record('topic', 'unused-for-tests'))
  })
})

afterAll(async () => {
  await speak('zh-hant')
  await withPage(browser(), adminHref.recordDeletion('topic', 'unused-for-tests'), {}, ({ page }) => submit(page))
})

describe.each(EDITION_KEYS)('in %s', (language) => {
  beforeAll(() => speak(language))

  test.each(Object.entries(KINDS))('%s has no axe violation and says its languages', async (_name, kind) => {
    await withKind(kind, {}, async (page) => {
      expect(await page.getAttribute('html', 'lang')).toBe(EDITIONS[language].lang)
      await inEveryView(page, async (view) => expect(await auditPage(page), view).toEqual([]))
      expect(await unmarkedLanguage(page)).toEqual([])
    })
  })
})

test.each(Object.entries(KINDS))('%s reflows at 320 px and can be walked with the keyboard', async (_name, kind) => {
  await withKind(kind, { widthPx: 320, forcedColors: true }, async (page) => {
    expect(await sidewaysScroll(page)).toEqual([])
    expect(await textCutBySpacing(page)).toEqual([])
    expect(await sidewaysScroll(page)).toEqual([])
  })
  await withPage(browser(), kind.address, { forcedColors: true }, async ({ page }) => {
    if (await page.$('#error-summary')) return // focus begins in the summary there
    expect((await walkWithTab(page)).problems).toEqual([])
  })
})

test.each([true, false])(
  'mistakes put focus on the summary, whose links lead to the fields (script: %s)',
  async (javaScript) => {
    await speak('en')
    await withPage(browser(), adminHref.newRecord('contact'), { javaScript }, async ({ page }) => {
      await page.fill('#f-email', 'not an address')
      await submit(page)
      await page.waitForSelector('#error-summary')
      const { form } = adminMessagesFor('en')
      expect(await page.title()).toMatch(new RegExp(`^${form.errorPrefix}`))
      const focused = () => page.locator(':focus').getAttribute('id')
      expect(await focused()).toBe('error-summary')
      expect(await page.inputValue('#f-email')).toBe('not an address')
      await page.locator('.error-summary a[href="#f-email"]').press('Enter')
      expect(await focused()).toBe('f-email')
    })
  },
)

test('without a script a lead article is chosen and shown first', async () => {
  await speak('en')
  await withPage(browser(), adminHref.settings(), { javaScript: false }, async ({ page }) => {
    const lead = page.locator('#f-lead')
    const save = page.getByRole('button', { name: adminMessagesFor('en').settings.leadSave })
    expect(await lead.inputValue()).toBe(RELEASE)
    await lead.selectOption('')
    await save.click()
    expect(await page.locator('.done').innerText()).not.toBe('')
    await lead.selectOption(RELEASE)
    await save.click()
    expect(new URL(page.url()).origin).toBe(new URL(inject('siteUrl')).origin)
    expect(await lead.inputValue()).toBe(RELEASE)
  })
})
