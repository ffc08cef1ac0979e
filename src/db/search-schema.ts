import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Edition } from '../edition/editions.ts'

/**
 * The tables of search. The indexes are virtual tables: they are declared like tables because statements made of raw SQL
 * cannot be part of a `db.batch`.
 */
function searchIndex<Name extends string>(name: Name) {
  return sqliteTable(name, {
    rowid: integer('rowid').primaryKey(),
    title: text('title').notNull(),
    subtitle: text('subtitle').notNull(),
    body: text('body').notNull(),
    topics: text('topics').notNull(),
    facets: text('facets').notNull(),
  })
}

export const SEARCH_INDEXES = {
  'zh-hant': searchIndex('search_zh_hant'),
  'zh-hans': searchIndex('search_zh_hans'),
  en: searchIndex('search_en'),
} as const satisfies Record<Edition, unknown>

export const searchDocument = sqliteTable(
  'search_document',
  {
    articleId: integer('article_id').notNull(),
    edition: text('edition').$type<Edition>().notNull(),
    id: integer('id').notNull().unique(),
    indexVersion: integer('index_version').notNull(),
    headline: text('headline').notNull(),
    second: text('second').notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.edition] })],
)
