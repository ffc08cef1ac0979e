import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createConverter } from '../../../src/convert/converter.ts'
import { committedTables, converter, TO_HANS, TO_HANT } from './tables.ts'

const fixtures = path.join(import.meta.dirname, '../../fixtures')
const sentences = readFileSync(path.join(fixtures, 'hong-kong-sentences.txt'), 'utf8')
  .split('\n\n')
  .slice(1)
  .map((pair) => pair.trim().split('\n') as [string, string])
const release = readFileSync(path.join(fixtures, 'press-release-2022-12-22.txt'), 'utf8')

/**
 * Phrases are unpacked when a text first has the character with which they begin, so what a converter has seen before must
 * never show.
 */
describe('a converter that has seen nothing gives what one gives that has seen everything', () => {
  it.each([
    { direction: 'to Simplified', options: TO_HANS, texts: sentences.map(([hant]) => hant) },
    { direction: 'to Traditional', options: TO_HANT, texts: sentences.map(([, hans]) => hans) },
  ])('$direction', ({ options, texts }) => {
    const known = createConverter(committedTables)
    const everything = [...texts, release].join('\n')
    known.convert(everything, options)
    for (const text of [...texts, release]) {
      expect(createConverter(committedTables).convert(text, options)).toBe(known.convert(text, options))
      expect(createConverter(committedTables).trace(text, options)).toEqual(known.trace(text, options))
      const withVocabulary = { ...options, vocabulary: true }
      expect(createConverter(committedTables).convert(text, withVocabulary)).toBe(known.convert(text, withVocabulary))
    }
  })

  it('whatever the order of the texts', () => {
    const forwards = createConverter(committedTables)
    const backwards = createConverter(committedTables)
    const texts = sentences.map(([, hans]) => hans)
    const there = texts.map((text) => forwards.convert(text, TO_HANT))
    const back = [...texts].reverse().map((text) => backwards.convert(text, TO_HANT))
    expect(back.reverse()).toEqual(there)
    expect(there).toEqual(texts.map((text) => converter.convert(text, TO_HANT)))
  })

  it('with a strong word whose first character comes only as the end of a phrase', () => {
    for (const text of ['能干预', '市长发言', '有只有', '一部分发表']) {
      expect(createConverter(committedTables).convert(text, TO_HANT)).toBe(converter.convert(text, TO_HANT))
    }
    expect(createConverter(committedTables).convert('能干预', TO_HANT)).toBe('能干預')
  })
})
