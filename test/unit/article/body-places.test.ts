import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBody } from '../../../src/article/body.ts'
import { bodyPassages, haveSamePassages, insertBlock } from '../../../src/article/body-places.ts'

const PHOTO = '![](photo:abc)'

/** The passages as an editor reads them. */
const read = (source: string) =>
  bodyPassages(source).map(({ kind, number, words }) => `${kind}${number || ''}: ${words}`)

describe('bodyPassages', () => {
  test('names what stands between places', () => {
    const source = [
      '數碼港今日**宣布**成立[新基金](https://example.org/)。',
      '## 詳情\n第二段緊接小標題。',
      '- 一\n- 二\n\n- 三',
      '> 主席表示：\n>\n> 「歡迎。」',
      '表：撥款\n\n| 年 | 億元 |\n|---|---:|\n| 2026 | 17 |',
      '```\n程式碼\n\n仍是程式碼\n```',
      PHOTO,
      '***',
      '最後一段長得要省略，因為這裡只需要足夠認出它的文字而不是整段內容。',
      'Of an English paragraph as many columns are shown, which are more letters.',
    ].join('\n\n')
    expect(read(source)).toEqual([
      'paragraph1: 數碼港今日宣布成立新基金。',
      'heading: 詳情',
      'paragraph2: 第二段緊接小標題。',
      'list: 一 二 三',
      'quote: 主席表示： 「歡迎。」',
      'table: 撥款 年 億元 2026 17',
      'code-block: 程式碼 仍是程式碼',
      'photo: ',
      'divider: ',
      'paragraph3: 最後一段長得要省略，因為這裡只需要足夠認出它的文字而不是整段…',
      'paragraph4: Of an English paragraph as many columns are shown, which are…',
    ])
  })

  test('of nothing are none', () => {
    expect(bodyPassages('')).toEqual([])
    expect(bodyPassages('\n \n')).toEqual([])
  })

  test('agree between editions of one structure', () => {
    const zh = bodyPassages('一。\n\n## 二\n\n> 三\n>\n> — 四')
    expect(haveSamePassages(zh, bodyPassages('One.\n\n## Two\n\n> Three\n>\n> — Four'))).toBe(true)
    expect(haveSamePassages(zh, bodyPassages('One.\n\nTwo\n\n> Three'))).toBe(false)
    expect(haveSamePassages(zh, bodyPassages('One.\n\n## Two'))).toBe(false)
  })
})

describe('insertBlock', () => {
  test.each([
    ['at the beginning', 0, `${PHOTO}\n\n一。\n\n二。`],
    ['in between', 2, `一。\n\n${PHOTO}\n\n二。`],
    ['at the end', 6, `一。\n\n二。\n\n${PHOTO}`],
  ])('puts a photo %s', (_name, end, body) => {
    expect(insertBlock('一。\n\n二。', end, PHOTO)).toEqual({ ok: true, body })
  })

  test('puts the first block into an empty body', () => {
    expect(insertBlock('\n', 0, PHOTO)).toEqual({ ok: true, body: PHOTO })
  })

  test('keeps the indentation of what follows', () => {
    expect(insertBlock('一\n\n  二', 1, PHOTO)).toEqual({ ok: true, body: `一\n\n${PHOTO}\n\n  二` })
  })

  test.each([
    ['an open fence', '```\n程式碼', 7],
    ['a list', '1. 一\n2. 二', 4],
    ['a sentence', '一二三四', 2],
    ['a table and its caption', '| 年 |\n|---|\n| 1 |\n\n表：二', 20],
  ])('does not break %s', (_name, source, end) => {
    expect(insertBlock(source, end, PHOTO)).toEqual({ ok: false, reason: 'unfit' })
  })

  test('says when the body would be over a limit', () => {
    const full = `${'港'.repeat(33_320)}\n\n`.repeat(1)
    const answer = insertBlock(`${'字\n\n'.repeat(1490)}${full.slice(0, 15_000)}`, 0, `${PHOTO}\n\n`.repeat(200))
    expect(answer.ok).toBe(false)
    expect(answer).toMatchObject({ reason: 'limit' })
  })
})

/** Pieces of Markdown that editors write, well and badly. */
const PIECES = [
  '一段文字。',
  'One paragraph\nwith two lines.',
  '## 小標題',
  '## 小標題\n文字',
  '文字\n## 小標題',
  '### Heading ###',
  '- 一\n- 二',
  '- 一\n\n- 二',
  '1. one\n\n   more\n\n2. two',
  '文字\n- 一',
  '  - 縮排',
  '   縮排的文字',
  '    四格縮排',
  '* a\n* b',
  '10) ten',
  '> 引文\n>\n> — 講者',
  '> 引文',
  '> - 一\n>\n> - 二',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'a | b\n-|-\n1 | 2',
  '表：說明',
  ': caption',
  'Table: caption',
  '```\ncode\n\nmore\n```',
  '~~~ js\n```\n\n~~~',
  '```',
  '- ```\n  code\n\n  more\n  ```',
  '***',
  '- - -',
  '---',
  '![alt](photo:k "caption")',
  '文字 ![](photo:k)',
  '![](photo:k)\n文字',
  '<div>\n\n</div>',
  '[a]: https://example.org/',
  '\\# 不是標題',
  '**粗體**',
  '#標籤',
  '#',
  '',
]

const body = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('\n', '\n\n', '\n\n\n', ' \n\n')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''))

test('behind every passage a photo can be put without changing anything else, whatever the body', () => {
  fc.assert(
    fc.property(body, (source) => {
      const parsed = parseBody(source)
      if (!parsed.ok) return
      const isOpen = fenceIsOpen(source)
      for (const { end } of [{ end: 0 }, ...bodyPassages(source)]) {
        const isLast = source.slice(end).trim() === ''
        const answer = insertBlock(source, end, PHOTO)
        if (!(isOpen && isLast)) expect(answer, JSON.stringify([source, end])).toMatchObject({ ok: true })
      }
    }),
    { numRuns: 1000, seed: 20261125 },
  )
})

/** Only the parser knows: what stands behind everything is swallowed by a fence that is never closed. */
function fenceIsOpen(source: string): boolean {
  const parsed = parseBody(`${source}\n\n## end`)
  return parsed.ok && parsed.tree.blocks.at(-1)?.type !== 'heading'
}

test('the longest body is looked through in a moment', () => {
  const source = '數碼港今日宣布成立新基金，支援香港的初創企業。\n\n'.repeat(1_300)
  const startMs = performance.now()
  expect(bodyPassages(source)).toHaveLength(1_300)
  expect(performance.now() - startMs).toBeLessThan(200)
})
