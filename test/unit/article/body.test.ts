import { describe, expect, it } from 'vitest'
import { parseBody, renderBody } from '../../../src/article/body.ts'
import type { BodyTree } from '../../../src/article/body-tree.ts'
import type { RenderedBody, RenderOptions } from '../../../src/article/rendered-body.ts'

function tree(markdown: string): BodyTree {
  const parsed = parseBody(markdown)
  if (!parsed.ok) throw new Error(parsed.problem.rule)
  return parsed.tree
}

function render(markdown: string, options: Partial<RenderOptions> = {}): RenderedBody {
  return renderBody(tree(markdown), { edition: 'zh-hant', tableLabel: (number) => `表格 ${number}`, ...options })
}

describe('blocks', () => {
  const cases: [string, string, string][] = [
    ['a paragraph', '數碼港', '<p id="p1">數碼港</p>'],
    ['no words at all', ' \n\n', ''],
    ['# and ## are h2: h1 belongs to the page', '# 甲\n\n## 乙', '<h2 id="s1">甲</h2>\n<h2 id="s2">乙</h2>'],
    ['### is h3, deeper is h4', '### 甲\n\n###### 乙', '<h3 id="s1">甲</h3>\n<h4 id="s2">乙</h4>'],
    ['an empty heading is left out', '##\n\n甲', '<p id="p1">甲</p>'],
    [
      'a line of dashes under a paragraph makes no heading of it',
      '甲\n---\n乙',
      '<p id="p1">甲</p>\n<hr>\n<p id="p2">乙</p>',
    ],
    ['an indented paragraph is a paragraph, not code', '甲\n\n    乙', '<p id="p1">甲</p>\n<p id="p2">乙</p>'],
    ['full-width spaces at the beginning of a paragraph are layout', '　　甲', '<p id="p1">甲</p>'],
    ['a list', '- 甲\n- 乙', '<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>'],
    ['a list with blank lines between its items', '- 甲\n\n- 乙', '<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>'],
    ['an ordered list from 3', '3. 甲\n4. 乙', '<ol start="3">\n<li>甲</li>\n<li>乙</li>\n</ol>'],
    ['a nested list', '- 甲\n  - 乙', '<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul></li>\n</ul>'],
    ['an item of two paragraphs', '- 甲\n\n  乙', '<ul>\n<li><p>甲</p>\n<p>乙</p></li>\n</ul>'],
    ['a heading inside a list is bold text', '- ## 甲', '<ul>\n<li><strong>甲</strong></li>\n</ul>'],
    ['fenced code', '```js\na < b\n```', '<pre translate="no"><code>a &lt; b</code></pre>'],
    ['code in a line', '按 `npm test` 鍵', '<p id="p1">按 <code translate="no">npm test</code> 鍵</p>'],
    ['a hard line break', '甲\\\n乙', '<p id="p1">甲<br>乙</p>'],
    ['a reference definition is text', '[甲]: https://a.hk', '<p id="p1">[甲]: https://a.hk</p>'],
  ]
  it.each(cases)('%s', (_, markdown, html) => {
    expect(render(markdown).html).toBe(html)
  })
})

describe('bold beside full-width punctuation', () => {
  const cases: [string, string][] = [
    ['提出**「藍圖」**提出', '提出<strong>「藍圖」</strong>提出'],
    ['**「藍圖」**提出', '<strong>「藍圖」</strong>提出'],
    ['提出**「藍圖」**，', '提出<strong>「藍圖」</strong>，'],
    ['**甲：**乙', '<strong>甲：</strong>乙'],
    ['**甲，乙。**丙', '<strong>甲，乙。</strong>丙'],
    ['**“蓝图”**提出', '<strong>“蓝图”</strong>提出'],
    ['「**(a)**」', '「<strong>(a)</strong>」'],
    ['**甲**，**乙**、**丙**', '<strong>甲</strong>，<strong>乙</strong>、<strong>丙</strong>'],
    ['，**數碼**港', '，<strong>數碼</strong>港'],
    ['***甲***，乙', '<em><strong>甲</strong></em>，乙'],
    ['`甲*「乙` *「', '<code translate="no">甲*「乙</code> *「'],
    ['[甲](https://a.hk/甲*「乙)', '<a href="https://a.hk/%E7%94%B2*%E3%80%8C%E4%B9%99" rel="noopener">甲</a>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['5*6*7，8*「9', '5<em>6</em>7，8*「9'],
  ]
  it.each(cases)('%s', (markdown, html) => {
    expect(render(markdown).html).toBe(`<p id="p1">${html}</p>`)
  })
})

describe('soft line breaks', () => {
  const cases: [string, string][] = [
    ['「藍\n圖」', '「藍圖」'],
    ['改善生活質\n  素', '改善生活質素'],
    ['公布，\nAI', '公布，AI'],
    ['AI\n，公布', 'AI，公布'],
    ['數碼港\nAI', '數碼港 AI'],
    ['two\nwords', 'two words'],
    ['**藍**\n**圖**', '<strong>藍</strong><strong>圖</strong>'],
    ['**blue**\nprint', '<strong>blue</strong> print'],
    ['他說“好”\n然後', '他說“好”然後'],
    ['逾 17\n億', '逾 17 億'],
    ['𠮷\n野', '𠮷野'],
    ['甲\r\n乙', '甲乙'],
  ]
  it.each(cases)('%j reads as one line', (markdown, html) => {
    expect(render(markdown).html).toBe(`<p id="p1">${html}</p>`)
  })
})

describe('quotations', () => {
  const quote = (inner: string) => `<figure class="quote" id="quote-1">${inner}</figure>`
  const cases: [string, string, string, string][] = [
    [
      'speaker first, in a paragraph',
      '> 主席**陳細明**表示：\n>\n> 「好」',
      quote('<figcaption>主席<strong>陳細明</strong>表示：</figcaption><blockquote><p>「好」</p></blockquote>'),
      '陳細明',
    ],
    [
      'speaker first, on a line',
      '> 陳細明表示︰\n> 「好」\n> 再好',
      quote('<figcaption>陳細明表示︰</figcaption><blockquote><p>「好」再好</p></blockquote>'),
      '陳細明表示',
    ],
    [
      'speaker last, on a line',
      '> Good.\n> — **Mr Chan**, Chairman',
      quote('<blockquote><p>Good.</p></blockquote><figcaption><strong>Mr Chan</strong>, Chairman</figcaption>'),
      'Mr Chan',
    ],
    [
      'speaker last, in a paragraph',
      '> 好\n>\n> ——陳細明',
      quote('<blockquote><p>好</p></blockquote><figcaption>陳細明</figcaption>'),
      '陳細明',
    ],
    ['no speaker', '> 好', quote('<blockquote><p>好</p></blockquote>'), ''],
    ['one line that ends in a colon is the quotation', '> 好：', quote('<blockquote><p>好：</p></blockquote>'), ''],
    ['a dash alone is no speaker', '> 好\n>\n> —', quote('<blockquote><p>好</p></blockquote>'), ''],
  ]
  it.each(cases)('%s', (_, markdown, html, speaker) => {
    const rendered = render(markdown, { edition: markdown.includes('Mr') ? 'en' : 'zh-hant' })
    expect(rendered.html).toBe(html)
    expect(rendered.quotes).toEqual([{ id: 'quote-1', speaker }])
  })

  it('have the same ids in all editions, wherever the speaker stands', () => {
    const zh = render('甲\n\n> 陳：\n>\n> 好\n\n乙').html
    const en = render('A\n\n> Good\n>\n> — Chan\n\nB', { edition: 'en' }).html
    const ids = (html: string) => html.match(/id="[^"]+"/g)
    expect(ids(zh)).toEqual(['id="p1"', 'id="quote-1"', 'id="p2"'])
    expect(ids(en)).toEqual(ids(zh))
  })

  it('report refused links once', () => {
    expect(tree('> [甲](x:y)：\n> 乙\n> — [丙](x:z)').refusedUrls.map(({ url }) => url)).toEqual(['x:y', 'x:z'])
  })
})

describe('tables', () => {
  const rows = '| 年 | 數 |\n|---|--:|\n| 2022 | 1 |'

  it('scroll inside a named region that the keyboard reaches', () => {
    expect(render(rows).html).toBe(
      '<div class="table" role="region" tabindex="0" aria-label="表格 1"><table><thead><tr><th scope="col">年</th><th scope="col" class="right">數</th></tr></thead><tbody><tr><td>2022</td><td class="right">1</td></tr></tbody></table></div>',
    )
  })

  it.each(['：每年數目', '表：每年數目', 'Table: 每年數目', ': 每年數目'])(
    'take the caption %j before or after them',
    (caption) => {
      for (const markdown of [`${caption}\n\n${rows}`, `${rows}\n\n${caption}`]) {
        const { html } = render(markdown)
        expect(html).toContain('aria-label="每年數目"><table><caption>每年數目</caption>')
        expect(html).not.toContain('<p')
      }
    },
  )

  it('have names that differ', () => {
    expect(render(`${rows}\n\n甲\n\n${rows}`).html.match(/表格 \d/g)).toEqual(['表格 1', '表格 2'])
  })

  it('name their rows when the first header cell is empty', () => {
    expect(render('| | 數 |\n|-|-|\n| 甲 | 1 |').html).toContain(
      '<tr><td></td><th scope="col">數</th></tr></thead><tbody><tr><th scope="row">甲</th>',
    )
  })

  it('have no header row when all header cells are empty', () => {
    expect(render('| | |\n|-|-|\n| 甲 | 1 |').html).not.toContain('<thead')
  })

  it('fill short rows and cut long ones', () => {
    expect(render('|a|b|\n|-|-|\n|1|\n|1|2|3|').html).toContain(
      '<tr><td>1</td><td></td></tr>\n<tr><td>1</td><td>2</td></tr>',
    )
  })
})

describe('photos', () => {
  const photos = new Map([
    [
      'abc',
      {
        src: '/media/abc.jpg',
        srcset: '/media/abc-640.jpg 640w',
        sizes: '100vw',
        width: 1200,
        height: 800,
        alt: '海旁',
        caption: '數碼港海旁',
        credit: '圖：數碼港',
      },
    ],
  ])

  it('are figures with size, caption and credit', () => {
    expect(render('![](photo:abc)', { photos }).html).toBe(
      '<figure class="photo"><img src="/media/abc.jpg" srcset="/media/abc-640.jpg 640w" sizes="100vw" width="1200" height="800" alt="海旁" loading="lazy" decoding="async"><figcaption><span class="caption">數碼港海旁</span> <small class="credit">圖：數碼港</small></figcaption></figure>',
    )
  })

  it('say what the text says about them here, before their record', () => {
    const { html, text } = render('![夜景](photo:abc "燈飾")', { photos })
    expect(html).toContain('alt="夜景"')
    expect(html).toContain('>燈飾<')
    expect(text).toBe('夜景\n燈飾')
  })

  it('in the middle of a paragraph come after it', () => {
    expect(render('甲![](photo:abc)乙', { photos }).html).toMatch(/^<p id="p1">甲乙<\/p>\n<figure class="photo">/)
  })

  it('that the library does not know show nothing and are reported', () => {
    const rendered = render('甲\n\n![圖](photo:none)', { photos })
    expect(rendered.html.trim()).toBe('<p id="p1">甲</p>')
    expect(rendered.missingPhotos).toEqual(['none'])
  })

  it('of other hosts show their alternative text and are reported', () => {
    const body = tree('![圖](https://evil.example/a.png)')
    expect(renderBody(body, { edition: 'zh-hant', tableLabel: String }).html).toBe('<p id="p1">圖</p>')
    expect(body.refusedUrls).toEqual([{ text: '圖', url: 'https://evil.example/a.png', at: 0 }])
  })
})

describe('links', () => {
  const cases: [string, string][] = [
    ['[a](https://a.hk/)', '<a href="https://a.hk/" rel="noopener">a</a>'],
    ['<https://a.hk/>', '<a href="https://a.hk/" rel="noopener">https://a.hk/</a>'],
    ['<a@b.hk>', '<a href="mailto:a@b.hk">a@b.hk</a>'],
    ['[3166 3993](tel:+85231663993)', '<a href="tel:+85231663993">3166 3993</a>'],
    ['[甲](/zh-hant/about)', '<a href="/zh-hant/about">甲</a>'],
    ['https://a.hk a@b.hk www.a.hk', 'https://a.hk a@b.hk www.a.hk'],
    ['[甲](javascript:x)', '甲'],
    ['[](https://a.hk)', ''],
  ]
  it.each(cases)('%s', (markdown, html) => {
    expect(render(markdown).html).toBe(html && `<p id="p1">${html}</p>`)
  })

  it('into the source edition lead readers of the derived edition to theirs', () => {
    const markdown =
      '[甲](/zh-hant/news/a-b?x=1#p2) [乙](/zh-hant) [丙](/en/about) [丁](/zh-hans/about) [戊](/zh-hantx)'
    const urls = render(markdown, { edition: 'zh-hans', derivedFrom: 'zh-hant' }).links.map(({ url }) => url)
    expect(urls).toEqual(['/zh-hans/news/a-b?x=1#p2', '/zh-hans', '/en/about', '/zh-hans/about', '/zh-hantx'])
    expect(render(markdown).links[0]?.url).toBe('/zh-hant/news/a-b?x=1#p2')
  })

  it('to Google Drive are flagged, and carry the note in the language of the page', () => {
    const rendered = render('See [press photos and captions](https://drive.google.com/x) here', {
      driveNote: '（或無法開啟）',
    })
    expect(rendered.links[0]).toMatchObject({ drive: true, kind: 'external', text: 'press photos and captions' })
    expect(rendered.html).toContain('</a><small lang="zh-HK">（或無法開啟）</small>')
  })
})

describe('languages', () => {
  const cases: [string, string][] = [
    [
      '由 Cyberport **Creative** Micro\nFund 資助',
      '由 <span lang="en">Cyberport <strong>Creative</strong> Micro Fund</span> 資助',
    ],
    [
      '[數碼港 Creative Micro Fund 計劃](/a)',
      '<a href="/a">數碼港 <span lang="en">Creative Micro Fund</span> 計劃</a>',
    ],
    ['甲 **the Creative Fund** 乙', '甲 <span lang="en"><strong>the Creative Fund</strong></span> 乙'],
    ['[Ville de Paris](lang:fr)', '<span lang="fr">Ville de Paris</span>'],
    ['[好嘢](lang:yue)', '<span lang="yue">好嘢</span>'],
    ['[头发](lang:zh-hans)', '<span lang="zh-CN">头发</span>'],
    ['[the Creative Fund](lang:zh-hant)', 'the Creative Fund'],
    ['[Câmara](lang:pt-mo) [a](lang:sr-latn-rs)', '<span lang="pt-MO">Câmara</span> <span lang="sr-Latn-RS">a</span>'],
    ['[the Creative Fund](lang:zh-HK)', 'the Creative Fund'],
    ['[數碼港](keep:)', '<span translate="no">數碼港</span>'],
    ['[甲](lang:)', '甲'],
    ['[甲](lang:en"onclick)', '甲'],
  ]
  it.each(cases)('%s', (markdown, html) => {
    expect(render(markdown).html).toBe(`<p id="p1">${html}</p>`)
  })

  it('mark Chinese in the English edition with the language of its pair', () => {
    const markdown = '## The *Blueprint* (藍圖)\n\n> **Chan 陳細明**:\n> Good'
    expect(render(markdown, { edition: 'en' }).html).toBe(
      '<h2 id="s1">The <em>Blueprint</em> (<span lang="zh-HK">藍圖</span>)</h2>\n<figure class="quote" id="quote-1"><figcaption><strong>Chan <span lang="zh-HK">陳細明</span></strong>:</figcaption><blockquote><p>Good</p></blockquote></figure>',
    )
    expect(render('蓝图', { edition: 'en', pairedChinese: 'zh-hans' }).html).toContain('lang="zh-CN"')
  })

  it('are listed with their place', () => {
    expect(render('甲\n\n由 the Creative Fund 資助 [Bonjour](lang:fr)').languageChanges).toEqual([
      { lang: 'en', text: 'the Creative Fund', blockId: 'p2' },
      { lang: 'fr', text: 'Bonjour', blockId: 'p2' },
    ])
  })
})

describe('plain text', () => {
  it('has paragraphs with blank lines between them, bullets, speakers', () => {
    const markdown =
      '## 甲\n\n乙\n丙\n\n- 一\n- 二\n  1. 三\n\n> 陳：\n>\n> 好\n\n> Good\n> — Chan\n\n| a | b |\n|-|-|\n| 1 | 2 |'
    expect(render(markdown).text).toBe('甲\n\n乙丙\n\n• 一\n• 二\n  1. 三\n\n陳：\n好\n\nGood\n— Chan\n\na | b\n1 | 2')
  })

  it('counts Han and words', () => {
    expect(render('數碼港 has 1,900 start-ups.')).toMatchObject({ hanCount: 3, wordCount: 3 })
  })
})
