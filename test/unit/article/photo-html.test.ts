import { describe, expect, it } from 'vitest'
import { parseBody, renderBody } from '../../../src/article/body.ts'
import { withoutImages } from '../../../src/article/photo-html.ts'
import type { BodyPhoto } from '../../../src/article/rendered-body.ts'
import type { SafeHtml } from '../../../src/article/safe-html.ts'

function render(markdown: string, photo: Partial<BodyPhoto> = {}): SafeHtml {
  const parsed = parseBody(markdown)
  if (!parsed.ok) throw new Error(parsed.problem.rule)
  const record = { src: '/media/a.jpg', width: 4, height: 3, alt: '海旁', ...photo }
  return renderBody(parsed.tree, { edition: 'zh-hant', tableLabel: String, photos: new Map([['a', record]]) }).html
}

describe('withoutImages', () => {
  it('shows the alternative text, linked to the picture', () => {
    expect(withoutImages(render('甲\n\n![](photo:a)\n\n乙'))).toBe(
      '<p id="p1">甲</p>\n<p class="picture"><a href="/media/a.jpg">海旁</a></p>\n<p id="p2">乙</p>',
    )
  })

  it('keeps caption and credit, and says that it is a picture', () => {
    const html = render('![](photo:a "題")', {
      credit: '圖',
      sources: [{ type: 'image/avif', srcset: '/media/a.avif 1x' }],
      srcset: '/media/b.jpg 2x',
    })
    expect(html).toContain('<picture><source type="image/avif"')
    expect(withoutImages(html, { picture: '圖片：' })).toBe(
      '<p class="picture"><a href="/media/a.jpg">圖片：海旁</a> <span class="caption">題</span> <small class="credit">圖</small></p>',
    )
  })

  it('leaves out a decorative picture without caption', () => {
    expect(withoutImages(render('甲\n\n![](photo:a)', { alt: '', decorative: true }))).toBe('<p id="p1">甲</p>\n')
  })

  it('keeps the caption of a decorative picture', () => {
    expect(withoutImages(render('![](photo:a)', { alt: '', decorative: true, caption: '題' }))).toBe(
      '<p class="picture"><span class="caption">題</span></p>',
    )
  })

  it('finds the picture when the caption of its record has a line break', () => {
    expect(withoutImages(render('![](photo:a)', { caption: '題\n題' }))).not.toContain('<img')
  })

  it('leaves quotations alone, and several photos apart', () => {
    const html = render('> 甲：\n> 乙\n\n![一](photo:a)\n\n![二](photo:a)')
    expect(withoutImages(html).match(/<figure class="quote"|<p class="picture">/g)).toHaveLength(3)
  })

  it('is not fooled by text that looks like our HTML', () => {
    const html = render(
      '<figure class="photo"><img alt="x"></figure> <a href="/zh-hant/">\n\n![<img alt="z" src="y">](photo:a)',
    )
    expect(withoutImages(html)).toBe(
      '<p id="p1">&lt;figure <span lang="en">class="photo"&gt;&lt;img alt="x"&gt;&lt;/figure&gt; &lt;a href="/zh-hant</span>/"&gt;</p>\n<p class="picture"><a href="/media/a.jpg">&lt;img alt=&quot;z&quot; src=&quot;y&quot;&gt;</a></p>',
    )
  })

  const links: [string, string][] = [
    ['/zh-hant/about', '/zh-hant/about?images=0'],
    ['/zh-hant', '/zh-hant?images=0'],
    ['/', '/?images=0'],
    ['/en/search?q=a', '/en/search?q=a&amp;images=0'],
    ['/zh-hans/news/a#p1', '/zh-hans/news/a?images=0#p1'],
    ['/en/?q=a&images=0', '/en/?q=a&amp;images=0'],
    ['/en/?images=0', '/en/?images=0'],
    ['/english', '/english'],
    ['/media/a.pdf', '/media/a.pdf'],
    ['#p1', '#p1'],
    ['https://a.hk/zh-hant/', 'https://a.hk/zh-hant/'],
    ['tel:31663993', 'tel:31663993'],
  ]
  it.each(links)('makes the link %s lead to %s', (from, to) => {
    const text = withoutImages(render(`[甲](${from})`))
    expect(/href="([^"]*)"/.exec(text)?.[1]).toBe(to)
    expect(withoutImages(text)).toBe(text)
  })
})
