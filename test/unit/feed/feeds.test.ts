import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import type { EditionDetails } from '../../../src/article/published.ts'
import { EDITION_KEYS } from '../../../src/edition/editions.ts'
import { atomFeed } from '../../../src/feed/atom.ts'
import { absoluteHtml, type FeedArticle, type FeedSource, feedOf } from '../../../src/feed/feed-model.ts'
import { jsonFeed } from '../../../src/feed/json-feed.ts'
import { rssFeed } from '../../../src/feed/rss.ts'
import { newsUrlSet, sitemapIndex, urlSet } from '../../../src/feed/sitemap-xml.ts'
import { elementNames } from './well-formed.ts'

const PUBLISHED_MS = Date.UTC(2022, 11, 22, 4)
const CORRECTED_MS = Date.UTC(2022, 11, 24, 1)
const ORIGIN = 'https://news.example.org'

const DETAILS: EditionDetails = {
  outline: [],
  quotes: [],
  readingMinutes: 1,
  datelineDate: '',
  downloads: [],
  facts: [],
  related: [],
  contacts: [],
  boilerplates: [],
  pressPhotos: [{ url: '/media/a/960.jpg', bytes: 12345, width: 960, height: 640, text: '合照' }],
  corrections: [{ atMs: CORRECTED_MS, note: '「１７億」應為「17億」。' }],
}

const ARTICLE: FeedArticle = {
  id: 7,
  slug: 'blueprint',
  title: '數碼港歡迎《藍圖》 & <更多>',
  subtitle: '',
  summary: '摘要。',
  html: '<p id="p1">內容，見<a href="/zh-hant/about">這裡</a>和<a href="#p2">下文</a>。</p>',
  publishedAtMs: PUBLISHED_MS,
  updatedAtMs: null,
  details: DETAILS,
  topics: [{ key: 'start-ups', name: '初創企業' }],
}

const SOURCE: FeedSource = {
  origin: ORIGIN,
  edition: 'zh-hant',
  format: 'rss',
  siteName: '數碼港新聞室',
  tagline: '新聞稿',
  topic: null,
  articles: [ARTICLE],
  changedAtMs: CORRECTED_MS,
}

describe('a feed parser that is not ours', () => {
  test('reads RSS', () => {
    const feed = parseRssFeed(rssFeed(feedOf(SOURCE)))
    expect(feed).toMatchObject({
      title: '數碼港新聞室',
      link: `${ORIGIN}/zh-hant/`,
      language: 'zh-hk',
      atom: { links: [{ href: `${ORIGIN}/zh-hant/feed.xml`, rel: 'self' }] },
    })
    expect(feed.items).toEqual([
      expect.objectContaining({
        title: ARTICLE.title,
        link: `${ORIGIN}/zh-hant/news/blueprint`,
        guid: { value: 'tag:news.example.org,2026:7/zh-hant', isPermaLink: false },
        description: '摘要。',
        categories: [{ name: '初創企業' }],
        enclosures: [{ url: `${ORIGIN}/media/a/960.jpg`, length: 12345, type: 'image/jpeg' }],
        pubDate: 'Thu, 22 Dec 2022 04:00:00 GMT',
        atom: expect.objectContaining({ updated: '2022-12-24T01:00:00.000Z' }),
      }),
    ])
    const html = feed.items?.[0]?.content?.encoded
    expect(html).toContain('<strong>更正</strong>')
    expect(html).toContain('應為「17億」')
    expect(html).toContain(`<p>內容，見<a href="${ORIGIN}/zh-hant/about">`)
    expect(html).toContain(`<a href="${ORIGIN}/zh-hant/news/blueprint#p2">`)
  })

  test('reads Atom', () => {
    const feed = parseAtomFeed(atomFeed(feedOf({ ...SOURCE, format: 'atom' })))
    expect(feed).toMatchObject({ id: 'tag:news.example.org,2026:zh-hant', updated: '2022-12-24T01:00:00.000Z' })
    expect(feed.entries?.[0]).toMatchObject({
      id: 'tag:news.example.org,2026:7/zh-hant',
      published: '2022-12-22T04:00:00.000Z',
      updated: '2022-12-24T01:00:00.000Z',
      summary: expect.anything(),
      links: [
        { rel: 'alternate', href: `${ORIGIN}/zh-hant/news/blueprint`, hreflang: 'zh-Hant' },
        { rel: 'enclosure', href: `${ORIGIN}/media/a/960.jpg`, length: 12345, title: '合照' },
      ],
    })
  })

  test('reads JSON Feed', () => {
    const topic = { key: 'start-ups', name: '初創企業', description: '初創的消息。' }
    const feed = parseJsonFeed(jsonFeed(feedOf({ ...SOURCE, format: 'json', topic })))
    expect(feed).toMatchObject({
      title: '初創企業｜數碼港新聞室',
      description: '初創的消息。',
      feed_url: `${ORIGIN}/zh-hant/topics/start-ups/feed.json`,
      home_page_url: `${ORIGIN}/zh-hant/topics/start-ups`,
      language: 'zh-HK',
      items: [{ id: 'tag:news.example.org,2026:7/zh-hant', attachments: [{ size_in_bytes: 12345 }] }],
    })
  })
})

test('HTML in feeds has absolute addresses, one size of each picture, and no ids', () => {
  const html =
    '<h2 id="s1">a</h2><figure class="photo"><picture><source type="image/avif" srcset="/media/a/480.avif 480w"><img src="/media/a/480.jpg" srcset="/media/a/960.jpg 960w" sizes="100vw" width="4" height="3" alt="b &gt; c" loading="lazy" decoding="async"></picture></figure><pre><code> href="/x" id="y"</code></pre>'
  expect(absoluteHtml(html, ORIGIN, `${ORIGIN}/en/news/a`)).toBe(
    `<h2>a</h2><figure><img src="${ORIGIN}/media/a/480.jpg" width="4" height="3" alt="b &gt; c"></figure><pre><code> href="/x" id="y"</code></pre>`,
  )
})

/** What editors have been seen to paste, and worse. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ']]>',
    '<![CDATA[',
    '<script>&',
    '&#0;&amp;',
    '\u0000\u0008\u000b\u001f\u007f\u0085',
    '\ud800',
    '\udfff港',
    '\ufffe\uffff\ufdd0',
    '👩‍👩‍👧‍👦🇭🇰',
    '港'.repeat(5000),
    '"\'`--><!--',
    '\u202e\u2066\ufeff',
    '<?xml version="1.0"?>',
  ),
)

const nastyArticle = fc.record({ title: nasty, summary: nasty, note: nasty, topic: nasty, alt: nasty }).map(
  ({ title, summary, note, topic, alt }): FeedArticle => ({
    ...ARTICLE,
    title,
    summary,
    details: {
      ...DETAILS,
      corrections: [{ atMs: CORRECTED_MS, note }],
      pressPhotos: [{ url: '/media/a.jpg', bytes: 1, width: 1, height: 1, text: alt }],
    },
    topics: [{ key: 'k', name: topic }],
  }),
)

describe('whatever editors type', () => {
  const settings = { seed: 20221222, numRuns: 400 }

  test('RSS and Atom are well formed and have as many items', () => {
    fc.assert(
      fc.property(
        fc.array(nastyArticle, { maxLength: 3 }),
        nasty,
        fc.constantFrom(...EDITION_KEYS),
        (articles, siteName, edition) => {
          const source = { ...SOURCE, articles, siteName, tagline: siteName, edition }
          const rss = elementNames(rssFeed(feedOf(source)))
          const atom = elementNames(atomFeed(feedOf({ ...source, format: 'atom' })))
          expect(rss.filter((name) => name === 'item')).toHaveLength(articles.length)
          expect(atom.filter((name) => name === 'entry')).toHaveLength(articles.length)
        },
      ),
      settings,
    )
  })

  test('JSON Feed is JSON of well-formed strings', () => {
    fc.assert(
      fc.property(fc.array(nastyArticle, { maxLength: 3 }), (articles) => {
        const text = jsonFeed(feedOf({ ...SOURCE, format: 'json', articles }))
        expect(text.isWellFormed()).toBe(true)
        expect(JSON.parse(text).items).toHaveLength(articles.length)
      }),
      settings,
    )
  })

  test('sitemaps are well formed', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const publishedAtMs = PUBLISHED_MS
        elementNames(newsUrlSet([{ url: ORIGIN, edition: 'en', publication: text, title: text, publishedAtMs }]))
        elementNames(urlSet([{ editions: [{ edition: 'en', url: `${ORIGIN}/${text}`, changedAtMs: PUBLISHED_MS }] }]))
        elementNames(sitemapIndex([text]))
      }),
      settings,
    )
  })
})
