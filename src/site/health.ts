import type { Context } from 'hono'
import { checkDatabase } from '../db/site-pages.ts'
import type { AppEnv } from '../env.ts'

/** For monitors: 200 while the database answers; the 503 of any other page when it does not. */
export async function health(c: Context<AppEnv>) {
  await checkDatabase(c.var.db)
  return c.json({ status: 'ok' })
}
