/** Reads the answers of the desk. */
import type { Override } from '../article/content.ts'
import { QUESTIONS_MAX } from '../newsroom/desk.ts'
import { formAll, formLine } from './request.ts'

/** An override is a word or a name with its neighbours, not a paragraph. */
export const OVERRIDE_CHARS_MAX = 100

/** What was said to one question: a form that was chosen, or another one that was typed and counts. '' where nothing was. */
export interface TypedAnswer {
  from: string
  to: string
  other: string
}

export interface TypedDesk {
  baseVersion: number
  answers: readonly TypedAnswer[]
  /** The words of overrides that shall go. */
  removed: readonly string[]
  added: { from: string; to: string }
}

export type DeskRule = 'from-missing' | 'to-missing' | 'too-long' | 'not-found'

export interface DeskProblem {
  field: string
  rule: DeskRule
}

export function readDeskForm(form: FormData): TypedDesk {
  const answers: TypedAnswer[] = []
  for (let index = 0; index < QUESTIONS_MAX; index++) {
    const from = formLine(form, `q.${index}.from`)
    if (from === '') continue
    answers.push({ from, to: formLine(form, `q.${index}.to`), other: formLine(form, `q.${index}.other`) })
  }
  return {
    baseVersion: Number(formLine(form, 'version')) || 0,
    answers,
    removed: formAll(form, 'remove'),
    added: { from: formLine(form, 'add.from'), to: formLine(form, 'add.to') },
  }
}

/** Was nothing chosen, typed or taken back? */
export function isUntouched({ answers, removed, added }: TypedDesk): boolean {
  return answers.every(({ to, other }) => to + other === '') && removed.length === 0 && added.from + added.to === ''
}

/** The overrides of the article once the answers are taken in: later decisions about the same words replace earlier ones. */
export function settleDesk(
  { answers, removed, added }: TypedDesk,
  overrides: readonly Override[],
): { overrides: readonly Override[]; problems: readonly DeskProblem[] } {
  const problems: DeskProblem[] = []
  const decided = new Map(overrides.filter(({ from }) => !removed.includes(from)).map((row) => [row.from, row]))
  answers.forEach(({ from, to, other }, index) => {
    const chosen = other || to
    if (chosen.length > OVERRIDE_CHARS_MAX) problems.push({ field: `q.${index}.other`, rule: 'too-long' })
    else if (chosen !== '') decided.set(from, { from, to: chosen, note: decided.get(from)?.note ?? '' })
  })
  if (added.from !== '' || added.to !== '') {
    problems.push(...addedProblems(added))
    decided.set(added.from, { ...added, note: '' })
  }
  return { overrides: [...decided.values()], problems }
}

function addedProblems({ from, to }: { from: string; to: string }): DeskProblem[] {
  const one = (field: string, text: string, missing: DeskRule): DeskProblem[] => {
    if (text === '') return [{ field, rule: missing }]
    return text.length > OVERRIDE_CHARS_MAX ? [{ field, rule: 'too-long' }] : []
  }
  return [...one('add.from', from, 'from-missing'), ...one('add.to', to, 'to-missing')]
}
