import { asc, eq } from 'drizzle-orm'
import type { Db } from './client.ts'
import { contact, glossary, setting } from './schema.ts'
import { type QuotesChoice, quotesChoice } from './settings.ts'

/** More decisions than this are not loaded for a conversion; a newsroom has some hundreds. */
const ENTRIES_MAX = 5000

const CONTACTS_MAX = 200

type GlossaryRow = typeof glossary.$inferSelect

interface ConversionData {
  entries: readonly GlossaryRow[]
  names: { 'zh-hant': readonly string[]; 'zh-hans': readonly string[] }
  quotes: QuotesChoice
}

/** What decides the conversion besides the engine: the site's glossary and settings, and the names of its contacts. */
export async function findConversionData(db: Db): Promise<ConversionData> {
  const [entries, contacts, choices] = await db.batch([
    db.select().from(glossary).orderBy(asc(glossary.id)).limit(ENTRIES_MAX),
    db.select({ words: contact.words }).from(contact).limit(CONTACTS_MAX),
    db.select({ value: setting.value }).from(setting).where(eq(setting.key, 'quotes')),
  ])
  const namesIn = (edition: 'zh-hant' | 'zh-hans') => contacts.map(({ words }) => words[edition].name).filter(Boolean)
  const names = { 'zh-hant': namesIn('zh-hant'), 'zh-hans': namesIn('zh-hans') }
  return { entries, names, quotes: quotesChoice(choices[0]?.value) }
}

/** Enters decisions that are not there yet. */
export async function insertGlossary(db: Db, rows: readonly (typeof glossary.$inferInsert)[]): Promise<void> {
  const [first, ...others] = rows.map((row) => db.insert(glossary).values(row).onConflictDoNothing())
  if (first) await db.batch([first, ...others])
}
