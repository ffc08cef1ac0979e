import { inArray, sql } from 'drizzle-orm'
import type { ChineseEdition, Edition } from '../edition/editions.ts'
import type { SiteWords } from '../edition/identity.ts'
import type { Db } from './client.ts'
import type { Titles } from './drafts.ts'
import { json, limit, siteWords } from './fragments.ts'
import { type ChangeAnswer, guardedAuditStatement, type LoggedChange, performChange } from './logged-change.ts'
import { setting } from './schema.ts'

export type SettingKey = 'site' | 'lead' | 'quotes'

/** Quotation marks of a derived Simplified edition: “” as the Mainland writes, or 「」 kept. */
export type QuotesChoice = 'mainland' | 'keep'

/** Reads what is stored; anything else is the usual choice. */
export function quotesChoice(value: unknown): QuotesChoice {
  return value === 'keep' ? 'keep' : 'mainland'
}

/** Articles that may be put first: older ones would be odd there. */
const LEAD_CHOICES_MAX = 40

/** What administrators set. A version is 0 while nothing was stored. */
export interface SiteSettings {
  site: Record<Edition, SiteWords>
  /** What the conversion made of the Traditional words at the last save. */
  derived: Readonly<Record<string, string>>
  siteVersion: number
  siteUpdatedAtMs: number
  /** The slug of the article on top of the home page; '' for none. */
  lead: string
  leadVersion: number
  quotes: QuotesChoice
  quotesVersion: number
}

export async function findSettings(db: Db): Promise<SiteSettings> {
  return settingsFrom(await settingsQuery(db))
}

/** What `settingsFrom` reads, for a statement that asks for more. */
export function settingsQuery(db: Db) {
  return db
    .select()
    .from(setting)
    .where(inArray(setting.key, ['site', 'lead', 'quotes']))
}

export function settingsFrom(rows: readonly (typeof setting.$inferSelect)[]): SiteSettings {
  const site = rows.find(({ key }) => key === 'site')
  const lead = rows.find(({ key }) => key === 'lead')
  const quotes = rows.find(({ key }) => key === 'quotes')
  return {
    site: siteWords(site ? JSON.stringify(site.value) : null),
    derived: site?.derived ?? {},
    siteVersion: site?.version ?? 0,
    siteUpdatedAtMs: site?.updatedAtMs ?? 0,
    lead: typeof lead?.value === 'string' ? lead.value : '',
    leadVersion: lead?.version ?? 0,
    quotes: quotesChoice(quotes?.value),
    quotesVersion: quotes?.version ?? 0,
  }
}

interface SettingChange extends LoggedChange {
  key: SettingKey
  value: unknown
  derived?: Readonly<Record<string, string>>
  baseVersion: number
}

/** Stores a setting; not ok, and nothing written, when its version is no longer `baseVersion`. */
export async function updateSetting(db: Db, change: SettingChange): Promise<ChangeAnswer> {
  const { key, value, derived = {}, baseVersion, entry, tags } = change
  const row = { key, value, derived: { ...derived }, updatedAtMs: entry.atMs, version: baseVersion + 1 }
  const same = sql`(SELECT ${entry.subject}
    WHERE coalesce((SELECT version FROM setting WHERE key = ${key}), 0) = ${baseVersion})`
  return performChange(db, { entry, tags }, [
    guardedAuditStatement(db, entry, same),
    db.insert(setting).values(row).onConflictDoUpdate({ target: setting.key, set: row }),
  ])
}

/** An article that is public in some edition. */
export interface PublicArticle {
  slug: string
  titles: Titles
  sourceEdition: ChineseEdition
}

/** The newest public articles, and the one with the slug `also` if it is public, whatever its age. */
export async function listLeadChoices(
  db: Db,
  { nowMs, also }: { nowMs: number; also: string },
): Promise<readonly PublicArticle[]> {
  const rows = await db.all<{ slug: string; titles: string; sourceEdition: ChineseEdition }>(sql`
    SELECT a.slug, a.titles, a.source_edition AS sourceEdition FROM article a JOIN (
      SELECT article_id, max(published_at_ms) AS at_ms FROM (
        SELECT article_id, published_at_ms FROM edition WHERE published_at_ms <= ${nowMs} AND state = 'published'
        ORDER BY published_at_ms DESC ${limit(3 * LEAD_CHOICES_MAX)})
      GROUP BY article_id
      UNION SELECT e.article_id, max(e.published_at_ms) FROM edition e JOIN article o ON o.id = e.article_id
        WHERE o.slug = ${also} AND e.published_at_ms <= ${nowMs} AND e.state = 'published' GROUP BY e.article_id
    ) p ON p.article_id = a.id GROUP BY a.id ORDER BY max(p.at_ms) DESC ${limit(LEAD_CHOICES_MAX + 1)}`)
  return rows.map(({ titles, ...row }) => ({ ...row, titles: json<Titles>(titles, {}) }))
}
