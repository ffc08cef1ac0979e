import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'

/** What a 304 keeps (RFC 9110, 15.4.5). The edge's own headers, too: without them the browser's shorter lifetime would replace the edge's. */
const KEPT_HEADERS = [
  'cache-control',
  'content-location',
  'date',
  'expires',
  'vary',
  'cloudflare-cdn-cache-control',
  'cache-tag',
] as const

/**
 * Weak entity tags from the body's hash, answered with 304 where nothing changed (RFC 9110, 8.8.3). The body is read in
 * one piece and handed on as bytes, which spares the copied stream of hono/etag. Pages that many ask for are sent with
 * `c.render`: their tag is made before there is an answer, which then need not be read and made again.
 */
export function entityTag() {
  return createMiddleware<AppEnv>(async function entityTag(c, next) {
    const asked = c.req.header('if-none-match')
    c.setRenderer(async (page) => {
      // The type leaves open whose memory it is; an encoder makes its own.
      const bytes = new TextEncoder().encode(String(await page)) as Uint8Array<ArrayBuffer>
      c.header('content-type', 'text/html; charset=UTF-8')
      c.header('etag', await tagOf(bytes))
      return c.body(bytes)
    })
    await next()
    const { method } = c.req
    if ((method !== 'GET' && method !== 'HEAD') || !c.res.ok) return
    const { status, headers } = c.res
    let tag = headers.get('etag')
    let bytes: ArrayBuffer | undefined
    if (tag === null) {
      bytes = await c.res.arrayBuffer()
      if (bytes.byteLength > 0) tag = await tagOf(bytes)
    }
    if (tag !== null && asked !== undefined && isNamed(tag, asked)) {
      if (bytes === undefined) await c.res.body?.cancel()
      replaceAnswer(c, new Response(null, { status: 304, headers: keptOf(headers, tag) }))
    } else if (bytes !== undefined) {
      const answer = new Response(bytes.byteLength > 0 ? bytes : null, { status, headers })
      if (tag !== null) answer.headers.set('etag', tag)
      replaceAnswer(c, answer)
    }
  })
}

/** Hono would copy the old answer's headers into the new one; taken away first, there is nothing to copy. */
function replaceAnswer(c: { res: Response | undefined }, answer: Response): void {
  c.res = undefined
  c.res = answer
}

function keptOf(headers: Headers, tag: string): Headers {
  const kept = new Headers({ etag: tag })
  for (const name of KEPT_HEADERS) {
    const value = headers.get(name)
    if (value !== null) kept.set(name, value)
  }
  return kept
}

/** Weak comparison with every tag that the request names (RFC 9110, 13.1.2). */
function isNamed(tag: string, asked: string): boolean {
  const opaque = tag.replace(/^W\//, '')
  return asked.trim() === '*' || [...asked.matchAll(/"[^"]*"/g)].some(([named]) => named === opaque)
}

async function tagOf(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', bytes)
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `W/"${hex}"`
}
