import type { ArticleContent } from '../article/content.ts'
import { isSameJson } from '../article/same-json.ts'
import { takenOut } from '../article/taken-out.ts'
import type { AuditAction } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import { findNewestRevision, insertRevision, type StoredRevision, type Titles } from '../db/drafts.ts'
import { findSlugOwner, findWorkingCopy } from '../db/working-copy.ts'
import { EDITION_KEYS } from '../edition/editions.ts'
import type { Derivation } from './derive.ts'

interface SaveRequest {
  articleId: number
  baseVersion: number
  content: ArticleContent
  savedBy: string
  note?: string
  /** Typed on without pressing "save": the address stays and no line enters the audit log. */
  autosaved?: boolean
  /**
   * It was typed on from the base in one form. An autosave that it goes on from is no revision of its own then, unless
   * more than a few characters of it were taken out, or more than were put in; whatever is saved otherwise leaves every revision as it is.
   */
  continues?: boolean
  action?: AuditAction
  derivation: Derivation
  nowMs: number
}

export type SaveAnswer =
  | { ok: true; version: number }
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'slug-taken' }
  /** Somebody saved in between; theirs is the newest revision. */
  | { ok: false; reason: 'conflict'; newest: StoredRevision }

/** Titles in all three editions, so that an article is found in either script. */
export function titlesOf(content: ArticleContent, derivation: Derivation): Titles {
  const { written, sourceEdition } = content
  const titles: Titles = {}
  for (const edition of EDITION_KEYS) {
    const own = written[edition]?.title
    const source = written[sourceEdition]?.title
    const title = edition === 'en' || edition === sourceEdition ? own : source && derivation.text(source)
    if (title) titles[edition] = title
  }
  return titles
}

/** A slip of the keyboard; more than that is worth finding again. */
const TAKEN_OUT_MAX = 3

/**
 * Saves what an editor wrote as a new revision, or says why not. Nothing is ever overwritten: of two saves on the same
 * revision one succeeds and the other is told.
 */
export async function save(db: Db, request: SaveRequest): Promise<SaveAnswer> {
  const { articleId, baseVersion, content, savedBy, note = '', autosaved = false, derivation, nowMs } = request
  const [found, owner] = await Promise.all([findWorkingCopy(db, articleId), findSlugOwner(db, content.slug)])
  if (!found) return { ok: false, reason: 'gone' }
  const { copy } = found
  if (!autosaved && owner !== null && owner !== articleId) return { ok: false, reason: 'slug-taken' }
  const isOwn = copy.savedBy === savedBy && copy.version !== baseVersion
  if ((autosaved || isOwn) && isSameJson(copy.content, content)) return { ok: true, version: copy.version }
  const out = takenOut(copy.content, content)
  // A text that is taken back bit by bit shrinks at every step.
  const supersedes = request.continues === true && out <= TAKEN_OUT_MAX && takenOut(content, copy.content) >= out
  const saved = await insertRevision(db, {
    ...{ articleId, baseVersion, content, titles: titlesOf(content, derivation), savedBy, note, autosaved, nowMs },
    supersedes,
    slug: copy.draft && !autosaved ? content.slug : null,
    entry: autosaved
      ? null
      : {
          ...{
            atMs: nowMs,
            actor: savedBy,
            action: request.action ?? 'article-saved',
            subject: content.slug,
            articleId,
          },
          detail: { version: baseVersion + 1 },
        },
  })
  if (saved) return { ok: true, version: baseVersion + 1 }
  const newest = await findNewestRevision(db, articleId)
  return newest ? { ok: false, reason: 'conflict', newest } : { ok: false, reason: 'gone' }
}
