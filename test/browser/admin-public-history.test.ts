/** "What readers saw", as an editor uses it: without scripts, in every language, on a phone. */
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { EDITION_KEYS, EDITIONS } from '../../src/edition/editions.ts'
import { historyMessagesFor } from '../../src/edition/messages/admin-history.ts'
import { adminHref } from '../../src/routes.ts'
import { auditPage, type Reviewed } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { walkWithTab } from './keyboard.ts'
import { inEveryView, withPage } from './page.ts'
import { sidewaysScroll, textCutBySpacing } from './reflow.ts'

const browser = useBrowser()
const site = () => inject('siteUrl')

const SMALL = 'overlapped by words for screen readers, one pixel wide; in the colour of all others'
const REVIEWED: readonly Reviewed[] = ['ins', 'del', '.target'].flatMap((at) =>
  ['color-contrast', 'color-contrast-enhanced'].map((rule) => ({ rule, at, reason: SMALL })),
)

function send(path: string, fields: Record<string, string | readonly string[]>): Promise<Response> {
  const headers = { 'sec-fetch-site': 'same-origin', origin: new URL(site()).origin }
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string])),
  )
  return fetch(new URL(path, site()), { method: 'POST', headers, body, redirect: 'manual' })
}

const idIn = (response: Response) => Number(/articles\/(\d+)/.exec(response.headers.get('location') ?? '')?.[1])

let id = 0
let paths: readonly string[] = []

/** An article that was published, updated and withdrawn. */
beforeAll(async () => {
  id = idIn(await send(adminHref.articles(), { kind: 'notice', titleZh: '讀者所見', titleEn: 'What readers saw' }))
  const texts = { kind: 'notice', slug: 'what-readers-saw', sourceEdition: 'zh-hant', 'zh.title': '讀者所見的文章' }
  const english = { 'en.title': 'What readers saw', 'en.body': 'First text.' }
  const editions = EDITION_KEYS
  const publish = { act: 'publish', when: 'now', address: 'words', editions }
  await send(adminHref.article(id), { ...texts, ...english, version: '1', 'zh.body': '第一稿。' })
  await send(adminHref.publication(id), { ...publish, version: '2', acts: '0' })
  await send(adminHref.article(id), { ...texts, ...english, version: '2', 'zh.body': '第二稿。' })
  await send(adminHref.publication(id), { act: 'update', version: '3', acts: '1' })
  const notes = { 'note.zh-hant': '內容有誤。', 'note.en': 'Wrong content.' }
  await send(adminHref.withdrawal(id), { ...notes, version: '3', acts: '2' })
  const html = await (await fetch(new URL(adminHref.history(id), site()))).text()
  const links = [...html.matchAll(/href="([^"]*\/history\/[^"]*)"/g)].map(([, path = '']) => path.replace('&amp;', '&'))
  paths = ['zh-hant/', 'comparison'].map((part) => links.find((path) => path.includes(`/history/${part}`)) ?? '')
})

describe.each(EDITION_KEYS)('in %s', (language) => {
  const now = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16)
  const pages: Record<string, () => string> = {
    'the list': () => adminHref.history(id),
    'the answer for a moment': () => adminHref.history(id, now()),
    'a question that is none': () => adminHref.history(id, 'yesterday'),
    'the withdrawal': () => paths[0] ?? '',
    'the text before it': () => adminHref.shownThen(1, 'zh-hans', Date.now()),
    'two states compared': () => paths[1] ?? '',
  }

  beforeAll(async () => void (await send(adminHref.language(), { language, back: adminHref.home() })))

  test.each(Object.entries(pages))('%s has no axe violation and reflows at 320 px', async (name, path) => {
    await withPage(browser(), path(), {}, async ({ page }) => {
      expect(await page.locator('h1').count()).toBe(1)
      await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]))
      if (name === 'a question that is none') {
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary')
      }
    })
    await withPage(browser(), path(), { widthPx: 320 }, async ({ page }) => {
      expect(await sidewaysScroll(page)).toEqual([])
      expect(await textCutBySpacing(page)).toEqual([])
    })
  })
})

test('the keyboard reaches everything of the list, focus always seen, in forced colours too', async () => {
  for (const forcedColors of [false, true]) {
    await withPage(browser(), adminHref.history(id), { forcedColors }, async ({ page }) => {
      expect((await walkWithTab(page)).problems).toEqual([])
    })
  }
})

test('without scripts an editor finds, opens and compares what readers saw', async () => {
  await send(adminHref.language(), { language: 'en', back: adminHref.home() })
  const messages = historyMessagesFor('en')
  await withPage(browser(), adminHref.article(id), { javaScript: false }, async ({ page }) => {
    await page.getByRole('link', { name: messages.tab, exact: true }).click()
    const chinese = page.getByRole('region', { name: EDITIONS['zh-hant'].name })
    expect(await chinese.getByRole('listitem').count()).toBe(3)
    await chinese.getByRole('link', { name: messages.open + messages.which('繁體中文', 2) }).click()
    expect(await page.getByText('第二稿。').count()).toBe(1)
    expect(await page.getByRole('banner').textContent()).toContain('Updated, ')
    await page.getByRole('link', { name: messages.back }).click()
    await page.getByRole('button', { name: messages.compareButton }).click()
    await expect.poll(() => page.locator('ins').allTextContents()).toEqual(['Added: 二'])
    await page.goBack()
    await page.getByLabel(messages.at).fill('2020-01-01T10:00')
    await page.getByRole('button', { name: messages.askButton }).click()
    expect(await page.getByRole('region', { name: /^At / }).textContent()).toContain(messages.nothing)
  })
})
