/**
 * Who may use the editors' side. Cloudflare Access authenticates the request before the Worker sees it; here its audience
 * is checked, the address is looked up among the editors, and everything else is refused: fail closed, on every host.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { includesRole, type Role } from '../article/roles.ts'
import type { Db } from '../db/client.ts'
import { type Editor, findEditor, listEditors, normalEmail, putEditor } from '../db/editors.ts'
import { EDITIONS } from '../edition/editions.ts'
import type { AppEnv } from '../env.ts'
import { isPhotoWork } from '../routes.ts'
import { adminStylesheetSource } from '../ui/admin-stylesheet.ts'
import { type Refusal, RefusedPage, statusOfRefusal } from '../ui/refused-page.tsx'
import { stylesheetSource } from '../ui/stylesheet.ts'
import { UPLOAD_DEADLINE_MS } from './deadline.ts'
import { isOutage } from './errors.tsx'

/** The audience of the mock that `wrangler dev` signs everybody in with. It is believed on this machine only. */
const LOCAL_AUDIENCE = 'local-mock'
const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A form of two bodies of 100 KB, percent-encoded at worst, stays below. */
const REQUEST_BYTES_MAX = 2_000_000

const ADMIN_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src ${adminStylesheetSource} ${stylesheetSource}`,
  `img-src 'self'`,
  `connect-src 'self'`,
  `frame-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
].join('; ')

export interface GateOptions {
  least: Role
  /** Most bytes that a request may have. */
  bytesMax?: number
  /** Answers in place of an error page when the database is away, so that what somebody typed is handed back. */
  onOutage?: (c: Context<AppEnv>, outage: Outage) => Response | Promise<Response>
}

/** `away`: the database failed and wrote nothing. `late`: it did not answer in time, and nobody knows what it will do. */
export type Outage = 'away' | 'late'

/** Below the deadline of every request, so that the form comes back rather than an error page. */
const FORM_DEADLINE_MS = 2500
const PHOTO_FORM_DEADLINE_MS = UPLOAD_DEADLINE_MS - 1000

/** Lets the signed-in editor with at least this role through to the handler; answers everybody else itself. */
export function adminGate({ least, bytesMax = REQUEST_BYTES_MAX, onOutage }: GateOptions): MiddlewareHandler<AppEnv> {
  return async function adminGate(c, next) {
    hardenHeaders(c)
    if (isForged(c.req.raw)) return refuse(c, { reason: 'forged' })
    if (Number(c.req.header('content-length') ?? 0) > bytesMax) {
      return refuse(c, { reason: isPhotoWork(c.req.raw) ? 'photo-too-large' : 'too-large' })
    }
    const email = await signedInEmail(c)
    if (email === undefined) return refuse(c, { reason: 'stranger' })
    const admit = async (): Promise<Response | undefined> => {
      const editor = (await findEditor(c.var.db, email)) ?? (await firstAdministrator(c, email))
      if (!editor) return refuse(c, { reason: 'unknown', email })
      if (!includesRole(editor.role, least)) {
        return refuse(c, { reason: 'role', email, administrators: await administrators(c.var.db) })
      }
      c.set('editor', editor)
      await next()
      return undefined
    }
    if (!onOutage) return admit()
    const outcome = await inTime(admit(), isPhotoWork(c.req.raw) ? PHOTO_FORM_DEADLINE_MS : FORM_DEADLINE_MS)
    if (outcome.kind !== 'answered') return onOutage(c, outcome.kind)
    if (c.error && isOutage(c.error)) c.res = await onOutage(c, 'away')
    return outcome.refusal
  }
}

type Outcome = { kind: Outage } | { kind: 'answered'; refusal: Response | undefined }

/** @throws what is no outage */
async function inTime(work: Promise<Response | undefined>, deadlineMs: number): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const expiry = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'late' }), deadlineMs)
  })
  try {
    return await Promise.race([work.then((refusal): Outcome => ({ kind: 'answered', refusal })), expiry])
  } catch (error) {
    if (error instanceof Error && isOutage(error)) return { kind: 'away' }
    throw error
  } finally {
    if (timer !== undefined) clearTimeout(timer)
  }
}

/** Nothing of the admin is kept by anybody, framed by others or named to other sites. */
function hardenHeaders(c: Context<AppEnv>): void {
  c.header('cache-control', 'private, no-store')
  c.header('content-security-policy', `${ADMIN_POLICY}; frame-ancestors 'none'`)
  c.header('referrer-policy', 'same-origin')
  c.header('x-robots-tag', 'noindex, nofollow')
}

/** Lets pages of this site, and only those, show this answer in a frame: the preview beside the form. */
export function allowOwnFrames(c: Context<AppEnv>): void {
  c.header('content-security-policy', `${ADMIN_POLICY}; frame-ancestors 'self'`)
  c.header('x-frame-options', 'SAMEORIGIN')
}

/** Forms, and pictures that the script has drawn. */
const SENT_BY_OURS = /^(?:$|multipart\/form-data|application\/x-www-form-urlencoded|image\/)/i

/**
 * Is this a request that changes something and did not come from a page of ours? Every browser of the last years sends
 * Sec-Fetch-Site (Fetch Metadata, W3C); older ones send Origin with every POST (RFC 6454, 7). One of them must speak for
 * the request, and none against it.
 */
function isForged(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  if (!SENT_BY_OURS.test(request.headers.get('content-type') ?? '')) return true
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site !== null && site !== 'same-origin') return true
  if (origin !== null && origin !== new URL(request.url).origin) return true
  return site === null && origin === null
}

/** The address that Cloudflare Access vouches for, or undefined. */
async function signedInEmail(c: Context<AppEnv>): Promise<string | undefined> {
  // Hono's type of the context knows only what all platforms have; on Workers it is this one.
  const { access } = c.executionCtx as unknown as ExecutionContext
  const audience = c.env.ACCESS_AUD
  if (!access || !audience || access.aud !== audience) return undefined
  if (audience === LOCAL_AUDIENCE && !LOCAL_HOSTS.has(new URL(c.req.url).hostname)) return undefined
  const identity = await access.getIdentity()
  return identity?.email ? normalEmail(identity.email) : undefined
}

/** An address of ADMIN_EMAILS enters the table as an administrator at its first visit. */
async function firstAdministrator(c: Context<AppEnv>, email: string): Promise<Editor | null> {
  const named = (c.env.ADMIN_EMAILS ?? '').split(',').map(normalEmail)
  if (!named.includes(email)) return null
  await putEditor(
    c.var.db,
    { email, name: '', role: 'administrator', active: true },
    {
      atMs: c.var.nowMs,
      actor: email,
      action: 'editor-changed',
      subject: email,
      detail: { role: 'administrator', by: 'ADMIN_EMAILS' },
    },
  )
  return findEditor(c.var.db, email)
}

async function administrators(db: Db): Promise<readonly string[]> {
  const editors = await listEditors(db)
  return editors.filter(({ role, active }) => role === 'administrator' && active).map(({ email }) => email)
}

function refuse(c: Context<AppEnv>, refusal: Refusal) {
  c.header(
    'content-language',
    Object.values(EDITIONS)
      .map(({ lang }) => lang)
      .join(', '),
  )
  return c.html(<RefusedPage refusal={refusal} />, statusOfRefusal(refusal))
}
