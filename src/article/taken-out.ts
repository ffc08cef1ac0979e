import { isObject } from './same-json.ts'

/**
 * How many UTF-16 units of texts anywhere in a value are not in another of its kind: in each text, what lies between the
 * part that stayed at its beginning and the part that stayed at its end.
 */
export function takenOut(before: unknown, after: unknown): number {
  if (typeof before === 'string') return takenOutOfText(before, typeof after === 'string' ? after : '')
  if (!isObject(before)) return 0
  const others = isObject(after) ? after : {}
  return Object.entries(before).reduce((sum, [name, value]) => sum + takenOut(value, others[name]), 0)
}

function takenOutOfText(before: string, after: string): number {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let end = 0
  const behind = (text: string) => text.charCodeAt(text.length - 1 - end)
  while (end < most - start && behind(before) === behind(after)) end += 1
  return before.length - start - end
}
