import { describe, expect, test } from 'vitest'
import { parseBody, renderBody } from '../../../src/article/body.ts'
import { ownMarkup } from '../../../src/article/own-markup.ts'
import { DEMONSTRATION_FOLDER, readContentFolder } from '../../../src/cli/content-folder.ts'

const photo = {
  src: '/media/00/960.jpg',
  srcset: '/media/00/480.jpg 480w, /media/00/960.jpg 960w',
  sources: [{ type: 'image/webp', srcset: '/media/00/480.webp 480w' }],
  sizes: '(min-width: 44rem) 42rem, 100vw',
  width: 960,
  height: 640,
  alt: '"a" <b> & \'c\'',
  caption: 'English words 在此',
  credit: 'X',
}

function rendered(body: string): string {
  const parsed = parseBody(body)
  if (!parsed.ok) throw new Error('the body is within limits')
  return renderBody(parsed.tree, {
    edition: 'zh-hant',
    tableLabel: String,
    photos: new Map([['k', photo]]),
    driveNote: '註',
  }).html
}

describe('ownMarkup', () => {
  test('takes every article of the demonstration', () => {
    const bodies = readContentFolder(DEMONSTRATION_FOLDER).articles.flatMap(({ content }) =>
      Object.values(content.written).map(({ body }) => body),
    )
    expect(bodies.length).toBeGreaterThan(10)
    for (const body of bodies) expect(ownMarkup(rendered(body))).toBe(rendered(body))
  })

  test('takes everything that a body can have', () => {
    const html = rendered(
      '## h\n\n### i\n\n#### j\n\n![](photo:k "x")\n\n> q\n>\n> **-- s**\n\n1. a\n   - b\n\n---\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| *x* | `y` |\n\n[a](mailto:a@b.hk) [b](tel:+85212345678) [c](https://drive.google.com/x) [d](/en/news/x#p1)  \nEnglish **words** <script>alert(1)</script> &amp; "q"',
    )
    expect(ownMarkup(html)).toBe(html)
  })

  test.each([
    '<script>alert(1)</script>',
    '<p onclick="x">a</p>',
    '<p style="x">a</p>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="java&#39;script:x">a</a>',
    '<a href=" javascript:alert(1)">a</a>',
    '<a href="//evil.example/">a</a>',
    '<img src="https://evil.example/x.png" alt="">',
    '<img src="x" onerror="alert(1)">',
    '<img srcset="https://evil.example/x.png 1x">',
    '<iframe src="/x"></iframe>',
    '<svg><path/></svg>',
    '<p><',
    '<P>a</P>',
    '<p x=y>a</p>',
    "<p id='a'>",
    '<!-- a -->',
    '<p id="a"onclick="b">',
    '<p id="a" / onclick=b>',
    '<form action="/x">',
    '<math>',
    'a > b',
  ])('refuses %s', (html) => {
    expect(ownMarkup(html)).toBeUndefined()
  })
})
