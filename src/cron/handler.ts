import { createDb } from '../db/client.ts'
import { type Bindings, readOrigin } from '../env.ts'
import { announcePortOf } from '../http/announce-port.ts'
import { purgePortOf } from '../http/purge-port.ts'
import { announceAndLog } from '../newsroom/announce.ts'
import { runScheduled } from './scheduled.ts'

/** What Cloudflare calls every minute (wrangler.toml, triggers). */
export async function scheduled(event: ScheduledController, env: Bindings, context: ExecutionContext): Promise<void> {
  const report = await runScheduled(createDb(env.DB), {
    purge: purgePortOf(context),
    nowMs: event.scheduledTime,
    announce: (lifted) => {
      const port = announcePortOf(env, readOrigin(env))
      if (port) context.waitUntil(announceAndLog(port, lifted))
    },
  })
  if (report.failed > 0) console.error(JSON.stringify({ event: 'purges-failed', ...report }))
}
