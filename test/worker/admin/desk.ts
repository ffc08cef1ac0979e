/** The whole Worker as an editor meets it: signed in, from a page of the site, at a moment that the test sets. */
import { env } from 'cloudflare:workers'
import { createApp } from '../../../src/app.ts'
import type { Role } from '../../../src/article/roles.ts'
import { createDb, type Db } from '../../../src/db/client.ts'
import { putEditor } from '../../../src/db/editors.ts'
import type { Bindings } from '../../../src/env.ts'

export const ORIGIN = 'http://localhost:8787'

/** Monday, 23 November 2026, noon in Hong Kong. */
export const NOON_MS = Date.UTC(2026, 10, 23, 4)

export interface Asked {
  /** Who asks; nobody when null. The editor by default. */
  as?: string | null
  form?: Record<string, string | readonly string[]>
  method?: string
  /** A body that is sent as it is, in place of a form. */
  body?: ArrayBuffer
  headers?: Record<string, string>
  /** Bindings in place of the real ones. */
  bindings?: Partial<Bindings>
  origin?: string
  audience?: string
  /** What the edge's cache does when it is asked to purge. */
  purge?: (tags: readonly string[]) => Promise<void>
  /** Collects what the Worker put off, in place of waiting for it. */
  putOff?: Promise<unknown>[]
}

export const EDITORS = {
  author: 'author@example.org',
  editor: 'editor@example.org',
  administrator: 'administrator@example.org',
} as const satisfies Record<Role, string>

export const db: Db = createDb(env.DB)

/** A moment that tests move: `clock.nowMs`. */
export const clock = { nowMs: NOON_MS }

const app = createApp({ now: () => clock.nowMs })

/** Enters an editor of each role. The admin speaks English to them. */
export async function hireEditors(): Promise<void> {
  for (const [role, email] of Object.entries(EDITORS) as [Role, string][]) {
    const entry = { atMs: NOON_MS, actor: 'test', action: 'editor-changed', subject: email } as const
    await putEditor(db, { email, name: '', role, active: true, language: 'en' }, entry)
  }
}

/** Asks the Worker and waits until everything that it put off is done. */
export async function ask(path: string, asked: Asked = {}): Promise<Response> {
  const { as = EDITORS.editor, form, body: raw, origin = ORIGIN, audience = 'local-mock', purge } = asked
  const method = asked.method ?? (form ? 'POST' : 'GET')
  const headers = { ...(method === 'GET' ? {} : { 'sec-fetch-site': 'same-origin', origin }), ...asked.headers }
  const init: RequestInit = { method, headers }
  if (raw) init.body = raw
  if (form) {
    const body = new FormData()
    for (const [name, value] of Object.entries(form)) {
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
    }
    init.body = body
  }
  const waiting: Promise<unknown>[] = asked.putOff ?? []
  const context = {
    waitUntil: (promise: Promise<unknown>) => void waiting.push(promise),
    passThroughOnException: () => undefined,
    props: {},
    ...(as === null ? {} : { access: { aud: audience, getIdentity: async () => ({ email: as }) } }),
    ...(purge
      ? { cache: { purge: ({ tags }: { tags: string[] }) => purge(tags).then(() => ({ success: true, errors: [] })) } }
      : {}),
  }
  const bindings = { ...env, SITE_URL: ORIGIN, ACCESS_AUD: 'local-mock', ...asked.bindings } as unknown as Bindings
  const response = await app.request(`${origin}${path}`, init, bindings, context as unknown as ExecutionContext)
  if (!asked.putOff) await Promise.all(waiting)
  return response
}

/** The fields of a filled article form. */
export function articleForm(version: number, fields: Record<string, string | readonly string[]> = {}) {
  return {
    version: String(version),
    kind: 'press-release',
    slug: 'first-words',
    sourceEdition: 'zh-hant',
    'zh.title': '數碼港發布首項消息',
    'zh.summary': '摘要。',
    'zh.body': '第一段文字。\n\n第二段文字。',
    'en.title': 'Cyberport publishes its first news',
    'en.summary': 'A summary.',
    'en.body': 'First paragraph.\n\nSecond paragraph.',
    ...fields,
  }
}

/** Makes a draft and gives its id. */
export async function createDraft(title = 'Cyberport publishes its first news'): Promise<number> {
  const response = await ask('/admin/articles', { form: { kind: 'press-release', titleZh: '', titleEn: title } })
  const id = /articles\/(\d+)/.exec(response.headers.get('location') ?? '')?.[1]
  if (!id) throw new Error(`no draft was made: ${response.status}`)
  return Number(id)
}
