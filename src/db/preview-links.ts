import { and, count, desc, eq, isNull, max } from 'drizzle-orm'
import type { Edition } from '../edition/editions.ts'
import { type AuditEntry, auditStatement } from './audit.ts'
import type { Db } from './client.ts'
import { article, previewLink, previewUse } from './schema.ts'

const LINKS_MAX = 100

export interface PreviewLink {
  id: number
  reader: string
  createdBy: string
  createdAtMs: number
  expiresAtMs: number
  revokedAtMs: number | null
  uses: number
  lastUseAtMs: number | null
}

/** An article's links, newest first, with how often each was used. */
export async function listPreviewLinks(db: Db, articleId: number): Promise<readonly PreviewLink[]> {
  const { id, reader, createdBy, createdAtMs, expiresAtMs, revokedAtMs } = previewLink
  return db
    .select({
      ...{ id, reader, createdBy, createdAtMs, expiresAtMs, revokedAtMs },
      uses: count(previewUse.id),
      lastUseAtMs: max(previewUse.usedAtMs),
    })
    .from(previewLink)
    .leftJoin(previewUse, eq(previewUse.linkId, previewLink.id))
    .where(eq(previewLink.articleId, articleId))
    .groupBy(previewLink.id)
    .orderBy(desc(previewLink.id))
    .limit(LINKS_MAX)
}

/** Enters a link of which only the hash of its token is stored. */
export async function insertPreviewLink(
  db: Db,
  row: { articleId: number; tokenHash: string; reader: string; createdBy: string; expiresAtMs: number },
  entry: AuditEntry,
): Promise<void> {
  await db.batch([db.insert(previewLink).values({ ...row, createdAtMs: entry.atMs }), auditStatement(db, entry)])
}

export async function revokePreviewLink(
  db: Db,
  { articleId, id }: { articleId: number; id: number },
  entry: AuditEntry,
): Promise<void> {
  const own = and(eq(previewLink.id, id), eq(previewLink.articleId, articleId))
  await db.batch([db.update(previewLink).set({ revokedAtMs: entry.atMs }).where(own), auditStatement(db, entry)])
}

/** The link with this token and the address of its article, or null when it does not (or no longer) open anything. */
export async function findPreviewLink(
  db: Db,
  { tokenHash, nowMs }: { tokenHash: string; nowMs: number },
): Promise<{ id: number; articleId: number } | null> {
  const [row] = await db
    .select({
      id: previewLink.id,
      articleId: previewLink.articleId,
      expiresAtMs: previewLink.expiresAtMs,
      revokedAtMs: previewLink.revokedAtMs,
    })
    .from(previewLink)
    .innerJoin(article, eq(article.id, previewLink.articleId))
    .where(and(eq(previewLink.tokenHash, tokenHash), isNull(article.deletedAtMs)))
  if (!row || row.revokedAtMs !== null || row.expiresAtMs <= nowMs) return null
  return { id: row.id, articleId: row.articleId }
}

/** Notes that a link was used. */
export async function insertPreviewUse(
  db: Db,
  use: { linkId: number; edition: Edition; usedAtMs: number },
): Promise<void> {
  await db.insert(previewUse).values(use)
}
