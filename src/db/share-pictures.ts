import { and, eq, isNull, sql } from 'drizzle-orm'
import type { SharePictureType } from '../article/share-picture.ts'
import type { Edition } from '../edition/editions.ts'
import type { SiteWords } from '../edition/identity.ts'
import { type AuditEntry, auditStatement } from './audit.ts'
import type { Db, PublicAt } from './client.ts'
import { siteWords } from './fragments.ts'
import { article, edition, purgeQueue, setting, sharePicture } from './schema.ts'

export type SharePictureRow = typeof sharePicture.$inferSelect

/** Past the last digit of a hexadecimal number: with it a prefix is a range that an index serves. */
const AFTER_DIGITS = 'g'

/**
 * The picture behind an address, or null. To the public it exists while its edition is public under the headline that
 * the picture shows: a headline of tomorrow, of an embargo or of a draft is not told by its picture either.
 */
export async function findPublicSharePicture(
  db: Db,
  { hash, type, visibility }: { hash: string; type: SharePictureType; visibility: PublicAt },
): Promise<Pick<SharePictureRow, 'articleId' | 'edition' | 'sha256' | 'bytes' | 'type'> | null> {
  const [row] = await db.all<Pick<SharePictureRow, 'articleId' | 'edition' | 'sha256' | 'bytes' | 'type'>>(sql`
    SELECT s.article_id AS articleId, s.edition, s.sha256, s.bytes, s.type
    FROM share_picture s JOIN edition e ON e.article_id = s.article_id AND e.edition = s.edition
    WHERE s.sha256 >= ${hash} AND s.sha256 < ${hash + AFTER_DIGITS} AND s.type = ${type}
      AND e.state = 'published' AND e.published_at_ms <= ${visibility.nowMs} AND e.title = s.made_for_title LIMIT 1`)
  return row ?? null
}

/** What the page of publication says about an article's pictures, in one round trip. For editors. */
export interface SharePictureSides {
  stored: readonly { edition: Edition; state: 'published' | 'withdrawn'; title: string }[]
  pictures: readonly Pick<SharePictureRow, 'edition' | 'madeForTitle'>[]
  site: Record<Edition, SiteWords>
}

export async function findSharePictureSides(db: Db, articleId: number): Promise<SharePictureSides> {
  const [stored, pictures, site] = await db.batch([
    db
      .select({ edition: edition.edition, state: edition.state, title: edition.title })
      .from(edition)
      .where(eq(edition.articleId, articleId)),
    db
      .select({ edition: sharePicture.edition, madeForTitle: sharePicture.madeForTitle })
      .from(sharePicture)
      .where(eq(sharePicture.articleId, articleId)),
    db.select({ value: setting.value }).from(setting).where(eq(setting.key, 'site')),
  ])
  return { stored, pictures, site: siteWords(site[0] ? JSON.stringify(site[0].value) : null) }
}

/** The address of an article, or null when there is no such article. */
export async function findSlugOf(db: Db, articleId: number): Promise<string | null> {
  const [row] = await db
    .select({ slug: article.slug })
    .from(article)
    .where(and(eq(article.id, articleId), isNull(article.deletedAtMs)))
  return row?.slug ?? null
}

/** Stores a picture in place of the one before, logs it and queues the purge of the pages that name it. */
export async function putSharePicture(
  db: Db,
  row: SharePictureRow,
  { entry, tags }: { entry: AuditEntry; tags: readonly string[] },
): Promise<{ formerSha256: string | null; purgeId: number }> {
  const { articleId, edition: ofEdition } = row
  const [former, , queued] = await db.batch([
    db
      .select({ sha256: sharePicture.sha256 })
      .from(sharePicture)
      .where(and(eq(sharePicture.articleId, articleId), eq(sharePicture.edition, ofEdition))),
    db
      .insert(sharePicture)
      .values(row)
      .onConflictDoUpdate({ target: [sharePicture.articleId, sharePicture.edition], set: row }),
    db.insert(purgeQueue).values({ tags, queuedAtMs: entry.atMs }).returning({ id: purgeQueue.id }),
    auditStatement(db, entry),
  ])
  return { formerSha256: former[0]?.sha256 ?? null, purgeId: queued[0]?.id ?? 0 }
}
