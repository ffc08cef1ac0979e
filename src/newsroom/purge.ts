/** Copies at the edge go when the news changes. */
import type { Db } from '../db/client.ts'
import { deletePurges, listQueuedPurges, markPurgeFailed, type QueuedPurge } from '../db/purges.ts'
import { EDITION_KEYS } from '../edition/editions.ts'

/** The edge's cache; `undefined` where there is none, as on one's own machine. */
export type PurgePort = ((tags: readonly string[]) => Promise<void>) | undefined

/** Everything that may show an article: its pages, every list, what was missing, and its photos. */
export function tagsOfArticle(articleId: number, photoIds: readonly number[] = []): readonly string[] {
  const lists = EDITION_KEYS.map((edition) => `list:${edition}`)
  return [`a:${articleId}`, ...lists, 'nf', ...photoIds.map((id) => `m:${id}`)]
}

/** Every page of the site. */
export function tagsOfSite(): readonly string[] {
  return EDITION_KEYS.flatMap((edition) => [`site:${edition}`, `list:${edition}`])
}

/**
 * Does a purge that was queued with the change. What fails stays in the queue: the change itself stands, and the cron
 * tries again. Never throws.
 */
export async function purgeQueued(
  db: Db,
  port: PurgePort,
  { id, tags }: { id: number; tags: readonly string[] },
): Promise<boolean> {
  const error = await errorOf(async () => port?.(tags))
  const bookError = await errorOf(() => (error === null ? deletePurges(db, [id]) : markPurgeFailed(db, id, error)))
  return error === null && bookError === null
}

/** The same for several changes of one request, in one call: the edge allows few of them. */
export async function purgeQueuedTogether(db: Db, port: PurgePort, purges: readonly QueuedPurge[]): Promise<void> {
  if (purges.length === 0) return
  const error = await errorOf(async () => port?.([...new Set(purges.flatMap(({ tags }) => tags))]))
  const ids = purges.map(({ id }) => id)
  if (error === null) await errorOf(() => deletePurges(db, ids))
  else for (const id of ids) await errorOf(() => markPurgeFailed(db, id, error))
}

async function errorOf(work: () => Promise<void> | undefined): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** One call for everything in the queue, so that the limit on calls is not met; each on its own if that fails. */
export async function retryPurges(db: Db, port: PurgePort): Promise<{ done: number; failed: number }> {
  const queued = await listQueuedPurges(db)
  if (queued.length === 0) return { done: 0, failed: 0 }
  const tags = [...new Set(queued.flatMap((purge) => purge.tags))]
  try {
    await port?.(tags)
    await deletePurges(
      db,
      queued.map(({ id }) => id),
    )
    return { done: queued.length, failed: 0 }
  } catch {
    const results: boolean[] = []
    for (const purge of queued) results.push(await purgeQueued(db, port, purge))
    return { done: results.filter(Boolean).length, failed: results.filter((done) => !done).length }
  }
}
