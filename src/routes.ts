/**
 * Every address of the site: the pattern that the router matches, the query parameters that it knows, and the builder
 * that every link, redirect, feed and test uses. The only place where a URL is spelled.
 */
import type { RecordKind } from './article/record-shape.ts'
import type { Role } from './article/roles.ts'
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
  /** The picture that stands for an article where it is shared. */
  sharePicture: { pattern: '/share/:file{[^/]+}' },
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
  indexNowKey: { pattern: '/:key{[A-Za-z0-9-]{8,128}\\.txt}' },
  security: { pattern: '/.well-known/security.txt' },
  health: { pattern: '/healthz' },
} as const

export type PageName = keyof typeof PAGES
export type FeedFormat = 'rss' | 'atom' | 'json'

const FEED_FILES: Record<FeedFormat, string> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' }

function withQuery(path: string, view: View, query: Partial<Record<QueryName, string>> = {}): string {
  if (view.images && Object.keys(query).length === 0) return path
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
  sharePicture: (file: string) => `/share/${file}`,
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
  indexNowKey: (key: string) => `/${key}.txt`,
  favicon: () => '/favicon.svg',
  health: () => '/healthz',
} as const

/** `/admin` and everything below it. Its own addresses are in ADMIN. */
export const ADMIN_PREFIX = '/admin'

/** Cloudflare Access answers here before the Worker does. */
export const SIGN_OUT = '/cdn-cgi/access/logout'

export type AdminMethod = 'GET' | 'POST'

/** An address of the editors' side: each method that it knows, with the least role that may use it. */
export interface AdminRoute {
  pattern: string
  least: Partial<Record<AdminMethod, Role>>
}

const articlePattern = `${ADMIN_PREFIX}/articles/:id{[0-9]+}`
const photoPattern = `${ADMIN_PREFIX}/photos/:id{[0-9]+}`
const keyPattern = ':key{[a-z0-9-]+}'
const entryPattern = `${ADMIN_PREFIX}/glossary/:entry{[0-9]+}`
const editorPattern = `${ADMIN_PREFIX}/editors/:editor{[0-9]+}`

/** The editors' side, by name. What is not here is refused to everybody. */
export const ADMIN = {
  home: { pattern: ADMIN_PREFIX, least: { GET: 'author' } },
  find: { pattern: `${ADMIN_PREFIX}/find`, least: { GET: 'author' } },
  language: { pattern: `${ADMIN_PREFIX}/language`, least: { POST: 'author' } },
  newArticle: { pattern: `${ADMIN_PREFIX}/articles/new`, least: { GET: 'author' } },
  articles: { pattern: `${ADMIN_PREFIX}/articles`, least: { POST: 'author' } },
  deletedDrafts: { pattern: `${ADMIN_PREFIX}/articles/deleted`, least: { GET: 'author' } },
  article: { pattern: articlePattern, least: { GET: 'author', POST: 'author' } },
  autosave: { pattern: `${articlePattern}/autosave`, least: { POST: 'author' } },
  preview: { pattern: `${articlePattern}/preview`, least: { GET: 'author', POST: 'author' } },
  checks: { pattern: `${articlePattern}/checks`, least: { POST: 'author' } },
  copies: { pattern: `${articlePattern}/copies`, least: { POST: 'author' } },
  /** Of a draft; authors may delete and recover their own. */
  deletion: { pattern: `${articlePattern}/deletion`, least: { GET: 'author', POST: 'author' } },
  recovery: { pattern: `${articlePattern}/recovery`, least: { POST: 'author' } },
  review: { pattern: `${articlePattern}/review`, least: { POST: 'author' } },
  revisions: { pattern: `${articlePattern}/revisions`, least: { GET: 'author' } },
  revision: { pattern: `${articlePattern}/revisions/:number{[0-9]+}`, least: { GET: 'author' } },
  /** What the public met, when. `at` is a moment at which the edition showed it. */
  history: { pattern: `${articlePattern}/history`, least: { GET: 'author' } },
  historyComparison: { pattern: `${articlePattern}/history/comparison`, least: { GET: 'author' } },
  shownThen: { pattern: `${articlePattern}/history/:edition{[a-z-]+}/:at{[0-9]+}`, least: { GET: 'author' } },
  restoration: { pattern: `${articlePattern}/revisions/:number{[0-9]+}/restoration`, least: { POST: 'author' } },
  comparison: { pattern: `${articlePattern}/comparison`, least: { GET: 'author' } },
  conversion: { pattern: `${articlePattern}/conversion`, least: { GET: 'author', POST: 'author' } },
  conversionText: { pattern: `${articlePattern}/conversion/text`, least: { GET: 'author' } },
  publication: { pattern: `${articlePattern}/publication`, least: { GET: 'author', POST: 'editor' } },
  cancellation: { pattern: `${articlePattern}/publication/cancellation`, least: { POST: 'editor' } },
  sharePicture: { pattern: `${articlePattern}/share-picture/:edition{[a-z-]+}`, least: { POST: 'editor' } },
  correction: { pattern: `${articlePattern}/correction`, least: { GET: 'editor', POST: 'editor' } },
  withdrawal: { pattern: `${articlePattern}/withdrawal`, least: { GET: 'editor', POST: 'editor' } },
  previewLinks: { pattern: `${articlePattern}/preview-links`, least: { GET: 'editor', POST: 'editor' } },
  previewRevocation: {
    pattern: `${articlePattern}/preview-links/:link{[0-9]+}/revocation`,
    least: { POST: 'editor' },
  },
  email: { pattern: `${articlePattern}/email`, least: { GET: 'author' } },
  /** The library as one article chooses from it, and what it offers for one photo. */
  articlePhotos: { pattern: `${articlePattern}/photos`, least: { GET: 'author', POST: 'author' } },
  articlePhoto: { pattern: `${articlePattern}/photos/:photo{[0-9]+}`, least: { GET: 'author', POST: 'author' } },
  photos: { pattern: `${ADMIN_PREFIX}/photos`, least: { GET: 'author', POST: 'author' } },
  /** The list of the library alone, for the dialog of the article form. */
  photoChoice: { pattern: `${ADMIN_PREFIX}/photos/choice`, least: { GET: 'author' } },
  newPhoto: { pattern: `${ADMIN_PREFIX}/photos/new`, least: { GET: 'author' } },
  photo: { pattern: photoPattern, least: { GET: 'author', POST: 'author' } },
  /** A photo by the key that articles call it: leads to its page. */
  photoByKey: { pattern: `${ADMIN_PREFIX}/photos/key/:key{.+}`, least: { GET: 'author' } },
  photoVariants: { pattern: `${photoPattern}/variants`, least: { POST: 'author' } },
  photoDeletion: { pattern: `${photoPattern}/deletion`, least: { GET: 'editor', POST: 'editor' } },
  topics: { pattern: `${ADMIN_PREFIX}/topics`, least: { GET: 'author', POST: 'editor' } },
  newTopic: { pattern: `${ADMIN_PREFIX}/topics/new`, least: { GET: 'editor' } },
  topic: { pattern: `${ADMIN_PREFIX}/topics/${keyPattern}`, least: { GET: 'author', POST: 'editor' } },
  topicDeletion: { pattern: `${ADMIN_PREFIX}/topics/${keyPattern}/deletion`, least: { GET: 'editor', POST: 'editor' } },
  contacts: { pattern: `${ADMIN_PREFIX}/contacts`, least: { GET: 'author', POST: 'editor' } },
  newContact: { pattern: `${ADMIN_PREFIX}/contacts/new`, least: { GET: 'editor' } },
  contact: { pattern: `${ADMIN_PREFIX}/contacts/${keyPattern}`, least: { GET: 'author', POST: 'editor' } },
  contactDeletion: {
    pattern: `${ADMIN_PREFIX}/contacts/${keyPattern}/deletion`,
    least: { GET: 'editor', POST: 'editor' },
  },
  contactUpdates: { pattern: `${ADMIN_PREFIX}/contacts/${keyPattern}/updates`, least: { POST: 'editor' } },
  boilerplates: { pattern: `${ADMIN_PREFIX}/boilerplates`, least: { GET: 'author', POST: 'editor' } },
  newBoilerplate: { pattern: `${ADMIN_PREFIX}/boilerplates/new`, least: { GET: 'editor' } },
  boilerplate: { pattern: `${ADMIN_PREFIX}/boilerplates/${keyPattern}`, least: { GET: 'author', POST: 'editor' } },
  boilerplateDeletion: {
    pattern: `${ADMIN_PREFIX}/boilerplates/${keyPattern}/deletion`,
    least: { GET: 'editor', POST: 'editor' },
  },
  boilerplateUpdates: { pattern: `${ADMIN_PREFIX}/boilerplates/${keyPattern}/updates`, least: { POST: 'editor' } },
  glossary: { pattern: `${ADMIN_PREFIX}/glossary`, least: { GET: 'author', POST: 'editor' } },
  newGlossaryEntry: { pattern: `${ADMIN_PREFIX}/glossary/new`, least: { GET: 'editor' } },
  /** What an entry does, saved or not: a part of its page, asked for while somebody types. */
  glossaryTrial: { pattern: `${ADMIN_PREFIX}/glossary/trial`, least: { POST: 'editor' } },
  glossaryText: { pattern: `${ADMIN_PREFIX}/glossary/text`, least: { GET: 'author' } },
  /** Published editions that today's conversion would make otherwise. */
  outdated: { pattern: `${ADMIN_PREFIX}/glossary/outdated`, least: { GET: 'author', POST: 'editor' } },
  glossaryEntry: { pattern: entryPattern, least: { GET: 'author', POST: 'editor' } },
  glossaryDeletion: { pattern: `${entryPattern}/deletion`, least: { GET: 'editor', POST: 'editor' } },
  glossaryUpdates: { pattern: `${entryPattern}/updates`, least: { POST: 'editor' } },
  settings: { pattern: `${ADMIN_PREFIX}/settings`, least: { GET: 'administrator', POST: 'administrator' } },
  lead: { pattern: `${ADMIN_PREFIX}/settings/lead`, least: { POST: 'administrator' } },
  quotes: { pattern: `${ADMIN_PREFIX}/settings/quotes`, least: { POST: 'administrator' } },
  editors: { pattern: `${ADMIN_PREFIX}/editors`, least: { GET: 'administrator', POST: 'administrator' } },
  newEditor: { pattern: `${ADMIN_PREFIX}/editors/new`, least: { GET: 'administrator' } },
  editor: { pattern: editorPattern, least: { GET: 'administrator', POST: 'administrator' } },
  editorRemoval: { pattern: `${editorPattern}/removal`, least: { GET: 'administrator', POST: 'administrator' } },
  audit: { pattern: `${ADMIN_PREFIX}/audit`, least: { GET: 'editor' } },
  /** Photos as previews show them: public or not. */
  media: { pattern: `${ADMIN_PREFIX}/media/:hash{[0-9a-z-]+}/:file{[^/]+}`, least: { GET: 'author' } },
} as const satisfies Record<string, AdminRoute>

/** Does the request hand in a photo or a picture, or ask for copies to be made? All take longer than a page. */
export function isPhotoWork({ method, url }: Pick<Request, 'method' | 'url'>): boolean {
  const { pathname } = new URL(url)
  const isWork = pathname.startsWith(`${ADMIN_PREFIX}/photos`) || /\/(?:share-picture\/[^/]+|photos)$/.test(pathname)
  return method === 'POST' && pathname.startsWith(`${ADMIN_PREFIX}/`) && isWork
}

export type AdminRouteName = keyof typeof ADMIN

/** A journalist's view of an article before its time: not below /admin, because journalists do not sign in. */
export const PREVIEWS = {
  preview: { pattern: '/preview/:token{[A-Za-z0-9_-]+}' },
  previewPhoto: { pattern: '/preview/:token{[A-Za-z0-9_-]+}/media/:hash{[0-9a-f]+}/:file{[^/]+}' },
  previewEdition: { pattern: `/preview/:token{[A-Za-z0-9_-]+}${editionPattern}` },
} as const

const recordsPath = (kind: RecordKind) => `${ADMIN_PREFIX}/${kind}s`

const articlePath = (id: number) => `${ADMIN_PREFIX}/articles/${id}`

function filtered(path: string, query: Record<string, string | number>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== '' && value !== 0) search.set(name, String(value))
  }
  return search.size === 0 ? path : `${path}?${search}`
}

/** Builders of the editors' addresses. */
export const adminHref = {
  home: () => ADMIN_PREFIX,
  find: (q = '', page = 0) => filtered(`${ADMIN_PREFIX}/find`, { q, page }),
  language: () => `${ADMIN_PREFIX}/language`,
  /** The address of a form whose page shall come back in another language, filled as it is. */
  inLanguage: (action: string, language: Edition) => `${action}?language=${language}`,
  signOut: () => SIGN_OUT,
  newArticle: () => `${ADMIN_PREFIX}/articles/new`,
  articles: () => `${ADMIN_PREFIX}/articles`,
  deletedDrafts: (page = 1) => filtered(`${ADMIN_PREFIX}/articles/deleted`, page > 1 ? { page } : {}),
  article: (id: number) => articlePath(id),
  autosave: (id: number) => `${articlePath(id)}/autosave`,
  preview: (id: number, edition = '') => filtered(`${articlePath(id)}/preview`, { edition }),
  checks: (id: number) => `${articlePath(id)}/checks`,
  copies: (id: number) => `${articlePath(id)}/copies`,
  deletion: (id: number) => `${articlePath(id)}/deletion`,
  recovery: (id: number) => `${articlePath(id)}/recovery`,
  review: (id: number) => `${articlePath(id)}/review`,
  revisions: (id: number, page = 0) => filtered(`${articlePath(id)}/revisions`, { page }),
  revision: (id: number, number: number) => `${articlePath(id)}/revisions/${number}`,
  history: (id: number, at = '') => filtered(`${articlePath(id)}/history`, { at }),
  historyComparison: (id: number, from = '', to = '') =>
    filtered(`${articlePath(id)}/history/comparison`, { from, to }),
  shownThen: (id: number, edition: Edition, atMs: number) => `${articlePath(id)}/history/${edition}/${atMs}`,
  restoration: (id: number, number: number) => `${articlePath(id)}/revisions/${number}/restoration`,
  comparison: (id: number, from = 0, to = 0, edition: Edition | '' = '') =>
    filtered(`${articlePath(id)}/comparison`, { from, to, edition }),
  conversion: (id: number) => `${articlePath(id)}/conversion`,
  conversionText: (id: number) => `${articlePath(id)}/conversion/text`,
  publication: (id: number) => `${articlePath(id)}/publication`,
  cancellation: (id: number) => `${articlePath(id)}/publication/cancellation`,
  sharePicture: (id: number, edition: Edition) => `${articlePath(id)}/share-picture/${edition}`,
  correction: (id: number) => `${articlePath(id)}/correction`,
  withdrawal: (id: number) => `${articlePath(id)}/withdrawal`,
  previewLinks: (id: number) => `${articlePath(id)}/preview-links`,
  previewRevocation: (id: number, link: number) => `${articlePath(id)}/preview-links/${link}/revocation`,
  email: (id: number, edition: Edition | '' = '') => filtered(`${articlePath(id)}/email`, { edition }),
  articlePhotos: (id: number, { q = '', page = 1 }: { q?: string; page?: number } = {}) =>
    filtered(`${articlePath(id)}/photos`, { q, page: page > 1 ? page : 0 }),
  articlePhoto: (id: number, photo: number) => `${articlePath(id)}/photos/${photo}`,
  photos: ({ q = '', page = 1 }: { q?: string; page?: number } = {}) =>
    filtered(`${ADMIN_PREFIX}/photos`, { q, page: page > 1 ? page : 0 }),
  photoChoice: ({ q = '', page = 1 }: { q?: string; page?: number } = {}) =>
    filtered(`${ADMIN_PREFIX}/photos/choice`, { q, page: page > 1 ? page : 0 }),
  newPhoto: () => `${ADMIN_PREFIX}/photos/new`,
  /** `article`: the one on whose behalf an editor says what the photo shows. */
  photo: (id: number, article = 0) => filtered(`${ADMIN_PREFIX}/photos/${id}`, { article }),
  photoByKey: (key: string) => `${ADMIN_PREFIX}/photos/key/${key}`,
  photoVariants: (id: number) => `${ADMIN_PREFIX}/photos/${id}/variants`,
  photoDeletion: (id: number) => `${ADMIN_PREFIX}/photos/${id}/deletion`,
  media: (hash: string, file: string) => `${ADMIN_PREFIX}/media/${hash}/${file}`,
  records: (kind: RecordKind) => recordsPath(kind),
  newRecord: (kind: RecordKind) => `${recordsPath(kind)}/new`,
  record: (kind: RecordKind, key: string) => `${recordsPath(kind)}/${key}`,
  recordDeletion: (kind: RecordKind, key: string) => `${recordsPath(kind)}/${key}/deletion`,
  recordUpdates: (kind: Exclude<RecordKind, 'topic'>, key: string) => `${recordsPath(kind)}/${key}/updates`,
  glossary: ({ q = '', page = 1 }: { q?: string; page?: number } = {}) =>
    filtered(`${ADMIN_PREFIX}/glossary`, { q, page: page > 1 ? page : 0 }),
  /** With what is known of the entry already. */
  newGlossaryEntry: (known: Readonly<Record<string, string>> = {}) => filtered(`${ADMIN_PREFIX}/glossary/new`, known),
  glossaryTrial: () => `${ADMIN_PREFIX}/glossary/trial`,
  glossaryText: () => `${ADMIN_PREFIX}/glossary/text`,
  outdated: (query: { before?: string; done?: string } = {}) =>
    filtered(`${ADMIN_PREFIX}/glossary/outdated`, { ...query }),
  glossaryEntry: (id: number, query: { before?: string; done?: string } = {}) =>
    filtered(`${ADMIN_PREFIX}/glossary/${id}`, { ...query }),
  glossaryDeletion: (id: number) => `${ADMIN_PREFIX}/glossary/${id}/deletion`,
  glossaryUpdates: (id: number, before = '') => filtered(`${ADMIN_PREFIX}/glossary/${id}/updates`, { before }),
  /** What an entry means for published articles behind a place, on the page of `path`. */
  glossaryImpact: (path: string, before = '') => `${filtered(path, { before })}#impact`,
  settings: () => `${ADMIN_PREFIX}/settings`,
  lead: () => `${ADMIN_PREFIX}/settings/lead`,
  quotes: () => `${ADMIN_PREFIX}/settings/quotes`,
  editors: () => `${ADMIN_PREFIX}/editors`,
  newEditor: () => `${ADMIN_PREFIX}/editors/new`,
  editor: (id: number) => `${ADMIN_PREFIX}/editors/${id}`,
  editorRemoval: (id: number) => `${ADMIN_PREFIX}/editors/${id}/removal`,
  audit: ({ who = '', article = '', before = 0 }: { who?: string; article?: string; before?: number } = {}) =>
    filtered(`${ADMIN_PREFIX}/audit`, { who, article, before }),
  /** The form of an article at the place where something was just done. */
  articlePlaced: (id: number, done: string) => `${filtered(articlePath(id), { done })}#placed`,
  /** Where an act leads back to, with the name of what was done. */
  done: (path: string, done: string) => filtered(path, { done }),
  journalistPreview: (token: string, edition: Edition | '' = '') =>
    edition === '' ? `/preview/${token}` : `/preview/${token}/${edition}`,
  journalistPhoto: (token: string, hash: string, file: string) => `/preview/${token}/media/${hash}/${file}`,
} as const

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

/**
 * Files take no query, the editors' side reads its own. What is no address of the site at all is left to be not found
 * as it stands.
 */
function canonicalFile(path: string, { pathname, search }: URL): CanonicalAnswer {
  const isAdmin = path === ADMIN_PREFIX || path.startsWith(`${ADMIN_PREFIX}/`)
  if (isAdmin && path !== pathname) return redirectTo(path, search)
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
  return `/${edition}/${below.replace(/%[0-9A-Fa-f]{2}|[A-Z]+/g, (part) => (part.startsWith('%') ? part : part.toLowerCase()))}`
}

/** Unreserved characters stand for themselves (RFC 3986, 6.2.2.2). */
function withoutNeedlessEscapes(pathname: string): string {
  return pathname.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : escaped
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
