import { beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../../../src/db/audit.ts'
import { findRecord } from '../../../src/db/site-records.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { EDITION_KEYS } from '../../../src/edition/editions.ts'
import { adminHref, href } from '../../../src/routes.ts'
import { articleForm, ask, clock, createDraft, db, EDITORS, hireEditors, NOON_MS } from './desk.ts'

beforeAll(hireEditors)

const ENGLISH = { edition: 'en', images: true } as const
const TOPIC = { 'name.zh-hant': '機器人與軟件', 'name.en': 'Robots', position: '7' }

const topicForm = (key: string, fields: Record<string, string> = {}) => ({ ...TOPIC, key, ...fields })

async function addTopic(key: string, fields: Record<string, string> = {}): Promise<void> {
  expect((await ask(adminHref.records('topic'), { form: topicForm(key, fields) })).status).toBe(303)
}

async function topicOf(key: string) {
  const found = await findRecord(db, { kind: 'topic', key })
  if (!found) throw new Error(`no topic ${key}`)
  return found
}

/** The fields that the form of a record shows, hidden ones included. */
async function shownForm(path: string): Promise<Record<string, string>> {
  const html = await (await ask(path)).text()
  const form: Record<string, string> = {}
  const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name && name !== 'back') form[name] = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name = '', value = ''] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>\n?([^<]*)/g)) {
    form[name] = unescaped(value)
  }
  return form
}

describe('a topic', () => {
  test('gets its Simplified name from the conversion, and the log has a line', async () => {
    await addTopic('robots')
    const made = await topicOf('robots')
    expect(made.words.name?.['zh-hans']).toBe('机器人与软件')
    expect(made).toMatchObject({ version: 1, plain: { position: '7' } })
    const { items } = await listAudit(db, { actor: EDITORS.editor })
    expect(items[0]).toMatchObject({ action: 'topic-added', subject: 'robots', articleId: null })
  })

  test('keeps a Simplified name that an editor wrote until the Traditional one changes, and then says so', async () => {
    const path = adminHref.record('topic', 'robots')
    const byHand = { ...(await shownForm(path)), 'name.zh-hans': '智能机器人' }
    expect((await ask(path, { form: byHand })).status).toBe(303)
    const later = { ...(await shownForm(path)), position: '8' }
    expect((await ask(path, { form: later })).status).toBe(303)
    expect((await topicOf('robots')).words.name?.['zh-hans']).toBe('智能机器人')
    expect(await (await ask(path)).text()).toContain('Written by an editor: it stays')

    const renamed = { ...(await shownForm(path)), 'name.zh-hant': '軟件' }
    const asked = await ask(path, { form: renamed })
    const html = await asked.text()
    expect(asked.status).toBe(422)
    expect(html).toContain('The Traditional text has changed')
    expect(html).toContain('<span lang="zh-CN">智能机器人</span>')
    expect(html).toContain('value="软件"')
    expect((await topicOf('robots')).version).toBe(3)
    const again = { ...renamed, 'name.zh-hans': '软件', 'name.made': '软件', 'name.kept': '', 'name.keptFor': '' }
    expect((await ask(path, { form: again })).status).toBe(303)
    expect((await topicOf('robots')).words.name?.['zh-hans']).toBe('软件')
  })

  test('follows the conversion when only the Traditional name was changed', async () => {
    await addTopic('follows')
    const path = adminHref.record('topic', 'follows')
    expect((await ask(path, { form: { ...(await shownForm(path)), 'name.zh-hant': '發布' } })).status).toBe(303)
    expect((await topicOf('follows')).words.name?.['zh-hans']).toBe('发布')
  })

  test('needs a key that is free, names and a position; what was typed comes back', async () => {
    const wrong = await ask(adminHref.records('topic'), { form: { key: 'Robots!', position: 'first' } })
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(html).toContain('<title>Error: New topic')
    expect(html).toContain('value="Robots!"')
    for (const field of ['key', 'name.zh-hant', 'name.en', 'position']) {
      expect(html).toContain(`href="#f-${field}"`)
      expect(html).toContain(`id="f-${field}-error"`)
    }
    expect(html).toMatch(/<div class="error-summary" id="error-summary" tabindex="-1" autofocus/)
    const taken = await ask(adminHref.records('topic'), { form: topicForm('robots') })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('This key is taken')
    expect((await ask(adminHref.records('topic'), { form: topicForm('new') })).status).toBe(422)
  })

  test('changed by two editors shows both texts, writes one line in the log, and loses neither', async () => {
    await addTopic('two-editors')
    const path = adminHref.record('topic', 'two-editors')
    const form = await shownForm(path)
    expect((await ask(path, { form: { ...form, 'name.en': 'Theirs' } })).status).toBe(303)
    const before = (await listAudit(db, {})).items[0]?.id
    const met = await ask(path, { form: { ...form, 'name.en': 'Mine' } })
    const html = await met.text()
    expect(met.status).toBe(409)
    expect(html).toContain('Theirs')
    expect(html).toContain('name="name.en" value="Mine"')
    expect(html).toContain('name="version" value="2"')
    expect((await listAudit(db, {})).items[0]?.id).toBe(before)
    expect((await topicOf('two-editors')).words.name?.en).toBe('Theirs')
    expect((await ask(path, { form: { ...form, 'name.en': 'Mine', version: '2' } })).status).toBe(303)
    expect((await topicOf('two-editors')).words.name?.en).toBe('Mine')
  })

  test('keeps markup as text', async () => {
    const nasty = '<script>alert(1)</script>"\'&'
    await addTopic('nasty', { 'name.en': nasty, 'name.zh-hant': nasty })
    for (const path of [adminHref.records('topic'), adminHref.record('topic', 'nasty')]) {
      const html = await (await ask(path)).text()
      expect(html).not.toContain('<script>alert')
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    }
  })

  test('is deleted after a question, with a line in the log, and not by an old form', async () => {
    await addTopic('short-lived')
    const path = adminHref.recordDeletion('topic', 'short-lived')
    expect(await (await ask(path)).text()).toContain('Delete it now')
    expect((await ask(path, { form: { version: '9' } })).status).toBe(409)
    expect((await ask(path, { form: { version: '1' } })).status).toBe(303)
    expect(await findRecord(db, { kind: 'topic', key: 'short-lived' })).toBeNull()
    expect((await listAudit(db, {})).items[0]).toMatchObject({ action: 'topic-deleted', subject: 'short-lived' })
  })

  test('that was deleted while somebody typed comes back as a new one, filled', async () => {
    const response = await ask(adminHref.record('topic', 'short-lived'), { form: { ...TOPIC, version: '1' } })
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(html).toContain('value="short-lived"')
    expect(html).toContain('value="Robots"')
  })
})

describe('roles', () => {
  test('authors read records and change nothing', async () => {
    await addTopic('read-only')
    const as = EDITORS.author
    const list = await ask(adminHref.records('topic'), { as })
    expect(list.status).toBe(200)
    expect(await list.text()).not.toContain(adminHref.newRecord('topic'))
    const page = await (await ask(adminHref.record('topic', 'read-only'), { as })).text()
    expect(page).toContain('机器人与软件')
    expect(page).not.toContain(`action="${adminHref.record('topic', 'read-only')}"`)
    expect((await ask(adminHref.newRecord('topic'), { as })).status).toBe(403)
    expect((await ask(adminHref.recordDeletion('topic', 'read-only'), { as })).status).toBe(403)
    const form = { ...TOPIC, version: '1', 'name.en': 'Changed' }
    expect((await ask(adminHref.record('topic', 'read-only'), { as, form })).status).toBe(403)
    expect((await topicOf('read-only')).words.name?.en).toBe('Robots')
  })
})

describe('contacts and boilerplates', () => {
  const PRESS = {
    key: 'press-desk',
    'organisation.zh-hant': '數碼港',
    'organisation.en': 'Cyberport',
    email: 'press@example.org',
  }

  test('have telephone numbers as people write them, and wrong ones are named', async () => {
    const wrong = await ask(adminHref.records('contact'), { form: { ...PRESS, phone: '12', email: 'press' } })
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    for (const field of ['phone', 'email']) expect(html).toContain(`href="#f-${field}"`)
    const form = { ...PRESS, phone: '3166 3993' }
    expect((await ask(adminHref.records('contact'), { form })).status).toBe(303)
    const stored = await findRecord(db, { kind: 'contact', key: 'press-desk' })
    expect(stored?.plain.phone).toBe('+85231663993')
    expect(stored?.words.organisation?.['zh-hans']).toBe('数码港')
    expect(await (await ask(href.contact(ENGLISH), { as: null })).text()).toContain('press@example.org')
  })

  test('convert Markdown as Markdown, and links must be https', async () => {
    const words = { 'heading.zh-hant': '關於', 'heading.en': 'About', 'body.en': 'We.' }
    const form = { key: 'about', ...words, 'body.zh-hant': '我們是**數碼港**。', url: 'http://example.org' }
    expect((await ask(adminHref.records('boilerplate'), { form })).status).toBe(422)
    const right = { ...form, url: 'https://example.org/' }
    expect((await ask(adminHref.records('boilerplate'), { form: right })).status).toBe(303)
    const stored = await findRecord(db, { kind: 'boilerplate', key: 'about' })
    expect(stored?.words.body?.['zh-hans']).toBe('我们是**数码港**。')
  })

  test('in use cannot be deleted, and the articles are named', async () => {
    const id = await createDraft('Uses the press desk')
    const slug = 'uses-the-press-desk'
    await ask(adminHref.article(id), { form: articleForm(1, { slug, contacts: ['press-desk'] }) })
    const page = adminHref.recordDeletion('contact', 'press-desk')
    const refused = await ask(page, { form: { version: '1' } })
    const html = await refused.text()
    expect(refused.status).toBe(409)
    expect(html).toContain(adminHref.article(id))
    expect(html).toContain('working copy')
    expect(await findRecord(db, { kind: 'contact', key: 'press-desk' })).not.toBeNull()
    await ask(adminHref.article(id), { form: articleForm(2, { slug }) })
    expect((await ask(adminHref.record('contact', 'press-desk'))).status).toBe(200)
    expect(await (await ask(page)).text()).toContain('Delete it now')
  })

  test('changed later leave published pages as they were until an editor updates them one by one', async () => {
    const id = await createDraft('Frozen with a contact')
    const slug = 'frozen-with-a-contact'
    const chosen = { contacts: ['press-desk'], boilerplates: ['about'] }
    await ask(adminHref.article(id), { form: articleForm(1, { slug, ...chosen }) })
    const acts = { version: '2', acts: '0', act: 'publish', editions: [...EDITION_KEYS], when: 'now', address: 'words' }
    expect((await ask(adminHref.publication(id), { form: acts })).status).toBe(303)
    const path = adminHref.record('contact', 'press-desk')
    expect(await (await ask(path)).text()).toContain('what is published or scheduled is the same as here')
    expect((await ask(path, { form: { ...(await shownForm(path)), email: 'new@example.org' } })).status).toBe(303)

    const read = async () => (await ask(href.article(ENGLISH, slug), { as: null })).text()
    expect(await read()).toContain('press@example.org')
    const page = await (await ask(path)).text()
    expect(page).toContain('what is published or scheduled is older')
    expect(page).toContain(`Update article ${id}`)
    const purges: (readonly string[])[] = []
    const purge = async (tags: readonly string[]) => void purges.push(tags)
    clock.nowMs = NOON_MS + 60_000
    const update = await ask(adminHref.recordUpdates('contact', 'press-desk'), { form: { article: String(id) }, purge })
    expect(update.status).toBe(303)
    expect(purges[0]).toContain(`a:${id}`)
    const now = await read()
    expect(now).toContain('new@example.org')
    expect(now).not.toContain('press@example.org')
    expect(now).toContain('Second paragraph.')
    const before = await ask(adminHref.shownThen(id, 'en', NOON_MS))
    expect(await before.text()).toContain('press@example.org')
    clock.nowMs = NOON_MS
    expect((await findWorkingCopy(db, id))?.copy.version).toBe(2)
    expect(await (await ask(path)).text()).not.toContain(`Update article ${id}`)
    const [line] = (await listAudit(db, { articleId: id })).items
    expect(line).toMatchObject({ action: 'records-refreshed', actor: EDITORS.editor })
    const nothing = await ask(adminHref.recordUpdates('contact', 'press-desk'), { form: { article: '987654' } })
    expect(nothing.status).toBe(409)
  })
})

test('a database that is away hands the form back filled', async () => {
  const path = adminHref.record('topic', 'robots')
  const form = { ...(await shownForm(path)), 'name.en': 'Typed while away' }
  const response = await ask(path, { form, bindings: { DB: { prepare: fail, batch: fail } as unknown as D1Database } })
  const html = await response.text()
  expect(response.status).toBe(503)
  expect(html).toContain('value="Typed while away"')
  expect(html).toContain('The database does not answer')
})

function fail(): never {
  throw new Error('D1_ERROR: the database is away')
}
