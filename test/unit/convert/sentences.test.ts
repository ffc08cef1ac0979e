import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { converter, TO_HANS, TO_HANT } from './tables.ts'

const file = path.join(import.meta.dirname, '../../fixtures/hong-kong-sentences.txt')
const pairs = readFileSync(file, 'utf8')
  .split('\n\n')
  .slice(1)
  .map((pair) => pair.trim().split('\n') as [string, string])

/** What Simplified does not tell: animals have a pronoun of their own, 余 may be a surname, and 巿 was a slip. */
const NOT_TOLD = new Map([
  ['巿民', '市民'],
  ['為牠', '為它'],
  ['其余姓', '其餘姓'],
  ['造假帳', '造假賬'],
])

describe('sentences of Hong Kong newsrooms', () => {
  it.each(pairs)('%s', (hant, hans) => {
    expect(converter.convert(hant, TO_HANS)).toBe(hans)
    const back = [...NOT_TOLD].reduce((text, [from, to]) => text.replace(from, to), hant)
    expect(converter.convert(hans, TO_HANT)).toBe(back)
  })

  it('leave little to ask: at most one doubt in 1,000 characters, each way', () => {
    const doubts = (texts: readonly string[], options: typeof TO_HANS | typeof TO_HANT) =>
      texts.flatMap((text) => converter.trace(text, options).spans.filter(({ confidence }) => confidence === 'low'))
        .length
    const characters = pairs.reduce((sum, [hant]) => sum + hant.length, 0)
    expect(characters).toBeGreaterThan(2900)
    expect(
      doubts(
        pairs.map(([hant]) => hant),
        TO_HANS,
      ),
    ).toBeLessThanOrEqual(characters / 1000)
    expect(
      doubts(
        pairs.map(([, hans]) => hans),
        TO_HANT,
      ),
    ).toBeLessThanOrEqual(characters / 1000)
  })
})
