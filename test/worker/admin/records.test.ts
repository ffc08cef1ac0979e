import { beforeAll, describe, expect, test } from 'vitest'
import { findEditor } from '../../../src/db/editors.ts'
import { listStoredContacts, listTopics } from '../../../src/db/records.ts'
import { adminHref, href } from '../../../src/routes.ts'
import { ask, db, EDITORS, hireEditors } from './desk.ts'

beforeAll(hireEditors)

const as = EDITORS.administrator
const ENGLISH = { edition: 'en', images: true } as const

describe('topics', () => {
  const form = { key: 'robots', 'name.zh-hant': '機器人與軟件', 'name.en': 'Robots', position: '7' }

  test('are added with a Simplified name from the conversion, which an editor may replace', async () => {
    expect((await ask(adminHref.topics(), { form })).status).toBe(303)
    const [made] = (await listTopics(db)).filter(({ key }) => key === 'robots')
    expect(made).toMatchObject({ nameZhHans: '机器人与软件', position: 7, version: 1 })
    const changed = { ...form, 'name.zh-hans': '机器人', version: '1' }
    expect((await ask(adminHref.topic('robots'), { form: changed })).status).toBe(303)
    const [now] = (await listTopics(db)).filter(({ key }) => key === 'robots')
    expect(now).toMatchObject({ nameZhHans: '机器人', version: 2 })
  })

  test('changed by two editors at once keep the first change and hand the second form back', async () => {
    const response = await ask(adminHref.topic('robots'), { form: { ...form, 'name.en': 'Mine', version: '1' } })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Another editor has just changed this')
    expect(html).toContain('value="Mine"')
    expect((await listTopics(db)).find(({ key }) => key === 'robots')?.nameEn).toBe('Robots')
  })

  test('need a key that is free, names and a position', async () => {
    const wrong = await ask(adminHref.topics(), { form: { key: 'Robots!', position: 'first' } })
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    for (const field of ['key', 'name.zh-hant', 'name.en', 'position']) expect(html).toContain(`href="#f-${field}"`)
    const taken = await ask(adminHref.topics(), { form })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('This key is taken')
  })
})

describe('contacts and boilerplates', () => {
  test('are kept in three editions, and wrong numbers and addresses are named', async () => {
    const words = { key: 'press-desk', 'organisation.zh-hant': '數碼港', 'organisation.en': 'Cyberport' }
    const wrong = { ...words, phone: '3166 3993', email: 'press' }
    const html = await (await ask(adminHref.contacts(), { form: wrong })).text()
    expect(html).toContain('href="#f-phone"')
    expect(html).toContain('href="#f-email"')
    const right = { ...words, phone: '+85231663993', email: 'press@example.org' }
    expect((await ask(adminHref.contacts(), { form: right })).status).toBe(303)
    const [contact] = await listStoredContacts(db)
    expect(contact?.words['zh-hans'].organisation).toBe('数码港')
    expect(await (await ask(href.contact(ENGLISH), { as: null })).text()).toContain('press@example.org')
    const about = { key: 'about', 'heading.zh-hant': '關於我們', 'heading.en': 'About us' }
    const bodies = {
      'body.zh-hant': '我們是**數碼港**。',
      'body.en': 'We are **Cyberport**.',
      url: 'https://example.org',
    }
    expect((await ask(adminHref.boilerplates(), { form: { ...about, ...bodies } })).status).toBe(303)
    expect(await (await ask(adminHref.boilerplate('about'))).text()).toContain('我们是**数码港**。')
  })
})

describe('site settings', () => {
  test('change the names and the notice of every page, and the whole site is purged', async () => {
    const names = { 'name.zh-hant': '新聞室', 'name.zh-hans': '新闻室', 'name.en': 'Test Newsroom' }
    const purges: (readonly string[])[] = []
    const purge = async (tags: readonly string[]) => void purges.push(tags)
    const form = { ...names, 'notice.en': 'This is a test.', lead: '' }
    expect((await ask(adminHref.settings(), { as, form, purge })).status).toBe(303)
    expect(purges[0]).toContain('site:en')
    const html = await (await ask(href.home(ENGLISH), { as: null })).text()
    expect(html).toContain('Test Newsroom')
    expect(html).toContain('This is a test.')
  })

  test('refuse a lead article that readers cannot see, and a site without a name', async () => {
    const form = { 'name.zh-hant': '新聞室', 'name.zh-hans': '新闻室', 'name.en': '', lead: 'nothing-here' }
    const response = await ask(adminHref.settings(), { as, form })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('href="#f-lead"')
    expect(html).toContain('href="#f-name.en"')
  })
})

describe('the list of editors', () => {
  test('is changed by administrators, and what was changed counts at once', async () => {
    const form = { email: 'New@Example.org', name: 'New', role: 'author', active: 'yes' }
    expect((await ask(adminHref.editors(), { as, form })).status).toBe(303)
    expect((await ask(adminHref.home(), { as: 'new@example.org' })).status).toBe(200)
    const added = await findEditor(db, 'new@example.org')
    const off = { name: 'New', role: 'author', active: 'no' }
    expect((await ask(adminHref.editor(added?.id ?? 0), { as, form: off })).status).toBe(303)
    expect((await ask(adminHref.home(), { as: 'new@example.org' })).status).toBe(403)
  })

  test('never loses its last administrator', async () => {
    const own = await findEditor(db, as)
    const form = { name: '', role: 'editor', active: 'yes' }
    const response = await ask(adminHref.editor(own?.id ?? 0), { as, form })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('last administrator')
    expect((await ask(adminHref.editors(), { as, form: { ...form, email: as } })).status).toBe(422)
  })
})

test('the audit log names who did what', async () => {
  const html = await (await ask(adminHref.audit())).text()
  expect(html).toContain('changed a topic')
  expect(html).toContain(EDITORS.administrator)
  expect(html).toContain('changed the settings')
})
