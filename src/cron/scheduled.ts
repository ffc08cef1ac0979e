import type { Db } from '../db/client.ts'
import { findHeartbeat, type LiftedArticle, listLifted, listLiftedArticles, putHeartbeat } from '../db/purges.ts'
import { type PurgePort, retryPurges, tagsOfArticle } from '../newsroom/purge.ts'

/** After a pause longer than this the lists are purged anyway, and old boundaries need no purge of their own. */
const LOOK_BACK_MS = 24 * 60 * 60 * 1000

export interface ScheduledOptions {
  purge: PurgePort
  nowMs: number
  /** Told once of what became public by itself, when everything else is done; absent where nothing is announced. */
  announce?: ((lifted: LiftedArticle) => void) | undefined
}

export interface ScheduledReport {
  /** Articles that became public by themselves since the last run. */
  lifted: number
  /** Purges of the queue that succeeded, and that failed again. */
  purged: number
  failed: number
}

/**
 * The work of every minute: copies of what became public by itself go, purges that failed are tried again, and the
 * heartbeat says that all of it ran. Nothing depends on it being on time: schedules and embargoes are predicates of each
 * query. Running it twice does the same as running it once.
 */
export async function runScheduled(db: Db, { purge, nowMs, announce }: ScheduledOptions): Promise<ScheduledReport> {
  const lastMs = (await findHeartbeat(db)) ?? nowMs - LOOK_BACK_MS
  const fromMs = Math.max(lastMs, nowMs - LOOK_BACK_MS)
  const lifted = await listLifted(db, { fromMs, toMs: nowMs })
  const isLiftedDone = lifted.length === 0 || (await purgeLifted(purge, lifted))
  const { done, failed } = await retryPurges(db, purge)
  // The next run looks at the same boundaries again if their purge failed.
  if (isLiftedDone) await putHeartbeat(db, nowMs)
  if (announce && isLiftedDone && lifted.length > 0) {
    for (const one of await listLiftedArticles(db, { fromMs, toMs: nowMs })) announce(one)
  }
  return { lifted: lifted.length, purged: done, failed }
}

async function purgeLifted(purge: PurgePort, articleIds: readonly number[]): Promise<boolean> {
  try {
    await purge?.([...new Set(articleIds.flatMap((id) => tagsOfArticle(id)))])
    return true
  } catch {
    return false
  }
}
