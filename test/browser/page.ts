/** Opens a page of the site the way a certain reader would see it. */
import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'

export interface Reader {
  /** CSS pixels; the height is 800. */
  readonly widthPx?: number
  readonly scheme?: 'light' | 'dark'
  readonly javaScript?: boolean
  readonly forcedColors?: boolean
  readonly reducedMotion?: boolean
  /** Off by default, so that one test cannot answer the next one's requests. */
  readonly serviceWorkers?: boolean
  /** Where `path` starts; the harness site by default. */
  readonly origin?: string
}

/** The widths and schemes in which every page is tested. */
export const WIDTHS_PX = [320, 1280] as const
export const SCHEMES = ['light', 'dark'] as const

const HEIGHT_PX = 800

/** Said because we asked for no service workers. */
const OF_PLAYWRIGHT = /registration blocked by Playwright/

/** An open page, and what went wrong on it so far: script errors, refusals of the CSP, failed requests. */
export interface OpenPage {
  readonly page: Page
  readonly problems: readonly string[]
}

/** Opens a blank page in a context of its own; close it with `page.context().close()`. */
export async function newPage(browser: Browser, reader: Reader = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: reader.widthPx ?? 1280, height: HEIGHT_PX },
    colorScheme: reader.scheme ?? 'light',
    javaScriptEnabled: reader.javaScript ?? true,
    forcedColors: reader.forcedColors ? 'active' : 'none',
    reducedMotion: reader.reducedMotion ? 'reduce' : 'no-preference',
    serviceWorkers: reader.serviceWorkers ? 'allow' : 'block',
    locale: 'en-GB',
    timezoneId: 'Asia/Hong_Kong',
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const isProblem = message.type() === 'error' || message.type() === 'warning'
    if (isProblem && !OF_PLAYWRIGHT.test(message.text())) problems.push(`console: ${message.text()}`)
  })
  return { page, problems }
}

/** Opens `path`, gives the page to `use` and closes it whatever happens. */
export async function withPage<T>(
  browser: Browser,
  path: string,
  reader: Reader,
  use: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const open = await newPage(browser, reader)
  try {
    await open.page.goto(new URL(path, reader.origin ?? inject('siteUrl')).href)
    return await use(open)
  } finally {
    await open.page.context().close()
  }
}

/** Shows an open page at every width in every scheme, one after the other, without loading it again. */
export async function inEveryView(
  page: Page,
  check: (view: string) => Promise<void>,
  { heightPx = HEIGHT_PX } = {},
): Promise<void> {
  for (const width of WIDTHS_PX) {
    await page.setViewportSize({ width, height: heightPx })
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await check(`${width} px, ${colorScheme}`)
    }
  }
}
