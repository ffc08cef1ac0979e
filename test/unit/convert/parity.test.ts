import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Converter } from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { buildBaseTables } from '../../../src/cli/dictionary/build.ts'
import { readOpencc } from '../../../src/cli/dictionary/opencc-source.ts'
import { createConverter } from '../../../src/convert/converter.ts'
import { seededRandom } from './seeded-random.ts'
import { converter as shipped, TO_HANS, TO_HANT } from './tables.ts'

const source = readOpencc()
const base = createConverter(buildBaseTables(source))
const seedText = readFileSync(path.join(import.meta.dirname, '../../fixtures/press-release-2022-12-22.txt'), 'utf8')

/** All keys and values of OpenCC alone, then strung together at random, then real sentences. */
function lines(seed: number, count: number): string[] {
  const random = seededRandom(seed)
  const dictionaries = [
    source.stPhrases,
    source.stPhrasesRegional,
    source.stCharacters,
    source.tsPhrases,
    source.tsCharacters,
    source.hkVariants,
    source.hkVariantsPhrases,
    source.hkVariantsRev,
    source.hkVariantsRevPhrases,
    source.compatibilityIdeographs,
  ]
  const words = dictionaries.flatMap((dictionary) => [...dictionary].flat())
  const strung = Array.from({ length: count }, () =>
    Array.from({ length: 2 + random(6) }, () => words[random(words.length)]).join(''),
  )
  return [...words, ...strung, ...seedText.split('\n'), ...shipped.convert(seedText, TO_HANS).split('\n')]
}

describe('the base profile (OpenCC data alone)', () => {
  it.each([
    { name: 'hk2s', options: TO_HANS, oracle: Converter({ from: 'hk', to: 'cn' }) },
    { name: 's2hk', options: TO_HANT, oracle: Converter({ from: 'cn', to: 'hk' }) },
  ])('gives what opencc-js gives for $name on more than 1.2 million characters', ({ options, oracle }) => {
    const all = lines(20261123, 75_000)
    const characters = all.reduce((sum, line) => sum + line.length, 0)
    expect(characters).toBeGreaterThan(1_200_000)
    const different = all.filter((line) => base.convert(line, { ...options, quotes: 'keep' }) !== oracle(line))
    expect(different).toEqual([])
  })
})
