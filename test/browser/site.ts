/**
 * The site under test: one for the whole browser run, started before its first file. Migrated, with the demonstration
 * content, behind the faulty Worker, which does nothing until a test tells it to.
 */
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { createTestHarness, unstable_readConfig } from 'wrangler'
import { seed } from '../../src/cli/seed.ts'
import { seedStates } from './states.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the site is, with a slash at the end. */
    siteUrl: string
  }
}

const root = path.join(import.meta.dirname, '../..')

export default async function startSite(project: TestProject): Promise<() => Promise<void>> {
  const { url, db, close } = await openSite()
  await seedStates(db, Date.now())
  project.provide('siteUrl', url)
  return close
}

/** A site of one's own, with the demonstration and nothing else in it. */
export async function openSite(): Promise<{ url: string; db: D1Database; close(): Promise<void> }> {
  Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' })
  const { env: _environments, ...config } = unstable_readConfig({ config: path.join(root, 'wrangler.toml') })
  const harness = createTestHarness({
    root,
    workers: [{ config: { ...config, main: path.join(root, 'test/browser/faulty.ts') } }],
  })
  const { url } = await harness.listen()
  const worker = harness.getWorker<{ DB: D1Database }>()
  await worker.applyD1Migrations('DB')
  const { DB } = await worker.getEnv()
  await seed(DB, Date.now())
  return { url: new URL('/', url).href, db: DB, close: async () => await harness.close() }
}
