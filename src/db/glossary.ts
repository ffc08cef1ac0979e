import { asc } from 'drizzle-orm'
import type { Db } from './client.ts'
import { contact, glossary } from './schema.ts'

/** More decisions than this are not loaded for a conversion; a newsroom has some hundreds. */
const ENTRIES_MAX = 5000

const CONTACTS_MAX = 200

type GlossaryRow = typeof glossary.$inferSelect

/** What decides the conversion besides the engine: the site's glossary, and the names of its contacts. */
export async function findConversionData(
  db: Db,
): Promise<{ entries: readonly GlossaryRow[]; names: { 'zh-hant': readonly string[]; 'zh-hans': readonly string[] } }> {
  const [entries, contacts] = await db.batch([
    db.select().from(glossary).orderBy(asc(glossary.id)).limit(ENTRIES_MAX),
    db.select({ words: contact.words }).from(contact).limit(CONTACTS_MAX),
  ])
  const namesIn = (edition: 'zh-hant' | 'zh-hans') => contacts.map(({ words }) => words[edition].name).filter(Boolean)
  return { entries, names: { 'zh-hant': namesIn('zh-hant'), 'zh-hans': namesIn('zh-hans') } }
}

/** Enters decisions that are not there yet. */
export async function insertGlossary(db: Db, rows: readonly (typeof glossary.$inferInsert)[]): Promise<void> {
  const [first, ...others] = rows.map((row) => db.insert(glossary).values(row).onConflictDoNothing())
  if (first) await db.batch([first, ...others])
}
