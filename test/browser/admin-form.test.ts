/** The form of an article as an editor meets it: named, in parts, with saving in reach. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { EDITION_KEYS, type Edition } from '../../src/edition/editions.ts'
import { adminHref } from '../../src/routes.ts'
import { useBrowser } from './chromium.ts'
import { controlsOf, unclearNames } from './control-names.ts'
import { type Reader, withPage } from './page.ts'
import { sidewaysScroll } from './reflow.ts'

const browser = useBrowser()

/** Sends a form as a page of the site does; repeated names as arrays. */
async function send(path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { 'sec-fetch-site': 'same-origin', origin: new URL(inject('siteUrl')).origin }
  const body = new URLSearchParams(fields)
  return fetch(new URL(path, inject('siteUrl')), { method: 'POST', headers, body, redirect: 'manual' })
}

const speak = (language: Edition) => send(adminHref.language(), { language, back: adminHref.home() })

async function makeDraft(titleEn: string): Promise<number> {
  const made = await send(adminHref.articles(), { kind: 'notice', titleZh: '', titleEn })
  return Number(/articles\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
}

const ROWS = Object.fromEntries(
  ['zh', 'en'].flatMap((side) =>
    [0, 1].flatMap((row) => [
      [`${side}.downloads.${row}.label`, `Photos ${row}`],
      [`${side}.downloads.${row}.url`, `https://example.org/${row}`],
      [`${side}.facts.${row}.term`, `Term ${row}`],
      [`${side}.related.${row}.label`, `Link ${row}`],
      [`${side}.related.${row}.url`, `https://example.org/related/${row}`],
    ]),
  ),
)

let draft = 0

/** Opens the form of an article in which everything is there that a form can have. */
function withForm(reader: Reader, use: (page: Page) => Promise<void>): Promise<void> {
  return withPage(browser(), adminHref.article(draft), reader, ({ page }) => use(page))
}

beforeAll(async () => {
  await speak('en')
  draft = await makeDraft('A full form')
  const paragraphs = (word: string) => Array.from({ length: 12 }, (_, index) => `${word} ${index + 1}.`).join('\n\n')
  const words = { 'zh.title': '滿的表格', 'zh.body': paragraphs('段落'), 'en.title': 'A full form' }
  const chosen = { topics: 'readers-guide', contacts: '', boilerplates: '' }
  const extras = { 'invitation.startsAt': '2026-12-01T10:00', 'overrides.0.from': '軟件', 'overrides.0.to': '软体' }
  const answer = await send(adminHref.article(draft), {
    ...{ version: '1', kind: 'media-invitation', slug: 'a-full-form', sourceEdition: 'zh-hant' },
    ...{ ...words, 'en.body': paragraphs('Paragraph'), ...chosen, ...extras, ...ROWS },
  })
  expect(answer.status).toBe(303)
})

afterAll(() => speak('zh-hant'))

const FORMS: Readonly<Record<string, () => string>> = {
  'an article': () => adminHref.article(draft),
  'a new article': () => adminHref.newArticle(),
  'a publication': () => adminHref.publication(draft),
  'a correction': () => adminHref.correction(1),
  'a withdrawal': () => adminHref.withdrawal(1),
  'preview links': () => adminHref.previewLinks(1),
  photos: () => adminHref.photos(),
  'a new photo': () => adminHref.newPhoto(),
  'photos of an article': () => adminHref.articlePhotos(draft),
  'the desk': () => adminHref.conversion(draft),
  revisions: () => adminHref.revisions(draft),
  'what readers saw': () => adminHref.history(1),
  'a new topic': () => adminHref.newRecord('topic'),
  'a topic': () => adminHref.record('topic', 'readers-guide'),
  'a new contact': () => adminHref.newRecord('contact'),
  'a new boilerplate': () => adminHref.newRecord('boilerplate'),
  settings: () => adminHref.settings(),
  'a new editor': () => adminHref.newEditor(),
  'an editor': () => adminHref.editor(1),
  'the log': () => adminHref.audit(),
}

describe.each(EDITION_KEYS)('in %s no two controls have one name', (language) => {
  beforeAll(async () => {
    await speak(language)
    return () => speak('en')
  })

  test.each(Object.entries(FORMS))('on the page of %s', async (_name, path) => {
    await withPage(browser(), path(), {}, async ({ page }) => {
      // What stays closed is named too.
      await page.locator('details').evaluateAll((all) => {
        for (const details of all) details.setAttribute('open', '')
      })
      expect((await controlsOf(page)).length).toBeGreaterThan(3)
      expect(await unclearNames(page)).toEqual([])
    })
  })
})

describe('the form of an article', () => {
  test('says of every word field which edition it is', async () => {
    await withForm({}, async (page) => {
      const names = await page.locator('#article-form [lang]').evaluateAll((fields) =>
        fields
          .filter((field) => /^(zh|en)\./.test(field.getAttribute('name') ?? ''))
          .map((field) => {
            const { labels } = field as HTMLInputElement | HTMLTextAreaElement // both have words, and a label
            return `${field.getAttribute('lang')} ${labels?.[0]?.textContent}`
          }),
      )
      expect(names.length).toBeGreaterThan(30)
      for (const name of names) expect(name).toMatch(/^(zh-HK .*, Traditional Chinese|en .*, English)$/)
    })
  })

  test('begins with its parts, and tells how many mistakes each has', async () => {
    await withForm({ javaScript: false }, async (page) => {
      const contents = page.getByRole('navigation', { name: 'Parts of this page' })
      const linkTexts = () => contents.getByRole('link').allTextContents()
      expect(await linkTexts()).toEqual([
        ...['Basics', 'Chinese text', 'English text', 'Topics, contacts and boilerplates', 'Optional parts', 'Preview'],
      ])
      await page.fill('[name="slug"]', 'Not an address!')
      await page.fill('[name="en.title"]', 'x'.repeat(400))
      await page.fill('[name="en.downloads.1.url"]', 'javascript:alert(1)')
      await page.fill('[name="invitation.startsAt"]', '')
      await page.fill('[name="invitation.endsAt"]', '2026-12-01T12:00')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.waitForSelector('#error-summary')
      expect(await linkTexts()).toEqual([
        ...['Basics (1 error)', 'Chinese text', 'English text (2 errors)', 'Topics, contacts and boilerplates'],
        ...['Optional parts (1 error)', 'Preview'],
      ])
      const summary = await page.locator('#error-summary a').allInnerTexts()
      expect(summary).toContainEqual(expect.stringMatching(/^Download 2, English: This link cannot be used/))
      expect(summary).toContainEqual(expect.stringMatching(/^Headline, English: Too long/))
      for (const link of await page.locator('#error-summary a').all()) {
        const target = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`)
        expect(await target.isVisible(), await link.innerText()).toBe(true)
      }
      await contents.getByRole('link', { name: 'Optional parts' }).click()
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000)
    })
  })

  test('saves by Enter in a text field, though other buttons stand before "save"', async () => {
    await withForm({ javaScript: false }, async (page) => {
      await page.locator('[name="zh.label"]').press('Enter')
      await page.getByText('Saved.', { exact: true }).waitFor()
    })
  })

  test('opens a closed group in which the browser finds something wrong, and leads there', async () => {
    await withForm({}, async (page) => {
      const group = page.locator('details', { has: page.locator('[name="invitation.replyTo"]') })
      await page.fill('[name="invitation.replyTo"]', 'press@')
      await group.locator('summary').click()
      expect(await group.getAttribute('open')).toBeNull()
      await page.locator('.save-bar button').click()
      await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('invitation.replyTo')
      expect(await group.getAttribute('open')).not.toBeNull()
    })
  })

  test('shows a closed group in which the browser finds something wrong without a script, too', async () => {
    await withForm({ javaScript: false }, async (page) => {
      const field = page.locator('[name="invitation.replyTo"]')
      const summary = page.locator('details', { has: field }).locator('summary')
      await summary.click()
      expect(await field.isVisible()).toBe(false)
      await summary.click()
      await field.fill('press@')
      await summary.click()
      await page.locator('.save-bar button').click()
      await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('invitation.replyTo')
      expect(await field.isVisible()).toBe(true)
      const { height = 0 } = (await field.boundingBox()) ?? {}
      expect(height).toBeGreaterThanOrEqual(44)
      expect(await sidewaysScroll(page)).toEqual([])
    })
  })

  test('keeps the longest word within a narrow screen', async () => {
    await withForm({ widthPx: 320 }, async (page) => {
      for (const name of ['zh.title', 'en.summary', 'en.body']) await page.fill(`[name="${name}"]`, 'x'.repeat(400))
      expect(await sidewaysScroll(page)).toEqual([])
    })
  })

  test('comes back for one more row with focus in it', async () => {
    await withForm({ javaScript: false }, async (page) => {
      await page.getByRole('button', { name: 'Add a row: Facts, English' }).click()
      await page.waitForSelector('[name="en.facts.3.term"]')
      expect(await page.locator(':focus').getAttribute('name')).toBe('en.facts.3.term')
      expect(await page.innerText('[data-behaviour~="save-state"]')).toBe('Not saved yet')
    })
  })
})

test.each([true, false])('a change of language keeps what is typed and not saved (script: %s)', async (javaScript) => {
  await withForm({ javaScript }, async (page) => {
    const words = `Typed and not saved, ${javaScript ? 'with' : 'without'} a script.`
    await page.fill('[name="zh.body"]', words)
    await page.fill('[name="slug"]', 'Not an address!')
    await page.selectOption('[name="kind"]', 'notice')
    const autosaved = page.waitForResponse((response) => response.url().endsWith('/autosave'))
    if (!javaScript) autosaved.catch(() => undefined)
    await page.getByRole('button', { name: '繁體中文' }).click()
    await page.waitForSelector('html[lang="zh-HK"]')
    expect(await page.inputValue('[name="zh.body"]')).toBe(words)
    expect(await page.inputValue('[name="slug"]')).toBe('Not an address!')
    expect(await page.inputValue('[name="kind"]')).toBe('notice')
    expect(await page.innerText('[data-behaviour~="save-state"]')).toBe('尚未儲存')
    if (javaScript) expect((await autosaved).ok()).toBe(true)
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForSelector('html[lang="en"]')
    expect(await page.inputValue('[name="zh.body"]')).toBe(words)
  })
})

/** What Tab reaches in the form and is then behind the bar, or off the screen. */
async function hiddenWhileFocused(page: Page): Promise<readonly string[]> {
  const hidden: string[] = []
  await page.locator('[name="slug"]').focus()
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = document.activeElement
      if (!element?.closest('#article-form')) return null
      const bar = element.closest('form')?.querySelector('.save-bar')
      const box = element.getBoundingClientRect()
      const isBar = bar?.contains(element) ?? false
      const foot = isBar || !bar ? innerHeight : Math.min(innerHeight, bar.getBoundingClientRect().top)
      // What is taller than the room between the edges shows its beginning.
      const isSeen = box.top > -1 && (box.bottom < foot + 1 || (box.height > foot - 16 && box.top < foot / 2))
      const name = element.getAttribute('name') ?? element.textContent
      return isSeen ? '' : `${name}: ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${Math.round(foot)}`
    })
    if (found === null) break
    if (found) hidden.push(found)
  }
  return hidden
}

describe('the bar that saves', () => {
  test.each([
    { width: 320, height: 800 },
    { width: 320, height: 480 },
    { width: 1280, height: 720 },
  ])('is always on a screen of $width × $height and covers nothing that has focus', async (size) => {
    await withForm({}, async (page) => {
      await page.setViewportSize(size)
      const bar = page.locator('.save-bar')
      for (const field of ['slug', 'zh.summary', 'en.title', 'topics']) {
        await page.locator(`[name="${field}"]`).first().scrollIntoViewIfNeeded()
        const box = await bar.boundingBox()
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(size.height, 0)
      }
      expect(await hiddenWhileFocused(page)).toEqual([])
    })
  })

  test('leaves a small screen to the text', async () => {
    await withForm({}, async (page) => {
      await page.setViewportSize({ width: 320, height: 256 })
      await page.locator('[name="slug"]').scrollIntoViewIfNeeded()
      expect((await page.locator('.save-bar').boundingBox())?.y).toBeGreaterThan(1000)
      expect(await sidewaysScroll(page)).toEqual([])
      expect(await hiddenWhileFocused(page)).toEqual([])
    })
  })

  test('does not hide the line that somebody types', async () => {
    await withForm({}, async (page) => {
      await page.setViewportSize({ width: 320, height: 500 })
      const area = page.locator('[name="zh.body"]')
      await area.fill(Array.from({ length: 30 }, (_, index) => `段落 ${index + 1}。`).join('\n\n'))
      await page.keyboard.press('ControlOrMeta+End')
      await page.keyboard.type('\n\n最後一段。')
      const [areaBox, barBox] = await Promise.all([area.boundingBox(), page.locator('.save-bar').boundingBox()])
      const end = await area.evaluate((field: HTMLTextAreaElement) => field.scrollHeight - field.scrollTop)
      // The caret is in the last line, a line and the padding above the end of the text.
      expect((areaBox?.y ?? 0) + end - 40).toBeLessThan(barBox?.y ?? 0)
    })
  })
})

describe.each([true, false])('the way back from the page of publication (script: %s)', (javaScript) => {
  let id = 0

  beforeAll(async () => {
    id = await makeDraft(`Found wanting ${javaScript}`)
    const zh = { 'zh.title': '電話通告', 'zh.body': '看[這裡](https://example.org/)。', 'zh.facts.0.term': '電　話' }
    const rows = { 'zh.facts.0.detail': '傳　真', 'zh.downloads.0.label': '按此', 'zh.downloads.0.url': '/a' }
    const basics = { version: '1', kind: 'notice', slug: `found-wanting-${javaScript}`, sourceEdition: 'zh-hant' }
    const en = { 'en.title': `Found wanting ${javaScript}`, 'en.related.0.label': 'here', 'en.related.0.url': '/b' }
    expect((await send(adminHref.article(id), { ...basics, ...zh, ...rows, ...en })).status).toBe(303)
  })

  test('leads from every finding to its field, which is in sight and has focus', async () => {
    const form = adminHref.article(id)
    const targets = await withPage(browser(), adminHref.publication(id), { javaScript }, ({ page }) =>
      page
        .locator(`main a[href^="${form}#f-"]`)
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')),
    )
    const fields = new Set(targets.map((target) => target.split('#f-')[1]))
    for (const field of ['zh.body', 'zh.summary', 'zh.facts.0.term', 'zh.downloads.0.label', 'en.body']) {
      expect(fields).toContain(field)
    }
    for (const target of new Set(targets)) {
      await withPage(browser(), target, { javaScript }, async ({ page }) => {
        const field = page.locator(`[id="${target.split('#')[1]}"]`)
        expect(await field.isVisible(), target).toBe(true)
        await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe(target.split('#')[1])
        const box = await field.boundingBox()
        expect(box?.y, target).toBeGreaterThanOrEqual(0)
        expect(box?.y, target).toBeLessThan(720)
      })
    }
  })
})

test('at 1280 px the preview stays beside the form while it scrolls', async () => {
  await withForm({}, async (page) => {
    for (const field of ['zh.body', 'en.summary', 'en.related.0.label']) {
      await page.locator(`[name="${field}"]`).scrollIntoViewIfNeeded()
      const box = await page.locator('.preview-frame').boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800)
      expect(box?.height).toBeGreaterThan(300)
    }
  })
})
