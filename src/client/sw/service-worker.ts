/**
 * Reading offline: every public article that was read stays readable, and `/:edition/saved` lists them.
 *
 * - Navigations are network-first. A kept copy answers when the network fails, the server fails (5xx), or nothing came
 *   for four seconds; it is marked with `data-saved-at-ms` on `<html>`, and the page says that it is a copy.
 * - Kept: articles answered with 200, HTML, same origin, without `no-store`; the last fifty. One copy serves the normal
 *   and the text-only view. A withdrawn or missing article (410, 404) is thrown away.
 * - Offline and nothing kept: the list of saved articles, marked with `data-offline`. It is fetched beforehand for each
 *   edition that the reader uses, and again when a release changes it.
 * - Never touched: `/admin`, previews (no-store and a query), other methods, other origins, images.
 *
 * Navigation preload is off on purpose: it would request `/admin` pages twice, where a view of a preview is logged.
 */
import { ARTICLES_CACHE, SAVED_AT_HEADER } from '../kept-articles.ts'
import { type PublicPath, readPath, savedPath } from './paths.ts'

declare const self: ServiceWorkerGlobalScope
/** Put in by the build: a hash of this script and of all that the list of saved articles is made from. */
declare const CONTENT_VERSION: string
/** Put in by the build: the page script and what brings it in, so that a kept page can say that it is a copy. */
declare const SHELL_URLS: readonly string[]

const SHELL_FILE = /^\/assets\/(?:loader|loaderScript|page)\./
const SHELL_PREFIX = 'shell-'
const SHELL_CACHE = SHELL_PREFIX + CONTENT_VERSION

/** About half a megabyte of text; enough for a long journey. */
const ARTICLES_MAX = 50

/** Longer than a slow network needs for a page (2.5 s at 280 kbps and 800 ms), shorter than anybody's patience. */
const PATIENCE_MS = 4000

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(dropOldShells()))
self.addEventListener('message', (event) => event.waitUntil(keepOpenPage(event.data)))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  const path = readPath(url)
  if (request.mode === 'navigate' && path) event.respondWith(answer(event, url, path))
  else if (SHELL_FILE.test(url.pathname)) event.respondWith(shellFile(request, url.pathname))
})

async function install(): Promise<void> {
  const shell = await caches.open(SHELL_CACHE)
  await shell.addAll([...SHELL_URLS])
  for (const name of await oldShells()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      if (readPath(new URL(url))?.kind === 'saved') await shell.add(url)
    }
  }
  await self.skipWaiting() // pages come from the network, so no page is mixed of two releases
}

async function dropOldShells(): Promise<void> {
  for (const name of await oldShells()) await caches.delete(name)
}

async function oldShells(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(SHELL_PREFIX) && name !== SHELL_CACHE)
}

/** Keeps the page that was open before this service worker was there. */
async function keepOpenPage(message: { keep?: string } | undefined): Promise<void> {
  if (!message?.keep) return
  const url = new URL(message.keep)
  const path = readPath(url)
  if (!path || url.origin !== location.origin) return
  const isKept = path.kind === 'article' || path.kind === 'saved'
  await remember(url, path, isKept ? await fetch(url.pathname + url.search, { cache: 'force-cache' }) : undefined)
}

async function answer(event: FetchEvent, url: URL, path: PublicPath): Promise<Response> {
  const network = fetch(event.request).then((response) => {
    event.waitUntil(remember(url, path, path.kind === 'other' ? undefined : response.clone()))
    return response
  })
  event.waitUntil(network.catch(() => undefined)) // a late answer still renews the copy
  const kept = path.kind === 'article' ? await keptCopy(url) : undefined
  const response = await Promise.race([network.catch(() => undefined), ...(kept ? [patience()] : [])])
  if (response && (response.status < 500 || !kept)) return response
  return kept ? await marked(kept, `data-saved-at-ms="${kept.headers.get(SAVED_AT_HEADER)}"`) : await savedPage(path)
}

async function patience(): Promise<undefined> {
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
}

/** Copies are found by path alone: one for both views, whatever the response varies by. */
async function keptCopy(url: URL): Promise<Response | undefined> {
  return await (await caches.open(ARTICLES_CACHE)).match(url.pathname, { ignoreVary: true })
}

async function remember({ pathname }: URL, { edition, kind }: PublicPath, response?: Response): Promise<void> {
  const shell = await caches.open(SHELL_CACHE)
  if (response && kind === 'article') await rememberArticle(pathname, response)
  if (response && kind === 'saved' && isPage(response)) await shell.put(pathname, response)
  if (edition && !(await shell.match(savedPath(edition)))) await shell.add(savedPath(edition))
}

async function rememberArticle(pathname: string, response: Response): Promise<void> {
  const articles = await caches.open(ARTICLES_CACHE)
  if (response.status === 404 || response.status === 410) await articles.delete(pathname, { ignoreVary: true })
  if (!isPage(response) || /no-store/.test(response.headers.get('cache-control') ?? '')) return
  const headers = new Headers(response.headers)
  headers.set(SAVED_AT_HEADER, String(Date.now()))
  await articles.put(pathname, new Response(response.body, { headers }))
  for (const old of (await articles.keys()).slice(0, -ARTICLES_MAX)) await articles.delete(old, { ignoreVary: true })
}

function isPage({ status, type, redirected, headers }: Response): boolean {
  return status === 200 && type === 'basic' && !redirected && /^text\/html/.test(headers.get('content-type') ?? '')
}

/** The list of saved articles, in the edition asked for if it is there. */
async function savedPage({ edition, kind }: PublicPath): Promise<Response> {
  const shell = await caches.open(SHELL_CACHE)
  const any = (await shell.keys()).find(({ url }) => readPath(new URL(url))?.kind === 'saved')
  const page = (await shell.match(savedPath(edition), { ignoreVary: true })) ?? (any && (await shell.match(any)))
  if (!page) return Response.error()
  return kind === 'saved' ? page : await marked(page, 'data-offline')
}

async function marked(page: Response, attribute: string): Promise<Response> {
  const html = (await page.text()).replace('<html', `<html ${attribute}`)
  return new Response(html, { headers: page.headers })
}

/** An old copy names the files of its day; offline any version of them will do. */
async function shellFile(request: Request, pathname: string): Promise<Response> {
  return await fetch(request).catch(async () => {
    const [prefix = ''] = SHELL_FILE.exec(pathname) ?? []
    const current = SHELL_URLS.find((url) => url.startsWith(prefix))
    return (current && (await caches.match(current))) || Response.error()
  })
}
