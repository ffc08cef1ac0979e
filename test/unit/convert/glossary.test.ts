import { expect, it } from 'vitest'
import { parseGlossary } from '../../../src/convert/glossary.ts'
import { converter, TO_HANS, TO_HANT } from './tables.ts'

it('a glossary is read line by line, for both directions', () => {
  const parsed = parseGlossary(
    '\ufeff# our words\r\nlock 拍住上   # a project\r\n\r\nname 碧咸 = 碧咸\nterm 軟件 = 软件\nterm 的士 < 出租车\nterm 的士 > 的士\n',
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  const options = { glossary: parsed.glossary }
  expect(converter.convert('的士軟件碧咸', { ...TO_HANS, ...options })).toBe('的士软件碧咸')
  expect(converter.convert('出租车软件碧咸', { ...TO_HANT, ...options })).toBe('的士軟件碧咸')
})

it('a glossary reports every wrong line with its number', () => {
  const parsed = parseGlossary('lock 甲\nwrong 乙\nterm 丙\nterm 丁 = \nlock 戊 = 己\nterm 甲 = 乙\nlock 甲\n')
  expect(parsed).toEqual({
    ok: false,
    errors: [
      { line: 2, message: expect.stringContaining('"lock", "name" or "term"') },
      { line: 3, message: expect.stringContaining('spaces around =') },
      { line: 4, message: expect.stringContaining('spaces around =') },
      { line: 5, message: expect.stringContaining('a lock has one text') },
      { line: 6, message: expect.stringContaining('line 1 already decides 甲') },
      { line: 7, message: expect.stringContaining('line 1 already decides 甲') },
    ],
  })
})
