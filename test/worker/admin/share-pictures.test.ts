import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { SHARE_PICTURE_BYTES_MAX } from '../../../src/article/share-picture.ts'
import { listAudit } from '../../../src/db/audit.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { EDITION_KEYS, type Edition } from '../../../src/edition/editions.ts'
import { adminHref, href } from '../../../src/routes.ts'
import { photoWithPlace, smallPng } from '../fixture-photos.ts'
import { articleForm, ask, clock, createDraft, db, EDITORS, hireEditors, NOON_MS, ORIGIN } from './desk.ts'

beforeAll(hireEditors)

const TITLE = 'Cyberport publishes its first news'
const text = (words: string) => new TextEncoder().encode(words)

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  new DataView(bytes.buffer).setUint32(0, data.length)
  bytes.set(text(name), 4)
  bytes.set(data, 8)
  return bytes
}

/** A PNG in one shade, with chunks that tell about it; nothing here looks at its checksums. */
async function png({ width = 1200, height = 630, shade = 0, tail = '' } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const header = new Uint8Array(13)
  new DataView(header.buffer).setUint32(0, width)
  new DataView(header.buffer).setUint32(4, height)
  header.set([8, 0], 8)
  const rows = new Blob([new Uint8Array((width + 1) * height).fill(shade)])
  const data = new Uint8Array(
    await new Response(rows.stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer(),
  )
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', header), chunk('eXIf', text('a place')), chunk('tEXt', text('Author\0Somebody'))],
    ...[chunk('IDAT', data), chunk('IEND', new Uint8Array()), text(tail)],
  ]
  return new Uint8Array(await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer())
}

/** Hands in a picture as the page of publication does. */
async function upload(
  id: number,
  picture: Uint8Array<ArrayBuffer> | null,
  {
    edition = 'en' as string,
    title = TITLE,
    as = EDITORS.editor as string | null,
    headers = {},
    purge = undefined as undefined | ((tags: readonly string[]) => Promise<void>),
  } = {},
) {
  const form = new FormData()
  form.append('title', title)
  if (picture) form.append('picture', new File([picture], 'picture.png', { type: 'image/png' }))
  const made = new Response(form)
  const type = made.headers.get('content-type') ?? ''
  const body = await made.arrayBuffer()
  return ask(adminHref.sharePicture(id, edition as Edition), {
    ...{ method: 'POST', as, body },
    headers: { 'content-type': type, 'content-length': String(body.byteLength), ...headers },
    ...(purge ? { purge } : {}),
  })
}

async function draft(slug: string): Promise<number> {
  const id = await createDraft(slug)
  await ask(adminHref.article(id), { form: articleForm(1, { slug }) })
  return id
}

async function decided(id: number) {
  const found = await findWorkingCopy(db, id)
  return { version: String(found?.copy.version), acts: String(found?.copy.acts) }
}

async function publish(id: number, fields: Record<string, string> = {}) {
  const form = { act: 'publish', editions: [...EDITION_KEYS], when: 'now', address: 'words', ...fields }
  expect((await ask(adminHref.publication(id), { form: { ...(await decided(id)), ...form } })).status).toBe(303)
}

async function pictureOf(slug: string, edition: Edition = 'en'): Promise<string | undefined> {
  const html = await (await ask(href.article({ edition, images: true }, slug), { as: null })).text()
  return /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1]?.replace(ORIGIN, '')
}

async function storedFile(id: number): Promise<string> {
  const row = await env.DB.prepare('SELECT sha256 FROM share_picture WHERE article_id = ?')
    .bind(id)
    .first<string>('sha256')
  return href.sharePicture(`${row?.slice(0, 20)}.png`)
}

const read = (path: string, more = {}) => ask(path, { as: null, ...more })

describe('POST /admin/articles/:id/share-picture/:edition', () => {
  test('refuses authors, strangers and other sites', async () => {
    const id = await draft('share-refusals')
    const picture = await png()
    expect((await upload(id, picture, { as: EDITORS.author })).status).toBe(403)
    expect((await upload(id, picture, { as: null })).status).toBe(403)
    expect((await upload(id, picture, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect(await env.DB.prepare('SELECT count(*) AS n FROM share_picture').first('n')).toBe(0)
  })

  test.each([
    ['nothing', async () => null, 'empty'],
    ['a page that calls itself a PNG', async () => new Uint8Array(text('<!doctype html>')), 'not-a-photo'],
    ['a PNG of another size', () => png({ width: 630, height: 1200 }), 'wrong-size'],
    ['a small PNG', smallPng, 'wrong-size'],
    ['a photo', photoWithPlace, 'wrong-size'],
    ['too many bytes', async () => new Uint8Array(SHARE_PICTURE_BYTES_MAX + 1), 'too-many-bytes'],
    ['a page behind the picture', () => png({ tail: '<script>' }), 'hidden-content'],
    ['half a PNG', async () => (await png()).slice(0, 200), 'damaged'],
  ])('refuses %s', async (_name, make, problem) => {
    const id = await draft(`share-${problem}`)
    const response = await upload(id, await make())
    expect([response.status, await response.json()]).toEqual([422, { problem }])
  })

  test('refuses what is far too large before it is read, unknown editions and unknown articles', async () => {
    const id = await draft('share-far-too-large')
    expect((await upload(id, new Uint8Array(2 * SHARE_PICTURE_BYTES_MAX))).status).toBe(413)
    expect((await upload(id, await png(), { edition: 'fr' })).status).toBe(404)
    expect((await upload(987654, await png())).status).toBe(404)
    expect((await upload(id, await png(), { title: '' })).status).toBe(422)
  })

  test('keeps the picture alone, logs it and refreshes the article at the edge', async () => {
    const id = await draft('share-kept')
    const purged: string[] = []
    const purge = async (tags: readonly string[]) => void purged.push(...tags)
    expect((await upload(id, await png(), { purge })).status).toBe(204)
    expect(purged).toEqual([`a:${id}`])
    const [object] = (await env.MEDIA.list({ prefix: `share/${id}/en/` })).objects
    const stored = await (await env.MEDIA.get(object?.key ?? ''))?.text()
    expect(stored).toMatch(/IHDR.*IDAT.*IEND/s)
    expect(stored).not.toMatch(/eXIf|tEXt|Somebody/)
    expect((await listAudit(db, {})).items[0]).toMatchObject({ action: 'share-picture-stored', subject: 'share-kept' })
    expect((await upload(id, await png({ shade: 9 }))).status).toBe(204)
    expect((await env.MEDIA.list({ prefix: `share/${id}/en/` })).objects).toHaveLength(1)
  })
})

describe('the picture of an article', () => {
  test('is given to everybody while its edition is public, and named in its head', async () => {
    const id = await draft('share-public')
    await upload(id, await png({ shade: 20 }))
    const path = await storedFile(id)
    expect((await read(path)).status).toBe(404)
    await publish(id)
    expect(await pictureOf('share-public')).toBe(path)
    const response = await read(path)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'cache-tag': `a:${id}`,
    })
    expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get('content-length')))
    const etag = response.headers.get('etag') ?? ''
    expect((await read(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await read(path, { method: 'HEAD' })).status).toBe(200)
    expect((await read(path.replace('.png', '.jpg'))).status).toBe(404)
    expect((await read(href.sharePicture('no-such.png'))).status).toBe(404)
    const html = await (await read(href.article({ edition: 'en', images: true }, 'share-public'))).text()
    expect(html).toContain('<meta property="og:image:width" content="1200"/>')
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>')
    expect(html).toContain(`"image":{"@type":"ImageObject","url":"${ORIGIN}${path}"`)
    expect(await pictureOf('share-public', 'zh-hant')).toBeUndefined()
  })

  test.each(['schedule', 'embargo'])('is nowhere before the end of an %s', async (when) => {
    const id = await draft(`share-${when}`)
    await publish(id, { when, at: '2026-11-23T13:00' })
    await upload(id, await png({ shade: when.length }))
    const path = await storedFile(id)
    const missing = await read(path)
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'private, no-store'])
    clock.nowMs = NOON_MS + 3_600_000
    expect((await read(path)).status).toBe(200)
    clock.nowMs = NOON_MS
  })

  test('goes with the article', async () => {
    const id = await draft('share-withdrawn')
    await publish(id)
    await upload(id, await png({ shade: 40 }))
    const path = await storedFile(id)
    expect((await read(path)).status).toBe(200)
    const reasons = { 'words.zh-hant': '內容有誤。', 'words.en': 'It was wrong.' }
    const html = await (await ask(adminHref.withdrawal(id))).text()
    const names = [...html.matchAll(/<textarea[^>]* name="([^"]+)"/g)].map((match) => match[1] ?? '')
    const words = Object.fromEntries(names.map((name) => [name, 'It was wrong.']))
    await ask(adminHref.withdrawal(id), { form: { ...(await decided(id)), ...reasons, ...words } })
    expect((await read(href.article({ edition: 'en', images: true }, 'share-withdrawn'))).status).toBe(410)
    expect((await read(path)).status).toBe(404)
  })

  test('gives way once the published headline is another one, and the page of publication says so', async () => {
    const id = await draft('share-outdated')
    await publish(id)
    const page = async () => (await ask(adminHref.publication(id))).text()
    expect((await page()).match(/The picture is not drawn yet/g)).toHaveLength(3)
    await upload(id, await png({ shade: 60 }))
    const path = await storedFile(id)
    expect(await page()).toMatch(/English\s*<\/b> <span[^>]*>The picture is drawn/)
    const { version } = await decided(id)
    const fields = { slug: 'share-outdated', 'en.title': 'Another headline' }
    await ask(adminHref.article(id), { form: articleForm(Number(version), fields) })
    expect(await page()).toMatch(/English\s*<\/b> <span[^>]*>The picture is drawn/)
    expect(await pictureOf('share-outdated')).toBe(path)
    await publish(id, { act: 'update' })
    expect(await page()).toMatch(/English\s*<\/b> <span[^>]*>The picture is outdated/)
    expect(await pictureOf('share-outdated')).toBeUndefined()
    expect((await read(path)).status).toBe(404)
    await upload(id, await png({ shade: 61 }), { title: 'Another headline' })
    expect(await pictureOf('share-outdated')).toBe(await storedFile(id))
  })

  test('is drawn by editors only: authors see how things stand', async () => {
    const id = await draft('share-author')
    const html = await (await ask(adminHref.publication(id), { as: EDITORS.author })).text()
    expect(html).toContain('The picture is not drawn yet')
    expect(html).not.toContain('data-behaviour="share-pictures"')
  })
})
