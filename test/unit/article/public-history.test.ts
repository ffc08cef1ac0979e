import { describe, expect, test } from 'vitest'
import { type HistoryRow, publicStates, shownAt } from '../../../src/article/public-history.ts'

const NOW_MS = 1_000

function row(fields: Partial<HistoryRow>): HistoryRow {
  return {
    ...{ edition: 'en', pastId: null, replacedAtMs: null, state: 'published', publishedAtMs: 100, embargoed: false },
    ...{ updatedAtMs: null, withdrawnAtMs: null, correctedAtMs: null, act: 'published', actedAtMs: 100, actedBy: 'a' },
    ...{ title: 'Title', revision: 1, conversionVersion: null, approvedBy: null, approvedAtMs: null },
    ...fields,
  }
}

/** `event shown from-until`, newest first. */
function told(rows: readonly HistoryRow[]): string[] {
  return publicStates(rows, NOW_MS).map(
    ({ event, shown, fromMs, untilMs }) => `${event} ${shown} ${fromMs}-${untilMs ?? ''}`,
  )
}

const past = (pastId: number, replacedAtMs: number, fields: Partial<HistoryRow>) =>
  row({ ...fields, pastId, replacedAtMs })

describe('publicStates', () => {
  const cases: [string, HistoryRow[], string[]][] = [
    ['nothing', [], []],
    ['one text', [row({})], ['published text 100-']],
    [
      'an update and a correction',
      [row({ act: 'corrected', actedAtMs: 300 }), past(1, 200, {}), past(2, 300, { act: 'updated', actedAtMs: 200 })],
      ['corrected text 300-', 'updated text 200-300', 'published text 100-200'],
    ],
    ['a schedule whose time has come', [row({ act: 'scheduled', actedAtMs: 50 })], ['released text 100-']],
    ['a schedule whose time has not come', [row({ act: 'scheduled', publishedAtMs: 2_000 })], []],
    [
      'an embargo and its end',
      [row({ act: 'embargoed', embargoed: true, actedAtMs: 50 })],
      ['lifted text 100-', 'embargoed notice 50-100'],
    ],
    [
      'an embargo that lasts',
      [row({ act: 'embargoed', embargoed: true, actedAtMs: 50, publishedAtMs: 2_000 })],
      ['embargoed notice 50-2000'],
    ],
    [
      'an embargo that was set to another time',
      [
        past(1, 60, { act: 'embargoed', embargoed: true, actedAtMs: 50, publishedAtMs: 500 }),
        row({ act: 'embargoed', embargoed: true, actedAtMs: 60, publishedAtMs: 2_000 }),
      ],
      ['embargoed notice 60-2000', 'embargoed notice 50-60'],
    ],
    [
      'an embargo that was withdrawn, and put back',
      [
        past(1, 60, { act: 'embargoed', embargoed: true, actedAtMs: 50, publishedAtMs: 2_000 }),
        past(2, 70, { act: 'withdrawn', state: 'withdrawn', embargoed: true, actedAtMs: 60, publishedAtMs: 2_000 }),
        row({ actedAtMs: 70, publishedAtMs: 70 }),
      ],
      ['put-back text 70-', 'withdrawn withdrawn 60-70', 'embargoed notice 50-60'],
    ],
    [
      'a text of which nobody wrote down who did it',
      [
        past(1, 200, { act: null, actedAtMs: null }),
        past(2, 300, { act: null, actedAtMs: null, updatedAtMs: 200 }),
        past(3, 400, { act: null, actedAtMs: null, updatedAtMs: 300, correctedAtMs: 300 }),
        row({ act: null, actedAtMs: null, state: 'withdrawn', withdrawnAtMs: 400 }),
      ],
      ['withdrawn withdrawn 400-', 'corrected text 300-400', 'updated text 200-300', 'published text 100-200'],
    ],
    [
      'rows that were kept although nothing changed',
      [past(1, 200, { act: null, actedAtMs: null }), past(2, 300, { act: null, actedAtMs: null }), row({})],
      ['published text 100-'],
    ],
    ['an act that another followed in the same moment', [past(1, 100, {}), row({})], ['published text 100-']],
  ]
  test.each(cases)('%s', (_name, rows, expected) => {
    expect(told(rows)).toEqual(expected)
  })
})

describe('shownAt', () => {
  const states = publicStates(
    [
      row({ edition: 'zh-hant', publishedAtMs: 100 }),
      past(1, 300, { publishedAtMs: 200, actedAtMs: 200 }),
      row({ state: 'withdrawn', act: 'withdrawn', actedAtMs: 300, publishedAtMs: 200 }),
    ],
    NOW_MS,
  )
  test.each([
    ['before everything', 'en', 99, 'nothing'],
    ['when another edition could be read', 'en', 100, 'elsewhere'],
    ['from the first millisecond', 'en', 200, 'text'],
    ['to the last', 'en', 299, 'text'],
    ['after the withdrawal', 'en', 300, 'withdrawn'],
    ['an edition that was never public', 'zh-hans', 300, 'elsewhere'],
  ] as const)('%s', (_name, edition, atMs, expected) => {
    const answer = shownAt(states, edition, atMs)
    expect(answer.kind === 'state' ? answer.state.shown : answer.kind).toBe(expected)
  })

  test('when the others have a notice only', () => {
    const embargoed = publicStates([row({ act: 'embargoed', embargoed: true, actedAtMs: 50 })], NOW_MS)
    expect(shownAt(embargoed, 'zh-hant', 60)).toEqual({ kind: 'as-others', shown: 'notice' })
    const withdrawn = publicStates([row({ act: 'withdrawn', state: 'withdrawn', actedAtMs: 50 })], NOW_MS)
    expect(shownAt(withdrawn, 'zh-hant', 60)).toEqual({ kind: 'as-others', shown: 'withdrawn' })
  })
})
