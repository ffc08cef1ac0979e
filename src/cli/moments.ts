/** Moments in content files: Hong Kong time with its offset, to the millisecond where there are any. */
import { HONG_KONG_OFFSET_MS } from '../edition/dates.ts'
import type { YamlFields } from './yaml-fields.ts'

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?\+08:00$/

export function writeMoment(atMs: number): string {
  return new Date(atMs + HONG_KONG_OFFSET_MS).toISOString().replace(/(\.000)?Z$/, '+08:00')
}

/** @throws ContentFileError when the field is absent or names no moment */
export function readMoment(fields: YamlFields, key: string): number {
  const text = fields.shaped(key, MOMENT, 'a Hong Kong time such as 2022-12-22T12:00:00+08:00')
  const atMs = Date.parse(text)
  if (Number.isNaN(atMs) || writeMoment(atMs).slice(0, 19) !== text.slice(0, 19)) {
    throw fields.error(key, `there is no ${text}`)
  }
  return atMs
}
