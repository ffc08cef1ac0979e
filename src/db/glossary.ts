import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { type GlossaryEntry, termOf } from '../convert/glossary.ts'
import type { ChineseEdition } from '../edition/editions.ts'
import { fold } from '../search/fold.ts'
import type { Db } from './client.ts'
import { json } from './fragments.ts'
import { type ChangeAnswer, guardedAuditStatement, type LoggedChange, performChange } from './logged-change.ts'
import { glossary } from './schema.ts'
import { type QuotesChoice, quotesChoice } from './settings.ts'

/** More decisions than this are not loaded for a conversion; a newsroom has some hundreds. */
export const ENTRIES_MAX = 5000

const CONTACTS_MAX = 200

export const GLOSSARY_PAGE_SIZE = 50

/** Longer queries were not typed by an editor. */
const QUERY_CHARS_MAX = 100

export type GlossaryRow = typeof glossary.$inferSelect

/** What editors say in an entry. */
export type GlossaryWords = GlossaryEntry & Pick<GlossaryRow, 'note'>

/** An entry as conversion needs it. */
export type StoredEntry = GlossaryEntry & Pick<GlossaryRow, 'id'>

export interface ConversionData {
  entries: readonly StoredEntry[]
  names: Record<ChineseEdition, readonly string[]>
  quotes: QuotesChoice
}

/**
 * What decides the conversion besides the engine: the site's glossary and settings, and the names of its contacts. Most
 * requests of editors ask for it, so it comes as one row.
 */
export async function findConversionData(db: Db): Promise<ConversionData> {
  const [row] = await db.all<{ entries: string; names: string; quotes: string | null }>(sql`SELECT
    (SELECT json_group_array(json_array(id, kind, hant, hans, direction)) FROM (
      SELECT * FROM glossary ORDER BY id LIMIT ${ENTRIES_MAX})) AS entries,
    (SELECT json_group_array(json_array(words ->> '$."zh-hant".name', words ->> '$."zh-hans".name')) FROM (
      SELECT words FROM contact LIMIT ${CONTACTS_MAX})) AS names,
    (SELECT value FROM setting WHERE key = 'quotes') AS quotes`)
  type Entry = [id: number, kind: StoredEntry['kind'], hant: string, hans: string, direction: StoredEntry['direction']]
  const entries = json<Entry[]>(row?.entries ?? null, [])
  const names = json<[hant: string, hans: string][]>(row?.names ?? null, [])
  return {
    entries: entries.map(([id, kind, hant, hans, direction]) => ({ id, kind, hant, hans, direction })),
    names: {
      'zh-hant': names.flatMap(([hant]) => hant || []),
      'zh-hans': names.flatMap(([, hans]) => hans || []),
    },
    quotes: quotesChoice(json<unknown>(row?.quotes ?? null, null)),
  }
}

/** Enters decisions that are not there yet. */
export async function insertGlossary(db: Db, rows: readonly (typeof glossary.$inferInsert)[]): Promise<void> {
  const [first, ...others] = rows.map((row) => db.insert(glossary).values(row).onConflictDoNothing())
  if (first) await db.batch([first, ...others])
}

/** Every entry, in the order in which conversion asks them. */
export async function listGlossary(db: Db): Promise<readonly GlossaryRow[]> {
  return db.select().from(glossary).orderBy(asc(glossary.id)).limit(ENTRIES_MAX)
}

export interface GlossaryPage {
  items: readonly GlossaryRow[]
  nextPage: number | null
}

/**
 * One page of the entries that have every word of the query, in either script, in their texts or note; the newest change
 * first. No query gives all of them.
 */
export async function findGlossaryPage(
  db: Db,
  { query, page }: { query: string; page: number },
): Promise<GlossaryPage> {
  const words = fold(query.slice(0, QUERY_CHARS_MAX)).split(/\s+/).filter(Boolean)
  const newest = db.select().from(glossary).orderBy(desc(glossary.updatedAtMs), desc(glossary.id))
  const offset = (page - 1) * GLOSSARY_PAGE_SIZE
  // Folding some thousand short texts takes milliseconds, and a column of folded texts would have to be kept up to date.
  const rows =
    words.length === 0
      ? await newest.limit(GLOSSARY_PAGE_SIZE + 1).offset(offset)
      : (await newest.limit(ENTRIES_MAX)).filter((row) => hasAll(row, words)).slice(offset)
  const items = rows.slice(0, GLOSSARY_PAGE_SIZE)
  return { items, nextPage: rows.length > GLOSSARY_PAGE_SIZE ? page + 1 : null }
}

function hasAll({ hant, hans, note }: GlossaryRow, words: readonly string[]): boolean {
  const folded = fold(`${hant}\n${hans}\n${note}`)
  return words.every((word) => folded.includes(word))
}

export async function findEntry(db: Db, id: number): Promise<GlossaryRow | null> {
  const [row] = await db.select().from(glossary).where(eq(glossary.id, id))
  return row ?? null
}

/** Another entry that decides the same text in the same direction; null if there is none. `id` is that of the entry itself, 0 for a new one. */
export async function findClash(db: Db, entry: GlossaryEntry, id: number): Promise<GlossaryRow | null> {
  const [row] = await db.select().from(glossary).where(clashing(entry, id)).limit(1)
  return row ?? null
}

export async function countEntries(db: Db): Promise<number> {
  return db.$count(glossary)
}

function clashing(entry: GlossaryEntry, id: number): SQL {
  const [hant, hans] = [termOf(entry, 'zh-hans')?.from, termOf(entry, 'zh-hant')?.from]
  return sql`${glossary.id} <> ${id} AND (
    (${glossary.hant} = ${hant ?? null} AND ${glossary.direction} <> 'to-hant')
    OR (${glossary.hans} = ${hans ?? null} AND ${glossary.direction} <> 'to-hans'))`
}

type EntryChange = Pick<LoggedChange, 'entry'> & { words: GlossaryWords }

/** Enters an entry and gives its id; null, and nothing written, when the text is decided already or the glossary is full. */
export async function insertEntry(db: Db, { entry, words }: EntryChange): Promise<number | null> {
  const free = sql`(SELECT ${entry.subject} WHERE (SELECT count(*) FROM ${glossary}) < ${ENTRIES_MAX}
    AND NOT EXISTS (SELECT 1 FROM ${glossary} WHERE ${clashing(words, 0)}))`
  const done = await performChange(db, { entry, tags: [] }, [
    guardedAuditStatement(db, entry, free),
    db.insert(glossary).values({ ...words, updatedAtMs: entry.atMs }),
  ])
  if (!done.ok) return null
  const { hant, hans, direction } = words
  const own = and(eq(glossary.hant, hant), eq(glossary.hans, hans), eq(glossary.direction, direction))
  const [row] = await db.select({ id: glossary.id }).from(glossary).where(own)
  return row?.id ?? null
}

/** Changes an entry; not ok, and nothing written, when its version is another one, it is gone, or the text is decided already. */
export async function updateEntry(
  db: Db,
  { id, baseVersion, entry, words }: EntryChange & { id: number; baseVersion: number },
): Promise<ChangeAnswer> {
  const here = sql`(SELECT ${entry.subject} FROM ${glossary} WHERE id = ${id} AND version = ${baseVersion}
    AND NOT EXISTS (SELECT 1 FROM ${glossary} WHERE ${clashing(words, id)}))`
  const update = db
    .update(glossary)
    .set({ ...words, updatedAtMs: entry.atMs, version: baseVersion + 1 })
    .where(eq(glossary.id, id))
  return performChange(db, { entry, tags: [] }, [guardedAuditStatement(db, entry, here), update])
}

/** Deletes an entry; not ok, and nothing deleted, when somebody else was faster. */
export async function deleteEntry(
  db: Db,
  { id, baseVersion, entry }: Pick<LoggedChange, 'entry'> & { id: number; baseVersion: number },
): Promise<ChangeAnswer> {
  const here = sql`(SELECT ${entry.subject} FROM ${glossary} WHERE id = ${id} AND version = ${baseVersion})`
  const deletion = db.delete(glossary).where(eq(glossary.id, id))
  return performChange(db, { entry, tags: [] }, [guardedAuditStatement(db, entry, here), deletion])
}
