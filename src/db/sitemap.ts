import { sql } from 'drizzle-orm'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import type { SiteWords } from '../edition/identity.ts'
import type { Db, PublicAt } from './client.ts'
import { json, limit, type SurroundingsRow, surroundingsOf } from './fragments.ts'

/**
 * Articles of one part of the sitemap, by their ids: with three editions 3,000 addresses and 2 MB. The protocol allows
 * 50,000 and 50 MB; a Worker should not write that in one answer.
 */
export const SITEMAP_ARTICLES_PER_PART = 1000

/** Addresses in a news sitemap, as search engines allow. */
const NEWS_URLS_MAX = 1000

export interface SitemapArticle {
  slug: string
  /** Editions in which it can be read now, in the order of EDITION_KEYS. */
  editions: readonly { edition: Edition; changedAtMs: number }[]
}

interface PartAnswer {
  articles: readonly SitemapArticle[]
  topics: readonly string[]
  /** Parts that have an article; 1 holds the first SITEMAP_ARTICLES_PER_PART ids. */
  parts: readonly number[]
  boundaryMs: number | null
}

/** When the next edition of an article appears by itself, in whichever edition. */
function boundaryColumn({ nowMs }: PublicAt) {
  const each = EDITION_KEYS.map(
    (edition) =>
      sql`SELECT min(published_at_ms) AS at_ms FROM listing WHERE edition = ${edition} AND published_at_ms > ${nowMs}`,
  )
  return sql`(SELECT min(at_ms) FROM (${sql.join(each, sql` UNION ALL `)})) AS boundary_ms`
}

/** One part of the sitemap, with the keys of all topics and the numbers of all parts, in one statement. */
export async function listSitemapPart(
  db: Db,
  { part, visibility }: { part: number; visibility: PublicAt },
): Promise<PartAnswer> {
  const { nowMs } = visibility
  const last = part * SITEMAP_ARTICLES_PER_PART
  const [row] = await db.all<{ articles: string; topics: string; parts: string; boundary_ms: number | null }>(sql`
    WITH RECURSIVE part (number) AS (
      SELECT 1 UNION ALL SELECT number + 1 FROM part
      WHERE number * ${SITEMAP_ARTICLES_PER_PART} < (SELECT max(article_id) FROM edition))
    SELECT (SELECT json_group_array(json_object('slug', slug, 'editions', json(editions))) FROM (
        SELECT a.slug, json_group_array(json_object('edition', e.edition,
          'changedAtMs', max(e.published_at_ms, coalesce(e.updated_at_ms, 0)))) AS editions
        FROM article a JOIN edition e ON e.article_id = a.id
        WHERE a.id > ${last - SITEMAP_ARTICLES_PER_PART} AND a.id <= ${last}
          AND e.state = 'published' AND e.published_at_ms <= ${nowMs}
        GROUP BY a.id ORDER BY a.id)) AS articles,
      (SELECT json_group_array(key) FROM (SELECT key FROM topic ORDER BY position, id)) AS topics,
      (SELECT json_group_array(number) FROM part WHERE EXISTS (
        SELECT 1 FROM edition WHERE article_id > (number - 1) * ${SITEMAP_ARTICLES_PER_PART}
          AND article_id <= number * ${SITEMAP_ARTICLES_PER_PART} AND state = 'published' AND published_at_ms <= ${nowMs}
      )) AS parts,
      ${boundaryColumn(visibility)}`)
  if (!row) throw new Error('listSitemapPart: the statement always gives one row')
  const inOrder = (article: SitemapArticle): SitemapArticle => ({
    slug: article.slug,
    editions: EDITION_KEYS.flatMap((key) => article.editions.filter(({ edition }) => edition === key)),
  })
  return {
    articles: json<SitemapArticle[]>(row.articles, []).map(inOrder),
    topics: json<string[]>(row.topics, []),
    parts: json<number[]>(row.parts, []),
    boundaryMs: row.boundary_ms,
  }
}

export interface NewsArticle {
  slug: string
  edition: Edition
  title: string
  publishedAtMs: number
}

/** What was published since a moment, newest first, in its own edition. */
export async function listNewsSince(
  db: Db,
  { sinceMs, visibility }: { sinceMs: number; visibility: PublicAt },
): Promise<{ articles: readonly NewsArticle[]; site: Record<Edition, SiteWords>; boundaryMs: number | null }> {
  const { nowMs } = visibility
  const each = EDITION_KEYS.map(
    (edition) => sql`SELECT article_id, edition, published_at_ms FROM listing
      WHERE edition = ${edition} AND shown_edition = ${edition}
        AND published_at_ms <= ${nowMs} AND published_at_ms > ${sinceMs}`,
  )
  const [row] = await db.all<{ articles: string } & SurroundingsRow>(sql`
    SELECT (SELECT json_group_array(json(item)) FROM (
        SELECT json_object('slug', a.slug, 'edition', e.edition, 'title', e.title, 'publishedAtMs', e.published_at_ms) AS item
        FROM (${sql.join(each, sql` UNION ALL `)} ORDER BY published_at_ms DESC ${limit(NEWS_URLS_MAX)}) l
        JOIN article a ON a.id = l.article_id
        JOIN edition e ON e.article_id = l.article_id AND e.edition = l.edition AND e.state = 'published'
        ORDER BY l.published_at_ms DESC, a.id, l.edition)) AS articles,
      (SELECT value FROM setting WHERE key = 'site') AS site,
      ${boundaryColumn(visibility)}`)
  if (!row) throw new Error('listNewsSince: the statement always gives one row')
  return { articles: json<NewsArticle[]>(row.articles, []), ...surroundingsOf(row) }
}
