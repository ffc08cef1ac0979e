import { expect, test } from 'vitest'
import { takenOut } from '../../../src/article/taken-out.ts'

test.each([
  ['nothing', '數碼港', '數碼港', 0],
  ['what is typed at the end', '數碼', '數碼港', 0],
  ['what is typed in the middle', '數港', '數碼港', 0],
  ['what is typed twice over', 'aa', 'aaaa', 0],
  ['a letter taken back', '數碼港', '數碼', 1],
  ['another word in the middle', '數碼港今日宣布', '數碼港昨日宣布', 1],
  ['everything', '數碼港', '', 3],
  ['a text that is gone', { a: '數碼港' }, {}, 3],
  ['texts of several fields', { a: 'one', b: ['two', 'six'] }, { a: 'on', b: ['tw', 'six'] }, 2],
  ['what is no text', { a: 1, b: null }, { a: 2 }, 0],
])('%s', (_, before, after, units) => expect(takenOut(before, after)).toBe(units))
