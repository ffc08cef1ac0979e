import { desc, eq, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { audit } from './schema.ts'

/** Everything that the editors' side can do to the news. */
export const AUDIT_ACTIONS = [
  'article-created',
  'article-saved',
  'article-restored',
  'review-requested',
  'review-ended',
  'conversion-approved',
  'published',
  'scheduled',
  'embargoed',
  'updated',
  'corrected',
  'cancelled',
  'withdrawn',
  'preview-link-made',
  'preview-link-revoked',
  'topic-changed',
  'contact-changed',
  'boilerplate-changed',
  'photo-added',
  'photo-changed',
  'photo-deleted',
  'settings-changed',
  'editor-changed',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** One line of the audit log. `detail` never holds the text of an unpublished article. */
export interface AuditEntry {
  atMs: number
  /** E-mail address, or `cron`. */
  actor: string
  action: AuditAction
  /** What it was done to, as people know it: a slug, a key, an address. */
  subject: string
  articleId?: number
  detail?: Readonly<Record<string, unknown>>
}

/** For the batch of the change itself, so that neither is written without the other. */
export function auditStatement(db: Db, entry: AuditEntry) {
  return db.insert(audit).values(entry)
}

/** For a batch whose statement right before this one may find nothing to change: then nothing is written here either. */
export function auditIfChanged(db: Db, { atMs, actor, action, subject, articleId, detail = {} }: AuditEntry) {
  const values = sql`${atMs}, ${actor}, ${action}, ${subject}, ${articleId ?? null}, ${JSON.stringify(detail)}`
  return db.insert(audit).select(sql`SELECT NULL, ${values} WHERE changes() > 0`)
}

export const AUDIT_PAGE_SIZE = 50

export interface AuditLine extends Omit<AuditEntry, 'action' | 'articleId' | 'detail'> {
  /** As stored; a newer version of the site may know actions that this one does not. */
  action: string
  articleId: number | null
  detail: Readonly<Record<string, unknown>>
}

/** Newest first; `nextPage` is null on the last page. */
export async function listAudit(
  db: Db,
  { page, articleId }: { page: number; articleId?: number },
): Promise<{ items: readonly AuditLine[]; nextPage: number | null }> {
  const rows = await db
    .select()
    .from(audit)
    .where(articleId === undefined ? undefined : eq(audit.articleId, articleId))
    .orderBy(desc(audit.id))
    .limit(AUDIT_PAGE_SIZE + 1)
    .offset((page - 1) * AUDIT_PAGE_SIZE)
  return { items: rows.slice(0, AUDIT_PAGE_SIZE), nextPage: rows.length > AUDIT_PAGE_SIZE ? page + 1 : null }
}
