import { sql } from 'drizzle-orm'
import type { EditionDetails, TopicName } from '../article/published.ts'
import type { Edition } from '../edition/editions.ts'
import type { Db, PublicAt } from './client.ts'
import {
  json,
  limit,
  type Surroundings,
  type SurroundingsRow,
  surroundingsColumns,
  surroundingsOf,
  topicColumn,
} from './fragments.ts'

/** Articles in a feed, with their full texts. A reader that asks daily misses nothing of a busy newsroom. */
export const FEED_ITEMS_MAX = 20

interface StoredArticle {
  id: number
  slug: string
  title: string
  subtitle: string
  summary: string
  html: string
  publishedAtMs: number
  updatedAtMs: number | null
  details: EditionDetails
  topics: TopicName[]
}

interface FeedAnswer {
  /** null for the whole edition, and for a topic that does not exist. */
  topic: (TopicName & { description: string }) | null
  /** Newest first; only what is published in this edition itself. */
  articles: readonly StoredArticle[]
  /** When the edition's public articles last changed: published, updated, corrected or withdrawn. */
  changedAtMs: number
}

type Row = { topic: string | null; articles: string; changed: number | null } & SurroundingsRow

/**
 * What a feed of an edition, or of one of its topics, is made from, in one statement. `topic` is '' for all. CROSS JOIN
 * makes SQLite begin with the few entries (https://sqlite.org/optoverview.html#crossjoin); left to choose, it reads every
 * edition of every article for the moment of the last change.
 */
export async function listFeed(
  db: Db,
  { edition, visibility, topic }: { edition: Edition; visibility: PublicAt; topic: string },
): Promise<FeedAnswer & Surroundings> {
  const { nowMs } = visibility
  const source =
    topic === ''
      ? sql`listing l WHERE`
      : sql`listing_topic l WHERE l.topic_id = (SELECT id FROM topic WHERE key = ${topic}) AND`
  const [row] = await db.all<Row>(sql`
    WITH entry AS MATERIALIZED (
      SELECT l.article_id, l.published_at_ms FROM ${source} l.edition = ${edition} AND l.shown_edition = ${edition}
        AND l.published_at_ms <= ${nowMs} AND l.until_ms > ${nowMs}
      ORDER BY l.published_at_ms DESC, l.article_id DESC ${limit(FEED_ITEMS_MAX)})
    SELECT (SELECT json_object('key', key, 'name', ${topicColumn(edition, 'name')},
        'description', ${topicColumn(edition, 'description')}) FROM topic WHERE key = ${topic}) AS topic,
      (SELECT json_group_array(json(item)) FROM (
        SELECT json_object('id', a.id, 'slug', a.slug, 'title', e.title, 'subtitle', e.subtitle, 'summary', e.summary,
          'html', e.html, 'publishedAtMs', e.published_at_ms, 'updatedAtMs', e.updated_at_ms, 'details', json(e.details),
          'topics', (SELECT json_group_array(json_object('key', key, 'name', name)) FROM (
            SELECT t.key, t.${topicColumn(edition, 'name')} AS name FROM article_topic j JOIN topic t ON t.id = j.topic_id
            WHERE j.article_id = a.id ORDER BY j.position))) AS item
        FROM entry n JOIN article a ON a.id = n.article_id
        JOIN edition e ON e.article_id = n.article_id AND e.edition = ${edition} AND e.state = 'published'
        ORDER BY n.published_at_ms DESC, n.article_id DESC)) AS articles,
      (SELECT max(at_ms) FROM (
        SELECT max(e.published_at_ms, coalesce(e.updated_at_ms, 0)) AS at_ms
        FROM entry n CROSS JOIN edition e ON e.article_id = n.article_id AND e.edition = ${edition}
        UNION ALL SELECT max(withdrawn_at_ms) FROM edition WHERE withdrawn_at_ms IS NOT NULL)) AS changed,
      ${surroundingsColumns(edition, visibility)}`)
  if (!row) throw new Error('listFeed: the statement always gives one row')
  const articles = json<StoredArticle[]>(row.articles, [])
  const corrections = articles.flatMap(({ details }) => details.corrections.map(({ atMs }) => atMs))
  return {
    topic: json<FeedAnswer['topic']>(row.topic, null),
    articles,
    changedAtMs: Math.max(row.changed ?? 0, ...corrections),
    ...surroundingsOf(row),
  }
}
