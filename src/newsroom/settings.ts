/** What administrators set for the whole site: its words and its lead article. On the public site at once. */
import type { Db } from '../db/client.ts'
import { type QuotesChoice, updateSetting } from '../db/settings.ts'
import type { Edition } from '../edition/editions.ts'
import type { SiteWords } from '../edition/identity.ts'
import { tagsOfSite } from './purge.ts'
import { type Actor, entryOf, settle } from './records.ts'

interface SiteWordsChange {
  site: Record<Edition, SiteWords>
  /** What the conversion made of the Traditional words. */
  derived: Readonly<Record<string, string>>
  baseVersion: number
}

/** Stores the site's words; false, and nothing written, when somebody else was faster. */
export async function changeSiteWords(
  db: Db,
  { site, derived, baseVersion }: SiteWordsChange,
  actor: Actor,
): Promise<boolean> {
  const tags = tagsOfSite()
  const entry = entryOf('settings-changed', 'site', actor)
  const answer = await updateSetting(db, { key: 'site', value: site, derived, baseVersion, entry, tags })
  return settle(db, answer, tags, actor)
}

/** Puts an article first, or none for ''; false, and nothing written, when somebody else was faster. */
export async function changeLead(
  db: Db,
  { slug, baseVersion }: { slug: string; baseVersion: number },
  actor: Actor,
): Promise<boolean> {
  const tags = tagsOfSite()
  const entry = entryOf('lead-changed', slug, actor)
  const answer = await updateSetting(db, { key: 'lead', value: slug, baseVersion, entry, tags })
  return settle(db, answer, tags, actor)
}

/**
 * Chooses the quotation marks of derived editions from the next publication on; published pages stay as they are. False,
 * and nothing written, when somebody else was faster.
 */
export async function changeQuotes(
  db: Db,
  { quotes, baseVersion }: { quotes: QuotesChoice; baseVersion: number },
  actor: Actor,
): Promise<boolean> {
  const entry = entryOf('quotes-changed', quotes, actor)
  const answer = await updateSetting(db, { key: 'quotes', value: quotes, baseVersion, entry, tags: [] })
  return settle(db, answer, [], actor)
}
