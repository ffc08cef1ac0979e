import { describe, expect, test } from 'vitest'
import { parseBody, renderBody } from '../../../src/article/body.ts'
import { type EmailArticle, emailHtml, emailSubject, emailText } from '../../../src/article/email.ts'
import { newFrom } from '../../../src/article/new-from.ts'

const options = { origin: 'https://news.example.org', url: 'https://news.example.org/en/news/forum' }

const body = `First & foremost, <em>not</em> *em*.

## A heading

> To be or not to be.
>
> — Somebody

![A tower](photo:abc "The tower")

| A | B |
|---|---|
| 1 | 2 |

A [link](/en/news/other), [another](https://example.com/?a=1&b=2) and [a part](#p1).`

function article(edition: EmailArticle['edition'] = 'en'): EmailArticle {
  const parsed = parseBody(body)
  if (!parsed.ok) throw new Error('the body is within limits')
  const photo = { src: '/media/00/960.jpg', width: 960, height: 640, alt: 'x' }
  const rendered = renderBody(parsed.tree, { edition, tableLabel: String, photos: new Map([['abc', photo]]) })
  return {
    edition,
    label: 'Media invitation',
    title: 'A <forum>',
    subtitle: '',
    place: 'Hong Kong',
    html: rendered.html,
    text: rendered.text,
    publishedAtMs: Date.parse('2026-11-23T12:00:00+08:00'),
    details: {
      outline: [],
      quotes: [],
      readingMinutes: 1,
      datelineDate: '',
      downloads: [{ label: 'Programme (PDF)', url: '/files/programme.pdf', caption: '' }],
      facts: [{ term: 'Seats', detail: '40' }],
      related: [],
      contacts: [{ organisation: 'Cyberport', name: 'Chan', role: 'Media', phone: '+85231663993', email: 'a@b.hk' }],
      boilerplates: [{ heading: 'About us', html: '<p>We.</p>', text: 'We.', url: 'https://example.org/' }],
      corrections: [],
      pressPhotos: [{ url: '/media/00/full.jpg', width: 2400, height: 1600, bytes: 1_234_567, text: 'The tower' }],
      invitation: {
        startsAtMs: Date.parse('2026-11-25T15:00:00+08:00'),
        endsAtMs: Date.parse('2026-11-25T16:30:00+08:00'),
        venue: 'Exhibition Hall',
        replyTo: 'press@example.org',
        replyByMs: null,
      },
    },
  }
}

describe('emailText', () => {
  test('has everything in reading order, with addresses in full', () => {
    const text = emailText(article(), options)
    expect(text).toMatch(/^Media invitation\n\nA <forum>\n\nHong Kong, Monday, 23 November 2026\n\nFirst & foremost/)
    expect(text).toContain('Date and time: Wednesday, 25 November 2026, 3.00 pm to 4.30 pm (Hong Kong time)')
    expect(text).toContain('Programme (PDF): https://news.example.org/files/programme.pdf')
    expect(text).toContain(
      'Photo 1: The tower (JPEG, 2400 × 1600 pixels, 1.2 MB): https://news.example.org/media/00/full.jpg',
    )
    expect(text).toContain('Cyberport, Chan, Media, +85231663993, a@b.hk')
    expect(text.endsWith('\n\nRead this article online: https://news.example.org/en/news/forum\n')).toBe(true)
  })

  test('speaks the language of its edition', () => {
    const text = emailText(article('zh-hant'), options)
    expect(text).toContain('日期及時間：2026年11月25日（星期三）下午3時至下午4時30分')
    expect(text).toContain('傳媒查詢')
  })
})

describe('emailHtml', () => {
  const html = emailHtml(article(), options)

  test('has no picture, class, id, style or script', () => {
    expect(html).not.toMatch(/<(?:img|picture|figure|section|script|style)|class=|id=|style=|tabindex|aria-/)
  })

  test('leads nowhere without a host', () => {
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])
    expect(addresses).toContain('https://news.example.org/en/news/other')
    expect(addresses).toContain('https://example.com/?a=1&amp;b=2')
    expect(addresses).toContain('https://news.example.org/en/news/forum#p1')
    for (const address of addresses) expect(address).toMatch(/^(?:https?:|mailto:)/)
  })

  test('keeps the structure, the language and what was escaped', () => {
    expect(html).toMatch(/^<div lang="en">/)
    expect(html).toContain('<h1>A &lt;forum&gt;</h1>')
    expect(html).toContain('<h2>A heading</h2>')
    expect(html).toContain('<blockquote>')
    expect(html).toContain('<p>Somebody</p>')
    expect(html).toContain('<th scope="col">A</th>')
    expect(html).not.toContain('images=0')
  })

  test('closes what it opens', () => {
    const open: string[] = []
    for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (slash === '/') expect(open.pop()).toBe(name)
      else if (name !== 'br' && name !== 'hr') open.push(name)
    }
    expect(open).toEqual([])
  })
})

test('emailSubject puts the label first', () => {
  expect(emailSubject(article())).toBe('Media invitation: A <forum>')
  expect(emailSubject({ edition: 'zh-hant', label: '即時發布', title: '甲' })).toBe('【即時發布】甲')
})

test('newFrom keeps what a newsroom repeats and nothing of the news', () => {
  const content = {
    kind: 'media-invitation',
    slug: 'old',
    topics: ['a'],
    contacts: ['b'],
    boilerplates: ['c'],
    leadPhoto: 'abc',
    invitation: { startsAt: '2026-11-25T15:00', endsAt: '', replyTo: '', replyBy: '' },
    datelineDate: '2026-11-23',
    sourceEdition: 'zh-hant',
    written: {},
    overrides: [{ from: '藉著', to: '借着', note: '' }],
  } as const
  expect(newFrom(content)).toEqual({
    kind: 'media-invitation',
    slug: '',
    topics: ['a'],
    contacts: ['b'],
    boilerplates: ['c'],
    datelineDate: '',
    sourceEdition: 'zh-hant',
    written: {},
    overrides: content.overrides,
  })
})
