/**
 * `npm run reindex`: makes the search index of the local site anew, in small steps, while the site runs or not. Needed
 * after a restore (backups do not hold the index) and after a release that says so; `-- --outdated` leaves out what is
 * current. STATE_DIR names the site. `-- --production` works on the database that wrangler.toml names for production.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unstable_readConfig } from 'wrangler'
import { createDb } from '../db/client.ts'
import { reindexStep } from '../db/reindex.ts'
import { readStartSettings } from './settings.ts'

const root = path.join(import.meta.dirname, '../..')

/** Reindexes everything and gives the number of articles. */
export async function reindex(d1: D1Database, { onlyOutdated }: { onlyOutdated: boolean }): Promise<number> {
  const db = createDb(d1)
  let articles = 0
  for (let afterId: number | null = 0; afterId !== null; ) {
    const step: Awaited<ReturnType<typeof reindexStep>> = await reindexStep(db, { afterId, onlyOutdated })
    articles += step.articles
    afterId = step.nextAfterId
  }
  return articles
}

async function main(flags: readonly string[]): Promise<void> {
  Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' })
  const { getPlatformProxy } = await import('wrangler')
  const isProduction = flags.includes('--production')
  const folder = await mkdtemp(path.join(tmpdir(), 'causeway-reindex-'))
  const configPath = path.join(isProduction ? folder : root, 'wrangler.toml')
  if (isProduction) await writeFile(configPath, productionConfiguration())
  const { stateDir } = readStartSettings(process.env, root)
  const proxy = await getPlatformProxy<{ DB: D1Database }>({
    configPath,
    persist: isProduction ? false : { path: path.join(stateDir, 'v3') },
    remoteBindings: isProduction,
  })
  try {
    const articles = await reindex(proxy.env.DB, { onlyOutdated: flags.includes('--outdated') })
    console.log(`Reindexed ${articles} articles.`)
  } finally {
    await proxy.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The production database and nothing else, to be reached over the network. */
function productionConfiguration(): string {
  const config = unstable_readConfig({ config: path.join(root, 'wrangler.toml'), env: 'production' })
  const database = config.d1_databases.find(({ binding }) => binding === 'DB')
  const fields = { binding: 'DB', database_name: database?.database_name, database_id: database?.database_id }
  const lines = Object.entries(fields).map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
  const date = `compatibility_date = ${JSON.stringify(config.compatibility_date)}`
  return [`name = "causeway-reindex"`, date, '[[d1_databases]]', ...lines, 'remote = true', ''].join('\n')
}

if (import.meta.main) await main(process.argv.slice(2))
