/** Dates in Chinese and English texts. */
import { CHINESE_NUMERAL_CHARACTERS, parseChineseNumeral } from './chinese-numerals.ts'
import { type Fact, type Reading, takeFacts } from './fact-reading.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const TO = '(?:\\s{0,3}(?:-|–|—|to|and|&|,)\\s{0,3})'
const YEAR = '(?:,?\\s{1,3}((?:19|20)\\d\\d)\\b)?'

const ENGLISH_DAY_FIRST = new RegExp(`\\b(?:${DAY}${TO})?${DAY}\\s{1,3}(?:of\\s{1,3})?(${MONTH})${YEAR}`, 'gi')
const ENGLISH_MONTH_FIRST = new RegExp(`\\b(${MONTH})\\s{1,3}${DAY}(?:${TO}${DAY})?(?![\\d,.]*\\d)${YEAR}`, 'gi')
const ISO = /(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])/g

const HAN = `(?:\\d{1,2}|[${CHINESE_NUMERAL_CHARACTERS}]{1,3})`
const HAN_TO = '\\s{0,3}(?:至|到|、|及|和|與|与|-|–|—|~|～)\\s{0,3}'
const CHINESE = new RegExp(
  `(?:(\\d{4}|[一二][〇零一二三四五六七八九]{3})\\s{0,3}年\\s{0,3})?(${HAN})\\s{0,3}月\\s{0,3}(${HAN})\\s{0,3}(?:[日號号](?:${HAN_TO}(${HAN})\\s{0,3}[日號号])?|${HAN_TO}(${HAN})\\s{0,3}[日號号])`,
  'g',
)

type DateFact = Pick<Fact, 'kind' | 'key'>

/**
 * Takes dates with day and month, with or without year, alone or as the two ends of a range (22 to 25 December). A year
 * alone stays for the numbers. Day, month and year are noted as values as well.
 */
export function datesIn(reading: Reading): void {
  const dates = (year: string | undefined, month: number, days: readonly (string | undefined)[]) =>
    days.flatMap((day) => dateFact(reading, year, month, day))
  const orNone = (facts: DateFact[]) => (facts.length > 0 ? facts : undefined)
  takeFacts(reading, ISO, ([, year, month, day]) => orNone(dates(year, Number(month), [day])))
  takeFacts(reading, CHINESE, ([, year, month = '', day, second, third]) => {
    const days = [day, second, third].map((han) => (han === undefined ? undefined : String(hanNumber(han))))
    return orNone(dates(year === undefined ? undefined : String(hanNumber(year)), hanNumber(month), days))
  })
  takeFacts(reading, ENGLISH_DAY_FIRST, ([, first, day, month = '', year]) =>
    orNone(dates(year, monthNumber(month), [first, day])),
  )
  takeFacts(reading, ENGLISH_MONTH_FIRST, ([, month = '', day, second, year]) =>
    orNone(dates(year, monthNumber(month), [day, second])),
  )
}

function hanNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (parseChineseNumeral(text) ?? 0)
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function dateFact(reading: Reading, year: string | undefined, month: number, day: string | undefined): DateFact[] {
  const dayNumber = Number(day)
  if (day === undefined || month < 1 || month > 12 || dayNumber < 1 || dayNumber > 31) return []
  for (const value of [year, month, dayNumber]) if (value !== undefined) reading.values.add(Number(value))
  const pad = (number: number) => String(number).padStart(2, '0')
  return [{ kind: 'date', key: `${year ?? '-'}-${pad(month)}-${pad(dayNumber)}` }]
}

/** Whether two keys of dates may be one date: month and day are equal, and the year too, where both have one. */
export function sameDate(a: string, b: string): boolean {
  return a.slice(-5) === b.slice(-5) && (a.startsWith('-') || b.startsWith('-') || a === b)
}
