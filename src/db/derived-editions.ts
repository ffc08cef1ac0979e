/** Converted editions as they were published, with what they were made from: for whoever compares them with today's conversion. */
import { type SQL, sql } from 'drizzle-orm'
import type { EditionContent, Override } from '../article/content.ts'
import type { EditionDetails } from '../article/published.ts'
import { type ChineseEdition, otherChinese } from '../edition/editions.ts'
import { anyPhrase } from '../search/query.ts'
import type { Db } from './client.ts'
import type { Titles } from './drafts.ts'
import { json } from './fragments.ts'

/** The newest articles that one list looks at. */
export const DERIVED_EDITIONS_MAX = 200

/** Articles on one page of a list of all of them, which goes on with the next. */
const PAGE_EDITIONS_MAX = 100

/** Characters of published text that one list compares: some tenths of a second, whatever the articles are like. */
const CHARS_MAX = 1_500_000

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

export interface DerivedEditions {
  items: readonly DerivedEdition[]
  /** Older ones were left out. */
  capped: boolean
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
 * The newest converted editions of articles with one of these words. Headlines, summaries, texts, facts and downloads are
 * looked up in the search index; everything else, and words of one character, in the newest articles alone.
 */
export async function listDerivedWithWords(
  db: Db,
  { edition, source, derived }: WordsInDerived,
): Promise<DerivedEditions> {
  if (source.length === 0) return { items: [], capped: false }
  const found = isIndexed([...source, ...derived])
    ? sql`${foundIn(otherChinese(edition), source, edition)}
        UNION ALL ${foundIn(edition, [...source, ...derived], edition)}`
    : sql.raw('SELECT NULL AS articleId, 0 AS place WHERE 0')
  const says = source.map((word) => sql`instr(r.content, ${JSON.stringify(word).slice(1, -1)}) > 0`)
  const among = sql`SELECT articleId FROM found UNION SELECT e.article_id FROM (
      SELECT e.article_id, e.edition FROM ${CONVERTED} AND e.edition = ${edition}
      ORDER BY ${NEWEST_FIRST} LIMIT ${DERIVED_EDITIONS_MAX}) n
    JOIN edition e ON e.article_id = n.article_id AND e.edition = n.edition ${ITS_REVISION}
    WHERE ${sql.join(says, sql` OR `)}`
  return list(db, {
    before: [sql`found AS MATERIALIZED (${found})`, sql`among AS MATERIALIZED (${among})`],
    where: sql`e.edition = ${edition} AND e.article_id IN (SELECT articleId FROM among)`,
    finds: sql`(SELECT count(*) AS finds FROM found GROUP BY place ORDER BY finds DESC LIMIT 1)`,
  })
}

/** Has every word two characters or more, so that the index finds it at once? */
export function isIndexed(words: readonly string[]): boolean {
  return words.every((word) => [...word].length > 1) && anyPhrase(words) !== ''
}

/** Nothing is looked for where nothing was converted. */
function foundIn(edition: ChineseEdition, words: readonly string[], derived: ChineseEdition): SQL {
  const index = sql.raw(`search_${edition.replace('-', '_')}`)
  return sql`SELECT d.article_id AS articleId, ${edition} AS place FROM (SELECT rowid AS id FROM ${index}
    WHERE EXISTS (SELECT 1 FROM ${CONVERTED} AND e.edition = ${derived}) AND ${index} MATCH ${anyPhrase([...new Set(words)])} ORDER BY rowid DESC LIMIT ${DERIVED_EDITIONS_MAX}) f
    JOIN search_document d ON d.id = f.id`
}

/** A place in the list of all converted editions, newest first. */
export type DerivedPlace = Pick<DerivedEdition, 'publishedAtMs' | 'articleId' | 'edition'>

/** The newest converted editions, behind a place, that another conversion has made than the one of today. */
export async function listDerivedByOthers(
  db: Db,
  { versions, before }: { versions: Record<ChineseEdition, string>; before: DerivedPlace | null },
): Promise<DerivedEditions> {
  const today = sql`iif(e.edition = 'zh-hans', ${versions['zh-hans']}, ${versions['zh-hant']})`
  const older = before
    ? sql`(e.published_at_ms, e.article_id, e.edition) < (${before.publishedAtMs}, ${before.articleId}, ${before.edition})`
    : sql`1`
  const where = sql`e.conversion_version <> ${today} AND ${older}`
  return list(db, { before: [], where, finds: sql`0`, max: PAGE_EDITIONS_MAX })
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
  /** Most finds in one index, if any was asked. */
  finds: number | null
  chosen: number
}

interface ListOptions {
  /** Tables that `where` reads from. */
  before: readonly SQL[]
  where: SQL
  /** How many an index gave. */
  finds: SQL
  max?: number
}

async function list(
  db: Db,
  { before, where, finds, max = DERIVED_EDITIONS_MAX }: ListOptions,
): Promise<DerivedEditions> {
  const chosen = sql`chosen AS MATERIALIZED (SELECT e.article_id, e.edition FROM ${CONVERTED} AND ${where}
    ORDER BY ${NEWEST_FIRST} LIMIT ${max + 1})`
  const rows = await db.all<Row>(sql`WITH ${sql.join([...before, chosen], sql`, `)}
    SELECT * FROM (SELECT ${columns}, ${finds} AS finds, (SELECT count(*) FROM chosen) AS chosen,
        sum(length(e.source)) OVER (ORDER BY ${NEWEST_FIRST}) AS chars
      FROM chosen c JOIN edition e ON e.article_id = c.article_id AND e.edition = c.edition ${ITS_REVISION}
      JOIN article a ON a.id = e.article_id)
    WHERE chars - length(source) < ${CHARS_MAX} ORDER BY publishedAtMs DESC, articleId DESC, edition DESC`)
  const items = rows.slice(0, max).flatMap(derivedEdition)
  const capped = rows.some(
    ({ finds: found, chosen: count }) => count > rows.length || (found ?? 0) >= DERIVED_EDITIONS_MAX,
  )
  return { items, capped: capped || rows.length > max }
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
