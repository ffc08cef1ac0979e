/** The form of a glossary entry as data. Whatever was typed is kept; what is wrong is named. Pure. */
import { GLOSSARY_DIRECTIONS, GLOSSARY_KINDS, GLOSSARY_TERM_UNITS_MAX } from '../convert/glossary.ts'
import type { GlossaryRow, GlossaryWords } from '../db/glossary.ts'
import { LINE_CHARS_MAX } from './article-form.ts'

/** Longer sentences are cut before they are tried. */
export const SENTENCE_UNITS_MAX = 500

export interface TypedEntry extends GlossaryWords {
  sentence: string
  /** 0 for a new entry. */
  baseVersion: number
}

type Rule = 'missing' | 'characters' | 'lock-two'

export type EntryProblem =
  | { field: 'hant' | 'hans'; rule: Rule }
  | { field: 'hant' | 'hans' | 'note'; rule: 'too-long'; max: number }

/** Reads a form, or an address that says what is known of an entry. */
export function readEntry(read: (name: string) => string): TypedEntry {
  const line = (name: string) => read(name).trim()
  const baseVersion = Number(read('version'))
  return {
    kind: GLOSSARY_KINDS.find((kind) => kind === read('kind')) ?? 'term',
    hant: line('hant'),
    hans: line('hans'),
    direction: GLOSSARY_DIRECTIONS.find((direction) => direction === read('direction')) ?? 'both',
    note: line('note'),
    sentence: line('sentence').slice(0, SENTENCE_UNITS_MAX).toWellFormed(),
    baseVersion: Number.isSafeInteger(baseVersion) && baseVersion > 0 ? baseVersion : 0,
  }
}

/** A stored entry as its form shows it. */
export function typedOf({ kind, hant, hans, direction, note, version }: GlossaryRow): TypedEntry {
  return { kind, hant, hans, direction, note, sentence: '', baseVersion: version }
}

/** What would be stored: a lock has one text, wherever it was typed. */
export function settled({ kind, hant, hans, direction, note }: TypedEntry): GlossaryWords {
  if (kind !== 'lock') return { kind, hant, hans, direction, note }
  return { kind, hant: hant || hans, hans: hant || hans, direction: 'both', note }
}

export function entryProblems(typed: TypedEntry): readonly EntryProblem[] {
  const { hant, hans } = settled(typed)
  const problems = [...textProblems('hant', hant), ...textProblems('hans', hans)]
  const isTwo = typed.kind === 'lock' && typed.hans !== '' && typed.hans !== hant
  const own: EntryProblem[] =
    typed.kind !== 'lock' ? problems : isTwo ? [{ field: 'hans', rule: 'lock-two' }] : problems.slice(0, 1)
  return typed.note.length > LINE_CHARS_MAX ? [...own, { field: 'note', rule: 'too-long', max: LINE_CHARS_MAX }] : own
}

/** Controls and separators of lines; U+FFFD is what is left of half a character. */
const UNUSABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufffd]/u

function textProblems(field: 'hant' | 'hans', text: string): EntryProblem[] {
  if (text === '') return [{ field, rule: 'missing' }]
  if (UNUSABLE.test(text)) return [{ field, rule: 'characters' }]
  if (text.length <= GLOSSARY_TERM_UNITS_MAX) return []
  return [{ field, rule: 'too-long', max: GLOSSARY_TERM_UNITS_MAX }]
}
