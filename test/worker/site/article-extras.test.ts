import { env } from 'cloudflare:workers'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { findPhoto } from '../../../src/db/photos.ts'
import { addPhoto } from '../../../src/newsroom/photos.ts'
import { href } from '../../../src/routes.ts'
import { photoWithPlace } from '../fixture-photos.ts'
import { contentOf, db, get, publishedArticle, TODAY_MS, wordsOf } from '../made-articles.ts'

let photoKey = ''
let articleId = 0

beforeAll(async () => {
  const words = { alt: '海旁的大樓', caption: '' }
  const added = await addPhoto(db, env, {
    bytes: await photoWithPlace(),
    change: {
      credit: '',
      focalX: 50,
      focalY: 50,
      description: 'described',
      words: { 'zh-hant': words, 'zh-hans': { alt: '', caption: '' }, en: { alt: 'Towers', caption: '' } },
    },
    uploadedBy: 'editor@localhost',
    nowMs: TODAY_MS,
  })
  const photo = added.ok ? await findPhoto(db, { id: added.id }) : null
  photoKey = photo?.key ?? ''
  const content = contentOf({
    slug: 'forum',
    kind: 'media-invitation',
    leadPhoto: photoKey,
    invitation: {
      startsAt: '2026-11-25T15:00',
      endsAt: '2026-11-25T16:30',
      replyTo: 'press@example.org',
      replyBy: '2026-11-24T18:00',
    },
    written: {
      'zh-hant': wordsOf({ title: '論壇', summary: '創科論壇', venue: '數碼港3座展覽廳' }),
      en: wordsOf({ title: 'Forum', venue: 'Exhibition Hall, Cyberport 3', body: `Text ![](photo:${photoKey})` }),
    },
  })
  articleId = await publishedArticle(content)
  await publishedArticle(contentOf({ slug: 'no-event' }))
  await publishedArticle(contentOf({ ...content, slug: 'later' }), TODAY_MS + 1)
})

describe('GET /:edition/news/:slug of an invitation', () => {
  test('shows time, venue, whom to reply to until when, and the calendar file', async () => {
    const html = await (await get(href.article({ edition: 'zh-hans', images: true }, 'forum'))).text()
    expect(html).toContain(
      '<time datetime="2026-11-25T15:00:00+08:00">2026年11月25日（星期三）下午3时至下午4时30分</time>',
    )
    expect(html).toContain('簡數碼港3座展覽廳')
    expect(html).toContain('mailto:press@example.org')
    expect(html).toContain('2026年11月24日（星期二）下午6时')
    expect(html).toContain(href.articleCalendar('zh-hans', 'forum'))
  })

  test('shows its lead photo at once and the others when they come into view', async () => {
    const html = await (await get(href.article({ edition: 'en', images: true }, 'forum'))).text()
    const pictures = [...html.matchAll(/<img [^>]*>/g)].map(([tag]) => tag)
    expect(pictures).toHaveLength(2)
    expect(pictures[0]).toMatch(/width="600" height="900" alt="Towers" fetchpriority="high"/)
    expect(pictures[0]).not.toContain('lazy')
    expect(pictures[1]).toContain('loading="lazy"')
    expect(html).toMatch(/Photo 1: Towers \(JPEG, 600 × 900 pixels, 0\.1 MB\)/)
  })

  test('is shared with its lead photo, cut around the focal point', async () => {
    const html = await (await get(href.article({ edition: 'en', images: true }, 'forum'))).text()
    const [, url = ''] = /<meta property="og:image" content="http[^"]*?(\/media\/[^"]*)"/.exec(html) ?? []
    expect(url).toMatch(/\/share-50-50\.jpg$/)
    expect(html).toContain(
      '<meta property="og:image:width" content="600"/><meta property="og:image:height" content="315"/>',
    )
    expect(html).not.toMatch(/srcset="[^"]*share-/)
    const picture = await get(url)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(picture.headers.get('content-disposition')).toBeNull()
    await picture.arrayBuffer()
    expect((await get(url.replace('50-50', '50-51'))).status).toBe(404)
  })

  test('has words instead of pictures in the text-only view', async () => {
    const html = await (await get(href.article({ edition: 'en', images: false }, 'forum'))).text()
    expect(html).not.toMatch(/<img|<picture/)
    expect(html).toMatch(/<a href="\/media\/[^"]*">Show picture: Towers<\/a>/)
  })
})

describe('GET /:edition/news/:slug.ics', () => {
  test('is the event, in the words of the edition', async () => {
    const response = await get(href.articleCalendar('zh-hant', 'forum'))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
    expect(response.headers.get('cache-tag')).toBe(`a:${articleId}`)
    const component = new ICAL.Component(ICAL.parse(await response.text())).getFirstSubcomponent('vevent')
    const event = new ICAL.Event(component ?? undefined)
    expect([event.summary, event.location, event.description]).toEqual(['論壇', '數碼港3座展覽廳', '創科論壇'])
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-11-25T07:00:00.000Z')
    expect(event.uid).toBe(`article-${articleId}@localhost`)
  })

  test('has one UID in all editions, so that a calendar keeps one event', async () => {
    const uids = await Promise.all(
      (['zh-hant', 'zh-hans', 'en'] as const).map(
        async (edition) => /^UID:(.*)$/m.exec(await (await get(href.articleCalendar(edition, 'forum'))).text())?.[1],
      ),
    )
    expect(new Set(uids).size).toBe(1)
  })

  test.each(['no-event', 'later', 'nothing'])('is 404 for %s', async (slug) => {
    expect((await get(href.articleCalendar('en', slug))).status).toBe(404)
  })
})
