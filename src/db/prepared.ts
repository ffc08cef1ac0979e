/** Statements of the busiest pages: their text is built once, and each request only brings the values. */
import { DrizzleQueryError, fillPlaceholders, type SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import type { Db } from './client.ts'

const dialect = new SQLiteAsyncDialect()

/**
 * Gives the rows of the statement that `build` makes for a variant, such as an edition. What differs from request to
 * request is a placeholder in it: `sql.placeholder('name')`.
 */
export function prepared<Variant, Row>(build: (variant: Variant) => SQL) {
  const queries = new Map<Variant, { sql: string; params: unknown[] }>()
  return async (
    db: Db,
    variant: Variant,
    values: Readonly<Record<string, string | number>>,
  ): Promise<readonly Row[]> => {
    const query = queries.get(variant) ?? dialect.sqlToQuery(build(variant))
    queries.set(variant, query)
    const params = fillPlaceholders(query.params, values)
    try {
      return (
        await db.$client
          .prepare(query.sql)
          .bind(...params)
          .all<Row>()
      ).results
    } catch (error) {
      throw new DrizzleQueryError(query.sql, params, error instanceof Error ? error : undefined)
    }
  }
}
