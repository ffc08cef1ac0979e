import { expect, test } from 'vitest'
import { isSameJson } from '../../../src/article/same-json.ts'

test.each([
  ['texts', '數碼港', '數碼港'],
  ['nothing', null, null],
  ['fields in another order', { a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 }],
  ['an absent field and one that is undefined', { a: 1 }, { a: 1, b: undefined }],
])('the same: %s', (_, one, other) => {
  expect(isSameJson(one, other)).toBe(true)
  expect(isSameJson(other, one)).toBe(true)
})

test.each([
  ['another text', { a: { b: '數碼港' } }, { a: { b: '数码港' } }],
  ['a number and its text', 1, '1'],
  ['nothing and an empty text', { a: null }, { a: '' }],
  ['nothing and a list', null, []],
  ['a field more', { a: 1 }, { a: 1, b: null }],
  ['a list of another length', [1], [1, 2]],
  ['another order in a list', [1, 2], [2, 1]],
  ['a list and an object', [], {}],
])('different: %s', (_, one, other) => {
  expect(isSameJson(one, other)).toBe(false)
  expect(isSameJson(other, one)).toBe(false)
})
