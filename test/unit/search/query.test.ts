import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/search/fold.ts'
import { anyPhrase, matchExpression, parseQuery, QUERY_CHARS_MAX, QUERY_TERMS_MAX } from '../../../src/search/query.ts'
import { finderOf, markFound, openingOf, otherSpellings, snippetOf } from '../../../src/search/snippet.ts'
import { indexText, tokenise } from '../../../src/search/tokenise.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(...'數碼港数码"“”「」『』 ,1900年月日億aZé*^(){}:-\u0000\ud800\udc00\u200d'),
    maxLength: 300,
  }),
)
const settings = { seed: 20221222, numRuns: 1500 }

describe('tokens', () => {
  test.each([
    ['數碼港', '数码 码港 港'],
    ['AI數碼港有17億元', 'ai 数码 码港 港有 有 17 亿元 元'],
    ['1,900間', '1900 间'],
    ['１，９００', '1900'],
    ['Café 𠮷野', 'cafe u20bb7野 野'],
    ['港', '港'],
    ['，。！', ''],
  ])('of %s', (text, tokens) => {
    expect(indexText(text)).toBe(tokens)
  })

  test('stand where they are in the text, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { text: token, start, end } of tokenise(text)) {
          expect(token).toMatch(/^[\p{L}\p{N}]+$/u)
          expect(start >= 0 && start < end && end <= text.length).toBe(true)
        }
        expect(fold(text)).toHaveLength(text.length)
      }),
      settings,
    )
  })
})

describe('a query', () => {
  test('has no operators: everything typed is inside quotation marks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { terms } = parseQuery(text)
        expect(terms.length).toBeLessThanOrEqual(QUERY_TERMS_MAX)
        const outside = matchExpression({ terms }).replace(/"[\p{L}\p{N} ]+"/gu, '')
        expect(outside).toMatch(/^(?:\{(?:title subtitle body topics|facets)\} : | \*| AND | OR |[()])*$/)
      }),
      settings,
    )
  })

  test('says when it was cut', () => {
    expect(parseQuery('港'.repeat(QUERY_CHARS_MAX)).cut).toBe('none')
    expect(parseQuery('港'.repeat(QUERY_CHARS_MAX + 1)).cut).toBe('chars')
    expect(parseQuery('a '.repeat(QUERY_TERMS_MAX + 1)).cut).toBe('terms')
    expect(parseQuery('港'.repeat(100_000)).text).toHaveLength(QUERY_CHARS_MAX)
  })

  test.each([
    ['2022-12-22', 12, 22],
    ['22/12/2022', 12, 22],
    ['2022年12月22日', 12, 22],
    ['22 December 2022', 12, 22],
    ['Dec 22, 2022', 12, 22],
    ['２０２２年１２月', 12, undefined],
    ['december 2022', 12, undefined],
  ])('%s is a date', (text, month, day) => {
    expect(parseQuery(text).dates).toEqual([expect.objectContaining({ year: 2022, month, ...(day ? { day } : {}) })])
  })

  test.each(['2022-13-01', '2022-02-30', '31/11/2022', '1,900', '12-2022-1', '2022'])('%s is no date', (text) => {
    expect(parseQuery(text).dates).toEqual([])
    expect(parseQuery(text).terms.length).toBeGreaterThan(0)
  })
})

describe('a snippet', () => {
  const finder = (q: string) => finderOf(parseQuery(q).terms)
  const found = (q: string, text: string) => {
    const marked = markFound(text, finder(q))
    return marked.found.map(({ start, end }) => marked.text.slice(start, end))
  }

  test.each([
    ['数码港', '歡迎來到數碼港。', ['數碼港']],
    ['1900', '超過1,900間', ['1,900']],
    ['cyber', 'Cyberport is not cyber.', ['Cyber', 'cyber']],
    ['port', 'Cyberport', []],
    ['「創新 科技」', '創新科技', ['創新科技']],
    ['.*', '.*', []],
  ])('of %s in %s marks %j', (q, text, marks) => {
    expect(found(q, text)).toEqual(marks)
  })

  test('shows the find deep in a text, in the text’s own script', () => {
    const text = `${'今天天氣很好。'.repeat(900)}歡迎來到數碼港參觀。${'再見。'.repeat(50)}`
    const snippet = snippetOf(text, finder('数码港'))
    expect(snippet?.text).toContain('歡迎來到數碼港參觀')
    expect(snippet?.text.length).toBeLessThan(90)
    expect(otherSpellings('数码港', snippet ? [snippet] : [])).toEqual(['數碼港'])
  })

  test('is well formed and in bounds, whatever is asked of whatever', () => {
    fc.assert(
      fc.property(anyText, anyText, (q, text) => {
        const clean = text.toWellFormed()
        for (const marked of [snippetOf(clean, finder(q)), openingOf(clean), markFound(clean, finder(q))]) {
          if (!marked) continue
          expect(marked.text.isWellFormed()).toBe(true)
          let at = 0
          for (const { start, end } of marked.found) {
            expect(at <= start && start < end && end <= marked.text.length).toBe(true)
            at = end
          }
        }
      }),
      settings,
    )
  })
})

describe('words as they stand', () => {
  test('are phrases of the index, any of which is enough', () => {
    expect(anyPhrase(['機械人', 'AI'])).toBe(
      `(${parseQuery('「機械人」').terms[0]?.match}) OR (${parseQuery('"AI"').terms[0]?.match})`,
    )
  })

  test('that the index does not know are not asked for', () => {
    expect(anyPhrase(['機械人', '·'])).toBe('')
    expect(anyPhrase(['"'])).toBe('')
  })
})
