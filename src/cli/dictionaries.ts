import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Converter, createConverter } from '../convert/converter.ts'

const DATA_FOLDER = path.join(import.meta.dirname, '../convert/data')

/** The conversion engine with the packed dictionaries on disk, for commands (the Worker has them in its bundle). */
export function converterFromFiles(): Converter {
  const read = (name: string) => readFileSync(path.join(DATA_FOLDER, name), 'utf8')
  return createConverter({ toHans: read('to-hans.dict.txt'), toHant: read('to-hant.dict.txt') })
}
