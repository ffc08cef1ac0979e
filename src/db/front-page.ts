import { type SQL, sql } from 'drizzle-orm'
import type { ArticleKind } from '../article/content.ts'
import type { StoredState } from '../article/states.ts'
import type { ChineseEdition, Edition } from '../edition/editions.ts'
import type { Db } from './client.ts'
import { json, limit } from './fragments.ts'

/** Articles in one list of the front page; the others are in the list of all. */
export const FRONT_LIST_MAX = 15
/** What waits for its time appears by itself: nobody should have to look for it. */
export const UPCOMING_MAX = 60
/** Rows looked at for the latest publications: three editions of each article. */
const RECENT_ROWS_MAX = 3 * FRONT_LIST_MAX
export const FIND_PAGE_SIZE = 25
/** Longer queries were not typed by an editor. */
const QUERY_CHARS_MAX = 100

/** An article as one line of the admin, with what its three editions are. */
export interface ArticleLine {
  id: number
  slug: string
  kind: ArticleKind
  version: number
  sourceEdition: ChineseEdition
  titles: Partial<Record<Edition, string>>
  updatedAtMs: number
  reviewRequestedBy: string | null
  editions: readonly (StoredState & { edition: Edition })[]
}

export interface FrontPage {
  drafts: readonly ArticleLine[]
  waiting: readonly ArticleLine[]
  upcoming: readonly ArticleLine[]
  recent: readonly ArticleLine[]
  /** When the cron last ran to its end, or null if never. */
  heartbeatAtMs: number | null
  /** Purges that have been tried and failed. */
  failedPurges: number
}

const line = sql.raw(`json_object('id', a.id, 'slug', a.slug, 'kind', a.kind, 'version', a.version,
  'sourceEdition', a.source_edition, 'titles', json(a.titles), 'updatedAtMs', a.updated_at_ms,
  'reviewRequestedBy', a.review_requested_by,
  'editions', (SELECT json_group_array(json_object('edition', e.edition, 'state', e.state,
    'publishedAtMs', e.published_at_ms, 'embargoed', json(iif(e.embargoed, 'true', 'false')),
    'withdrawnAtMs', e.withdrawn_at_ms, 'revision', e.revision)) FROM edition e WHERE e.article_id = a.id))`)

function lines(from: SQL): SQL {
  return sql`(SELECT json_group_array(json(item)) FROM (SELECT ${line} AS item ${from}))`
}

/** Everything of the front page in one statement. */
export async function findFrontPage(db: Db, { nowMs }: { nowMs: number }): Promise<FrontPage> {
  const [row] = await db.all<{
    drafts: string
    waiting: string
    upcoming: string
    recent: string
    heartbeat: number | null
    failed: number
  }>(sql`SELECT
    ${lines(sql`FROM article a WHERE a.draft = 1 AND a.review_requested_at_ms IS NULL AND a.deleted_at_ms IS NULL
      ORDER BY a.updated_at_ms DESC, a.id DESC ${limit(FRONT_LIST_MAX)}`)} AS drafts,
    ${lines(sql`FROM article a WHERE a.review_requested_at_ms IS NOT NULL AND a.deleted_at_ms IS NULL
      ORDER BY a.review_requested_at_ms ${limit(FRONT_LIST_MAX)}`)} AS waiting,
    ${lines(sql`FROM article a JOIN (SELECT article_id, min(published_at_ms) AS at_ms FROM edition
      WHERE published_at_ms > ${nowMs} AND state = 'published' GROUP BY article_id ORDER BY at_ms
      ${limit(UPCOMING_MAX)}) u ON u.article_id = a.id ORDER BY u.at_ms`)} AS upcoming,
    ${lines(sql`FROM article a JOIN (SELECT article_id, max(published_at_ms) AS at_ms FROM (
        SELECT article_id, published_at_ms FROM edition WHERE published_at_ms <= ${nowMs}
        ORDER BY published_at_ms DESC ${limit(RECENT_ROWS_MAX)})
      GROUP BY article_id ORDER BY at_ms DESC ${limit(FRONT_LIST_MAX)}) r ON r.article_id = a.id
      ORDER BY r.at_ms DESC`)} AS recent,
    (SELECT at_ms FROM heartbeat WHERE name = 'cron') AS heartbeat,
    (SELECT count(*) FROM purge_queue WHERE attempts > 0) AS failed`)
  if (!row) throw new Error('findFrontPage: the statement always gives one row')
  return {
    drafts: json<ArticleLine[]>(row.drafts, []),
    waiting: json<ArticleLine[]>(row.waiting, []),
    upcoming: json<ArticleLine[]>(row.upcoming, []),
    recent: json<ArticleLine[]>(row.recent, []),
    heartbeatAtMs: row.heartbeat,
    failedPurges: row.failed,
  }
}

/**
 * Articles whose titles, in any edition, or slug hold every word of the query; newest change first. Both Chinese scripts
 * are stored, so a query in either finds the article. No query gives everything.
 */
export async function findArticlesByWords(
  db: Db,
  { query, page }: { query: string; page: number },
): Promise<{ items: readonly ArticleLine[]; nextPage: number | null }> {
  const words = foldForFinding(query.slice(0, QUERY_CHARS_MAX)).split(/\s+/).filter(Boolean)
  const [row] = await db.all<{ items: string }>(
    sql`SELECT ${lines(sql`FROM article a
    WHERE a.deleted_at_ms IS NULL AND NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(words)}) w WHERE instr(a.findable || ' ' || a.slug, w.value) = 0)
    ORDER BY a.updated_at_ms DESC, a.id DESC ${limit(FIND_PAGE_SIZE + 1)} OFFSET ${(page - 1) * FIND_PAGE_SIZE}`)} AS items`,
  )
  const items = json<ArticleLine[]>(row?.items ?? null, [])
  return { items: items.slice(0, FIND_PAGE_SIZE), nextPage: items.length > FIND_PAGE_SIZE ? page + 1 : null }
}

/** How titles are stored for finding and how queries are compared with them. */
export function foldForFinding(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}
