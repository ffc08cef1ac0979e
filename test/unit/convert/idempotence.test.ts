import { describe, expect, it } from 'vitest'
import { readOpencc } from '../../../src/cli/dictionary/opencc-source.ts'
import { converter, TO_HANS, TO_HANT } from './tables.ts'

const source = readOpencc()
const dictionaries = [
  source.stPhrases,
  source.stPhrasesRegional,
  source.stCharacters,
  source.tsPhrases,
  source.tsCharacters,
  source.hkVariantsPhrases,
  source.hkVariantsRevPhrases,
]
const words = [...new Set(dictionaries.flatMap((dictionary) => [...dictionary].flat()))]

/** Every character that OpenCC knows in Simplified text. */
const simplified = new Set([...source.stCharacters.keys(), ...[...source.stPhrases.keys()].join('')])

/** Words whose result changes when it is converted once more. */
function unstable(options: typeof TO_HANS | typeof TO_HANT): [string, string][] {
  return words
    .map((word): [string, string] => {
      const once = converter.convert(word, options)
      return [once, converter.convert(once, options)]
    })
    .filter(([once, twice]) => once !== twice)
}

describe('converting a result once more', () => {
  it('changes nothing in Simplified', () => {
    // 薴 becomes 苧, which is also the Traditional 苧 (ramie), whose Simplified form is 苎: OpenCC's rows 薴 → 苧 and 苧 → 苎.
    expect(unstable(TO_HANS)).toEqual([
      ['苧悴', '苎悴'],
      ['苧烯', '苎烯'],
      ['苧', '苎'],
    ])
  })

  it('changes only characters of Traditional that both scripts share, read as Simplified', () => {
    // 萬里 is Traditional; read as Simplified, 里 alone is 裏. About 1 % of the words have such a character.
    const exceptions = unstable(TO_HANT)
    expect(exceptions.length / words.length).toBeLessThan(0.015)
    for (const [once, twice] of exceptions) {
      const after = [...twice]
      const changed = [...once].filter((character, index) => character !== after[index])
      expect(
        changed.every((character) => simplified.has(character)),
        once,
      ).toBe(true)
    }
  })
})
