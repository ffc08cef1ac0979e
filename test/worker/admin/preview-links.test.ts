import { beforeAll, describe, expect, test } from 'vitest'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { EDITION_KEYS } from '../../../src/edition/editions.ts'
import { adminHref } from '../../../src/routes.ts'
import { articleForm, ask, clock, createDraft, db, hireEditors, NOON_MS } from './desk.ts'

beforeAll(hireEditors)

const HOUR_MS = 3_600_000

async function embargoed(title: string, fields: Record<string, string> = {}): Promise<number> {
  const slug = title.replaceAll(' ', '-')
  const id = await createDraft(title)
  await ask(adminHref.article(id), { form: articleForm(1, { slug, ...fields }) })
  const found = await findWorkingCopy(db, id)
  const base = { version: String(found?.copy.version), acts: String(found?.copy.acts) }
  const form = { ...base, act: 'publish', editions: [...EDITION_KEYS], when: 'embargo', at: '2026-11-25T12:00' }
  const response = await ask(adminHref.publication(id), { form })
  expect(response.status).toBe(303)
  return id
}

async function makeLink(id: number, hours = '24'): Promise<string> {
  const response = await ask(adminHref.previewLinks(id), { form: { reader: 'The Daily', hours } })
  const path = /http:\/\/localhost:8787(\/preview\/[\w-]+)/.exec(await response.text())?.[1]
  if (!path) throw new Error(`no link was made: ${response.status}`)
  return path
}

const stranger = { as: null }

describe("a journalist's preview link", () => {
  test('opens an embargoed article in all editions, concealed from everybody else, and logs its use', async () => {
    const id = await embargoed('a link that opens')
    const path = await makeLink(id)
    const first = await ask(path, stranger)
    expect(first.status).toBe(302)
    for (const edition of EDITION_KEYS) {
      const response = await ask(`${path}/${edition}`, stranger)
      const html = await response.text()
      expect(response.status).toBe(200)
      expect(html).toMatch(/first news|首[项項]消息/)
      expect(html).toMatch(/<meta property="og:title" content="(Press preview|傳媒預覽|媒体预览)"/)
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('x-robots-tag')).toContain('noindex')
    }
    expect(await (await ask(adminHref.previewLinks(id))).text()).toContain('used 3 times')
  })

  test('has no file for the calendar before there is one', async () => {
    const id = await embargoed('an invitation', { kind: 'media-invitation', 'invitation.startsAt': '2026-12-01T10:00' })
    const path = await makeLink(id, '72')
    const calendar = async () => /href="([^"]+\.ics)"/.exec(await (await ask(`${path}/en`, stranger)).text())?.[1]
    expect(await calendar()).toBeUndefined()
    clock.nowMs = NOON_MS + 48 * HOUR_MS
    const file = await calendar()
    clock.nowMs = NOON_MS
    expect(file).toMatch(/\.ics$/)
  })

  test('expires', async () => {
    const path = await makeLink(await embargoed('a link that expires'))
    clock.nowMs = NOON_MS + 24 * HOUR_MS
    expect((await ask(`${path}/en`, stranger)).status).toBe(404)
    clock.nowMs = NOON_MS
  })

  test('can be revoked, and only its own article opens', async () => {
    const id = await embargoed('a link that is revoked')
    const path = await makeLink(id)
    const html = await (await ask(adminHref.previewLinks(id))).text()
    const revocation = /action="([^"]+\/revocation)"/.exec(html)?.[1] ?? ''
    const other = await embargoed('another article')
    await ask(revocation.replace(`/${id}/`, `/${other}/`), { form: {} })
    expect((await ask(`${path}/en`, stranger)).status).toBe(200)
    expect((await ask(revocation, { form: {} })).status).toBe(303)
    expect((await ask(`${path}/en`, stranger)).status).toBe(404)
    expect((await ask(`${path}x/en`, stranger)).status).toBe(404)
  })

  test('needs a name for it, and an article that has its final text', async () => {
    const id = await embargoed('a link without a name')
    expect((await ask(adminHref.previewLinks(id), { form: { reader: ' ', hours: '24' } })).status).toBe(422)
    const draft = await createDraft('Only a draft so far')
    expect((await ask(adminHref.previewLinks(draft), { form: { reader: 'X', hours: '24' } })).status).toBe(422)
  })
})
