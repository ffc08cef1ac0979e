/** One event as a file that calendars take in (RFC 5545). */

export interface CalendarEvent {
  /** The same for ever, and in every edition, so that a changed event replaces the old one. */
  uid: string
  /** Grows with every change. */
  sequence: number
  stampMs: number
  startsAtMs: number
  endsAtMs: number | null
  /** BCP 47. */
  language: string
  title: string
  place: string
  description: string
  url: string
}

/** Longest line in octets without its line break (RFC 5545, 3.1). */
const LINE_OCTETS_MAX = 75

/** The file: UTF-8, lines that end in CRLF, long ones folded between characters. Times are in UTC, so it needs no zone. */
export function calendarFile(event: CalendarEvent): string {
  const language = `LANGUAGE=${event.language}`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Causeway//Newsroom//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stampMs)}`,
    `DTSTART:${utc(event.startsAtMs)}`,
    ...(event.endsAtMs === null ? [] : [`DTEND:${utc(event.endsAtMs)}`]),
    `SUMMARY;${language}:${escapeText(event.title)}`,
    ...(event.place === '' ? [] : [`LOCATION;${language}:${escapeText(event.place)}`]),
    ...(event.description === '' ? [] : [`DESCRIPTION;${language}:${escapeText(event.description)}`]),
    `URL:${event.url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function utc(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

/** RFC 5545, 3.3.11. Control characters other than line breaks may not occur at all. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x09\x0b-\x1f\x7f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Breaks a line so that each part has at most 75 octets, and no character is cut. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const more = new TextEncoder().encode(character).length
    if (octets + more > LINE_OCTETS_MAX) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += more
  }
  return [...parts, part].join('\r\n')
}
