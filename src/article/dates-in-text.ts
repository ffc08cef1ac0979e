/** Dates in Chinese and English texts. */
import { CHINESE_NUMERAL_CHARACTERS, parseChineseNumeral } from './chinese-numerals.ts'
import { type Fact, type Reading, takeFacts } from './fact-reading.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
/** A weekday or the like: 22 (Thursday) to 25 (Sunday) December. */
const ASIDE = '(?:\\s?\\([^()]{1,12}\\))?'
const TO = '(?:\\s{0,3}(?:-|–|—|to|and|&|,)\\s{0,3})'
const YEAR = '(?:,?\\s{1,3}((?:19|20)\\d\\d)\\b)?'

const ENGLISH_DAY_FIRST = new RegExp(
  `\\b((?:${DAY}${ASIDE}${TO}){0,6}${DAY})${ASIDE}\\s{1,3}(?:of\\s{1,3})?(${MONTH})${YEAR}`,
  'gi',
)
const ENGLISH_MONTH_FIRST = new RegExp(
  `(?=\\d)(?<=(?<before>\\b(${MONTH})\\s{1,3}))(${DAY}(?:${ASIDE}${TO}${DAY}){0,6})(?![\\d,.]*\\d)${YEAR}`,
  'gi',
)
const YEAR_FIRST = /(?<![\d/.-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/g
/** Hong Kong writes the day before the month. */
const DAY_FIRST = /(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])/g

const HAN = `(?:\\d{1,2}|[${CHINESE_NUMERAL_CHARACTERS}]{1,3})`
const HAN_NUMBERS = new RegExp(HAN, 'g')
const HAN_TO = '\\s{0,3}(?:至|到|、|及|和|與|与|-|–|—|~|～)\\s{0,3}'
const HAN_ASIDE = '(?:\\s?[（(][^（）()]{1,8}[）)])?'
/** The last day has 日 behind it; those before may have one, and a weekday. */
const HAN_DAYS = `(?:${HAN}\\s{0,3}(?:[日號号]${HAN_ASIDE})?${HAN_TO}){0,6}${HAN}\\s{0,3}[日號号]`
const CHINESE = new RegExp(
  `(?=月)(?<=(?<before>(?:(\\d{4}|[一二][〇零一二三四五六七八九]{3})\\s{0,3}年\\s{0,3})?(${HAN})\\s{0,3}))月\\s{0,3}(${HAN_DAYS})`,
  'g',
)
/** Days of the lunar calendar are no dates of the other one. */
const LUNAR = new RegExp(
  `[農农舊旧陰阴][曆历]\\s{0,3}(?:(?:${HAN}|[正閏闰臘腊])\\s?月\\s?)?(?:初\\s?)?(?:${HAN})?\\s?[日號号]?`,
  'g',
)
/** A month without a day (12月底, 十一月份), a day whose month is left to the reader (本月5日). Months are counted with 個. */
const ALONE = new RegExp(
  `(?=[月日號号])(?<=(?<before>(?<!\\d)(${HAN})\\s?))(?:(月)(?:份|底|初|中|內|内)?|[日號号])`,
  'g',
)
/** December 2022, 2022年12月. */
const ENGLISH_MONTH = new RegExp(`(?=(?:19|20)\\d\\d\\b)(?<=(?<before>\\b(${MONTH}),?\\s{1,3}))(\\d{4})`, 'gi')
const CHINESE_MONTH = new RegExp(
  `(?=月)(?<=(?<before>(\\d{4}|[一二][〇零一二三四五六七八九]{3})\\s{0,3}年\\s{0,3}(${HAN})\\s{0,3}))月(?:份|底|初|中|內|内)?`,
  'g',
)
/** A month whose year is left to the reader. In the middle of a sentence "may" has a small letter. */
const ENGLISH_MONTH_ALONE = new RegExp(`\\b${MONTH}(?![a-z])`, 'gi')
/** The 22nd. */
const ENGLISH_DAY_ALONE = /\bthe\s(\d{1,2})(?:st|nd|rd|th)\b/g

type DateFact = Pick<Fact, 'kind' | 'key'>

/**
 * Takes dates with day and month, with or without year, alone or several of one month (22, 23 and 25 December), and months
 * with a year. A year alone stays for the numbers, a month alone is none. Day, month and year are noted as values as well;
 * days without a month as days.
 */
export function datesIn(reading: Reading): void {
  takeFacts(reading, YEAR_FIRST, ([, year, , month, day = '']) => datesOf(reading, year, Number(month), [day]))
  takeFacts(reading, DAY_FIRST, ([, day = '', , month, year]) => datesOf(reading, year, Number(month), [day]))
  if (reading.hasHan && /[月日號号]/.test(reading.text)) chineseDatesIn(reading)
  takeFacts(reading, ENGLISH_DAY_FIRST, ([, days = '', month = '', year]) =>
    month === 'may' && !year ? undefined : datesOf(reading, year, monthNumber(month), englishDays(days)),
  )
  takeFacts(reading, ENGLISH_MONTH_FIRST, ([, , month = '', days = '', year]) =>
    datesOf(reading, year, monthNumber(month), englishDays(days)),
  )
  takeFacts(reading, ENGLISH_MONTH, ([, , month = '', year]) => monthOf(reading, year, monthNumber(month)))
  for (const [month] of reading.text.matchAll(ENGLISH_MONTH_ALONE)) {
    if (month !== 'may') reading.values.add(monthNumber(month))
  }
  for (const [, day] of reading.text.matchAll(ENGLISH_DAY_ALONE)) reading.days.add(Number(day))
}

function chineseDatesIn(reading: Reading): void {
  if (/[曆历]/.test(reading.text)) takeFacts(reading, LUNAR, () => [])
  takeFacts(reading, CHINESE, ([, , year, month = '', days = '']) =>
    datesOf(reading, year && String(hanNumber(year)), hanNumber(month), hanDays(days)),
  )
  takeFacts(reading, CHINESE_MONTH, ([, , year = '', month = '']) =>
    monthOf(reading, String(hanNumber(year)), hanNumber(month)),
  )
  takeFacts(reading, ALONE, ([, , written = '', isMonth]) => {
    const number = hanNumber(written)
    if (!isMonth) reading.days.add(number)
    if (!isMonth || number < 1 || number > 12) return undefined
    reading.values.add(number)
    return []
  })
}

function datesOf(reading: Reading, year: string | undefined, month: number, days: readonly (string | number)[]) {
  const facts = days.flatMap((day) => dateFact(reading, year, month, Number(day)))
  return facts.length > 0 ? facts : undefined
}

function hanDays(days: string): readonly number[] {
  const plain = days.replace(/[（(][^（）()]*[）)]/g, '')
  return (plain.match(HAN_NUMBERS) ?? []).map(hanNumber)
}

function englishDays(days: string): readonly string[] {
  return days.replace(/\([^()]*\)/g, '').match(/\d{1,2}/g) ?? []
}

function hanNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (parseChineseNumeral(text) ?? 0)
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** The month of a year: the date without a day. */
function monthOf(reading: Reading, year: string | undefined, month: number): DateFact[] | undefined {
  if (month < 1 || month > 12) return undefined
  reading.values.add(Number(year))
  return [{ kind: 'date', key: `${year}-${String(month).padStart(2, '0')}-00` }]
}

function dateFact(reading: Reading, year: string | undefined, month: number, day: number): DateFact[] {
  if (month < 1 || month > 12 || day < 1 || day > 31) return []
  for (const value of [year, month, day]) if (value !== undefined) reading.values.add(Number(value))
  const pad = (number: number) => String(number).padStart(2, '0')
  return [{ kind: 'date', key: `${year ?? '-'}-${pad(month)}-${pad(day)}` }]
}

/**
 * Whether what one key says may be the date that is wanted: month and day are equal, and the year too, where both have one.
 * Where a month is wanted, any day of it will do.
 */
export function sameDate(said: string, wanted: string): boolean {
  const one = isMonth(wanted) ? `${said.slice(0, -2)}00` : said
  return one.slice(-5) === wanted.slice(-5) && (one.startsWith('-') || wanted.startsWith('-') || one === wanted)
}

/** Is it the key of a month? */
export function isMonth(key: string): boolean {
  return key.endsWith('-00')
}

/** The day of the month in the key of a date. */
export function dayOf(key: string): number {
  return Number(key.slice(-2))
}
