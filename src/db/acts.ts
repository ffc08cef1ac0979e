import { and, eq, inArray, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { EditionState } from '../article/listings.ts'
import type { Edition } from '../edition/editions.ts'
import { type AuditEntry, auditStatement } from './audit.ts'
import type { Db } from './client.ts'
import { isConstraint } from './constraint.ts'
import { type PublicIdentity, replacementStatements } from './public-history.ts'
import { type EditionRow, listingStatements } from './publication.ts'
import { recordUseStatements } from './record-uses.ts'
import { article, articleTopic, edition, photoUse, purgeQueue, slugHistory } from './schema.ts'
import { searchRemovalStatements } from './search-index.ts'

/** An act of an editor on the publication of an article, decided on what `acts` and `version` counted. */
interface ActOptions {
  articleId: number
  acts: number
  version: number
  /** Editions that will show something else. */
  editions: readonly Edition[]
  /** What all pages of the article show after a publication; null for other acts. */
  identity: PublicIdentity | null
  /** Address before the act; another one in `slug` leaves a redirect behind. */
  oldSlug: string
  slug: string
  /** Has the public ever known the old address? */
  wasPublic: boolean
  tags: readonly string[]
  entry: AuditEntry
}

/** Every edition of an article as it is stored. */
export async function listEditionRows(db: Db, articleId: number): Promise<readonly (typeof edition.$inferSelect)[]> {
  return db.select().from(edition).where(eq(edition.articleId, articleId))
}

/** Ids of the topics under which an article is listed. */
export async function listTopicIds(db: Db, articleId: number): Promise<readonly number[]> {
  const rows = await db
    .select({ id: articleTopic.topicId })
    .from(articleTopic)
    .where(eq(articleTopic.articleId, articleId))
    .orderBy(articleTopic.position)
  return rows.map(({ id }) => id)
}

/**
 * Does `statements` and everything that belongs to an act in one batch: the texts that readers lose are kept, the old
 * address redirects, the log has its line and the purge is queued. False, and nothing written, when the article or its
 * publication is no longer what the editor decided on; `acts` becomes NULL then, which the table refuses.
 */
export async function performAct(
  db: Db,
  options: ActOptions,
  statements: readonly BatchItem<'sqlite'>[],
): Promise<{ ok: true; purgeId: number } | { ok: false }> {
  const { articleId, acts, version, editions, identity, tags, entry } = options
  const decidedOn = sql`(SELECT acts + 1 FROM article WHERE id = ${articleId} AND acts = ${acts} AND version = ${version})`
  try {
    const [queued] = await db.batch([
      db.insert(purgeQueue).values({ tags, queuedAtMs: entry.atMs }).returning({ id: purgeQueue.id }),
      db
        .update(article)
        .set({ acts: decidedOn, reviewRequestedAtMs: null, reviewRequestedBy: null })
        .where(eq(article.id, articleId)),
      ...replacementStatements(db, { articleId, editions, identity, by: entry.actor, nowMs: entry.atMs }),
      ...addressStatements(db, options),
      ...statements,
      auditStatement(db, entry),
    ])
    return { ok: true, purgeId: queued[0]?.id ?? 0 }
  } catch (error) {
    if (isConstraint(error)) return { ok: false }
    throw error
  }
}

function addressStatements(db: Db, { articleId, oldSlug, slug, wasPublic, entry }: ActOptions): BatchItem<'sqlite'>[] {
  if (slug === oldSlug || !wasPublic) return []
  return [
    db.delete(slugHistory).where(and(eq(slugHistory.slug, slug), eq(slugHistory.articleId, articleId))),
    db.insert(slugHistory).values({ slug: oldSlug, articleId, replacedAtMs: entry.atMs }).onConflictDoNothing(),
  ]
}

/** The statements that take a schedule back: the editions are drafts again and stand in no list. */
export function cancellationStatements(
  db: Db,
  {
    articleId,
    editions,
    states,
    topicIds,
  }: { articleId: number; editions: readonly Edition[]; states: readonly EditionState[]; topicIds: readonly number[] },
): BatchItem<'sqlite'>[] {
  const keys = [...editions]
  return [
    ...listingStatements(db, { articleId, states, topicIds }),
    ...searchRemovalStatements(db, { articleId, editions: keys }),
    db.delete(photoUse).where(and(eq(photoUse.articleId, articleId), inArray(photoUse.edition, keys))),
    db.delete(edition).where(and(eq(edition.articleId, articleId), inArray(edition.edition, keys))),
    db
      .update(article)
      .set({ draft: states.length === 0 })
      .where(eq(article.id, articleId)),
    ...recordUseStatements(db, articleId),
  ]
}

export type { EditionRow }
