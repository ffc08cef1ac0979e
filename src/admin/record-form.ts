/** The forms of topics, contacts and boilerplates as data. Whatever was typed is kept; what is wrong is named. Pure. */
import { findBodyProblem } from '../article/body-limits.ts'
import { clean } from '../article/clean-text.ts'
import { settleWords, shownWords, type TypedWords } from '../article/derived-words.ts'
import {
  type InEditions,
  type PlainField,
  RECORD_SHAPES,
  type RecordKind,
  type SiteRecord,
  type WordField,
} from '../article/record-shape.ts'
import { safeUrl } from '../article/safe-url.ts'
import { parseTopicKey } from '../article/topic-key.ts'
import type { StoredRecord } from '../db/site-records.ts'
import { EDITION_KEYS } from '../edition/editions.ts'
import { isEmail, LINE_CHARS_MAX, PARAGRAPH_CHARS_MAX } from './article-form.ts'

export const POSITION_MAX = 999
/** An address of their own: no record may have it as its key. */
const RESERVED_KEYS = new Set(['new'])

export type RecordProblem =
  | { field: string; rule: 'key-invalid' | 'phone-invalid' | 'email-invalid' | 'url-invalid' | 'position-invalid' }
  | { field: string; rule: 'word-missing' | 'outlived'; word: string }
  | { field: string; rule: 'too-long'; max: number }
  | { field: string; rule: 'body'; problem: NonNullable<ReturnType<typeof findBodyProblem>> }

/** A form as it was filled: `words` with what it knew when it was shown, `baseVersion` 0 for a new record. */
export interface RecordForm {
  key: string
  words: Partial<Record<WordField, TypedWords>>
  plain: Partial<Record<PlainField, string>>
  baseVersion: number
}

export interface SettledForm {
  /** The form as it is shown again: with the Simplified texts that conversion has made. */
  form: RecordForm
  record: SiteRecord
  /** Simplified texts that were written by hand for an older Traditional text. */
  outlived: Partial<Record<string, string>>
  problems: readonly RecordProblem[]
}

/** The controls of words are called `name.zh-hant`; what the form knew about them `name.made` and so on. */
export function readRecordForm(kind: RecordKind, form: FormData): RecordForm {
  const { words, plain } = RECORD_SHAPES[kind]
  const baseVersion = Number(readLine(form, 'version'))
  return {
    key: readLine(form, 'key'),
    words: Object.fromEntries(words.map(({ name, type }) => [name, readTypedWords(form, name, type === 'line')])),
    plain: Object.fromEntries(plain.map((name) => [name, plainValue(name, readLine(form, name))])),
    baseVersion: Number.isSafeInteger(baseVersion) && baseVersion > 0 ? baseVersion : 0,
  }
}

/** Reads one thing that was typed in three editions. */
export function readTypedWords(form: FormData, name: string, isLine: boolean): TypedWords {
  const read = (part: string) => (isLine ? readLine(form, `${name}.${part}`) : readText(form, `${name}.${part}`))
  return {
    'zh-hant': read('zh-hant'),
    'zh-hans': read('zh-hans'),
    en: read('en'),
    made: read('made'),
    kept: read('kept'),
    keptFor: read('keptFor'),
  }
}

function readText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? clean(value).trim() : ''
}

export function readLine(form: FormData, name: string): string {
  return readText(form, name).replace(/\s*\n\s*/g, ' ')
}

/** Telephone numbers as people write them become E.164; eight digits are a number of Hong Kong. */
function plainValue(name: PlainField, raw: string): string {
  if (name === 'position' && raw === '') return '0'
  if (name !== 'phone') return raw
  const bare = raw.replace(/[\s()–-]/g, '')
  return /^[2-9]\d{7}$/.test(bare) ? `+852${bare}` : bare
}

/** Makes the Simplified texts and looks for problems. */
export function settleRecord(
  kind: RecordKind,
  form: RecordForm,
  converterOf: (field: WordField) => (text: string) => string,
): SettledForm {
  const words: Partial<Record<WordField, InEditions>> = {}
  const derived: Partial<Record<WordField, string>> = {}
  const shown: RecordForm['words'] = {}
  const outlived: Partial<Record<string, string>> = {}
  for (const { name } of RECORD_SHAPES[kind].words) {
    const typed = form.words[name]
    if (!typed) continue
    const settled = settleWords(typed, converterOf(name))
    words[name] = settled.words
    derived[name] = settled.made
    shown[name] = shownWords(settled.words, settled.made)
    if (settled.outlived) outlived[name] = settled.outlived
  }
  const record: SiteRecord = { key: form.key, words, plain: form.plain, derived }
  const problems = [...problemsOf(kind, record), ...outlivedProblems(outlived)]
  return { form: { ...form, words: shown }, record, outlived, problems }
}

/** The words of a field that was written by hand must be looked at again: conversion has made them anew. */
export function outlivedProblems(outlived: Partial<Record<string, string>>) {
  return Object.keys(outlived).map((word) => ({ field: `${word}.zh-hans`, rule: 'outlived' as const, word }))
}

/** A stored record as its form shows it. */
export function formOfRecord(
  kind: RecordKind,
  record: StoredRecord,
  converterOf: (field: WordField) => (text: string) => string,
): RecordForm {
  const words: RecordForm['words'] = {}
  for (const { name } of RECORD_SHAPES[kind].words) {
    const said = record.words[name] ?? { 'zh-hant': '', 'zh-hans': '', en: '' }
    words[name] = shownWords(said, record.derived[name] ?? converterOf(name)(said['zh-hant']))
  }
  return { key: record.key, words, plain: record.plain, baseVersion: record.version }
}

/** The form of a record that is not there yet. */
export function emptyForm(kind: RecordKind): RecordForm {
  return readRecordForm(kind, new FormData())
}

function problemsOf(kind: RecordKind, { key, words, plain }: SiteRecord): RecordProblem[] {
  const problems: RecordProblem[] = []
  if (!parseTopicKey(key) || RESERVED_KEYS.has(key)) problems.push({ field: 'key', rule: 'key-invalid' })
  for (const { name, type, required } of RECORD_SHAPES[kind].words) {
    const said = words[name]
    if (said) problems.push(...wordProblems(name, said, { required, type }))
  }
  return [...problems, ...plainProblems(plain)]
}

/** What is wrong with one thing said in three editions. */
export function wordProblems(
  name: string,
  words: InEditions,
  { required, type }: { required: boolean; type: 'line' | 'paragraph' | 'markdown' },
): RecordProblem[] {
  return EDITION_KEYS.flatMap((edition): RecordProblem[] => {
    const field = `${name}.${edition}`
    const text = words[edition]
    if (text === '') return required && edition !== 'zh-hans' ? [{ field, rule: 'word-missing', word: name }] : []
    if (type === 'markdown') {
      const problem = findBodyProblem(text)
      return problem ? [{ field, rule: 'body', problem }] : []
    }
    const max = type === 'line' ? LINE_CHARS_MAX : PARAGRAPH_CHARS_MAX
    return text.length > max ? [{ field, rule: 'too-long', max }] : []
  })
}

function plainProblems({ position, phone, email, url }: SiteRecord['plain']): RecordProblem[] {
  const problems: RecordProblem[] = []
  if (position !== undefined && !(/^\d{1,3}$/.test(position) && Number(position) <= POSITION_MAX))
    problems.push({ field: 'position', rule: 'position-invalid' })
  if (phone && !/^\+[1-9]\d{6,14}$/.test(phone)) problems.push({ field: 'phone', rule: 'phone-invalid' })
  if (email && !isEmail(email)) problems.push({ field: 'email', rule: 'email-invalid' })
  if (url && !(url.startsWith('https://') && safeUrl(url) !== undefined))
    problems.push({ field: 'url', rule: 'url-invalid' })
  return problems
}
