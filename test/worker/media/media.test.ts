import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import type { ArticleContent, EditionContent } from '../../../src/article/content.ts'
import { addressHash, type Photo } from '../../../src/article/photo.ts'
import { inspectPhoto } from '../../../src/article/photo-file.ts'
import { insertArticle } from '../../../src/db/articles.ts'
import { createDb } from '../../../src/db/client.ts'
import { listPhotoIdsOf, listPhotoUses } from '../../../src/db/photo-uses.ts'
import { findPhoto } from '../../../src/db/photos.ts'
import type { Edition } from '../../../src/edition/editions.ts'
import { addPhoto, removePhoto } from '../../../src/newsroom/photos.ts'
import { publish } from '../../../src/newsroom/publish.ts'
import { href } from '../../../src/routes.ts'
import { photoWithPlace } from '../fixture-photos.ts'

const db = createDb(env.DB)
const TODAY_MS = Date.parse('2026-11-23T12:00:00+08:00')
const HOUR_MS = 3_600_000

const none: EditionContent = {
  label: '',
  title: '',
  subtitle: '',
  summary: '',
  place: '',
  body: '',
  downloads: [],
  facts: [],
  related: [],
}

async function get(path: string, { nowMs = TODAY_MS, ...init }: RequestInit & { nowMs?: number } = {}) {
  const app = createApp({ now: () => nowMs })
  return app.request(`http://localhost:8787${path}`, init, { ...env, SITE_URL: 'http://localhost:8787' })
}

let photo: Photo
let content: ArticleContent
let articleId = 0

async function publishAs(editions: readonly Edition[], publishedAtMs: number, changed: Partial<ArticleContent> = {}) {
  const answer = await publish(db, {
    articleId,
    revision: 1,
    content: { ...content, ...changed },
    editions,
    publishedAtMs,
    embargoed: true,
    approval: null,
    derivation: { text: (text) => `簡${text}`, markdown: (markdown) => markdown, version: 'test' },
    records: { contacts: [], boilerplates: [] },
    nowMs: TODAY_MS,
  })
  expect(answer).toEqual({ ok: true })
}

const address = (file: string) => href.media(addressHash(photo.sha256), file)

beforeAll(async () => {
  const words = { alt: '海旁的大樓', caption: '數碼港' }
  const added = await addPhoto(db, env, {
    bytes: await photoWithPlace(),
    change: {
      credit: 'A & B',
      focalX: 50,
      focalY: 50,
      description: 'described',
      words: { 'zh-hant': words, 'zh-hans': { alt: '', caption: '' }, en: { alt: 'Towers by the sea', caption: '' } },
    },
    uploadedBy: 'editor@localhost',
    nowMs: TODAY_MS,
  })
  if (!added.ok) throw new Error(added.problem)
  const found = await findPhoto(db, { id: added.id })
  if (!found) throw new Error('the photo that was just added')
  photo = found
  content = {
    kind: 'press-release',
    slug: 'towers-by-the-sea',
    topics: [],
    contacts: [],
    boilerplates: [],
    leadPhoto: photo.key,
    datelineDate: '',
    sourceEdition: 'zh-hant',
    written: {
      'zh-hant': { ...none, title: '海旁大樓', body: `正文。\n\n![](photo:${photo.key})` },
      en: { ...none, title: 'Towers', body: 'Text.' },
    },
    overrides: [],
  }
  articleId = await insertArticle(db, { content, savedBy: 'editor@localhost', nowMs: TODAY_MS })
})

describe('GET /media/:hash/:file', () => {
  test('gives 404 that nobody keeps while only a draft shows the photo', async () => {
    const response = await get(address('480.webp'))
    expect(response.status).toBe(404)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('cache-tag')).toBeNull()
    expect(await listPhotoUses(db, photo)).toMatchObject([
      { slug: 'towers-by-the-sea', title: '海旁大樓', where: 'draft' },
    ])
  })

  test('gives the same 404 until an embargo ends, and the photo from that moment on', async () => {
    await publishAs(['zh-hant', 'zh-hans', 'en'], TODAY_MS + HOUR_MS)
    const unknown = await get(href.media('0'.repeat(20), '480.webp'))
    const early = await get(address('480.webp'), { nowMs: TODAY_MS + HOUR_MS - 1 })
    expect(early.status).toBe(404)
    expect([...early.headers]).toEqual([...unknown.headers])
    expect(await early.text()).toBe(await unknown.text())
    expect((await get(address('480.webp'), { nowMs: TODAY_MS + HOUR_MS })).status).toBe(200)
  })

  test('serves each file as what it is, for good, and harmless by itself', async () => {
    await publishAs(['zh-hant', 'zh-hans', 'en'], TODAY_MS)
    for (const { file, format, bytes } of photo.variants) {
      const response = await get(address(file))
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe(`image/${format}`)
      expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(response.headers.get('cache-tag')).toBe(`m:${photo.id}`)
      const body = new Uint8Array(await response.arrayBuffer())
      expect(body.length).toBe(bytes)
      expect(inspectPhoto(body)).toMatchObject({ ok: true, format })
    }
  })

  test('answers HEAD, and 304 with the same headers', async () => {
    const whole = await get(address('960.jpg'))
    await whole.arrayBuffer()
    const head = await get(address('960.jpg'), { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect([...head.headers]).toEqual([...whole.headers])
    const again = await get(address('960.jpg'), { headers: { 'if-none-match': whole.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    expect(again.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(again.headers.get('cache-control')).toBe(whole.headers.get('cache-control'))
  })

  test('offers the whole photo as a file to keep', async () => {
    const response = await get(address('full.jpg'))
    await response.arrayBuffer()
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="photo-${photo.key}.jpg"`)
  })

  test.each(['480.svg', '481.webp', '960.jpeg', '../full.jpg', 'full.jpg.html', '480.webp%00'])(
    'has no %s',
    async (file) => {
      expect((await get(address(file))).status).toBeGreaterThanOrEqual(400)
    },
  )

  test.each(['POST', 'PUT', 'DELETE'])('refuses %s', async (method) => {
    expect((await get(address('480.webp'), { method })).status).toBe(405)
  })

  test('is gone with the article that is withdrawn', async () => {
    await env.DB.prepare("UPDATE edition SET state = 'withdrawn' WHERE article_id = ?").bind(articleId).run()
    expect((await get(address('480.webp'))).status).toBe(404)
    await publishAs(['zh-hant', 'zh-hans', 'en'], TODAY_MS)
    expect((await get(address('480.webp'))).status).toBe(200)
  })
})

describe('a published article', () => {
  test('carries its photos in its details, with the words of each edition', async () => {
    const rows = await env.DB.prepare('SELECT edition, details, html FROM edition WHERE article_id = ?')
      .bind(articleId)
      .all<{ edition: string; details: string; html: string }>()
    const details = Object.fromEntries(rows.results.map((row) => [row.edition, JSON.parse(row.details)]))
    expect(details['zh-hant'].leadPhoto).toMatchObject({ alt: '海旁的大樓', width: 600, height: 900, credit: 'A & B' })
    expect(details['zh-hans'].leadPhoto).toMatchObject({ alt: '簡海旁的大樓', caption: '簡數碼港' })
    expect(details.en.leadPhoto).toMatchObject({ alt: 'Towers by the sea' })
    expect(details.en.pressPhotos).toMatchObject([{ url: address('full.jpg'), width: 600, text: 'Towers by the sea' }])
    const html = rows.results.find((row) => row.edition === 'zh-hant')?.html
    expect(html).toContain(
      `<source type="image/webp" srcset="${address('480.webp')} 480w, ${address('960.webp')} 600w"`,
    )
    expect(html).toContain('width="600" height="900" alt="海旁的大樓" loading="lazy"')
  })

  test('keeps its photos from being deleted, and names itself', async () => {
    expect(await removePhoto(db, env, photo, { atMs: 1, actor: 'a', action: 'photo-deleted', subject: 'b' })).toBe(
      false,
    )
    expect((await get(address('480.webp'))).status).toBe(200)
    expect((await listPhotoUses(db, photo)).map(({ where }) => where)).toEqual(['draft', 'en', 'zh-hans', 'zh-hant'])
    expect(await listPhotoIdsOf(db, articleId)).toEqual([photo.id])
  })

  test('lets go of a photo that the next publication does not show', async () => {
    await publishAs(['zh-hant', 'zh-hans', 'en'], TODAY_MS, {
      leadPhoto: '',
      written: { 'zh-hant': { ...none, title: 'A', body: 'B' }, en: none },
    })
    expect(await listPhotoIdsOf(db, articleId)).toEqual([])
    expect((await get(address('480.webp'))).status).toBe(404)
  })
})
