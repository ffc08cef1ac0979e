import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChineseNumeral } from '../../../src/article/chinese-numerals.ts'
import { sameDate } from '../../../src/article/dates-in-text.ts'
import { NUMBER_WORDS, parseEnglishWords } from '../../../src/article/english-numbers.ts'
import { factsInText } from '../../../src/article/facts-in-text.ts'
import { findPhoneNumbers } from '../../../src/article/phone-numbers.ts'
import { markdown, PATTERNS, repeated } from './hostile-bodies.ts'

/** Facts as `kind:key`, one after another. */
function facts(text: string): string {
  return factsInText(text)
    .facts.map(({ kind, key }) => `${kind}:${key}`)
    .join(' ')
}

describe('parseChineseNumeral', () => {
  const cases: [string, number | undefined][] = [
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十二', 22],
    ['三十一', 31],
    ['廿五', 25],
    ['卅', 30],
    ['卅一', 31],
    ['五廿', undefined],
    ['一百', 100],
    ['一百零五', 105],
    ['兩百', 200],
    ['两千', 2_000],
    ['三千五百', 3_500],
    ['一千零一', 1_001],
    ['一萬', 10_000],
    ['十五萬', 150_000],
    ['三千五百萬', 35_000_000],
    ['三千五百万', 35_000_000],
    ['一億', 100_000_000],
    ['十七億', 1_700_000_000],
    ['一億二千萬', 120_000_000],
    ['一百二十億', 12_000_000_000],
    ['二〇二二', 2022],
    ['一九九七', 1997],
    ['二零二二', 2022],
    ['一點七', 1.7],
    ['一點七億', 170_000_000],
    ['十七点五', 17.5],
    ['百', 100],
    ['千萬', 10_000_000],
    ['萬億', 1e12],
    ['五六', undefined],
    ['五六百', undefined],
    ['三四十', undefined],
    ['一直', undefined],
    ['', undefined],
    ['12', undefined],
  ]
  it.each(cases)('%s is %s', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value)
  })
})

describe('parseEnglishWords', () => {
  const cases: [string, number | undefined][] = [
    ['two', 2],
    ['twelve', 12],
    ['thirty-five', 35],
    ['thirty five', 35],
    ['two hundred', 200],
    ['two hundred and twelve', 212],
    ['thirty-five million', 35_000_000],
    ['one thousand two hundred', 1_200],
    ['twentieth', 20],
    ['two dozen', 24],
    ['twenty-first', 21],
    ['million', undefined],
    ['hundred', undefined],
    ['dozen', undefined],
  ]
  it.each(cases)('%s is %s', (text, value) => {
    expect(text.match(NUMBER_WORDS)?.[0]).toBe(text)
    expect(parseEnglishWords(text)).toBe(value)
  })
})

describe('the same fact in both languages', () => {
  const cases: [string, string, string][] = [
    ['2022年12月22日', '22 December 2022', 'date:2022-12-22'],
    ['2022年 12月 22日', 'December 22, 2022', 'date:2022-12-22'],
    ['二〇二二年十二月二十二日', 'Thursday, 22nd December 2022', 'date:2022-12-22'],
    ['二零二二年十二月二十二號', '22 Dec 2022', 'date:2022-12-22'],
    ['２０２２年１２月２２日', '2022-12-22', 'date:2022-12-22'],
    ['十二月二十二日', '22 December', 'date:--12-22'],
    ['2022年12月', 'December 2022', 'date:2022-12-00'],
    ['二〇二二年十二月底', 'by the end of Dec 2022', 'date:2022-12-00'],
    ['2022年5月、2023年5月', 'May 2022 and May 2023', 'date:2022-05-00 date:2023-05-00'],
    ['二○二二年十二月廿二日', '22/12/2022', 'date:2022-12-22'],
    ['2022/12/22', '22.12.2022', 'date:2022-12-22'],
    ['12月22、23及25日', '22, 23 and 25 December', 'date:--12-22 date:--12-23 date:--12-25'],
    ['12月22日（星期四）至25日（星期日）', '22 (Thu) to 25 (Sun) December', 'date:--12-22 date:--12-25'],
    ['五月四日', 'May 4th', 'date:--05-04'],
    ['12月22至25日', '22 to 25 December', 'date:--12-22 date:--12-25'],
    ['12月22日至25日', '22–25 December', 'date:--12-22 date:--12-25'],
    ['12月22日及25日', 'December 22 and 25', 'date:--12-22 date:--12-25'],
    ['5月3日至6月5日', 'from 3 May to 5 June', 'date:--05-03 date:--06-05'],
    ['2025 年底前', 'before the end of 2025', 'number:2025'],
    ['2021/22年度', 'in 2021-22', 'number:2021'],
    ['逾 17 億港元', 'more than HK$1.7 billion', 'number:1700000000'],
    ['17亿元', '$1.7bn', 'number:1700000000'],
    ['1億2,000萬元', 'HK$120 million', 'number:120000000'],
    ['3.5萬人', '35,000 people', 'number:35000'],
    ['三千五百萬元', '$35m', 'number:35000000'],
    ['三千五百萬', '35 million', 'number:35000000'],
    ['一點七億', '170 million', 'number:170000000'],
    ['1,900間', '1,900 start-ups', 'number:1900'],
    ['1900家', '1,900', 'number:1900'],
    ['143 300人', '143,300 people', 'number:143300'],
    ['3千5百萬元', '$35 million', 'number:35000000'],
    ['30多萬人', 'over 300,000 people', 'number:300000'],
    ['五百餘萬人次', '5 million visitors', 'number:5000000'],
    ['17億元', '$1.7b', 'number:1700000000'],
    ['2025年底至26年初', 'in 2025-26', 'number:2025'],
    ['2.5倍', '2.5 times', 'number:2.5'],
    ['5%', '5 per cent', 'percentage:5'],
    ['百分之五', '5 percent', 'percentage:5'],
    ['百分之十二點五', '12.5%', 'percentage:12.5'],
    ['5個百分點', 'five percentage points', 'percentage:5'],
    ['上升三成', 'up 30%', 'percentage:30'],
    ['增長一成至兩成', 'grew by 10 to 20 per cent', 'percentage:10 percentage:20'],
    ['增長兩成', 'grew by 20 per cent', 'percentage:20'],
    ['約3成', 'about 30%', 'percentage:30'],
    ['六成四', '64 per cent', 'percentage:64'],
    ['當中三成為學生', '30% are students', 'percentage:30'],
    ['兩至三成', '20 to 30 per cent', 'percentage:20 percentage:30'],
    ['逾三成半的企業', 'over 35 per cent of companies', 'percentage:35'],
    ['電話︰（852） 3166 3993', '+852 3166 3993', 'phone:+85231663993'],
    ['電話：31663993', 'Tel: 3166-3993', 'phone:+85231663993'],
    ['（852）2864 4889', '(852) 2864 4889', 'phone:+85228644889'],
    ['www.cyberport.hk', 'http://www.cyberport.hk/', 'address:cyberport.hk'],
    ['https://a.hk/B?c，', 'https://A.hk/B?c.', 'address:a.hk/B?c'],
    ['電郵︰Karen@cyberport.hk', 'karen@cyberport.hk', 'address:karen@cyberport.hk'],
  ]
  it.each(cases)('%s, %s: %s', (chinese, english, expected) => {
    expect(facts(chinese)).toBe(expected)
    expect(facts(english)).toBe(expected)
  })
})

describe('what is no fact to look for', () => {
  it.each([
    '千方百計',
    '十分重要',
    '萬一',
    '百年樹人',
    '一帶一路',
    '一直',
    '四大方向及八大策略',
    '一系列',
    '兩間',
    'two banks',
    '三家',
    '成立',
    '一成不變',
    '第三成為冠軍',
    '農曆八月十五日',
    '12月底',
    '十一月份',
    '三百六十行',
    '2019冠狀病毒病',
    '本月5日',
    'the 5th',
    '三分之二',
    'two-thirds',
    'a dozen',
    'a thousand',
    '完成',
    '十成',
    '百分百',
    '100%',
    '5G',
    'COVID-19',
    'B2B',
    'Web3',
    'ISO 27001',
    '下午2時30分',
    '2:30 pm',
    '14:30',
    '引資比率達 1:9',
    '24小時',
    '24/7',
    '24-hour',
    '第三',
    'the third',
    'hundreds of millions',
    '數以千計',
    '第 3 期',
    'Phase 3',
    'May I',
    'march on',
    'No. 12',
  ])('%s', (text) => {
    expect(facts(text)).toBe('')
  })
})

it.each([
  ['12 月', 12],
  ['兩間', 2],
  ['two', 2],
  ['三', 3],
  ['2:30 pm', 30],
  ['the 21st', 21],
  ['the twentieth', 20],
  ['2022年12月22日', 2022],
  ['2021/22', 2022],
  ['一成', 10],
  ['5G', 5],
  ['a dozen', 12],
  ['a thousand', 1000],
  ['四分之三', 75],
  ['three-quarters', 75],
  ['過半數', 50],
  ['half of them', 50],
  ['1823熱線', 1823],
  ['致電1823', 1823],
  ['12月底', 12],
])('%s answers a search for %i', (text, value) => {
  expect(factsInText(text).values).toContain(value)
})

describe('what is looked behind for belongs to the fact', () => {
  it.each([
    ['港幣1,234萬元', '1,234萬'],
    ['about HK$1.7 billion', 'HK$1.7 billion'],
    ['about USD 35 million', 'USD 35 million'],
    ['about NT$ 35m', 'NT$ 35m'],
    ['about 35 million', '35 million'],
    ['於二〇二二年 十二月 二十二日舉行', '二〇二二年 十二月 二十二日'],
    ['on December 22, 2022', 'December 22, 2022'],
    ['逾兩至三成半企業', '兩至三成半'],
    ['電郵︰chan.tm@cyberport.hk。', 'chan.tm@cyberport.hk'],
  ])('%s: %s', (text, words) => {
    expect([...new Set(factsInText(text).facts.map((fact) => fact.text))]).toEqual([words])
  })

  it('and is not read again', () => {
    expect(facts('下午十五時，上午 11時')).toBe('')
    expect(facts('chan@a.hk@b.xyz')).toBe('address:chan@a.hk')
  })
})

describe('an address', () => {
  it.each([
    ['is found in a word of Chinese', '網址是https://a.hk/b，又見c.com.hk。', 'address:a.hk/b address:c.com.hk'],
    ['is found at the end of a line', 'See www.a.hk\nand b.org', 'address:a.hk address:b.org'],
    ['is none without a dot or a slash', 'com, hk and www', ''],
  ])('%s', (_, text, expected) => {
    expect(facts(text)).toBe(expected)
  })
})

it('facts keep their words and offsets', () => {
  const text = '向 23間企業投資逾 17 億港元'
  for (const fact of factsInText(text).facts) expect(text.slice(fact.at, fact.at + fact.text.length)).toBe(fact.text)
})

describe('sameDate', () => {
  it.each([
    ['2022-12-22', '--12-22', true],
    ['2022-12-22', '2022-12-22', true],
    ['2022-12-22', '2023-12-22', false],
    ['--12-22', '--12-23', false],
    ['2022-12-22', '2022-12-00', true],
    ['--12-22', '2022-12-00', true],
    ['2022-11-22', '2022-12-00', false],
    ['2022-12-00', '2022-12-22', false],
  ])('%s, %s: %s', (a, b, same) => {
    expect(sameDate(a, b)).toBe(same)
  })
})

describe('findPhoneNumbers', () => {
  const cases: [string, string][] = [
    ['（852） 3166 3993', '+85231663993'],
    ['+852-3166-3993', '+85231663993'],
    ['+852 3166 399', '!+8523166399'],
    ['電話：3166 399', '!3166399'],
    ['電話：1316 6399', '!+85213166399'],
    ['Tel: 1823', '1823'],
    ['hotline: 800 123 456', '800123456'],
    ['查詢：999', '999'],
    ['+86 755 1234 5678', '+8675512345678'],
    ['2019-2022', ''],
    ['3166 3993', '+85231663993'],
    ['$3166 3993', ''],
    ['1,900 2,300', ''],
    ['12345678', ''],
  ]
  it.each(cases)('%s: %s', (text, keys) => {
    expect(
      findPhoneNumbers(text)
        .map(({ key, valid }) => (valid ? key : `!${key}`))
        .join(' '),
    ).toBe(keys)
  })
})

describe('any text', () => {
  const own = [
    '1, ',
    '1月1日至',
    '農曆八月',
    '三成',
    '1至',
    '2022年至',
    'the 1',
    'a two thirds ',
    '1 000 ',
    '百分之',
    'www.a.',
  ]
  it.each([...PATTERNS, ...own].map((pattern) => [pattern]))('100 KB of %j is read in time', (pattern) => {
    const startMs = performance.now()
    factsInText(repeated(pattern))
    expect(performance.now() - startMs).toBeLessThan(10_000)
  })

  it('never throws, and gives facts of the text', () => {
    const words = fc.constantFrom(
      '2022',
      '年',
      '12',
      '月',
      '22',
      '日',
      '三千',
      '億',
      ',',
      '.',
      '%',
      'million',
      ' ',
      'two',
      '-',
      '+852',
      '百分之',
      '成',
      ':',
      '@',
      'www.',
      '點',
      '至',
      'May',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, markdown), { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        for (const fact of factsInText(text).facts) expect(fact.at).toBeLessThan(text.length)
      }),
      { seed: 17, numRuns: 300 },
    )
  })
})
