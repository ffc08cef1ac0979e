import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listAudit } from '../../../src/db/audit.ts'
import { findPhoto, insertPhoto, listPhotos } from '../../../src/db/photos.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { adminHref } from '../../../src/routes.ts'
import { smallPng } from '../fixture-photos.ts'
import { articleForm, ask, createDraft, db, EDITORS, hireEditors, NOON_MS } from './desk.ts'

const none = { alt: '', caption: '' }
const RECORD = {
  ...{ width: 900, height: 600, credit: '', focalX: 50, focalY: 50, variantsPending: false },
  variants: [{ file: '480.jpg', format: 'jpeg', width: 480, height: 320, bytes: 1000 }] as const,
  ...{ createdBy: 'a', createdAtMs: NOON_MS, updatedAtMs: NOON_MS, version: 1 },
}

let described = 0
let undecided = 0
let number = 0

beforeAll(async () => {
  await hireEditors()
  const words = {
    'zh-hant': { alt: '海旁的大樓', caption: '' },
    'zh-hans': none,
    en: { alt: 'Towers', caption: 'At sea' },
  }
  described = await insertPhoto(db, {
    ...RECORD,
    key: 'towers',
    sha256: '1'.repeat(64),
    description: 'described',
    words,
  })
  const without = { 'zh-hant': none, 'zh-hans': none, en: none }
  undecided = await insertPhoto(db, {
    ...{ ...RECORD, key: 'nobody', sha256: '2'.repeat(64), description: 'undecided' },
    words: without,
  })
})

interface Made {
  id: number
  slug: string
}

/** A saved draft of two paragraphs in each edition; its version is 2. */
async function draft(fields: Record<string, string> = {}): Promise<Made> {
  number += 1
  const slug = `chosen-${number}`
  const id = await createDraft(`Chosen ${number}`)
  const response = await ask(adminHref.article(id), { form: articleForm(1, { slug, ...fields }) })
  if (response.status !== 303) throw new Error(`the draft was not saved: ${response.status}`)
  return { id, slug }
}

async function stored(id: number) {
  const found = await findWorkingCopy(db, id)
  if (!found) throw new Error('no article')
  return found.copy
}

const bodies = async (id: number) => {
  const { written } = (await stored(id)).content
  return [written['zh-hant']?.body, written.en?.body]
}

const place = (id: number, photo: number, form: Record<string, string>) =>
  ask(adminHref.articlePhoto(id, photo), { form: { version: '2', as: 'text', ...form } })

describe('the article form', () => {
  let made: Made
  beforeEach(async () => {
    made = await draft()
  })

  test('"choose" saves what was typed and leads to the library', async () => {
    const form = articleForm(2, { slug: made.slug, 'en.title': 'Typed before choosing', photo: 'choose' })
    const response = await ask(adminHref.article(made.id), { form })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(adminHref.articlePhotos(made.id))
    expect((await stored(made.id)).content.written.en?.title).toBe('Typed before choosing')
  })

  test('"choose" gives the form back with what is wrong, and nothing is lost', async () => {
    const form = articleForm(2, { slug: 'Not an address!', 'en.title': 'Typed before choosing', photo: 'choose' })
    const response = await ask(adminHref.article(made.id), { form })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('href="#f-slug"')
    expect(html).toContain('Typed before choosing</textarea>')
    expect((await stored(made.id)).version).toBe(2)
  })

  test('"choose" on an older revision shows both texts', async () => {
    await ask(adminHref.article(made.id), { form: articleForm(2, { slug: made.slug, 'en.title': 'Theirs' }) })
    const form = articleForm(2, { slug: made.slug, 'en.title': 'Mine', photo: 'choose' })
    const response = await ask(adminHref.article(made.id), { form, as: EDITORS.author })
    expect(response.status).toBe(409)
    expect(await response.text()).toMatch(/Theirs[\s\S]*Mine|Mine[\s\S]*Theirs/)
  })

  test('shows the lead photo as what it is, and "remove" takes it away', async () => {
    await place(made.id, described, { as: 'lead' })
    const html = await (await ask(adminHref.article(made.id))).text()
    expect(html).toContain('<input type="hidden" name="leadPhoto" value="towers"/>')
    expect(html).toContain('<span lang="en">Towers</span> (towers)')
    expect(html).toContain('At sea')
    expect(html).toContain('Change the lead photo')
    const form = articleForm(3, { slug: made.slug, leadPhoto: 'towers', 'en.title': 'Kept', photo: 'remove' })
    const response = await ask(adminHref.article(made.id), { form })
    expect(response.headers.get('location')).toBe(adminHref.articlePlaced(made.id, 'photo-removed'))
    const { content } = await stored(made.id)
    expect([content.leadPhoto, content.written.en?.title]).toEqual([undefined, 'Kept'])
    const after = await (await ask(adminHref.done(adminHref.article(made.id), 'photo-removed'))).text()
    expect(after).toMatch(/<p class="done" id="placed"[^>]*>The lead photo has been removed\.<\/p>/)
    expect(after).toContain('Choose a lead photo')
  })

  test('says when the library has no such photo', async () => {
    await ask(adminHref.article(made.id), { form: articleForm(2, { slug: made.slug, leadPhoto: 'gone' }) })
    expect(await (await ask(adminHref.article(made.id))).text()).toContain('The library has no photo gone.')
  })
})

describe('GET /admin/articles/:id/photos', () => {
  test('offers each photo under a name of its own, undecided ones marked', async () => {
    const { id } = await draft({ leadPhoto: 'towers', 'en.body': 'Text.\n\n![](photo:nobody)' })
    const html = await (await ask(adminHref.articlePhotos(id))).text()
    expect(html).toContain('Lead photo of this article')
    expect(html).toContain('Already in the text')
    expect(html).toContain('aria-label="Use as lead photo: Photo nobody"')
    expect(html).toContain('aria-label="Insert into the text: Towers (towers)"')
    expect(html).toContain('Alternative text: Not decided yet')
    expect(html).toContain('<input type="hidden" name="version" value="2"/>')
  })

  test('finds in either script, and keeps the words', async () => {
    const { id } = await draft()
    const html = await (await ask(adminHref.articlePhotos(id, { q: '大楼' }))).text()
    expect(html).toContain('(towers)')
    expect(html).not.toContain('Photo nobody')
    expect(html).toContain(`<form method="get" action="${adminHref.articlePhotos(id)}"`)
  })

  test('is missing for an article or a photo that there is not', async () => {
    const { id } = await draft()
    const addresses = [adminHref.articlePhotos(987_654), adminHref.articlePhoto(id, 987_654)]
    for (const address of [...addresses, adminHref.articlePhoto(987_654, described)]) {
      expect((await ask(address)).status).toBe(404)
    }
    expect((await place(id, 987_654, { as: 'lead' })).status).toBe(404)
  })
})

describe('POST /admin/articles/:id/photos', () => {
  async function upload(id: number, fields: Record<string, string>, file: Uint8Array<ArrayBuffer> | null) {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.append(field, value)
    if (file) form.append('file', new File([file], 'a.png', { type: 'image/png' }))
    const { headers, body } = new Response(form)
    const bytes = await new Response(body).arrayBuffer()
    return ask(adminHref.articlePhotos(id), {
      method: 'POST',
      headers: { 'content-type': headers.get('content-type') ?? '', 'content-length': String(bytes.byteLength) },
      body: bytes,
    })
  }

  test('takes a photo in and asks where it goes', async () => {
    const { id } = await draft()
    const response = await upload(id, { description: 'decorative' }, await smallPng())
    const newest = (await listPhotos(db, { page: 1 })).items.find(({ description }) => description === 'decorative')
    expect(response.headers.get('location')).toBe(adminHref.done(adminHref.articlePhoto(id, newest?.id ?? 0), 'added'))
    const html = await (await ask(response.headers.get('location') ?? '')).text()
    expect(html).toContain('The photo is in the library.')
    expect(html).toContain('Both texts have the same structure')
  })

  test('keeps what was typed and opens the form where something is wrong', async () => {
    const { id } = await draft()
    const response = await upload(id, { description: 'described', 'alt.en': 'A harbour' }, null)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('<details open=""')
    expect(html).toContain('value="A harbour"')
    expect(html).toContain('href="#f-file"')
  })
})

describe('what the checks find about photos', () => {
  test('leads to the photo whose words are missing, and to the field that names one that is not there', async () => {
    const fields = { leadPhoto: 'nobody', 'en.body': 'Text.\n\n![](photo:nobody)\n\n![](photo:gone)' }
    const { id } = await draft(fields)
    const html = await (await ask(adminHref.publication(id))).text()
    const address = adminHref.photoByKey('nobody')
    // In the table for each edition with text; in the list for the head of each, and for the English text.
    expect(html.split(`href="${address}"`).length - 1).toBeGreaterThanOrEqual(4)
    expect(html).toContain(`href="${adminHref.article(id)}#f-en.body"`)
    const photo = await ask(address)
    expect([photo.status, photo.headers.get('location')]).toEqual([303, adminHref.photo(undecided)])
    expect((await ask(adminHref.photoByKey('gone'))).status).toBe(404)
    const publish = { act: 'publish', when: 'now', editions: ['zh-hant', 'zh-hans', 'en'] }
    const refused = await ask(adminHref.publication(id), { form: { version: '2', acts: '0', ...publish } })
    expect(refused.status).toBe(422)
  })

  test('a lead photo that is not there leads to where it is chosen', async () => {
    const { id } = await draft({ leadPhoto: 'gone' })
    const html = await (await ask(adminHref.publication(id))).text()
    expect(html).toContain(`href="${adminHref.article(id)}#f-leadPhoto"`)
  })
})

describe('POST /admin/articles/:id/photos/:photo', () => {
  test('makes it the lead photo, as a new revision with its line in the log', async () => {
    const { id, slug } = await draft()
    const response = await place(id, described, { as: 'lead' })
    expect(response.headers.get('location')).toBe(adminHref.articlePlaced(id, 'photo-lead'))
    const copy = await stored(id)
    expect([copy.version, copy.content.leadPhoto]).toEqual([3, 'towers'])
    const [line] = (await listAudit(db, { articleId: id })).items
    expect(line).toMatchObject({ action: 'article-saved', subject: slug, detail: { version: 3 } })
    expect((await findPhoto(db, { id: described }))?.version).toBe(1)
  })

  test.each([
    [
      '0',
      '![](photo:towers)\n\n第一段文字。\n\n第二段文字。',
      '![](photo:towers)\n\nFirst paragraph.\n\nSecond paragraph.',
    ],
    [
      '1',
      '第一段文字。\n\n![](photo:towers)\n\n第二段文字。',
      'First paragraph.\n\n![](photo:towers)\n\nSecond paragraph.',
    ],
    [
      '2',
      '第一段文字。\n\n第二段文字。\n\n![](photo:towers)',
      'First paragraph.\n\nSecond paragraph.\n\n![](photo:towers)',
    ],
  ])('puts it at place %s of both texts', async (at, zh, en) => {
    const { id } = await draft()
    const response = await place(id, described, { place: at })
    expect(response.headers.get('location')).toBe(adminHref.articlePlaced(id, 'photo-zh'))
    expect(await bodies(id)).toEqual([zh, en])
    const html = await (await ask(adminHref.done(adminHref.article(id), 'photo-zh'))).text()
    expect(html).toMatch(/id="placed"[^>]*>The photo is in the text\.<\/p>[\s\S]*name="zh\.body"/)
  })

  test('names the places in the words of the article', async () => {
    const { id } = await draft({ 'en.body': 'First paragraph.\n\n## A heading\n\n- one\n- two' })
    const html = await (await ask(adminHref.articlePhoto(id, described))).text()
    expect(html).toContain('The two texts differ in structure')
    expect(html).toContain('After paragraph 1: First paragraph.')
    expect(html).toContain('After the heading: A heading')
    expect(html).toContain('<option value="3" selected="">After the list: one two</option>')
    expect(html).toContain('After paragraph 2: 第二段文字。')
  })

  test('puts it at the end where no place was chosen', async () => {
    const { id } = await draft()
    await place(id, described, {})
    expect((await bodies(id))[1]).toBe('First paragraph.\n\nSecond paragraph.\n\n![](photo:towers)')
  })

  test('asks for a place in each text where they differ', async () => {
    const { id } = await draft({ 'en.body': 'Only one.' })
    const response = await place(id, described, { 'place.zh': 'nowhere', 'place.en': '1' })
    expect(response.headers.get('location')).toBe(adminHref.articlePlaced(id, 'photo-en'))
    expect(await bodies(id)).toEqual(['第一段文字。\n\n第二段文字。', 'Only one.\n\n![](photo:towers)'])
  })

  test.each([
    ['nowhere at all', { 'place.zh': 'nowhere', 'place.en': 'nowhere' }, 'Choose at least one place.', 'place.zh'],
    ['a place that is none', { 'place.zh': '1', 'place.en': '99' }, 'cannot be inserted here', 'place.en'],
    ['nonsense', { 'place.zh': '1', 'place.en': '1e3; --' }, 'cannot be inserted here', 'place.en'],
    ['a place between places', { 'place.zh': '1', 'place.en': '-1' }, 'cannot be inserted here', 'place.en'],
  ])('refuses %s with 422, and the choice stays', async (_name, chosen, message, field) => {
    const { id } = await draft({ 'en.body': 'Only one.' })
    const response = await place(id, described, chosen)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain(message)
    expect(html).toContain(`href="#f-${field}"`)
    expect(html).toMatch(new RegExp(`<option value="${chosen['place.zh']}" selected`))
    expect((await stored(id)).version).toBe(2)
  })

  test('refuses to break what is there', async () => {
    const { id } = await draft({ 'zh.body': '```\n未完', 'en.body': '```\nopen' })
    const response = await place(id, described, { place: '1' })
    expect(response.status).toBe(422)
    expect((await response.text()).match(/cannot be inserted here/g)).toHaveLength(2)
  })

  test.each(['lead', 'text'])('as %s on an older revision changes nothing and asks again', async (as) => {
    const { id, slug } = await draft()
    await ask(adminHref.article(id), { form: articleForm(2, { slug, 'en.body': 'Newer.\n\nText.\n\nThree.' }) })
    const response = await place(id, described, { as, place: '1' })
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(html).toContain('The article has a newer version by now')
    expect(html).toContain('<input type="hidden" name="version" value="3"/>')
    expect(html).toContain('After paragraph 3: Three.')
    const copy = await stored(id)
    expect([copy.version, copy.content.leadPhoto]).toEqual([3, undefined])
  })

  test('of an article that cannot be saved yet gives its form back with the photo in it', async () => {
    const { id } = await draft()
    const typed = articleForm(2, { slug: 'Not yet!' })
    expect((await ask(adminHref.autosave(id), { form: typed })).status).toBe(200)
    const response = await place(id, described, { version: '3', as: 'lead' })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('href="#f-slug"')
    expect(html).toContain('name="leadPhoto" value="towers"')
    expect((await stored(id)).content.leadPhoto).toBeUndefined()
  })

  test('leads to the photo where its alternative text is undecided', async () => {
    const { id } = await draft()
    const html = await (await ask(adminHref.articlePhoto(id, undecided))).text()
    expect(html).toContain(
      `<a class="target" href="${adminHref.photo(undecided, id)}">Decide about the alternative text</a>`,
    )
  })

  test('and from there back to where the photo is placed, with mistakes and other languages in between', async () => {
    const { id } = await draft()
    const back = `href="${adminHref.articlePhoto(id, undecided)}"`
    expect(await (await ask(adminHref.photo(undecided))).text()).not.toContain(back)
    const html = await (await ask(adminHref.photo(undecided, id))).text()
    expect(html).toContain(back)
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    const form = { version, article: String(id), description: 'described', focalX: '50', focalY: '50' }
    const wrong = await ask(adminHref.photo(undecided), { form })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain(`name="article" value="${id}"`)
    const translated = await ask(adminHref.inLanguage(adminHref.photo(undecided), 'en'), { form })
    expect(await translated.text()).toContain(`name="article" value="${id}"`)
    const saved = await ask(adminHref.photo(undecided), { form: { ...form, 'alt.en': 'A tower.' } })
    expect(saved.headers.get('location')).toBe(adminHref.done(adminHref.articlePhoto(id, undecided), 'saved'))
    expect(await (await ask(saved.headers.get('location') ?? '')).text()).toContain('<title>Saved. ')
  })
})
