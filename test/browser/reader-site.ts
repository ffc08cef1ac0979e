/**
 * A small site for the tests of the client scripts: the markup that the scripts ask for, the built files, a strict CSP,
 * and a switch that makes the network or the server fail. The real pages have their own tests.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import path from 'node:path'
import { assets } from '../../src/ui/assets.generated.ts'

const STATIC = path.join(import.meta.dirname, '../../static')

const CSP = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'"

export type Condition = 'works' | 'unreachable' | 'slow' | 'error' | 'withdrawn' | 'missing'

export interface ReaderSite {
  readonly origin: string
  /** How the server answers from now on; static files are only touched by `unreachable`. */
  condition: Condition
  /** Appended to the version of the service worker: another value is another release. */
  release: string
  /** Paths asked for so far, queries included. */
  readonly requests: string[]
  close(): Promise<void>
}

/** The service worker waits four seconds when it has a copy; here a tenth of it, and the slow server longer. */
const PATIENCE = [/\b4e3\b/, '400'] as const
const SLOW_MS = 1200

export async function openReaderSite(): Promise<ReaderSite> {
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    requests.push(url.pathname + url.search)
    if (site.condition === 'unreachable') return request.socket.destroy()
    if (/^\/(assets\/|service-worker\.js)/.test(url.pathname))
      return await sendStatic(response, url.pathname, site.release)
    if (site.condition === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
    const status = { error: 503, withdrawn: 410, missing: 404 }[site.condition as string] ?? 200
    response.statusCode = url.searchParams.has('fail') ? 503 : status
    const isPreview = url.searchParams.has('preview') || url.pathname.endsWith('/secret')
    response.setHeader('Cache-Control', isPreview ? 'private, no-store' : 'no-cache')
    response.setHeader('Content-Security-Policy', CSP)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Vary', 'Accept-Encoding, Save-Data')
    response.end(url.searchParams.has('items') ? moreItems() : page(url, response.statusCode))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const site: ReaderSite = {
    origin: `http://localhost:${address.port}`,
    condition: 'works',
    release: '',
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return site
}

async function sendStatic(response: ServerResponse, file: string, release: string): Promise<void> {
  const isWorker = file === '/service-worker.js'
  const text = await readFile(path.join(STATIC, file), 'utf8')
  response.setHeader('Content-Type', file.endsWith('.html') ? 'text/html' : 'text/javascript')
  response.setHeader('Cache-Control', isWorker ? 'no-cache' : 'public, max-age=31536000, immutable')
  if (isWorker) response.setHeader('Content-Security-Policy', "default-src 'none'; connect-src 'self'")
  if (isWorker && !PATIENCE[0].test(text)) throw new Error('The patience of the service worker is not where it was.')
  const version = /(?<=")[0-9a-f]{10}(?=")/
  response.end(isWorker ? text.replace(...PATIENCE).replace(version, `$&${release}`) : text)
}

function page(url: URL, status: number): string {
  const [, edition = 'en', kind = ''] = url.pathname.split('/')
  const lang = { 'zh-hant': 'zh-HK', 'zh-hans': 'zh-CN' }[edition] ?? 'en'
  const body = status === 200 ? (BODIES[kind] ?? article(url)) : `<h1>${status}</h1>`
  return `<!doctype html><html lang="${lang}"><head><title>${url.pathname}</title><meta name="viewport"
    content="width=device-width"><meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}'></head>
    <body><nav data-behaviour="edition-switch">${editionLink('zh-hant', url)} ${editionLink('en', url)} ${editionLink('zh-hans', url)}</nav>
    <iframe src="${assets.loader}" loading="lazy" title="x" height="1"></iframe>
    <main>${body}</main></body></html>`
}

function editionLink(edition: string, url: URL): string {
  const target = url.pathname.replace(/^\/[^/]+/, `/${edition}`)
  return `<a href="${target}${url.search}" hreflang="${edition}" data-edition="${edition}">${edition}</a>`
}

function article(url: URL): string {
  const paragraphs = Array.from({ length: 30 }, (_, i) => `<p id="p${i + 1}">${'text '.repeat(600)}</p>`)
  return `<p data-behaviour="saved-copy" data-text="Saved {time}" hidden></p><h1>Title of ${url.pathname}</h1>
    <h2 id="s1">Section</h2>${paragraphs.join('')}<p id="photo">last</p>`
}

const BODIES: Record<string, string> = {
  saved: `<h1>Saved</h1><p data-behaviour="offline-notice" hidden>Not saved</p>
    <ol data-behaviour="saved-list" data-text="kept {time}" data-en="English" data-zh-hant="繁體" hidden></ol>
    <p data-behaviour="saved-empty">Nothing yet</p>`,
  list: `<h1>List</h1><ol id="list"><li><a href="/en/news/one">One</a></li></ol>
    <p id="more"><a id="more-link" href="/en/list?page=2" data-behaviour="htmx load-more" hx-get="/en/list?items=2"
    hx-target="#list" hx-swap="beforeend">More</a></p><a id="bad" href="/en/list?page=3"
    data-behaviour="htmx load-more" hx-get="/en/list?items=3&amp;fail=1" hx-target="#list" hx-swap="beforeend">Bad</a>
    <p role="status" id="status"></p>`,
}

function moreItems(): string {
  return `<li><a href="/en/news/two">Two</a></li><li><a href="/en/news/three">Three</a></li>
    <hx-partial hx-target="#status" hx-swap="innerHTML">2 more</hx-partial>
    <hx-partial hx-target="#more" hx-swap="innerHTML"></hx-partial>`
}

export const builtScripts = [path.join(STATIC, assets.page), path.join(STATIC, assets.serviceWorker)] as const
