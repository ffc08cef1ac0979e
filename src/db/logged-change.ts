import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { AuditEntry } from './audit.ts'
import type { Db } from './client.ts'
import { isConstraint } from './constraint.ts'
import { audit, purgeQueue } from './schema.ts'

/** What every change of the site's records brings along. */
export interface LoggedChange {
  entry: AuditEntry
  /** Copies at the edge that must go; none for what no page shows. */
  tags: readonly string[]
}

/** `purgeId` is the purge that was queued with the change, 0 when there was nothing to purge. */
export type ChangeAnswer = { ok: true; purgeId: number } | { ok: false }

/** A line of the log whose subject is NULL, which the table refuses and with it the batch, unless `subject` is found. */
export function guardedAuditStatement(db: Db, entry: AuditEntry, subject: SQL): BatchItem<'sqlite'> {
  return db.insert(audit).values({ ...entry, subject: sql`${subject}` })
}

/** Does the statements in one batch with the purge; not ok when a rule of a table refuses one of them. */
export async function performChange(
  db: Db,
  { entry, tags }: LoggedChange,
  statements: readonly BatchItem<'sqlite'>[],
): Promise<ChangeAnswer> {
  const purge = db.insert(purgeQueue).values({ tags, queuedAtMs: entry.atMs }).returning({ id: purgeQueue.id })
  try {
    if (tags.length > 0) {
      const [queued] = await db.batch([purge, ...statements])
      return { ok: true, purgeId: queued[0]?.id ?? 0 }
    }
    const [first, ...others] = statements
    if (first) await db.batch([first, ...others])
    return { ok: true, purgeId: 0 }
  } catch (error) {
    if (isConstraint(error)) return { ok: false }
    throw error
  }
}
