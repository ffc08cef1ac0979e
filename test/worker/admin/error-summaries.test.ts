import { beforeAll, expect, test } from 'vitest'
import { EDITION_KEYS } from '../../../src/edition/editions.ts'
import { adminHref } from '../../../src/routes.ts'
import { articleForm, ask, createDraft, EDITORS, hireEditors } from './desk.ts'
import { decided, publish, written } from './publishing.ts'

const LONG = '長'.repeat(2500)

let published = 0
let doubtful = 0

beforeAll(async () => {
  await hireEditors()
  published = await written('summaries-of-errors')
  await publish(published)
  doubtful = await createDraft('Summaries of doubts')
  const source = {
    slug: 'summaries-of-doubts',
    sourceEdition: 'zh-hans',
    'zh.body': '主席陈志云说，政府将两区并为一区。',
  }
  await ask(adminHref.article(doubtful), { form: articleForm(1, source) })
})

const inEditions = (name: string) => Object.fromEntries(EDITION_KEYS.map((edition) => [`${name}.${edition}`, LONG]))

const FORMS: Readonly<Record<string, () => Promise<Response>>> = {
  'a new article': () => ask(adminHref.articles(), { form: { kind: 'notice', titleZh: LONG, titleEn: LONG } }),
  'a topic': () =>
    ask(adminHref.records('topic'), {
      form: { key: 'Not a key', position: 'x', ...inEditions('name'), ...inEditions('description') },
    }),
  'a contact': () => {
    const words = { ...inEditions('organisation'), ...inEditions('name'), ...inEditions('role') }
    return ask(adminHref.records('contact'), { form: { key: '', ...words, phone: LONG, email: LONG } })
  },
  'a boilerplate': () =>
    ask(adminHref.records('boilerplate'), {
      form: {
        key: 'about',
        url: LONG,
        ...inEditions('heading'),
        'body.zh-hant': LONG.repeat(20),
        'body.en': LONG.repeat(20),
      },
    }),
  settings: () => {
    const words = { ...inEditions('name'), ...inEditions('tagline'), ...inEditions('notice') }
    return ask(adminHref.settings(), { as: EDITORS.administrator, form: { version: '1', ...words } })
  },
  'an entry of the glossary': () =>
    ask(adminHref.glossary(), {
      form: { kind: 'term', direction: 'both', hant: LONG, hans: LONG, note: LONG, act: 'save' },
    }),
  'a photo': () =>
    ask(adminHref.photos(), {
      form: { ...inEditions('alt'), ...inEditions('caption'), credit: LONG, focalX: 'x', focalY: 'y' },
    }),
  'a correction': async () =>
    ask(adminHref.correction(published), { form: { ...(await decided(published)), ...inEditions('note') } }),
  'the desk': () => {
    const answers = { 'q.0.from': '陈志云', 'q.0.other': LONG, 'q.1.from': '区并为', 'q.1.other': LONG }
    const form = { version: '2', ...answers, 'add.from': LONG, 'add.to': LONG }
    return ask(adminHref.conversion(doubtful), { form })
  },
}

test.each(Object.entries(FORMS))(
  'the summary of mistakes in %s has no two entries that read the same',
  async (_, send) => {
    const response = await send()
    expect(response.status).toBe(422)
    const summary = /<div class="error-summary".*?<\/ul>/s.exec(await response.text())?.[0] ?? ''
    const entries = [...summary.matchAll(/href="#([^"]*)">([^<]*)</g)].map(([, field, words]) => ({ field, words }))
    expect(entries.length).toBeGreaterThan(1)
    expect(new Set(entries.map(({ field }) => field)).size).toBe(entries.length)
    expect(entries.map(({ words }) => words).sort()).toEqual([...new Set(entries.map(({ words }) => words))].sort())
  },
)
