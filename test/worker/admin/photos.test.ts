import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { addressHash } from '../../../src/article/photo.ts'
import { PHOTO_BYTES_MAX } from '../../../src/article/photo-file.ts'
import { listAudit } from '../../../src/db/audit.ts'
import { findPhoto, insertPhoto, listPhotos } from '../../../src/db/photos.ts'
import type { Edition } from '../../../src/edition/editions.ts'
import { adminHref } from '../../../src/routes.ts'
import { photoWithPlace, smallPng } from '../fixture-photos.ts'
import { articleForm, ask, createDraft, db, EDITORS, hireEditors, ORIGIN } from './desk.ts'
import { failingAt } from './failing-database.ts'

beforeAll(hireEditors)

const described = {
  description: 'described',
  'alt.zh-hant': '海旁的大樓',
  'alt.en': 'Towers by the sea',
  credit: 'Cyberport',
}

/** Hands in a form with a file, as a browser does. */
async function upload(
  file: Uint8Array<ArrayBuffer> | null,
  fields: Record<string, string> = described,
  name = 'a.jpg',
) {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  if (file) form.append('file', new File([file], name, { type: 'image/jpeg' }))
  const { headers, body } = new Response(form)
  const bytes = await new Response(body).arrayBuffer()
  return ask(adminHref.photos(), {
    method: 'POST',
    headers: { 'content-type': headers.get('content-type') ?? '', 'content-length': String(bytes.byteLength) },
    body: bytes,
  })
}

async function onlyPhoto() {
  const { items } = await listPhotos(db, { page: 1 })
  const [photo] = items
  if (!photo) throw new Error('no photo')
  return photo
}

describe('POST /admin/photos', () => {
  test('says of a request that is far too large what is wrong with it, and not that somebody may not do it', async () => {
    const headers = { 'content-length': String(3 * PHOTO_BYTES_MAX) }
    const response = await ask(adminHref.photos(), { method: 'POST', headers })
    const html = await response.text()
    expect(response.status).toBe(413)
    expect(html).toContain('<h1>413</h1>')
    expect(html).toContain('The file is larger than 10 MB')
    expect(html).not.toContain('100 KB')
    expect(html).not.toContain('You cannot use this page')
    const article = await ask(adminHref.articles(), { method: 'POST', headers })
    expect(await article.text()).toContain('100 KB')
  })

  test.each([
    ['nothing', null, 'Choose a photo file.'],
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'This is not a JPEG'],
    ['a page that calls itself a photo', new TextEncoder().encode('<!doctype html>'), 'This is not a JPEG'],
  ])('refuses %s with 422 and keeps what was typed', async (_name, file, message) => {
    const response = await upload(file && new Uint8Array(file))
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain(message)
    expect(html).toContain('href="#f-file"')
    expect(html).toContain('value="Towers by the sea"')
    expect(html).toMatch(/value="described" checked/)
    expect((await listPhotos(db, { page: 1 })).items).toEqual([])
  })

  test('refuses a decision that contradicts the text', async () => {
    const response = await upload(await photoWithPlace(), { ...described, description: 'decorative', focalX: '101' })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('href="#f-description"')
    expect(html).toContain('href="#f-focalX"')
    expect(html).toContain('value="101"')
  })

  test('takes a photo in and leads to its page', async () => {
    const response = await upload(await photoWithPlace())
    expect(response.status).toBe(303)
    const photo = await onlyPhoto()
    expect(response.headers.get('location')).toBe(adminHref.done(adminHref.photo(photo.id), 'added'))
    expect(photo.description).toBe('described')
    expect(photo.variantsPending).toBe(false)
    const html = await (await ask(adminHref.photo(photo.id))).text()
    expect(html).toContain(`value="![](photo:${photo.key})"`)
    expect(html).toContain('600 × 900 pixels')
    expect((await listAudit(db, {})).items[0]).toMatchObject({ action: 'photo-added' })
  })

  test('recognises the same file and says so', async () => {
    const response = await upload(await photoWithPlace(), { ...described, credit: 'X' })
    expect(response.headers.get('location')).toMatch(/done=known$/)
    expect((await onlyPhoto()).credit).toBe('Cyberport')
  })

  test('lists what there is', async () => {
    const html = await (await ask(adminHref.photos())).text()
    expect(html).toContain('Towers by the sea')
    expect(html).toContain('600 × 900 pixels · Cyberport')
    expect(html).toMatch(
      /<img class="thumbnail" src="\/admin\/media\/[0-9a-f]{20}\/480\.jpg" width="480" height="720" alt=""/,
    )
  })
})

describe('GET /admin/photos?q=', () => {
  const found = async (q: string) => (await ask(adminHref.photos({ q }))).text()

  test.each(['海旁 大樓', '海旁的大楼', 'towers SEA', 'cyberport', 'Ｔowers'])('finds by %s', async (words) => {
    const html = await found(words)
    expect(html).toContain('Towers by the sea')
    expect(html).toContain('There is 1 photo on this page.')
  })

  test('finds by its number', async () => {
    expect(await found((await onlyPhoto()).key.toUpperCase())).toContain('Towers by the sea')
  })

  test.each(['海旁 夜景', '%', "'", '"alt"'])('finds nothing by %s and keeps the words in the field', async (words) => {
    const html = await found(words)
    expect(html).toContain('No photo has these words.')
    expect(html).not.toContain('Towers by the sea')
    expect(html).toMatch(/<input id="find-photos" type="search" name="q" value="[^"]/)
  })

  test('finds by what was changed, and no longer by what was there', async () => {
    const photo = await onlyPhoto()
    const form = { ...described, version: String(photo.version), 'caption.zh-hans': '签署仪式', credit: '陳大文' }
    await ask(adminHref.photo(photo.id), { form })
    expect(await found('簽署儀式 陈大文')).toContain('Towers by the sea')
    expect(await found('Cyberport')).not.toContain('Towers by the sea')
    await ask(adminHref.photo(photo.id), { form: { ...described, version: String(photo.version + 1) } })
  })

  test('has pages that keep the words', async () => {
    const { id: _, ...row } = await onlyPhoto()
    for (let number = 0; number < 25; number++) {
      const sha256 = number.toString(16).padStart(64, '0')
      await insertPhoto(db, { ...row, key: `page-${number}`, sha256, credit: 'Paged', variants: [] })
    }
    const html = await found('paged')
    expect(html).toContain('There are 24 photos on this page.')
    expect(html.replaceAll('&amp;', '&')).toContain(`href="${adminHref.photos({ q: 'paged', page: 2 })}"`)
    const second = await (await ask(adminHref.photos({ q: 'paged', page: 2 }))).text()
    expect(second).toContain('There is 1 photo on this page.')
    expect(second).toContain(`href="${adminHref.photos({ q: 'paged' })}"`)
    const fragment = await ask(adminHref.photoChoice({ q: 'paged', page: 2 }))
    const list = await fragment.text()
    expect(fragment.headers.get('cache-control')).toBe('private, no-store')
    expect(list).not.toMatch(/<html|<main/)
    expect(list.match(/data-act="insert"/g)).toHaveLength(1)
    expect(list).toContain(`hx-get="${adminHref.photoChoice({ q: 'paged' })}"`)
    expect(list).toMatch(/<hx-partial [^>]*>There is 1 photo on this page\.<\/hx-partial>/)
    await env.DB.exec(`DELETE FROM photo WHERE credit = 'Paged'`)
  })
})

describe('a photo of the library', () => {
  test('is seen by editors and by nobody else, and kept by nobody', async () => {
    const photo = await onlyPhoto()
    const address = adminHref.media(addressHash(photo.sha256), '480.webp')
    const response = await ask(address)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    await response.arrayBuffer()
    expect((await ask(address, { as: null })).status).toBe(403)
    expect((await ask(`/media/${addressHash(photo.sha256)}/480.webp`)).status).toBe(404)
  })

  test('is changed, and of two editors the second is told and loses nothing', async () => {
    const photo = await onlyPhoto()
    const form = { ...described, version: String(photo.version), focalX: '20', focalY: '80' }
    const first = await ask(adminHref.photo(photo.id), { form: { ...form, credit: 'First' } })
    expect(first.status).toBe(303)
    const second = await ask(adminHref.photo(photo.id), { form: { ...form, credit: 'Second' } })
    const html = await second.text()
    expect(second.status).toBe(409)
    expect(html).toContain('value="Second"')
    expect(html).toContain(`name="version" value="${photo.version + 1}"`)
    expect(html).toMatch(/Photographer or source[\s\S]*<del>[\s\S]*First[\s\S]*<ins>[\s\S]*Second/)
    const again = await ask(adminHref.photo(photo.id), {
      form: { ...form, credit: 'Second', version: String(photo.version + 1) },
    })
    expect(again.status).toBe(303)
    expect(await onlyPhoto()).toMatchObject({ credit: 'Second' })
    await ask(adminHref.photo(photo.id), { form: { ...form, credit: 'First', version: String(photo.version + 2) } })
    expect(await onlyPhoto()).toMatchObject({ credit: 'First', focalX: 20, focalY: 80 })
  })

  test('is shown in the preview under the address for editors', async () => {
    const photo = await onlyPhoto()
    const id = await createDraft('With a photo')
    const fields = { slug: 'with-a-photo', leadPhoto: photo.key, 'en.body': `Text.\n\n![](photo:${photo.key})` }
    expect((await ask(adminHref.article(id), { form: articleForm(1, fields) })).status).toBe(303)
    const html = await (await ask(adminHref.preview(id, 'en'))).text()
    expect(html.match(/<img /g)).toHaveLength(2)
    expect(html).toContain(`src="${adminHref.media(addressHash(photo.sha256), '960.jpg')}"`)
    expect(html).not.toMatch(/"\/media\//)
  })

  test('is not deleted while a draft names it: 409 names the article', async () => {
    const photo = await onlyPhoto()
    for (const asked of [{}, { form: {} }]) {
      const response = await ask(adminHref.photoDeletion(photo.id), asked)
      expect(response.status).toBe(409)
      expect(await response.text()).toContain('數碼港發布首項消息 (draft)')
    }
    expect(await findPhoto(db, { id: photo.id })).not.toBeNull()
  })

  test('is deleted by an editor, not by an author, once nothing shows it', async () => {
    await upload(await smallPng(), { description: 'undecided' })
    const photo = await onlyPhoto()
    expect((await ask(adminHref.photoDeletion(photo.id), { form: {}, as: EDITORS.author })).status).toBe(403)
    expect(await (await ask(adminHref.photoDeletion(photo.id))).text()).toContain('gone for good')
    expect((await ask(adminHref.photoDeletion(photo.id), { form: {} })).status).toBe(303)
    expect(await findPhoto(db, { id: photo.id })).toBeNull()
    expect((await env.MEDIA.list({ prefix: `photo/${photo.sha256}` })).objects).toEqual([])
  })
})

describe('the database failing', () => {
  test.each([1, 2, 3])('at round trip %i of saving gives back what was typed', async (at) => {
    await upload(await smallPng())
    const photo = await onlyPhoto()
    const form = { ...described, version: String(photo.version), 'caption.en': 'Not to be lost', uiLanguage: 'en' }
    const response = await ask(adminHref.photo(photo.id), { form, bindings: { DB: failingAt(at) } })
    const html = await response.text()
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30'])
    expect(html).toContain('value="Not to be lost"')
    expect(html).toContain(`method="post" action="${adminHref.photo(photo.id)}"`)
    expect(html).toContain(`name="version" value="${photo.version}"`)
    expect(await onlyPhoto()).toEqual(photo)
  })

  test.each([adminHref.photos(), adminHref.articlePhotos(1)])('of an upload to %s, too', async (address) => {
    const form = { ...described, 'caption.en': 'Not to be lost', uiLanguage: 'en' }
    const response = await ask(address, { form, bindings: { DB: failingAt(1) } })
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(html).toContain('value="Not to be lost"')
    expect(html).toContain(`method="post" action="${address}" enctype`)
    expect(html).toContain('Choose a photo file.')
  })
})

describe('GET /admin/articles/:id/email', () => {
  test('has the saved text of an edition as text and as HTML, ready to be selected', async () => {
    const id = await createDraft('Mailed')
    await ask(adminHref.article(id), { form: articleForm(1, { slug: 'mailed', 'en.title': 'Mailed <now>' }) })
    const page = async (edition: Edition | '' = '') => (await ask(adminHref.email(id, edition))).text()
    const html = await page('en')
    expect(html.match(/<textarea [^>]*readonly/g)).toHaveLength(2)
    expect(html).toContain('value="Mailed &lt;now&gt;"')
    expect(html).toContain('&lt;h1&gt;Mailed &amp;lt;now&amp;gt;&lt;/h1&gt;')
    expect(html).toContain(`${ORIGIN}/en/news/mailed`)
    expect(html).toContain(`<a href="${adminHref.email(id, 'zh-hans')}" lang="zh-CN" hreflang="zh-Hans">`)
    expect(await page('zh-hans')).toContain(`${ORIGIN}/zh-hans/news/mailed`)
    expect(await page()).toContain(`${ORIGIN}/zh-hant/news/mailed`)
  })

  test('says so where an edition has no text', async () => {
    const id = await createDraft('Not mailed')
    const html = await (await ask(adminHref.email(id, 'zh-hans'))).text()
    expect(html).toContain('There is no text in this edition.')
    expect(html).not.toContain('<textarea')
  })
})
