import { and, asc, eq, sql } from 'drizzle-orm'
import type { Role } from '../article/roles.ts'
import type { Edition } from '../edition/editions.ts'
import { type AuditEntry, auditStatement } from './audit.ts'
import type { Db } from './client.ts'
import { type ChangeAnswer, guardedAuditStatement, performChange } from './logged-change.ts'
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
  version: number
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
  version: editor.version,
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

/** Adds somebody, or changes the person with this address. */
export async function putEditor(
  db: Db,
  row: { email: string; name: string; role: Role; active: boolean; language?: Edition },
  entry: AuditEntry,
): Promise<void> {
  const values = { ...row, email: normalEmail(row.email), updatedAtMs: entry.atMs }
  await db.batch([
    db
      .insert(editor)
      .values(values)
      .onConflictDoUpdate({ target: editor.email, set: { ...values, version: sql`version + 1` } }),
    auditStatement(db, entry),
  ])
}

/** Adds a person, or takes somebody back who was removed; not ok when the address is in use. */
export async function insertEditor(
  db: Db,
  row: Pick<Editor, 'email' | 'name' | 'role' | 'language'>,
  entry: AuditEntry,
): Promise<ChangeAnswer> {
  const email = normalEmail(row.email)
  const values = { ...row, email, active: true, updatedAtMs: entry.atMs }
  const free = sql`(SELECT ${email} WHERE NOT EXISTS (SELECT 1 FROM editor WHERE email = ${email} AND active = 1))`
  return performChange(db, { entry, tags: [] }, [
    guardedAuditStatement(db, entry, free),
    db
      .insert(editor)
      .values(values)
      .onConflictDoUpdate({ target: editor.email, set: { ...values, version: sql`version + 1` } }),
  ])
}

/**
 * Changes what a person may do, or removes the person (`active` false). Not ok, and nothing written, when somebody else
 * was faster or no administrator would be left.
 */
export async function updateEditor(
  db: Db,
  { id, version, ...values }: Pick<Editor, 'id' | 'version' | 'name' | 'role' | 'language' | 'active'>,
  entry: AuditEntry,
): Promise<ChangeAnswer> {
  const staysAdministrator = values.role === 'administrator' && values.active ? 1 : 0
  const allowed = sql`(SELECT email FROM editor WHERE id = ${id} AND version = ${version}
    AND (${staysAdministrator} = 1 OR role <> 'administrator' OR active = 0 OR ${othersExist(id)}))`
  return performChange(db, { entry, tags: [] }, [
    guardedAuditStatement(db, entry, allowed),
    db
      .update(editor)
      .set({ ...values, updatedAtMs: entry.atMs, version: version + 1 })
      .where(eq(editor.id, id)),
  ])
}

/** Is this the only active administrator? */
export async function isLastAdministrator(db: Db, { id, role, active }: Editor): Promise<boolean> {
  if (role !== 'administrator' || !active) return false
  const [row] = await db.all<{ others: number }>(sql`SELECT ${othersExist(id)} AS others`)
  return row?.others !== 1
}

function othersExist(id: number) {
  return sql`EXISTS (SELECT 1 FROM editor WHERE role = 'administrator' AND active = 1 AND id <> ${id})`
}

/** Remembers in which language somebody wants the admin. */
export async function setEditorLanguage(db: Db, email: string, language: Edition): Promise<void> {
  await db
    .update(editor)
    .set({ language })
    .where(eq(editor.email, normalEmail(email)))
}
