import { eq, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { ArticleContent } from '../article/content.ts'
import { type EditionState, listingsOf } from '../article/listings.ts'
import type { Db } from './client.ts'
import { photoUseStatements } from './photo-uses.ts'
import { recordUseStatements } from './record-uses.ts'
import { article, articleTopic, edition, listing, listingTopic } from './schema.ts'
import { type IndexedTopic, searchStatements } from './search-index.ts'

export type EditionRow = typeof edition.$inferInsert

/** The state of each of an article's editions, in no order. */
export async function listEditionStates(db: Db, articleId: number): Promise<readonly EditionState[]> {
  return db
    .select({ edition: edition.edition, state: edition.state, publishedAtMs: edition.publishedAtMs })
    .from(edition)
    .where(eq(edition.articleId, articleId))
}

interface PublicationOptions {
  articleId: number
  content: ArticleContent
  /** Rows to insert or replace, complete. */
  rows: readonly EditionRow[]
  /** States of all editions as they will be after this. */
  states: readonly EditionState[]
  topics: readonly IndexedTopic[]
  nowMs: number
}

/**
 * The statements that put editions of an article before the public, or change their state, for one `db.batch`. Lists are
 * written anew from the states, so that they cannot disagree with the editions.
 */
export function publicationStatements(db: Db, options: PublicationOptions): BatchItem<'sqlite'>[] {
  const { articleId, content, rows, topics, nowMs } = options
  const { slug, kind, sourceEdition } = content
  return [
    db
      .update(article)
      .set({ slug, kind, sourceEdition, draft: false, updatedAtMs: nowMs })
      .where(eq(article.id, articleId)),
    ...rows.map((row) =>
      db
        .insert(edition)
        .values(row)
        .onConflictDoUpdate({ target: [edition.articleId, edition.edition], set: row }),
    ),
    ...rows.flatMap((row) => photoUseStatements(db, { ...row, leadPhoto: row.details.leadPhoto?.key ?? '' })),
    db.delete(articleTopic).where(eq(articleTopic.articleId, articleId)),
    ...topics.map(({ id: topicId }, position) => db.insert(articleTopic).values({ articleId, topicId, position })),
    ...listingStatements(db, { articleId, states: options.states, topicIds: topics.map(({ id }) => id) }),
    ...searchStatements(db, { articleId, rows, topics }),
    ...recordUseStatements(db, articleId),
  ]
}

/** Writes an article's place in every list anew. */
export function listingStatements(
  db: Db,
  { articleId, states, topicIds }: Pick<PublicationOptions, 'articleId' | 'states'> & { topicIds: readonly number[] },
): BatchItem<'sqlite'>[] {
  const listings = listingsOf(states).map((entry) => ({ articleId, ...entry }))
  return [
    db.delete(listing).where(eq(listing.articleId, articleId)),
    db.delete(listingTopic).where(sql`${listingTopic.articleId} = ${articleId}`),
    ...listings.map((entry) => db.insert(listing).values(entry)),
    ...topicIds.flatMap((topicId) => listings.map((entry) => db.insert(listingTopic).values({ topicId, ...entry }))),
  ]
}
