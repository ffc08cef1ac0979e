import { and, eq } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { Db } from './client.ts'
import type { EditionRow } from './publication.ts'
import { article, edition } from './schema.ts'

/** What a published edition shows otherwise; what is absent stays. */
export type RefreshedEdition = Pick<EditionRow, 'edition'> & Partial<EditionRow>

/** For the batch of an act: the editions show something else; the request for review stays as it was. */
export function refreshStatements(
  db: Db,
  articleId: number,
  rows: readonly RefreshedEdition[],
  review: { requestedAtMs: number | null; requestedBy: string | null },
): BatchItem<'sqlite'>[] {
  return [
    ...rows.map(({ edition: key, ...changed }) =>
      db
        .update(edition)
        .set(changed)
        .where(and(eq(edition.articleId, articleId), eq(edition.edition, key))),
    ),
    db
      .update(article)
      .set({ reviewRequestedAtMs: review.requestedAtMs, reviewRequestedBy: review.requestedBy })
      .where(eq(article.id, articleId)),
  ]
}
