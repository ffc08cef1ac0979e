/**
 * Published editions that show something else although nobody publishes: other records, another conversion. All else stays
 * as it was published, and what is replaced is kept.
 */
import type { EditionAct } from '../article/public-history.ts'
import { performAct } from '../db/acts.ts'
import type { Db } from '../db/client.ts'
import type { QueuedPurge } from '../db/purges.ts'
import { type RefreshedEdition, refreshStatements } from '../db/refresh.ts'
import type { WorkingCopy } from '../db/working-copy.ts'
import type { Edition } from '../edition/editions.ts'
import { tagsOfArticle } from './purge.ts'

/** An article as it was when somebody decided; whatever was done to it since refuses the act. */
export type RefreshedArticle = Pick<
  WorkingCopy,
  'id' | 'acts' | 'version' | 'slug' | 'reviewRequestedAtMs' | 'reviewRequestedBy'
>

interface Refresh {
  article: RefreshedArticle
  rows: readonly { edition: Edition; publishedAtMs: number; changes: Omit<RefreshedEdition, 'edition'> }[]
  act: Extract<EditionAct, 'records-refreshed' | 'reconverted'>
  /** What must stand or fall with it. */
  more?: ReturnType<typeof refreshStatements>
  by: string
  nowMs: number
}

/** Does it in one batch with its line in the log, and gives the purge to be done; null when somebody acted meanwhile. */
export async function refresh(
  db: Db,
  { article, rows, act, more = [], by, nowMs }: Refresh,
): Promise<QueuedPurge | null> {
  const { id: articleId, acts, version, slug, reviewRequestedAtMs, reviewRequestedBy } = article
  const shown = rows.filter(({ publishedAtMs }) => publishedAtMs <= nowMs)
  const changed = rows.map((row) => {
    // Before its time an edition changes without the public: its act stays the one that set the time.
    const told = shown.includes(row) ? { updatedAtMs: nowMs, act, actedAtMs: nowMs, actedBy: by } : {}
    return { edition: row.edition, ...row.changes, ...told }
  })
  const tags = tagsOfArticle(articleId)
  const editions = rows.map(({ edition }) => edition)
  const entry = { atMs: nowMs, actor: by, action: act, subject: slug, articleId, detail: { editions } }
  const review = { requestedAtMs: reviewRequestedAtMs, requestedBy: reviewRequestedBy }
  const unmoved = { oldSlug: slug, slug, wasPublic: false, identity: null }
  const done = await performAct(
    db,
    { articleId, acts, version, editions: shown.map(({ edition }) => edition), ...unmoved, tags, entry },
    [...refreshStatements(db, articleId, changed, review), ...more],
  )
  return done.ok ? { id: done.purgeId, tags } : null
}
