import { type SQL, sql } from 'drizzle-orm'
import type { ArticleSummary, TopicName } from '../article/published.ts'
import type { Edition } from '../edition/editions.ts'
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

/** Articles on one page of a list. Twelve with summaries stay within 14,000 bytes on the wire. */
export const LIST_PAGE_SIZE = 12

/** Newest articles under each topic of the home page. */
const TOPIC_TEASERS_MAX = 3

/** Topics on the home page; a newsroom with more should merge some. */
const TOPICS_MAX = 24

interface ListOptions {
  edition: Edition
  visibility: PublicAt
  page: number
}

export interface ArticleList {
  items: readonly ArticleSummary[]
  /** The number of the page with older articles, or null on the last one. */
  nextPage: number | null
}

export interface TopicTeaser extends TopicName {
  items: readonly ArticleSummary[]
}

/** One page of rows from `listing` or `listing_topic`, newest first, with one row more than the page shows. */
function listItems(source: SQL, { edition, visibility, page }: ListOptions, extra: SQL = sql.raw('')): SQL {
  const { nowMs } = visibility
  return sql`(SELECT json_group_array(json(item)) FROM (
    SELECT ${summaryObject} AS item FROM ${source} l JOIN article a ON a.id = l.article_id
    JOIN edition s ON s.article_id = l.article_id AND s.edition = l.shown_edition
    WHERE l.edition = ${edition} AND l.published_at_ms <= ${nowMs} AND l.until_ms > ${nowMs} ${extra}
    ORDER BY l.published_at_ms DESC, l.article_id DESC
    ${limit(LIST_PAGE_SIZE + 1)} OFFSET ${(page - 1) * LIST_PAGE_SIZE}))`
}

function pageOf(column: string, page: number): ArticleList {
  const items = json<ArticleSummary[]>(column, [])
  const more = items.length > LIST_PAGE_SIZE
  return { items: items.slice(0, LIST_PAGE_SIZE), nextPage: more ? page + 1 : null }
}

/**
 * The newest articles of an edition, the newest of each topic, and the article that editors put first, in one
 * statement. `lead` is null where nobody chose one or the choice is not public.
 */
export async function listHome(
  db: Db,
  options: ListOptions,
): Promise<Surroundings & { lead: ArticleSummary | null; latest: ArticleList; topics: readonly TopicTeaser[] }> {
  const { edition, page } = options
  const { nowMs } = options.visibility
  const [row] = await db.all<{ lead: string | null; latest: string; topics: string } & SurroundingsRow>(sql`
    SELECT (SELECT ${summaryObject} FROM setting p JOIN article a ON a.slug = p.value ->> '$'
        JOIN listing l ON l.article_id = a.id AND l.edition = ${edition}
        JOIN edition s ON s.article_id = l.article_id AND s.edition = l.shown_edition
        WHERE p.key = 'lead' AND l.published_at_ms <= ${nowMs} AND l.until_ms > ${nowMs}) AS lead,
      ${listItems(sql.raw('listing'), options)} AS latest,
      (SELECT json_group_array(json(topic)) FROM (
        SELECT json_object('key', t.key, 'name', t.${topicColumn(edition, 'name')}, 'items',
          (SELECT json_group_array(json(item)) FROM (
            SELECT ${summaryObject} AS item FROM listing_topic l JOIN article a ON a.id = l.article_id
            JOIN edition s ON s.article_id = l.article_id AND s.edition = l.shown_edition
            WHERE l.topic_id = t.id AND l.edition = ${edition} AND l.published_at_ms <= ${nowMs} AND l.until_ms > ${nowMs}
            ORDER BY l.published_at_ms DESC, l.article_id DESC ${limit(TOPIC_TEASERS_MAX)}))) AS topic
        FROM topic t ORDER BY t.position, t.id ${limit(TOPICS_MAX)})) AS topics,
      ${surroundingsColumns(edition, options.visibility)}`)
  if (!row) throw new Error('listHome: the statement always gives one row')
  const topics = json<TopicTeaser[]>(row.topics, []).filter((topic) => topic.items.length > 0)
  return {
    lead: json<ArticleSummary | null>(row.lead, null),
    latest: pageOf(row.latest, page),
    topics,
    ...surroundingsOf(row),
  }
}

export interface TopicList extends ArticleList {
  topic: TopicName & { description: string }
}

/** One page of a topic, or null when there is no such topic. */
export async function findTopicList(
  db: Db,
  options: ListOptions & { topic: string },
): Promise<{ list: TopicList | null } & Surroundings> {
  const { edition, page, topic } = options
  const [row] = await db.all<
    { key: string | null; name: string; description: string; items: string } & SurroundingsRow
  >(sql`
    SELECT t.key, t.${topicColumn(edition, 'name')} AS name, t.${topicColumn(edition, 'description')} AS description,
      ${listItems(sql.raw('listing_topic'), options, sql`AND l.topic_id = t.id`)} AS items,
      ${surroundingsColumns(edition, options.visibility)}
    FROM (SELECT 1) LEFT JOIN topic t ON t.key = ${topic}`)
  if (!row) throw new Error('findTopicList: the statement always gives one row')
  const surroundings = surroundingsOf(row)
  if (row.key === null) return { list: null, ...surroundings }
  const { key, name, description } = row
  return { list: { topic: { key, name, description }, ...pageOf(row.items, page) }, ...surroundings }
}

/** Articles of a span of time (a month, as a rule), newest first, one page. */
export async function listBetween(
  db: Db,
  options: ListOptions & { fromMs: number; toMs: number },
): Promise<{ list: ArticleList } & Surroundings> {
  const { edition, fromMs, toMs, page } = options
  const [row] = await db.all<{ items: string } & SurroundingsRow>(sql`
    SELECT ${listItems(sql.raw('listing'), options, sql`AND l.published_at_ms >= ${fromMs} AND l.published_at_ms < ${toMs}`)} AS items,
      ${surroundingsColumns(edition, options.visibility)}`)
  if (!row) throw new Error('listBetween: the statement always gives one row')
  return { list: pageOf(row.items, page), ...surroundingsOf(row) }
}

/**
 * The first public moment in each of the given spans that has one. Each span costs one look-up in the index, however
 * many articles there are; the caller passes the months of the years that it wants to show.
 */
export async function listSpansWithArticles(
  db: Db,
  options: { edition: Edition; visibility: PublicAt; boundariesMs: readonly number[] },
): Promise<{ startsMs: readonly number[] } & Surroundings> {
  const { edition, boundariesMs } = options
  const { nowMs } = options.visibility
  const [row] = await db.all<{ starts: string } & SurroundingsRow>(sql`
    WITH boundary AS (SELECT value AS start_ms, lead(value) OVER (ORDER BY value) AS end_ms
      FROM json_each(${JSON.stringify(boundariesMs)}))
    SELECT (SELECT json_group_array(start_ms) FROM boundary b WHERE b.end_ms IS NOT NULL AND EXISTS (
        SELECT 1 FROM listing l WHERE l.edition = ${edition} AND l.published_at_ms >= b.start_ms
          AND l.published_at_ms < min(b.end_ms, ${nowMs} + 1) AND l.until_ms > ${nowMs})) AS starts,
      ${surroundingsColumns(edition, options.visibility)}`)
  if (!row) throw new Error('listSpansWithArticles: the statement always gives one row')
  return { startsMs: json<number[]>(row.starts, []), ...surroundingsOf(row) }
}
