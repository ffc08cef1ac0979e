/** Numbers, sums and times in Chinese and English texts. */
import { CHINESE_NUMERAL_CHARACTERS, multiplier, parseChineseNumeral, round } from './chinese-numerals.ts'
import { ENGLISH_MULTIPLIERS, NUMBER_WORDS, parseEnglishWords } from './english-numbers.ts'
import { type Reading, takeFacts } from './fact-reading.ts'

/** Smaller whole numbers are often written as words, or left out, in one of the languages. */
export const factNumberMin = 11

/**
 * Thousands are set apart by commas or, in statistics, by spaces. Bounded, and never begun inside a number, so that a wall
 * of digits costs no more than its length.
 */
export const DIGITS =
  '(?<!\\d)(?:[1-9]\\d{0,2}(?:[, \u00a0\u2009]\\d{3}){1,5}(?!\\d)|\\d{1,15}(?!\\d))(?:\\.\\d{1,6}(?!\\d))?'
export const HAN = `[${CHINESE_NUMERAL_CHARACTERS}]`

/** 下午三時半. */
const HAN_TIME =
  /(?=[時时點点])(?<=(?<before>(?:[上下]午|中午|凌晨|晚上|早上)?\s{0,3}(?:(?<![\d.,])\d{1,2}|[一二兩两三四五六七八九十]{1,3})\s{0,3}))[時时點点](?:\s{0,3}(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s{0,3}分|正|半)?(?![一二三四五六七八九\d])/g
const TIMES = [
  /(?<![\d.,:])\d{1,2}[:.]\d\d\s{0,3}(?:[ap]\.?m\b\.?|noon)|(?<![\d.,:])\d{1,2}:\d\d(?![\d:])|\b\d{1,2}\s{0,3}[ap]\.?m\b\.?|\b\d{1,2}\s{1,3}noon\b/gi,
  /(?<!\d)\d{1,6}\s{0,3}:\s{0,3}\d{1,6}|\b24\s{0,3}\/\s{0,3}7\b|(?<!\d)\d{1,6}\s{0,3}[- ]?(?:hours?\b|小時|小时)/gi,
]

/** Takes times of day, ratios and hours: languages write them too differently to compare. Their numbers are values. */
export function timesIn(reading: Reading): void {
  for (const pattern of reading.hasHan ? [HAN_TIME, ...TIMES] : TIMES) {
    takeFacts(reading, pattern, ([match = '', before = '']) => {
      for (const number of `${before}${match}`.match(/\d+/g) ?? []) reading.values.add(Number(number))
      return []
    })
  }
}

export function digitsValue(digits: string): number {
  return round(Number(digits.replace(/[, \u00a0\u2009]/g, '')))
}

const CURRENCY = '(?:(?:HK|US|NT|[ACS])?\\$|£|€|¥|\\b(?:HKD|USD|RMB|CNY|MOP|HK\\$)\\s?)'
/** "30多萬" is more than 300,000. */
const ODD = '[多餘余]?'
const HAN_UNIT = `\\s{0,3}${ODD}[百千萬万億亿]+`
/** 1億2,000萬, 3千5百萬, 17 億, 3.5萬, 30多萬. */
const HAN_UNITS = new RegExp(`${DIGITS}${HAN_UNIT}(?:\\s{0,3}${DIGITS}${HAN_UNIT})*`, 'g')
/** One of its parts. */
const HAN_UNITS_PART = new RegExp(`(${DIGITS})\\s{0,3}${ODD}([百千]*)([萬万億亿]*)`, 'g')
const ENGLISH_UNITS = new RegExp(
  `(?<!\\d)(?=\\d)(?<=(?<before>${CURRENCY}?\\s?))(${DIGITS})[\\s-]?(hundred|thousand|million|billion|trillion|mn|bn)\\b`,
  'gi',
)
const SHORT_UNITS = new RegExp(`(?<!\\d)(?=\\d)(?<=(?<before>${CURRENCY}\\s?))(${DIGITS})\\s?([mkb])\\b`, 'gi')
const YEAR_RANGE = /(?<!\d)((?:19|20)\d\d)\s{0,3}[/–—-]\s{0,3}(\d\d(?:\d\d)?)(?![\d-])/g
/** 2025年底至26年初. */
const YEAR_RANGE_HAN = /(?<!\d)((?:19|20)\d\d)\s?年[\p{Script=Han}（）]{0,5}[至到]\s?(\d\d)\s?年/gu
const HAN_NUMBER = new RegExp(
  `${HAN}+(?:[多餘余][百千萬万億亿]+)?(?:[點点][零〇一二三四五六七八九]+[百千萬万億亿]*)?`,
  'g',
)
/** "a thousand" answers for 1,000. */
const A_UNIT = /\ba\s(dozen|hundred|thousand|million|billion)\b/gi
const PLAIN = new RegExp(`(?<![\\d.])${DIGITS}`, 'g')

/** Takes the numbers that are left. Last, because it takes every digit. */
export function numbersIn(reading: Reading): void {
  if (reading.hasHan) takeFacts(reading, HAN_UNITS, ([match = '']) => numberFact(reading, hanUnitsValue(match), true))
  const withUnit = ([, , digits = '', unit = '']: readonly (string | undefined)[]) =>
    numberFact(reading, round(digitsValue(digits) * multiplierOf(unit)), true)
  takeFacts(reading, ENGLISH_UNITS, withUnit)
  takeFacts(reading, SHORT_UNITS, withUnit)
  const years = ([, from, to = '']: readonly (string | undefined)[]) => {
    reading.values.add(Number(to))
    if (to.length === 2) reading.values.add(Number(`${from?.slice(0, 2)}${to}`))
    return numberFact(reading, Number(from), true)
  }
  takeFacts(reading, YEAR_RANGE, years)
  if (reading.hasHan) {
    takeFacts(reading, YEAR_RANGE_HAN, years)
    takeFacts(reading, HAN_NUMBER, ([match = ''], text, at) => {
      const isSure = isSureNumber(match) && !HAN_NAME.test(text.slice(at, at + match.length + 1))
      return numberFact(reading, parseChineseNumeral(match.replace(/[多餘余]/, '')), isSure)
    })
  }
  for (const [, unit = ''] of reading.text.matchAll(A_UNIT)) reading.values.add(multiplierOf(unit))
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

function multiplierOf(unit: string): number {
  return ENGLISH_MULTIPLIERS[unit.toLowerCase()] ?? 1
}

/** 百 and 千 belong to the next 萬 or 億: 3千5百萬 is 35 million. */
function hanUnitsValue(match: string): number {
  let total = 0
  let section = 0
  for (const [, digits = '', small = '', large = ''] of match.matchAll(HAN_UNITS_PART)) {
    section += digitsValue(digits) * multiplier(small)
    if (large === '') continue
    total += section * multiplier(large)
    section = 0
  }
  return round(total + section)
}

/** Long enough to be no idiom (千方百計, 十分, 萬一): a year in four characters, or three that begin with a digit. */
function isSureNumber(match: string): boolean {
  return match.length >= 3 && /^[一二兩两三四五六七八九]/.test(match) && /[十百千萬万億亿點点]|^.{4}$/.test(match)
}

/** "All walks of life" are 360 in Chinese. */
const HAN_NAME = /^三百六十行/

/** Digits of a name (5G, COVID-19, B2B, ISO 27001, No. 12) rather than of a count. */
function touchesName(text: string, start: number, end: number): boolean {
  return (
    /[A-Za-z][-.]?$|(?:ISO|No\.|Phase|Block|Level|Room|Unit)\s?$/i.test(text.slice(Math.max(0, start - 7), start)) ||
    /^(?:-?[A-Za-z]|\/)/.test(text.slice(end, end + 2)) ||
    /^(?:新型)?冠[狀状]病毒/.test(text.slice(end, end + 6))
  )
}
