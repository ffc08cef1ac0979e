/**
 * `npm run build`: makes what the Worker and the browser load from what people write. wrangler runs it before every
 * `dev` and `deploy`, and the tests run it first.
 *
 * | from | to |
 * |---|---|
 * | `src/ui/site.css`, `lists.css`, `rich.css`, `admin.css` | `src/ui/<name>.generated.css`, minified, imported by the Worker as text |
 * | `src/client/page.ts`, `src/client/search.ts`, `src/client/admin.ts` | `static/assets/<name>.<hash>.js` |
 * | `src/client/loader.ts` | `static/assets/loader.<hash>.html` and its script: they bring in the page script after `load` |
 * | htmx of the npm package | `static/assets/htmx.<hash>.js` |
 * | `src/client/sw/service-worker.ts` | `static/service-worker.js` (its address must not change, so it has no hash) |
 * | the names above | `src/ui/assets.generated.ts` |
 *
 * A source that is absent is left out. Files are written beside their place and renamed, and only if they changed, so
 * that two builds may run at once and a watching wrangler is not woken for nothing.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build as bundle, stop, transform } from 'esbuild'

/**
 * How long a hashed file stays after a newer one replaced it. Pages that an edge or a browser still keeps name the old
 * file; the longest public lifetime plus stale-if-error is well below a month.
 */
const SUPERSEDED_FILE_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** Browsers that the scripts must run in: those with `@layer`, `:has()` or better, i.e. the last three years. */
const BROWSER_TARGET = 'es2022'

const VERSION_PLACEHOLDER = '__CONTENT_VERSION__'

export interface BuiltAssets {
  /** Public addresses by name: page, htmx, serviceWorker, admin when there is one. */
  readonly urls: Readonly<Record<string, string>>
  /** Every file that this build stands for, relative to the root. */
  readonly files: readonly string[]
}

/** Builds everything below `root`. Running it again without a change writes nothing. */
export async function buildAssets(root: string): Promise<BuiltAssets> {
  const urls: Record<string, string> = {}
  const files: string[] = []
  const put = async (file: string, text: string) => {
    await writeIfChanged(path.join(root, file), text)
    files.push(file)
  }
  const putHashed = async (name: string, text: string) => {
    const file = `assets/${name}.${hash(text)}.js`
    await put(`static/${file}`, text)
    urls[name] = `/${file}`
  }

  for (const name of ['site', 'lists', 'rich', 'admin']) {
    const css = await readIfPresent(path.join(root, `src/ui/${name}.css`))
    if (css !== undefined) await put(`src/ui/${name}.generated.css`, await minifyCss(css))
  }

  await putHashed('htmx', await readFile(path.join(htmxFolder(root), 'htmx.min.js'), 'utf8'))
  for (const name of ['search', 'page', 'admin']) {
    const entry = path.join(root, `src/client/${name}.ts`)
    const constants = { HTMX_URL: urls.htmx, SEARCH_SCRIPT_URL: urls.search }
    if (existsSync(entry)) await putHashed(name, await bundleScript(entry, 'esm', constants))
  }

  const loader = path.join(root, 'src/client/loader.ts')
  if (existsSync(loader)) {
    await putHashed('loaderScript', await bundleScript(loader, 'iife', { PAGE_SCRIPT_URL: urls.page }))
    const page = `<!doctype html><title></title><script src="${urls.loaderScript}"></script>`
    const file = `assets/loader.${hash(page)}.html`
    await put(`static/${file}`, page)
    urls.loader = `/${file}`
  }

  const worker = path.join(root, 'src/client/sw/service-worker.ts')
  if (existsSync(worker)) {
    const text = await bundleScript(worker, 'iife', {
      SHELL_URLS: [urls.loader, urls.loaderScript, urls.page].filter((url) => url !== undefined),
      CONTENT_VERSION: VERSION_PLACEHOLDER,
    })
    const version = hash(text + (await sourcesOfSavedPage(root)))
    await put('static/service-worker.js', text.replaceAll(VERSION_PLACEHOLDER, version))
    urls.serviceWorker = '/service-worker.js'
  }

  await put('src/ui/assets.generated.ts', assetsModule(urls))
  await dropSuperseded(path.join(root, 'static/assets'), new Set(files.map((file) => path.basename(file))))
  return { urls, files }
}

async function minifyCss(css: string): Promise<string> {
  const { code } = await transform(css, { loader: 'css', minify: true, charset: 'utf8', legalComments: 'none' })
  return code.trimEnd()
}

async function bundleScript(
  entry: string,
  format: 'esm' | 'iife',
  constants: Record<string, string | readonly string[] | undefined>,
): Promise<string> {
  const result = await bundle({
    entryPoints: [entry],
    bundle: true,
    external: ['/assets/*'],
    minify: true,
    write: false,
    format,
    target: BROWSER_TARGET,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value ?? '')])),
  })
  return result.outputFiles.map((file) => file.text).join('')
}

/** The copy in `root`, or our own when a test builds a folder that has none. */
function htmxFolder(root: string): string {
  const own = path.join(root, 'node_modules/htmx.org/dist')
  return existsSync(own) ? own : path.join(import.meta.dirname, '../../node_modules/htmx.org/dist')
}

/**
 * The page of saved articles, which the service worker keeps, is made by the Worker out of these folders: when one of
 * their files changes, the kept page is fetched again.
 */
async function sourcesOfSavedPage(root: string): Promise<string> {
  const parts: string[] = []
  for (const folder of ['src/edition', 'src/ui']) {
    if (!existsSync(path.join(root, folder))) continue
    const names = await readdir(path.join(root, folder), { recursive: true })
    const sources = names.filter((name) => /\.(tsx?|css)$/.test(name) && !name.includes('.generated.')).sort()
    for (const name of sources) parts.push(name, await readFile(path.join(root, folder, name), 'utf8'))
  }
  return parts.join('\0')
}

function assetsModule(urls: Record<string, string>): string {
  const entries = Object.entries(urls).map(([name, url]) => `  ${name}: '${url}',\n`)
  return `${[
    '/** Written by `npm run build` (src/cli/build.ts). */',
    `export const assets = {\n${entries.join('')}} as const`,
  ].join('\n')}\n`
}

/** Deletes hashed files that nothing has named for a month; current ones are marked as seen today. */
async function dropSuperseded(folder: string, current: ReadonlySet<string>): Promise<void> {
  const now = Date.now()
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name)
    const ageMs = now - ((await stat(file).catch(() => undefined))?.mtimeMs ?? now)
    if (current.has(name)) {
      if (ageMs > DAY_MS) await utimes(file, now / 1000, now / 1000)
    } else if (ageMs > SUPERSEDED_FILE_DAYS * DAY_MS) {
      await rm(file, { force: true })
    }
  }
}

async function writeIfChanged(file: string, text: string): Promise<void> {
  if ((await readIfPresent(file)) === text) return
  await mkdir(path.dirname(file), { recursive: true })
  const part = `${file}.${randomUUID()}.part`
  await writeFile(part, text)
  await rename(part, file)
}

async function readIfPresent(file: string): Promise<string | undefined> {
  return await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

/** Ten hexadecimal digits of SHA-256: enough to tell the versions of one file apart. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}

if (import.meta.main) {
  await buildAssets(path.join(import.meta.dirname, '../..'))
  await stop()
}
