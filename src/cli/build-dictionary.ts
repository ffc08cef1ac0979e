/** `npm run build:dictionary`: makes the packed conversion tables from OpenCC's data and the newsroom pack. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildTables } from './dictionary/build.ts'

const folder = path.join(import.meta.dirname, '../convert/data')
const tables = buildTables()
writeFileSync(path.join(folder, 'to-hans.dict.txt'), tables.toHans)
writeFileSync(path.join(folder, 'to-hant.dict.txt'), tables.toHant)
