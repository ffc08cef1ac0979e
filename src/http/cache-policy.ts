/**
 * Who may keep an answer, and for how long. Browsers keep pages briefly; the edge keeps them longer and gives a stale
 * copy while it fetches a new one or while the Worker fails. `Cloudflare-CDN-Cache-Control` is read and removed by the
 * edge. `s-maxage` and `must-revalidate` are not used anywhere: they switch the stale copies off.
 */
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'

interface Policy {
  browserSeconds: number
  edgeSeconds: number
  staleWhileRevalidateSeconds: number
  staleIfErrorSeconds: number
}

const HOUR = 3600
const DAY = 24 * HOUR

export const CACHE_POLICIES = {
  article: { browserSeconds: 30, edgeSeconds: HOUR, staleWhileRevalidateSeconds: DAY, staleIfErrorSeconds: 7 * DAY },
  list: { browserSeconds: 15, edgeSeconds: 300, staleWhileRevalidateSeconds: HOUR, staleIfErrorSeconds: 7 * DAY },
  search: { browserSeconds: 0, edgeSeconds: 60, staleWhileRevalidateSeconds: 300, staleIfErrorSeconds: DAY },
  notFound: { browserSeconds: 0, edgeSeconds: 60, staleWhileRevalidateSeconds: 60, staleIfErrorSeconds: DAY },
  moved: { browserSeconds: 300, edgeSeconds: HOUR, staleWhileRevalidateSeconds: DAY, staleIfErrorSeconds: 7 * DAY },
} as const satisfies Record<string, Policy>

export type PolicyName = keyof typeof CACHE_POLICIES

/** Ids of what an answer was made from; a purge names the same. Numbers and edition keys only, so always valid. */
export type CacheTag = `a:${number}` | `m:${number}` | `list:${string}` | `site:${string}` | 'nf'

/**
 * Allows shared caching of this answer. `boundaryMs` is the next moment at which the answer changes by itself (a
 * scheduled publication, the end of an embargo): no copy is kept past it.
 */
export function cacheable(
  c: Context<AppEnv>,
  policyName: PolicyName,
  { tags, boundaryMs = null }: { tags: readonly CacheTag[]; boundaryMs?: number | null },
): void {
  const policy = CACHE_POLICIES[policyName]
  const leftSeconds =
    boundaryMs === null ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor((boundaryMs - c.get('nowMs')) / 1000))
  const browserSeconds = Math.min(policy.browserSeconds, leftSeconds)
  const edgeSeconds = Math.min(policy.edgeSeconds, leftSeconds)
  const staleSeconds = Math.min(policy.staleWhileRevalidateSeconds, leftSeconds)
  c.header('cache-control', `public, max-age=${browserSeconds}`)
  c.header(
    'cloudflare-cdn-cache-control',
    `public, max-age=${edgeSeconds}, stale-while-revalidate=${staleSeconds}, stale-if-error=${policy.staleIfErrorSeconds}`,
  )
  c.header('cache-tag', tags.join(','))
}

/**
 * For a file whose content never changes. Browsers keep it for good; the edge asks once a day, which also bounds how long
 * a withdrawn photo could outlive a purge that failed. No stale copy is given meanwhile: withdrawn means gone.
 */
export function cacheableForGood(response: Response, { tags }: { tags: readonly CacheTag[] }): void {
  response.headers.set('cache-control', `public, max-age=${365 * DAY}, immutable`)
  response.headers.set('cloudflare-cdn-cache-control', `public, max-age=${DAY}, stale-if-error=${7 * DAY}`)
  response.headers.set('cache-tag', tags.join(','))
}

/** Takes back what allowed copies of an answer. */
export function cacheNothing(response: Response): void {
  response.headers.set('cache-control', 'private, no-store')
  response.headers.delete('cloudflare-cdn-cache-control')
  response.headers.delete('cache-tag')
}

/** Answers without a policy of their own are kept by nobody. */
export function cacheNothingByDefault() {
  return createMiddleware<AppEnv>(async function cacheNothingByDefault(c, next) {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-store')
  })
}
