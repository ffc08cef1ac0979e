import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { createDb } from '../../../src/db/client.ts'
import { findTopicList, listBetween, listHome, listSpansWithArticles } from '../../../src/db/lists.ts'
import { findPublishedArticle } from '../../../src/db/published-article.ts'
import type { Edition } from '../../../src/edition/editions.ts'
import { enterArticle, NOW_MS } from '../articles.ts'

const db = createDb(env.DB)
const HOUR_MS = 3_600_000
const find = async (slug: string, edition: Edition = 'en', nowMs = NOW_MS) =>
  (await findPublishedArticle(db, { edition, slug, visibility: { nowMs } })).answer
const home = (edition: Edition, nowMs = NOW_MS, page = 1) => listHome(db, { edition, visibility: { nowMs }, page })

beforeAll(async () => {
  await env.DB.prepare(
    `INSERT INTO topic (key, name_zh_hant, name_zh_hans, name_en, updated_at_ms) VALUES ('science', '科學', '科学', 'Science', 0)`,
  ).run()
  await enterArticle({ slug: 'older-one', publishedAtMs: NOW_MS - 3 * HOUR_MS, topics: ['science'] })
  await enterArticle({ slug: 'middle-one', publishedAtMs: NOW_MS - 2 * HOUR_MS, topics: ['science'] })
  await enterArticle({ slug: 'newer-one', publishedAtMs: NOW_MS - HOUR_MS, topics: ['science'] })
  await enterArticle({ slug: 'scheduled-one', publishedAtMs: NOW_MS + HOUR_MS, topics: ['science'] })
  await enterArticle({
    slug: 'embargoed-one',
    publishedAtMs: NOW_MS + 2 * HOUR_MS,
    embargoed: true,
    topics: ['science'],
  })
  await enterArticle({ slug: 'chinese-one', publishedAtMs: NOW_MS - 5 * HOUR_MS, editions: ['zh-hant', 'zh-hans'] })
  const withdrawn = await enterArticle({ slug: 'withdrawn-one', publishedAtMs: NOW_MS - 4 * HOUR_MS })
  await env.DB.prepare(
    `UPDATE edition SET state = 'withdrawn', withdrawn_at_ms = ?, withdrawal_reason = 'Why' WHERE article_id = ?`,
  )
    .bind(NOW_MS, withdrawn)
    .run()
  await env.DB.prepare(
    `INSERT INTO slug_history SELECT 'former-one', id, 0 FROM article WHERE slug = 'middle-one'`,
  ).run()
})

describe('what an article address answers', () => {
  test('the article with its neighbours, topic and editions', async () => {
    const answer = await find('middle-one')
    if (answer.kind !== 'article') throw new Error(answer.kind)
    expect(answer.article).toMatchObject({
      title: 'English middle-one',
      derived: false,
      editions: ['zh-hant', 'zh-hans', 'en'],
    })
    expect([answer.article.older?.slug, answer.article.newer?.slug]).toEqual(['older-one', 'newer-one'])
    expect(answer.article.topics).toEqual([{ key: 'science', name: 'Science' }])
    expect(answer.article.relatedArticles.map(({ slug }) => slug)).toEqual(['newer-one', 'older-one'])
  })

  test('the derived edition was converted when it was published', async () => {
    const answer = await find('middle-one', 'zh-hans')
    expect(answer.kind === 'article' && [answer.article.title, answer.article.derived]).toEqual([
      '繁 middle-one*',
      true,
    ])
  })

  test('a former address says where the article is now', async () => {
    expect(await find('former-one')).toEqual({ kind: 'moved', slug: 'middle-one' })
  })

  test('a withdrawn article says when and why', async () => {
    expect(await find('withdrawn-one')).toMatchObject({ kind: 'withdrawn', reason: 'Why', withdrawnAtMs: NOW_MS })
  })

  test('an article without an English text offers the others', async () => {
    const answer = await find('chinese-one')
    expect(answer.kind === 'untranslated' && answer.editions.map(({ edition }) => edition)).toEqual([
      'zh-hant',
      'zh-hans',
    ])
  })

  test('an edition that never was answers what the others do, so that the edition switch never ends in a 404', async () => {
    const untilMs = NOW_MS + HOUR_MS
    const editions = ['zh-hant', 'zh-hans'] as const
    await enterArticle({ slug: 'chinese-embargo', publishedAtMs: untilMs, embargoed: true, editions })
    expect(await find('chinese-embargo')).toEqual({ kind: 'embargoed', untilMs, editions: [] })
    expect((await find('chinese-embargo', 'en', untilMs)).kind).toBe('untranslated')

    const id = await enterArticle({ slug: 'chinese-withdrawn', publishedAtMs: NOW_MS - HOUR_MS, editions })
    await env.DB.prepare(`UPDATE edition SET state = 'withdrawn', withdrawn_at_ms = ? WHERE article_id = ?`)
      .bind(NOW_MS, id)
      .run()
    await env.DB.prepare('DELETE FROM listing WHERE article_id = ?').bind(id).run()
    expect(await find('chinese-withdrawn')).toMatchObject({ kind: 'withdrawn', reason: '', withdrawnAtMs: NOW_MS })

    await enterArticle({ slug: 'chinese-scheduled', publishedAtMs: untilMs, editions })
    expect(await find('chinese-scheduled')).toEqual({ kind: 'missing' })
    for (const slug of ['chinese-embargo', 'chinese-scheduled']) {
      await env.DB.prepare('DELETE FROM listing WHERE article_id IN (SELECT id FROM article WHERE slug = ?)')
        .bind(slug)
        .run()
    }
  })

  test('what is scheduled is missing until its millisecond', async () => {
    expect(await find('scheduled-one', 'en', NOW_MS + HOUR_MS - 1)).toEqual({ kind: 'missing' })
    expect((await find('scheduled-one', 'en', NOW_MS + HOUR_MS)).kind).toBe('article')
  })

  test('an embargo tells its moment and nothing else, then lifts by itself', async () => {
    expect(await find('embargoed-one')).toEqual({ kind: 'embargoed', untilMs: NOW_MS + 2 * HOUR_MS, editions: [] })
    expect((await find('embargoed-one', 'en', NOW_MS + 2 * HOUR_MS)).kind).toBe('article')
  })

  test('neither is in any neighbour, related list or boundary before its time', async () => {
    const answer = await find('newer-one')
    expect(answer.kind === 'article' && answer.article.newer).toBeNull()
    expect(JSON.stringify(answer)).not.toMatch(/scheduled|embargoed-one/)
  })

  test('nothing is known of an address that never was', async () => {
    expect(await find('never-was')).toEqual({ kind: 'missing' })
  })
})

describe('lists', () => {
  test('show what is public, newest first, with the text that the edition has', async () => {
    const { latest, boundaryMs } = await home('en')
    expect(latest.items.map(({ slug, shownEdition }) => [slug, shownEdition])).toEqual([
      ['newer-one', 'en'],
      ['middle-one', 'en'],
      ['older-one', 'en'],
      ['withdrawn-one', 'en'],
      ['chinese-one', 'zh-hant'],
    ])
    expect(boundaryMs).toBe(NOW_MS + HOUR_MS)
  })

  test('show scheduled and embargoed articles from their moment on', async () => {
    const slugs = async (nowMs: number) => (await home('zh-hant', nowMs)).latest.items.map(({ slug }) => slug)
    expect(await slugs(NOW_MS + HOUR_MS)).toContain('scheduled-one')
    expect(await slugs(NOW_MS + HOUR_MS)).not.toContain('embargoed-one')
    expect(await slugs(NOW_MS + 2 * HOUR_MS)).toContain('embargoed-one')
  })

  test('a topic lists its own, and an unknown topic is null', async () => {
    const options = { edition: 'zh-hans', visibility: { nowMs: NOW_MS }, page: 1 } as const
    const { list } = await findTopicList(db, { ...options, topic: 'science' })
    expect([list?.topic.name, list?.items.length]).toEqual(['科学', 3])
    expect((await findTopicList(db, { ...options, topic: 'alchemy' })).list).toBeNull()
  })

  test('a span of time lists what was published in it', async () => {
    const options = { edition: 'en', visibility: { nowMs: NOW_MS }, page: 1 } as const
    const { list } = await listBetween(db, { ...options, fromMs: NOW_MS - 2 * HOUR_MS, toMs: NOW_MS - HOUR_MS })
    expect(list.items.map(({ slug }) => slug)).toEqual(['middle-one'])
  })

  test('spans without a public article are left out', async () => {
    const boundariesMs = [0, 10, NOW_MS - 10 * HOUR_MS, NOW_MS, NOW_MS + 10 * HOUR_MS]
    const { startsMs } = await listSpansWithArticles(db, { edition: 'en', visibility: { nowMs: NOW_MS }, boundariesMs })
    expect(startsMs).toEqual([NOW_MS - 10 * HOUR_MS])
  })
})
