import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createConverter, type PackedTables } from '../../../src/convert/converter.ts'

const folder = path.join(import.meta.dirname, '../../../src/convert/data')

/** The committed tables, as the commands read them. */
export const committedTables: PackedTables = {
  toHans: readFileSync(path.join(folder, 'to-hans.dict.bin')),
  toHant: readFileSync(path.join(folder, 'to-hant.dict.bin')),
  vocabulary: readFileSync(path.join(folder, 'vocabulary.dict.txt'), 'utf8'),
}

export const converter = createConverter(committedTables)

export const TO_HANS = { from: 'zh-hant', to: 'zh-hans' } as const
export const TO_HANT = { from: 'zh-hans', to: 'zh-hant' } as const
