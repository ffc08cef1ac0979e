/**
 * The Worker as it is deployed, bundled and minified by wrangler, on a port of this machine; and a bare one to compare it
 * with. Miniflare runs both without the proxy that `wrangler dev` puts in front, which costs about as much as a page and
 * would flatter every ratio. Neither has static files: a deployed Worker is not asked for them either.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Miniflare } from 'miniflare'
import { withLocalDatabase } from '../../src/cli/local-database.ts'
import { migrate, wrangler, wranglerEnvironment } from '../../src/cli/migrate.ts'
import { seed } from '../../src/cli/seed.ts'

const root = path.join(import.meta.dirname, '../..')
const configFile = path.join(root, 'wrangler.toml')
const toml = readFileSync(configFile, 'utf8')
const databaseId = /^database_id = "([^"]+)"/m.exec(toml)?.[1] ?? ''
const compatibilityDate = /^compatibility_date = "([^"]+)"/m.exec(toml)?.[1] ?? ''

type Modules = Record<
  string,
  { type: 'esm' | 'text'; contents: string } | { type: 'data'; contents: Uint8Array<ArrayBuffer> }
>

export interface BuiltWorker {
  modules: Modules
  /** What wrangler says about its size. */
  size: string
}

/** Bundles the Worker into `folder` as `wrangler deploy` does. */
export function buildWorker(folder: string): BuiltWorker {
  const args = ['deploy', '--dry-run', '--config', configFile, '--env', '', '--outdir', folder]
  const env = wranglerEnvironment({ stateDir: folder })
  const { status, stdout, stderr } = spawnSync(process.execPath, [wrangler, ...args], {
    env,
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`)
  const files = readdirSync(folder).filter((name) => /\.(js|css|txt|bin)$/.test(name))
  const modules = files.map((name) => {
    const bytes = readFileSync(path.join(folder, name))
    if (name.endsWith('.bin')) return [name, { type: 'data', contents: bytes }] as const
    return [name, { type: name.endsWith('.js') ? 'esm' : 'text', contents: bytes.toString() }] as const
  })
  return { modules: Object.fromEntries(modules), size: /Total Upload: (.+)/.exec(stdout)?.[1] ?? 'unknown' }
}

/** Makes a database with the demonstration in `stateDir`. */
export async function makeDatabase(stateDir: string): Promise<void> {
  mkdirSync(stateDir, { recursive: true })
  await migrate({ stateDir, configFile })
  await changeDatabase(stateDir, async (db) => await seed(db, Date.now()))
}

/** Copies a database and gives the copy to `change`. */
export async function copyDatabase<T>(from: string, to: string, change: (db: D1Database) => Promise<T>): Promise<T> {
  cpSync(from, to, { recursive: true })
  return await changeDatabase(to, change)
}

async function changeDatabase<T>(stateDir: string, change: (db: D1Database) => Promise<T>): Promise<T> {
  return await withLocalDatabase({ configFile, stateDir }, change)
}

export interface RunningSite {
  name: string
  origin: URL
  close: () => Promise<void>
}

async function run(name: string, modules: Modules, stateDir: string): Promise<RunningSite> {
  const miniflare = new Miniflare({
    ...{ cf: false, logRequests: false, host: '127.0.0.1', port: 0 },
    resourcePersistencePath: path.join(stateDir, 'v3'),
    workers: [
      {
        config: {
          ...{ name, compatibilityDate },
          manifest: { mainModule: 'index.js', modulesRoot: root, modules },
          access: { dev: { aud: 'local-mock', identity: { email: 'editor@localhost', name: 'Local editor' } } },
          env: {
            DB: { type: 'd1', id: databaseId },
            MEDIA: { type: 'r2', name: 'media' },
            SEARCH_LIMIT: { type: 'rate-limit', namespace: '1001', simple: { limit: 10_000_000, period: 60 } },
            SITE_URL: { type: 'json', value: 'http://localhost:8787' },
            ACCESS_AUD: { type: 'json', value: 'local-mock' },
          },
        },
        dev: { rootPath: root },
      },
    ],
  })
  return { name, origin: await miniflare.ready, close: async () => await miniflare.dispose() }
}

/** Our Worker with the database of `stateDir`. */
export async function runSite(name: string, { modules }: BuiltWorker, stateDir: string): Promise<RunningSite> {
  return await run(name, modules, stateDir)
}

/** One query by key, whose answer is the page: the least that a site in D1 can do. */
const BARE = `export default {
  async fetch(request, env) {
    const page = await env.DB.prepare('SELECT value FROM setting WHERE key = ?').bind('page').first('value')
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  },
}`

/** A Worker that does nothing but answer with `page`, from a database of its own. */
export async function runBare(page: string, { from, to }: { from: string; to: string }): Promise<RunningSite> {
  await copyDatabase(from, to, async (db) => {
    await db.prepare(`INSERT INTO setting (key, value, updated_at_ms) VALUES ('page', ?, 0)`).bind(page).run()
  })
  return await run('bare', { 'index.js': { type: 'esm', contents: BARE } }, to)
}
