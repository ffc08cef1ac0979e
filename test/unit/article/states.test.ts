import { describe, expect, test } from 'vitest'
import { type Act, type EditionStatus, statusOf, transition } from '../../../src/article/states.ts'

const NOW = 1_000_000
const STATUSES: Record<EditionStatus['kind'], EditionStatus> = {
  empty: { kind: 'empty' },
  draft: { kind: 'draft' },
  scheduled: { kind: 'scheduled', atMs: NOW + 5, changed: true },
  embargoed: { kind: 'embargoed', untilMs: NOW + 5, changed: true },
  published: { kind: 'published', atMs: NOW - 5, changed: true },
  withdrawn: { kind: 'withdrawn', atMs: NOW - 5 },
}
const ACTS: Record<Act['kind'], Act> = {
  publish: { kind: 'publish' },
  schedule: { kind: 'schedule', atMs: NOW + 9 },
  embargo: { kind: 'embargo', untilMs: NOW + 9 },
  update: { kind: 'update' },
  correct: { kind: 'correct' },
  withdraw: { kind: 'withdraw' },
  cancel: { kind: 'cancel' },
}

describe('what may be done to an edition', () => {
  test('is this table and nothing else', () => {
    const table = Object.values(STATUSES).map((status) => {
      const after = Object.values(ACTS).map((act) => {
        const result = transition(status, act, NOW)
        return result.ok ? result.status.kind : result.reason
      })
      return `${status.kind}: ${after.join(', ')}`
    })
    expect(table).toEqual([
      'empty: no-text, no-text, no-text, not-public, not-public, not-public, not-scheduled',
      'draft: published, scheduled, embargoed, not-public, not-public, not-public, not-scheduled',
      'scheduled: published, scheduled, embargoed, not-public, not-public, not-public, draft',
      'embargoed: published, address-known, embargoed, not-public, not-public, withdrawn, not-scheduled',
      'published: already-public, already-public, already-public, published, published, withdrawn, not-scheduled',
      'withdrawn: published, address-known, embargoed, not-public, not-public, not-public, not-scheduled',
    ])
  })

  test('knows no schedule in the past', () => {
    expect(transition(STATUSES.draft, { kind: 'schedule', atMs: NOW }, NOW)).toEqual({
      ok: false,
      reason: 'in-the-past',
    })
    expect(transition(STATUSES.draft, { kind: 'embargo', untilMs: NOW }, NOW)).toEqual({
      ok: false,
      reason: 'in-the-past',
    })
  })
})

test('an edition is public from its moment on, by itself', () => {
  const stored = { state: 'published', publishedAtMs: NOW, embargoed: true, withdrawnAtMs: null, revision: 2 } as const
  const at = (nowMs: number, version = 2) => statusOf(stored, { nowMs, version, hasText: true })
  expect(at(NOW - 1)).toEqual({ kind: 'embargoed', untilMs: NOW, changed: false })
  expect(at(NOW - 1, 3)).toEqual({ kind: 'embargoed', untilMs: NOW, changed: true })
  expect(at(NOW)).toEqual({ kind: 'published', atMs: NOW, changed: false })
  expect(at(NOW, 3)).toEqual({ kind: 'published', atMs: NOW, changed: true })
  expect(statusOf(undefined, { nowMs: NOW, version: 1, hasText: false })).toEqual({ kind: 'empty' })
})
