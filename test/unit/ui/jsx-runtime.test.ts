import fc from 'fast-check'
import { html, raw } from 'hono/html'
import { jsx as honoJsx } from 'hono/jsx'
import { describe, expect, it } from 'vitest'
import { Fragment, jsx } from '../../../src/ui/jsx-runtime.ts'

describe('an element', () => {
  const cases: [string, unknown, string][] = [
    ['text is escaped', jsx('p', { children: `<b> & "it's"` }), '<p>&lt;b&gt; &amp; &quot;it&#39;s&quot;</p>'],
    ['values are escaped', jsx('a', { href: '"><script>', children: 'x' }), '<a href="&quot;&gt;&lt;script&gt;">x</a>'],
    ['elements are not escaped again', jsx('p', { children: jsx('b', { children: '&' }) }), '<p><b>&amp;</b></p>'],
    [
      'what is marked as HTML is not',
      jsx('p', { children: [raw('<i>'), html`<b>${'<'}</b>`] }),
      '<p><i><b>&lt;</b></p>',
    ],
    ['nothing, true and false are nothing', jsx('p', { children: [null, undefined, true, false, ''] }), '<p></p>'],
    ['numbers are shown, 0 too', jsx('p', { children: [0, ' ', 1.5] }), '<p>0 1.5</p>'],
    ['lists in lists', jsx('ul', { children: [['a', [jsx('li', {})]]] }), '<ul>a<li></li></ul>'],
    ['void elements', jsx('img', { src: 'a', alt: '' }), '<img src="a" alt=""/>'],
    ['attributes that are there or not', jsx('input', { required: true, disabled: false }), '<input required=""/>'],
    ['others have false as a value', jsx('p', { 'aria-busy': false }), '<p aria-busy="false"></p>'],
    ['absent attributes', jsx('p', { id: undefined, class: null }), '<p></p>'],
    ['numbers as values', jsx('p', { tabindex: -1 }), '<p tabindex="-1"></p>'],
    ['a component', jsx(({ name }) => jsx('b', { children: name }), { name: '&' }), '<b>&amp;</b>'],
    ['a component that shows text', jsx(() => '<', {}), '&lt;'],
    ['a component that shows nothing', jsx(() => null, {}), ''],
    ['a fragment', jsx('p', { children: Fragment({ children: ['a', '<'] }) }), '<p>a&lt;</p>'],
  ]
  it.each(cases)('%s', (_, element, markup) => {
    expect(String(element)).toBe(markup)
  })

  it('is what hono/jsx writes, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, value) => {
        const ours = jsx('p', { title: value, children: ['x', jsx('b', { children: text })] })
        expect(String(ours)).toBe(String(honoJsx('p', { title: value }, 'x', honoJsx('b', {}, text))))
      }),
    )
  })

  it('refuses what cannot be shown', () => {
    expect(() => jsx('p', { children: Promise.resolve('late') })).toThrow(TypeError)
    expect(() => jsx('p', { children: { toString: () => '<b>' } })).toThrow(TypeError)
  })
})
