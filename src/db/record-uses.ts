import { eq, type SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { RecordKind } from '../article/record-shape.ts'
import type { ChineseEdition, Edition } from '../edition/editions.ts'
import type { Db } from './client.ts'
import type { Titles } from './drafts.ts'
import { json, limit } from './fragments.ts'
import { recordUse } from './schema.ts'

/** Uses that are named on one page; whoever wants to delete a record must begin with these. */
export const USES_MAX = 100

/** An article that uses a record. */
export interface RecordUse {
  articleId: number
  slug: string
  titles: Titles
  sourceEdition: ChineseEdition
  /** `draft` is the working copy; the others are what was put before the public. */
  places: readonly (Edition | 'draft')[]
}

/**
 * Statements for the end of a batch that saves or publishes: which records the article uses, read from its own revisions,
 * so that the table cannot disagree with them.
 */
export function recordUseStatements(db: Db, articleId: number | SQL): BatchItem<'sqlite'>[] {
  const used = sql`(
    SELECT 'draft' AS place, r.content FROM article a JOIN revision r ON r.article_id = a.id AND r.number = a.version
      WHERE a.id = ${articleId} AND a.deleted_at_ms IS NULL
    UNION ALL
    SELECT e.edition, r.content FROM edition e JOIN revision r ON r.article_id = e.article_id AND r.number = e.revision
      WHERE e.article_id = ${articleId})`
  const list = (kind: RecordKind, path: string) =>
    sql`SELECT DISTINCT ${kind}, k.value, ${articleId}, u.place FROM ${used} u, json_each(u.content, ${path}) k`
  return [
    db.delete(recordUse).where(eq(recordUse.articleId, articleId)),
    db.insert(recordUse).select(sql`${list('topic', '$.topics')} UNION ALL ${list('contact', '$.contacts')}
      UNION ALL ${list('boilerplate', '$.boilerplates')}`),
  ]
}

/** The articles that use a record, newest first; at most 100. */
export async function listRecordUses(
  db: Db,
  { kind, key }: { kind: RecordKind; key: string },
): Promise<readonly RecordUse[]> {
  const rows = await db.all<Omit<RecordUse, 'titles' | 'places'> & { titles: string; places: string }>(sql`
    SELECT a.id AS articleId, a.slug, a.titles, a.source_edition AS sourceEdition, json_group_array(u.place) AS places
    FROM record_use u JOIN article a ON a.id = u.article_id
    WHERE u.kind = ${kind} AND u.key = ${key} GROUP BY a.id ORDER BY a.id DESC ${limit(USES_MAX)}`)
  return rows.map((row) => ({
    ...row,
    titles: json<Titles>(row.titles, {}),
    places: json<RecordUse['places']>(row.places, []),
  }))
}

/** How many articles use each record of a kind, by key. */
export async function countRecordUses(db: Db, kind: RecordKind): Promise<ReadonlyMap<string, number>> {
  const rows = await db.all<{ key: string; articles: number }>(sql`
    SELECT key, count(DISTINCT article_id) AS articles FROM record_use WHERE kind = ${kind} GROUP BY key`)
  return new Map(rows.map(({ key, articles }) => [key, articles]))
}
