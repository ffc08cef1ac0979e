import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DiffPart, diffText } from '../../../src/article/text-diff.ts'

const join = (parts: readonly DiffPart[], not: DiffPart['kind']) =>
  parts.map(({ kind, text }) => (kind === not ? '' : text)).join('')

describe('the difference of two texts', () => {
  test('gives both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('數', '碼', '港', 'Cyberport ', '\n', '，', '12', '𠮷'), { maxLength: 60 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffText(before.join(''), after.join(''))
        expect(join(parts, 'added')).toBe(before.join(''))
        expect(join(parts, 'removed')).toBe(after.join(''))
        expect(parts.every((part, index) => part.kind !== parts[index + 1]?.kind)).toBe(true)
      }),
      { seed: 20261123, numRuns: 500 },
    )
  })

  test('is Han by Han in Chinese and word by word in English', () => {
    expect(diffText('數碼港今日宣布', '數碼港昨日宣布')).toEqual([
      { kind: 'same', text: '數碼港' },
      { kind: 'removed', text: '今' },
      { kind: 'added', text: '昨' },
      { kind: 'same', text: '日宣布' },
    ])
    expect(diffText('a new fund', 'a new found').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'fund' },
      { kind: 'added', text: 'found' },
    ])
  })

  test('of passages with little in common shows them whole, and not the characters that happen to be the same', () => {
    const before = '財務報表顯示，該基金會今年的收入較去年上升。\n\n同一段\n'
    const after = '我們不要求登記，會逐一標出，並作以下改動。\n\n同一段\n'
    expect(diffText(before, after)).toEqual([
      { kind: 'removed', text: '財務報表顯示，該基金會今年的收入較去年上升。\n' },
      { kind: 'added', text: '我們不要求登記，會逐一標出，並作以下改動。\n' },
      { kind: 'same', text: '\n同一段\n' },
    ])
  })

  test('looks into every paragraph of a long text, and keeps tokens that stand on one side alone in their places', () => {
    const text = (words: string, verb: string) =>
      Array.from({ length: 400 }, (_, at) => `第${at}段說到${words}的計劃，並${verb}各項措施。`).join('\n\n')
    const parts = diffText(text('甲乙丙', '介紹'), text('子丑', '說明'))
    expect(parts.slice(-6)).toEqual([
      { kind: 'removed', text: '甲乙丙' },
      { kind: 'added', text: '子丑' },
      { kind: 'same', text: '的計劃，並' },
      { kind: 'removed', text: '介紹' },
      { kind: 'added', text: '說明' },
      { kind: 'same', text: '各項措施。' },
    ])
  })

  test('of 100 KB that is all different takes less than a second', () => {
    const startMs = performance.now()
    diffText('數碼港\n'.repeat(10_000), '港數碼\n'.repeat(10_000))
    expect(performance.now() - startMs).toBeLessThan(1000)
  })
})
