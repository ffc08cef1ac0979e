import { beforeAll, describe, expect, test } from 'vitest'
import { includesRole, ROLES } from '../../../src/article/roles.ts'
import { ADMIN, type AdminMethod, type AdminRoute, adminHref } from '../../../src/routes.ts'
import { ask, EDITORS, hireEditors } from './desk.ts'

beforeAll(hireEditors)

const ROUTES: [string, AdminRoute][] = Object.entries(ADMIN)
const METHODS: readonly AdminMethod[] = ['GET', 'POST']

/** An address that the pattern matches; nothing has these numbers and keys. */
function addressOf(pattern: string): string {
  return pattern.replace(/:\w+\{\[0-9\]\+\}/g, '987654').replace(/:\w+\{[^}]+\}/g, 'no-such-key')
}

describe.each(ROUTES)('admin route %s', (_name, { pattern, least }) => {
  const path = addressOf(pattern)

  test.each(METHODS)('%s is refused to strangers and to people who are no editors', async (method) => {
    const form = method === 'POST' ? { form: {} } : {}
    for (const as of [null, 'somebody@example.org']) {
      const response = await ask(path, { as, ...form })
      expect(response.status).toBe(403)
      expect(response.headers.get('cache-control')).toBe('private, no-store')
    }
  })

  test.each(METHODS)('%s is open to the roles of the table and to no other', async (method) => {
    const needed = least[method]
    for (const role of ROLES) {
      const { status, headers } = await ask(path, { as: EDITORS[role], ...(method === 'POST' ? { form: {} } : {}) })
      if (!needed) expect(status).toBe(405)
      else if (includesRole(role, needed)) expect([200, 303, 404, 422]).toContain(status)
      else expect(status).toBe(403)
      expect(headers.get('cache-control')).toBe('private, no-store')
    }
  })

  test('refuses what another site made a browser send', async () => {
    if (!least.POST) return
    const as = EDITORS.administrator
    const forged = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]
    for (const headers of forged) expect((await ask(path, { as, form: {}, headers })).status).toBe(403)
    const headers = { 'content-type': 'application/json' }
    const body = new ArrayBuffer(2)
    expect((await ask(path, { as, method: 'POST', body, headers })).status).toBe(403)
  })
})

describe('sign-in', () => {
  const as = EDITORS.administrator

  test('is refused when the audience is another one, or none is configured', async () => {
    expect((await ask(adminHref.home(), { as, audience: 'other' })).status).toBe(403)
    expect((await ask(adminHref.home(), { as, bindings: { ACCESS_AUD: '' } })).status).toBe(403)
    const deployed = { as, audience: 'real', bindings: { ACCESS_AUD: 'real' }, origin: 'https://news.example.org' }
    expect((await ask(adminHref.home(), deployed)).status).toBe(200)
  })

  test('of the local mock counts on this machine only', async () => {
    expect((await ask(adminHref.home(), { as, origin: 'http://127.0.0.1:8787' })).status).toBe(200)
    expect((await ask(adminHref.home(), { as, origin: 'http://[::1]:8787' })).status).toBe(200)
    expect((await ask(adminHref.home(), { as, origin: 'https://news.example.org' })).status).toBe(403)
    expect((await ask(adminHref.home(), { as, origin: 'http://localhost.evil.example' })).status).toBe(403)
  })

  test('names whom to ask, in three languages', async () => {
    const html = await (await ask(adminHref.editors(), { as: EDITORS.author })).text()
    expect(html).toContain(`mailto:${EDITORS.administrator}`)
    for (const lang of ['zh-HK', 'zh-CN', 'en']) expect(html).toContain(`<section lang="${lang}">`)
  })

  test('makes the addresses of ADMIN_EMAILS administrators', async () => {
    const bindings = { ADMIN_EMAILS: 'other@example.org, First@Example.org' }
    const first = { as: 'first@example.org', bindings }
    expect((await ask(adminHref.settings(), first)).status).not.toBe(403)
    expect((await ask(adminHref.settings(), { as: 'second@example.org', bindings })).status).toBe(403)
  })

  test('below /admin nothing is missing for strangers', async () => {
    expect((await ask('/admin/nothing/here', { as: null })).status).toBe(403)
    expect((await ask('/admin/nothing/here', { as })).status).toBe(404)
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
      expect((await ask('/admin/nothing/here', { as, form: {}, headers })).status).toBe(403)
    }
  })

  test('a page of the admin has a policy without unsafe-inline and tells other sites nothing', async () => {
    const { headers } = await ask(adminHref.home(), { as })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(policy).not.toContain('unsafe')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-robots-tag')).toContain('noindex')
  })

  test('the language is the choice of each editor', async () => {
    const response = await ask(adminHref.language(), { as, form: { language: 'zh-hans', back: '/admin/editors' } })
    expect(response.headers.get('location')).toBe('/admin/editors')
    expect(await (await ask(adminHref.home(), { as })).text()).toContain('<html lang="zh-CN">')
    const away = await ask(adminHref.language(), { as, form: { language: 'en', back: '//evil.example' } })
    expect(away.headers.get('location')).toBe(adminHref.home())
  })
})

test('signing out on a local machine leads back with the reason, not to a missing page', async () => {
  const answer = await ask(adminHref.signOut())
  expect(answer.status).toBe(302)
  const html = await (await ask(answer.headers.get('location') ?? '')).text()
  expect(html).toContain('signed in by a mock')
  expect((await ask(answer.headers.get('location') ?? '', { as: null })).status).toBe(403)
})
