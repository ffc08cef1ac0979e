import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GlossaryEntry, glossaryFromEntries } from '../../../src/convert/glossary.ts'
import { converter, TO_HANS, TO_HANT } from './tables.ts'

const DIRECTIONS = [TO_HANS, TO_HANT]
const SEED = 20261123
const runs = (numRuns: number) => ({ seed: SEED, numRuns })

/** Texts of everything that breaks converters: both scripts, variants, astral and private characters, lone surrogates. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...'隨著發展頭髮干預着著藉乾覆復後后只隻里裏面麵并發布松樹范余于鐘钟系統說説，。：「」『』“”‘’︰﹑',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '数码港',
      '數碼港',
      '發展',
      '头发',
      '皇后',
      '“他说”',
      '「藍『圖』」',
      '新征程',
      '余先生',
    ),
  },
  { weight: 2, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCodePoint(code)) },
  { weight: 1, arbitrary: fc.integer({ min: 0x20000, max: 0x323af }).map((code) => String.fromCodePoint(code)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\ud800',
      '\udc00',
      '\ud840',
      '\ue000',
      '\u{f0000}',
      '葛\u{e0100}',
      '\ufe0f',
      '⺀',
      '⽅',
      '豈',
      '⿰亻尔',
      '⿲',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\n',
      '\n\n',
      '\r\n',
      '\t',
      '　',
      '\0',
      '`',
      '<b>',
      '</b>',
      'https://例.cn/數',
      '@',
      'a@b.hk',
    ),
  },
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('conversion', () => {
  it('never changes ASCII', () => {
    const ascii = fc.string({
      unit: fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)),
      maxLength: 200,
    })
    fc.assert(
      fc.property(ascii, (input) => {
        for (const options of DIRECTIONS) expect(converter.convert(input, { ...options, vocabulary: true })).toBe(input)
      }),
      runs(500),
    )
  })

  it('keeps every ASCII character of a mixed text, in order', () => {
    const ascii = (value: string): string => value.replace(/[^\0-\x7f]/g, '')
    fc.assert(
      fc.property(text, (input) => {
        for (const options of DIRECTIONS) expect(ascii(converter.convert(input, options))).toBe(ascii(input))
      }),
      runs(500),
    )
  })

  it('keeps lone surrogates, private characters and variation selectors', () => {
    const isOdd = (code: number): boolean =>
      (code >= 0xd800 && code <= 0xf8ff) || (code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0100
    const odd = (value: string): string[] => [...value].filter((character) => isOdd(character.codePointAt(0) ?? 0))
    fc.assert(
      fc.property(text, (input) => {
        for (const options of DIRECTIONS) expect(odd(converter.convert(input, options))).toEqual(odd(input))
      }),
      runs(500),
    )
  })

  it('is the same in one piece, traced, and as runs', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (pieces) => {
        const input = pieces.join('')
        for (const options of DIRECTIONS) {
          const whole = converter.convert(input, options)
          expect(converter.trace(input, options).result).toBe(whole)
          const converted = converter.convertRuns(
            pieces.map((piece) => ({ text: piece })),
            options,
          )
          expect(converted).toHaveLength(pieces.length)
          expect(converted.join('')).toBe(whole)
        }
      }),
      runs(400),
    )
  })

  it('tiles the text with spans that rebuild the result', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (input, vocabulary) => {
        for (const options of DIRECTIONS) {
          const { result, spans } = converter.trace(input, { ...options, vocabulary })
          let start = 0
          let resultStart = 0
          for (const span of spans) {
            expect([span.start, span.resultStart]).toEqual([start, resultStart])
            expect(span.from).toBe(input.slice(span.start, span.end))
            expect(span.to).toBe(result.slice(span.resultStart, span.resultEnd))
            expect(span.end).toBeGreaterThan(span.start)
            if (span.layer === 'unchanged') expect(span.to).toBe(span.from)
            start = span.end
            resultStart = span.resultEnd
          }
          expect([start, resultStart]).toEqual([input.length, result.length])
        }
      }),
      runs(400),
    )
  })
})

describe('a glossary', () => {
  const word = fc
    .array(fc.constantFrom(...'數码碼港發发展并著藉里'), { minLength: 1, maxLength: 4 })
    .map((letters) => letters.join(''))
  const entry: fc.Arbitrary<GlossaryEntry> = fc.record({
    kind: fc.constantFrom('lock', 'name', 'term'),
    hant: word,
    hans: word,
    direction: fc.constantFrom('both', 'to-hans', 'to-hant'),
  })

  it('of any content neither loops nor loses text around its terms', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), text, (entries, input) => {
        const glossary = glossaryFromEntries(entries)
        for (const options of DIRECTIONS) {
          const { result, spans } = converter.trace(input, { ...options, glossary })
          expect(spans.map((span) => span.to).join('')).toBe(result)
          expect(converter.convert(input, { ...options, glossary })).toBe(result)
        }
      }),
      runs(300),
    )
  })

  it('always keeps its locks, whatever words lie around them', () => {
    const around = fc
      .array(fc.constantFrom(...'數碼港發展头髮并布余先生着「」'), { maxLength: 6 })
      .map((letters) => letters.join(''))
    fc.assert(
      fc.property(word, around, around, (lock, before, after) => {
        fc.pre(!(before + lock).slice(0, -1).includes(lock))
        const glossary = glossaryFromEntries([{ kind: 'lock', hant: lock, hans: lock, direction: 'both' }])
        for (const options of DIRECTIONS) {
          const span = converter
            .trace(before + lock + after, { ...options, glossary })
            .spans.find(({ layer }) => layer === 'glossary')
          expect(span?.to).toBe(lock)
          expect(span?.start).toBeLessThanOrEqual(before.length)
        }
      }),
      runs(300),
    )
  })
})
