import { dayFacet, inFacets, inWords, monthFacet } from './facets.ts'
import { indexText } from './tokenise.ts'

/** Dates in a query: 2022-12-22, 22/12/2022, 2022年12月22日, 22 December 2022, December 22, 2022, 2022年12月, December 2022. */

export interface DateSpan {
  /** As typed. */
  text: string
  year: number
  /** 1 to 12. */
  month: number
  /** Absent for a whole month. */
  day?: number
  /** Finds articles that were published then and articles that name the date. */
  match: string
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const
const MONTH = `(?<name>${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')})`

const FORMS: readonly RegExp[] = [
  /(?<![\p{N}-])(?<year>\p{N}{4})[-/.](?<month>\p{N}{1,2})[-/.](?<day>\p{N}{1,2})(?![\p{N}-])/gu,
  /(?<![\p{N}/])(?<day>\p{N}{1,2})[/.](?<month>\p{N}{1,2})[/.](?<year>\p{N}{4})(?![\p{N}/])/gu,
  /(?<!\p{N})(?<year>\p{N}{4})\s?年\s?(?<month>\p{N}{1,2})\s?月(?:\s?(?<day>\p{N}{1,2})\s?[日號号])?/gu,
  new RegExp(`(?<![\\p{L}\\p{N}])(?:(?<day>\\d{1,2}) )?${MONTH} (?<year>\\d{4})(?![\\p{L}\\p{N}])`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}])${MONTH} (?<day>\\d{1,2}),? (?<year>\\d{4})(?![\\p{L}\\p{N}])`, 'giu'),
]

/** The dates of a query and what remains of it. What only looks like a date stays. */
export function takeDates(text: string): { dates: readonly DateSpan[]; rest: string } {
  const dates: DateSpan[] = []
  let rest = text
  for (const form of FORMS) {
    rest = rest.replace(form, (typed, ...parts) => {
      const groups: Record<string, string | undefined> = parts.at(-1)
      const date = dateOf(typed, groups)
      if (!date) return typed
      dates.push(date)
      return ' '
    })
  }
  return { dates, rest }
}

function dateOf(text: string, groups: Record<string, string | undefined>): DateSpan | undefined {
  const digits = (part: string | undefined) => Number(part?.normalize('NFKC') ?? Number.NaN)
  const year = digits(groups.year)
  const name = groups.name?.slice(0, 3).toLowerCase()
  const month = name ? MONTHS.findIndex((full) => full.startsWith(name)) + 1 : digits(groups.month)
  const day = groups.day === undefined ? undefined : digits(groups.day)
  if (!(month >= 1 && month <= 12 && year >= 1000)) return undefined
  if (day === undefined) return { text, year, month, match: monthMatch(year, month) }
  const real = new Date(Date.UTC(year, month - 1, day))
  if (!(real.getUTCMonth() === month - 1 && real.getUTCDate() === day)) return undefined
  return { text, year, month, day, match: dayMatch(year, month, day) }
}

function dayMatch(year: number, month: number, day: number): string {
  const name = MONTHS[month - 1]
  return either(dayFacet(year, month, day), [
    `${year}年${month}月${day}`,
    `${day} ${name} ${year}`,
    `${name} ${day} ${year}`,
  ])
}

function monthMatch(year: number, month: number): string {
  return either(monthFacet(year, month), [`${year}年${month}月`, `${MONTHS[month - 1]} ${year}`])
}

function either(facet: string, phrases: readonly string[]): string {
  return `(${[inFacets(facet), ...phrases.map((phrase) => inWords(`"${indexText(phrase)}"`))].join(' OR ')})`
}
