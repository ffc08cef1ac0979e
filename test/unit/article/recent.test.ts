import { expect, test } from 'vitest'
import { recently } from '../../../src/article/recent.ts'

test('the last results are remembered by their whole text, older ones are made again', () => {
  const asked: string[] = []
  const length = recently((text) => {
    asked.push(text)
    return { length: text.length }
  }, 2)
  const first = length('港')
  expect(length('港')).toBe(first)
  expect(length('港。')).toEqual({ length: 2 })
  expect(asked).toEqual(['港', '港。'])
  length('新界')
  expect(length('港')).toEqual(first)
  expect(asked).toEqual(['港', '港。', '新界', '港'])
})
