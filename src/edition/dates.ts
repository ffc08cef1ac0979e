/**
 * Dates as each edition writes them, always in Hong Kong time. Hong Kong has kept UTC+8 without summer time since 1979,
 * so a fixed offset is exact for everything that a newsroom publishes.
 */
import type { Edition } from './editions.ts'

export const HONG_KONG_OFFSET_MS = 8 * 60 * 60 * 1000

const CHINESE_WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const
const ENGLISH_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

interface LocalTime {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  /** 0 is Sunday. */
  weekday: number
  hour: number
  minute: number
}

/** The clock on a wall in Hong Kong at a moment. */
export function hongKongTime(atMs: number): LocalTime {
  const shifted = new Date(atMs + HONG_KONG_OFFSET_MS)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  }
}

/** The moment at which a month begins in Hong Kong; month 13 is January of the next year. */
export function monthStartMs(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) - HONG_KONG_OFFSET_MS
}

/** For `<time datetime>`: `2022-12-22T12:00:00+08:00`. */
export function isoHongKong(atMs: number): string {
  return `${new Date(atMs + HONG_KONG_OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}

/**
 * The moment that stands for a dateline: that of publication on the same day or where there is no date of its own, else
 * noon of the day that editors wrote (`YYYY-MM-DD`).
 */
export function datelineMs(date: string, publishedAtMs: number): number {
  const noonMs = Date.parse(`${date}T12:00:00+08:00`)
  return Number.isNaN(noonMs) || isoHongKong(publishedAtMs).startsWith(date) ? publishedAtMs : noonMs
}

/** 2022年12月22日（星期四） or Thursday, 22 December 2022. */
export function fullDate(atMs: number, edition: Edition): string {
  const { weekday } = hongKongTime(atMs)
  const date = shortDate(atMs, edition)
  return edition === 'en' ? `${ENGLISH_WEEKDAYS[weekday]}, ${date}` : `${date}（星期${CHINESE_WEEKDAYS[weekday]}）`
}

/** 2022年12月22日 or 22 December 2022. */
export function shortDate(atMs: number, edition: Edition): string {
  const { year, month, day } = hongKongTime(atMs)
  return edition === 'en' ? `${day} ${ENGLISH_MONTHS[month - 1]} ${year}` : `${year}年${month}月${day}日`
}

/** 下午3時30分 / 下午3时30分 or 3.30 pm, without the date. Noon and midnight are named so that nobody takes one for the other. */
export function clockTime(atMs: number, edition: Edition): string {
  const { hour, minute } = hongKongTime(atMs)
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  if (edition === 'en') {
    if (hour === 12 && minute === 0) return '12 noon'
    return `${twelve}.${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`
  }
  const hourWord = edition === 'zh-hant' ? '時' : '时'
  const minutes = minute === 0 ? '' : `${minute}分`
  if (hour === 0) return `凌晨0${hourWord}${minutes}`
  const part = hour < 12 ? '上午' : hour === 12 ? '中午' : '下午'
  return `${part}${twelve}${hourWord}${minutes}`
}

/** Date and time of day together. */
export function dateAndTime(atMs: number, edition: Edition): string {
  const date = fullDate(atMs, edition)
  const time = clockTime(atMs, edition)
  return edition === 'en' ? `${date}, ${time} (Hong Kong time)` : `${date}${time}`
}

/** Date and minute without weekday and zone, for lists that say once which clock they mean. */
export function dateAndMinute(atMs: number, edition: Edition): string {
  return `${shortDate(atMs, edition)}${edition === 'en' ? ', ' : ''}${clockTime(atMs, edition)}`
}

/** From one minute to another; the second has its date only where that is another day. */
export function spanOfMinutes(fromMs: number, untilMs: number, edition: Edition): string {
  const sameDay = shortDate(fromMs, edition) === shortDate(untilMs, edition)
  const until = sameDay ? clockTime(untilMs, edition) : dateAndMinute(untilMs, edition)
  return `${dateAndMinute(fromMs, edition)}${edition === 'en' ? ' to ' : '至'}${until}`
}

/** When an event is: the date, from when, until when; an end on another day stands in full. */
export function eventTime(startsAtMs: number, endsAtMs: number | null, edition: Edition): string {
  if (endsAtMs === null) return dateAndTime(startsAtMs, edition)
  const sameDay = shortDate(startsAtMs, edition) === shortDate(endsAtMs, edition)
  const end = sameDay
    ? clockTime(endsAtMs, edition)
    : `${fullDate(endsAtMs, edition)}${edition === 'en' ? ', ' : ''}${clockTime(endsAtMs, edition)}`
  const start = `${fullDate(startsAtMs, edition)}${edition === 'en' ? ', ' : ''}${clockTime(startsAtMs, edition)}`
  return edition === 'en' ? `${start} to ${end} (Hong Kong time)` : `${start}至${end}`
}

/** 2022年12月 or December 2022. */
export function monthName(year: number, month: number, edition: Edition): string {
  return edition === 'en' ? `${ENGLISH_MONTHS[month - 1]} ${year}` : `${year}年${month}月`
}
