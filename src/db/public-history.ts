import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { ArticleKind } from '../article/content.ts'
import type { EditionAct, HistoryRow } from '../article/public-history.ts'
import type { EditionDetails, TopicName, WholeArticle } from '../article/published.ts'
import type { ChineseEdition, Edition } from '../edition/editions.ts'
import type { Db } from './client.ts'
import { json, limit } from './fragments.ts'
import { article, edition, editionPast } from './schema.ts'

/** Kept rows that one page looks at: a hundred acts on three editions. */
const PAST_ROWS_MAX = 300

/** What an act makes of the article itself, which the pages of all its editions show. */
export interface PublicIdentity {
  slug: string
  kind: ArticleKind
  sourceEdition: ChineseEdition
  topicIds: readonly number[]
}

interface Replacement {
  articleId: number
  /** Editions that the act changes. */
  editions: readonly Edition[]
  /** Null where the act leaves the article itself as it is. */
  identity: PublicIdentity | null
  by: string
  nowMs: number
}

const topicName = `CASE edition.edition WHEN 'en' THEN t.name_en WHEN 'zh-hans' THEN t.name_zh_hans ELSE t.name_zh_hant END`

/** The topics of the edition at hand, as JSON. */
const topicsOfEdition = `(SELECT json_group_array(json_object('key', key, 'name', name)) FROM (
  SELECT t.key, ${topicName} AS name FROM article_topic j JOIN topic t ON t.id = j.topic_id
  WHERE j.article_id = edition.article_id ORDER BY j.position))`

/** Everything that the page of an edition is made from, as one JSON object. */
const wholeRow = sql.raw(`(SELECT json_object('state', state, 'publishedAtMs', published_at_ms, 'embargoed', embargoed,
  'updatedAtMs', edition.updated_at_ms, 'withdrawnAtMs', withdrawn_at_ms, 'withdrawalReason', withdrawal_reason,
  'act', act, 'actedAtMs', acted_at_ms, 'actedBy', acted_by, 'slug', a.slug, 'kind', a.kind,
  'sourceEdition', a.source_edition, 'topics', json(${topicsOfEdition}), 'revision', revision, 'label', label,
  'title', title, 'subtitle', subtitle, 'summary', summary, 'place', place, 'source', source, 'html', html, 'text', text,
  'details', json(details), 'conversionVersion', conversion_version, 'approvedBy', approved_by,
  'approvedAtMs', approved_at_ms) FROM article a WHERE a.id = edition.article_id)`)

/**
 * For the beginning of an act's batch: keeps what the public meets now in the editions that will answer otherwise after
 * it, and notes on those that only show the article's new address, kind or topics that they do so from now on.
 */
export function replacementStatements(db: Db, replacement: Replacement): BatchItem<'sqlite'>[] {
  const { articleId, editions, by, nowMs } = replacement
  const isKnown = sql`(${edition.state} = 'withdrawn' OR ${edition.publishedAtMs} <= ${nowMs} OR ${edition.embargoed} = 1)`
  const moves = movesSql(replacement)
  const known = and(eq(edition.articleId, articleId), isKnown)
  return [
    db.insert(editionPast).select(
      db
        .select({
          id: sql<number>`NULL`.as('id'),
          articleId: edition.articleId,
          edition: edition.edition,
          replacedAtMs: sql<number>`${nowMs}`.as('replaced_at_ms'),
          content: sql<string>`${wholeRow}`.as('content'),
        })
        .from(edition)
        .where(and(known, or(inArray(edition.edition, [...editions]), moves))),
    ),
    db.update(edition).set({ act: 'moved', actedAtMs: nowMs, actedBy: by }).where(and(known, moves)),
  ]
}

function movesSql({ articleId, identity }: Replacement): SQL {
  if (!identity) return sql`0`
  const { slug, kind, sourceEdition, topicIds } = identity
  const topics = sql`(SELECT json_group_array(topic_id) FROM (
    SELECT topic_id FROM article_topic WHERE article_id = ${articleId} ORDER BY position))`
  return sql`EXISTS (SELECT 1 FROM ${article} a WHERE a.id = ${articleId} AND (a.slug <> ${slug} OR a.kind <> ${kind}
    OR a.source_edition <> ${sourceEdition} OR ${topics} <> ${JSON.stringify(topicIds)}))`
}

/** Fields of `HistoryRow` with their columns of `edition`, in the order of the migration's `facts`. */
const FACTS = {
  state: 'state',
  publishedAtMs: 'published_at_ms',
  embargoed: 'embargoed',
  updatedAtMs: 'updated_at_ms',
  withdrawnAtMs: 'withdrawn_at_ms',
  act: 'act',
  actedAtMs: 'acted_at_ms',
  actedBy: 'acted_by',
  title: 'title',
  revision: 'revision',
  conversionVersion: 'conversion_version',
  approvedBy: 'approved_by',
  approvedAtMs: 'approved_at_ms',
  correctedAtMs: "details ->> '$.corrections[#-1].atMs'",
  datelineDate: "details ->> '$.datelineDate'",
}

const standingFacts = sql.raw(`json_array(${Object.values(FACTS).join(', ')})`)

interface Row {
  edition: Edition
  pastId: number | null
  replacedAtMs: number | null
  facts: string
}

/** The rows from which an article's public history is read. `complete` is false when the oldest ones are left out. */
export async function listHistoryRows(
  db: Db,
  articleId: number,
): Promise<{ rows: readonly HistoryRow[]; complete: boolean }> {
  const past = await db.all<Row>(sql`
    SELECT edition, id AS pastId, replaced_at_ms AS replacedAtMs, facts FROM edition_past
    WHERE article_id = ${articleId} ORDER BY replaced_at_ms DESC, id DESC ${limit(PAST_ROWS_MAX + 1)}`)
  const standing = await db.all<Row>(sql`
    SELECT edition, NULL AS pastId, NULL AS replacedAtMs, ${standingFacts} AS facts
    FROM edition WHERE article_id = ${articleId}`)
  return {
    rows: [...past.slice(0, PAST_ROWS_MAX), ...standing].flatMap(historyRow),
    complete: past.length <= PAST_ROWS_MAX,
  }
}

/** An imported row may hold anything; what has no date or no details was never shown by this site. */
function historyRow({ facts, ...row }: Row): HistoryRow[] {
  const values: unknown[] = JSON.parse(facts)
  const named = Object.fromEntries(Object.keys(FACTS).map((name, index) => [name, values[index]]))
  const { publishedAtMs, embargoed, datelineDate, ...rest } = named
  if (typeof publishedAtMs !== 'number' || typeof datelineDate !== 'string') return []
  // Written by this module from columns of these types.
  return [{ ...row, ...rest, publishedAtMs, embargoed: embargoed === 1 } as HistoryRow]
}

/** A text that the public met, with the reason if it was withdrawn. */
export interface ShownText {
  article: WholeArticle
  withdrawalReason: string
}

interface WholeRow extends Omit<WholeArticle, 'id' | 'edition' | 'derived' | 'editions'> {
  topics: readonly TopicName[]
  details: EditionDetails
  withdrawalReason: string
  conversionVersion: string | null
  act: EditionAct | null
}

/** The whole of a row of an article's history, or null when it is gone. */
export async function findShownText(
  db: Db,
  { articleId, row }: { articleId: number; row: HistoryRow },
): Promise<ShownText | null> {
  const content =
    row.pastId === null
      ? sql`SELECT ${wholeRow} AS content FROM edition WHERE article_id = ${articleId} AND edition = ${row.edition}`
      : sql`SELECT content FROM edition_past WHERE article_id = ${articleId} AND id = ${row.pastId}`
  const [found] = await db.all<{ content: string; standing: string }>(sql`
    SELECT content, (SELECT json_object('slug', slug, 'kind', kind, 'sourceEdition', source_edition)
      FROM article WHERE id = ${articleId}) AS standing FROM (${content})`)
  if (!found) return null
  // Rows that were kept before they had an address and a kind of their own show those that the article has.
  const whole: WholeRow = { ...json<object>(found.standing, {}), ...JSON.parse(found.content) }
  const { withdrawalReason, conversionVersion, topics = [], ...rest } = whole
  return {
    withdrawalReason: withdrawalReason ?? '',
    article: {
      ...{ ...rest, id: articleId, edition: row.edition, topics, derived: conversionVersion !== null },
      ...{ editions: [], newer: null, older: null, relatedArticles: [] },
    },
  }
}
