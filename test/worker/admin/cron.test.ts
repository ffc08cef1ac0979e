import { beforeAll, describe, expect, test } from 'vitest'
import { runScheduled } from '../../../src/cron/scheduled.ts'
import { listQueuedPurges, queuePurge } from '../../../src/db/purges.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { adminHref } from '../../../src/routes.ts'
import { articleForm, ask, createDraft, db, hireEditors, NOON_MS } from './desk.ts'

beforeAll(hireEditors)

const HOUR_MS = 3_600_000

describe('the work of every minute', () => {
  const purges: (readonly string[])[] = []
  const purge = async (tags: readonly string[]) => void purges.push(tags)
  const broken = async () => Promise.reject(new Error('edge away'))

  test('leaves its heartbeat, which the overview then stops missing', async () => {
    expect(await (await ask(adminHref.home())).text()).toContain('has never run')
    expect((await runScheduled(db, { purge, nowMs: NOON_MS })).failed).toBe(0)
    expect(await (await ask(adminHref.home())).text()).not.toContain('Scheduled work')
  })

  test('purges what became public by itself, once, and again after a failure', async () => {
    const id = await createDraft('Lifts by itself')
    await ask(adminHref.article(id), { form: articleForm(1, { slug: 'lifts-by-itself' }) })
    const found = await findWorkingCopy(db, id)
    const base = { version: String(found?.copy.version), acts: String(found?.copy.acts), act: 'publish' }
    const form = { ...base, editions: ['zh-hant', 'en'], when: 'schedule', at: '2026-11-23T13:00' }
    await ask(adminHref.publication(id), { form })
    purges.length = 0
    await runScheduled(db, { purge: broken, nowMs: NOON_MS + HOUR_MS })
    expect((await runScheduled(db, { purge, nowMs: NOON_MS + HOUR_MS })).lifted).toBe(1)
    expect(purges.flat()).toContain(`a:${id}`)
    expect((await runScheduled(db, { purge, nowMs: NOON_MS + HOUR_MS + 60_000 })).lifted).toBe(0)
  })

  test('tries failed purges again in one call, and counts those that fail', async () => {
    await queuePurge(db, ['a:1', 'nf'], NOON_MS)
    await queuePurge(db, ['a:2', 'nf'], NOON_MS)
    const later = NOON_MS + 2 * HOUR_MS
    expect((await runScheduled(db, { purge: broken, nowMs: later })).failed).toBe(2)
    purges.length = 0
    expect((await runScheduled(db, { purge, nowMs: later })).purged).toBe(2)
    expect(purges).toEqual([['a:1', 'nf', 'a:2']])
    expect(await listQueuedPurges(db)).toEqual([])
  })
})
