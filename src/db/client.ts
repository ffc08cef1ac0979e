import { drizzle } from 'drizzle-orm/d1'
import * as schema from './schema.ts'

const connect = (d1: D1Database) => drizzle(d1, { schema })

export type Db = ReturnType<typeof connect>

/** Drizzle walks the whole schema for each instance: one is made for each binding, not for each request. */
const instances = new WeakMap<D1Database, Db>()

/** The database, with the schema known to Drizzle. */
export function createDb(d1: D1Database): Db {
  const known = instances.get(d1)
  if (known) return known
  const db = connect(d1)
  instances.set(d1, db)
  return db
}

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
