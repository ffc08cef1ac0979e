/**
 * Chromium for the browser tests: the machine's own if there is one, else the npm package `@sparticuz/chromium`
 * (a headless build for Linux on x64), unpacked once into node_modules/.cache.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { fontEnvironment } from './fonts.ts'

const NODE_MODULES = path.join(import.meta.dirname, '../../node_modules')
const CACHE_DIR = path.join(NODE_MODULES, '.cache/causeway')

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Nothing but the site is asked for during a test. Deliberately not the arguments that @sparticuz/chromium offers: they
 * switch web security off, and tests of CSP and of failures would prove nothing.
 */
const ARGUMENTS = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-pings']

interface Executable {
  readonly file: string
  readonly env: Readonly<Record<string, string>>
}

/** Starts Chromium with Chinese fonts. Costs about 0.1 s, and 2 s once after an installation. */
export async function launchChromium(): Promise<Browser> {
  const { file, env } = await findExecutable()
  return await chromium.launch({
    executablePath: file,
    args: process.getuid?.() === 0 ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS,
    env: { ...definedEnvironment(), ...(await fontEnvironment(CACHE_DIR)), ...env },
  })
}

/** One browser for the tests of a file or a `describe`; call what it returns inside the tests. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => await browser?.close())
  return () => {
    if (!browser) throw new Error('useBrowser() gives the browser to tests and hooks only.')
    return browser
  }
}

async function findExecutable(): Promise<Executable> {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH names no file: ${wanted}`)
  const system = wanted || SYSTEM_BROWSERS.find((file) => existsSync(file))
  if (system) return { file: system, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Install Chromium or Google Chrome, or set CHROMIUM_PATH to one: the browser tests need it.')
  }
  return await unpackPackage()
}

async function unpackPackage(): Promise<Executable> {
  const home = path.join(NODE_MODULES, '@sparticuz/chromium')
  const { version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'))
  const folder = path.join(CACHE_DIR, `chromium-${version}`)
  if (!existsSync(folder)) await unpackInto(folder, path.join(home, 'bin'))
  const file = path.join(folder, 'chromium')
  return { file, env: startsAlone(file) ? {} : { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') } }
}

/** Unpacks beside the folder and renames, so that a second run at the same time never sees half a browser. */
async function unpackInto(folder: string, archives: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium')
  await mkdir(path.dirname(folder), { recursive: true })
  const part = await mkdtemp(`${folder}.part-`)
  const temporary = process.env.TMPDIR
  process.env.TMPDIR = part // `inflate` unpacks into the folder for temporary files, which it asks for when it is called
  const names = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br']
  const unpacked = Promise.all(names.map((name) => inflate(path.join(archives, name))))
  if (temporary === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = temporary
  await unpacked
  await rename(part, folder).catch(async (error: unknown) => {
    await rm(part, { recursive: true, force: true })
    if (!existsSync(folder)) throw error // else another run was faster
  })
}

/** False on a machine without libnss3, libnspr4 or libexpat: the package brings them. */
function startsAlone(file: string): boolean {
  return spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
