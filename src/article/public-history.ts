/** What the public met at the addresses of an article, from when until when, in each edition. Pure. */
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'

/** What made the row of an edition what it is. `moved`: another edition's act changed address, kind or topics of all. */
export const EDITION_ACTS = [
  'published',
  'scheduled',
  'embargoed',
  'updated',
  'corrected',
  'withdrawn',
  'records-refreshed',
  'reconverted',
  'moved',
] as const
export type EditionAct = (typeof EDITION_ACTS)[number]

/** The row of an edition as it stands, or as it stood until another one replaced it. */
export interface HistoryRow {
  edition: Edition
  /** Id of the row that was kept; null for the one that stands. */
  pastId: number | null
  replacedAtMs: number | null
  state: 'published' | 'withdrawn'
  publishedAtMs: number
  embargoed: boolean
  updatedAtMs: number | null
  withdrawnAtMs: number | null
  /** When the newest note of correction was added. */
  correctedAtMs: number | null
  /** These three are null where nobody acted, and in what was kept before acts were written down with it. */
  act: EditionAct | null
  actedAtMs: number | null
  actedBy: string | null
  title: string
  revision: number
  conversionVersion: string | null
  approvedBy: string | null
  approvedAtMs: number | null
}

/** How a state began: by an act, or because its time had come (`released` from a schedule, `lifted` from an embargo). */
export type HistoryEvent = Exclude<EditionAct, 'scheduled'> | 'put-back' | 'released' | 'lifted'

export interface PublicState {
  edition: Edition
  /** The text itself, the notice of an embargo, or date and reason of a withdrawal. */
  shown: 'text' | 'notice' | 'withdrawn'
  event: HistoryEvent
  fromMs: number
  /** Null while it lasts. */
  untilMs: number | null
  row: HistoryRow
}

/** Every state that the public met until `nowMs`, newest first. `rows` in any order. */
export function publicStates(rows: readonly HistoryRow[], nowMs: number): readonly PublicState[] {
  return EDITION_KEYS.flatMap((edition) => {
    const own = rows.filter((row) => row.edition === edition).sort(byEnd)
    const states: PublicState[] = []
    for (const { row, fromMs } of spansOf(own)) {
      const begun = statesOf(row, fromMs, states.at(-1)).filter((state) => state.fromMs <= nowMs)
      states.push(...begun.filter(({ fromMs: from, untilMs }) => untilMs === null || from < untilMs))
    }
    return states
  }).sort((a, b) => b.fromMs - a.fromMs)
}

function byEnd(a: HistoryRow, b: HistoryRow): number {
  return (a.replacedAtMs ?? Infinity) - (b.replacedAtMs ?? Infinity) || (a.pastId ?? 0) - (b.pastId ?? 0)
}

interface Span {
  row: HistoryRow
  /** From when the row stood, public or not. */
  fromMs: number
}

/** Rows with the moment from which they stood. A row that was kept although nothing about it changed is passed over. */
function spansOf(rows: readonly HistoryRow[]): readonly Span[] {
  const spans: Span[] = []
  for (const row of rows) {
    const before = spans.at(-1)
    if (before && isCopy(before.row, row)) spans[spans.length - 1] = { row, fromMs: before.fromMs }
    else spans.push({ row, fromMs: row.actedAtMs ?? before?.row.replacedAtMs ?? firstSeenMs(row) })
  }
  return spans
}

function isCopy(before: HistoryRow, row: HistoryRow): boolean {
  if (row.actedAtMs !== null) return row.actedAtMs < (before.replacedAtMs ?? 0)
  return (
    row.state === before.state && row.publishedAtMs === before.publishedAtMs && row.updatedAtMs === before.updatedAtMs
  )
}

function firstSeenMs({ state, withdrawnAtMs, updatedAtMs, publishedAtMs }: HistoryRow): number {
  return (state === 'withdrawn' ? withdrawnAtMs : updatedAtMs) ?? publishedAtMs
}

function statesOf(row: HistoryRow, fromMs: number, before: PublicState | undefined): readonly PublicState[] {
  const { edition, replacedAtMs: untilMs, state, publishedAtMs, embargoed } = row
  const shared = { edition, row, event: eventOf(row, before) }
  if (state === 'withdrawn') return [{ ...shared, shown: 'withdrawn', fromMs, untilMs }]
  if (publishedAtMs <= fromMs) return [{ ...shared, shown: 'text', fromMs, untilMs }]
  const text = {
    ...shared,
    shown: 'text',
    event: embargoed ? 'lifted' : 'released',
    fromMs: publishedAtMs,
    untilMs,
  } as const
  if (!embargoed) return [text]
  const lifted = untilMs === null || publishedAtMs < untilMs
  return [{ ...shared, shown: 'notice', fromMs, untilMs: lifted ? publishedAtMs : untilMs }, text]
}

function eventOf(row: HistoryRow, before: PublicState | undefined): HistoryEvent {
  const act = row.act ?? guessedAct(row)
  if (act === 'published' && before?.shown === 'withdrawn') return 'put-back'
  return act === 'scheduled' ? 'released' : act
}

/** What was kept before acts were written down with it tells them by what they left behind. */
function guessedAct({ state, correctedAtMs, updatedAtMs, embargoed }: HistoryRow): EditionAct {
  if (state === 'withdrawn') return 'withdrawn'
  if (updatedAtMs !== null) return correctedAtMs === updatedAtMs ? 'corrected' : 'updated'
  return embargoed ? 'embargoed' : 'published'
}

/** What a text is called in lists of choices; undefined for a state without one. */
export function textName({ shown, edition, fromMs }: PublicState): string | undefined {
  return shown === 'text' ? `${edition}.${fromMs}` : undefined
}

/** What an edition's address answered at a moment. */
export type ShownAt =
  | { kind: 'state'; state: PublicState }
  /** No text of its own: the page named these editions. */
  | { kind: 'elsewhere'; editions: readonly Edition[] }
  /** Nothing of its own, and the notice or the withdrawal of the others. */
  | { kind: 'as-others'; shown: 'notice' | 'withdrawn' }
  | { kind: 'nothing' }

/** Answers for one edition at a moment, from the states of all. */
export function shownAt(states: readonly PublicState[], edition: Edition, atMs: number): ShownAt {
  const now = states.filter(({ fromMs, untilMs }) => fromMs <= atMs && (untilMs === null || atMs < untilMs))
  const state = now.find((one) => one.edition === edition)
  if (state) return { kind: 'state', state }
  const editions = EDITION_KEYS.filter((key) => now.some((one) => one.edition === key && one.shown === 'text'))
  if (editions.length > 0) return { kind: 'elsewhere', editions }
  const other = now.find(({ shown }) => shown === 'notice') ?? now[0]
  return other && other.shown !== 'text' ? { kind: 'as-others', shown: other.shown } : { kind: 'nothing' }
}
