import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latinPassages, markLanguages } from '../../../src/article/language-marks.ts'
import type { Edition } from '../../../src/edition/editions.ts'

/** Marked passages in brackets. */
function marked(text: string, edition: Edition): string {
  return markLanguages(text, edition)
    .map((piece) => (piece.lang ? `[${piece.text}]` : piece.text))
    .join('')
}

describe('English in a Chinese edition', () => {
  const cases: [string, string][] = [
    ['a passage of four words', '「[Cyberport Creative Micro Fund]」計劃'],
    ['three words', '[Smart City Blueprint]'],
    ['two words stay', '獲 Smart City 認可'],
    ['a single name stays', '數碼港（Cyberport）'],
    ['acronyms stay', '5G/AI、IoT、ESG GDP NASA 等'],
    ['words joined by a slash stay', 'Android/iOS/Windows/Linux'],
    ['a product name of three words is a passage', '新的 [iPhone 15 Pro Max]。'],
    ['digits and punctuation inside belong to it', '其 [Annual Report 2021/22 of the Hong Kong (SAR)]，'],
    ['its brackets stay with it', '（[Hong Kong Science Park (Phase 3)]）'],
    ['brackets around it do not', '創投基金([Cyberport Macro Fund])成立'],
    ['a full stop of its own belongs to it', '他說 [We are proud of it.] 之後'],
    ['a number before a Chinese unit does not', '在 [The Policy Address] 2022年'],
    ['a number at the end does', '見 [The Policy Address 2022]'],
    ['an address is no word', '請瀏覽 www.cyberport.hk 或 https://a.hk/b 或 a@b.hk'],
    ['an address inside a passage', '[Please visit www.cyberport.hk for details]'],
    ['typographic quotation marks around it', '“[Cyberport Creative Micro Fund]”项目'],
    ['words on both sides of Han are not counted together', 'Smart City 與 Cyberport Fund'],
    ['a dash separates words', '[Cyberport — the digital hub]'],
    ['an English accent', '[The café and the naïve reader]'],
    ['another language, perhaps', 'Ville de Paris et départements'],
    ['another language without accents', 'Ensemble, construisons une ville intelligente et durable'],
    ['one foreign word in an English name', '[Cirque du Soleil Hong Kong]'],
    ['Chinese only', '數碼港歡迎「藍圖」'],
    ['nothing', ''],
  ]
  it.each(cases)('%s: %s', (_, expected) => {
    expect(marked(expected.replace(/[[\]]/g, ''), 'zh-hant')).toBe(expected)
    expect(marked(expected.replace(/[[\]]/g, ''), 'zh-hans')).toBe(expected)
  })

  it('that may be another language is known, and not marked', () => {
    expect(
      latinPassages('見 Câmara Municipal de São Paulo 網站').map(({ english, words }) => ({ english, words })),
    ).toEqual([{ english: false, words: 5 }])
  })
})

describe('Chinese in the English edition', () => {
  const cases: [string, string][] = [
    ['a word', 'The Blueprint ([藍圖]) is'],
    ['with its own marks', 'called [「香港創新科技發展藍圖」，] it'],
    ['with spaces and digits between', 'on [2022年12月22日] and [新聞稿 即時發布]'],
    ['beyond the Basic Plane', 'the [𠮷野家] sign'],
    ['English only', 'Plain English, “quoted”.'],
  ]
  it.each(cases)('%s: %s', (_, expected) => {
    const text = expected.replace(/[[\]]/g, '')
    // The first number of a date stands before the first Han and is read in English.
    expect(marked(text, 'en').replace(/(\d+)\[/g, '[$1')).toBe(expected)
  })

  it('carries the language of the paired edition', () => {
    expect(markLanguages('藍圖', 'en')).toEqual([{ text: '藍圖', lang: 'zh-HK' }])
    expect(markLanguages('蓝图', 'en', 'zh-hans')).toEqual([{ text: '蓝图', lang: 'zh-CN' }])
  })
})

it('the pieces together are the text', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom('數碼', ' ', 'Smart City Fund', '，', '(', ')', '2022', '。', 'a@b.hk', '“'),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.constantFrom('zh-hant', 'zh-hans', 'en'), (value, edition) => {
      expect(
        markLanguages(value, edition)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(value)
    }),
    { seed: 312, numRuns: 500 },
  )
})
