import { type SQL, sql } from 'drizzle-orm'
import type { ArticleSummary, TopicName } from '../article/published.ts'
import type { Edition } from '../edition/editions.ts'
import { inFacets, yearFacet } from '../search/facets.ts'
import { matchExpression, type Term } from '../search/query.ts'
import type { Db, PublicAt } from './client.ts'
import {
  json,
  limit,
  type Surroundings,
  type SurroundingsRow,
  summaryObject,
  surroundingsColumns,
  surroundingsOf,
  topicColumn,
} from './fragments.ts'
import { searchIdFloor } from './search-index.ts'

/** Results on one page. */
export const SEARCH_PAGE_SIZE = 10

/**
 * The newest finds that are looked at: a word that stands in every article costs the same as one that stands in two
 * hundred. FTS5's bm25() would count all of them (57 ms at 100,000 articles, against 0.2 ms).
 */
export const SEARCH_MATCHES_MAX = 200

/** Characters of an article's text that come along for its snippet. */
const SNIPPET_SOURCE_CHARS = 20_000

/** Topics and years to filter by. */
const FILTER_TOPICS_MAX = 50

/** What a term in the headline counts, and one in the second headline or in the topics. In the text alone it counts 0. */
const WEIGHTS = { headline: 4, second: 2 } as const

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
  /** At most SEARCH_MATCHES_MAX, see `capped`. */
  count: number
  /** There are more finds than were looked at. */
  capped: boolean
  nextPage: number | null
}

interface SearchOptions {
  edition: Edition
  visibility: PublicAt
  /** All must be found (search/query.ts); none for a search by filters alone. */
  terms: readonly Term[]
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
  const isAsked = options.terms.length > 0 || options.topic !== '' || options.year !== null
  const offset = (page - 1) * SEARCH_PAGE_SIZE
  const [row] = await db.all<Row>(sql`
    WITH found AS MATERIALIZED (${isAsked ? newestMatches(options) : sql.raw('SELECT 0 AS id WHERE 0')}),
    visible AS MATERIALIZED (
      SELECT f.id, d.article_id, ${weightOf(options.terms)} AS weight FROM found f
      JOIN search_document d ON d.id = f.id
      JOIN edition e ON e.article_id = d.article_id AND e.edition = ${edition}
      WHERE e.state = 'published' AND e.published_at_ms <= ${nowMs})
    SELECT (SELECT json_group_array(json(item)) FROM (
        SELECT json_patch(${summaryObject}, json_object('subtitle', s.subtitle,
          'text', substr(s.text, 1, ${SNIPPET_SOURCE_CHARS}))) AS item
        FROM (SELECT * FROM visible ORDER BY weight DESC, id DESC ${limit(SEARCH_PAGE_SIZE)} OFFSET ${offset}) v
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

/** Ids of the newest finds. What is not public yet has an id that is out of reach. */
function newestMatches({ edition, visibility, terms, topic, year }: SearchOptions): SQL {
  const index = sql.raw(`search_${edition.replace('-', '_')}`)
  /** Numbers are bound as reals, and FTS5 takes only integers for limits of its ids. */
  const end = sql`CAST(${searchIdFloor(visibility.nowMs + 60_000)} AS INTEGER)`
  const parts = [
    ...(terms.length === 0 ? [] : [sql`${matchExpression({ terms })}`]),
    ...(year === null ? [] : [sql`${inFacets(yearFacet(year))}`]),
    ...(topic === '' ? [] : [topicExpression(topic)]),
  ]
  return sql`SELECT rowid AS id FROM ${index}
    WHERE ${index} MATCH ${sql.join(parts, sql` || ' AND ' || `)} AND rowid < ${end}
    ORDER BY rowid DESC ${limit(SEARCH_MATCHES_MAX)}`
}

/** An FTS5 expression for a topic's key, made by the database, which knows its id. */
function topicExpression(topic: string): SQL {
  return sql`'{facets} : "topic' || coalesce((SELECT id FROM topic WHERE key = ${topic}), 'none') || '"'`
}

/** How much a find counts, by where each term stands; `d` is its row in search_document. */
function weightOf(terms: readonly Term[]): SQL {
  const weights = terms.flatMap(({ contained }) =>
    contained === null
      ? []
      : [
          sql`iif(instr(d.headline, ${contained}) > 0, ${WEIGHTS.headline}, iif(instr(d.second, ${contained}) > 0, ${WEIGHTS.second}, 0))`,
        ],
  )
  return weights.length === 0 ? sql.raw('0') : sql.join(weights, sql` + `)
}

function filterColumns(edition: Edition, { nowMs }: PublicAt): SQL {
  return sql`(SELECT json_group_array(json_object('key', key, 'name', name)) FROM (
      SELECT key, ${topicColumn(edition, 'name')} AS name FROM topic ORDER BY position, id ${limit(FILTER_TOPICS_MAX)})) AS topics,
    (SELECT min(published_at_ms) FROM listing WHERE edition = ${edition} AND published_at_ms <= ${nowMs}) AS oldest_ms,
    (SELECT max(published_at_ms) FROM listing WHERE edition = ${edition} AND published_at_ms <= ${nowMs}) AS newest_ms`
}
