import type { Context } from 'hono'
import type { Act } from '../article/states.ts'
import type { WorkingCopy } from '../db/working-copy.ts'
import type { Edition } from '../edition/editions.ts'
import type { AppEnv } from '../env.ts'
import { announcePortOf } from '../http/announce-port.ts'
import { announceAndLog } from '../newsroom/announce.ts'

/**
 * Tells search engines and feed readers, where the operator wants that, after the answer is on its way. What is scheduled
 * or embargoed is not told before its time (the cron tells it then), nor is the end of what was never public.
 */
export function announceAct(
  c: Context<AppEnv>,
  { copy, act, editions }: { copy: WorkingCopy; act: Act; editions: readonly Edition[] },
): void {
  const port = announcePortOf(c.env, c.var.origin)
  if (!port || act.kind === 'schedule' || act.kind === 'embargo' || act.kind === 'cancel') return
  const wasPublic = (edition: Edition) =>
    copy.editions.some((row) => row.edition === edition && row.publishedAtMs <= c.var.nowMs)
  const { slug, topics } = copy.content
  const change =
    act.kind === 'withdraw' ? { slug: copy.slug, editions: editions.filter(wasPublic) } : { slug, editions }
  c.executionCtx.waitUntil(announceAndLog(port, { ...change, topics }))
}
