import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { buildTables } from '../../../src/cli/dictionary/build.ts'
import { foldModule, foldTable } from '../../../src/cli/dictionary/fold-table.ts'
import { readOpencc } from '../../../src/cli/dictionary/opencc-source.ts'
import { createConverter } from '../../../src/convert/converter.ts'
import { committedTables } from './tables.ts'

describe('the committed dictionary data', () => {
  const source = readOpencc()

  it('is what `npm run build:dictionary` makes', () => {
    const built = buildTables(source)
    expect(Buffer.compare(built.toHans, committedTables.toHans), 'to-hans.dict.bin is stale').toBe(0)
    expect(Buffer.compare(built.toHant, committedTables.toHant), 'to-hant.dict.bin is stale').toBe(0)
    expect(built.vocabulary === committedTables.vocabulary, 'vocabulary.dict.txt is stale').toBe(true)
    const fold = readFileSync(path.join(import.meta.dirname, '../../../src/search/fold-data.ts'), 'utf8')
    expect(foldModule(foldTable(source)) === fold, 'fold-data.ts is stale').toBe(true)
  })

  it('names its source and checksum, as the data README does', () => {
    const readme = readFileSync(path.join(import.meta.dirname, '../../../src/convert/data/README.md'), 'utf8')
    expect(readme).toContain(source.checksum)
    expect(readme).toContain(`opencc-js ${source.version}`)
    const header = new TextDecoder().decode(committedTables.toHans.subarray(0, 200))
    expect(header).toContain(`opencc-js/${source.version} sha256:${source.checksum.slice(0, 16)}`)
  })

  it('stays within its budget: 20 KB to Simplified, 215 KB both, gzip', () => {
    const toHans = gzipSync(committedTables.toHans, { level: 9 }).length
    const toHant = gzipSync(committedTables.toHant, { level: 9 }).length
    const vocabulary = gzipSync(committedTables.vocabulary, { level: 9 }).length
    expect(toHans).toBeLessThanOrEqual(20_000)
    expect(toHans + toHant + vocabulary).toBeLessThanOrEqual(215_000)
  })

  it('is refused with advice when the file is something else', () => {
    const converter = createConverter({
      toHans: new TextEncoder().encode('nothing\n'),
      toHant: new Uint8Array(),
      vocabulary: '',
    })
    expect(() => converter.convert('說', { from: 'zh-hant', to: 'zh-hans' })).toThrow('npm run build:dictionary')
  })
})
