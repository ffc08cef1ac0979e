import { expect, it } from 'vitest'
import { parseGlossary, serialiseGlossary } from '../../../src/convert/glossary.ts'
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

const ENTRIES = [
  { kind: 'lock', hant: '拍住上', hans: '拍住上', direction: 'both', note: '' },
  { kind: 'name', hant: '碧咸', hans: '贝克汉姆', direction: 'to-hans', note: '球員  名字' },
  { kind: 'term', hant: '的士', hans: '出租车', direction: 'to-hant', note: '' },
  { kind: 'term', hant: '軟件', hans: '软件', direction: 'both', note: '# 備註' },
] as const

it('a glossary is written as it is read, notes as comments', () => {
  const text = serialiseGlossary(ENTRIES)
  expect(text.split('\n')[1]).toBe('name 碧咸 > 贝克汉姆  # 球員 名字')
  const parsed = parseGlossary(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  expect(parsed.glossary.entries).toEqual(ENTRIES.map(({ note: _note, ...entry }) => entry))
})

it('what the written form cannot say is a comment in it', () => {
  const odd = [
    { ...ENTRIES[3], hant: '甲 = 乙' },
    { ...ENTRIES[3], hant: '甲 # 乙' },
    { ...ENTRIES[3], hans: '甲\nlock 乙' },
    { ...ENTRIES[0], hans: '别的' },
    { ...ENTRIES[0], hant: '', hans: '' },
  ]
  const parsed = parseGlossary(serialiseGlossary([...odd, ENTRIES[2]]))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  expect(parsed.glossary.entries).toHaveLength(1)
})
