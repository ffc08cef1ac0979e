import { sql } from 'drizzle-orm'
import type { EditionDetails } from '../article/published.ts'
import type { Edition } from '../edition/editions.ts'
import type { Db } from './client.ts'
import { json, limit } from './fragments.ts'
import {
  type IndexedEdition,
  type IndexedTopic,
  SEARCH_INDEX_VERSION,
  searchRemovalStatements,
  searchStatements,
} from './search-index.ts'

/** Articles in one step: well below D1's limits for one batch, and short enough not to hold up a publication. */
export const REINDEX_ARTICLES_PER_STEP = 20

interface Row {
  article_id: number
  edition: Edition
  state: 'published' | 'withdrawn'
  published_at_ms: number
  title: string
  subtitle: string
  summary: string
  text: string
  details: string
  topics: string
}

interface Step {
  /** Where the next step goes on, or null when there is nothing left. */
  nextAfterId: number | null
  articles: number
}

/**
 * Makes the index rows of some articles anew: those whose id is larger than `afterId`, oldest id first. May be stopped
 * and begun again at any point; what is published meanwhile is written by its own publication. With `onlyOutdated`
 * articles are passed over whose rows are complete and of the current version.
 */
export async function reindexStep(
  db: Db,
  { afterId, onlyOutdated }: { afterId: number; onlyOutdated: boolean },
): Promise<Step> {
  const rows = await db.all<Row>(sql`
    SELECT e.article_id, e.edition, e.state, e.published_at_ms, e.title, e.subtitle, e.summary, e.text, e.details,
      (SELECT json_group_array(json_object('id', id, 'key', key, 'names',
          json_object('zh-hant', name_zh_hant, 'zh-hans', name_zh_hans, 'en', name_en))) FROM (
        SELECT t.* FROM article_topic j JOIN topic t ON t.id = j.topic_id
        WHERE j.article_id = e.article_id ORDER BY j.position)) AS topics
    FROM edition e WHERE e.article_id IN (
      SELECT DISTINCT article_id FROM edition o WHERE o.article_id > ${afterId}
        ${onlyOutdated ? OUTDATED : sql.raw('')} ORDER BY article_id ${limit(REINDEX_ARTICLES_PER_STEP)})
    ORDER BY e.article_id`)
  const byArticle = Map.groupBy(rows, (row) => row.article_id)
  for (const [articleId, own] of byArticle) {
    const topics = json<IndexedTopic[]>(own[0]?.topics ?? null, [])
    const [first, ...others] = [
      ...searchRemovalStatements(db, { articleId }),
      ...searchStatements(db, { articleId, rows: own.map(indexedEdition), topics }),
    ]
    if (first) await db.batch([first, ...others])
  }
  return { nextAfterId: rows.at(-1)?.article_id ?? null, articles: byArticle.size }
}

const OUTDATED = sql`AND NOT EXISTS (SELECT 1 FROM search_document d WHERE d.article_id = o.article_id
  AND d.edition = o.edition AND d.index_version = ${SEARCH_INDEX_VERSION}) AND o.state = 'published'`

function indexedEdition(row: Row): IndexedEdition {
  const { edition, state, title, subtitle, summary, text } = row
  const details: EditionDetails = JSON.parse(row.details)
  return { edition, state, publishedAtMs: row.published_at_ms, title, subtitle, summary, text, details }
}
