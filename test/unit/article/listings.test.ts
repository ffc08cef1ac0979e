import { describe, expect, test } from 'vitest'
import { type EditionState, listingsOf, NEVER_MS } from '../../../src/article/listings.ts'

const published = (edition: EditionState['edition'], publishedAtMs: number): EditionState => ({
  edition,
  state: 'published',
  publishedAtMs,
})

describe('where an article is listed', () => {
  test('in each edition with its own text', () => {
    const listings = listingsOf([published('zh-hant', 1), published('zh-hans', 1), published('en', 1)])
    expect(listings.map(({ edition, shownEdition, untilMs }) => [edition, shownEdition, untilMs])).toEqual([
      ['zh-hant', 'zh-hant', NEVER_MS],
      ['zh-hans', 'zh-hans', NEVER_MS],
      ['en', 'en', NEVER_MS],
    ])
  })

  test('in English with the Chinese text while there is no English one', () => {
    expect(listingsOf([published('zh-hant', 1)]).filter(({ edition }) => edition === 'en')).toEqual([
      { edition: 'en', shownEdition: 'zh-hant', publishedAtMs: 1, untilMs: NEVER_MS },
    ])
  })

  test('with the Chinese text until the English one appears', () => {
    expect(listingsOf([published('zh-hant', 1), published('en', 9)]).filter(({ edition }) => edition === 'en')).toEqual(
      [
        { edition: 'en', shownEdition: 'en', publishedAtMs: 9, untilMs: NEVER_MS },
        { edition: 'en', shownEdition: 'zh-hant', publishedAtMs: 1, untilMs: 9 },
      ],
    )
  })

  test('prefers the other Chinese edition to English', () => {
    const [simplified] = listingsOf([published('en', 1), published('zh-hant', 1)]).filter(
      ({ edition }) => edition === 'zh-hans',
    )
    expect(simplified?.shownEdition).toBe('zh-hant')
  })

  test('nowhere in an edition whose text was withdrawn, and never with a withdrawn text', () => {
    const states: EditionState[] = [{ edition: 'zh-hant', state: 'withdrawn', publishedAtMs: 1 }, published('en', 1)]
    expect(listingsOf(states).map(({ edition, shownEdition }) => [edition, shownEdition])).toEqual([
      ['zh-hans', 'en'],
      ['en', 'en'],
    ])
    expect(listingsOf([{ edition: 'en', state: 'withdrawn', publishedAtMs: 1 }])).toEqual([])
  })
})
