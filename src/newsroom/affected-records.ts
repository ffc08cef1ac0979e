/** Words of the site whose Simplified form conversion would make otherwise now. They change when they are saved, not before. */
import { RECORD_KINDS, RECORD_SHAPES, type RecordKind } from '../article/record-shape.ts'
import type { Db } from '../db/client.ts'
import { findSiteTexts, type StoredRecord } from '../db/site-records.ts'
import { converterFor } from './records.ts'
import type { SiteConversion } from './site-derivation.ts'

export interface AffectedRecords {
  records: readonly { kind: RecordKind; record: StoredRecord }[]
  /** The names and notices of the site. */
  settings: boolean
}

export const NOTHING_AFFECTED: AffectedRecords = { records: [], settings: false }

/** What was made by conversion, as far as anybody knows; with `words` only where the Traditional text has one of them. */
export async function listAffectedRecords(
  db: Db,
  site: SiteConversion,
  words: readonly string[] | null,
): Promise<AffectedRecords> {
  if (words?.length === 0) return NOTHING_AFFECTED
  const derivation = site.derivation({ sourceEdition: 'zh-hant', overrides: [] })
  const isAffected = ({ hant = '', hans = '', made = hans, convert }: MadeWords) =>
    made === hans && (words === null || words.some((word) => hant.includes(word))) && convert(hant) !== hans
  const { records, settings } = await findSiteTexts(db)
  const { derived, site: said } = settings
  return {
    records: RECORD_KINDS.flatMap((kind) =>
      records[kind]
        .filter((record) =>
          RECORD_SHAPES[kind].words.some(({ name }) => {
            const { 'zh-hant': hant, 'zh-hans': hans } = record.words[name] ?? {}
            return isAffected({ hant, hans, made: record.derived[name], convert: converterFor(kind, name, derivation) })
          }),
        )
        .map((record) => ({ kind, record })),
    ),
    settings: (['name', 'tagline', 'notice'] as const).some((name) =>
      isAffected({
        ...{ hant: said['zh-hant'][name], hans: said['zh-hans'][name], made: derived[name] },
        convert: derivation.text,
      }),
    ),
  }
}

interface MadeWords {
  hant: string | undefined
  hans: string | undefined
  /** What conversion made at the last save; undefined where nobody has saved it yet. */
  made: string | undefined
  convert: (text: string) => string
}
