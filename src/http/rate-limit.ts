import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'

/**
 * May this reader go on? Counted by network address and route, at each of the edge's places for itself: it stops floods and
 * is no accounting. Fails closed: a limiter that is missing or does not answer refuses.
 */
export async function isWithinLimit(c: Context<AppEnv>, route: string): Promise<boolean> {
  const address = c.req.header('cf-connecting-ip') ?? ''
  try {
    const { success } = await c.env.SEARCH_LIMIT.limit({ key: `${route}:${address}` })
    return success
  } catch {
    return false
  }
}
