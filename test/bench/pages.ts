/**
 * `npm run bench:pages`: how fast the pages are beside a bare Worker that does one query and answers with as many bytes,
 * with 100 and with 100,000 articles. Takes about four minutes, with `-- --quick` (5,000 instead of 100,000 articles,
 * fewer rounds) about two. Workers and client share this machine, so that only the ratios mean something; it should do
 * nothing else meanwhile.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Edition } from '../../src/edition/editions.ts'
import { href, type View } from '../../src/routes.ts'
import { buildWorker, copyDatabase, makeDatabase, type RunningSite, runBare, runSite } from './built-site.ts'
import { compare, fetchPage, type LoadOptions, ratioOf, type Speed } from './load.ts'
import { COMMON_WORD, fill, RARE_WORD } from './many-articles.ts'

const quick = process.argv.includes('--quick')
/** Short rounds in quick turns: what else the machine does then slows all that are compared alike. */
const LOAD: LoadOptions = quick ? { rounds: 12, roundMs: 150 } : { rounds: 24, roundMs: 200 }
const FEW = 100
const MANY = quick ? 5000 : 100_000

/** The budgets in README.md. */
const ARTICLE_RATIO_MIN = 0.8
const GROWTH_MAX = 1.2

const edition: Edition = 'zh-hant'
const view: View = { edition, images: true }
const RELEASE = href.article(view, 'cyberport-welcomes-innovation-and-technology-blueprint')

const PUBLIC_PAGES = {
  'article (press release)': RELEASE,
  home: href.home(view),
  'search, rare word': href.searchResults(view, { q: RARE_WORD }),
  'search, word of all': href.search(view, { q: COMMON_WORD }),
  'feed (RSS, 20 whole texts)': href.feed(edition, 'rss'),
} as const

const fixed = (value: number, digits: number) => Number(value.toFixed(digits))
const columns = ({ perSecond, p50Ms, p95Ms }: Speed) => ({
  ...{ 'per s': Math.round(perSecond), 'p50 ms': fixed(p50Ms, 1), 'p95 ms': fixed(p95Ms, 1) },
})
const verdict = (isMet: boolean) => (isMet ? 'yes' : 'NO')
const report = (line: string) => console.log(line)
const idle: Speed = { perSecond: 0, rounds: [], p50Ms: 0, p95Ms: 0 }

async function measurePublic(bare: RunningSite, few: RunningSite, many: RunningSite) {
  const rows: Record<string, object> = {}
  for (const [name, address] of Object.entries(PUBLIC_PAGES)) {
    const urls = [bare.origin, new URL(address, few.origin), new URL(address, many.origin)]
    const [bareSpeed = idle, fewSpeed = idle, manySpeed = idle] = await compare(urls, LOAD)
    const growth = ratioOf(fewSpeed, manySpeed)
    rows[`${name}, bare`] = columns(bareSpeed)
    const isArticle = address === RELEASE
    rows[`${name}, ${FEW}`] = {
      ...columns(fewSpeed),
      '× bare': fixed(ratioOf(fewSpeed, bareSpeed), 2),
      ...(isArticle
        ? { budget: `≥ ${ARTICLE_RATIO_MIN}`, met: verdict(ratioOf(fewSpeed, bareSpeed) >= ARTICLE_RATIO_MIN) }
        : {}),
    }
    rows[`${name}, ${MANY}`] = {
      ...columns(manySpeed),
      '× bare': fixed(ratioOf(manySpeed, bareSpeed), 2),
      'time many/few': fixed(growth, 2),
      ...{ budget: `≤ ${GROWTH_MAX}`, met: verdict(growth <= GROWTH_MAX) },
    }
  }
  return rows
}

async function bench(folder: string, sites: RunningSite[]): Promise<void> {
  const state = (name: string) => path.join(folder, name)
  const started = async (site: Promise<RunningSite>) => {
    sites.push(await site)
    return await site
  }
  const worker = buildWorker(state('worker'))
  report(`Worker: ${worker.size} (budget 450 KB gzip)`)
  await makeDatabase(state('seed'))
  await copyDatabase(state('seed'), state('few'), async (db) => await fill(db, FEW))
  await copyDatabase(state('seed'), state('many'), async (db) => await fill(db, MANY))
  report(`Databases are filled after ${Math.round(performance.now() / 1000)} s.`)
  const few = await started(runSite('few', worker, state('few')))
  const page = await fetchPage(new URL(RELEASE, few.origin))
  const bare = await started(runBare(page, { from: state('seed'), to: state('bare') }))
  report(`The bare Worker answers with ${Buffer.byteLength(page)} bytes.`)
  const many = await started(runSite('many', worker, state('many')))
  console.table(await measurePublic(bare, few, many))
  report(`${Math.round(performance.now() / 1000)} s in all.`)
}

const folder = mkdtempSync(path.join(tmpdir(), 'causeway-bench-'))
const sites: RunningSite[] = []
try {
  await bench(folder, sites)
} finally {
  for (const site of sites) await site.close()
  rmSync(folder, { recursive: true, force: true })
}
