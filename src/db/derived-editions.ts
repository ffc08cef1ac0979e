/** Converted editions as they were published, with what they were made from: for whoever compares them with today's conversion. */
import { type SQL, sql } from 'drizzle-orm'
import type { EditionContent, Override } from '../article/content.ts'
import type { EditionDetails } from '../article/published.ts'
import { type ChineseEdition, otherChinese } from '../edition/editions.ts'
import { anyPhrase } from '../search/query.ts'
import type { Db } from './client.ts'
import type { Titles } from './drafts.ts'
import { json, limit } from './fragments.ts'
import { articleOfSearchId } from './search-index.ts'

/** The newest converted editions: words that the search index does not have are looked for in these alone. */
export const LOOKED_THROUGH_MAX = 200

/** Editions on one page of a list, which goes on with the next. */
const PAGE_EDITIONS_MAX = 50

/** Characters of published text on one page, but one edition at least: a page is there at once, whatever its articles are like. */
const PAGE_CHARS_MAX = 30_000

/** A converted edition that was put before the public, or will be. */
export interface DerivedEdition {
  articleId: number
  slug: string
  titles: Titles
  edition: ChineseEdition
  sourceEdition: ChineseEdition
  publishedAtMs: number
  embargoed: boolean
  /** What readers see. */
  words: EditionContent
  /** What its revision says in the source edition, and what was decided about its conversion. */
  source: EditionContent
  overrides: readonly Override[]
}

/** A place in the list of all converted editions, newest first. */
export type DerivedPlace = Pick<DerivedEdition, 'publishedAtMs' | 'articleId' | 'edition'>

export interface DerivedEditions {
  items: readonly DerivedEdition[]
  /** The place behind which there are older ones; null on the last page. */
  next: DerivedPlace | null
}

/** The columns of an edition that its words are. */
type WordColumns = Pick<EditionContent, 'label' | 'title' | 'subtitle' | 'summary' | 'place'> & { source: string }
type WordDetails = Pick<EditionDetails, 'downloads' | 'facts' | 'related' | 'invitation'>

/** What readers see, in the shape in which it was written. */
export function wordsOfEdition(row: WordColumns, details: WordDetails): EditionContent {
  const { label, title, subtitle, summary, place, source: body } = row
  const { downloads, facts, related, invitation } = details
  const venue = invitation ? { venue: invitation.venue } : {}
  return { label, title, subtitle, summary, place, ...venue, body, downloads, facts, related }
}

/** Which words an article must have to be looked at, for the edition that is made from it. */
export interface WordsInDerived {
  edition: ChineseEdition
  /** In the source edition. */
  source: readonly string[]
  /** In the converted edition as it was published. */
  derived: readonly string[]
}

/**
 * One page of the converted editions of articles with one of these words, newest first. Headlines, summaries, texts, facts
 * and downloads are looked up in the search index; everything else, and words of one character, in the newest articles alone.
 */
export async function listDerivedWithWords(
  db: Db,
  { asked, before }: { asked: readonly WordsInDerived[]; before: DerivedPlace | null },
): Promise<DerivedEditions> {
  const finds = asked.filter(({ source }) => source.length > 0).map(findsOf)
  if (finds.length === 0) return { items: [], next: null }
  const tables = [sql`found (number) AS MATERIALIZED (${sql.join(finds, UNION_ALL)})`]
  return list(db, { tables, where: sql`${numberOf(sql`e.edition`, sql`e.article_id`)} IN found`, before })
}

/** Has every word two characters or more, so that the index finds it at once? */
export function isIndexed(words: readonly string[]): boolean {
  return words.every((word) => [...word].length > 1) && anyPhrase(words) !== ''
}

const UNION_ALL = sql.raw(' UNION ALL ')

/** One number for an article in a Chinese edition: sets of thousands of them are faster than sets of pairs. */
const numberOf = (edition: SQL, articleId: SQL): SQL => sql`${articleId} * 2 + (${edition} = 'zh-hans')`

/** Selects the converted editions with these words, each by its number; some of them twice. */
function findsOf({ edition, source, derived }: WordsInDerived): SQL {
  const says = source.map((word) => sql`instr(r.content, ${JSON.stringify(word).slice(1, -1)}) > 0`)
  const newest = sql`SELECT ${numberOf(sql`n.edition`, sql`n.article_id`)} FROM (SELECT e.article_id, e.edition FROM ${CONVERTED}
      AND e.edition = ${edition} ORDER BY ${NEWEST_FIRST} ${limit(LOOKED_THROUGH_MAX)}) n
    JOIN edition e ON e.article_id = n.article_id AND e.edition = n.edition ${ITS_REVISION}
    WHERE ${sql.join(says, sql` OR `)}`
  if (!isIndexed([...source, ...derived])) return newest
  const indexed = [foundIn(otherChinese(edition), source, edition), foundIn(edition, [...source, ...derived], edition)]
  // D1 lets five SELECTs be combined at most.
  return sql`SELECT * FROM (${sql.join([newest, ...indexed], UNION_ALL)})`
}

/** Nothing is looked for where nothing was converted. */
function foundIn(edition: ChineseEdition, words: readonly string[], derived: ChineseEdition): SQL {
  const index = sql.raw(`search_${edition.replace('-', '_')}`)
  return sql`SELECT ${numberOf(sql`${derived}`, articleOfSearchId)} FROM ${index}
    WHERE EXISTS (SELECT 1 FROM ${CONVERTED} AND e.edition = ${derived}) AND ${index} MATCH ${anyPhrase(words)}`
}

/** One page of the converted editions that another conversion has made than the one of today, newest first. */
export async function listDerivedByOthers(
  db: Db,
  { versions, before }: { versions: Record<ChineseEdition, string>; before: DerivedPlace | null },
): Promise<DerivedEditions> {
  const today = sql`iif(e.edition = 'zh-hans', ${versions['zh-hans']}, ${versions['zh-hant']})`
  return list(db, { tables: [], where: sql`e.conversion_version <> ${today}`, before })
}

const CONVERTED = sql.raw(`edition e WHERE e.conversion_version IS NOT NULL AND e.state = 'published'`)
const NEWEST_FIRST = sql.raw('e.published_at_ms DESC, e.article_id DESC, e.edition DESC')
const ITS_REVISION = sql.raw('JOIN revision r ON r.article_id = e.article_id AND r.number = e.revision')

const columns = sql.raw(`e.article_id AS articleId, a.slug, a.titles, e.edition, e.published_at_ms AS publishedAtMs,
  e.embargoed, e.label, e.title, e.subtitle, e.summary, e.place, e.source,
  json_object('downloads', e.details -> '$.downloads', 'facts', e.details -> '$.facts',
    'related', e.details -> '$.related', 'invitation', e.details -> '$.invitation') AS details,
  r.content -> ('$.written.' || iif(e.edition = 'zh-hans', '"zh-hant"', '"zh-hans"')) AS written,
  r.content -> '$.overrides' AS overrides`)

interface Row extends WordColumns, DerivedPlace {
  slug: string
  titles: string
  embargoed: number
  details: string
  written: string | null
  overrides: string | null
  /** Of this page and the first of the next. */
  chosen: number
}

interface ListOptions {
  /** What `where` reads from. */
  tables: readonly SQL[]
  where: SQL
  before: DerivedPlace | null
}

async function list(db: Db, { tables, where, before }: ListOptions): Promise<DerivedEditions> {
  const behind = before
    ? sql`(e.published_at_ms, e.article_id, e.edition) < (${before.publishedAtMs}, ${before.articleId}, ${before.edition})`
    : sql`1`
  const chosen = sql`chosen AS MATERIALIZED (SELECT e.article_id, e.edition FROM ${CONVERTED} AND ${where} AND ${behind}
    ORDER BY ${NEWEST_FIRST} ${limit(PAGE_EDITIONS_MAX + 1)})`
  const rows = await db.all<Row>(sql`WITH ${sql.join([...tables, chosen], sql`, `)}
    SELECT * FROM (SELECT ${columns}, count(*) OVER () AS chosen,
        sum(length(e.source)) OVER (ORDER BY ${NEWEST_FIRST}) AS chars
      FROM chosen c JOIN edition e ON e.article_id = c.article_id AND e.edition = c.edition ${ITS_REVISION}
      JOIN article a ON a.id = e.article_id)
    WHERE chars <= max(${PAGE_CHARS_MAX}, length(source)) ORDER BY chars ${limit(PAGE_EDITIONS_MAX)}`)
  const last = rows.at(-1)
  const isMore = last !== undefined && last.chosen > rows.length
  return { items: rows.flatMap(derivedEdition), next: isMore ? last : null }
}

/** What was made from a text that is not there any more is left out. */
function derivedEdition({ titles, embargoed, details, written, overrides, ...row }: Row): DerivedEdition[] {
  const source = json<EditionContent | null>(written, null)
  if (!source) return []
  const { articleId, slug, edition, publishedAtMs } = row
  return [
    {
      ...{
        articleId,
        slug,
        edition,
        publishedAtMs,
        source,
        titles: json<Titles>(titles, {}),
        embargoed: embargoed === 1,
      },
      sourceEdition: otherChinese(edition),
      words: wordsOfEdition(row, json<WordDetails>(details, NO_DETAILS)),
      overrides: json<Override[]>(overrides, []),
    },
  ]
}

const NO_DETAILS: WordDetails = { downloads: [], facts: [], related: [] }
