/**
 * `node test/bench/admin.ts`: how long the editors' pages take with 5,000 articles, 200 revisions and a body of 100 KB,
 * beside a Worker that asks D1 one thing and answers, in the same process and run; and the live preview of an article of
 * 4,000 characters. Prints medians and 95th percentiles in milliseconds.
 */
import path from 'node:path'
import { createTestHarness, unstable_readConfig } from 'wrangler'
import { seed } from '../../src/cli/seed.ts'
import { adminHref } from '../../src/routes.ts'

const ARTICLES = 5000
const REVISIONS = 200
const ROUNDS = 40
const root = path.join(import.meta.dirname, '../..')

Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' })
const { env: _environments, ...config } = unstable_readConfig({ config: path.join(root, 'wrangler.toml') })
const main = path.join(root, 'test/bench/admin-worker.ts')
const harness = createTestHarness({ root, workers: [{ config: { ...config, main } }] })
const { url } = await harness.listen()
const worker = harness.getWorker<{ DB: D1Database }>()
await worker.applyD1Migrations('DB')
const { DB } = await worker.getEnv()
await seed(DB, Date.now())

const origin = new URL(url).origin
const headers = { 'sec-fetch-site': 'same-origin', origin }

async function fill(): Promise<number> {
  const large = await draft('The largest article')
  const paragraph = `${'數碼港今日宣布成立新基金，支援香港的初創企業。'.repeat(10)}\n\n`
  const zh = paragraph.repeat(Math.floor(95_000 / new TextEncoder().encode(paragraph).length))
  const en = 'Cyberport announced a new fund for start-ups in Hong Kong today.\n\n'.repeat(1400)
  await save(large, 'the-largest-article', zh, en)
  await DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < ${REVISIONS})
     INSERT INTO revision (article_id, number, content, saved_by, saved_at_ms)
     SELECT ${large}, i, (SELECT content FROM revision WHERE article_id = ${large} AND number = 2), 'bench', i FROM n`,
  ).run()
  await DB.prepare(`UPDATE article SET version = ${REVISIONS} WHERE id = ${large}`).run()
  await DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ARTICLES})
     INSERT INTO article (slug, kind, source_edition, version, created_at_ms, updated_at_ms, draft, titles, findable)
     SELECT 'bench-' || i, 'notice', 'zh-hant', 1, i, i, i % 2, json_object('zh-hant', '數碼港消息' || i), '數碼港消息' || i FROM n`,
  ).run()
  await DB.prepare(
    `INSERT INTO revision (article_id, number, content, saved_by, saved_at_ms)
     SELECT a.id, 1, (SELECT content FROM revision WHERE article_id = 1 LIMIT 1), 'bench', 1 FROM article a WHERE a.slug LIKE 'bench-%'`,
  ).run()
  await DB.prepare(
    `INSERT INTO edition (article_id, edition, state, published_at_ms, revision, title, source, html, text, details)
     SELECT a.id, e.value, 'published', a.id * 1000, 1, 'T', '', '', '', '{}' FROM article a,
     json_each('["zh-hant","zh-hans","en"]') e WHERE a.slug LIKE 'bench-%' AND a.draft = 0`,
  ).run()
  return large
}

async function draft(titleEn: string): Promise<number> {
  const body = new URLSearchParams({ kind: 'notice', titleZh: '測試', titleEn })
  const made = await fetch(origin + adminHref.articles(), { method: 'POST', headers, body, redirect: 'manual' })
  return Number(/articles\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
}

function formOf(version: number, slug: string, zh: string, en: string): FormData {
  const form = new FormData()
  const fields = { version: String(version), kind: 'notice', slug, sourceEdition: 'zh-hant', previewEdition: 'zh-hans' }
  const texts = { 'zh.title': '測試', 'zh.body': zh, 'en.title': 'Test', 'en.body': en }
  for (const [name, value] of Object.entries({ ...fields, ...texts })) form.append(name, value)
  return form
}

async function save(id: number, slug: string, zh: string, en: string): Promise<void> {
  const body = formOf(1, slug, zh, en)
  const response = await fetch(origin + adminHref.article(id), { method: 'POST', headers, body, redirect: 'manual' })
  if (response.status !== 303) throw new Error(`the large article was not saved: ${response.status}`)
}

async function measure(ask: () => Promise<Response>): Promise<{ median: number; p95: number }> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS + 3; round++) {
    const startMs = performance.now()
    const response = await ask()
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`${response.url} answered ${response.status}`)
    if (round >= 3) times.push(performance.now() - startMs)
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(times.length / 2)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 }
}

const large = await fill()
const pages: Record<string, string> = {
  'bare Worker, one query': '/__bare',
  overview: adminHref.home(),
  'find by words': adminHref.find('數碼港 消息'),
  'article form, 100 KB': adminHref.article(large),
  'revisions, 200': adminHref.revisions(large),
  'one revision, 100 KB': adminHref.revision(large, 2),
  'comparison, 100 KB': adminHref.comparison(large, 1, 2),
  'publication, 100 KB': adminHref.publication(large),
  'preview links': adminHref.previewLinks(large),
  'preview saved, 100 KB': adminHref.preview(large, 'zh-hans'),
  'audit log': adminHref.audit(),
}
let bare = 0
for (const [name, address] of Object.entries(pages)) {
  const { median, p95 } = await measure(() => fetch(origin + address))
  bare ||= p95
  console.log(`${name.padEnd(26)} median ${median.toFixed(1)}  p95 ${p95.toFixed(1)}  ×${(p95 / bare).toFixed(1)}`)
}
const small = await draft('Four thousand characters')
const typed = () => formOf(1, 'four-thousand', '數碼港今日宣布成立新基金，支援初創企業發展。\n\n'.repeat(170), 'One.')
const live = await measure(() => fetch(origin + adminHref.preview(small), { method: 'POST', headers, body: typed() }))
console.log(`live preview, 4,000 Han      median ${live.median.toFixed(1)}  p95 ${live.p95.toFixed(1)}`)
await harness.close()
