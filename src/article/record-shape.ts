/** What topics, contacts and boilerplates have in common: a key, words in three editions, and a few plain values. */
import type { Edition } from '../edition/editions.ts'

export const RECORD_KINDS = ['topic', 'contact', 'boilerplate'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

export type WordField = 'name' | 'description' | 'organisation' | 'person' | 'role' | 'heading' | 'body'
export type PlainField = 'position' | 'phone' | 'email' | 'url'

interface RecordShape {
  /** In the order of the form. `markdown` is converted as such; `required` means in Traditional Chinese and English. */
  words: readonly { name: WordField; type: 'line' | 'paragraph' | 'markdown'; required: boolean }[]
  plain: readonly PlainField[]
}

export const RECORD_SHAPES: Record<RecordKind, RecordShape> = {
  topic: {
    words: [
      { name: 'name', type: 'line', required: true },
      { name: 'description', type: 'paragraph', required: false },
    ],
    plain: ['position'],
  },
  contact: {
    words: [
      { name: 'organisation', type: 'line', required: true },
      { name: 'person', type: 'line', required: false },
      { name: 'role', type: 'line', required: false },
    ],
    plain: ['phone', 'email'],
  },
  boilerplate: {
    words: [
      { name: 'heading', type: 'line', required: true },
      { name: 'body', type: 'markdown', required: true },
    ],
    plain: ['url'],
  },
}

/** One thing said in all three editions. */
export type InEditions = Record<Edition, string>

/** A record as editors see it. Fields that its kind does not have are absent. */
export interface SiteRecord {
  key: string
  words: Partial<Record<WordField, InEditions>>
  plain: Partial<Record<PlainField, string>>
  /** What the conversion made of each Traditional text at the last save. */
  derived: Partial<Record<WordField, string>>
}

/** The words that stand for a record in lists: its first field. */
export function recordName(kind: RecordKind, { words, key }: Pick<SiteRecord, 'words' | 'key'>, edition: Edition) {
  const [first, second] = RECORD_SHAPES[kind].words
  const said = (field: WordField | undefined) => (field && words[field]?.[edition]) || ''
  if (kind !== 'contact') return said(first?.name) || key
  return [said(first?.name), said(second?.name)].filter(Boolean).join(' · ') || key
}
