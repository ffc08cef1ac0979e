import type { EditionStatus, EditionStatusKind } from '../article/states.ts'
import type { WorkingCopy } from '../db/working-copy.ts'
import { isoHongKong } from '../edition/dates.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { editionsFor, statusesOf } from '../newsroom/acts.ts'

/** Editions whose address tells readers something: the text, or a notice. */
export const ANSWERING: ReadonlySet<EditionStatusKind> = new Set(['published', 'embargoed', 'withdrawn'])

/** An address that readers know tells nothing less when it is changed, and a public one would move. */
export function isAddressKnown(copy: WorkingCopy, nowMs: number): boolean {
  const statuses = statusesOf(copy, nowMs)
  return EDITION_KEYS.some((edition) => ANSWERING.has(statuses[edition].kind))
}

/** What an editor chose in the form of publication. */
export interface Wanted {
  editions: readonly Edition[]
  when: 'now' | 'schedule' | 'embargo'
  at: string
  address: 'neutral' | 'words'
}

export interface Offered extends Wanted {
  /** What is planned lacks changes that were saved since. */
  isOutdated?: boolean
}

/**
 * What the form has chosen before anybody touched it. A plan that has become outdated goes first, with its own time, so
 * that it takes in the newest revision with one press; then drafts. Nothing that waits for its time or was withdrawn is put
 * before the public by a press without a choice.
 */
export function offered({ copy, nowMs }: { copy: WorkingCopy; nowMs: number }): Offered {
  const statuses = statusesOf(copy, nowMs)
  const possible = editionsFor(copy, 'publish', nowMs)
  const plans = possible.flatMap((edition) => planOf(statuses[edition], edition))
  const outdated = plans.filter(({ changed }) => changed)
  const drafts = possible.filter((edition) => statuses[edition].kind === 'draft')
  const address = isAddressKnown(copy, nowMs) ? 'words' : 'neutral'
  const [first] = outdated.length > 0 ? outdated : plans
  if (!first || (outdated.length === 0 && drafts.length > 0)) {
    return { editions: drafts, when: 'now', at: '', address }
  }
  const { when, at, changed } = first
  const same = plans.filter((plan) => plan.when === when && plan.at === at && plan.changed === changed)
  return { editions: same.map(({ edition }) => edition), when, at, address, isOutdated: changed }
}

/** The plan of an edition as the form writes it; none where it waits for nothing. */
function planOf(status: EditionStatus, edition: Edition) {
  if (status.kind !== 'scheduled' && status.kind !== 'embargoed') return []
  const [when, atMs] =
    status.kind === 'scheduled' ? (['schedule', status.atMs] as const) : (['embargo', status.untilMs] as const)
  return [{ edition, when, at: isoHongKong(atMs).slice(0, 'YYYY-MM-DDThh:mm'.length), changed: status.changed }]
}
