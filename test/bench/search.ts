/**
 * `npm run bench:search`: how long a search takes with 100 and with 100,000 articles, over HTTP through the built Worker.
 * Prints the median of each kind of query and the ratio. Takes about two minutes; the machine should do nothing else.
 */
import path from 'node:path'
import { createTestHarness, unstable_readConfig } from 'wrangler'
import { href, type View } from '../../src/routes.ts'
import { indexText } from '../../src/search/tokenise.ts'

const SIZES = [100, 100_000] as const
const ROWS_PER_STATEMENT = 2000
const WARM_UP_RUNS = 10
const RUNS = 60

/** From one article in a hundred to all of them; the last two are typed while typing a word. */
const QUERIES = {
  'word of 1 % of articles': '量子計算',
  'word of 10 % of articles': '區塊鏈',
  'word of all articles': '數碼港',
  'all articles, other script': '数码港',
  'two words of all articles': '數碼港 創新科技',
  'one character of all articles': '港',
  'beginning of a Latin word of all articles': 'cyber',
  'Latin word of all articles': 'cyberport',
  'a number': '1,900',
  nothing: '不存在的詞',
} as const

const BODY = `數碼港是香港的創新科技旗艦，匯聚超過1,900間社區成員，包括上市公司和獨角獸企業。Cyberport supports start-ups.`
const view: View = { edition: 'zh-hant', images: true }
const root = path.join(import.meta.dirname, '../..')

Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' })
const { env: _environments, ...config } = unstable_readConfig({ config: path.join(root, 'wrangler.toml') })
/** Adds articles with the numbers from `from` to `to` by SQL alone; the words of 10 % and 1 % go to every 10th and 100th. */
async function fill(db: D1Database, from: number, to: number): Promise<void> {
  const numbers = 'WITH RECURSIVE n (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)'
  for (let start = from; start <= to; start += ROWS_PER_STATEMENT) {
    const end = Math.min(to, start + ROWS_PER_STATEMENT - 1)
    const run = (sql: string, ...values: string[]) => db.prepare(`${numbers} ${sql}`).bind(start, end, ...values)
    await db.batch([
      run(`INSERT INTO article (id, slug, kind, source_edition, version, created_at_ms, updated_at_ms)
        SELECT i, 'article-' || i, 'notice', 'zh-hant', 1, 0, 0 FROM n`),
      run(
        `INSERT INTO revision (article_id, number, content, saved_by, saved_at_ms) SELECT i, 1, '{}', 'bench', 0 FROM n`,
      ),
      run(
        `INSERT INTO edition (article_id, edition, state, published_at_ms, revision, title, summary, source, html, text, details)
        SELECT i, 'zh-hant', 'published', 1600000000000 + i * 60000, 1, '標題' || i, '摘要', '', '', ?3, '{}' FROM n`,
        BODY,
      ),
      run(
        `INSERT INTO search_document SELECT i, 'zh-hant', ((1600000000000 / 60000 + i) << 27) | (i << 2), 1, ' n' || i || ' ', '  ' FROM n`,
      ),
      run(`INSERT INTO listing SELECT 'zh-hant', i, 'zh-hant', 1600000000000 + i * 60000, 9007199254740991 FROM n`),
      run(
        `INSERT INTO search_zh_hant (rowid, title, subtitle, body, topics, facets)
        SELECT ((1600000000000 / 60000 + i) << 27) | (i << 2), 'n' || i, '',
          ?3 || iif(i % 10 = 0, ?4, '') || iif(i % 100 = 0, ?5, '') || ' w' || (i % 997), '', 'year2020' FROM n`,
        indexText(BODY),
        ` ${indexText('區塊鏈')}`,
        ` ${indexText('量子計算')}`,
      ),
    ])
  }
}

interface Site {
  url: URL
  close: () => Promise<void>
}

async function siteWith(articles: number): Promise<Site> {
  const harness = createTestHarness({
    root,
    workers: [{ config: { ...config, main: path.join(root, 'test/browser/faulty.ts') } }],
  })
  const { url } = await harness.listen()
  const worker = harness.getWorker<{ DB: D1Database }>()
  await worker.applyD1Migrations('DB')
  await fill((await worker.getEnv()).DB, 1, articles)
  return { url, close: async () => await harness.close() }
}

async function timeMs(url: URL): Promise<number> {
  const start = performance.now()
  const response = await fetch(url)
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return performance.now() - start
}

/** Medians for one query on each site. The sites take turns, so that whatever else the machine does slows both. */
async function mediansMs(sites: readonly Site[], q: string): Promise<number[]> {
  const times: number[][] = sites.map(() => [])
  for (let run = 0; run < WARM_UP_RUNS + RUNS; run++) {
    for (const [index, { url }] of sites.entries()) {
      const time = await timeMs(new URL(href.searchResults(view, { q }), url))
      if (run >= WARM_UP_RUNS) times[index]?.push(time)
    }
  }
  return times.map((list) => list.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0)
}

const sites: Site[] = []
try {
  for (const size of SIZES) sites.push(await siteWith(size))
  for (const [name, q] of Object.entries(QUERIES)) {
    const [few = 0, many = 0] = await mediansMs(sites, q)
    const [shownFew, shownMany] = [few, many].map((ms) => `${ms.toFixed(1).padStart(6)} ms`)
    console.log(`${name.padEnd(44)} ${shownFew} ${shownMany}  × ${(many / few).toFixed(2)}`)
  }
} finally {
  for (const site of sites) await site.close()
}
