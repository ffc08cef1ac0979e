/**
 * Every address of the site: the pattern that the router matches, the query parameters that it knows, and the builder
 * that every link, redirect, feed and test uses. The only place where a URL is spelled.
 */
import { EDITION_KEYS, type Edition } from './edition/editions.ts'

/** How a reader is looking: in which edition, with pictures or without. Every link of a page keeps it. */
export interface View {
  edition: Edition
  images: boolean
}

/** Longest path that is looked at; anything longer was not made by this site. */
export const PATH_LENGTH_MAX = 1024

/** Deepest page of a list. Older articles are found through the archive; it keeps OFFSET small. */
export const LIST_PAGE_MAX = 100

const editionPattern = `/:edition{${EDITION_KEYS.join('|')}}`

/** Query parameters in the order in which a canonical address carries them. */
type QueryName = 'images' | 'month' | 'page' | 'q' | 'topic' | 'year'

interface PageRoute {
  pattern: string
  query: readonly QueryName[]
}

/** Public pages, by name. `images=0` is the text-only view. */
export const PAGES = {
  root: { pattern: '/', query: [] },
  home: { pattern: `${editionPattern}/`, query: ['images', 'page'] },
  article: { pattern: `${editionPattern}/news/:slug{[^/.]+}`, query: ['images'] },
  topic: { pattern: `${editionPattern}/topics/:topic{[^/.]+}`, query: ['images', 'page'] },
  archive: { pattern: `${editionPattern}/archive`, query: ['images'] },
  archiveYear: { pattern: `${editionPattern}/archive/:year{[^/.]+}`, query: ['images'] },
  archiveMonth: { pattern: `${editionPattern}/archive/:year{[^/.]+}/:month{[^/.]+}`, query: ['images', 'page'] },
  search: { pattern: `${editionPattern}/search`, query: ['images', 'page', 'q', 'topic', 'year'] },
  about: { pattern: `${editionPattern}/about`, query: ['images'] },
  contact: { pattern: `${editionPattern}/contact`, query: ['images'] },
  accessibility: { pattern: `${editionPattern}/accessibility`, query: ['images'] },
  saved: { pattern: `${editionPattern}/saved`, query: ['images'] },
  /** The list items of one page of a list, for "load more". */
  homeItems: { pattern: `${editionPattern}/items`, query: ['images', 'page'] },
  topicItems: { pattern: `${editionPattern}/topics/:topic{[^/.]+}/items`, query: ['images', 'page'] },
  /** The results alone, for search while typing. */
  searchResults: { pattern: `${editionPattern}/search/results`, query: ['images', 'page', 'q', 'topic', 'year'] },
} as const satisfies Record<string, PageRoute>

/** Files that machines read: feeds, sitemaps, plain-text views and the like. None takes a query. */
export const FILES = {
  articleText: { pattern: `${editionPattern}/news/:file{[^/]+\\.txt}` },
  articleMarkdown: { pattern: `${editionPattern}/news/:file{[^/]+\\.md}` },
  /** The event of an invitation, for calendars. */
  articleCalendar: { pattern: `${editionPattern}/news/:file{[^/]+\\.ics}` },
  media: { pattern: '/media/:hash{[^/]+}/:file{[^/]+}' },
  rss: { pattern: `${editionPattern}/feed.xml` },
  atom: { pattern: `${editionPattern}/atom.xml` },
  jsonFeed: { pattern: `${editionPattern}/feed.json` },
  topicRss: { pattern: `${editionPattern}/topics/:topic{[^/]+}/feed.xml` },
  topicAtom: { pattern: `${editionPattern}/topics/:topic{[^/]+}/atom.xml` },
  topicJsonFeed: { pattern: `${editionPattern}/topics/:topic{[^/]+}/feed.json` },
  webManifest: { pattern: `${editionPattern}/site.webmanifest` },
  sitemap: { pattern: '/sitemap.xml' },
  sitemapPart: { pattern: '/:part{sitemap-[0-9]+\\.xml}' },
  newsSitemap: { pattern: '/sitemap-news.xml' },
  robots: { pattern: '/robots.txt' },
  security: { pattern: '/.well-known/security.txt' },
  health: { pattern: '/healthz' },
} as const

export type PageName = keyof typeof PAGES
export type FeedFormat = 'rss' | 'atom' | 'json'

const FEED_FILES: Record<FeedFormat, string> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' }

function withQuery(path: string, view: View, query: Partial<Record<QueryName, string>> = {}): string {
  const pairs = Object.entries({ ...query, ...(view.images ? {} : { images: '0' }) })
  const search = new URLSearchParams(pairs.filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1)))
  return search.size === 0 ? path : `${path}?${search}`
}

function pageQuery(page: number): Partial<Record<QueryName, string>> {
  return page > 1 ? { page: String(page) } : {}
}

/** What a search asks for; absent filters are ''. */
export interface SearchQuery {
  q: string
  topic?: string
  year?: string
  page?: number
}

function searchPath(view: View, path: string, query: SearchQuery): string {
  const { q, topic = '', year = '', page = 1 } = query
  return withQuery(path, view, { q, topic, year, ...pageQuery(page) })
}

/** Builders of site-relative addresses. Each keeps the reader's edition and text-only choice. */
export const href = {
  root: () => '/',
  home: (view: View, page = 1) => withQuery(`/${view.edition}/`, view, pageQuery(page)),
  homeItems: (view: View, page: number) => withQuery(`/${view.edition}/items`, view, pageQuery(page)),
  article: (view: View, slug: string) => withQuery(`/${view.edition}/news/${slug}`, view),
  articleText: (edition: Edition, slug: string) => `/${edition}/news/${slug}.txt`,
  articleMarkdown: (edition: Edition, slug: string) => `/${edition}/news/${slug}.md`,
  articleCalendar: (edition: Edition, slug: string) => `/${edition}/news/${slug}.ics`,
  media: (hash: string, file: string) => `/media/${hash}/${file}`,
  topic: (view: View, topic: string, page = 1) => withQuery(`/${view.edition}/topics/${topic}`, view, pageQuery(page)),
  topicItems: (view: View, topic: string, page: number) =>
    withQuery(`/${view.edition}/topics/${topic}/items`, view, pageQuery(page)),
  archive: (view: View) => withQuery(`/${view.edition}/archive`, view),
  archiveYear: (view: View, year: number) => `${withQuery(`/${view.edition}/archive`, view)}#y${year}`,
  archiveMonth: (view: View, year: number, month: number, page = 1) =>
    withQuery(`/${view.edition}/archive/${year}/${String(month).padStart(2, '0')}`, view, pageQuery(page)),
  search: (view: View, query: SearchQuery = { q: '' }) => searchPath(view, `/${view.edition}/search`, query),
  searchResults: (view: View, query: SearchQuery = { q: '' }) =>
    searchPath(view, `/${view.edition}/search/results`, query),
  about: (view: View) => withQuery(`/${view.edition}/about`, view),
  contact: (view: View) => withQuery(`/${view.edition}/contact`, view),
  accessibility: (view: View) => withQuery(`/${view.edition}/accessibility`, view),
  saved: (view: View) => withQuery(`/${view.edition}/saved`, view),
  feed: (edition: Edition, format: FeedFormat, topic = '') =>
    topic === '' ? `/${edition}/${FEED_FILES[format]}` : `/${edition}/topics/${topic}/${FEED_FILES[format]}`,
  webManifest: (edition: Edition) => `/${edition}/site.webmanifest`,
  sitemap: () => '/sitemap.xml',
  sitemapPart: (part: number) => `/sitemap-${part}.xml`,
  newsSitemap: () => '/sitemap-news.xml',
  feedStyle: () => '/feed.css',
  favicon: () => '/favicon.svg',
  health: () => '/healthz',
} as const

/** `/admin` and everything below it. Its own addresses are in ADMIN. */
export const ADMIN_PREFIX = '/admin'

const CANONICAL_PAGES = Object.entries(PAGES).map(([name, route]) => ({
  name,
  query: route.query as readonly QueryName[],
  expression: expressionOf(route.pattern),
}))

const FILE_EXPRESSIONS = Object.values(FILES).map(({ pattern }) => expressionOf(pattern))

function expressionOf(pattern: string): RegExp {
  const source = pattern.replace(/:\w+(?:\{([^{}]+)\})?/g, (_, segment = '[^/]+') => `(?:${segment})`)
  return new RegExp(`^${source}$`)
}

export type CanonicalAnswer =
  | { kind: 'canonical' }
  | { kind: 'redirect'; location: string }
  | { kind: 'malformed' }
  | { kind: 'no-such-page' }

/**
 * Decides about an address before anything else looks at it: it is canonical, has a canonical form to redirect to, is
 * malformed, or asks for a page of a list that cannot exist. Costs no database query. Cached copies are keyed by the raw
 * query string, so one page must have one spelling.
 */
export function canonicalAnswer(url: URL): CanonicalAnswer {
  const { pathname } = url
  if (pathname.length > PATH_LENGTH_MAX || !isWellFormed(pathname)) return { kind: 'malformed' }
  const path = canonicalPath(pathname)
  const page = CANONICAL_PAGES.find(({ expression }) => expression.test(path))
  if (!page) return canonicalFile(path, url)
  const query = canonicalQuery(url.searchParams, page.query)
  if (query === undefined) return { kind: 'no-such-page' }
  const search = query.size === 0 ? '' : `?${query}`
  if (path === pathname && search === url.search) return { kind: 'canonical' }
  return redirectTo(path, search)
}

/** Files take no query. What is no address of the site at all is left to be not found as it stands. */
function canonicalFile(path: string, { pathname, search }: URL): CanonicalAnswer {
  const isFile = FILE_EXPRESSIONS.some((expression) => expression.test(path))
  return isFile && (path !== pathname || search !== '') ? redirectTo(path, '') : { kind: 'canonical' }
}

function redirectTo(path: string, search: string): CanonicalAnswer {
  return { kind: 'redirect', location: `${path}${search}` }
}

function isWellFormed(pathname: string): boolean {
  try {
    return !/[\0-\x1f\x7f\\]/.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}

/** One slash between segments, lower case, no slash at the end but after an edition, no needless escapes. */
function canonicalPath(pathname: string): string {
  const single = withoutNeedlessEscapes(pathname).replace(/\/{2,}/g, '/')
  const [, first = '', ...rest] = single.split('/')
  const edition = EDITION_KEYS.find((key) => key === first.toLowerCase())
  if (!edition) return single.length > 1 ? single.replace(/\/$/, '') : single
  const below = rest.join('/').replace(/\/$/, '')
  return `/${edition}/${below.replace(/%[0-9A-F]{2}|[A-Z]+/g, (part) => (part.startsWith('%') ? part : part.toLowerCase()))}`
}

/** Unreserved characters stand for themselves, and escapes are written in upper case (RFC 3986, 6.2.2). */
function withoutNeedlessEscapes(pathname: string): string {
  return pathname.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase()
  })
}

/** Known parameters only, each once, in order; `undefined` when `page` is not the number of a page. */
function canonicalQuery(given: URLSearchParams, known: readonly QueryName[]): URLSearchParams | undefined {
  const query = new URLSearchParams()
  for (const name of known) {
    const value = given.get(name)
    if (value === null || value === '') continue
    if (name === 'images' && value !== '0') continue
    if (name === 'page') {
      if (!/^[1-9][0-9]{0,2}$/.test(value) || Number(value) > LIST_PAGE_MAX) return undefined
      if (value === '1') continue
    }
    query.set(name, value)
  }
  return query
}
