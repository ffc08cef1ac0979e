/** Writes a whole site as files that people can read and another Causeway can take in. */
import { objectKey } from '../article/photo.ts'
import type { Words } from '../article/site-records.ts'
import { createDb, type Db } from '../db/client.ts'
import { listPhotosAfter } from '../db/photos.ts'
import { findArticleAfter, listSiteRecords } from '../db/transfer.ts'
import { EDITION_KEYS } from '../edition/editions.ts'
import { serialiseStored } from './article-folder.ts'
import { PHOTO_FILE, PHOTOS_FOLDER, serialisePhoto } from './photo-folder.ts'
import { OperatorError } from './settings.ts'
import { SITE_FILE, serialiseSite } from './site-file.ts'
import { siteRecordsOf } from './site-records-file.ts'
import { isRecord } from './state-file.ts'

/** All settings by key, as JSON. */
export const SETTINGS_FILE = 'settings.json'

/** The site's decisions for conversion, one JSON object a line. */
export const GLOSSARY_FILE = 'glossary.jsonl'

/** Photos read from the database at a time. */
const PHOTOS_AT_ONCE = 50

export interface Storage {
  DB: D1Database
  MEDIA: R2Bucket
}

/** Puts a file at a path below the folder of the export. */
export type WriteFile = (path: string, content: string | Uint8Array) => Promise<void>

/**
 * Writes every article, photo and record. The same data always gives the same bytes.
 * @throws OperatorError when R2 lacks a file that the database names
 */
export async function exportFiles(
  { DB, MEDIA }: Storage,
  write: WriteFile,
): Promise<{ articles: number; photos: number }> {
  const db = createDb(DB)
  await exportRecords(db, write)
  const photos = await exportPhotos(db, MEDIA, write)
  const articles = await exportArticles(db, write)
  return { articles, photos }
}

async function exportRecords(db: Db, write: WriteFile): Promise<void> {
  const { settings, decisions, ...stored } = await listSiteRecords(db)
  const site = settings.find(({ key }) => key === 'site')?.value
  const records = siteRecordsOf(stored, noticesOf(site))
  await write(SITE_FILE, serialiseSite({ records, comment: '' }))
  const lines = decisions.map(({ kind, hant, hans, direction, note }) => ({ kind, hant, hans, direction, note }))
  await write(GLOSSARY_FILE, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const values = Object.fromEntries(settings.map(({ key, value }) => [key, value]))
  await write(SETTINGS_FILE, `${JSON.stringify(values, null, 2)}\n`)
}

function noticesOf(site: unknown): Words {
  const [hant = '', hans = '', en = ''] = EDITION_KEYS.map((edition) => {
    const words = isRecord(site) ? site[edition] : undefined
    return isRecord(words) && typeof words.notice === 'string' ? words.notice : ''
  })
  return { 'zh-hant': hant, 'zh-hans': hans, en }
}

async function exportPhotos(db: Db, bucket: R2Bucket, write: WriteFile): Promise<number> {
  let count = 0
  for (let afterKey = ''; ; ) {
    const photos = await listPhotosAfter(db, { afterKey, limit: PHOTOS_AT_ONCE })
    for (const photo of photos) {
      const folder = `${PHOTOS_FOLDER}/${photo.key}`
      await write(`${folder}/${PHOTO_FILE}`, serialisePhoto(photo))
      for (const { file } of photo.variants) {
        const object = await bucket.get(objectKey(photo.sha256, file))
        if (!object)
          throw new OperatorError(
            `The photo ${photo.key} has no ${file} in R2: delete or replace the photo, then try again.`,
          )
        await write(`${folder}/${file}`, new Uint8Array(await object.arrayBuffer()))
      }
      count++
    }
    const last = photos.at(-1)
    if (!last || photos.length < PHOTOS_AT_ONCE) return count
    afterKey = last.key
  }
}

async function exportArticles(db: Db, write: WriteFile): Promise<number> {
  let count = 0
  for (let afterSlug = ''; ; count++) {
    const article = await findArticleAfter(db, afterSlug)
    if (!article) return count
    for (const [name, text] of serialiseStored(article)) await write(`${article.slug}/${name}`, text)
    afterSlug = article.slug
  }
}
