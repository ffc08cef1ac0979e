/** Numbers, sums, percentages and times in Chinese and English texts. */
import { CHINESE_NUMERAL_CHARACTERS, multiplier, parseChineseNumeral, round } from './chinese-numerals.ts'
import { ENGLISH_MULTIPLIERS, NUMBER_WORDS, parseEnglishWords } from './english-numbers.ts'
import { type Reading, takeFacts } from './fact-reading.ts'

/** Smaller whole numbers are often written as words, or left out, in one of the languages. */
export const factNumberMin = 11

/** Bounded, and never begun inside a number, so that a wall of digits costs no more than its length. */
const DIGITS = '(?<!\\d)(?:\\d{1,3}(?:,\\d{3}){1,5}(?!\\d)|\\d{1,15}(?!\\d))(?:\\.\\d{1,6}(?!\\d))?'
const HAN = `[${CHINESE_NUMERAL_CHARACTERS}]`

const TIMES = [
  /(?:[上下]午|中午|凌晨|晚上|早上)?\s{0,3}(?:\d{1,2}|[一二兩两三四五六七八九十]{1,3})\s{0,3}[時时點点](?:\s{0,3}(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s{0,3}分|正|半)?(?![一二三四五六七八九\d])/g,
  /(?<![\d.,:])\d{1,2}[:.]\d\d\s{0,3}(?:[ap]\.?m\b\.?|noon)|(?<![\d.,:])\d{1,2}:\d\d(?![\d:])|\b\d{1,2}\s{0,3}[ap]\.?m\b\.?|\b\d{1,2}\s{1,3}noon\b/gi,
  /(?<!\d)\d{1,6}\s{0,3}:\s{0,3}\d{1,6}|\b24\s{0,3}\/\s{0,3}7\b|(?<!\d)\d{1,6}\s{0,3}[- ]?(?:hours?\b|小時|小时)/gi,
]

/** Takes times of day, ratios and hours: languages write them too differently to compare. Their numbers are values. */
export function timesIn(reading: Reading): void {
  for (const pattern of TIMES) {
    takeFacts(reading, pattern, ([match = '']) => {
      for (const number of match.match(/\d+/g) ?? []) reading.values.add(Number(number))
      return []
    })
  }
}

const PERCENT = new RegExp(
  `(${DIGITS})\\s{0,3}(?:%|per\\s?cent\\b|個百分點|个百分点|percentage points?\\b|pc\\b)`,
  'gi',
)
const PERCENT_HAN = new RegExp(`百分之\\s{0,3}(${DIGITS}|${HAN}+(?:[點点][零〇一二三四五六七八九]+)?)`, 'g')
const PERCENT_WORDS = new RegExp(`(${NUMBER_WORDS.source})\\s{1,3}(?:per\\s?cent|percentage points?)\\b`, 'gi')
/** 成 is a tenth only where no word goes on behind it (成立, 成為, 成功 …). */
const TENTHS =
  /(?<![第一-龥])([一二兩两三四五六七八九])成(半)?(?=$|[\s，。、；）)以至到左的市受企用客])|(?<=[逾約约近達达升跌增減减加少佔占有至到過过])([一二兩两三四五六七八九])成(半)?(?![立為为功果長长員员本就人不])/g

/** Takes percentages: 5%, 5 per cent, 百分之五, 五成. A whole (100%) is a way of speaking and no fact. */
export function percentagesIn(reading: Reading): void {
  const fact = (value: number | undefined) => {
    if (value === undefined) return undefined
    reading.values.add(value)
    return value === 100 ? [] : [{ kind: 'percentage' as const, key: String(value) }]
  }
  takeFacts(reading, PERCENT, ([, digits = '']) => fact(digitsValue(digits)))
  takeFacts(reading, PERCENT_HAN, ([, number = '']) =>
    fact(/^\d/.test(number) ? digitsValue(number) : parseChineseNumeral(number)),
  )
  takeFacts(reading, PERCENT_WORDS, ([, words = '']) => fact(parseEnglishWords(words)))
  takeFacts(reading, TENTHS, ([, a, halfA, b, halfB]) => {
    const tenths = parseChineseNumeral(a ?? b ?? '')
    return tenths === undefined ? undefined : fact(tenths * 10 + ((halfA ?? halfB) ? 5 : 0))
  })
}

function digitsValue(digits: string): number {
  return round(Number(digits.replaceAll(',', '')))
}

const CURRENCY = '(?:(?:HK|US|NT|[ACS])?\\$|£|€|¥|\\b(?:HKD|USD|RMB|CNY|MOP|HK\\$)\\s?)'
/** 1億2,000萬, 17 億, 3.5萬. */
const HAN_UNITS = new RegExp(`${DIGITS}\\s{0,3}[百千萬万億亿]+(?:\\s{0,3}${DIGITS}\\s{0,3}[百千萬万億亿]+)*`, 'g')
const ENGLISH_UNITS = new RegExp(
  `(${CURRENCY})?\\s?(${DIGITS})[\\s-]?(hundred|thousand|million|billion|trillion|mn|bn)\\b`,
  'gi',
)
const SHORT_UNITS = new RegExp(`(${CURRENCY})\\s?(${DIGITS})\\s?([mk])\\b`, 'gi')
const YEAR_RANGE = /(?<!\d)((?:19|20)\d\d)\s{0,3}[/–—-]\s{0,3}(\d\d(?:\d\d)?)(?![\d-])/g
const HAN_NUMBER = new RegExp(`${HAN}+(?:[點点][零〇一二三四五六七八九]+[百千萬万億亿]*)?`, 'g')
const PLAIN = new RegExp(`(?<![\\d.])${DIGITS}`, 'g')

/** Takes the numbers that are left. Last, because it takes every digit. */
export function numbersIn(reading: Reading): void {
  takeFacts(reading, HAN_UNITS, ([match = '']) => numberFact(reading, hanUnitsValue(match), true))
  const withUnit = ([, , digits = '', unit = '']: readonly (string | undefined)[]) =>
    numberFact(reading, round(digitsValue(digits) * (ENGLISH_MULTIPLIERS[unit.toLowerCase()] ?? 1)), true)
  takeFacts(reading, ENGLISH_UNITS, withUnit)
  takeFacts(reading, SHORT_UNITS, withUnit)
  takeFacts(reading, YEAR_RANGE, ([, from, to = '']) => {
    reading.values.add(Number(to))
    if (to.length === 2) reading.values.add(Number(`${from?.slice(0, 2)}${to}`))
    return numberFact(reading, Number(from), true)
  })
  takeFacts(reading, HAN_NUMBER, ([match = '']) => numberFact(reading, parseChineseNumeral(match), isSureNumber(match)))
  takeFacts(reading, NUMBER_WORDS, ([match = '']) => numberFact(reading, parseEnglishWords(match), false))
  takeFacts(reading, PLAIN, ([match = ''], text, at) =>
    numberFact(reading, digitsValue(match), !touchesName(text, at, at + match.length)),
  )
}

function numberFact(reading: Reading, value: number | undefined, sure: boolean): { kind: 'number'; key: string }[] {
  if (value === undefined) return []
  reading.values.add(value)
  const telling = value >= factNumberMin || !Number.isInteger(value)
  return sure && telling ? [{ kind: 'number', key: String(value) }] : []
}

function hanUnitsValue(match: string): number {
  const parts = [...match.matchAll(new RegExp(`(${DIGITS})\\s{0,3}([百千萬万億亿]+)`, 'g'))]
  return round(parts.reduce((sum, [, digits = '', units = '']) => sum + digitsValue(digits) * multiplier(units), 0))
}

/** Long enough to be no idiom (千方百計, 十分, 萬一): a year in four characters, or three that begin with a digit. */
function isSureNumber(match: string): boolean {
  return match.length >= 3 && /^[一二兩两三四五六七八九]/.test(match) && /[十百千萬万億亿點点]|^.{4}$/.test(match)
}

/** Digits of a name (5G, COVID-19, B2B, ISO 27001, No. 12) rather than of a count. */
function touchesName(text: string, start: number, end: number): boolean {
  return (
    /[A-Za-z][-.]?$|(?:ISO|No\.|Phase|Block|Level|Room|Unit)\s?$/i.test(text.slice(Math.max(0, start - 7), start)) ||
    /^(?:-?[A-Za-z]|\/)/.test(text.slice(end, end + 2))
  )
}
