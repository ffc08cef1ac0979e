/** `npm run build:dictionary`: makes the packed conversion tables and the search fold from OpenCC's data and our packs. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildTables } from './dictionary/build.ts'
import { foldModule, foldTable } from './dictionary/fold-table.ts'
import { readOpencc } from './dictionary/opencc-source.ts'

const source = path.join(import.meta.dirname, '..')
const opencc = readOpencc()
const tables = buildTables(opencc)
writeFileSync(path.join(source, 'convert/data/to-hans.dict.bin'), tables.toHans)
writeFileSync(path.join(source, 'convert/data/to-hant.dict.bin'), tables.toHant)
writeFileSync(path.join(source, 'convert/data/vocabulary.dict.txt'), tables.vocabulary)
writeFileSync(path.join(source, 'search/fold-data.ts'), foldModule(foldTable(opencc)))
