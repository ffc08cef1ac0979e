import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { objectKey, type Photo } from '../../../src/article/photo.ts'
import { hasMetadata } from '../../../src/article/photo-jpeg.ts'
import { listAudit } from '../../../src/db/audit.ts'
import { createDb } from '../../../src/db/client.ts'
import { findPhoto, updatePhoto } from '../../../src/db/photos.ts'
import { addPhoto, changePhoto, finishPhoto, removePhoto } from '../../../src/newsroom/photos.ts'
import { photoWithPlace, smallPng } from '../fixture-photos.ts'

const db = createDb(env.DB)
const words = { alt: '數碼港的夜景', caption: '' }
const change: Parameters<typeof addPhoto>[2]['change'] = {
  credit: '數碼港',
  focalX: 50,
  focalY: 40,
  description: 'described',
  words: { 'zh-hant': words, 'zh-hans': { alt: '', caption: '' }, en: { alt: 'Cyberport at night', caption: '' } },
}
const entry = { atMs: 1, actor: 'editor@localhost', action: 'photo-changed', subject: 'key' } as const
const options = { change, uploadedBy: 'editor@localhost', nowMs: 1_671_681_600_000 }

async function bytesOf(photo: Photo, file: string): Promise<Uint8Array> {
  const object = await env.MEDIA.get(objectKey(photo.sha256, file))
  return new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer())
}

async function stored(id: number): Promise<Photo> {
  const photo = await findPhoto(db, { id })
  if (!photo) throw new Error(`no photo ${id}`)
  return photo
}

describe('a photo from a phone', () => {
  let id = 0

  beforeAll(async () => {
    const answer = await addPhoto(db, env, { ...options, bytes: await photoWithPlace() })
    if (!answer.ok) throw new Error(answer.problem)
    id = answer.id
  })

  test('is turned upright, and its files are in R2', async () => {
    const photo = await stored(id)
    expect(photo).toMatchObject({ width: 600, height: 900, variantsPending: true, ...change })
    expect(photo.variants.map(({ file, width }) => `${file} ${width}`)).toEqual([
      '480.jpg 480',
      '480.webp 480',
      '960.jpg 600',
      '960.webp 600',
      'full.jpg 600',
      'share-50-40.jpg 600',
    ])
    for (const { file, bytes } of photo.variants) expect((await bytesOf(photo, file)).length).toBe(bytes)
  })

  test('knows no place, camera or artist in any of its files', async () => {
    const photo = await stored(id)
    for (const { file, format } of photo.variants) {
      const bytes = await bytesOf(photo, file)
      const text = new TextDecoder('latin1').decode(bytes)
      expect(text).not.toMatch(/SECRET|Exif|GPS|http:\/\/ns\.adobe/)
      if (format === 'jpeg') expect(hasMetadata(bytes)).toBe(false)
    }
  })

  test('gets its AVIF files afterwards, once', async () => {
    expect(await finishPhoto(db, env, { id })).toBe(true)
    const photo = await stored(id)
    expect(photo.variantsPending).toBe(false)
    const avif = photo.variants.filter(({ format }) => format === 'avif')
    expect(avif.map(({ file, width }) => `${file} ${width}`)).toEqual(['480.avif 480', '960.avif 600'])
    expect(avif[0]?.bytes).toBeLessThanOrEqual(25_000)
    expect(await finishPhoto(db, env, { id })).toBe(true)
    expect(await stored(id)).toEqual(photo)
  })

  test('is recognised when it is uploaded again', async () => {
    const again = await addPhoto(db, env, { ...options, bytes: await photoWithPlace() })
    expect(again).toEqual({ ok: true, id, isNew: false })
  })

  test('is changed by one editor at a time', async () => {
    const { version } = await stored(id)
    const second = { id, version, change: { ...change, credit: 'B' }, nowMs: 2 }
    expect(await updatePhoto(db, second, entry)).toBe(true)
    expect(await updatePhoto(db, { ...second, change }, entry)).toBe(false)
    expect((await stored(id)).credit).toBe('B')
    expect((await listAudit(db, {})).items.filter(({ action }) => action === 'photo-changed')).toHaveLength(1)
  })

  test('gets another copy for sharing with another focal point, and keeps the one that is published', async () => {
    const photo = await stored(id)
    const moved = { ...change, focalX: 10, focalY: 90 }
    const asked = { version: photo.version, change: moved, by: 'editor@localhost', nowMs: 3 }
    expect(await changePhoto(db, photo, asked)).toBe(true)
    expect(await changePhoto(db, photo, asked)).toBe(false)
    expect((await stored(id)).variantsPending).toBe(true)
    expect(await finishPhoto(db, env, { id, formats: [] })).toBe(true)
    const changed = await stored(id)
    expect(changed.variantsPending).toBe(false)
    const shares = changed.variants.filter(({ file }) => file.startsWith('share-'))
    expect(shares.map(({ file, width, height }) => `${file} ${width} ${height}`)).toEqual([
      'share-10-90.jpg 600 315',
      'share-50-40.jpg 600 315',
    ])
    expect((await bytesOf(changed, 'share-10-90.jpg')).length).toBe(shares[0]?.bytes)
  })

  test('waits for its copy for sharing while the service is away', async () => {
    const fail = () => {
      throw new Error('away')
    }
    /** Only what the pipeline calls. */
    const away = { MEDIA: env.MEDIA, IMAGES: { info: fail, input: fail } as unknown as ImagesBinding }
    const photo = await stored(id)
    const moved = { ...change, focalX: 0 }
    expect(await changePhoto(db, photo, { version: photo.version, change: moved, by: 'a', nowMs: 4 })).toBe(true)
    expect(await finishPhoto(db, away, { id, formats: [] })).toBe(false)
    expect((await stored(id)).variantsPending).toBe(true)
    expect(await finishPhoto(db, env, { id })).toBe(true)
    expect((await stored(id)).variants.map(({ file }) => file)).toContain('share-0-40.jpg')
  })

  test('goes with its files when nothing uses it', async () => {
    const photo = await stored(id)
    expect(await removePhoto(db, env, photo, entry)).toBe(true)
    expect(await findPhoto(db, { id })).toBeNull()
    expect((await env.MEDIA.list({ prefix: objectKey(photo.sha256, '') })).objects).toEqual([])
  })
})

describe('addPhoto', () => {
  test('never enlarges', async () => {
    const answer = await addPhoto(db, env, { ...options, bytes: await smallPng() })
    if (!answer.ok) throw new Error(answer.problem)
    const { variants } = await stored(answer.id)
    expect(variants.map(({ file, width }) => `${file} ${width}`)).toEqual([
      '480.jpg 300',
      '480.webp 300',
      'full.jpg 300',
    ])
  })

  test('says when the picture inside cannot be read, and keeps nothing', async () => {
    const bytes = await smallPng()
    const hollow = new Uint8Array([...bytes.slice(0, 60), ...new Uint8Array(80), ...bytes.slice(60)])
    const before = (await env.MEDIA.list()).objects.length
    expect((await addPhoto(db, env, { ...options, bytes: hollow })).ok).toBe(false)
    expect((await env.MEDIA.list()).objects.length).toBe(before)
  })

  test('stores nothing when the service for photos is away', async () => {
    const spent = Object.assign(new Error('no transformations left'), { code: 9422 })
    const fail = () => {
      throw spent
    }
    /** Only what the pipeline calls. */
    const away = { info: fail, input: fail } as unknown as ImagesBinding
    const bytes = await photoWithPlace()
    const answer = await addPhoto(db, { MEDIA: env.MEDIA, IMAGES: away }, { ...options, bytes })
    expect(answer).toEqual({ ok: false, problem: 'not-processed' })
  })
})
