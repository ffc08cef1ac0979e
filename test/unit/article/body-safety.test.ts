import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { parseBody, renderBody } from '../../../src/article/body.ts'
import { withoutImages } from '../../../src/article/photo-html.ts'
import { escapeAttribute, escapeText } from '../../../src/article/safe-html.ts'
import { markdown } from './hostile-bodies.ts'

const validator = new HtmlValidate({
  root: true,
  elements: ['html5'],
  rules: {
    'close-order': 'error',
    'element-name': 'error',
    'element-permitted-content': 'error',
    'element-permitted-parent': 'error',
    'element-required-attributes': 'error',
    'attr-quotes': 'error',
    'no-dup-attr': 'error',
    'no-dup-id': 'error',
    'no-raw-characters': 'error',
    'valid-id': 'error',
    'attribute-allowed-values': 'error',
    'void-content': 'error',
    'unrecognized-char-ref': 'error',

    'no-inline-style': 'error',
    'wcag/h37': 'error',
  },
})

const ELEMENTS = new Set(
  'p h2 h3 h4 ul ol li blockquote figure figcaption div table caption thead tbody tr th td pre code hr br strong em span a small picture source img'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'id lang href rel start scope class role tabindex aria-label translate src srcset sizes type width height alt loading decoding'.split(
    ' ',
  ),
)

const photos = new Map([
  ['a', { src: '/media/a.jpg', width: 4, height: 3, alt: '海', caption: '"<題>"', credit: "'&" }],
])

function renderAll(source: string): string[] {
  const parsed = parseBody(source)
  if (!parsed.ok) return []
  return (['zh-hant', 'zh-hans', 'en'] as const).flatMap((edition) => {
    const { html } = renderBody(parsed.tree, {
      edition,
      tableLabel: (number) => `"表" ${number}`,
      photos,
      derivedFrom: 'zh-hant',
      driveNote: '<!>',
    })
    return [html, withoutImages(html, { picture: '"圖' })]
  })
}

/** Elements and attributes of markup, and what an attacker would need. */
function expectSafe(html: string): void {
  for (const [, name = '', attributes = ''] of html.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)) {
    expect(ELEMENTS).toContain(name)
    expect(attributes).toMatch(/^(?: [a-z-]+="[^"<>]*")*$/)
    for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      expect(ATTRIBUTES).toContain(attribute)
      if (attribute === 'href' || attribute === 'src')
        expect(value).toMatch(/^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|[#?])/)
    }
  }
  expect(html).not.toMatch(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffc]|\p{Surrogate}/u,
  )
}

describe('escaping', () => {
  it('escapes what means something in text', () => {
    expect(escapeText(`&<>"'`)).toBe(`&amp;&lt;&gt;"'`)
  })
  it('escapes what means something in attributes', () => {
    expect(escapeAttribute(`&<>"'\n\t`)).toBe('&amp;&lt;&gt;&quot;&#39;  ')
  })
  it('drops controls, noncharacters and reordering marks, and replaces lone surrogates', () => {
    expect(escapeText('a\u0000\u0008\u001b\u0085\u202e\u2066\ufeff\ufdd0\uffff\ufffc\ud800b\udc00')).toBe(
      'a\ufffdb\ufffd',
    )
  })
})

const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="javascript:x">',
  '<!-- x --><b>',
  '<!--><script>',
  '<![CDATA[<b>]]>',
  '<?php x ?>',
  '<!DOCTYPE x>',
  '<div>\n\n**a**\n\n</div>',
  '</p></article><h1>',
  '<a href="javascript:x">y</a>',
  '<style>*{}</style>',
  '<p\n\nonclick=x>',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '&#x3C;img src=x onerror=y&#x3E;',
  '&amp;lt;b&amp;gt;',
  '[a](javascript:alert(1))',
  '[a](<javascript:alert(1)>)',
  '[a](java&#10;script:x)',
  '[a](&#106;avascript:x)',
  '[a](javascript&colon;x)',
  '[a]( javascript:x)',
  '[a](\u0001javascript:x)',
  '[a](\\javascript:x)',
  '[a](JAVASCRIPT:x)',
  '[a](data:text/html;base64,PHN2Zz4=)',
  '[a](vbscript:x)',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '<https://a.hk/"onclick="x>',
  '[a](https://a.hk/"onmouseover="x)',
  "[a](https://a.hk/'onmouseover='x)",
  '[a](<https://a.hk/ onclick=x>)',
  '[a](https://a.hk "t\\" onclick=\\"x")',
  '![a" onerror="x](photo:a)',
  '![a](photo:a "c\\"><script>")',
  '![a](javascript:x)',
  '![a](data:image/svg+xml,x)',
  '![a](photo:../../x)',
  '![a](photo:a"b)',
  '[a](lang:en"onclick="x)',
  '[a](lang:<b>)',
  '[![a](photo:a)](javascript:x)',
  '[[a](javascript:x)](https://a.hk)',
  '[a](https://a.hk/[b](javascript:x))',
  '[a\n\nb](javascript:x)',
  '**[a](javascript:x)**',
  '# [a](javascript:x)',
  '> [a](javascript:x)：\n> b',
  '|[a](javascript:x)|\n|-|',
  '|a"><script>|\n|-|',
  '：<script>"\n\n|a|\n|-|',
  '```"><script>\n</code></pre><script>\n```',
  '`</code><script>`',
  '\u0000<script\u0000>',
  '\ud800<b>\udfff',
  '\u202eevil',
  '\ufdd0<b>\ufdd1',
  '\ufffc\ufffc',
  '[a]: javascript:x\n\n[a]',
  '[a][b]\n\n[b]: javascript:x',
  '[^1]\n\n[^1]: x',
  '- [a](javascript:x)\n- <b>',
  'a<br/>b',
  '&nbsp;&zwj;&#0;&#x110000;&#xD800;',
  '\\<script\\>',
  '<\u0000script>',
  '＜script＞',
  '<ſcript>',
  'The <b> quick & "brown" fox',
  '"><img src=x>',
  'www.a.hk/<script>',
  '<a@b.hk"onclick=x>',
  '[a](mailto:a@b.hk?subject="><script>)',
  '[a](tel:"><script>)',
  '[a](/x"onclick="y)',
  '[a](//evil.example)',
  '[a](/\\evil.example)',
  '[a](#"><script>)',
]

describe('hostile Markdown', () => {
  it.each(ATTACKS)('%j gives only our own markup', (attack) => {
    for (const wrapped of [attack, `甲 ${attack} 乙`, `the quick brown ${attack} fox jumps`]) {
      for (const html of renderAll(wrapped)) expectSafe(html)
    }
  })

  it.each(ATTACKS)('%j gives well-formed HTML', (attack) => {
    for (const html of renderAll(attack)) {
      const report = validator.validateStringSync(html)
      expect(
        report.results.flatMap((result) => result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      ).toEqual([])
    }
  })

  it('shows raw HTML as text', () => {
    expect(renderAll('<b>甲</b>')[0]).toBe('<p id="p1">&lt;b&gt;甲&lt;/b&gt;</p>')
    expect(renderAll('<!-- 甲 -->')[0]).toBe('<p id="p1">&lt;!-- 甲 --&gt;</p>')
  })
})

it('the validator finds what it is there to find', () => {
  expect(validator.validateStringSync('<p><div id="a" id="b">&</p></div>').valid).toBe(false)
  expect(validator.validateStringSync('<p><blockquote>a</blockquote></p>').valid).toBe(false)
})

describe('any Markdown', () => {
  it('gives only our own markup, and never throws', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        for (const html of renderAll(source)) expectSafe(html)
      }),
      { seed: 20221222, numRuns: 300 },
    )
  })

  it('gives well-formed HTML', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        for (const html of renderAll(source).slice(0, 2)) {
          const report = validator.validateStringSync(html)
          expect(
            report.results.flatMap((result) => result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
          ).toEqual([])
        }
      }),
      { seed: 852, numRuns: 150 },
    )
  })

  it('gives each id once, and the same ids in every edition', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const [hant = '', , hans = '', , en = ''] = renderAll(source)
        const ids = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
        expect(new Set(ids(hant)).size).toBe(ids(hant).length)
        expect(ids(hans)).toEqual(ids(hant))
        expect(ids(en)).toEqual(ids(hant))
      }),
      { seed: 17, numRuns: 300 },
    )
  })
})
