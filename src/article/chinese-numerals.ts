/** Numbers written in Han, in both scripts. */

const DIGITS = '零一二三四五六七八九'
/** Tens in one character: 廿五日, 卅一日. */
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 }
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 萬: 1e4, 万: 1e4, 億: 1e8, 亿: 1e8 }

/** Characters of such a number, as the inside of a character class. */
export const CHINESE_NUMERAL_CHARACTERS = '零〇一二兩两三四五六七八九十廿卅百千萬万億亿'

/**
 * 十二 is 12, 三千五百萬 is 35,000,000, 二〇二二 is 2022, 一點七億 is 170,000,000. `undefined` for what is no number, or
 * a number in no form that newspapers use (四三二一 without units reads as digits, 五六 does not: it means "five or six").
 */
export function parseChineseNumeral(text: string): number | undefined {
  const point = /^(.+)[點点]([零〇一二三四五六七八九]+)([十百千萬万億亿]*)$/.exec(text)
  if (point) return parseDecimal(point[1] ?? '', point[2] ?? '', point[3] ?? '')
  if (/^[零〇一二三四五六七八九]+$/.test(text)) return parseDigits(text)
  if (!/^[零〇一二兩两三四五六七八九十廿卅百千萬万億亿]+$/.test(text)) return undefined
  return parseUnits(text)
}

function digit(character: string): number {
  if (character === '〇') return 0
  return character === '兩' || character === '两' ? 2 : DIGITS.indexOf(character)
}

function parseDigits(text: string): number | undefined {
  if (text.length === 2 || text.length === 3) return undefined
  return Number([...text].map(digit).join(''))
}

function parseDecimal(whole: string, decimals: string, units: string): number | undefined {
  const before = parseChineseNumeral(whole)
  if (before === undefined) return undefined
  const value = Number(`${before}.${[...decimals].map(digit).join('')}`)
  return round(value * multiplier(units))
}

/** The product of units: 百萬 is 1,000,000. */
export function multiplier(units: string): number {
  return [...units].reduce((product, unit) => product * (UNITS[unit] ?? 1), 1)
}

/** Twelve significant digits: enough for any sum in the news, few enough to hide what binary fractions add. */
export function round(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12))
}

/** Sections of 萬 and 億, each up to thousands. */
function parseUnits(text: string): number | undefined {
  let total = 0
  let section = 0
  let pending: number | undefined
  for (const character of text) {
    const [unit, tens] = [UNITS[character], TENS[character]]
    if (tens !== undefined) {
      if (pending !== undefined) return undefined
      section += tens
    } else if (unit === undefined) {
      // Two digits in a row without a unit between them are two numbers (五六百), unless the first is a zero.
      if (pending !== undefined && pending !== 0) return undefined
      pending = digit(character)
    } else if (unit < 1e4) {
      section += (pending ?? 1) * unit
      pending = undefined
    } else {
      const value = section + (pending ?? 0)
      total = value === 0 ? Math.max(total, 1) * unit : unit === 1e8 ? (total + value) * unit : total + value * unit
      section = 0
      pending = undefined
    }
  }
  return total + section + (pending ?? 0)
}
