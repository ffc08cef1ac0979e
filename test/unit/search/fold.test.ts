import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/search/fold.ts'
import { converter, TO_HANS, TO_HANT } from '../convert/tables.ts'

describe('fold', () => {
  it.each([
    ['裏裡里', '里里里'],
    ['着著', '著着'],
    ['台灣臺灣', '台湾台湾'],
    ['乾淨幹部干預', '干净干部干预'],
    ['ＡＢＣ　１', 'abc 1'],
    ['Café ŽIŽEK', 'cafe zizek'],
    ['說説', '说说'],
    ['私隱', '私隐'],
    ['答覆複雜復甦', '答复复杂复苏'],
    ['\uf900', '豈'],
  ])('gives one form to %s and %s', (one, other) => expect(fold(one)).toBe(fold(other)))

  it('keeps every unit at its place and folds a folded text to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = fold(text)
        expect(folded).toHaveLength(text.length)
        expect(fold(folded)).toBe(folded)
        expect(fold(`甲${text}乙`).slice(1, -1)).toBe(fold(text))
      }),
      { seed: 20261123, numRuns: 1000 },
    )
  })

  it('finds a text in either script, as far as both have as many units', () => {
    const text = '數碼港與港鐵公司簽署備忘錄，隨著創科發展，聯繫內地，裏面有麵包'
    const simplified = converter.convert(text, TO_HANS)
    expect(fold(simplified)).toBe(fold(text))
    expect(fold(converter.convert(simplified, TO_HANT))).toBe(fold(text))
  })
})
