/** Whoever changes the language of the admin in the middle of a form finds the form as it was, and nothing has happened. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findEditor } from '../../../src/db/editors.ts'
import { listGlossary } from '../../../src/db/glossary.ts'
import { findPhoto, listPhotos } from '../../../src/db/photos.ts'
import { findSettings } from '../../../src/db/settings.ts'
import { findRecord } from '../../../src/db/site-records.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { EDITIONS, type Edition } from '../../../src/edition/editions.ts'
import { adminMessagesFor } from '../../../src/edition/messages/admin.ts'
import { adminHref } from '../../../src/routes.ts'
import { smallPng } from '../fixture-photos.ts'
import { articleForm, ask, createDraft, db, EDITORS, hireEditors } from './desk.ts'

const as = EDITORS.administrator

type Fields = Record<string, string | readonly string[]>

let id = 0
let photoId = 0
let personId = 0
let entryId = 0

async function uploadPhoto(): Promise<number> {
  const form = new FormData()
  form.append('description', 'undecided')
  form.append('file', new File([await smallPng()], 'small.png', { type: 'image/png' }))
  const sent = new Response(form)
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' }
  await ask(adminHref.photos(), { method: 'POST', headers, body: await sent.arrayBuffer() })
  return (await listPhotos(db, { page: 1 })).items[0]?.id ?? 0
}

beforeAll(async () => {
  await hireEditors()
  id = await createDraft('Kept in every language')
  await ask(adminHref.article(id), { form: articleForm(1, { slug: 'kept-in-every-language' }) })
  const publish = { version: '2', acts: '0', act: 'publish', when: 'now', editions: ['zh-hant', 'zh-hans', 'en'] }
  expect((await ask(adminHref.publication(id), { form: publish })).status).toBe(303)
  photoId = await uploadPhoto()
  personId = (await findEditor(db, EDITORS.author))?.id ?? 0
  const contact = { key: 'press-office', 'person.en': 'Press', 'organisation.zh-hant': '數碼港' }
  const answer = await ask(adminHref.records('contact'), { as, form: { ...contact, 'organisation.en': 'Cyberport' } })
  expect(answer.status).toBe(303)
  const entry = { kind: 'term', hant: '機械人', hans: '机器人', direction: 'both', act: 'save' }
  expect((await ask(adminHref.glossary(), { as, form: entry })).status).toBe(303)
  entryId = (await listGlossary(db))[0]?.id ?? 0
})

beforeEach(async () => {
  await ask(adminHref.language(), { as, form: { language: 'en', back: adminHref.home() } })
})

/** What is stored, of everything that the forms below could change. */
async function everything(): Promise<string> {
  const { items } = await listPhotos(db, { page: 1 })
  const stored = await Promise.all([
    findWorkingCopy(db, id),
    findRecord(db, { kind: 'contact', key: 'press-office' }),
    findRecord(db, { kind: 'topic', key: 'typed-topic' }),
    findPhoto(db, { id: photoId }),
    findSettings(db),
    findEditor(db, EDITORS.author),
    findEditor(db, 'new@example.org'),
    listGlossary(db),
  ])
  return JSON.stringify([...stored, items.length])
}

const FORMS: Readonly<Record<string, { action: () => string; fields: Fields; shows?: readonly string[] }>> = {
  'an article': {
    action: () => adminHref.article(id),
    fields: articleForm(2, {
      ...{ slug: 'not an address!', kind: 'speech', 'zh.body': '打了一半的內文', 'en.facts.0.term': 'Half a term' },
      ...{
        'en.facts.4.term': 'Row five',
        'overrides.0.from': 'Words',
        'overrides.0.note': 'A note',
        'en.quote.words': 'Half a quotation',
        'invitation.replyTo': 'nobody',
        topics: ['events'],
      },
    }),
    shows: [
      'value="Row five"',
      '<option value="speech" selected',
      'value="events" selected',
      'name="version" value="2"',
    ],
  },
  'a new article': {
    action: () => adminHref.articles(),
    fields: { kind: 'notice', titleZh: '打了一半', titleEn: 'Half' },
    shows: ['<option value="notice" selected'],
  },
  'a new topic': {
    action: () => adminHref.records('topic'),
    fields: { key: 'typed-topic', 'name.zh-hant': '主題名', 'name.en': 'Typed', position: 'seven' },
  },
  'a contact': {
    action: () => adminHref.record('contact', 'press-office'),
    fields: { version: '1', 'person.zh-hant': '另一人', 'person.zh-hans': '手写', 'role.en': 'Other', phone: '12' },
    shows: ['name="version" value="1"'],
  },
  'a new boilerplate': {
    action: () => adminHref.records('boilerplate'),
    fields: { key: 'typed', 'heading.zh-hant': '標題', 'heading.en': 'Heading', 'body.en': '## Half\n\na body' },
  },
  'the words of a photo': {
    action: () => adminHref.photo(photoId),
    fields: { version: '1', description: 'decorative', 'alt.en': 'Half', 'caption.zh-hant': '說明', focalX: '200' },
    shows: ['value="decorative" checked'],
  },
  'a photo that is uploaded': {
    action: () => adminHref.photos(),
    fields: { description: 'described', 'alt.en': 'Half', credit: 'Somebody' },
  },
  'a photo that is uploaded for an article': {
    action: () => adminHref.articlePhotos(id),
    fields: { description: 'described', 'alt.en': 'Half' },
    shows: ['<details open'],
  },
  'the place of a photo': {
    action: () => adminHref.articlePhoto(id, photoId),
    fields: { version: '2', place: '1' },
    shows: ['<option value="1" selected'],
  },
  'the desk': {
    action: () => adminHref.conversion(id),
    fields: { version: '2', 'add.from': '數碼港', 'add.to': '数码港' },
  },
  'an entry of the glossary': {
    action: () => adminHref.glossaryEntry(entryId),
    fields: {
      version: '1',
      kind: 'name',
      hant: '另一寫法',
      hans: '',
      direction: 'to-hant',
      note: '未寫完',
      sentence: '一句',
    },
    shows: ['value="name" checked', 'value="to-hant" checked', 'name="version" value="1"'],
  },
  settings: {
    action: () => adminHref.settings(),
    fields: {
      ...{ version: '0', leadVersion: '0', quotesVersion: '0', lead: 'kept-in-every-language', quotes: 'keep' },
      ...{ 'name.zh-hant': '新名稱', 'name.en': 'New name', 'notice.en': 'Half a notice' },
    },
    shows: ['value="keep" selected', '<option value="kept-in-every-language"'],
  },
  'a new person': {
    action: () => adminHref.editors(),
    fields: { email: 'new@example.org', name: 'Somebody', role: 'editor', language: 'zh-hans' },
    shows: ['value="editor" checked', '<option value="zh-hans" lang="zh-CN" selected'],
  },
  'a person': {
    action: () => adminHref.editor(personId),
    fields: { version: '1', name: 'Other name', role: 'administrator', language: 'zh-hans' },
    shows: ['value="administrator" checked', '<option value="zh-hans" lang="zh-CN" selected'],
  },
  'a correction': {
    action: () => adminHref.correction(id),
    fields: { version: '2', acts: '1', 'note.zh-hant': '更正了一半', 'note.en': 'Half a note' },
    shows: ['name="version" value="2"', 'name="acts" value="1"'],
  },
  'a withdrawal': {
    action: () => adminHref.withdrawal(id),
    fields: { version: '2', acts: '1', 'note.zh-hant': '撤回的原因', 'note.en': 'A reason' },
  },
  'a preview link': {
    action: () => adminHref.previewLinks(id),
    fields: { reader: 'Somebody of a newspaper', hours: '72' },
    shows: ['<option value="72" selected'],
  },
}

const LANGUAGES: readonly Edition[] = ['zh-hant', 'zh-hans']

describe.each(Object.entries(FORMS))('the form of %s', (_name, { action, fields, shows = [] }) => {
  test.each(LANGUAGES)('comes back in %s as it was typed, and nothing is stored', async (language) => {
    const before = await everything()
    const response = await ask(adminHref.inLanguage(action(), language), { as, form: fields })
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain(`<html lang="${EDITIONS[language].lang}">`)
    expect(html).toContain(adminMessagesFor(language).languageKept)
    const known = new Set([
      'kind',
      'topics',
      'description',
      'lead',
      'quotes',
      'role',
      'language',
      'hours',
      'key',
      'place',
      'direction',
    ])
    const isBare = (name: string) => known.has(name) || /^version$|Version$|^acts$/.test(name)
    for (const [name, value] of Object.entries(fields)) {
      // A row that stands alone moves up, so that its name changes: `shows` says what to expect.
      if (isBare(name) || typeof value !== 'string' || name.startsWith('en.facts.4')) continue
      const control = html.split(`name="${name}"`)[1]?.split(/<\/textarea>|>/)
      const [tag = '', text = ''] = control ?? []
      expect(`${tag}${text}`, name).toContain(value.replace(/&/g, '&amp;').split('\n')[0])
    }
    for (const words of shows) expect(html).toContain(words)
    expect(await everything()).toBe(before)
    expect((await findEditor(db, as))?.language).toBe(language)
  })

  test('has buttons for the languages that belong to it', async () => {
    const html = await (await ask(adminHref.inLanguage(action(), 'en'), { as, form: fields })).text()
    const button = /<button type="submit" form="([\w-]+)" formaction="([^"]+)" formnovalidate[^>]*lang="zh-CN"/.exec(
      html,
    )
    expect(button?.[2]).toBe(adminHref.inLanguage(action(), 'zh-hans'))
    expect(html).toMatch(new RegExp(`<form [^>]*id="${button?.[1]}" [^>]*method="post" action="${action()}"`))
  })
})

test('the choices of a publication come back, and nothing is published', async () => {
  const draft = await createDraft('Not published by a change of language')
  await ask(adminHref.article(draft), { form: articleForm(1, { slug: 'not-published-by-a-change' }) })
  const form = { version: '2', acts: '0', act: 'publish', when: 'embargo', at: '2027-01-01T08:00', editions: ['en'] }
  const asked = { as, form: { ...form, address: 'words' } }
  const html = await (await ask(adminHref.inLanguage(adminHref.publication(draft), 'zh-hant'), asked)).text()
  expect(html).toContain('<html lang="zh-HK">')
  expect(html).toContain('value="embargo" checked')
  expect(html).toContain('value="words" checked')
  expect(html).toContain('value="2027-01-01T08:00"')
  expect(html).toMatch(/id="f-editions-en"[^>]* checked/)
  expect(html).not.toMatch(/id="f-editions-zh-hant"[^>]* checked/)
  expect((await findWorkingCopy(db, draft))?.copy.editions).toEqual([])
})

test('two texts that met are both on the page still', async () => {
  const draft = await createDraft('Met in two languages')
  const slug = 'met-in-two-languages'
  await ask(adminHref.article(draft), { as: EDITORS.author, form: articleForm(1, { slug, 'zh.body': '他們的內文。' }) })
  const mine = articleForm(2, { slug, met: 'yes', 'zh.body': '我的內文。' })
  const response = await ask(adminHref.inLanguage(adminHref.article(draft), 'zh-hant'), { as, form: mine })
  const html = await response.text()
  expect(response.status).toBe(409)
  expect(html).toContain('他們的內文。')
  expect(html).toContain('我的內文。')
  expect(html).toContain('<html lang="zh-HK">')
})

test('no form is carried out because of a language that nobody knows', async () => {
  const before = await everything()
  const form = articleForm(2, { slug: 'kept-in-every-language', 'zh.body': '不應儲存。' })
  expect((await ask(`${adminHref.article(id)}?language=tlh`, { as, form })).status).toBe(200)
  expect(await everything()).toBe(before)
})

test('one part of the settings is saved, and what was typed into another is kept', async () => {
  const { leadVersion, siteVersion, quotesVersion } = await findSettings(db)
  const versions = { version: siteVersion, leadVersion, quotesVersion }
  const form = {
    ...Object.fromEntries(Object.entries(versions).map(([name, version]) => [name, String(version)])),
    ...{ lead: 'kept-in-every-language', quotes: 'mainland', 'name.zh-hant': '還未儲存', 'name.en': 'Not saved yet' },
  }
  const response = await ask(adminHref.lead(), { as, form })
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(html).toContain('The lead article has been saved.')
  expect(html).toContain('value="Not saved yet"')
  expect(html).toContain(`name="leadVersion" value="${leadVersion + 1}"`)
  expect((await findSettings(db)).lead).toBe('kept-in-every-language')
})
