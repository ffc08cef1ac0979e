import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildAssets } from '../../src/cli/build.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let root = ''

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'causeway-build-'))
  await put('src/ui/site.css', '/* why */\n:lang(zh-HK) {\n  color: #ff0000;\n}\n')
  await put('src/client/page.ts', 'declare const HTMX_URL: string\nconsole.log(HTMX_URL)\n')
  await put(
    'src/client/sw/service-worker.ts',
    'declare const CONTENT_VERSION: string, SHELL_URLS: string[]\nconsole.log(CONTENT_VERSION, SHELL_URLS)\n',
  )
})

afterEach(async () => await rm(root, { recursive: true, force: true }))

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}

const read = async (file: string) => await readFile(path.join(root, file), 'utf8')

describe('npm run build', () => {
  test('minifies the CSS and names every script by a hash of its content', async () => {
    const { urls } = await buildAssets(root)
    expect(await read('src/ui/site.generated.css')).toBe(':lang(zh-HK){color:red}')
    expect(urls).toEqual({
      htmx: expect.stringMatching(/^\/assets\/htmx\.[0-9a-f]{10}\.js$/),
      page: expect.stringMatching(/^\/assets\/page\.[0-9a-f]{10}\.js$/),
      serviceWorker: '/service-worker.js',
    })
    expect(await read(`static${urls.page}`)).toContain(urls.htmx)
    expect(await read('static/service-worker.js')).toContain(urls.page)
    const generated = await read('src/ui/assets.generated.ts')
    for (const [name, url] of Object.entries(urls)) expect(generated).toContain(`  ${name}: '${url}',\n`)
  })

  test('builds the admin files once there are some', async () => {
    await put('src/ui/admin.css', 'a { color: blue }')
    await put('src/client/admin.ts', 'console.log(1)')
    const { urls } = await buildAssets(root)
    expect(await read('src/ui/admin.generated.css')).toBe('a{color:#00f}')
    expect(await read(`static${urls.admin}`)).toContain('console.log(1)')
  })

  test('writes nothing when nothing changed', async () => {
    const { files } = await buildAssets(root)
    const times = async () => await Promise.all(files.map(async (file) => (await stat(path.join(root, file))).mtimeMs))
    const before = await times()
    await buildAssets(root)
    expect(await times()).toEqual(before)
  })

  test('gives the service worker a new version when a page that it keeps changes', async () => {
    await buildAssets(root)
    const before = await read('static/service-worker.js')
    await put('src/ui/document.tsx', 'export {}')
    await buildAssets(root)
    expect(await read('static/service-worker.js')).not.toBe(before)
  })

  test('keeps the previous script for cached pages, and drops it a month after it was replaced', async () => {
    const { urls: before } = await buildAssets(root)
    await put('src/client/page.ts', 'console.log(2)')
    await buildAssets(root)
    expect(await read(`static${before.page}`)).toBeTruthy()
    const old = (Date.now() - 31 * DAY_MS) / 1000
    for (const name of await readdir(path.join(root, 'static/assets'))) {
      await utimes(path.join(root, 'static/assets', name), old, old)
    }
    const { urls } = await buildAssets(root)
    const kept = (await readdir(path.join(root, 'static/assets'))).map((name) => `/assets/${name}`)
    expect(kept.sort()).toEqual([urls.htmx, urls.page].sort())
  })

  test('two builds at once leave whole files and no parts', async () => {
    await Promise.all([buildAssets(root), buildAssets(root), buildAssets(root)])
    const { files } = await buildAssets(root)
    const parts = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.part'))
    expect(parts).toEqual([])
    for (const file of files) expect((await stat(path.join(root, file))).size).toBeGreaterThan(0)
  })
})
