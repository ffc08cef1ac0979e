import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'
import { stylesheetSource } from '../ui/stylesheet.ts'

/**
 * Content Security Policy of public pages (CSP level 3): nothing but this site's own, the inlined stylesheet by its hash,
 * no inline script, no frames of others. A nonce would be the same for everyone in a cached page, so there is none.
 * `frame-src` lets in the loader of the page script, which is a file of this site.
 */
const PUBLIC_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src ${stylesheetSource}`,
  `img-src 'self'`,
  `connect-src 'self'`,
  `manifest-src 'self'`,
  `worker-src 'self'`,
  `frame-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

const HEADERS = Object.entries({
  'content-security-policy': PUBLIC_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  /** One year, this host only: whether its subdomains speak HTTPS is for their owner to say. */
  'strict-transport-security': 'max-age=31536000',
})

/** Security headers on every answer, errors and 304 included. A handler's own value wins. */
export function securityHeaders() {
  return createMiddleware<AppEnv>(async function securityHeaders(c, next) {
    await next()
    for (const [name, value] of HEADERS) if (!c.res.headers.has(name)) setHeader(c, name, value)
  })
}

/** Hono would make the answer anew for each header; it must where the answer came with headers that cannot be changed. */
function setHeader(c: Context, name: string, value: string): void {
  try {
    c.res.headers.set(name, value)
  } catch {
    c.header(name, value)
  }
}
