/** What an edition of an article is at a moment, and what may be done to it then. */
import { assertUnreachable } from './unreachable.ts'

export type EditionStatus =
  | { kind: 'empty' }
  | { kind: 'draft' }
  /** `changed`: the working copy is newer than what readers see or will see. */
  | { kind: 'scheduled'; atMs: number; changed: boolean }
  | { kind: 'embargoed'; untilMs: number; changed: boolean }
  | { kind: 'published'; atMs: number; changed: boolean }
  | { kind: 'withdrawn'; atMs: number }

export type EditionStatusKind = EditionStatus['kind']

/** What is stored about an edition that was put before the public, or will be. */
export interface StoredState {
  state: 'published' | 'withdrawn'
  publishedAtMs: number
  embargoed: boolean
  withdrawnAtMs: number | null
  revision: number
}

/** The status of an edition at a moment. `hasText` is about the working copy, `version` its number. */
export function statusOf(
  stored: StoredState | undefined,
  { nowMs, version, hasText }: { nowMs: number; version: number; hasText: boolean },
): EditionStatus {
  if (!stored) return { kind: hasText ? 'draft' : 'empty' }
  const { state, publishedAtMs, embargoed, withdrawnAtMs, revision } = stored
  if (state === 'withdrawn') return { kind: 'withdrawn', atMs: withdrawnAtMs ?? publishedAtMs }
  const changed = revision < version
  if (publishedAtMs <= nowMs) return { kind: 'published', atMs: publishedAtMs, changed }
  if (embargoed) return { kind: 'embargoed', untilMs: publishedAtMs, changed }
  return { kind: 'scheduled', atMs: publishedAtMs, changed }
}

/** What an editor can do to an edition. */
export type Act =
  | { kind: 'publish' }
  | { kind: 'schedule'; atMs: number }
  | { kind: 'embargo'; untilMs: number }
  | { kind: 'update' }
  | { kind: 'correct' }
  | { kind: 'withdraw' }
  /** Takes back a schedule. An embargo shows a notice to the public, so it is withdrawn instead. */
  | { kind: 'cancel' }

export type ActKind = Act['kind']
export type ActRefusal = 'no-text' | 'already-public' | 'not-public' | 'not-scheduled' | 'in-the-past' | 'address-known'

export type Transition = { ok: true; status: EditionStatus } | { ok: false; reason: ActRefusal }

/** The status after an act, or why it cannot be done. Exhaustive: a new status or act does not compile without a rule. */
export function transition(before: EditionStatus, act: Act, nowMs: number): Transition {
  switch (act.kind) {
    case 'publish':
      return enter(before, { kind: 'published', atMs: nowMs, changed: false })
    case 'schedule':
      if (act.atMs <= nowMs) return { ok: false, reason: 'in-the-past' }
      return enter(before, { kind: 'scheduled', atMs: act.atMs, changed: false })
    case 'embargo':
      if (act.untilMs <= nowMs) return { ok: false, reason: 'in-the-past' }
      return enter(before, { kind: 'embargoed', untilMs: act.untilMs, changed: false })
    case 'update':
    case 'correct':
      if (before.kind !== 'published') return { ok: false, reason: 'not-public' }
      return { ok: true, status: { ...before, changed: false } }
    case 'withdraw':
      if (before.kind !== 'published' && before.kind !== 'embargoed') return { ok: false, reason: 'not-public' }
      return { ok: true, status: { kind: 'withdrawn', atMs: nowMs } }
    case 'cancel':
      if (before.kind !== 'scheduled') return { ok: false, reason: 'not-scheduled' }
      return { ok: true, status: { kind: 'draft' } }
    default:
      return assertUnreachable(act)
  }
}

/** Before the public for the first time, at another time than planned, or again. */
function enter(before: EditionStatus, status: EditionStatus): Transition {
  switch (before.kind) {
    case 'empty':
      return { ok: false, reason: 'no-text' }
    case 'published':
      return { ok: false, reason: 'already-public' }
    case 'embargoed':
    case 'withdrawn':
      // The public knows the address; a schedule would turn it into a 404 until its time.
      if (status.kind === 'scheduled') return { ok: false, reason: 'address-known' }
      return { ok: true, status }
    case 'draft':
    case 'scheduled':
      return { ok: true, status }
    default:
      return assertUnreachable(before)
  }
}
