import { etag, RETAINED_304_HEADERS } from 'hono/etag'

/**
 * Weak entity tags from the body's hash, answered with 304 where nothing changed (RFC 9110, 8.8.3). The edge's own
 * headers must survive a 304: without them the browser's shorter lifetime would replace the edge's.
 */
export function entityTag() {
  return etag({ weak: true, retainedHeaders: [...RETAINED_304_HEADERS, 'cloudflare-cdn-cache-control', 'cache-tag'] })
}
