import { and, eq, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { ArticleContent } from '../article/content.ts'
import { type Photo, photoKeysIn, photoKeysOf } from '../article/photo.ts'
import type { Edition } from '../edition/editions.ts'
import { type AuditEntry, auditIfChanged } from './audit.ts'
import type { Db } from './client.ts'
import { limit } from './fragments.ts'
import { photo, photoDraftUse, photoUse, photoVariant } from './schema.ts'

/** An article that shows a photo: in an edition that was published, or in its working copy. */
export interface PhotoUse {
  articleId: number
  slug: string
  title: string
  where: Edition | 'draft'
}

const USES_MAX = 200

/** The articles that show a photo, drafts included. At most 200 rows. */
export async function listPhotoUses(db: Db, { id, key }: Pick<Photo, 'id' | 'key'>): Promise<readonly PhotoUse[]> {
  return db.all<PhotoUse>(sql`
    SELECT a.id AS articleId, a.slug, e.title, u.edition AS "where"
      FROM photo_use u JOIN article a ON a.id = u.article_id
      JOIN edition e ON e.article_id = u.article_id AND e.edition = u.edition WHERE u.photo_id = ${id}
    UNION ALL
    SELECT a.id, a.slug, coalesce(r.content ->> ('$.written.' || json_quote(a.source_edition) || '.title'), ''), 'draft'
      FROM photo_draft_use d JOIN article a ON a.id = d.article_id
      JOIN revision r ON r.article_id = a.id AND r.number = a.version WHERE d.photo_key = ${key}
    ORDER BY 1, 4 ${limit(USES_MAX)}`)
}

/** Deletes a photo that nothing uses; false when something does, and nothing is deleted. Its files stay in R2. */
export async function deletePhoto(db: Db, { id, key }: Pick<Photo, 'id' | 'key'>, entry: AuditEntry): Promise<boolean> {
  const unused = sql`NOT EXISTS (SELECT 1 FROM photo_use WHERE photo_id = ${id})
    AND NOT EXISTS (SELECT 1 FROM photo_draft_use WHERE photo_key = ${key})`
  const [, deleted] = await db.batch([
    db.delete(photoVariant).where(and(eq(photoVariant.photoId, id), unused)),
    db
      .delete(photo)
      .where(and(eq(photo.id, id), unused))
      .returning({ id: photo.id }),
    auditIfChanged(db, entry),
  ])
  return deleted.length > 0
}

/** Statements for the batch that saves a revision: which photos the working copy of an article names. */
export function draftUseStatements(
  db: Db,
  { articleId, content }: { articleId: number; content: Pick<ArticleContent, 'leadPhoto' | 'written'> },
): BatchItem<'sqlite'>[] {
  return [
    db.delete(photoDraftUse).where(eq(photoDraftUse.articleId, articleId)),
    ...photoKeysIn(content).map((photoKey) => db.insert(photoDraftUse).values({ photoKey, articleId })),
  ]
}

/** Statements for the batch that publishes: which photos an edition shows. `edition` rows must be written before. */
export function photoUseStatements(
  db: Db,
  row: { articleId: number; edition: Edition; source: string; leadPhoto: string },
): BatchItem<'sqlite'>[] {
  const { articleId, edition } = row
  const keys = photoKeysOf(row, row.source)
  const own = and(eq(photoUse.articleId, articleId), eq(photoUse.edition, edition))
  if (keys.length === 0) return [db.delete(photoUse).where(own)]
  const photos = db
    .select({
      photoId: photo.id,
      articleId: sql<number>`${articleId}`.as('article_id'),
      edition: sql<Edition>`${edition}`.as('edition'),
    })
    .from(photo)
    .where(sql`${photo.key} IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`)
  return [db.delete(photoUse).where(own), db.insert(photoUse).select(photos)]
}

/** Does a stored edition of this article, public or not, show the photo whose address has this hash? */
export async function isPhotoOfArticle(
  db: Db,
  { articleId, hash }: { articleId: number; hash: string },
): Promise<boolean> {
  const [row] = await db.all<{ found: number }>(sql`
    SELECT 1 AS found FROM photo_use u JOIN photo p ON p.id = u.photo_id
    WHERE u.article_id = ${articleId} AND p.sha256 >= ${hash} AND p.sha256 < ${`${hash}g`} LIMIT 1`)
  return row !== undefined
}

/** Ids of the photos that any edition of an article shows, for purging them. */
export async function listPhotoIdsOf(db: Db, articleId: number): Promise<readonly number[]> {
  const rows = await db.selectDistinct({ id: photoUse.photoId }).from(photoUse).where(eq(photoUse.articleId, articleId))
  return rows.map(({ id }) => id)
}
