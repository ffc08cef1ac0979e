import { and, eq, sql } from 'drizzle-orm'
import type { Photo, PhotoVariant, PhotoWords } from '../article/photo.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { fold } from '../search/fold.ts'
import { type AuditEntry, auditIfChanged, auditStatement } from './audit.ts'
import type { Db } from './client.ts'
import { json, limit } from './fragments.ts'
import { photo, photoVariant } from './schema.ts'

/** Photos on one page of the library: six rows of four thumbnails. */
export const PHOTO_PAGE_SIZE = 24
/** Longer queries were not typed by an editor. */
const QUERY_CHARS_MAX = 100

interface Row {
  id: number
  key: string
  sha256: string
  width: number
  height: number
  credit: string
  focal_x: number
  focal_y: number
  description: Photo['description']
  words: string
  variants_pending: number
  created_by: string
  created_at_ms: number
  updated_at_ms: number
  version: number
  variants: string
}

const photoColumns = sql`p.id, p.key, p.sha256, p.width, p.height, p.credit, p.focal_x, p.focal_y, p.description, p.words,
  p.variants_pending, p.created_by, p.created_at_ms, p.updated_at_ms, p.version,
  (SELECT json_group_array(json_object('file', file, 'format', format, 'width', width, 'height', height, 'bytes', bytes))
    FROM (SELECT * FROM photo_variant WHERE photo_id = p.id ORDER BY file)) AS variants`

function photoOf(row: Row): Photo {
  return {
    id: row.id,
    key: row.key,
    sha256: row.sha256,
    width: row.width,
    height: row.height,
    credit: row.credit,
    focalX: row.focal_x,
    focalY: row.focal_y,
    description: row.description,
    words: JSON.parse(row.words) satisfies Record<Edition, PhotoWords>,
    variantsPending: row.variants_pending === 1,
    createdBy: row.created_by,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    version: row.version,
    variants: json<PhotoVariant[]>(row.variants, []),
  }
}

/** One photo with its files. For editors: says nothing about whether the public may see it. */
export async function findPhoto(
  db: Db,
  by: { id: number } | { key: string } | { sha256: string },
): Promise<Photo | null> {
  const condition =
    'id' in by ? sql`p.id = ${by.id}` : 'key' in by ? sql`p.key = ${by.key}` : sql`p.sha256 = ${by.sha256}`
  const [row] = await db.all<Row>(sql`SELECT ${photoColumns} FROM photo p WHERE ${condition}`)
  return row ? photoOf(row) : null
}

/** Photos by key, in no order; keys that are not there are absent. */
export async function listPhotosByKey(db: Db, keys: readonly string[]): Promise<readonly Photo[]> {
  if (keys.length === 0) return []
  const rows = await db.all<Row>(sql`SELECT ${photoColumns} FROM photo p
    WHERE p.key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`)
  return rows.map(photoOf)
}

/** Everything that is said about a photo, in a form that both scripts share. */
function findableOf({ credit, words }: Pick<Photo, 'credit' | 'words'>): string {
  return fold([credit, ...EDITION_KEYS.flatMap((edition) => Object.values(words[edition]))].join('\n'))
}

export interface PhotoPage {
  items: readonly Photo[]
  nextPage: number | null
}

/**
 * One page of the photos that have every word of the query in what is said about them, in either script, or in their
 * key; newest first. No query gives all of them.
 */
export async function listPhotos(db: Db, { query = '', page }: { query?: string; page: number }): Promise<PhotoPage> {
  const words = fold(query.slice(0, QUERY_CHARS_MAX)).split(/\s+/).filter(Boolean)
  const rows = await db.all<Row>(sql`SELECT ${photoColumns} FROM photo p
    WHERE NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(words)}) w 
      WHERE instr(p.findable || ' ' || lower(p.key), w.value) = 0)
    ORDER BY p.created_at_ms DESC, p.id DESC ${limit(PHOTO_PAGE_SIZE + 1)} OFFSET ${(page - 1) * PHOTO_PAGE_SIZE}`)
  const items = rows.slice(0, PHOTO_PAGE_SIZE).map(photoOf)
  return { items, nextPage: rows.length > PHOTO_PAGE_SIZE ? page + 1 : null }
}

/** Writes anew what some photos are found by, those after `afterKey`; gives the last key, or null when all are done. */
export async function refoldPhotos(
  db: Db,
  { afterKey, limit }: { afterKey: string; limit: number },
): Promise<string | null> {
  const photos = await listPhotosAfter(db, { afterKey, limit })
  const [first, ...others] = photos.map((one) =>
    db
      .update(photo)
      .set({ findable: findableOf(one) })
      .where(eq(photo.id, one.id)),
  )
  if (first) await db.batch([first, ...others])
  return photos.at(-1)?.key ?? null
}

/** Every photo, in the order of their keys, a bounded number at a time. `afterKey` is the last key of the one before. */
export async function listPhotosAfter(
  db: Db,
  { afterKey, limit }: { afterKey: string; limit: number },
): Promise<readonly Photo[]> {
  const rows = await db.all<Row>(sql`SELECT ${photoColumns} FROM photo p
    WHERE p.key > ${afterKey} ORDER BY p.key LIMIT ${limit}`)
  return rows.map(photoOf)
}

export type PhotoInsert = Omit<Photo, 'id'>

/** Enters a photo with the files that there are of it so far, and gives its id. */
export async function insertPhoto(
  db: Db,
  { variants, ...row }: PhotoInsert,
  entry: AuditEntry | null = null,
): Promise<number> {
  const photoId = sql`(SELECT id FROM photo WHERE key = ${row.key})`
  const [[inserted]] = await db.batch([
    db
      .insert(photo)
      .values({ ...row, findable: findableOf(row) })
      .returning({ id: photo.id }),
    ...variants.map((variant) => db.insert(photoVariant).values({ photoId, ...variant })),
    ...(entry ? [auditStatement(db, entry)] : []),
  ])
  if (!inserted) throw new Error('insertPhoto: an insert returns its row')
  return inserted.id
}

/** Replaces everything about a photo but its files in R2; used by import. */
export async function replacePhoto(db: Db, { id, variants, ...row }: Photo): Promise<void> {
  await db.batch([
    db.delete(photoVariant).where(eq(photoVariant.photoId, id)),
    db
      .update(photo)
      .set({ ...row, findable: findableOf(row) })
      .where(eq(photo.id, id)),
    ...variants.map((variant) => db.insert(photoVariant).values({ photoId: id, ...variant })),
  ])
}

/**
 * Records files that have been made. A file that is there already stays as it is. Whether more are to come is recorded only
 * while the photo is as it was when they were made: another focal point asks for another file.
 */
export async function addVariants(
  db: Db,
  {
    photo: { id: photoId, version },
    variants,
    pending,
  }: { photo: Pick<Photo, 'id' | 'version'>; variants: readonly PhotoVariant[]; pending: boolean },
): Promise<void> {
  await db.batch([
    db
      .update(photo)
      .set({ variantsPending: pending })
      .where(and(eq(photo.id, photoId), eq(photo.version, version))),
    ...variants.map((variant) =>
      db
        .insert(photoVariant)
        .values({ photoId, ...variant })
        .onConflictDoNothing(),
    ),
  ])
}

/** What an editor may change about a photo. */
export type PhotoChange = Pick<Photo, 'credit' | 'focalX' | 'focalY' | 'description' | 'words'>

/** Stores an editor's changes; false when somebody else changed the photo since `version`, and nothing is written. */
export async function updatePhoto(
  db: Db,
  options: { id: number; version: number; change: PhotoChange; variantsPending?: boolean; nowMs: number },
  entry: AuditEntry,
): Promise<boolean> {
  const { id, version, change, variantsPending, nowMs } = options
  const pending = variantsPending === undefined ? {} : { variantsPending }
  const update = db
    .update(photo)
    .set({ ...change, ...pending, findable: findableOf(change), updatedAtMs: nowMs, version: version + 1 })
    .where(and(eq(photo.id, id), eq(photo.version, version)))
    .returning({ id: photo.id })
  const [rows] = await db.batch([update, auditIfChanged(db, entry)])
  return rows.length > 0
}
