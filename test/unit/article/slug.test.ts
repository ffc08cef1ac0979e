import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARTICLE_KINDS } from '../../../src/article/content.ts'
import { neutralSlug, parseSlug, suggestedSlugCharsMax, suggestSlug } from '../../../src/article/slug.ts'

describe('parseSlug', () => {
  it.each(['abc', 'a-b', '2022-12-22-press-release-1', 'a'.repeat(80), '123'])('reads %j', (raw) => {
    expect(parseSlug(raw)).toBe(raw)
  })
  it.each([
    '',
    'ab',
    '-abc',
    'abc-',
    'a--b',
    'Abc',
    'a b',
    ' abc',
    'abc\n',
    'a_b',
    'a.b',
    'a/b',
    '数码港',
    'ａｂｃ',
    'a'.repeat(81),
    'admin',
    'new',
    'zh-hant',
    'undefined',
    undefined,
    null,
    123,
    ['abc'],
    {},
  ])('refuses %j', (raw) => {
    expect(parseSlug(raw)).toBeUndefined()
  })
})

describe('suggestSlug', () => {
  const source = { kind: 'press-release', dateIso: '2022-12-22', number: 1 } as const
  const cases: [string, string][] = [
    [
      'Cyberport welcomes the Innovation and Technology Development Blueprint of Hong Kong',
      'cyberport-welcomes-the-innovation-and-technology-development',
    ],
    ['How we derive Simplified Chinese', 'how-we-derive-simplified-chinese'],
    ['Cyberport’s R&D: HK$1.7 billion, 1,900 start-ups', 'cyberports-r-and-d-hk-17-billion-1900-start-ups'],
    ['Café & Naïve', 'cafe-and-naive'],
    ['', '2022-12-22-press-release-1'],
    ['數碼港歡迎「香港創新科技發展藍圖」', '2022-12-22-press-release-1'],
    ['數碼港 AI Lab 開幕', '2022-12-22-press-release-1'],
    ['AI', '2022-12-22-press-release-1'],
    ['2022 12', '2022-12-22-press-release-1'],
    ['!!!', '2022-12-22-press-release-1'],
    ['a'.repeat(100), '2022-12-22-press-release-1'],
    ['Zh-Hant', '2022-12-22-press-release-1'],
  ]
  it.each(cases)('%j: %s', (title, slug) => {
    expect(suggestSlug({ ...source, title })).toBe(slug)
  })

  it('leaves out a date that is none, and counts from 1', () => {
    expect(neutralSlug({ kind: 'notice', dateIso: '', number: 0 })).toBe('notice-1')
    expect(neutralSlug({ kind: 'media-invitation', dateIso: '22/12/2022', number: 1e21 })).toBe('media-invitation-1')
  })

  it('is always a slug', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...ARTICLE_KINDS),
        fc.string(),
        fc.double(),
        (title, kind, dateIso, number) => {
          const slug = suggestSlug({ title, kind, dateIso, number })
          expect(parseSlug(slug)).toBe(slug)
          expect(slug.length).toBeLessThanOrEqual(suggestedSlugCharsMax)
        },
      ),
      { seed: 60 },
    )
  })
})
