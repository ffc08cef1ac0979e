import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Edition } from '../edition/editions.ts'
import type { Db } from './client.ts'
import { json, limit } from './fragments.ts'
import { edition, heartbeat, purgeQueue } from './schema.ts'

/** Purges that one run of the cron tries; the next minute has another run. */
const PURGES_PER_RUN_MAX = 20

/** Articles that one run of the cron announces: two requests each, far below what a run may make. */
const ANNOUNCED_PER_RUN_MAX = 20

export interface QueuedPurge {
  id: number
  tags: readonly string[]
}

export async function listQueuedPurges(db: Db): Promise<readonly QueuedPurge[]> {
  return db
    .select({ id: purgeQueue.id, tags: purgeQueue.tags })
    .from(purgeQueue)
    .orderBy(asc(purgeQueue.id))
    .limit(PURGES_PER_RUN_MAX)
}

export async function queuePurge(db: Db, tags: readonly string[], nowMs: number): Promise<number> {
  const [row] = await db.insert(purgeQueue).values({ tags, queuedAtMs: nowMs }).returning({ id: purgeQueue.id })
  return row?.id ?? 0
}

export async function deletePurges(db: Db, ids: readonly number[]): Promise<void> {
  await db.delete(purgeQueue).where(inArray(purgeQueue.id, [...ids]))
}

/** Counts a failed attempt, with what the edge said. */
export async function markPurgeFailed(db: Db, id: number, error: string): Promise<void> {
  await db
    .update(purgeQueue)
    .set({ attempts: sql`attempts + 1`, lastError: error.slice(0, 200) })
    .where(eq(purgeQueue.id, id))
}

/** When the cron last ran to its end, or null. */
export async function findHeartbeat(db: Db): Promise<number | null> {
  const [row] = await db.select().from(heartbeat).where(eq(heartbeat.name, 'cron'))
  return row?.atMs ?? null
}

export async function putHeartbeat(db: Db, atMs: number): Promise<void> {
  const row = { name: 'cron', atMs }
  await db.insert(heartbeat).values(row).onConflictDoUpdate({ target: heartbeat.name, set: row })
}

/** Articles of which an edition became public by itself in (fromMs, toMs]. */
export async function listLifted(
  db: Db,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Promise<readonly number[]> {
  const rows = await db
    .selectDistinct({ id: edition.articleId })
    .from(edition)
    .where(sql`${edition.publishedAtMs} > ${fromMs} AND ${edition.publishedAtMs} <= ${toMs}`)
    .limit(100)
  return rows.map(({ id }) => id)
}

export interface LiftedArticle {
  slug: string
  editions: readonly Edition[]
  /** Keys. */
  topics: readonly string[]
}

/** The editions that became public by themselves in (fromMs, toMs]; what was published at once is passed over. */
export async function listLiftedArticles(
  db: Db,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Promise<readonly LiftedArticle[]> {
  const rows = await db.all<{ slug: string; editions: string; topics: string }>(sql`
    SELECT a.slug, json_group_array(e.edition) AS editions,
      (SELECT json_group_array(t.key) FROM article_topic j JOIN topic t ON t.id = j.topic_id
        WHERE j.article_id = a.id) AS topics
    FROM edition e JOIN article a ON a.id = e.article_id
    WHERE e.state = 'published' AND e.published_at_ms > ${fromMs} AND e.published_at_ms <= ${toMs}
      AND e.published_at_ms <> a.updated_at_ms
    GROUP BY a.id ${limit(ANNOUNCED_PER_RUN_MAX)}`)
  return rows.map(({ slug, editions, topics }) => ({ slug, editions: json(editions, []), topics: json(topics, []) }))
}
