import { and, eq, inArray, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { EditionDetails } from '../article/published.ts'
import { hongKongTime } from '../edition/dates.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { dayFacet, monthFacet, topicFacet, yearFacet } from '../search/facets.ts'
import { indexText } from '../search/tokenise.ts'
import type { Db } from './client.ts'
import { topic } from './schema.ts'
import { SEARCH_INDEXES, searchDocument } from './search-schema.ts'

/**
 * Which code made a row of the index. Raise it when fold, tokens or facets change: `npm run reindex` then makes every row
 * anew, and until it has, older rows are found by older rules.
 */
export const SEARCH_INDEX_VERSION = 1

/** Characters of an article that are indexed: the tokens of more would not fit into one of D1's values (2 MB). */
export const INDEXED_CHARS_MAX = 200_000

const ARTICLE_BITS = 25
const EDITION_BITS = 2
const MINUTE_MS = 60_000

/** Ids of the rows that were published before a moment are smaller. Exact in a JavaScript number until 2097. */
export function searchIdFloor(publishedAtMs: number): number {
  return Math.floor(publishedAtMs / MINUTE_MS) * 2 ** (ARTICLE_BITS + EDITION_BITS)
}

/** Newer publications have larger ids; within one minute the newer article. */
export function searchId(articleId: number, edition: Edition, publishedAtMs: number): number {
  if (!(articleId > 0 && articleId < 2 ** ARTICLE_BITS)) throw new RangeError(`searchId: article ${articleId}`)
  return searchIdFloor(publishedAtMs) + articleId * 2 ** EDITION_BITS + EDITION_KEYS.indexOf(edition)
}

/** The article of a row of an index, in SQL. */
export const articleOfSearchId = sql.raw(`((rowid >> ${EDITION_BITS}) & ${2 ** ARTICLE_BITS - 1})`)

/** A topic as the index knows it. */
export interface IndexedTopic {
  id: number
  key: string
  names: Record<Edition, string>
}

/** Topics by key, in the order of the keys; unknown ones are absent. */
export async function findIndexedTopics(db: Db, keys: readonly string[]): Promise<readonly IndexedTopic[]> {
  if (keys.length === 0) return []
  const rows = await db
    .select()
    .from(topic)
    .where(inArray(topic.key, [...keys]))
  return keys.flatMap((key) =>
    rows
      .filter((row) => row.key === key)
      .map(({ id, nameZhHant, nameZhHans, nameEn }) => ({
        id,
        key,
        names: { 'zh-hant': nameZhHant, 'zh-hans': nameZhHans, en: nameEn },
      })),
  )
}

/** What of an edition is indexed. */
export interface IndexedEdition {
  edition: Edition
  state: 'published' | 'withdrawn'
  publishedAtMs: number
  title: string
  subtitle?: string | undefined
  summary?: string | undefined
  text: string
  details: EditionDetails
}

/**
 * The statements that make editions of an article findable, for the `db.batch` that publishes them. What is scheduled is
 * indexed too: the query leaves out what is not public yet. Withdrawn editions are taken out.
 */
export function searchStatements(
  db: Db,
  { articleId, rows, topics }: { articleId: number; rows: readonly IndexedEdition[]; topics: readonly IndexedTopic[] },
): BatchItem<'sqlite'>[] {
  return rows.flatMap((row) => [
    ...searchRemovalStatements(db, { articleId, editions: [row.edition] }),
    ...(row.state === 'published' ? entryStatements(db, { articleId, row, topics }) : []),
  ])
}

/** The statements that make editions of an article unfindable, for the batch that withdraws them. */
export function searchRemovalStatements(
  db: Db,
  { articleId, editions = EDITION_KEYS }: { articleId: number; editions?: readonly Edition[] },
): BatchItem<'sqlite'>[] {
  return editions.flatMap((edition) => {
    const index = SEARCH_INDEXES[edition]
    const own = and(eq(searchDocument.articleId, articleId), eq(searchDocument.edition, edition))
    const ids = db.select({ id: searchDocument.id }).from(searchDocument).where(own)
    return [db.delete(index).where(inArray(index.rowid, ids)), db.delete(searchDocument).where(own)]
  })
}

interface EntryOptions {
  articleId: number
  row: IndexedEdition
  topics: readonly IndexedTopic[]
}

function entryStatements(db: Db, { articleId, row, topics }: EntryOptions): BatchItem<'sqlite'>[] {
  const { edition, publishedAtMs, title, subtitle = '' } = row
  const id = searchId(articleId, edition, publishedAtMs)
  const words = {
    title: indexText(title),
    subtitle: indexText(subtitle),
    topics: indexText(topics.map(({ names }) => names[edition]).join('\n')),
  }
  const body = indexText(bodyWords(row).slice(0, INDEXED_CHARS_MAX))
  return [
    db.insert(SEARCH_INDEXES[edition]).values({ rowid: id, ...words, body, facets: facets(publishedAtMs, topics) }),
    db.insert(searchDocument).values({
      articleId,
      edition,
      id,
      indexVersion: SEARCH_INDEX_VERSION,
      headline: ` ${words.title} `,
      second: ` ${words.subtitle} ${words.topics} `,
    }),
  ]
}

/** Everything that a reader sees under the headlines, but boilerplates and contacts: they would find every article. */
function bodyWords({ summary = '', text, details }: IndexedEdition): string {
  return [
    summary,
    text,
    ...details.facts.flatMap(({ term, detail }) => [term, detail]),
    ...details.downloads.flatMap(({ label, caption }) => [label, caption]),
    ...details.corrections.map(({ note }) => note),
  ].join('\n')
}

function facets(publishedAtMs: number, topics: readonly IndexedTopic[]): string {
  const { year, month, day } = hongKongTime(publishedAtMs)
  const topicFacets = topics.map(({ id }) => topicFacet(id))
  return [dayFacet(year, month, day), monthFacet(year, month), yearFacet(year), ...topicFacets].join(' ')
}
