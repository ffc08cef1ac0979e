/** The pages of the editors' side, errors included, in their three languages. */
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { EDITION_KEYS, EDITIONS, type Edition } from '../../src/edition/editions.ts'
import { adminHref } from '../../src/routes.ts'
import { auditPage, type Reviewed } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { setFaults } from './faults.ts'
import { walkWithTab } from './keyboard.ts'
import { inEveryView, withPage } from './page.ts'
import { sidewaysScroll, textCutBySpacing } from './reflow.ts'

const browser = useBrowser()

/** What axe cannot decide and a person looked at. */
const REVIEWED: readonly Reviewed[] = [
  { rule: 'frame-tested', reason: 'the preview is a page of its own, tested below' },
  ...['color-contrast', 'color-contrast-enhanced'].flatMap((rule) => [
    { rule, at: 'th[scope', reason: 'a cell of a table that scrolls sideways, in the colours of all others' },
    { rule, at: 'td:nth-child', reason: 'the same' },
    { rule, at: '.target[href', reason: 'a link in such a cell; measured without doubt at 1280 px' },
    { rule, at: '#revisions-caption', reason: 'the caption of such a table; measured without doubt at 1280 px' },
    {
      rule,
      at: 'ins',
      reason: 'overlapped by words for screen readers, one pixel wide; underlined text in the colour of all others',
    },
    { rule, at: 'del', reason: 'the same' },
  ]),
]
/** On so short a screen nothing sticks to an edge and hides what is behind it: axe can measure every text. */
const SHORT = { heightPx: 440 } as const

const site = () => inject('siteUrl')

/** Sends a form as a page of the site does. */
function send(path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { 'sec-fetch-site': 'same-origin', origin: new URL(site()).origin }
  return fetch(new URL(path, site()), {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
}

const speak = (language: Edition) => send(adminHref.language(), { language, back: adminHref.home() })

let draft = 0
/** With something to decide about its conversion, and with a decision. */
let doubtful = 0
let planned = 0

beforeAll(async () => {
  await setFaults()
  const made = await send(adminHref.articles(), {
    kind: 'notice',
    titleZh: '無障礙測試',
    titleEn: 'Accessibility test',
  })
  draft = Number(/articles\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
  for (const body of ['第一版。', '## 第二版\n\n看[這裡](https://example.org/)。']) {
    const version = body.startsWith('第一') ? '1' : '2'
    const texts = { 'zh.title': '無障礙測試', 'zh.body': body, 'en.title': 'Accessibility test', 'en.body': body }
    await send(adminHref.article(draft), {
      version,
      kind: 'notice',
      slug: 'accessibility-test',
      sourceEdition: 'zh-hant',
      ...texts,
    })
  }
})

beforeAll(async () => {
  const titles = { kind: 'notice', titleZh: '两区合并', titleEn: 'Two districts merge' }
  const made = await send(adminHref.articles(), titles)
  doubtful = Number(/articles\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
  const body = '主席陈志云表示欢迎，政府将**两区**并为一区。\n\n学生代表罗家干致谢辞。'
  const texts = { 'zh.title': '两区合并', 'zh.body': body, 'overrides.0.from': '陈志云', 'overrides.0.to': '陳志云' }
  const form = { version: '1', kind: 'notice', slug: 'two-districts-merge', sourceEdition: 'zh-hans' }
  await send(adminHref.article(doubtful), { ...form, ...texts })
})

beforeAll(async () => {
  const titles = { kind: 'notice', titleZh: '', titleEn: 'Planned for a far day' }
  const made = await send(adminHref.articles(), titles)
  planned = Number(/articles\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
  const form = { kind: 'notice', slug: 'planned-for-a-far-day', sourceEdition: 'zh-hant' }
  const save = (version: string, body: string) =>
    send(adminHref.article(planned), { ...form, version, 'en.title': titles.titleEn, 'en.body': body })
  await save('1', 'As planned.')
  const plan = { act: 'publish', editions: 'en', when: 'schedule', at: '2099-01-01T09:00', address: 'neutral' }
  await send(adminHref.publication(planned), { ...plan, version: '2', acts: '0' })
  await save('2', 'Changed since.')
})

/** Addresses by the name of the kind of page. Article 1 is of the demonstration, and published. */
const PAGES: Readonly<Record<string, () => string>> = {
  overview: () => adminHref.home(),
  find: () => adminHref.find('數碼港'),
  'new article': () => adminHref.newArticle(),
  'article form': () => adminHref.article(draft),
  revisions: () => adminHref.revisions(draft),
  revision: () => adminHref.revision(draft, 2),
  comparison: () => adminHref.comparison(draft, 2, 3),
  'a revision that does not exist': () => adminHref.revision(draft, 99),
  'comparison of revisions that do not exist': () => adminHref.comparison(draft, 98, 99),
  conversion: () => adminHref.conversion(doubtful),
  'conversion of the whole text': () => adminHref.conversionText(doubtful),
  publication: () => adminHref.publication(draft),
  'publication of a published article': () => adminHref.publication(1),
  'publication of what changed since it was scheduled': () => adminHref.publication(planned),
  correction: () => adminHref.correction(1),
  withdrawal: () => adminHref.withdrawal(1),
  'preview links': () => adminHref.previewLinks(1),
  topics: () => adminHref.records('topic'),
  'a new topic': () => adminHref.newRecord('topic'),
  contacts: () => adminHref.records('contact'),
  boilerplates: () => adminHref.records('boilerplate'),
  glossary: () => adminHref.glossary(),
  'a new entry of the glossary': () => adminHref.newGlossaryEntry({ hant: '數碼', hans: '数字' }),
  'an entry of the glossary': () => adminHref.glossaryEntry(1),
  'deletion of an entry': () => adminHref.glossaryDeletion(1),
  'articles that would be converted otherwise': () => adminHref.outdated(),
  settings: () => adminHref.settings(),
  editors: () => adminHref.editors(),
  'audit log': () => adminHref.audit(),
  missing: () => '/admin/nothing-here',
}

const ownStatus = (problem: string) => /status of (?:404|422|409|403|503)/.test(problem)

describe.each(EDITION_KEYS)('the admin in %s', (language) => {
  beforeAll(async () => void (await speak(language)))

  test.each(Object.entries(PAGES))('%s has no axe violation and reflows at 320 px', async (_name, path) => {
    await withPage(browser(), path(), {}, async ({ page, problems }) => {
      expect(await page.getAttribute('html', 'lang')).toBe(EDITIONS[language].lang)
      await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]), SHORT)
      expect(problems.filter((problem) => !ownStatus(problem))).toEqual([])
    })
    await withPage(browser(), path(), { widthPx: 320 }, async ({ page }) => {
      expect(await sidewaysScroll(page)).toEqual([])
      expect(await textCutBySpacing(page)).toEqual([])
    })
  })

  test.each(EDITION_KEYS)('the preview in %s has no axe violation', async (edition) => {
    await withPage(browser(), adminHref.preview(draft, edition), {}, async ({ page }) => {
      expect(await page.getAttribute('html', 'lang')).toBe(EDITIONS[edition].lang)
      await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]))
    })
  })

  test('an article form with errors, a conflict, and a form given back by a database that is away', async () => {
    const submit = '#article-form button.main'
    await withPage(browser(), adminHref.article(draft), {}, async ({ page }) => {
      await page.fill('[name=slug]', 'Not an address!')
      await page.fill('[name="en.title"]', 'x'.repeat(400))
      await page.locator(submit).click()
      await page.waitForSelector('#error-summary')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary')
      await page.locator('#error-summary a').first().click()
      expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^f-/)
      await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]), SHORT)
    })
    await withPage(browser(), adminHref.article(draft), { javaScript: false }, async ({ page }) => {
      await setFaults({ failD1: true })
      await page.fill('[name="zh.body"]', '資料庫失靈時的內文。')
      await page.locator(submit).click()
      expect(await page.inputValue('[name="zh.body"]')).toBe('資料庫失靈時的內文。')
      await setFaults()
    })
    await withPage(browser(), adminHref.article(draft), {}, async ({ page }) => {
      await page.locator('[name=version]').evaluate((field: HTMLInputElement) => {
        field.value = '1'
      })
      for (const [name, value] of [
        ['slug', 'accessibility-test'],
        ['en.title', 'Accessibility test'],
        ['zh.body', '與人同時修改。'],
      ]) {
        await page.fill(`[name="${name}"]`, value ?? '')
      }
      await page.locator(submit).click()
      await page.waitForSelector('main ins')
      await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]))
    })
  })
})

test('a form that comes back from a database that is away has no axe violation, reflows and can be sent again', async () => {
  await withPage(browser(), adminHref.newArticle(), {}, async ({ page }) => {
    await page.fill('[name=titleZh]', '送出兩次')
    await setFaults({ failD1: true })
    await page.locator('#new button[type=submit]').last().click()
    await page.waitForSelector('#sent')
    await setFaults()
    await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]), SHORT)
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await sidewaysScroll(page)).toEqual([])
    expect(await page.locator('main .text').innerText()).toBe('送出兩次')
    await page.locator('#sent button').click()
    await page.waitForSelector('#article-form')
    expect(await page.inputValue('[name="zh.title"]')).toBe('送出兩次')
  })
})

test('the bar that saves has no axe violation where it stays on the screen', async () => {
  await withPage(browser(), adminHref.article(draft), {}, async ({ page }) => {
    const behind = ['color-contrast', 'color-contrast-enhanced'].map((rule) => ({
      rule,
      reason: 'text behind the bar, measured without doubt on a short screen',
    }))
    await inEveryView(page, async (view) => {
      expect(await page.locator('.save-bar').evaluate((bar) => getComputedStyle(bar).position)).toBe('sticky')
      expect(await auditPage(page, [...REVIEWED, ...behind]), view).toEqual([])
    })
  })
})

describe('the keyboard', () => {
  const paths = [
    'overview',
    'new article',
    'conversion',
    'publication',
    'topics',
    'an entry of the glossary',
    'article form',
  ] as const
  test.each(paths)('reaches everything of %s, focus always seen, in forced colours too', async (name) => {
    for (const forcedColors of [false, true]) {
      await withPage(browser(), PAGES[name]?.() ?? '', { forcedColors }, async ({ page }) => {
        const { problems } = await walkWithTab(page)
        // Inside the preview's frame the preview's own elements show where focus is.
        expect(problems.filter((problem) => !problem.startsWith('iframe'))).toEqual([])
      })
    }
  })
})

test('strangers get a page that says whom to ask, without axe violations', async () => {
  await setFaults({ editor: 'somebody@example.org' })
  await withPage(browser(), adminHref.home(), {}, async ({ page }) => {
    await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]))
    expect(await page.getByText('somebody@example.org').count()).toBe(3)
  })
  await setFaults()
})
