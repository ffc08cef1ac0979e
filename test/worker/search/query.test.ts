import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { createDb } from '../../../src/db/client.ts'
import { searchArticles } from '../../../src/db/search.ts'
import { searchRemovalStatements } from '../../../src/db/search-index.ts'
import type { Edition } from '../../../src/edition/editions.ts'
import { parseQuery } from '../../../src/search/query.ts'
import { contentOf, DAY_MS, enterArticle, enterTopics, NOW_MS, publishAgain } from './articles.ts'

const db = createDb(env.DB)

interface Asked {
  edition?: Edition
  topic?: string
  year?: number | null
  nowMs?: number
  page?: number
}

async function search(
  q: string,
  { edition = 'zh-hant', topic = '', year = null, nowMs = NOW_MS, page = 1 }: Asked = {},
) {
  const { terms } = parseQuery(q)
  return searchArticles(db, { edition, visibility: { nowMs }, terms, topic, year, page })
}

async function slugs(q: string, asked: Asked = {}) {
  return (await search(q, asked)).hits.map(({ slug }) => slug)
}

beforeAll(async () => {
  await enterTopics(db)
  await enterArticle(db, {
    slug: 'blueprint',
    zh: {
      title: '數碼港歡迎政府公布《香港創新科技發展藍圖》',
      subtitle: '加強建設數碼科技生態圈',
      summary: '數碼港歡迎藍圖。',
      body: '數碼港現匯聚超過1,900間社區成員，當中包括８間獨角獸，總集資額達17億元。\n\n行政總裁任景信在十二月致辭。',
    },
    en: {
      title: 'Cyberport welcomes the Blueprint',
      body: 'Cyberport hosts over 1,900 members, on 22 December 2022, at a café. It’s an AI hub.',
    },
    topics: ['start-ups'],
    publishedAtMs: Date.UTC(2022, 11, 22, 4),
  })
  await enterArticle(db, {
    slug: 'esports',
    zh: { title: '電競比賽圓滿結束', summary: '', body: '數碼港的電競場館。於2022年12月22日開幕。企業家在此。' },
    topics: ['digital-entertainment'],
    publishedAtMs: NOW_MS - 5 * DAY_MS,
  })
})

describe('search finds', () => {
  test.each([
    ['數碼港', ['blueprint', 'esports']],
    ['数码港', ['blueprint', 'esports']],
    ['碼港', ['blueprint', 'esports']],
    ['企業', ['blueprint', 'esports']],
    ['港', ['blueprint', 'esports']],
    ['「創新科技」', ['blueprint']],
    ['創新科技發展藍圖 數碼港', ['blueprint']],
    ['1,900', ['blueprint']],
    ['1900', ['blueprint']],
    ['17 億', ['blueprint']],
    ['17億元', ['blueprint']],
    ['2022-12-22', ['esports', 'blueprint']],
    ['22/12/2022', ['esports', 'blueprint']],
    ['2022年12月', ['esports', 'blueprint']],
    ['初創企業', ['blueprint']],
    ['沒有的', []],
    ['港碼', []],
  ])('%s in the Traditional edition', async (q, expected) => {
    expect(await slugs(q)).toEqual(expected)
  })

  test.each([
    ['cyber', ['blueprint']],
    ['CYBERPORT', ['blueprint']],
    ['cafe', ['blueprint']],
    ['café', ['blueprint']],
    ['ai', ['blueprint']],
    ['a', ['blueprint']],
    ['port', []],
    ['"22 December 2022"', ['blueprint']],
    ['"welcomes blueprint"', []],
    ['day20221222', []],
    ['topic1', []],
  ])('%s in the English edition', async (q, expected) => {
    expect(await slugs(q, { edition: 'en' })).toEqual(expected)
  })

  test('either script in the Simplified edition', async () => {
    expect(await slugs('數碼港', { edition: 'zh-hans' })).toEqual(['blueprint', 'esports'])
    expect(await slugs('数码港', { edition: 'zh-hans' })).toEqual(['blueprint', 'esports'])
  })

  test('by topic and by year, with words and without', async () => {
    expect(await slugs('數碼港', { topic: 'digital-entertainment' })).toEqual(['esports'])
    expect(await slugs('', { topic: 'start-ups' })).toEqual(['blueprint'])
    expect(await slugs('', { year: 2022 })).toEqual(['blueprint'])
    expect(await slugs('數碼港', { year: 2026 })).toEqual(['esports'])
    expect(await slugs('數碼港', { topic: 'unknown' })).toEqual([])
    expect(await slugs('')).toEqual([])
  })

  test('the text that a snippet is made from, the topics and the oldest article', async () => {
    const { hits, topics, oldestMs, count, capped } = await search('獨角獸')
    expect(hits[0]).toMatchObject({ slug: 'blueprint', subtitle: '加強建設數碼科技生態圈', shownEdition: 'zh-hant' })
    expect(hits[0]?.text).toContain('獨角獸')
    expect(topics.map(({ name }) => name)).toEqual(['初創企業', '數碼娛樂'])
    expect(oldestMs).toBe(Date.UTC(2022, 11, 22, 4))
    expect({ count, capped }).toEqual({ count: 1, capped: false })
  })
})

describe('search does not find', () => {
  const zh = { title: '秘密計劃', body: '未公開的內容。' }

  test('a scheduled or embargoed article, until its second has come', async () => {
    const publishedAtMs = NOW_MS + 30_500
    await enterArticle(db, { slug: 'scheduled', zh, publishedAtMs })
    await enterArticle(db, { slug: 'embargoed', zh, publishedAtMs, embargoed: true })
    expect(await slugs('秘密')).toEqual([])
    expect(await slugs('秘密', { nowMs: publishedAtMs - 1 })).toEqual([])
    expect(await slugs('秘密', { nowMs: publishedAtMs })).toEqual(['embargoed', 'scheduled'])
  })

  test('a withdrawn article, whether or not its row was taken out of the index', async () => {
    const id = await enterArticle(db, { slug: 'withdrawn', zh: { title: '撤回測試', body: '內容。' } })
    expect(await slugs('撤回')).toEqual(['withdrawn'])
    await env.DB.prepare(`UPDATE edition SET state = 'withdrawn' WHERE article_id = ? AND edition = 'zh-hant'`)
      .bind(id)
      .run()
    expect(await slugs('撤回')).toEqual([])
    expect(await slugs('撤回', { edition: 'zh-hans' })).toEqual(['withdrawn'])
    const [first, ...others] = searchRemovalStatements(db, { articleId: id })
    if (first) await db.batch([first, ...others])
    expect(await slugs('撤回', { edition: 'zh-hans' })).toEqual([])
    const { results } = await env.DB.prepare(
      `SELECT rowid FROM search_zh_hans WHERE search_zh_hans MATCH '"撤回"'`,
    ).all()
    expect(results).toEqual([])
  })

  test('the old words of an article that was published again', async () => {
    const first = { slug: 'again', zh: { title: '舊標題', body: '一。' } }
    const articleId = await enterArticle(db, first)
    const content = contentOf({ ...first, zh: { title: '新的標題', body: '二。' } })
    await publishAgain(db, { articleId, content, editions: ['zh-hant'], publishedAtMs: NOW_MS - 7 * DAY_MS })
    expect(await slugs('舊標題')).toEqual([])
    expect(await slugs('新的標題')).toEqual(['again'])
  })

  test('an article in an edition in which it was not published', async () => {
    await enterArticle(db, {
      slug: 'chinese-only',
      zh: { title: 'Blockchain 論壇', body: '一。' },
      editions: ['zh-hant'],
    })
    expect(await slugs('blockchain')).toEqual(['chinese-only'])
    expect(await slugs('blockchain', { edition: 'en' })).toEqual([])
    expect(await slugs('blockchain', { edition: 'zh-hans' })).toEqual([])
  })
})

test('a headline that has the query comes before newer articles that only mention it', async () => {
  await enterArticle(db, { slug: 'mention', zh: { title: '其他', body: '量子計算。' }, publishedAtMs: NOW_MS - DAY_MS })
  await enterArticle(db, { slug: 'title', zh: { title: '量子計算', body: '一。' }, publishedAtMs: NOW_MS - 9 * DAY_MS })
  await enterArticle(db, {
    slug: 'second',
    zh: { title: '乙', subtitle: '量子計算', body: '一。' },
    publishedAtMs: NOW_MS - 8 * DAY_MS,
  })
  expect(await slugs('量子')).toEqual(['title', 'second', 'mention'])
})
