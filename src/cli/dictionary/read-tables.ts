import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PackedTables } from '../../convert/converter.ts'

/** The committed tables, for commands. The Worker has them from `convert/worker-tables.ts`. */
export function readTables(): PackedTables {
  const folder = path.join(import.meta.dirname, '../../convert/data')
  return {
    toHans: readFileSync(path.join(folder, 'to-hans.dict.bin')),
    toHant: readFileSync(path.join(folder, 'to-hant.dict.bin')),
    vocabulary: readFileSync(path.join(folder, 'vocabulary.dict.txt'), 'utf8'),
  }
}
