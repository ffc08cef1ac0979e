import { and, asc, count, eq, ne } from 'drizzle-orm'
import type { Role } from '../article/roles.ts'
import type { Edition } from '../edition/editions.ts'
import { type AuditEntry, auditStatement } from './audit.ts'
import type { Db } from './client.ts'
import { editor } from './schema.ts'

/** Somebody who may use the editors' side. */
export interface Editor {
  id: number
  email: string
  name: string
  role: Role
  /** The language in which the admin speaks to this person. */
  language: Edition
  active: boolean
}

/** A newsroom with more people than this needs groups, not a list. */
const EDITORS_MAX = 200

const columns = {
  id: editor.id,
  email: editor.email,
  name: editor.name,
  role: editor.role,
  language: editor.language,
  active: editor.active,
}

/** Addresses are compared as people type them: in lower case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** The active editor with this address, or null. */
export async function findEditor(db: Db, email: string): Promise<Editor | null> {
  const [row] = await db
    .select(columns)
    .from(editor)
    .where(and(eq(editor.email, normalEmail(email)), eq(editor.active, true)))
  return row ?? null
}

export async function findEditorById(db: Db, id: number): Promise<Editor | null> {
  const [row] = await db.select(columns).from(editor).where(eq(editor.id, id))
  return row ?? null
}

/** Everybody, active ones first. */
export async function listEditors(db: Db): Promise<readonly Editor[]> {
  const rows = await db.select(columns).from(editor).orderBy(asc(editor.email)).limit(EDITORS_MAX)
  return rows.sort((a, b) => Number(b.active) - Number(a.active))
}

/** Active administrators other than this one; the last one must not lock everybody out. */
export async function countOtherAdministrators(db: Db, id: number): Promise<number> {
  const [row] = await db
    .select({ others: count() })
    .from(editor)
    .where(and(eq(editor.role, 'administrator'), eq(editor.active, true), ne(editor.id, id)))
  return row?.others ?? 0
}

/** Adds somebody, or changes the person with this address. */
export async function putEditor(
  db: Db,
  row: { email: string; name: string; role: Role; active: boolean; language?: Edition },
  entry: AuditEntry,
): Promise<void> {
  const values = { ...row, email: normalEmail(row.email), updatedAtMs: entry.atMs }
  await db.batch([
    db.insert(editor).values(values).onConflictDoUpdate({ target: editor.email, set: values }),
    auditStatement(db, entry),
  ])
}

/** Remembers in which language somebody wants the admin. */
export async function setEditorLanguage(db: Db, email: string, language: Edition): Promise<void> {
  await db
    .update(editor)
    .set({ language })
    .where(eq(editor.email, normalEmail(email)))
}
