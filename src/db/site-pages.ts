import { sql } from 'drizzle-orm'
import type { ContactWords, PublishedContact } from '../article/published.ts'
import type { Edition } from '../edition/editions.ts'
import type { Db, PublicAt } from './client.ts'
import {
  json,
  limit,
  type Surroundings,
  type SurroundingsRow,
  surroundingsColumns,
  surroundingsOf,
} from './fragments.ts'

/** Contacts on the press page; more than this is a directory, not a page. */
const CONTACTS_MAX = 50

/** The surroundings alone, for pages without articles. */
export async function findSurroundings(
  db: Db,
  { edition, visibility }: { edition: Edition; visibility: PublicAt },
): Promise<Surroundings> {
  const [row] = await db.all<SurroundingsRow>(sql`SELECT ${surroundingsColumns(edition, visibility)}`)
  if (!row) throw new Error('findSurroundings: the statement always gives one row')
  return surroundingsOf(row)
}

/** Every press contact in one edition, in the order in which they were entered. */
export async function listContacts(
  db: Db,
  { edition, visibility }: { edition: Edition; visibility: PublicAt },
): Promise<Surroundings & { contacts: readonly PublishedContact[] }> {
  const [row] = await db.all<{ contacts: string } & SurroundingsRow>(sql`
    SELECT (SELECT json_group_array(json_object('words', json(words), 'phone', phone, 'email', email))
      FROM (SELECT words, phone, email FROM contact ORDER BY id ${limit(CONTACTS_MAX)})) AS contacts,
      ${surroundingsColumns(edition, visibility)}`)
  if (!row) throw new Error('listContacts: the statement always gives one row')
  const stored = json<{ words: Record<Edition, ContactWords>; phone: string; email: string }[]>(row.contacts, [])
  const contacts = stored.map(({ words, phone, email }) => ({ ...words[edition], phone, email }))
  return { contacts, ...surroundingsOf(row) }
}

/** Does the database answer, and is it migrated? Throws what D1 throws. */
export async function checkDatabase(db: Db): Promise<void> {
  await db.all(sql`SELECT 1 FROM article LIMIT 1`)
}
