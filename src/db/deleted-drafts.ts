import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { ArticleContent, ArticleKind } from '../article/content.ts'
import { photoKeysIn } from '../article/photo.ts'
import type { ChineseEdition } from '../edition/editions.ts'
import { type AuditEntry, auditIfChanged } from './audit.ts'
import type { Db } from './client.ts'
import { isConstraint } from './constraint.ts'
import type { Titles } from './drafts.ts'
import { recordUseStatements } from './record-uses.ts'
import { article, photoDraftUse, revision } from './schema.ts'

export const DELETED_PAGE_SIZE = 25

/** What goes with a draft when it is deleted. */
export interface DraftBelongings {
  revisions: number
  /** Preview links that still open it. */
  links: number
  /** Photos that it names. */
  photos: number
}

export async function countBelongings(db: Db, articleId: number, nowMs: number): Promise<DraftBelongings> {
  const [row] = await db.all<DraftBelongings>(sql`SELECT
    (SELECT count(*) FROM revision WHERE article_id = ${articleId}) AS revisions,
    (SELECT count(*) FROM preview_link WHERE article_id = ${articleId} AND revoked_at_ms IS NULL
      AND expires_at_ms > ${nowMs}) AS links,
    (SELECT count(*) FROM photo_draft_use WHERE article_id = ${articleId}) AS photos`)
  return row ?? { revisions: 0, links: 0, photos: 0 }
}

/**
 * Deletes a draft that the public never knew, as it was when the editor decided; false, and nothing done, when it is
 * public or scheduled by now, has a newer revision or is deleted already. Its address is free afterwards, acts that were
 * decided before are refused, and no photo or record counts as used by it.
 */
export async function deleteDraft(
  db: Db,
  { articleId, version }: { articleId: number; version: number },
  entry: AuditEntry,
): Promise<boolean> {
  const asDecided = and(
    ...[eq(article.id, articleId), eq(article.version, version), eq(article.draft, true), isNull(article.deletedAtMs)],
  )
  const [deleted] = await db.batch([
    db
      .update(article)
      .set({
        ...{ deletedAtMs: entry.atMs, deletedBy: entry.actor, deletedSlug: sql`slug`, slug: `~${articleId}` },
        acts: sql`acts + 1`,
      })
      .where(asDecided)
      .returning({ id: article.id }),
    auditIfChanged(db, entry),
    db.delete(photoDraftUse).where(and(eq(photoDraftUse.articleId, articleId), isDeleted(articleId))),
    ...recordUseStatements(db, articleId),
  ])
  return deleted.length > 0
}

function isDeleted(articleId: number) {
  return sql`EXISTS (SELECT 1 FROM article WHERE id = ${articleId} AND deleted_at_ms IS NOT NULL)`
}

/** A deleted draft as a line of the list. */
export interface DeletedDraft {
  id: number
  kind: ArticleKind
  sourceEdition: ChineseEdition
  titles: Titles
  version: number
  content: ArticleContent
  /** The address that it had. */
  slug: string
  deletedAtMs: number
  deletedBy: string
  /** Who saved its first revision. */
  startedBy: string
}

const startedBy = sql<string>`(SELECT r.saved_by FROM revision r WHERE r.article_id = ${article.id} ORDER BY r.number LIMIT 1)`

function deletedDrafts(db: Db) {
  const { id, kind, sourceEdition, titles, version } = article
  return db
    .select({
      ...{ id, kind, sourceEdition, titles, version, content: revision.content },
      slug: sql<string>`${article.deletedSlug}`,
      deletedAtMs: sql<number>`${article.deletedAtMs}`,
      deletedBy: sql<string>`${article.deletedBy}`,
      startedBy: startedBy.as('started_by'),
    })
    .from(article)
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.version)))
}

/** Deleted drafts, the latest deletion first. */
export async function listDeletedDrafts(
  db: Db,
  { page }: { page: number },
): Promise<{ items: readonly DeletedDraft[]; nextPage: number | null }> {
  const rows = await deletedDrafts(db)
    .where(isNotNull(article.deletedAtMs))
    .orderBy(desc(article.deletedAtMs), desc(article.id))
    .limit(DELETED_PAGE_SIZE + 1)
    .offset((page - 1) * DELETED_PAGE_SIZE)
  const hasMore = rows.length > DELETED_PAGE_SIZE
  return { items: rows.slice(0, DELETED_PAGE_SIZE), nextPage: hasMore ? page + 1 : null }
}

export async function findDeletedDraft(db: Db, articleId: number): Promise<DeletedDraft | null> {
  const [row] = await deletedDrafts(db).where(and(eq(article.id, articleId), isNotNull(article.deletedAtMs)))
  return row ?? null
}

/** Puts a deleted draft back under an address; false when it is not deleted (any more) or somebody has the address. */
export async function restoreDraft(
  db: Db,
  { id, content }: Pick<DeletedDraft, 'id' | 'content'>,
  slug: string,
  entry: AuditEntry,
): Promise<boolean> {
  try {
    const [, restored] = await db.batch([
      db
        .insert(photoDraftUse)
        .select(sql`SELECT k.value, ${id} FROM json_each(${JSON.stringify(photoKeysIn(content))}) k
        WHERE ${isDeleted(id)}`),
      db
        .update(article)
        .set({ slug, deletedAtMs: null, deletedBy: null, deletedSlug: null, acts: sql`acts + 1` })
        .where(and(eq(article.id, id), isNotNull(article.deletedAtMs)))
        .returning({ id: article.id }),
      auditIfChanged(db, entry),
      ...recordUseStatements(db, id),
    ])
    return restored.length > 0
  } catch (error) {
    if (isConstraint(error)) return false
    throw error
  }
}
