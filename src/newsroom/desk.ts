/**
 * The desk: what the conversion of an article was not sure of, put as questions that an editor answers once, and the
 * answers that the article has already. An answer is an override: the doubtful character with what stands around it, so
 * that it decides here and nowhere else.
 */
import type { ArticleContent, EditionContent, Override } from '../article/content.ts'
import { convertedTexts } from '../article/convert-body.ts'
import type { Run } from '../convert/options.ts'
import type { Doubt, Span, Stretch, Trace } from '../convert/trace.ts'
import type { TracedDerivation } from './conversion.ts'

/** Answers beyond this many are not asked for at once; a text with more has another problem. */
export const QUESTIONS_MAX = 200

/** How much of the text around a question is shown, on each side. */
const CONTEXT_UNITS = 24

export interface Choice {
  /** The doubtful stretch, as it would be. */
  result: string
  /** The same with what stands around it: what the override says. */
  to: string
}

export interface Question {
  doubt: Doubt
  /** What an override replaces. No two questions have the same. */
  from: string
  /** The doubtful stretch in `from`. */
  doubtful: Stretch
  /** The first is what the conversion says now. */
  choices: readonly Choice[]
  /** What stands before and behind `from` where it first occurs, with an ellipsis where it goes on. */
  before: string
  behind: string
  /** Control of the article form where it first occurs, e.g. `zh.body`. */
  field: string
  count: number
}

export interface Answer {
  override: Override
  /** How often the source has it; 0 when the text has changed since. */
  count: number
  /** Without the answer it would be asked about as a name. */
  isName: boolean
}

export interface Desk {
  questions: readonly Question[]
  answers: readonly Answer[]
  /** Stretches that the conversion changed. */
  changes: number
}

/** A text of the source edition with the control where it is typed. */
export interface SourceText {
  field: string
  runs: readonly Run[]
}

/**
 * The desk of an article; null when its source edition has no words. `undecided` traces without the article's own answers:
 * only with it is it known which of them are about names.
 */
export function deskOf(
  content: ArticleContent,
  { trace }: Pick<TracedDerivation, 'trace'>,
  undecided?: Pick<TracedDerivation, 'trace'>,
): Desk | null {
  const words = content.written[content.sourceEdition]
  if (!words) return null
  const texts = sourceTexts(words)
  const { questions, changes } = questionsOf(texts, trace)
  const whole = texts.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')
  const asked = undecided && content.overrides.length > 0 ? questionsOf(texts, undecided.trace).questions : []
  const names = new Set(asked.flatMap(({ doubt, from }) => (doubt === 'name' ? [from] : [])))
  const answers = content.overrides.map((override) => {
    const { from } = override
    return { override, count: countOf(whole, from), isName: names.has(from) }
  })
  return { questions, answers, changes }
}

function questionsOf(texts: readonly SourceText[], trace: TracedDerivation['trace']) {
  const questions = new Map<string, Question>()
  let changes = 0
  for (const { field, runs } of texts) {
    const traced = trace(runs)
    const text = runs.map((run) => run.text).join('')
    changes += traced.spans.filter(({ from, to }) => from !== to).length
    for (const [index, span] of traced.spans.entries()) {
      if (span.confidence === 'high' || questions.size >= QUESTIONS_MAX) continue
      const asked = questionAbout({ field, text, traced, index })
      const known = questions.get(asked.from)
      questions.set(asked.from, known ? { ...known, count: known.count + 1 } : asked)
    }
  }
  return { questions: [...questions.values()], changes }
}

/** Every text that the derived edition is made from, in the order of the form. */
export function sourceTexts(words: EditionContent): readonly SourceText[] {
  const plain = (field: string, text: string): SourceText[] =>
    text === '' ? [] : [{ field: `zh.${field}`, runs: [{ text }] }]
  return [
    ...(['title', 'subtitle', 'label', 'summary', 'place', 'venue'] as const).flatMap((name) =>
      plain(name, words[name] ?? ''),
    ),
    ...(convertedTexts(words.body) ?? []).map((runs) => ({ field: 'zh.body', runs })),
    ...words.downloads.flatMap(({ label, caption }, index) => [
      ...plain(`downloads.${index}.label`, label),
      ...plain(`downloads.${index}.caption`, caption),
    ]),
    ...words.facts.flatMap(({ term, detail }, index) => [
      ...plain(`facts.${index}.term`, term),
      ...plain(`facts.${index}.detail`, detail),
    ]),
    ...words.related.flatMap(({ label }, index) => plain(`related.${index}.label`, label)),
  ]
}

interface Place {
  field: string
  text: string
  traced: Trace
  index: number
}

function questionAbout({ field, text, traced, index }: Place): Question {
  const { spans } = traced
  const span = spans[index]
  if (!span?.doubt) throw new Error('questionAbout: only doubtful spans are asked about')
  const { first, last } = around(text, spans, index)
  const side = (from: number, to: number) =>
    spans
      .slice(from, to)
      .map((one) => cut(one, { start: first.start, end: last.end }))
      .join('')
  const prefix = side(first.at, index)
  const suffix = side(index + 1, last.at + 1)
  return {
    ...{ doubt: span.doubt, field, count: 1 },
    from: text.slice(first.start, last.end),
    doubtful: { start: span.start - first.start, end: span.end - first.start },
    choices: span.candidates.map((result) => ({ result, to: prefix + result + suffix })),
    before:
      (first.start > CONTEXT_UNITS ? '…' : '') + text.slice(Math.max(0, first.start - CONTEXT_UNITS), first.start),
    behind: text.slice(last.end, last.end + CONTEXT_UNITS) + (last.end + CONTEXT_UNITS < text.length ? '…' : ''),
  }
}

interface Edge {
  /** Index of the span in which the edge lies. */
  at: number
  start: number
  end: number
}

/** The stretch that an override covers: the name, or the doubtful stretch with one character on each side. */
function around(text: string, spans: readonly Span[], index: number): { first: Edge; last: Edge } {
  const { start, end, name } = spans[index] ?? { start: 0, end: 0 }
  const wanted = name
    ? { start: Math.min(name.start, start), end: Math.max(name.end, end) }
    : { start: isHanBefore(text, start) ? start - 1 : start, end: isHanAt(text, end) ? end + 1 : end }
  let from = index
  while (from > 0 && (spans[from]?.start ?? 0) > wanted.start && isOpen(spans[from - 1])) from--
  let to = index
  while (to + 1 < spans.length && (spans[to]?.end ?? 0) < wanted.end && isOpen(spans[to + 1])) to++
  const first = spans[from]
  const last = spans[to]
  if (!first || !last) throw new Error('around: no such span')
  return {
    first: { at: from, start: isEven(first) ? Math.max(first.start, wanted.start) : first.start, end: first.end },
    last: { at: to, start: last.start, end: isEven(last) ? Math.min(last.end, wanted.end) : last.end },
  }
}

/** Whether a span may be cut: each unit of its source is one unit of its result. */
function isEven({ from, to }: Span): boolean {
  return from.length === to.length
}

/** What an override may cover: what is fixed stays out of it. */
function isOpen(span: Span | undefined): boolean {
  return (
    span !== undefined &&
    !['protected', 'override', 'glossary', 'name'].includes(span.layer) &&
    !span.from.includes('\n')
  )
}

/** The result of the part of a span that lies in the stretch. */
function cut({ start, end, to }: Span, stretch: Stretch): string {
  const head = Math.max(0, stretch.start - start)
  const tail = Math.max(0, end - stretch.end)
  return head === 0 && tail === 0 ? to : to.slice(head, to.length - tail)
}

function isHanAt(text: string, index: number): boolean {
  return /^\p{Script=Han}$/u.test(text.charAt(index))
}

function isHanBefore(text: string, index: number): boolean {
  return index > 0 && isHanAt(text, index - 1)
}

function countOf(text: string, words: string): number {
  return words === '' ? 0 : text.split(words).length - 1
}
