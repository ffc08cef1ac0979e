/** The packed tables as the Worker bundles them. Node cannot import text modules: commands read the files instead. */
import type { PackedTables } from './converter.ts'
import toHans from './data/to-hans.dict.txt'
import toHant from './data/to-hant.dict.txt'

export const workerTables: PackedTables = { toHans, toHant }
