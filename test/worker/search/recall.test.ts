import { env } from 'cloudflare:workers'
import { getTableName } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createConverter } from '../../../src/convert/converter.ts'
import { workerTables } from '../../../src/convert/worker-tables.ts'
import { createDb } from '../../../src/db/client.ts'
import { SEARCH_INDEXES } from '../../../src/db/search-schema.ts'
import { fold } from '../../../src/search/fold.ts'
import { matchExpression, parseQuery } from '../../../src/search/query.ts'
import { indexText } from '../../../src/search/tokenise.ts'
import { generateArticles, seeded } from './generated-articles.ts'

const ARTICLES = 1200
const QUERIES_PER_LENGTH = 150
const SEED = 20221222

const db = createDb(env.DB)
const converter = createConverter(workerTables)
const hant = generateArticles(ARTICLES, SEED).map(({ title, summary, body }) => ({
  title,
  body: `${summary}\n${body}`,
}))
const inHans = (text: string) => converter.convert(text, { from: 'zh-hant', to: 'zh-hans' })
const hans = hant.map(({ title, body }) => ({ title: inHans(title), body: inHans(body) }))

beforeAll(async () => {
  for (const [edition, articles] of [
    ['zh-hant', hant],
    ['zh-hans', hans],
  ] as const) {
    const statements = articles.map(({ title, body }, index) =>
      db.insert(SEARCH_INDEXES[edition]).values({
        rowid: index + 1,
        title: indexText(title),
        subtitle: '',
        body: indexText(body),
        topics: '',
        facets: '',
      }),
    )
    for (let at = 0; at < statements.length; at += 200) {
      const [first, ...others] = statements.slice(at, at + 200)
      if (first) await db.batch([first, ...others])
    }
  }
})

/** A virtual table is not emptied with the others between files. */
afterAll(async () => {
  await env.DB.batch(Object.values(SEARCH_INDEXES).map((table) => env.DB.prepare(`DELETE FROM ${getTableName(table)}`)))
})

/** Rows that the index finds, without a limit: what is measured is the index, not the page. */
async function found(edition: 'zh-hant' | 'zh-hans', query: string): Promise<Set<number>> {
  const index = `search_${edition.replace('-', '_')}`
  const match = matchExpression(parseQuery(query))
  const { results } = await env.DB.prepare(`SELECT rowid FROM ${index} WHERE ${index} MATCH ?`)
    .bind(match)
    .all<{ rowid: number }>()
  return new Set(results.map(({ rowid }) => rowid))
}

/** Stretches of Han of one length, taken from random places of the articles. */
function queriesOf(length: number): string[] {
  const random = seeded(SEED + length)
  const queries = new Set<string>()
  while (queries.size < QUERIES_PER_LENGTH) {
    const { body = '' } = hant[Math.floor(random() * hant.length)] ?? {}
    const at = Math.floor(random() * body.length)
    const query = body.slice(at, at + length)
    if (new RegExp(`^\\p{Script=Han}{${length}}$`, 'u').test(query)) queries.add(query)
  }
  return [...queries]
}

/** Recall and false hits against a search for the folded text in the folded texts. */
async function measure(length: number) {
  const counts = { queries: 0, expected: 0, found: 0, false: 0 }
  for (const [edition, articles] of [
    ['zh-hant', hant],
    ['zh-hans', hans],
  ] as const) {
    const folded = articles.map(({ title, body }) => `${fold(title)}\n${fold(body)}`)
    for (const query of queriesOf(length).flatMap((query) => [query, inHans(query)])) {
      const needle = fold(query)
      const expected = new Set(folded.flatMap((text, index) => (text.includes(needle) ? [index + 1] : [])))
      const actual = await found(edition, query)
      counts.queries += 1
      counts.expected += expected.size
      const right = [...actual].filter((row) => expected.has(row)).length
      counts.found += right
      counts.false += actual.size - right
    }
  }
  return counts
}

test.each([1, 2, 3, 4, 5])(
  'queries of %i characters, in either script, in either edition',
  async (length) => {
    const { queries, expected, found: hits, false: wrong } = await measure(length)
    console.log(
      `${length} characters: ${queries} queries, ${expected} articles, recall ${((100 * hits) / expected).toFixed(2)} %, false ${wrong}`,
    )
    expect(hits / expected).toBeGreaterThanOrEqual(0.99)
    expect(wrong).toBe(0)
  },
  60_000,
)
