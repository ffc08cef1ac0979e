/** A quotation is filled in as fields and given back as Markdown in the text. */
import { beforeAll, describe, expect, test } from 'vitest'
import { listRevisions } from '../../../src/db/drafts.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { adminHref } from '../../../src/routes.ts'
import { articleForm, ask, createDraft, db, hireEditors } from './desk.ts'

let id = 0

beforeAll(async () => {
  await hireEditors()
  id = await createDraft('Somebody is quoted')
})

const zh = { 'zh.quote.speaker': '陳大文', 'zh.quote.role': '主席', 'zh.quote.words': '我們歡迎。' }

async function send(fields: Record<string, string>) {
  const form = articleForm(1, { slug: 'somebody-is-quoted', ...fields })
  const response = await ask(adminHref.article(id), { form })
  return { status: response.status, html: await response.text() }
}

/** What a text area or a field of the page holds. */
const held = (html: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n([^<]*)</textarea>`).exec(html)?.[1] ??
  new RegExp(`<input[^>]*name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1]

describe('a quotation', () => {
  test('goes to the end of the text, everything else stays as typed, and nothing is saved', async () => {
    const { status, html } = await send({ ...zh, quote: 'zh', slug: 'not an address', 'en.quote.words': 'Half.' })
    expect(status).toBe(200)
    expect(held(html, 'zh.body')).toBe(
      '第一段文字。\n\n第二段文字。\n\n&gt; 主席**陳大文**表示：\n&gt;\n&gt; 「我們歡迎。」',
    )
    for (const name of ['speaker', 'role', 'words']) expect(held(html, `zh.quote.${name}`)).toBe('')
    expect(held(html, 'en.quote.words')).toBe('Half.')
    expect(held(html, 'slug')).toBe('not an address')
    expect(html).toMatch(/<p class="done" id="placed" tabindex="-1" role="status" autofocus[^>]*>The quotation is in/)
    expect(html).not.toContain('id="error-summary"')
    expect((await listRevisions(db, { articleId: id, page: 1 })).items).toHaveLength(1)
  })

  test('goes where the editor chose, also when the text has changed since', async () => {
    const page = (await send({ add: 'zh.facts' })).html
    const places = [...page.matchAll(/<option value="([^"]*)"[^>]*>(After paragraph 1[^<]*)/g)]
    expect(places.map(([, , label]) => label)).toContain('After paragraph 1: 第一段文字。')
    const place = places[0]?.[1] ?? ''
    const { html } = await send({ ...zh, quote: 'zh', 'zh.quote.place': place })
    expect(held(html, 'zh.body')).toMatch(/^第一段文字。\n\n&gt; 主席.*」\n\n第二段文字。$/s)
    const changed = { 'zh.body': '新的第一段。\n\n第一段文字。\n\n末段。' }
    const again = await send({ ...zh, ...changed, quote: 'zh', 'zh.quote.place': place })
    expect(held(again.html, 'zh.body')).toMatch(/^新的第一段。\n\n第一段文字。\n\n&gt; 主席.*」\n\n末段。$/s)
    const first = await send({ ...zh, quote: 'zh', 'zh.quote.place': '0' })
    expect(held(first.html, 'zh.body')).toMatch(/^&gt; 主席/)
    const nonsense = await send({ ...zh, quote: 'zh', 'zh.quote.place': '999 nothing' })
    expect(held(nonsense.html, 'zh.body')).toMatch(/」$/)
  })

  test('begins a text that is empty', async () => {
    const words = { 'en.title': '', 'en.summary': '', 'en.body': '', quote: 'en' }
    const { html } = await send({ ...words, 'en.quote.speaker': 'Ann Lee', 'en.quote.words': 'Well.' })
    expect(held(html, 'en.body')).toBe('&gt; **Ann Lee** said:\n&gt;\n&gt; “Well.”')
  })

  test('without a speaker or words is given back with 422 and links to the fields', async () => {
    const { status, html } = await send({ 'zh.quote.role': '主席', 'zh.quote.speaker': '：', quote: 'zh' })
    expect(status).toBe(422)
    for (const field of ['zh.quote.speaker', 'zh.quote.words']) expect(html).toContain(`href="#f-${field}"`)
    expect(html).toContain('Quotation, Traditional Chinese: Enter the words')
    expect(held(html, 'zh.quote.role')).toBe('主席')
    expect(html).toMatch(/<details open[^>]*data-area="f-zh.body"/)
    expect(held(html, 'zh.body')).toBe('第一段文字。\n\n第二段文字。')
  })

  test('that would make the text too long is given back, and so is the text', async () => {
    const { status, html } = await send({ ...zh, 'zh.quote.words': '長'.repeat(40_000), quote: 'zh' })
    expect(status).toBe(422)
    expect(html).toContain('too long')
    expect(held(html, 'zh.body')).toBe('第一段文字。\n\n第二段文字。')
  })

  test('that is not in the text is not lost by a save', async () => {
    const { status, html } = await send(zh)
    expect(status).toBe(422)
    expect(html).toContain('href="#f-zh.quote.words"')
    expect(held(html, 'zh.quote.words')).toBe('我們歡迎。')
    expect((await findWorkingCopy(db, id))?.copy.version).toBe(1)
    expect((await send({})).status).toBe(303)
  })
})

test('speakers of the text and contacts of the article are suggested', async () => {
  const contact = { key: 'press', 'organisation.zh-hant': '數碼港', 'organisation.en': 'Cyberport' }
  const person = { 'person.zh-hant': '何小姐', 'person.en': 'Ms Ho' }
  expect((await ask(adminHref.records('contact'), { form: { ...contact, ...person } })).status).toBe(303)
  const body = '> **陳大文**表示：\n>\n> 「好。」\n\n> **陳大文**又說：\n>\n> 「很好。」'
  const { html } = await send({ 'zh.body': body, contacts: 'press', add: 'zh.facts' })
  const list = /<datalist id="f-zh\.quote\.speaker-list">(.*?)<\/datalist>/.exec(html)?.[1]
  expect([...(list ?? '').matchAll(/value="([^"]*)"/g)].map(([, name]) => name)).toEqual(['何小姐', '陳大文'])
  expect(/<datalist id="f-en\.quote\.speaker-list">.*?Ms Ho/.test(html)).toBe(true)
})
