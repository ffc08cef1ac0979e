/**
 * `npm run reindex`: makes the search index anew, and what photos are found by, in small steps that may be stopped and
 * begun again. Needed after a restore, because backups do not hold the index, and after a release that says so.
 *
 * It works on the local data in STATE_DIR, which no site may use meanwhile; with `-- --production` on the database that
 * wrangler.toml names for production, which may be in use. `-- --outdated` leaves out what is current.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDb, isUnmigrated } from '../db/client.ts'
import { refoldPhotos } from '../db/photos.ts'
import { reindexStep } from '../db/reindex.ts'
import { runCommand, withPlatform } from './platform.ts'
import { OperatorError } from './settings.ts'

const CONFIG_FILE = path.join(import.meta.dirname, '../../wrangler.toml')

/** Reindexes everything, or what is outdated, and gives the number of articles. */
async function reindex(d1: D1Database, { onlyOutdated }: { onlyOutdated: boolean }): Promise<number> {
  const db = createDb(d1)
  let articles = 0
  let afterId: number | null = 0
  while (afterId !== null) {
    const step = await reindexStep(db, { afterId, onlyOutdated })
    articles += step.articles
    afterId = step.nextAfterId
  }
  return articles
}

/** Photos in one step. */
const PHOTOS_AT_ONCE = 50

/** Makes anew what the photos of the library are found by. */
async function refold(d1: D1Database): Promise<void> {
  const db = createDb(d1)
  let afterKey: string | null = ''
  while (afterKey !== null) afterKey = await refoldPhotos(db, { afterKey, limit: PHOTOS_AT_ONCE })
}

/** Reaches the production database over the network, with the operator's wrangler login. */
async function withProduction<T>(work: (platform: { DB: D1Database }) => Promise<T>): Promise<T> {
  const { getPlatformProxy, unstable_readConfig } = await import('wrangler')
  const config = unstable_readConfig({ config: CONFIG_FILE, env: 'production' })
  const [database] = config.d1_databases
  if (!database) throw new OperatorError('wrangler.toml names no [[env.production.d1_databases]].')
  const folder = await mkdtemp(path.join(tmpdir(), 'causeway-reindex-'))
  const configPath = path.join(folder, 'wrangler.toml')
  const field = (name: string, value: unknown) => `${name} = ${JSON.stringify(value)}\n`
  await writeFile(
    configPath,
    `${field('name', config.name)}${field('compatibility_date', config.compatibility_date)}[[d1_databases]]\n${field('binding', 'DB')}${field('database_name', database.database_name)}${field('database_id', database.database_id)}remote = true\n`,
  )
  const proxy = await getPlatformProxy<{ DB: D1Database }>({ configPath, persist: false, remoteBindings: true })
  try {
    return await work(proxy.env)
  } finally {
    await proxy.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

await runCommand(async () => {
  const flags = process.argv.slice(2)
  const onlyOutdated = flags.includes('--outdated')
  const reach = flags.includes('--production') ? withProduction : withPlatform
  try {
    const articles = await reach(async ({ DB }) => {
      await refold(DB)
      return reindex(DB, { onlyOutdated })
    })
    console.log(`Reindexed ${articles} ${articles === 1 ? 'article' : 'articles'}.`)
  } catch (error) {
    if (isUnmigrated(error)) throw new OperatorError('There is no site in STATE_DIR yet: run npm start once.')
    throw error
  }
})
