import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseGlossary } from '../../../src/convert/glossary.ts'
import { listAudit } from '../../../src/db/audit.ts'
import { ENTRIES_MAX, findEntry, insertGlossary, listGlossary } from '../../../src/db/glossary.ts'
import { glossary } from '../../../src/db/schema.ts'
import { adminHref } from '../../../src/routes.ts'
import { articleForm, ask, createDraft, db, EDITORS, hireEditors } from './desk.ts'
import { failingAt } from './failing-database.ts'

beforeAll(hireEditors)
beforeEach(async () => void (await db.delete(glossary)))

const ENTRY = { kind: 'term', hant: '機械人', hans: '机器人', direction: 'both', note: '' } as const

const send = (fields: Record<string, string>, as: string = EDITORS.editor) =>
  ask(adminHref.glossary(), { as, form: { ...ENTRY, act: 'save', ...fields } })

/** Adds an entry and gives its id. */
async function add(fields: Record<string, string> = {}): Promise<number> {
  const saved = await send(fields)
  expect(saved.status).toBe(303)
  return Number(/glossary\/(\d+)/.exec(saved.headers.get('location') ?? '')?.[1])
}

const change = (id: number, version: number, fields: Record<string, string>) =>
  ask(adminHref.glossaryEntry(id), { form: { ...ENTRY, version: String(version), act: 'save', ...fields } })

async function preview(id: number): Promise<string> {
  return (await ask(adminHref.preview(id, 'zh-hans'))).text()
}

describe('an entry', () => {
  test('decides every conversion from its saving on, and the log has a line', async () => {
    const article = await createDraft('Robots in words')
    await ask(adminHref.article(article), {
      form: articleForm(1, { slug: 'robots-in-words', 'zh.body': '機械人來了。' }),
    })
    expect(await preview(article)).toContain('机械人来了')
    const id = await add()
    expect(await preview(article)).toContain('机器人来了')
    expect((await change(id, 1, { hans: '机器人们' })).status).toBe(303)
    expect(await preview(article)).toContain('机器人们来了')
    expect((await ask(adminHref.glossaryDeletion(id), { form: { version: '2' } })).status).toBe(303)
    expect(await preview(article)).toContain('机械人来了')
    const lines = (await listAudit(db, { actor: EDITORS.editor })).items.slice(0, 3)
    expect(lines.map(({ action }) => action)).toEqual(['glossary-deleted', 'glossary-changed', 'glossary-added'])
    expect(lines[1]).toMatchObject({ subject: '機械人', detail: { hans: '机器人们' } })
    const log = await (await ask(adminHref.audit())).text()
    expect(log).toMatch(/added <bdi lang="zh-HK">機械人<\/bdi> to the glossary/)
  })

  test('leads from "saved" to what it means for published pages', async () => {
    const id = await add({ hant: '創科', hans: '科创' })
    const toImpact = '<a class="target" href="#impact">'
    const saved = await (await ask(adminHref.done(adminHref.glossaryEntry(id), 'saved'))).text()
    expect(saved).toContain(toImpact)
    expect(saved).toContain('<section id="impact" tabindex="-1"')
    expect(await (await ask(adminHref.glossaryEntry(id))).text()).not.toContain(toImpact)
  })

  test('of one text stays as it is in both directions, wherever the text was typed', async () => {
    const id = await add({ kind: 'lock', hant: '', hans: '拍住上', direction: 'to-hans' })
    expect(await findEntry(db, id)).toMatchObject({ kind: 'lock', hant: '拍住上', hans: '拍住上', direction: 'both' })
    const two = await send({ kind: 'lock', hant: '拍住', hans: '拍着' })
    expect(two.status).toBe(422)
    expect(await two.text()).toContain('A lock has one form')
  })

  test.each([
    [{ hant: '', hans: '' }, ['hant', 'hans'], 'Enter the Hong Kong form'],
    [{ hant: ' 　 ' }, ['hant'], 'Enter the Hong Kong form'],
    [{ hant: '機'.repeat(101) }, ['hant'], 'Too long: at most 100 characters'],
    [{ hans: `机${'\u0007'}器` }, ['hans'], 'control characters'],
    [{ hans: '机\n器' }, ['hans'], 'line breaks'],
    [{ hans: '机\ud83e' }, ['hans'], 'broken characters'],
    [{ note: 'x'.repeat(301) }, ['note'], 'at most 300 characters'],
  ])('with %j is refused and comes back as it was typed', async (fields, wrong, said) => {
    const response = await send({ ...fields, sentence: '一句<b>話</b>' })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('<title>Error: New entry')
    expect(html).toContain(said)
    for (const field of wrong) {
      expect(html).toContain(`href="#f-${field}"`)
      expect(html).toContain(`id="f-${field}-error"`)
    }
    expect(html).toMatch(/<div class="error-summary" id="error-summary" tabindex="-1" autofocus/)
    expect(html).toContain('value="一句&lt;b&gt;話&lt;/b&gt;"')
    expect(await listGlossary(db)).toEqual([])
  })

  test('is refused where another one decides the same text in the same direction, with the way to it', async () => {
    const id = await add({ direction: 'to-hans' })
    const same = await send({ hans: '机械臂', direction: 'both' })
    const html = await same.text()
    expect(same.status).toBe(422)
    expect(html).toContain('Another entry already decides')
    expect(html).toContain(`href="${adminHref.glossaryEntry(id)}"`)
    expect((await send({ direction: 'to-hant' })).status).toBe(303)
    expect((await send({ hant: '機器人', direction: 'both' })).status).toBe(422)
    expect((await change(id, 1, { direction: 'both' })).status).toBe(422)
    expect(await listGlossary(db)).toHaveLength(2)
  })

  test('that changes nothing is told so, and saved all the same', async () => {
    const needless = 'Conversion does this to the word anyway'
    const id = await add({ hant: '軟件', hans: '软件' })
    expect(await (await ask(adminHref.glossaryEntry(id))).text()).toContain(needless)
    const name = await add({ kind: 'name', hant: '陳大文', hans: '陈大文' })
    expect(await (await ask(adminHref.glossaryEntry(name))).text()).not.toContain(needless)
  })

  test('is refused when the glossary is full', async () => {
    const row = (index: number) => ({
      ...({ kind: 'lock', direction: 'both', note: '', updatedAtMs: 1 } as const),
      ...{ hant: `鎖${index}`, hans: `鎖${index}` },
    })
    for (let from = 0; from < ENTRIES_MAX; from += 1000) {
      await insertGlossary(
        db,
        Array.from({ length: 1000 }, (_, index) => row(from + index)),
      )
    }
    const full = await send({})
    expect(full.status).toBe(422)
    expect(await full.text()).toContain('The glossary is full (5000 entries)')
  })

  test('changed by two editors shows both, writes nothing, and loses neither', async () => {
    const id = await add({ note: 'first' })
    expect((await change(id, 1, { hans: '机器人甲' })).status).toBe(303)
    const before = (await listAudit(db, {})).items[0]?.id
    const met = await change(id, 1, { hans: '机器人乙' })
    const html = await met.text()
    expect(met.status).toBe(409)
    expect(html).toContain('机器人甲')
    expect(html).toContain('name="hans" value="机器人乙"')
    expect(html).toContain('name="version" value="2"')
    expect((await listAudit(db, {})).items[0]?.id).toBe(before)
    expect((await change(id, 2, { hans: '机器人乙' })).status).toBe(303)
    expect((await findEntry(db, id))?.hans).toBe('机器人乙')
  })

  test('deleted while somebody typed comes back as a new one, filled; an old question deletes nothing', async () => {
    const id = await add()
    expect((await ask(adminHref.glossaryDeletion(id), { form: { version: '9' } })).status).toBe(409)
    expect((await ask(adminHref.glossaryDeletion(id), { form: { version: '1' } })).status).toBe(303)
    const late = await change(id, 1, { hans: '机器人甲' })
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('This has just been deleted')
    expect(html).toContain('value="机器人甲"')
    expect(html).toContain(`action="${adminHref.glossary()}"`)
  })

  test('is handed back filled by a database that is away', async () => {
    const form = { ...ENTRY, act: 'save', uiLanguage: 'en', sentence: '一句話' }
    const response = await ask(adminHref.glossary(), { form, bindings: { DB: failingAt(2) } })
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(html).toContain('nothing was saved')
    for (const value of ['機械人', '机器人', '一句話']) expect(html).toContain(`value="${value}"`)
  })

  test('keeps markup as text', async () => {
    const nasty = '<script>alert(1)</script>"\'&'
    const id = await add({ hant: nasty, hans: nasty, note: nasty })
    for (const path of [adminHref.glossary(), adminHref.glossaryEntry(id), adminHref.glossaryDeletion(id)]) {
      expect(await (await ask(path)).text()).not.toContain('<script>alert')
    }
  })
})

describe('trying an entry', () => {
  const SENTENCE = '這個機械人很聰明。'

  test('shows what becomes of its words and of a sentence with and without it, and saves nothing', async () => {
    const response = await send({ act: 'try', sentence: SENTENCE })
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('这个机械人很聪明。')
    expect(html).toMatch(/这个机<del>.*?械<\/del><ins>.*?器<\/ins>人很聪明。/)
    expect(html).toContain(`value="${SENTENCE}"`)
    expect(await listGlossary(db)).toEqual([])
  })

  test('answers with that part alone at an address of its own, kept by nobody', async () => {
    const form = { ...ENTRY, sentence: '沒有這個詞。' }
    const response = await ask(adminHref.glossaryTrial(), { form })
    const html = await response.text()
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(html).not.toContain('<html')
    expect(html).toContain('The sentence does not have the words')
    const incomplete = await ask(adminHref.glossaryTrial(), { form: { kind: 'term', hant: '機械人' } })
    expect(await incomplete.text()).toContain('Once both forms are there')
  })

  test('leaves the stored form of the entry out, and lets others count', async () => {
    const id = await add()
    await add({ hant: '聰明', hans: '智能' })
    const form = { ...ENTRY, hans: '智械', id: String(id), sentence: SENTENCE }
    const html = await (await ask(adminHref.glossaryTrial(), { form })).text()
    expect(html).toContain('<dd lang="zh-CN">这个机械人很智能。</dd>')
    expect(html).not.toContain('机器人')
  })
})

describe('the list', () => {
  test('says kind, both forms, direction and note, and is found by words in either script', async () => {
    await add({ note: '依據：國家標準' })
    await add({ kind: 'name', hant: '碧咸', hans: '贝克汉姆', direction: 'to-hans' })
    const all = await (await ask(adminHref.glossary())).text()
    expect(all).toMatch(/<b lang="zh-HK">機械人<\/b> corresponds to <b lang="zh-CN">机器人<\/b>/)
    expect(all).toMatch(/<b lang="zh-HK">碧咸<\/b> becomes <b lang="zh-CN">贝克汉姆<\/b>/)
    expect(all).toContain('Name · Only to Simplified')
    for (const q of ['机械人', '國家', '贝克 碧咸']) {
      const html = await (await ask(adminHref.glossary({ q }))).text()
      expect(html.match(/<li><a href="\/admin\/glossary\/\d/g)).toHaveLength(1)
      expect(html.includes('贝克汉姆')).toBe(q.startsWith('贝'))
    }
    expect(await (await ask(adminHref.glossary({ q: '"><b>' }))).text()).toContain('There are no entries')
  })

  test('has pages of 50', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => ({
      ...({ kind: 'lock', direction: 'both', note: '', updatedAtMs: index } as const),
      ...{ hant: `鎖${index}號`, hans: `鎖${index}號` },
    }))
    await insertGlossary(db, rows)
    const shown = async (page: number, q = '') =>
      ((await (await ask(adminHref.glossary({ page, q }))).text()).match(/鎖\d+號/g) ?? []).length
    expect([await shown(1), await shown(2), await shown(3), await shown(4)]).toEqual([50, 50, 20, 0])
    expect([await shown(1, '锁'), await shown(3, '锁')]).toEqual([50, 20])
    expect(await (await ask(adminHref.glossary())).text()).toContain('鎖119號')
  })

  test('can be read by authors, who change nothing', async () => {
    const id = await add()
    const as = EDITORS.author
    const list = await (await ask(adminHref.glossary(), { as })).text()
    expect(list).not.toContain(adminHref.newGlossaryEntry())
    const page = await ask(adminHref.glossaryEntry(id), { as })
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).toContain('机器人')
    expect(html).not.toContain(`action="${adminHref.glossaryEntry(id)}"`)
    expect((await send({ hant: '甲', hans: '乙' }, as)).status).toBe(403)
    expect((await ask(adminHref.glossaryUpdates(id), { as, form: {} })).status).toBe(403)
    expect((await ask(adminHref.outdated(), { as, form: {} })).status).toBe(403)
  })

  test('is downloaded in the form that the convert command reads', async () => {
    await add({ note: '國家  標準' })
    await add({ kind: 'lock', hant: '拍住上', hans: '' })
    await add({ kind: 'name', hant: '碧咸', hans: '贝克汉姆', direction: 'to-hans' })
    const response = await ask(adminHref.glossaryText(), { as: EDITORS.author })
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8$/i)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="glossary.txt"')
    const parsed = parseGlossary(await response.text())
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    const rows = await listGlossary(db)
    expect(parsed.glossary.entries).toEqual(
      rows.map(({ kind, hant, hans, direction }) => ({ kind, hant, hans, direction })),
    )
  })
})

describe('the desk of an article', () => {
  const BODY = '主席陈志云表示欢迎。陈志云说，政府将两区并为一区。'
  const ANSWERS = { version: '2', 'q.0.from': '陈志云', 'q.0.to': '陳志云', 'q.1.from': '区并为', 'q.1.to': '區併為' }

  test('offers editors each decision as an entry, filled as far as it is known', async () => {
    const id = await createDraft('Decisions for all')
    const fields = { slug: 'decisions-for-all', sourceEdition: 'zh-hans', 'zh.title': '两区合并', 'zh.body': BODY }
    await ask(adminHref.article(id), { form: articleForm(1, { ...fields, 'zh.summary': '' }) })
    expect((await ask(adminHref.conversion(id), { form: ANSWERS })).status).toBe(303)
    const html = (await (await ask(adminHref.conversion(id))).text()).replaceAll('&amp;', '&')
    const links = [...html.matchAll(/href="(\/admin\/glossary\/new\?[^"]*)"/g)].map((match) => match[1] ?? '')
    const known = { hant: '陳志云', hans: '陈志云', direction: 'to-hant' }
    expect(links[0]).toBe(adminHref.newGlossaryEntry({ kind: 'name', ...known }))
    expect(links[1]).toContain('kind=term')
    const page = await (await ask(links[0] ?? '')).text()
    expect(page).toMatch(/value="name" checked/)
    expect(page).toMatch(/value="to-hant" checked/)
    expect(page).toContain('value="陳志云"')
    const asAuthor = await (await ask(adminHref.conversion(id), { as: EDITORS.author })).text()
    expect(asAuthor).not.toContain(adminHref.newGlossaryEntry())
  })
})
