import { sql } from 'drizzle-orm'
import type { PublishedBoilerplate, PublishedContact } from '../article/published.ts'
import type { RecordKind } from '../article/record-shape.ts'
import type { ChineseEdition, Edition } from '../edition/editions.ts'
import type { Db } from './client.ts'
import { json, limit } from './fragments.ts'
import { USES_MAX } from './record-uses.ts'

/** Contacts and boilerplates of a published edition as they were frozen, and the keys that its revision chose. */
export interface FrozenRecords {
  articleId: number
  edition: Edition
  sourceEdition: ChineseEdition
  contacts: readonly PublishedContact[]
  boilerplates: readonly PublishedBoilerplate[]
  chosen: { contacts: readonly string[]; boilerplates: readonly string[] }
}

/** The frozen records of every edition that was published, or is scheduled, with this record. */
export async function listFrozenRecords(
  db: Db,
  { kind, key }: { kind: RecordKind; key: string },
): Promise<readonly FrozenRecords[]> {
  type Row = Pick<FrozenRecords, 'articleId' | 'edition' | 'sourceEdition'> &
    Record<'contacts' | 'boilerplates' | 'chosenContacts' | 'chosenBoilerplates', string>
  const rows = await db.all<Row>(sql`
    SELECT e.article_id AS articleId, e.edition, r.content ->> '$.sourceEdition' AS sourceEdition,
      e.details -> '$.contacts' AS contacts, e.details -> '$.boilerplates' AS boilerplates,
      r.content -> '$.contacts' AS chosenContacts, r.content -> '$.boilerplates' AS chosenBoilerplates
    FROM record_use u JOIN edition e ON e.article_id = u.article_id AND e.edition = u.place
    JOIN revision r ON r.article_id = e.article_id AND r.number = e.revision
    WHERE u.kind = ${kind} AND u.key = ${key} AND e.state = 'published'
    ORDER BY e.article_id DESC, e.edition ${limit(3 * USES_MAX)}`)
  return rows.map(({ contacts, boilerplates, chosenContacts, chosenBoilerplates, ...row }) => ({
    ...row,
    contacts: json<PublishedContact[]>(contacts, []),
    boilerplates: json<PublishedBoilerplate[]>(boilerplates, []),
    chosen: { contacts: json<string[]>(chosenContacts, []), boilerplates: json<string[]>(chosenBoilerplates, []) },
  }))
}
