import { describe, expect, test } from 'vitest'
import { articleMarkdown, articleText } from '../../../src/article/plain-views.ts'
import type { WholeArticle } from '../../../src/article/published.ts'
import { articlePicture, structuredData } from '../../../src/article/structured-data.ts'

const ORIGIN = 'https://news.example.org'
const URL_HANS = `${ORIGIN}/zh-hans/news/blueprint`

const ARTICLE: WholeArticle = {
  id: 7,
  slug: 'blueprint',
  kind: 'press-release',
  edition: 'zh-hans',
  sourceEdition: 'zh-hant',
  label: '即时发布',
  title: '数码港欢迎《蓝图》',
  subtitle: '副题',
  summary: '摘要。',
  place: '香港',
  source: '第一段，见[关于](/zh-hans/about)。',
  html: '<p id="p1">第一段，见<a href="/zh-hans/about">关于</a>。</p>',
  text: '第一段，见关于。',
  publishedAtMs: Date.UTC(2022, 11, 22, 4),
  updatedAtMs: null,
  details: {
    outline: [],
    quotes: [],
    readingMinutes: 1,
    datelineDate: '',
    downloads: [{ label: '照片', url: '/media/a.jpg', caption: '' }],
    facts: [{ term: '地点', detail: '数码港' }],
    related: [],
    contacts: [{ organisation: '数码港', name: '陈小姐', role: '经理', phone: '+85231663841', email: 'a@example.org' }],
    boilerplates: [],
    corrections: [{ atMs: Date.UTC(2022, 11, 24, 1), note: '“１７亿”应为“17亿”。' }],
  },
  approvedAtMs: null,
  derived: true,
  topics: [{ key: 'start-ups', name: '初创企业' }],
  editions: ['zh-hant', 'zh-hans'],
  newer: null,
  older: null,
  relatedArticles: [],
}

const OPTIONS = {
  url: URL_HANS,
  sourceUrl: `${ORIGIN}/zh-hant/news/blueprint`,
  publisher: { name: '数码港新闻室', url: `${ORIGIN}/zh-hans/` },
  trail: [{ name: '最新消息', url: `${ORIGIN}/zh-hans/` }],
}

describe('structured data', () => {
  test('is a NewsArticle in its language with its dates, correction, publisher and source', () => {
    const picture = { url: `${ORIGIN}/media/a/1200.jpg`, width: 1200, height: 630, alt: '' }
    expect(structuredData(ARTICLE, { ...OPTIONS, picture })).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          '@id': URL_HANS,
          headline: '数码港欢迎《蓝图》',
          description: '摘要。',
          inLanguage: 'zh-Hans',
          datePublished: '2022-12-22T12:00:00+08:00',
          dateModified: '2022-12-24T09:00:00+08:00',
          publisher: { '@type': 'Organization', ...OPTIONS.publisher },
          articleSection: '初创企业',
          image: { '@type': 'ImageObject', url: picture.url, width: '1200', height: '630' },
          translationOfWork: { '@id': OPTIONS.sourceUrl },
          correction: [
            { '@type': 'CorrectionComment', datePublished: '2022-12-24T09:00:00+08:00', text: '“１７亿”应为“17亿”。' },
          ],
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [{ '@type': 'ListItem', position: 1, name: '最新消息', item: `${ORIGIN}/zh-hans/` }],
        },
      ],
    })
  })

  test('leaves out what there is not', () => {
    const plain = { ...ARTICLE, summary: '', topics: [], details: { ...ARTICLE.details, corrections: [] } }
    const text = JSON.stringify(structuredData(plain, { ...OPTIONS, sourceUrl: undefined }))
    expect(text).not.toMatch(/description|articleSection|correction|image|translationOfWork|undefined|null/)
  })
})

describe('the picture of an article', () => {
  const leadPhoto = { key: 'k', src: '/media/b/960.jpg', width: 960, height: 640, alt: '合照' }

  test('is the photo at the head cut for sharing, where there is such a copy', () => {
    const share = { src: '/media/b/share-50-40.jpg', width: 1200, height: 630 }
    const details = { ...ARTICLE.details, leadPhoto: { ...leadPhoto, share } }
    expect(articlePicture({ details }, ORIGIN)).toEqual({
      ...{ width: 1200, height: 630 },
      url: `${ORIGIN}${share.src}`,
      alt: '合照',
    })
  })

  test('is the one drawn for sharing, else the photo at the head, else none', () => {
    const shareImage = { src: '/media/c.png', width: 1200, height: 630 }
    const details = { ...ARTICLE.details, leadPhoto }
    expect(articlePicture({ details: { ...details, shareImage } }, ORIGIN)?.url).toBe(`${ORIGIN}/media/c.png`)
    expect(articlePicture({ details }, ORIGIN)).toEqual({
      url: `${ORIGIN}/media/b/960.jpg`,
      width: 960,
      height: 640,
      alt: '合照',
    })
    expect(articlePicture(ARTICLE, ORIGIN)).toBeUndefined()
  })
})

describe('plain formats', () => {
  const addresses = { origin: ORIGIN, url: URL_HANS }

  test('plain text says corrections first and ends with the address', () => {
    const text = articleText(ARTICLE, addresses)
    expect(text).toMatch(
      /^更正\n2022年12月24日（星期六）：“１７亿”应为“17亿”。\n\n即时发布\n\n数码港欢迎《蓝图》\n\n副题\n\n香港，2022年12月22日/,
    )
    expect(text.trimEnd().endsWith(URL_HANS)).toBe(true)
  })

  test('Markdown is the editors’ own with absolute addresses', () => {
    const text = articleMarkdown(ARTICLE, addresses)
    expect(text).toContain(
      '# 数码港欢迎《蓝图》\n\n**副题**\n\n香港，2022年12月22日（星期四）\n\n## 更正\n\n- 2022年12月24日',
    )
    expect(text).toContain(`第一段，见[关于](${ORIGIN}/zh-hans/about)。`)
    expect(text).toContain(`- [照片](${ORIGIN}/media/a.jpg)`)
    expect(text).toContain(`<${URL_HANS}>`)
  })
})
