import { describe, expect, test } from 'vitest'
import {
  clockTime,
  dateAndTime,
  datelineMs,
  fullDate,
  hongKongTime,
  isoHongKong,
  monthName,
  monthStartMs,
  shortDate,
} from '../../../src/edition/dates.ts'

const release = Date.UTC(2022, 11, 22, 4)

describe('dates', () => {
  test('are written as each edition writes them', () => {
    expect(fullDate(release, 'zh-hant')).toBe('2022年12月22日（星期四）')
    expect(fullDate(release, 'zh-hans')).toBe('2022年12月22日（星期四）')
    expect(fullDate(release, 'en')).toBe('Thursday, 22 December 2022')
    expect(shortDate(release, 'en')).toBe('22 December 2022')
    expect(monthName(2022, 12, 'zh-hant')).toBe('2022年12月')
    expect(monthName(2022, 12, 'en')).toBe('December 2022')
  })

  test('carry the offset of Hong Kong for machines', () => {
    expect(isoHongKong(release)).toBe('2022-12-22T12:00:00+08:00')
    expect(isoHongKong(Date.UTC(2022, 11, 31, 16))).toBe('2023-01-01T00:00:00+08:00')
  })

  test('change at midnight in Hong Kong', () => {
    const lastSecond = Date.UTC(2022, 11, 31, 15, 59, 59)
    expect(hongKongTime(lastSecond)).toMatchObject({ year: 2022, month: 12, day: 31, hour: 23, minute: 59 })
    expect(hongKongTime(lastSecond + 1000)).toMatchObject({ year: 2023, month: 1, day: 1, hour: 0, weekday: 0 })
    expect(monthStartMs(2022, 13)).toBe(lastSecond + 1000)
  })

  test('agree with the platform’s own calendar over two centuries', () => {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Hong_Kong',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
    for (let day = Date.UTC(1980, 0, 1); day < Date.UTC(2100, 0, 1); day += 37 * 86_400_000 + 3_600_000) {
      expect(fullDate(day, 'en').replace(',', '')).toBe(format.format(day).replace(',', ''))
    }
  })
})

describe('a dateline', () => {
  test('is the day that editors wrote, or that of publication', () => {
    expect(isoHongKong(datelineMs('2022-12-22', release))).toBe('2022-12-22T12:00:00+08:00')
    expect(isoHongKong(datelineMs('2022-12-22', release + 3_600_000))).toBe('2022-12-22T13:00:00+08:00')
    expect(isoHongKong(datelineMs('2022-12-21', release))).toBe('2022-12-21T12:00:00+08:00')
    expect(datelineMs('', release)).toBe(release)
    expect(datelineMs('no date', release)).toBe(release)
  })
})

describe('times of day', () => {
  test.each([
    [0, '凌晨0時', '凌晨0时', '12.00 am'],
    [9 * 60 + 5, '上午9時5分', '上午9时5分', '9.05 am'],
    [12 * 60, '中午12時', '中午12时', '12 noon'],
    [15 * 60 + 30, '下午3時30分', '下午3时30分', '3.30 pm'],
  ])('minute %i of the day', (minutes, hant, hans, en) => {
    const atMs = Date.UTC(2022, 11, 21, 16) + minutes * 60_000
    expect([clockTime(atMs, 'zh-hant'), clockTime(atMs, 'zh-hans'), clockTime(atMs, 'en')]).toEqual([hant, hans, en])
  })

  test('stand behind the date', () => {
    expect(dateAndTime(release, 'zh-hant')).toBe('2022年12月22日（星期四）中午12時')
    expect(dateAndTime(release, 'en')).toBe('Thursday, 22 December 2022, 12 noon (Hong Kong time)')
  })
})
