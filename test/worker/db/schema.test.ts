import { env } from 'cloudflare:workers'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as schema from '../../../src/db/schema.ts'
import * as searchSchema from '../../../src/db/search-schema.ts'

const tables = [
  ...Object.values(schema),
  ...Object.values(searchSchema),
  ...Object.values(searchSchema.SEARCH_INDEXES),
].filter((value) => value instanceof SQLiteTable)

test('the schema names every table that the migrations make', async () => {
  const { results } = await env.DB.prepare(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
      AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations'`,
  ).all<{ name: string }>()
  expect(tables.map((table) => getTableConfig(table).name).sort()).toEqual(results.map(({ name }) => name).sort())
})

test.each(tables.map((table) => getTableConfig(table).name))(
  '%s has the columns that the migrations make',
  async (name) => {
    const table = tables.map((candidate) => getTableConfig(candidate)).find((config) => config.name === name)
    const { results } = await env.DB.prepare('SELECT name, type, "notnull" AS required, pk FROM pragma_table_info(?)')
      .bind(name)
      .all<{ name: string; type: string; required: number; pk: number }>()
    const drawn = (table?.columns ?? [])
      .map((column) => column.name)
      .filter((column) => column !== 'rowid')
      .sort()
    expect(drawn).toEqual(results.map((column) => column.name).sort())
    for (const { name: column, required, pk } of results) {
      const ours = table?.columns.find((candidate) => candidate.name === column)
      // Columns of a full-text index have no constraints.
      if (pk === 0 && !/^search_(zh|en)/.test(name)) expect([column, ours?.notNull]).toEqual([column, required === 1])
    }
  },
)

test('every question that names an article’s neighbours or a list uses an index', async () => {
  const { results } = await env.DB.prepare(
    `EXPLAIN QUERY PLAN SELECT article_id FROM listing l WHERE l.edition = 'en' AND l.published_at_ms <= 1 AND l.until_ms > 1
      ORDER BY l.published_at_ms DESC, l.article_id DESC LIMIT 13`,
  ).all<{ detail: string }>()
  expect(results.map(({ detail }) => detail).join()).toMatch(/listing_latest/)
  expect(results.map(({ detail }) => detail).join()).not.toMatch(/TEMP B-TREE|SCAN/)
})

test('converted editions are looked through, newest first, from an index alone', async () => {
  const { results } = await env.DB.prepare(
    `EXPLAIN QUERY PLAN SELECT e.article_id, e.edition FROM edition e WHERE e.conversion_version IS NOT NULL
      AND e.state = 'published' AND e.conversion_version <> iif(e.edition = 'zh-hans', 'a', 'b')
      AND (e.published_at_ms, e.article_id, e.edition) < (1, 1, 'zh-hans')
      ORDER BY e.published_at_ms DESC, e.article_id DESC, e.edition DESC LIMIT 101`,
  ).all<{ detail: string }>()
  const plan = results.map(({ detail }) => detail).join()
  expect(plan).toMatch(/COVERING INDEX edition_converted/)
  expect(plan).not.toMatch(/TEMP B-TREE/)
})

test('the past of an article is listed from an index alone: no text is read for it', async () => {
  const { results } = await env.DB.prepare(
    `EXPLAIN SELECT edition, id, replaced_at_ms, facts FROM edition_past WHERE article_id = 1
      ORDER BY replaced_at_ms DESC, id DESC LIMIT 300`,
  ).all<{ opcode: string }>()
  const operations = results.map(({ opcode }) => opcode)
  expect(operations).toContain('SeekGE')
  expect(operations).not.toContain('Function')
  expect(operations.join()).not.toMatch(/Sorter/)
})
