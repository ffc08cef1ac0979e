import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { runScheduled } from '../../../src/cron/scheduled.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { EDITION_KEYS } from '../../../src/edition/editions.ts'
import { adminHref, href } from '../../../src/routes.ts'
import { type Asked, articleForm, ask, createDraft, db, hireEditors, NOON_MS, ORIGIN } from './desk.ts'

beforeAll(hireEditors)
afterEach(() => vi.restoreAllMocks())

const HOUR_MS = 3_600_000
const bindings = { INDEXNOW_KEY: '0123456789abcdef', WEBSUB_HUB: 'https://hub.example.org/' }

/** Stands for the network, and keeps what was sent. */
function network(answer: (init: RequestInit) => Promise<Response>): [string, string][] {
  const calls: [string, string][] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init = {}) => {
    calls.push([String(input), String(init.body)])
    return answer(init)
  })
  return calls
}

async function draft(slug: string): Promise<number> {
  const id = await createDraft(slug)
  await ask(adminHref.article(id), { form: articleForm(1, { slug }) })
  return id
}

async function decided(id: number) {
  const found = await findWorkingCopy(db, id)
  return { version: String(found?.copy.version), acts: String(found?.copy.acts) }
}

async function publish(id: number, fields: Record<string, string> = {}, asked: Asked = {}) {
  const form = { act: 'publish', editions: [...EDITION_KEYS], when: 'now', address: 'words', ...fields }
  return ask(adminHref.publication(id), { bindings, ...asked, form: { ...(await decided(id)), ...form } })
}

const accepts = async () => new Response(null, { status: 202 })
const isPublic = async (slug: string) =>
  (await ask(href.article({ edition: 'en', images: true }, slug), { as: null })).status === 200

describe('a publication', () => {
  test('is announced with its addresses and feeds, and so are its update and its end', async () => {
    const calls = network(accepts)
    const id = await draft('announced')
    await publish(id)
    expect(calls.map(([url]) => url)).toEqual(['https://api.indexnow.org/indexnow', bindings.WEBSUB_HUB])
    const urlList = EDITION_KEYS.map((edition) => `${ORIGIN}/${edition}/news/announced`)
    expect(JSON.parse(calls[0]?.[1] ?? '').urlList).toEqual(urlList)
    const { version } = await decided(id)
    await ask(adminHref.article(id), { form: articleForm(Number(version), { slug: 'announced', 'en.title': 'New' }) })
    await publish(id, { act: 'update' })
    expect(calls).toHaveLength(4)
    const html = await (await ask(adminHref.withdrawal(id))).text()
    const names = [...html.matchAll(/<textarea[^>]* name="([^"]+)"/g)].map((match) => match[1] ?? '')
    const reasons = Object.fromEntries(names.map((name) => [name, 'It was wrong.']))
    await ask(adminHref.withdrawal(id), { bindings, form: { ...(await decided(id)), ...reasons } })
    expect(calls).toHaveLength(6)
    expect(JSON.parse(calls[4]?.[1] ?? '').urlList).toEqual(urlList)
  })

  test('is announced to nobody unless the operator says so', async () => {
    const calls = network(accepts)
    expect((await publish(await draft('not-announced'), {}, { bindings: {} })).status).toBe(303)
    expect(calls).toEqual([])
  })

  test('is announced at its time when it is scheduled or embargoed, not before', async () => {
    const calls = network(accepts)
    await runScheduled(db, { purge: undefined, nowMs: NOON_MS })
    await publish(await draft('announced-later'), { when: 'schedule', at: '2026-11-23T13:00' })
    await publish(await draft('announced-after-embargo'), { when: 'embargo', at: '2026-11-23T13:00' })
    await publish(await draft('announced-at-once'), {}, { bindings: {} })
    expect(calls).toEqual([])
    const lifted: string[] = []
    const announce = ({ slug, editions }: { slug: string; editions: readonly string[] }) =>
      void lifted.push(`${slug} ${[...editions].sort()}`)
    await runScheduled(db, { purge: undefined, announce, nowMs: NOON_MS + HOUR_MS - 1 })
    expect(lifted).toEqual([])
    await runScheduled(db, { purge: undefined, announce, nowMs: NOON_MS + HOUR_MS })
    await runScheduled(db, { purge: undefined, announce, nowMs: NOON_MS + HOUR_MS + 60_000 })
    expect(lifted).toEqual(['announced-later en,zh-hans,zh-hant', 'announced-after-embargo en,zh-hans,zh-hant'])
  })

  test('stands when the services cannot be reached', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    network(async () => {
      throw new Error('unreachable')
    })
    expect((await publish(await draft('services-away'))).status).toBe(303)
    expect(await isPublic('services-away')).toBe(true)
    expect(log.mock.calls.flat().join()).toContain('not-announced')
  })

  test('waits for no service, and gives up on one that does not answer', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    network(({ signal }) => {
      const { promise, reject } = Promise.withResolvers<Response>()
      signal?.addEventListener('abort', () => reject(signal.reason))
      return promise
    })
    const putOff: Promise<unknown>[] = []
    const id = await draft('services-hang')
    const startMs = Date.now()
    expect((await publish(id, {}, { putOff })).status).toBe(303)
    expect(await isPublic('services-hang')).toBe(true)
    expect(Date.now() - startMs).toBeLessThan(3000)
    await Promise.all(putOff)
    expect(log.mock.calls.flat().join()).toContain('not-announced')
  }, 20_000)
})
