import { type SQL, sql } from 'drizzle-orm'
import type { ArticleSummary, TopicName } from '../article/published.ts'
import type { Edition } from '../edition/editions.ts'
import { inFacets, yearFacet } from '../search/facets.ts'
import type { Db, PublicAt } from './client.ts'
import {
  json,
  type Surroundings,
  type SurroundingsRow,
  summaryObject,
  surroundingsColumns,
  surroundingsOf,
  topicColumn,
} from './fragments.ts'
import { articleOfSearchId, searchIdFloor } from './search-index.ts'

/** Results on one page. */
export const SEARCH_PAGE_SIZE = 10

/**
 * The newest finds that are looked at, and the newest with the query in a headline: a query costs the same for a word
 * that stands in every article as for one that stands in two hundred. FTS5's bm25() would count all of them (57 ms at
 * 100,000 articles, against 0.2 ms).
 */
export const SEARCH_MATCHES_MAX = 200

/** Characters of an article's text that come along for its snippet. */
const SNIPPET_SOURCE_CHARS = 20_000

/** Topics and years to filter by. */
const FILTER_TOPICS_MAX = 50

/** A find in the headline counts more than one in the second headline or topics, and that more than one in the body. */
const WEIGHTS = { title: 4, second: 2, any: 1 } as const

export interface SearchHit extends ArticleSummary {
  subtitle: string
  /** The beginning of the body, long enough to find a snippet in. */
  text: string
}

export interface SearchFilters {
  topics: readonly TopicName[]
  /** When the oldest and the newest public article of the edition's lists were published; null when there is none. */
  oldestMs: number | null
  newestMs: number | null
}

export interface SearchAnswer extends SearchFilters {
  hits: readonly SearchHit[]
  /** At most about SEARCH_MATCHES_MAX, see `capped`. */
  count: number
  /** There are more finds than were looked at. */
  capped: boolean
  nextPage: number | null
}

interface SearchOptions {
  edition: Edition
  visibility: PublicAt
  /** An FTS5 expression (search/query.ts); '' for a search by filters alone. */
  match: string
  /** Key of a topic, or ''. An unknown one finds nothing. */
  topic: string
  /** null for all. */
  year: number | null
  page: number
}

type Row = {
  items: string
  count: number
  any: number
  topics: string
  oldest_ms: number | null
  newest_ms: number | null
} & SurroundingsRow

/** One page of results with what the page around them needs, in one statement. */
export async function searchArticles(db: Db, options: SearchOptions): Promise<SearchAnswer & Surroundings> {
  const { edition, visibility, page } = options
  const { nowMs } = visibility
  const isAsked = options.match !== '' || options.topic !== '' || options.year !== null
  const offset = (page - 1) * SEARCH_PAGE_SIZE
  const [row] = await db.all<Row>(sql`
    WITH ${isAsked ? matches(options) : NO_MATCHES},
    visible AS MATERIALIZED (
      SELECT m.id, m.weight, ${articleOfSearchId('m.id')} AS article_id FROM matched m
      JOIN edition e ON e.article_id = ${articleOfSearchId('m.id')} AND e.edition = ${edition}
      WHERE e.state = 'published' AND e.published_at_ms <= ${nowMs})
    SELECT (SELECT json_group_array(json(item)) FROM (
        SELECT json_patch(${summaryObject}, json_object('subtitle', s.subtitle,
          'text', substr(s.text, 1, ${SNIPPET_SOURCE_CHARS}))) AS item
        FROM (SELECT * FROM visible ORDER BY weight DESC, id DESC LIMIT ${SEARCH_PAGE_SIZE} OFFSET ${offset}) v
        JOIN article a ON a.id = v.article_id
        JOIN edition s ON s.article_id = v.article_id AND s.edition = ${edition}
        ORDER BY v.weight DESC, v.id DESC)) AS items,
      (SELECT count(*) FROM visible) AS count,
      (SELECT count(*) FROM found) AS "any",
      ${filterColumns(edition, visibility)},
      ${surroundingsColumns(edition, visibility)}`)
  if (!row) throw new Error('searchArticles: the statement always gives one row')
  return {
    hits: json<SearchHit[]>(row.items, []),
    count: row.count,
    capped: row.any >= SEARCH_MATCHES_MAX,
    nextPage: row.count > offset + SEARCH_PAGE_SIZE ? page + 1 : null,
    topics: json<TopicName[]>(row.topics, []),
    oldestMs: row.oldest_ms,
    newestMs: row.newest_ms,
    ...surroundingsOf(row),
  }
}

const NO_MATCHES = sql.raw('found AS (SELECT 1 WHERE 0), matched AS (SELECT 0 AS id, 0 AS weight WHERE 0)')

/** Ids of the newest finds with their weights. What is not public yet has an id that is out of reach. */
function matches({ edition, visibility, match, topic, year }: SearchOptions): SQL {
  const index = sql.raw(`search_${edition.replace('-', '_')}`)
  /** Numbers are bound as reals, and FTS5 takes only integers for limits of its ids. */
  const end = sql`CAST(${searchIdFloor(visibility.nowMs + 60_000)} AS INTEGER)`
  const filters = [year === null ? '' : inFacets(yearFacet(year))].filter((part) => part !== '').join(' AND ')
  const topicFilter = sql`'{facets} : "topic' || coalesce((SELECT id FROM topic WHERE key = ${topic}), 'none') || '"'`
  const parts = (columns: string) => [
    ...(match === '' ? [] : [sql`${columns === '' ? `(${match})` : `${columns} : (${match})`}`]),
    ...(filters === '' ? [] : [sql`${filters}`]),
    ...(topic === '' ? [] : [topicFilter]),
  ]
  const newest = (columns: string) => sql`SELECT rowid AS id FROM ${index}
    WHERE ${index} MATCH ${sql.join(parts(columns), sql` || ' AND ' || `)} AND rowid < ${end}
    ORDER BY rowid DESC LIMIT ${SEARCH_MATCHES_MAX}`
  const weighted = match !== ''
  return sql`found AS MATERIALIZED (${newest('')}),
    matched AS MATERIALIZED (SELECT id, sum(weight) AS weight FROM (
      SELECT id, ${WEIGHTS.any} AS weight FROM found
      ${weighted ? sql`UNION ALL SELECT id, ${WEIGHTS.title} FROM (${newest('{title}')})` : sql``}
      ${weighted ? sql`UNION ALL SELECT id, ${WEIGHTS.second} FROM (${newest('{subtitle topics}')})` : sql``}
    ) GROUP BY id)`
}

function filterColumns(edition: Edition, { nowMs }: PublicAt): SQL {
  return sql`(SELECT json_group_array(json_object('key', key, 'name', name)) FROM (
      SELECT key, ${topicColumn(edition, 'name')} AS name FROM topic ORDER BY position, id LIMIT ${FILTER_TOPICS_MAX})) AS topics,
    (SELECT min(published_at_ms) FROM listing WHERE edition = ${edition} AND published_at_ms <= ${nowMs}) AS oldest_ms,
    (SELECT max(published_at_ms) FROM listing WHERE edition = ${edition} AND published_at_ms <= ${nowMs}) AS newest_ms`
}
