import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'

/** The page of a list that an address asks for. `canonicalUrl` has refused everything that is not the number of one. */
export function pageNumber(c: Context<AppEnv>): number {
  return Number(c.req.query('page') ?? '1')
}
