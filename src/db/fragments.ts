import { type Placeholder, sql } from 'drizzle-orm'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { SITE_WORDS, type SiteWords } from '../edition/identity.ts'
import type { PublicAt } from './client.ts'

/** Pieces of SQL that several statements share, with the readers of what they yield. */

/** Columns of one list entry, as a JSON object: `a` is the article, `s` the edition whose text is shown. */
export const summaryObject = sql.raw(`json_object('slug', a.slug, 'kind', a.kind, 'shownEdition', s.edition,
  'title', s.title, 'summary', s.summary, 'publishedAtMs', s.published_at_ms)`)

/**
 * A constant limit, written into the statement. As a parameter the planner does not know it, and a subquery with a limit of
 * 3 is planned as one without: the statement of an article page took four times as long.
 */
export function limit(rows: number) {
  return sql.raw(`LIMIT ${rows}`)
}

/** What every public statement brings along besides its own columns. */
export interface Surroundings {
  site: Record<Edition, SiteWords>
  /** The next moment at which the edition's lists change by themselves, or null. Copies must not be kept past it. */
  boundaryMs: number | null
}

export interface SurroundingsRow {
  site: string | null
  boundary_ms: number | null
}

/** The columns of `SurroundingsRow`: two look-ups by key. */
export function surroundingsColumns(edition: Edition, { nowMs }: PublicAt | { nowMs: Placeholder }) {
  return sql`(SELECT value FROM setting WHERE key = 'site') AS site,
    (SELECT min(published_at_ms) FROM listing WHERE edition = ${edition} AND published_at_ms > ${nowMs}) AS boundary_ms`
}

/** Reads what `surroundingsColumns` selected. */
export function surroundingsOf(row: SurroundingsRow): Surroundings {
  return { site: siteWords(row.site), boundaryMs: row.boundary_ms }
}

/** The column that holds a topic's name or description in an edition. */
export function topicColumn(edition: Edition, what: 'name' | 'description') {
  const suffix: Record<Edition, string> = { 'zh-hant': 'zh_hant', 'zh-hans': 'zh_hans', en: 'en' }
  return sql.raw(`${what}_${suffix[edition]}`)
}

/** Parses a JSON column that this code wrote; the type is what its writer put there. */
export function json<T>(column: string | null, absent: T): T {
  return column === null ? absent : JSON.parse(column)
}

/** The site's words in every edition: those of the database where there are some, else those of identity.ts. */
export function siteWords(column: string | null): Record<Edition, SiteWords> {
  const stored = json<Partial<Record<Edition, Partial<SiteWords>>>>(column, {})
  const merged = EDITION_KEYS.map((edition) => [edition, { ...SITE_WORDS[edition], ...stored[edition] }])
  return Object.fromEntries(merged)
}
