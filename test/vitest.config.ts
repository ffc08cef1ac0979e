import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
// Part of what a kept module depends on: without this, modules compiled for other settings would be run.
import '../tsconfig.json' with { type: 'json' }

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Four kinds of test. `node`: pure code and the repository's own rules. `cli`: the commands, as processes. `worker`:
 * everything that needs the Workers runtime, inside it. `browser`: the built site in Chromium, one file after another.
 */
export default defineConfig({
  root,
  test: {
    reporters: ['default', './test/count-reporter.ts'],
    projects: [
      {
        root,
        test: {
          name: 'node',
          include: ['test/tidy/**/*.test.ts', 'test/unit/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      { root, test: { name: 'cli', include: ['test/cli/**/*.test.ts'], fileParallelism: false, testTimeout: 180_000 } },
      {
        root,
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations(`${root}migrations`) } },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.{ts,tsx}'],
          setupFiles: ['test/worker/setup.ts'],
          isolate: false,
          fileParallelism: false, // files share one database, which each of them wipes
          testTimeout: 60_000, // encoding a photo takes seconds on a busy machine
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/site.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
