import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listAudit } from '../../../src/db/audit.ts'
import { findEditor } from '../../../src/db/editors.ts'
import { findSettings } from '../../../src/db/settings.ts'
import { EDITION_KEYS } from '../../../src/edition/editions.ts'
import { siteDerivation } from '../../../src/newsroom/site-derivation.ts'
import { adminHref, href } from '../../../src/routes.ts'
import { articleForm, ask, createDraft, db, EDITORS, hireEditors } from './desk.ts'

beforeAll(hireEditors)

const as = EDITORS.administrator
const ENGLISH = { edition: 'en', images: true } as const

describe('site settings', () => {
  const words = { 'name.zh-hant': '新聞室', 'name.en': 'Test Newsroom', 'notice.en': 'This is <b>a test</b>.' }
  const form = async (fields: Record<string, string> = {}) => {
    const { siteVersion } = await findSettings(db)
    return { ...words, version: String(siteVersion), ...fields }
  }

  test('change every public page at once: Simplified derived, markup as text, the whole site purged', async () => {
    const purges: (readonly string[])[] = []
    const purge = async (tags: readonly string[]) => void purges.push(tags)
    expect((await ask(adminHref.settings(), { as, form: await form(), purge })).status).toBe(303)
    expect(purges[0]).toContain('site:en')
    const html = await (await ask(href.home(ENGLISH), { as: null })).text()
    expect(html).toContain('Test Newsroom')
    expect(html).toContain('This is &lt;b&gt;a test&lt;/b&gt;.')
    const hans = await (await ask(href.home({ edition: 'zh-hans', images: true }), { as: null })).text()
    expect(hans).toContain('新闻室')
  })

  test('need names; what was typed comes back', async () => {
    const wrong = await ask(adminHref.settings(), { as, form: await form({ 'name.en': '', 'tagline.en': 'Typed' }) })
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(html).toContain('href="#f-name.en"')
    expect(html).toContain('value="Typed"')
  })

  test('changed by two administrators show both', async () => {
    const old = await form({ 'name.en': 'Mine' })
    expect((await ask(adminHref.settings(), { as, form: await form({ 'name.en': 'Theirs' }) })).status).toBe(303)
    const met = await ask(adminHref.settings(), { as, form: old })
    const html = await met.text()
    expect(met.status).toBe(409)
    expect(html).toContain('Theirs')
    expect(html).toContain('name="name.en" value="Mine"')
  })

  test('put a public article first, and no other', async () => {
    const id = await createDraft('To be first')
    await ask(adminHref.article(id), { form: articleForm(1, { slug: 'to-be-first' }) })
    const lead = async (slug: string) =>
      ask(adminHref.lead(), { as, form: { lead: slug, leadVersion: String((await findSettings(db)).leadVersion) } })
    expect((await lead('to-be-first')).status).toBe(422)
    const acts = { version: '2', acts: '0', act: 'publish', editions: [...EDITION_KEYS], when: 'now', address: 'words' }
    expect((await ask(adminHref.publication(id), { form: acts })).status).toBe(303)
    expect((await lead('to-be-first')).status).toBe(303)
    expect(await (await ask(adminHref.settings(), { as })).text()).toMatch(/value="to-be-first"[^>]* selected/)
    expect((await findSettings(db)).lead).toBe('to-be-first')
    const old = { lead: '', leadVersion: '7' }
    expect((await ask(adminHref.lead(), { as, form: old })).status).toBe(409)
    expect((await lead('')).status).toBe(303)
    expect((await listAudit(db, {})).items[0]).toMatchObject({ action: 'lead-changed', actor: as })
  })

  test('quotation marks of Simplified editions are kept or turned, from the next conversion on', async () => {
    const choose = async (quotes: string) =>
      ask(adminHref.quotes(), { as, form: { quotes, quotesVersion: String((await findSettings(db)).quotesVersion) } })
    const convert = async () => (await siteDerivation(db, { sourceEdition: 'zh-hant', overrides: [] })).text('「藍圖」')
    expect(await convert()).toBe('“蓝图”')
    expect((await choose('keep')).status).toBe(303)
    expect(await convert()).toBe('「蓝图」')
    expect((await ask(adminHref.quotes(), { as, form: { quotes: 'mainland', quotesVersion: '0' } })).status).toBe(409)
    expect((await choose('mainland')).status).toBe(303)
    expect(await convert()).toBe('“蓝图”')
  })
})

describe('the list of editors', () => {
  const SECOND = 'second@example.org'
  beforeEach(hireEditors)

  const person = async (email: string) => {
    const found = await findEditor(db, email)
    if (!found) throw new Error(`no editor ${email}`)
    return found
  }
  const change = async (email: string, fields: Record<string, string>) => {
    const { id, version } = await person(email)
    return ask(adminHref.editor(id), { as, form: { version: String(version), language: 'en', ...fields } })
  }
  const remove = async (email: string, fields: Record<string, string> = {}) => {
    const { id, version } = await person(email)
    return ask(adminHref.editorRemoval(id), { as, form: { version: String(version), ...fields } })
  }
  const add = (email: string, role: string) =>
    ask(adminHref.editors(), { as, form: { email, name: 'New', role, language: 'zh-hans' } })

  test('is changed by administrators, and what was changed counts at once', async () => {
    expect((await add(' New@Example.org ', 'author')).status).toBe(303)
    const home = await ask(adminHref.home(), { as: 'new@example.org' })
    expect(home.status).toBe(200)
    expect(await home.text()).toContain('<html lang="zh-CN">')
    expect((await ask(adminHref.publication(1), { as: 'new@example.org', form: {} })).status).toBe(403)
    expect((await change('new@example.org', { role: 'editor' })).status).toBe(303)
    expect((await ask(adminHref.newRecord('topic'), { as: 'new@example.org' })).status).toBe(200)
    expect((await remove('new@example.org')).status).toBe(303)
    expect((await ask(adminHref.home(), { as: 'new@example.org' })).status).toBe(403)
    expect((await add('new@example.org', 'author')).status).toBe(303)
    const { items } = await listAudit(db, { actor: as })
    const acts = items.slice(0, 4).map(({ action }) => action)
    expect(acts).toEqual(['editor-added', 'editor-removed', 'editor-changed', 'editor-added'])
  })

  test('names what is wrong and keeps what was typed', async () => {
    const response = await ask(adminHref.editors(), {
      as,
      form: { email: 'nobody', name: '<i>Name</i>', role: 'king' },
    })
    const html = await response.text()
    expect(response.status).toBe(422)
    for (const field of ['email', 'role']) expect(html).toContain(`href="#f-${field}"`)
    expect(html).toContain('value="&lt;i&gt;Name&lt;/i&gt;"')
    const taken = await add(EDITORS.author.toUpperCase(), 'administrator')
    expect(taken.status).toBe(422)
    expect((await person(EDITORS.author)).role).toBe('author')
  })

  test('never loses its last administrator', async () => {
    for (const response of [
      await change(as, { role: 'editor', confirm: 'yes' }),
      await remove(as, { confirm: 'yes' }),
    ]) {
      expect(response.status).toBe(422)
      expect(await response.text()).toContain('last administrator')
    }
    expect((await person(as)).role).toBe('administrator')
  })

  test('asks before somebody gives up their own rights', async () => {
    expect((await add(SECOND, 'administrator')).status).toBe(303)
    const asked = await change(as, { role: 'author' })
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('name="confirm"')
    expect((await remove(as)).status).toBe(422)
    expect((await person(as)).role).toBe('administrator')
    expect((await change(as, { role: 'editor', confirm: 'yes' })).status).toBe(303)
    expect((await person(as)).role).toBe('editor')
    await hireEditors()
    expect((await remove(SECOND)).status).toBe(303)
  })

  test('of two administrators who remove each other at once, one stays', async () => {
    await add(SECOND, 'administrator')
    const first = await person(as)
    const second = await person(SECOND)
    const answers = await Promise.all([
      ask(adminHref.editorRemoval(second.id), { as, form: { version: String(second.version) } }),
      ask(adminHref.editorRemoval(first.id), { as: SECOND, form: { version: String(first.version) } }),
    ])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    await hireEditors()
    if (await findEditor(db, SECOND)) await remove(SECOND)
  })

  test('refuses what was decided on an older state', async () => {
    const { id } = await person(EDITORS.author)
    const form = { version: '99', role: 'editor', language: 'en' }
    const response = await ask(adminHref.editor(id), { as, form })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Another administrator has just changed this person')
    expect((await person(EDITORS.author)).role).toBe('author')
  })
})

describe('the audit log', () => {
  test('says in sentences who did what, in the language of the reader', async () => {
    const html = await (await ask(adminHref.audit(), { as })).text()
    expect(html).toContain('changed the names and notices of the site')
    await ask(adminHref.language(), { as, form: { language: 'zh-hant', back: adminHref.audit() } })
    expect(await (await ask(adminHref.audit(), { as })).text()).toContain('修改了網站名稱及告示')
    await hireEditors()
  })

  test('is filtered by person and by article, by number or address', async () => {
    const id = await createDraft('Looked for in the log')
    const own = await (await ask(adminHref.audit({ article: 'looked-for-in-the-log' }))).text()
    expect(own).toMatch(/created the draft\s*<a [^>]*>Looked for in the log/)
    expect(await (await ask(adminHref.audit({ article: String(id), who: as }))).text()).toContain('no such entries')
    const unknown = await ask(adminHref.audit({ article: '"><b>nothing' }))
    expect(unknown.status).toBe(422)
    expect(await unknown.text()).not.toContain('<b>nothing')
  })

  test('goes back page by page without losing or repeating a line', async () => {
    const id = await createDraft('Saved very often')
    for (let version = 1; version <= 60; version++) {
      const form = articleForm(version, { slug: 'saved-very-often', 'en.body': `Body ${version}` })
      await ask(adminHref.article(id), { form })
    }
    const first = await listAudit(db, { articleId: id })
    expect(first.items).toHaveLength(50)
    await ask(adminHref.review(id), { form: { asked: 'yes' } })
    const second = await listAudit(db, { articleId: id, before: first.nextBefore ?? 0 })
    expect(second.items).toHaveLength(11)
    expect(second.nextBefore).toBeNull()
    expect(new Set([...first.items, ...second.items].map((line) => line.id)).size).toBe(61)
    const html = await (await ask(adminHref.audit({ article: String(id) }))).text()
    expect(html).toContain('Older entries')
  })

  test('is closed to authors', async () => {
    expect((await ask(adminHref.audit(), { as: EDITORS.author })).status).toBe(403)
  })
})
