/**
 * What a listener hears, in order: the accessibility tree of the pages that matter most, as Chromium hands it to a
 * screen reader, kept as files that are reviewed as a diff. `vitest -u` writes them anew.
 */
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EDITION_KEYS } from '../../src/edition/editions.ts'
import { useBrowser } from './chromium.ts'
import { withPage } from './page.ts'
import { addressOf } from './pages.ts'
import { openSite } from './site.ts'

const GOLDEN = path.join(import.meta.dirname, 'golden/aria')

/** Kind of page in PAGE_KINDS, and the file that keeps what is heard. */
const HEARD = {
  home: 'home',
  release: 'release',
  'search, found': 'search',
  about: 'about',
  'not found': 'not-found',
} as const

const browser = useBrowser()

/** Not the site that the other files share: what they publish would be heard here. */
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => await site?.close())

describe.each(EDITION_KEYS)('what is heard in the edition %s', (edition) => {
  test.each(Object.entries(HEARD))('%s', async (kind, file) => {
    await withPage(browser(), addressOf(kind, edition), { origin: site.url }, async ({ page }) => {
      await scriptsHaveRun(page)
      for (const role of ['banner', 'main', 'contentinfo'] as const) {
        expect(await page.getByRole(role).count(), role).toBe(1)
      }
      const levels = await headingLevels(page)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      expect(skipped(levels), `heading levels ${levels.join(' ')}`).toEqual([])

      const heard = await page.locator('body').ariaSnapshot()
      await expect(`${heard}\n`).toMatchFileSnapshot(path.join(GOLDEN, `${file}-${edition}.yml`))
    })
  })
})

/** The frame that brings the page script takes itself away; the script then needs a moment to arrive. */
async function scriptsHaveRun(page: Page): Promise<void> {
  await page.locator('iframe.loader').waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
}

async function headingLevels(page: Page): Promise<number[]> {
  return await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((headings) => headings.map((heading) => Number(heading.localName.slice(1))))
}

/** Every heading that lies more than one level below the heading before it. */
function skipped(levels: readonly number[]): string[] {
  return levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? 0
    return level > before + 1 ? [`h${before} h${level}`] : []
  })
}
