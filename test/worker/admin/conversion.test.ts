import { beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../../../src/db/audit.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { deskMessagesFor } from '../../../src/edition/messages/admin-desk.ts'
import { adminHref } from '../../../src/routes.ts'
import { articleForm, ask, createDraft, db, EDITORS, hireEditors } from './desk.ts'
import { failingAt } from './failing-database.ts'

beforeAll(hireEditors)

const BODY = '主席陈志云表示欢迎。陈志云说，政府将两区并为一区。'

/** A draft in Simplified with two questions; its second revision. */
async function drafted(slug: string): Promise<number> {
  const id = await createDraft(slug.replaceAll('-', ' '))
  const fields = { slug, sourceEdition: 'zh-hans', 'zh.title': '两区合并', 'zh.body': BODY, 'zh.summary': '' }
  const saved = await ask(adminHref.article(id), { form: articleForm(1, fields) })
  expect(saved.status).toBe(303)
  return id
}

async function page(id: number, as: string = EDITORS.editor): Promise<string> {
  return (await ask(adminHref.conversion(id), { as })).text()
}

async function overrides(id: number) {
  const found = await findWorkingCopy(db, id)
  return found?.copy.content.overrides.map(({ from, to }) => `${from}→${to}`)
}

const ANSWERS = { version: '2', 'q.0.from': '陈志云', 'q.0.to': '陳志云', 'q.1.from': '区并为', 'q.1.to': '' }

describe('the desk', () => {
  test('asks what the conversion is not sure of, with the forms to choose from and the places', async () => {
    const id = await drafted('asks-what-is-doubtful')
    const html = await page(id)
    expect(html).toContain('For you to decide (2)')
    expect(html).toMatch(/<mark>陈志云<\/mark>/)
    expect(html).toContain('value="陳志雲"')
    expect(html).toContain('value="陳志云"')
    expect(html).toContain('2 times in all')
    expect(html).toContain('value="區併為"')
  })

  test('saves answers as a revision, asks no more about them, and converts accordingly', async () => {
    const id = await drafted('saves-answers')
    const saved = await ask(adminHref.conversion(id), { as: EDITORS.author, form: ANSWERS })
    expect(saved.status).toBe(303)
    expect(await overrides(id)).toEqual(['陈志云→陳志云'])
    const html = await page(id)
    expect(html).toContain('For you to decide (1)')
    expect(html).toContain('2 times in the original')
    const preview = await (await ask(adminHref.preview(id, 'zh-hant'))).text()
    expect(preview).toContain('主席陳志云表示歡迎')
    const [line] = (await listAudit(db, { articleId: id })).items
    expect(line).toMatchObject({ action: 'conversion-settled', actor: EDITORS.author })
  })

  test('takes another form, words of the editor, and decisions back', async () => {
    const id = await drafted('takes-another-form')
    const form = { ...ANSWERS, 'q.1.other': '區併作', 'add.from': '欢迎', 'add.to': '歡迎之至' }
    expect((await ask(adminHref.conversion(id), { form })).status).toBe(303)
    expect(await overrides(id)).toEqual(['陈志云→陳志云', '区并为→區併作', '欢迎→歡迎之至'])
    const back = { version: '3', remove: ['区并为', '欢迎'] }
    expect((await ask(adminHref.conversion(id), { form: back })).status).toBe(303)
    expect(await overrides(id)).toEqual(['陈志云→陳志云'])
  })

  test('says when a decision no longer applies', async () => {
    const id = await drafted('no-longer-applies')
    await ask(adminHref.conversion(id), { form: ANSWERS })
    const form = articleForm(3, {
      ...{ slug: 'no-longer-applies', sourceEdition: 'zh-hans', 'zh.body': '没有他的名字。' },
      ...{ 'overrides.0.from': '陈志云', 'overrides.0.to': '陳志云' },
    })
    expect((await ask(adminHref.article(id), { form })).status).toBe(303)
    expect(await page(id)).toContain('no longer used')
  })

  test('gives everything back where something is wrong', async () => {
    const id = await drafted('gives-everything-back')
    const wrong = { ...ANSWERS, 'q.1.other': '長'.repeat(101), 'add.from': '不存在的字', 'add.to': '' }
    const response = await ask(adminHref.conversion(id), { form: wrong })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('Too long: at most 100 characters')
    expect(html).toContain('Enter what they become')
    expect(html).toContain('長'.repeat(101))
    expect(html).toMatch(/value="陳志云" checked/)
    const absent = { ...ANSWERS, 'add.from': '不存在的字', 'add.to': '字' }
    const second = await ask(adminHref.conversion(id), { form: absent })
    expect(second.status).toBe(422)
    expect(await second.text()).toContain('does not have these words')
    expect(await overrides(id)).toEqual([])
  })

  test('keeps the choices when somebody else saved in between', async () => {
    const id = await drafted('saved-in-between')
    const fields = { slug: 'saved-in-between', sourceEdition: 'zh-hans', 'zh.body': `${BODY}新段落。` }
    await ask(adminHref.article(id), { as: EDITORS.author, form: articleForm(2, fields) })
    const response = await ask(adminHref.conversion(id), { form: ANSWERS })
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(html).toContain('Somebody has just saved')
    expect(html).toMatch(/value="陳志云" checked/)
    expect(html).toContain('name="version" value="3"')
    expect(await overrides(id)).toEqual([])
  })

  test('hands the choices back when the database is away', async () => {
    const id = await drafted('database-away')
    const form = { ...ANSWERS, uiLanguage: 'en' }
    const response = await ask(adminHref.conversion(id), { form, bindings: { DB: failingAt(3) } })
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(html).toContain('nothing was saved')
    expect(html).toContain('name="q.0.to" value="陳志云"')
  })

  test('shows both texts, what changed and what is doubtful', async () => {
    const id = await drafted('both-texts')
    const html = await (await ask(adminHref.conversionText(id))).text()
    expect(html).toMatch(/主席<u>陈<\/u>志<mark>云<\/mark>表示/)
    expect(html).toMatch(/主席<u>陳<\/u>志<mark>雲<\/mark>表示/)
  })

  test('says so where there is nothing to convert', async () => {
    const id = await createDraft('English only')
    const form = articleForm(1, { slug: 'english-only', 'zh.title': '', 'zh.body': '', 'zh.summary': '' })
    await ask(adminHref.article(id), { form })
    expect(await page(id)).toContain('nothing to convert')
  })

  test('loses no answer to the button that finishes checking, and approves nothing that was not seen', async () => {
    const id = await drafted('answers-and-approval')
    const { savedFirst } = deskMessagesFor('en')
    expect(await page(id)).toMatch(/<button type="submit" form="desk" name="approve"/)
    const send = async (form: Record<string, string>, as: string = EDITORS.editor) =>
      (await ask(adminHref.conversion(id), { as, form: { ...form, approve: 'yes' } })).headers.get('location') ?? ''
    const saved = await send(ANSWERS)
    expect(await overrides(id)).toEqual(['陈志云→陳志云'])
    expect(await (await ask(saved)).text()).toContain(savedFirst)
    expect((await findWorkingCopy(db, id))?.copy.checked).toBeNull()
    const again = { version: '3', 'q.0.from': '区并为', 'q.0.to': '' }
    await send(again, EDITORS.author)
    expect((await findWorkingCopy(db, id))?.copy.checked).toBeNull()
    expect(await send(again)).toContain(adminHref.publication(id))
    expect((await findWorkingCopy(db, id))?.copy.checked).toMatchObject({ version: 3, by: EDITORS.editor })
  })

  test('makes no revision of no answer', async () => {
    const id = await drafted('no-answer')
    const response = await ask(adminHref.conversion(id), { form: { ...ANSWERS, 'q.0.to': '' } })
    expect(await response.text()).toContain(deskMessagesFor('en').nothing)
    expect((await findWorkingCopy(db, id))?.copy.version).toBe(2)
  })

  test('is where editors finish checking, and authors do not', async () => {
    const id = await drafted('finish-checking')
    expect(await page(id, EDITORS.author)).not.toContain('name="approve"')
    expect(await page(id)).toContain('name="approve"')
    await ask(adminHref.conversion(id), { form: { version: '2', approve: 'yes' } })
    expect(await page(id)).toContain(`${EDITORS.editor} checked this revision`)
    const publication = await (await ask(adminHref.publication(id))).text()
    expect(publication).not.toContain('no editor has checked the conversion')
  })
})
