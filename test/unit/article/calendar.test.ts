import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, calendarFile } from '../../../src/article/calendar.ts'
import { hongKongMs } from '../../../src/article/invitation.ts'

const event: CalendarEvent = {
  uid: 'article-7@news.example.org',
  sequence: 2,
  stampMs: Date.parse('2026-11-23T04:00:00Z'),
  startsAtMs: Date.parse('2026-11-25T15:00:00+08:00'),
  endsAtMs: Date.parse('2026-11-25T16:30:00+08:00'),
  language: 'zh-HK',
  title: '採訪邀請：數碼港「創科；未來」論壇, 2026',
  place: '數碼港3座\n地下; 展覽廳',
  description: `${'很長的說明，'.repeat(40)}\\完`,
  url: 'https://news.example.org/zh-hant/news/forum',
}

/** Reads a file with somebody else's parser. */
function parsed(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event')
  return { component, event: new ICAL.Event(component) }
}

describe('calendarFile', () => {
  test('says what was put in, as another program reads it', () => {
    const { event: read, component } = parsed(calendarFile(event))
    expect(read.summary).toBe(event.title)
    expect(read.location).toBe(event.place)
    expect(read.description).toBe(event.description)
    expect(read.uid).toBe(event.uid)
    expect(read.sequence).toBe(2)
    expect(read.startDate.toJSDate().getTime()).toBe(event.startsAtMs)
    expect(read.endDate.toJSDate().getTime()).toBe(event.endsAtMs)
    expect(component.getFirstPropertyValue('url')).toBe(event.url)
    expect(component.getFirstProperty('summary')?.getParameter('language')).toBe('zh-HK')
  })

  test('has lines of at most 75 octets that end in CRLF, and cuts no character', () => {
    const file = calendarFile(event)
    expect(file).toMatch(/\r\nEND:VCALENDAR\r\n$/)
    const lines = file.split('\r\n')
    for (const line of lines) {
      expect(line).not.toMatch(/[\r\n\ufffd]/)
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(Buffer.from(line).toString()).toBe(line)
    }
    expect(lines.some((line) => Buffer.byteLength(line) > 70)).toBe(true)
  })

  test('can have no end and no place', () => {
    const { component } = parsed(calendarFile({ ...event, endsAtMs: null, place: '', description: '' }))
    expect(component.hasProperty('dtend')).toBe(false)
    expect(component.hasProperty('location')).toBe(false)
  })

  test('carries any text unharmed', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 120 }).map((value) => value.replace(/[\0-\x1f\x7f]/g, ''))
    fc.assert(
      fc.property(text, text, (title, place) => {
        fc.pre(title !== '' && place !== '')
        const { event: read } = parsed(calendarFile({ ...event, title, place }))
        expect([read.summary, read.location]).toEqual([title, place])
      }),
      { seed: 20221222, numRuns: 300 },
    )
  })

  test('lets no text end its line and begin another property', () => {
    const file = calendarFile({ ...event, title: 'A\r\nATTACH:https://evil.example/\nX:1' })
    expect(file).not.toMatch(/^ATTACH/m)
  })
})

describe('hongKongMs', () => {
  test.each([
    ['2026-11-25T15:00', '2026-11-25T07:00:00.000Z'],
    ['2026-11-25 15:00', '2026-11-25T07:00:00.000Z'],
    ['2024-02-29T00:00', '2024-02-28T16:00:00.000Z'],
  ])('%s', (typed, moment) => {
    expect(new Date(hongKongMs(typed) ?? 0).toISOString()).toBe(moment)
  })

  test.each([
    '',
    '2026-11-25',
    '2026-11-25T24:00',
    '2026-02-30T10:00',
    '2026-11-25  15:00',
    '2026-13-01T10:00',
    '2026-11-25T15:00Z',
  ])('%s is no moment', (typed) => {
    expect(hongKongMs(typed)).toBeNull()
  })
})
