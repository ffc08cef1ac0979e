import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'
import { canonicalAnswer } from '../routes.ts'
import { badRequest, notFound } from './errors.tsx'

/**
 * Sends every address to its one spelling before the database is touched, and refuses addresses that cannot be read.
 * Redirects are permanent; a request that is not GET or HEAD is left to the router, which answers it with 405.
 */
export function canonicalUrl() {
  return createMiddleware<AppEnv>(async function canonicalUrl(c, next) {
    const url = new URL(c.req.url)
    const answer = canonicalAnswer(url)
    if (answer.kind === 'malformed') return badRequest(c)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    if (answer.kind === 'redirect') return c.redirect(answer.location, 301)
    if (answer.kind === 'no-such-page') return notFound(c)
    return next()
  })
}
