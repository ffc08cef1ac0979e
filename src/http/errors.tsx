import type { Context, ErrorHandler } from 'hono'
import { isUnmigrated } from '../db/client.ts'
import { type AppEnv, ConfigurationError } from '../env.ts'
import type { Frame } from '../ui/frame.ts'
import {
  BadRequestPage,
  InternalErrorPage,
  MethodNotAllowedPage,
  NotFoundPage,
  TooManyRequestsPage,
} from '../ui/notice-pages.tsx'
import { UnavailablePage } from '../ui/unavailable-page.tsx'
import { cacheable } from './cache-policy.ts'
import { DeadlineError } from './deadline.ts'
import { bareFrame } from './frame.ts'

/** After this many seconds a reader or a machine may try an unavailable page again. */
const RETRY_AFTER_SECONDS = 60

/** 400 in the edition of the address. */
export function badRequest(c: Context<AppEnv>) {
  return c.html(<BadRequestPage frame={bareFrame(c)} />, 400)
}

/** 404 in the edition of the address. Kept briefly by the edge; every publication purges the tag. */
export function notFound(c: Context<AppEnv>, frame: Frame = bareFrame(c)) {
  cacheable(c, 'notFound', { tags: ['nf'] })
  return c.html(<NotFoundPage frame={frame} />, 404)
}

/** 405, with the methods that the address does know (RFC 9110, 15.5.6). */
export function methodNotAllowed(c: Context<AppEnv>) {
  c.header('allow', 'GET, HEAD')
  return c.html(<MethodNotAllowedPage frame={bareFrame(c)} />, 405)
}

/** 429 (RFC 6585, 4). Kept by nobody: it is about one reader. */
export function tooManyRequests(c: Context<AppEnv>) {
  c.header('retry-after', String(RETRY_AFTER_SECONDS))
  return c.html(<TooManyRequestsPage frame={bareFrame(c)} />, 429)
}

/**
 * The last resort. Trouble with the database is 503, so that the edge goes on serving what it has; anything else is 500.
 * Logs say what happened and, where the operator can mend it, how; never what was in a query.
 */
export const onError: ErrorHandler<AppEnv> = (error, c) => {
  const advice = adviceFor(error)
  console.error(
    JSON.stringify({ event: 'request-failed', error: error.name, advice, path: new URL(c.req.url).pathname }),
  )
  c.header('cache-control', 'private, no-store')
  if (!isOutage(error)) return c.html(<InternalErrorPage frame={bareFrame(c)} />, 500)
  c.header('retry-after', String(RETRY_AFTER_SECONDS))
  return c.html(<UnavailablePage />, 503)
}

/** Is the database, or the configuration, to blame? Then what was asked for may work later. */
export function isOutage(error: Error): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DeadlineError || cause instanceof ConfigurationError) return true
    if (cause.name === 'DrizzleQueryError' || /D1_|SQLITE_|storage|D1 DB/i.test(cause.message)) return true
  }
  return false
}

function adviceFor(error: Error): string {
  if (error instanceof ConfigurationError) return error.message
  if (isUnmigrated(error)) {
    return 'The database has no tables, or not the newest ones: run `npx wrangler d1 migrations apply DB --remote --env production` (locally: npm start applies them)'
  }
  if (error instanceof DeadlineError) return 'D1 did not answer in time; see the Cloudflare status page if this goes on'
  return ''
}
