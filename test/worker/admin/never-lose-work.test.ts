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
