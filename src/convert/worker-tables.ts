/** The packed tables as the Worker bundles them. Node cannot import data modules: commands read the files instead. */
import type { PackedTables } from './converter.ts'
import toHans from './data/to-hans.dict.bin'
import toHant from './data/to-hant.dict.bin'
import vocabulary from './data/vocabulary.dict.txt'

export const workerTables: PackedTables = {
  toHans: new Uint8Array(toHans),
  toHant: new Uint8Array(toHant),
  vocabulary,
}
