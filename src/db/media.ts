import { sql } from 'drizzle-orm'
import type { VariantFormat } from '../article/photo.ts'
import type { Db, PublicAt } from './client.ts'

/** A file of a photo, as its address names it. */
export interface MediaFile {
  photoId: number
  key: string
  sha256: string
  file: string
  format: VariantFormat
  width: number
  height: number
  bytes: number
}

/** Past the last digit of a hexadecimal number: with it a prefix is a range that an index serves. */
const AFTER_DIGITS = 'g'

/**
 * The file behind an address, or null when there is none or its photo is not for these eyes. To the public a photo
 * exists while a published edition that shows it is public: scheduled, embargoed and withdrawn ones show nothing, and
 * drafts never do.
 */
export async function findMediaFile(
  db: Db,
  { hash, file, visibility }: { hash: string; file: string; visibility: PublicAt | 'editors' },
): Promise<MediaFile | null> {
  const visible =
    visibility === 'editors'
      ? sql`1`
      : sql`EXISTS (SELECT 1 FROM photo_use u JOIN edition e ON e.article_id = u.article_id AND e.edition = u.edition
          WHERE u.photo_id = p.id AND e.state = 'published' AND e.published_at_ms <= ${visibility.nowMs})`
  const [row] = await db.all<MediaFile>(sql`
    SELECT p.id AS photoId, p.key, p.sha256, v.file, v.format, v.width, v.height, v.bytes
    FROM photo p JOIN photo_variant v ON v.photo_id = p.id AND v.file = ${file}
    WHERE p.sha256 >= ${hash} AND p.sha256 < ${hash + AFTER_DIGITS} AND ${visible} LIMIT 1`)
  return row ?? null
}

/** Which of these address hashes belong to a photo of the library. */
export async function listKnownHashes(db: Db, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ hash: string }>(sql`
    SELECT h.value AS hash FROM json_each(${JSON.stringify(hashes)}) h
    WHERE EXISTS (SELECT 1 FROM photo p WHERE p.sha256 >= h.value AND p.sha256 < h.value || ${AFTER_DIGITS})`)
  return new Set(rows.map(({ hash }) => hash))
}
