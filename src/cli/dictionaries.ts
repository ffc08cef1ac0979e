import { type Converter, createConverter } from '../convert/converter.ts'
import { readTables } from './dictionary/read-tables.ts'

/** The conversion engine with the packed dictionaries on disk, for commands (the Worker has them in its bundle). */
export function converterFromFiles(): Converter {
  return createConverter(readTables())
}
