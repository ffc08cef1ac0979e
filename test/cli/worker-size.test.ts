import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildWorker } from '../bench/built-site.ts'

/** The budget in README.md, in bytes. */
const GZIP_BYTES_MAX = 450_000

test('the Worker with everything in it stays within its budget', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'causeway-size-'))
  try {
    const { modules } = buildWorker(folder)
    const sizes = Object.values(modules).map(({ contents }) => gzipSync(contents).byteLength)
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    expect(bytes).toBeGreaterThan(GZIP_BYTES_MAX / 2)
    expect(bytes).toBeLessThanOrEqual(GZIP_BYTES_MAX)
  } finally {
    await rm(folder, { recursive: true })
  }
})
