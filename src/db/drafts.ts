import { and, desc, eq, gte, inArray, notExists, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ArticleContent } from '../article/content.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { type AuditEntry, auditStatement } from './audit.ts'
import type { Db } from './client.ts'
import { isConstraint } from './constraint.ts'
import { foldForFinding } from './front-page.ts'
import { draftUseStatements } from './photo-uses.ts'
import { recordUseStatements } from './record-uses.ts'
import { article, audit, edition, revision } from './schema.ts'

export type Titles = Partial<Record<Edition, string>>

/** Autosaves within the same ten minutes of the clock are one revision, so that none reaches further back. */
const AUTOSAVE_SPAN_MS = 10 * 60 * 1000

/** The titles of all editions as the admin's search compares them. */
export function findableOf(titles: Titles): string {
  return foldForFinding(EDITION_KEYS.map((key) => titles[key] ?? '').join('\n'))
}

interface NewArticle {
  content: ArticleContent
  titles: Titles
  savedBy: string
  nowMs: number
}

/**
 * Enters an article with its first revision, in one batch, and gives its id; null when the slug is taken.
 */
export async function createArticle(db: Db, { content, titles, savedBy, nowMs }: NewArticle): Promise<number | null> {
  const { slug, kind, sourceEdition } = content
  const id = sql`(SELECT id FROM article WHERE slug = ${slug})`
  const entry = { atMs: nowMs, actor: savedBy, action: 'article-created' as const, subject: slug }
  try {
    const [rows] = await db.batch([
      db
        .insert(article)
        .values({
          ...{ slug, kind, sourceEdition, titles, findable: findableOf(titles) },
          ...{ version: 1, createdAtMs: nowMs, updatedAtMs: nowMs },
        })
        .returning({ id: article.id }),
      db.insert(revision).values({ articleId: id, number: 1, content, savedBy, savedAtMs: nowMs }),
      ...recordUseStatements(db, id),
      db.insert(audit).values({ ...entry, articleId: id }),
    ])
    return rows[0]?.id ?? null
  } catch (error) {
    if (isConstraint(error)) return null
    throw error
  }
}

export interface SaveOptions {
  articleId: number
  /** The revision that the new one was written on. Any other newest revision refuses the save. */
  baseVersion: number
  content: ArticleContent
  titles: Titles
  /** The address of a draft follows its slug; that of a published article changes at publication only. */
  slug: string | null
  savedBy: string
  note: string
  autosaved: boolean
  /** Takes the place of the base, if that is an autosave of the same editor a moment ago. */
  supersedes: boolean
  entry: AuditEntry | null
  nowMs: number
}

/**
 * Writes revision `baseVersion + 1`, all or nothing; false when the newest revision is another one by now. `number` is
 * NULL then, which the table refuses, and with it the whole batch.
 */
export async function insertRevision(db: Db, options: SaveOptions): Promise<boolean> {
  const { articleId, baseVersion, content, titles, slug, savedBy, note, autosaved, entry, nowMs } = options
  const { kind, sourceEdition } = content
  const here = and(eq(article.id, articleId), eq(article.version, baseVersion))
  const next = sql`(SELECT version + 1 FROM article WHERE id = ${articleId} AND version = ${baseVersion}
    AND deleted_at_ms IS NULL)`
  try {
    await db.batch([
      db.insert(revision).values({ articleId, number: next, content, savedBy, savedAtMs: nowMs, note, autosaved }),
      db
        .update(article)
        .set({
          ...{ version: sql`version + 1`, titles, findable: findableOf(titles), updatedAtMs: nowMs },
          ...{ kind: whileDraft(article.kind, kind), sourceEdition: whileDraft(article.sourceEdition, sourceEdition) },
          ...(slug === null ? {} : { slug }),
        })
        .where(here),
      ...(options.supersedes ? [supersededAutosave(db, options)] : []),
      ...draftUseStatements(db, { articleId, content }),
      ...recordUseStatements(db, articleId),
      ...(entry ? [auditStatement(db, entry)] : []),
    ])
    return true
  } catch (error) {
    if (isConstraint(error)) return false
    throw error
  }
}

/** Public pages show it, so that of a published article changes at publication only. */
function whileDraft(column: AnySQLiteColumn, value: string) {
  return sql`iif(${article.draft}, ${value}, ${column})`
}

/** Removes the autosave that the new revision continues: same editor, a moment ago, and no reader ever saw it. */
function supersededAutosave(db: Db, { articleId, baseVersion, savedBy, nowMs }: SaveOptions) {
  const published = db
    .select({ one: sql`1` })
    .from(edition)
    .where(and(eq(edition.articleId, articleId), eq(edition.revision, baseVersion)))
  return db
    .delete(revision)
    .where(
      and(
        eq(revision.articleId, articleId),
        eq(revision.number, baseVersion),
        eq(revision.autosaved, true),
        eq(revision.savedBy, savedBy),
        gte(revision.savedAtMs, nowMs - (nowMs % AUTOSAVE_SPAN_MS)),
        notExists(published),
      ),
    )
}

export const REVISIONS_PAGE_SIZE = 50

export interface RevisionLine {
  number: number
  savedBy: string
  savedAtMs: number
  note: string
  autosaved: boolean
}

/** Revisions without their texts, newest first. */
export async function listRevisions(
  db: Db,
  { articleId, page }: { articleId: number; page: number },
): Promise<{ items: readonly RevisionLine[]; nextPage: number | null }> {
  const { number, savedBy, savedAtMs, note, autosaved } = revision
  const rows = await db
    .select({ number, savedBy, savedAtMs, note, autosaved })
    .from(revision)
    .where(and(eq(revision.articleId, articleId), notDeleted(articleId)))
    .orderBy(desc(number))
    .limit(REVISIONS_PAGE_SIZE + 1)
    .offset((page - 1) * REVISIONS_PAGE_SIZE)
  return { items: rows.slice(0, REVISIONS_PAGE_SIZE), nextPage: rows.length > REVISIONS_PAGE_SIZE ? page + 1 : null }
}

/** Revisions of a deleted draft are kept and shown to nobody. */
function notDeleted(articleId: number) {
  return sql`NOT EXISTS (SELECT 1 FROM article WHERE id = ${articleId} AND deleted_at_ms IS NOT NULL)`
}

export interface StoredRevision extends RevisionLine {
  content: ArticleContent
}

export async function findRevision(db: Db, articleId: number, number: number): Promise<StoredRevision | null> {
  const [found = null] = await findRevisions(db, articleId, [number])
  return found
}

/** Read at once: between two queries the newest may give way to a newer one. Null when there is none, or it is deleted. */
export async function findNewestRevision(db: Db, articleId: number): Promise<StoredRevision | null> {
  const [newest = null] = await db
    .select()
    .from(revision)
    .where(and(eq(revision.articleId, articleId), notDeleted(articleId)))
    .orderBy(desc(revision.number))
    .limit(1)
  return newest
}

/** In the order of the numbers; null where there is no such revision. */
export async function findRevisions(
  db: Db,
  articleId: number,
  numbers: readonly number[],
): Promise<readonly (StoredRevision | null)[]> {
  const rows = await db
    .select()
    .from(revision)
    .where(and(eq(revision.articleId, articleId), inArray(revision.number, [...numbers]), notDeleted(articleId)))
  return numbers.map((number) => rows.find((row) => row.number === number) ?? null)
}

/** Asks for a review, or ends asking. */
export async function setReview(db: Db, articleId: number, by: string | null, entry: AuditEntry): Promise<void> {
  const values = { reviewRequestedAtMs: by === null ? null : entry.atMs, reviewRequestedBy: by }
  await db.batch([db.update(article).set(values).where(eq(article.id, articleId)), auditStatement(db, entry)])
}

/** Remembers who approved the conversion of a revision. */
export async function setConversionChecked(
  db: Db,
  { articleId, version }: { articleId: number; version: number },
  entry: AuditEntry,
): Promise<void> {
  const values = { checkedVersion: version, checkedBy: entry.actor, checkedAtMs: entry.atMs }
  await db.batch([db.update(article).set(values).where(eq(article.id, articleId)), auditStatement(db, entry)])
}
