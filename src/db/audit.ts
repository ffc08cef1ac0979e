import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { ChineseEdition } from '../edition/editions.ts'
import type { Db } from './client.ts'
import type { Titles } from './drafts.ts'
import { article, audit, editor } from './schema.ts'

/** Everything that the editors' side can do to the news. */
export const AUDIT_ACTIONS = [
  'article-created',
  'article-saved',
  'article-restored',
  'draft-deleted',
  'draft-restored',
  'review-requested',
  'review-ended',
  'conversion-settled',
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
  'records-refreshed',
  'reconverted',
  'glossary-added',
  'glossary-changed',
  'glossary-deleted',
  'topic-added',
  'topic-changed',
  'topic-deleted',
  'contact-added',
  'contact-changed',
  'contact-deleted',
  'boilerplate-added',
  'boilerplate-changed',
  'photo-added',
  'photo-changed',
  'photo-deleted',
  'share-picture-stored',
  'boilerplate-deleted',
  'settings-changed',
  'lead-changed',
  'quotes-changed',
  'editor-added',
  'editor-changed',
  'editor-removed',
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
  id: number
  /** As stored; a newer version of the site may know actions that this one does not. */
  action: string
  articleId: number | null
  detail: Readonly<Record<string, unknown>>
  /** The name of the person, or '' where only the address is known. */
  actorName: string
  /** Titles and source edition of the article as it is now; null when the line is about no article. */
  article: { titles: Titles; sourceEdition: ChineseEdition; isDeleted: boolean } | null
}

interface AuditFilter {
  /** Lines older than this one only. */
  before?: number | undefined
  actor?: string | undefined
  articleId?: number | undefined
}

/**
 * Newest first. `nextBefore` asks for the page after this one and is null on the last: a page costs the same however far
 * back it is, and lines written meanwhile do not move it.
 */
export async function listAudit(
  db: Db,
  { before, actor, articleId }: AuditFilter,
): Promise<{ items: readonly AuditLine[]; nextBefore: number | null }> {
  const rest = { sourceEdition: article.sourceEdition, deletedAtMs: article.deletedAtMs }
  const rows = await db
    .select({ line: audit, actorName: editor.name, titles: article.titles, ...rest })
    .from(audit)
    .leftJoin(editor, eq(editor.email, audit.actor))
    .leftJoin(article, eq(article.id, audit.articleId))
    .where(
      and(
        before === undefined ? undefined : lt(audit.id, before),
        actor === undefined ? undefined : eq(audit.actor, actor),
        articleId === undefined ? undefined : eq(audit.articleId, articleId),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(AUDIT_PAGE_SIZE + 1)
  const items = rows.slice(0, AUDIT_PAGE_SIZE).map(({ line, actorName, titles, sourceEdition, deletedAtMs }) => ({
    ...line,
    actorName: actorName ?? '',
    article: titles && sourceEdition ? { titles, sourceEdition, isDeleted: deletedAtMs !== null } : null,
  }))
  return { items, nextBefore: rows.length > AUDIT_PAGE_SIZE ? (items.at(-1)?.id ?? null) : null }
}
