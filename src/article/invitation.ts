/** Times of events: what editors type, and what calendars need. */
import { HONG_KONG_OFFSET_MS } from '../edition/dates.ts'

/** What `<input type="datetime-local">` gives, without seconds, or the same as people type it (HTML, 2.3.5.5). */
const WALL_CLOCK = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T ](?:[01]\d|2[0-3]):[0-5]\d$/

/** The moment at which clocks in Hong Kong show `wallClock`, or null when there is no such moment or none was typed. */
export function hongKongMs(wallClock: string): number | null {
  if (!WALL_CLOCK.test(wallClock)) return null
  const clock = wallClock.replace(' ', 'T')
  const atMs = Date.parse(`${clock}:00Z`)
  const isReal = !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(clock)
  return isReal ? atMs - HONG_KONG_OFFSET_MS : null
}
