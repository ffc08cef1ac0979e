import { type SQL, sql } from 'drizzle-orm'
import type { ArticleKind } from '../article/content.ts'
import type {
  ArticleAnswer,
  ArticleSummary,
  EditionDetails,
  PublishedArticle,
  TopicName,
  WholeArticle,
} from '../article/published.ts'
import { SHARE_PICTURE_PX, type SharePictureType, sharePictureFile } from '../article/share-picture.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { href } from '../routes.ts'
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
import { prepared } from './prepared.ts'

/** How many other articles of the first topic an article page offers. */
const RELATED_MAX = 3

interface Sibling {
  edition: Edition
  state: 'published' | 'withdrawn'
  publishedAtMs: number
  withdrawnAtMs: number | null
  embargoed: number
  title: string
}

interface Row extends SurroundingsRow {
  id: number | null
  slug: string
  kind: ArticleKind
  source_edition: Edition
  state: 'published' | 'withdrawn' | null
  published_at_ms: number
  embargoed: number
  updated_at_ms: number | null
  withdrawn_at_ms: number | null
  withdrawal_reason: string
  label: string
  title: string
  subtitle: string
  summary: string
  place: string
  /** Absent where nobody asked for the whole. */
  source?: string
  html: string
  text?: string
  details: string
  conversion_version: string | null
  share_sha256: string | null
  share_type: SharePictureType
  approved_at_ms: number | null
  siblings: string
  topics: string
  newer: string | null
  older: string | null
  related: string
}

/**
 * Everything that an article address answers with, in one statement: the article, where it moved to, why it was
 * withdrawn, until when it is embargoed, or in which other editions it can be read. What is not public at
 * `visibility.nowMs` is in no part of the answer.
 */
export async function findPublishedArticle(
  db: Db,
  options: Options,
): Promise<Surroundings & { answer: ArticleAnswer }> {
  const row = onlyRow(await findPage(db, options.edition, valuesOf(options)))
  return { answer: answerOf(row, options, (article) => article), ...surroundingsOf(row) }
}

/** The same with the article's source and plain text, which its page does without. */
export async function findWholeArticle(
  db: Db,
  options: Options,
): Promise<Surroundings & { answer: ArticleAnswer<WholeArticle> }> {
  const row = onlyRow(await findWhole(db, options.edition, valuesOf(options)))
  const { source = '', text = '' } = row
  return { answer: answerOf(row, options, (article) => ({ ...article, source, text })), ...surroundingsOf(row) }
}

interface Options {
  edition: Edition
  slug: string
  visibility: PublicAt
}

const valuesOf = ({ slug, visibility: { nowMs } }: Options) => ({ slug, nowMs })
const findPage = prepared<Edition, Row>((edition) => statement(edition, sql`e.html`))
const findWhole = prepared<Edition, Row>((edition) => statement(edition, sql`e.html, e.source, e.text`))

function statement(edition: Edition, words: SQL): SQL {
  const slug = sql.placeholder('slug')
  const nowMs = sql.placeholder('nowMs')
  return sql`
    WITH target AS (
      SELECT id, slug, kind, source_edition FROM article WHERE slug = ${slug}
      UNION ALL
      SELECT a.id, a.slug, a.kind, a.source_edition FROM slug_history h JOIN article a ON a.id = h.article_id
      WHERE h.slug = ${slug}
      LIMIT 1
    ), anchor AS (SELECT 1)
    SELECT t.id, t.slug, t.kind, t.source_edition,
      e.state, e.published_at_ms, e.embargoed, e.updated_at_ms, e.withdrawn_at_ms, e.withdrawal_reason,
      e.label, e.title, e.subtitle, e.summary, e.place, ${words}, e.details,
      e.conversion_version, e.approved_at_ms, p.sha256 AS share_sha256, p.type AS share_type,
      (SELECT json_group_array(json_object('edition', edition, 'state', state, 'publishedAtMs', published_at_ms,
        'withdrawnAtMs', withdrawn_at_ms, 'embargoed', embargoed, 'title', title)) FROM edition WHERE article_id = t.id) AS siblings,
      (SELECT json_group_array(json_object('key', key, 'name', name)) FROM (
        SELECT c.key, c.${topicColumn(edition, 'name')} AS name FROM article_topic j JOIN topic c ON c.id = j.topic_id
        WHERE j.article_id = t.id ORDER BY j.position)) AS topics,
      (SELECT ${summaryObject} FROM listing l JOIN article a ON a.id = l.article_id
        JOIN edition s ON s.article_id = l.article_id AND s.edition = l.shown_edition
        WHERE l.edition = ${edition} AND (l.published_at_ms, l.article_id) > (e.published_at_ms, t.id)
          AND l.published_at_ms <= ${nowMs} AND l.until_ms > ${nowMs}
        ORDER BY l.published_at_ms, l.article_id LIMIT 1) AS newer,
      (SELECT ${summaryObject} FROM listing l JOIN article a ON a.id = l.article_id
        JOIN edition s ON s.article_id = l.article_id AND s.edition = l.shown_edition
        WHERE l.edition = ${edition} AND (l.published_at_ms, l.article_id) < (e.published_at_ms, t.id)
          AND l.published_at_ms <= ${nowMs} AND l.until_ms > ${nowMs}
        ORDER BY l.published_at_ms DESC, l.article_id DESC LIMIT 1) AS older,
      (SELECT json_group_array(json(item)) FROM (
        SELECT ${summaryObject} AS item FROM listing_topic l JOIN article a ON a.id = l.article_id
        JOIN edition s ON s.article_id = l.article_id AND s.edition = l.shown_edition
        WHERE l.topic_id = (SELECT topic_id FROM article_topic WHERE article_id = t.id ORDER BY position LIMIT 1)
          AND l.edition = ${edition} AND l.article_id <> t.id
          AND l.published_at_ms <= ${nowMs} AND l.until_ms > ${nowMs}
        ORDER BY l.published_at_ms DESC, l.article_id DESC ${limit(RELATED_MAX)})) AS related,
      ${surroundingsColumns(edition, { nowMs })}
    FROM anchor LEFT JOIN target t LEFT JOIN edition e ON e.article_id = t.id AND e.edition = ${edition}
      LEFT JOIN share_picture p ON p.article_id = t.id AND p.edition = ${edition} AND p.made_for_title = e.title`
}

function onlyRow([row]: readonly Row[]): Row {
  if (!row) throw new Error('findPublishedArticle: the statement always gives one row')
  return row
}

function answerOf<Article extends PublishedArticle>(
  row: Row,
  { edition, slug, visibility: { nowMs } }: Options,
  complete: (article: PublishedArticle) => Article,
): ArticleAnswer<Article> {
  if (row.id === null) return { kind: 'missing' }
  const stored = json<Sibling[]>(row.siblings, [])
  const siblings = EDITION_KEYS.flatMap((key) => stored.filter((sibling) => sibling.edition === key))
  const readable = siblings.filter((sibling) => sibling.state === 'published' && sibling.publishedAtMs <= nowMs)
  const known = siblings.some((sibling) => isKnown(sibling, nowMs))
  if (!known) return { kind: 'missing' }
  if (row.slug !== slug) return { kind: 'moved', slug: row.slug }
  const editions = readable.map((sibling) => sibling.edition)
  if (row.state === 'withdrawn') {
    return {
      kind: 'withdrawn',
      title: row.title,
      reason: row.withdrawal_reason,
      withdrawnAtMs: row.withdrawn_at_ms ?? 0,
      editions,
    }
  }
  if (row.state === 'published' && row.published_at_ms <= nowMs) {
    return { kind: 'article', article: complete(articleOf(row, row.id, edition, editions)) }
  }
  if (row.state === 'published' && row.embargoed === 1) {
    return { kind: 'embargoed', untilMs: row.published_at_ms, editions }
  }
  if (readable.length > 0) return { kind: 'untranslated', editions: readable }
  return answerOfOthers(siblings, nowMs)
}

/** This edition does not exist and no other can be read, but the address is public: what the others answer. */
function answerOfOthers(siblings: readonly Sibling[], nowMs: number): ArticleAnswer<never> {
  const times = siblings.flatMap(({ state, embargoed, publishedAtMs }) =>
    state === 'published' && embargoed === 1 && publishedAtMs > nowMs ? [publishedAtMs] : [],
  )
  if (times.length > 0) return { kind: 'embargoed', untilMs: Math.min(...times), editions: [] }
  const withdrawn = siblings.find(({ state }) => state === 'withdrawn')
  if (!withdrawn) return { kind: 'missing' }
  return { kind: 'withdrawn', title: '', reason: '', withdrawnAtMs: withdrawn.withdrawnAtMs ?? 0, editions: [] }
}

/** May the public know that the address exists? Scheduled articles: not before their time. */
function isKnown(sibling: Sibling, nowMs: number): boolean {
  return sibling.state === 'withdrawn' || sibling.publishedAtMs <= nowMs || sibling.embargoed === 1
}

function articleOf(row: Row, id: number, edition: Edition, editions: readonly Edition[]): PublishedArticle {
  return {
    id,
    slug: row.slug,
    kind: row.kind,
    edition,
    sourceEdition: row.source_edition,
    label: row.label,
    title: row.title,
    subtitle: row.subtitle,
    summary: row.summary,
    place: row.place,
    html: row.html,
    publishedAtMs: row.published_at_ms,
    updatedAtMs: row.updated_at_ms,
    details: { ...(JSON.parse(row.details) satisfies EditionDetails), ...shareImageOf(row) },
    derived: row.conversion_version !== null,
    approvedAtMs: row.approved_at_ms,
    topics: json<TopicName[]>(row.topics, []),
    editions,
    newer: json<ArticleSummary | null>(row.newer, null),
    older: json<ArticleSummary | null>(row.older, null),
    relatedArticles: json<ArticleSummary[]>(row.related, []),
  }
}

/** The picture is stored beside the edition, not in it: it may be drawn after the publication and outlives an update. */
function shareImageOf({ share_sha256: sha256, share_type: type }: Row): Pick<EditionDetails, 'shareImage'> {
  if (sha256 === null) return {}
  return { shareImage: { src: href.sharePicture(sharePictureFile(sha256, type)), ...SHARE_PICTURE_PX } }
}
