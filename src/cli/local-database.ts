/**
 * The database of this machine, for commands that run while no site uses it: the same SQLite file that `wrangler dev`
 * serves, opened with Miniflare.
 *
 * wrangler's own `getPlatformProxy` would do, too, but every `prepare` and `bind` is a round trip to workerd there that
 * blocks this process: entering the demonstration took 8 s that way on a busy machine, and takes 1.3 s so. Here
 * statements are plain values until a batch carries all of them over at once.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'

export interface LocalDatabase {
  /** The wrangler configuration that names the database. */
  readonly configFile: string
  /** What wrangler calls `--persist-to`. */
  readonly stateDir: string
}

interface Statement {
  readonly sql: string
  /** What JSON can carry: text, numbers and null, not blobs. */
  readonly params: readonly unknown[]
}

/** Runs beside the database; answers `{ statements, raw }` with the results of one D1 batch, or the rows as arrays. */
const BRIDGE = `export default {
  async fetch(request, env) {
    const { statements, raw } = await request.json()
    const bound = statements.map(({ sql, params }) => env.DB.prepare(sql).bind(...params))
    try {
      return Response.json(raw ? await bound[0].raw() : await env.DB.batch(bound))
    } catch (error) {
      return new Response(error.message, { status: 500 })
    }
  },
}`

type Ask = (statements: readonly Statement[], raw?: boolean) => Promise<unknown>

/** Opens the database, gives it to `use` and closes it. No `wrangler dev` may run on the same folder meanwhile. */
export async function withLocalDatabase<T>(where: LocalDatabase, use: (db: D1Database) => Promise<T>): Promise<T> {
  const { Miniflare } = await import('miniflare') // takes half a second: not before it is needed
  const bridge = new Miniflare({
    cf: false,
    resourcePersistencePath: path.join(where.stateDir, 'v3'), // `--persist-to` adds the v3 by itself
    workers: [
      {
        config: {
          name: 'bridge',
          compatibilityDate: '2026-11-01',
          manifest: { mainModule: 'index.js', modules: { 'index.js': { type: 'esm', contents: BRIDGE } } },
          env: { DB: { type: 'd1', id: await readDatabaseId(where.configFile) } },
        },
      },
    ],
  })
  try {
    return await use(
      databaseThrough(async (statements, raw = false) => {
        const body = JSON.stringify({ statements: statements.map(({ sql, params }) => ({ sql, params })), raw })
        const response = await bridge.dispatchFetch('http://localhost/', { method: 'POST', body })
        if (!response.ok) throw new Error(await response.text())
        return await response.json()
      }),
    )
  } finally {
    await bridge.dispose()
  }
}

async function readDatabaseId(configFile: string): Promise<string> {
  const id = /^database_id = "([^"]+)"/m.exec(await readFile(configFile, 'utf8'))?.[1]
  if (id === undefined) throw new Error(`${configFile} names no database_id.`)
  return id
}

/** The part of D1 that Drizzle and our own statements use: `prepare`, `bind`, `batch` and the ways to read. */
function databaseThrough(ask: Ask): D1Database {
  const statement = (sql: string, params: readonly unknown[] = []) => {
    const all = async () => ((await ask([{ sql, params }])) as D1Result[])[0] // the bridge answers one result for each
    return {
      sql,
      params,
      bind: (...values: unknown[]) => statement(sql, values),
      all,
      run: all,
      raw: async () => await ask([{ sql, params }], true),
      first: async (column?: string) => {
        const row = (await all())?.results[0] as Record<string, unknown> | undefined // rows are objects by column
        return (column === undefined ? row : row?.[column]) ?? null
      },
    }
  }
  const database = {
    prepare: (sql: string) => statement(sql),
    batch: async (statements: readonly Statement[]) => await ask(statements),
  }
  return database as unknown as D1Database // the rest of its methods is for sessions and dumps, which commands never use
}
