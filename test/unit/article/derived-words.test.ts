import { describe, expect, test } from 'vitest'
import { settleWords, shownWords, type TypedWords } from '../../../src/article/derived-words.ts'

/** Stands for the conversion: what it makes can be told from what was written. */
const convert = (text: string) => `<${text}>`

const shown = (hant: string, hans: string): TypedWords =>
  shownWords({ 'zh-hant': hant, 'zh-hans': hans, en: 'x' }, convert(hant))

describe('Simplified words', () => {
  test('follow the conversion while nobody writes over them', () => {
    expect(settleWords({ ...shown('a', '<a>'), 'zh-hant': 'b' }, convert).words['zh-hans']).toBe('<b>')
  })

  test('follow it again when they are emptied', () => {
    expect(settleWords({ ...shown('a', 'own'), 'zh-hans': '' }, convert).words['zh-hans']).toBe('<a>')
  })

  test('stay as an editor wrote them while the Traditional words stay', () => {
    const settled = settleWords(shown('a', 'own'), convert)
    expect(settled).toEqual({ words: { 'zh-hant': 'a', 'zh-hans': 'own', en: 'x' }, made: '<a>', outlived: '' })
  })

  test('are made again, and the written ones shown, when the Traditional words change', () => {
    const settled = settleWords({ ...shown('a', 'own'), 'zh-hant': 'b' }, convert)
    expect(settled.words['zh-hans']).toBe('<b>')
    expect(settled.outlived).toBe('own')
  })

  test('written anew together with the Traditional words count as written', () => {
    const settled = settleWords({ ...shown('a', 'own'), 'zh-hant': 'b', 'zh-hans': 'mine' }, convert)
    expect(settled).toMatchObject({ words: { 'zh-hans': 'mine' }, outlived: '' })
  })

  test('put back as they were after the question count as written', () => {
    const { words, made } = settleWords({ ...shown('a', 'own'), 'zh-hant': 'b' }, convert)
    const again = settleWords({ ...shownWords(words, made), 'zh-hans': 'own' }, convert)
    expect(again).toMatchObject({ words: { 'zh-hans': 'own' }, outlived: '' })
  })

  test('are empty where there is nothing to convert', () => {
    expect(settleWords(shown('', ''), convert).words['zh-hans']).toBe('')
  })
})
