import { drizzle } from 'drizzle-orm/d1'
import * as schema from './schema.ts'

/** The database, with the schema known to Drizzle. */
export function createDb(d1: D1Database) {
  return drizzle(d1, { schema })
}

export type Db = ReturnType<typeof createDb>

/**
 * Whose eyes a query has: the public's, at one moment. Every query for articles demands it, so that what is scheduled,
 * embargoed or withdrawn cannot slip into a page by omission.
 */
export interface PublicAt {
  nowMs: number
}

/** Is this the error of a database that has no tables yet (or not the newest ones)? Walks the causes. */
export function isUnmigrated(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/no such (table|column)/i.test(cause.message)) return true
  }
  return false
}
