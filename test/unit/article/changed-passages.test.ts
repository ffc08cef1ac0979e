import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPassages } from '../../../src/article/changed-passages.ts'

describe('changedPassages', () => {
  it('gives the sentences that differ, and nothing for equal texts', () => {
    const before = '今天有雨。机械人来了！明天晴；机械人走了。'
    const after = '今天有雨。机器人来了！明天晴；机器人走了。'
    expect(changedPassages(before, after)).toEqual([
      { before: '机械人来了！', after: '机器人来了！' },
      { before: '机械人走了。', after: '机器人走了。' },
    ])
    expect(changedPassages(before, before)).toEqual([])
  })

  it('cuts a long sentence to what stands around the difference', () => {
    const [passage] = changedPassages(
      `${'前'.repeat(90)}械${'后'.repeat(90)}`,
      `${'前'.repeat(90)}器具${'后'.repeat(90)}`,
    )
    expect(passage).toEqual({
      before: `…${'前'.repeat(40)}械${'后'.repeat(40)}…`,
      after: `…${'前'.repeat(40)}器具${'后'.repeat(40)}…`,
    })
  })

  it('compares the whole where an ending was put in or taken away', () => {
    expect(changedPassages('甲。乙', '甲乙')).toEqual([{ before: '甲。乙', after: '甲乙' }])
  })

  it('never cuts a character in half', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '𠮷', '𤋮', '。', ' '), maxLength: 200 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        for (const passage of changedPassages(before, after)) {
          expect(passage.before.isWellFormed() && passage.after.isWellFormed()).toBe(true)
        }
      }),
      { seed: 1 },
    )
  })

  it('shows a difference in every passage, and finds one wherever there is one', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '。', '丙'), maxLength: 120 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const passages = changedPassages(before, after)
        expect(passages.length > 0).toBe(before !== after)
        for (const passage of passages) expect(passage.before).not.toBe(passage.after)
      }),
      { seed: 2 },
    )
  })
})
