import { describe, expect, it } from 'vitest'
import { countReading, readingMinutes } from '../../../src/article/reading-time.ts'

describe('countReading', () => {
  it.each([
    ['數碼港，𠮷野家。', 6, 0],
    ['Start-ups’ 1,900 ideas at www.cyberport.hk', 0, 5],
    ['數碼港AI與5G', 4, 2],
    ['、。「」', 0, 0],
    ['', 0, 0],
  ])('%j: %i Han, %i words', (text, hanCount, wordCount) => {
    expect(countReading(text)).toEqual({ hanCount, wordCount })
  })
})

describe('readingMinutes', () => {
  it.each([
    [0, 0, 1],
    [500, 0, 1],
    [2_000, 0, 5],
    [0, 1_150, 5],
    [1_200, 460, 5],
  ])('%i Han and %i words: %i minutes', (hanCount, wordCount, minutes) => {
    expect(readingMinutes({ hanCount, wordCount })).toBe(minutes)
  })
})
