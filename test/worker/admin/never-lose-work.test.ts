import { beforeAll, describe, expect, test } from 'vitest'
import { findRevision, listRevisions } from '../../../src/db/drafts.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { adminHref } from '../../../src/routes.ts'
import { articleForm, ask, createDraft, db, EDITORS, hireEditors } from './desk.ts'
import { failingAt } from './failing-database.ts'

beforeAll(hireEditors)

/** Saves until it is saved, as an editor does who answers each conflict with "save my version". */
async function saveAtLast(id: number, as: string, body: string): Promise<void> {
  let version = 1
  for (let tries = 0; tries < 1000; tries++) {
    const form = articleForm(version, { slug: 'saved-by-two', 'zh.body': body })
    const response = await ask(adminHref.article(id), { as, form })
    if (response.status === 303) return
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(html).toContain(body)
    version = Number(/name="version" value="(\d+)"/.exec(html)?.[1])
  }
  throw new Error('never saved')
}

/** What the form of a page would send. */
function sentAgain(html: string): [string, string][] {
  const controls = html.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"|<textarea name="([^"]*)" hidden="">\n([^<]*)</g,
  )
  const text = (escaped = '') =>
    escaped.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return [...controls].map(([, name, value, area, words]) => [name ?? area ?? '', text(value ?? words)])
}

describe('two editors', () => {
  test('saving 200 times at once lose nothing', async () => {
    const id = await createDraft('Saved by two')
    const editors = [EDITORS.author, EDITORS.editor]
    /** Each editor has two windows open, and saves 50 times in each. */
    const windows = Array.from({ length: 4 }, async (_, window) => {
      const as = editors[window % 2] ?? EDITORS.author
      for (let save = 0; save < 50; save++) await saveAtLast(id, as, `窗${window}第${save}次`)
    })
    await Promise.all(windows)
    const bodies = new Set<string>()
    for (let number = 1; number <= 201; number++) {
      bodies.add((await findRevision(db, id, number))?.content.written['zh-hant']?.body ?? '')
    }
    for (let window = 0; window < 4; window++) {
      for (let save = 0; save < 50; save++) expect(bodies).toContain(`窗${window}第${save}次`)
    }
    expect((await findWorkingCopy(db, id))?.copy.version).toBe(201)
  }, 120_000)
})

describe('the database failing', () => {
  test.each([1, 2, 3, 4, 5])('at round trip %i of a save writes nothing and hands the form back filled', async (at) => {
    const id = await createDraft(`Fails at round trip ${at}`)
    const fields = { slug: `fails-at-round-trip-${at}`, 'zh.body': '不可遺失的內文。', 'en.facts.0.term': 'Kept term' }
    const response = await ask(adminHref.article(id), {
      form: { ...articleForm(1, fields), uiLanguage: 'en' },
      bindings: { DB: failingAt(at) },
    })
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(html).toContain('nothing was saved')
    expect(html).toContain('不可遺失的內文。')
    expect(html).toContain('value="Kept term"')
    expect(html).toContain('name="version" value="1"')
    expect((await listRevisions(db, { articleId: id, page: 1 })).items).toHaveLength(1)
    expect((await findWorkingCopy(db, id))?.copy.version).toBe(1)
    const again = await ask(adminHref.article(id), { form: articleForm(1, fields) })
    expect(again.status).toBe(303)
  })

  test('after a long article was saved, while its examination begins, is no failed save', async () => {
    const id = await createDraft('Long and examined ahead')
    const body = `${'數碼港歡迎各界人士。'.repeat(50)}\n\n`.repeat(42)
    const form = articleForm(1, { slug: 'long-and-examined', 'zh.body': body })
    const statuses: number[] = []
    while ((await findWorkingCopy(db, id))?.copy.version === 1) {
      const bindings = { DB: failingAt(statuses.length + 1) }
      statuses.push((await ask(adminHref.article(id), { form, bindings })).status)
    }
    // The last had all round trips that a save needs, and the one after them failed.
    expect(statuses.at(-1)).toBe(303)
    expect(statuses.slice(0, -1).every((status) => status === 503)).toBe(true)
    expect(statuses.length).toBeGreaterThan(5)
    expect((await ask(adminHref.publication(id))).status).toBe(200)
  })

  test.each<[string, (id: number) => string, Record<string, string | readonly string[]>]>([
    ['a new article', () => adminHref.articles(), { kind: 'notice', titleZh: '不可遺失' }],
    ['a publication', adminHref.publication, { when: 'schedule', at: '2027-01-02T10:00', editions: ['zh-hant', 'en'] }],
    ['a correction', adminHref.correction, { 'note.zh-hant': '第一行\n第二行' }],
    ['a withdrawal', adminHref.withdrawal, { 'note.en': 'Published "by" <mistake>' }],
    ['a preview link', adminHref.previewLinks, { reader: '南華早報記者' }],
    ['settings', () => adminHref.settings(), { 'notice.en': 'Closed on Monday' }],
    ['an editor', () => adminHref.editors(), { email: 'new@example.org', role: 'author' }],
    ['answers about the conversion', adminHref.conversion, { 'q.0.to': '陳志云' }],
    ['a deletion', adminHref.deletion, { version: '1' }],
  ])('hands %s back filled, to be sent again', async (_, address, fields) => {
    const id = await createDraft('Sent to a database that is away')
    const path = address(id)
    const form = { ...fields, uiLanguage: 'en' }
    for (const at of [1, 2]) {
      const asked = { form, as: EDITORS.administrator, bindings: { DB: failingAt(at) } }
      const response = await ask(path, asked)
      const html = await response.text()
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).toBe('30')
      expect(html).toContain('nothing was saved')
      expect(html).toContain(`<form id="sent" method="post" action="${path}"`)
      expect(sentAgain(html)).toEqual(
        Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      )
    }
  })

  test('that may have done it after all says so, and hands the form back', async () => {
    const form = { titleEn: 'Perhaps made', uiLanguage: 'en' }
    const response = await ask(adminHref.articles(), { form, bindings: { DB: failingAt(2, 2600) } })
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(html).toContain('perhaps this was done, perhaps not')
    expect(html).toContain('name="titleEn" value="Perhaps made"')
    await new Promise((resolve) => setTimeout(resolve, 3000))
  }, 20_000)

  test('speaks the language of the browser where nobody could be looked up', async () => {
    const asked = { form: { titleZh: '不可遺失' }, bindings: { DB: failingAt(1) } }
    for (const [accepted, lang] of [
      ['en-GB,en;q=0.8', 'en'],
      ['zh-CN', 'zh-CN'],
      ['', 'zh-HK'],
    ] as const) {
      const html = await (
        await ask(adminHref.articles(), { ...asked, headers: { 'accept-language': accepted } })
      ).text()
      expect(html).toContain(`<html lang="${lang}"`)
      expect(html).not.toMatch(/Signed in|已登入|已登录/)
      expect(html).toContain('<div class="text">不可遺失</div>')
    }
  })

  test('to answer in time hands the form back too, and a second save of the same text is no conflict', async () => {
    const id = await createDraft('Stalls in the middle')
    const fields = { slug: 'stalls-in-the-middle', 'zh.body': '不可遺失的內文。' }
    const form = { ...articleForm(1, fields), uiLanguage: 'en' }
    const response = await ask(adminHref.article(id), { form, bindings: { DB: failingAt(4, 2600) } })
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(html).toContain('perhaps this was saved, perhaps not')
    expect(html).toContain('不可遺失的內文。')
    await new Promise((resolve) => setTimeout(resolve, 3000))
    expect((await ask(adminHref.article(id), { form })).status).toBe(303)
    const bodies = await findWorkingCopy(db, id)
    expect(bodies?.copy.content.written['zh-hant']?.body).toBe('不可遺失的內文。')
  }, 20_000)

  test('in the middle of a publication leaves no edition public', async () => {
    const id = await createDraft('Publication that fails')
    await ask(adminHref.article(id), { form: articleForm(1, { slug: 'publication-that-fails' }) })
    const form = { version: '2', acts: '0', act: 'publish', when: 'now', editions: ['zh-hant', 'zh-hans', 'en'] }
    for (let at = 1; at <= 20; at++) {
      const response = await ask(adminHref.publication(id), { form, bindings: { DB: failingAt(at) } })
      const editions = (await findWorkingCopy(db, id))?.copy.editions ?? []
      // From some round trip on only the bookkeeping of the purge is left to fail, and the cron does that again.
      expect(editions).toHaveLength(response.status === 303 ? 3 : 0)
      if (response.status === 303) return
      expect(response.status).toBe(503)
    }
    throw new Error('never published')
  })
})
