/** What the page and the service worker must agree on. */

/** The cache of articles that were read. It has no version: a new release must not throw away what readers kept. */
export const ARTICLES_CACHE = 'articles'

/** When a copy was kept, in epoch milliseconds. */
export const SAVED_AT_HEADER = 'x-saved-at-ms'
