import { describe, expect, test } from 'vitest'
import { EDITION_KEYS, EDITIONS } from '../../src/edition/editions.ts'
import { auditPage, type Reviewed } from './axe.ts'
import { useBrowser } from './chromium.ts'
import { setFaults } from './faults.ts'
import { walkWithTab } from './keyboard.ts'
import { unmarkedLanguage } from './language.ts'
import { inEveryView, SCHEMES, WIDTHS_PX, withPage } from './page.ts'
import { addressOf, PAGE_KINDS } from './pages.ts'
import { sidewaysScroll, textCutBySpacing } from './reflow.ts'

const browser = useBrowser()

/** What axe cannot decide and a person looked at. */
const REVIEWED: readonly Reviewed[] = []

describe.each(Object.keys(PAGE_KINDS))('%s', (kind) => {
  test.each(EDITION_KEYS)('in %s has no axe violation at any width and in any scheme', async (edition) => {
    await withPage(browser(), addressOf(kind, edition), {}, async ({ page, problems }) => {
      // The page's script is in the page, and what it adds, once it has taken its frame away.
      await page.waitForFunction(() => document.querySelector('iframe') === null)
      await page.waitForLoadState('networkidle')
      await inEveryView(page, async (view) => expect(await auditPage(page, REVIEWED), view).toEqual([]))
      const ownStatus = PAGE_KINDS[kind]?.status
      expect(problems.filter((problem) => !(ownStatus && problem.includes(`status of ${ownStatus}`)))).toEqual([])
    })
  })

  test.each(EDITION_KEYS)('in %s reflows at 320 px and keeps its text under WCAG text spacing', async (edition) => {
    await withPage(browser(), addressOf(kind, edition), { widthPx: 320 }, async ({ page }) => {
      expect(await sidewaysScroll(page)).toEqual([])
      expect(await textCutBySpacing(page)).toEqual([])
      expect(await sidewaysScroll(page)).toEqual([])
    })
  })

  test.each(EDITION_KEYS)('in %s says its language and marks passages in another', async (edition) => {
    await withPage(browser(), addressOf(kind, edition), {}, async ({ page }) => {
      expect(await page.getAttribute('html', 'lang')).toBe(EDITIONS[edition].lang)
      expect(await unmarkedLanguage(page)).toEqual([])
    })
  })

  test('can be walked with the keyboard, focus always seen, in forced colours too', async () => {
    for (const forcedColors of [false, true]) {
      await withPage(browser(), addressOf(kind, 'zh-hant'), { forcedColors }, async ({ page }) => {
        const { stops, problems } = await walkWithTab(page)
        expect(problems).toEqual([])
        expect(stops[0]).toContain('跳到主要內容')
      })
    }
  })
})

test('the page for an unreachable database has no axe violation', async () => {
  await setFaults({ failD1: true })
  try {
    for (const scheme of SCHEMES) {
      await withPage(browser(), addressOf('home', 'zh-hant'), { widthPx: 320, scheme }, async ({ page }) => {
        expect(await auditPage(page)).toEqual([])
        expect(await sidewaysScroll(page)).toEqual([])
        expect(await unmarkedLanguage(page)).toEqual([])
      })
    }
  } finally {
    await setFaults()
  }
})

test('the skip link moves focus to the main content', async () => {
  await withPage(browser(), addressOf('release', 'en'), {}, async ({ page }) => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  })
})

test('the edition switch is 44 px high and in the same place on every kind of page', async () => {
  for (const widthPx of WIDTHS_PX) {
    const places = new Set<string>()
    for (const kind of Object.keys(PAGE_KINDS)) {
      await withPage(browser(), addressOf(kind, 'zh-hant'), { widthPx }, async ({ page }) => {
        const boxes = await page.locator('.editions a').evaluateAll((links) =>
          links.map((link) => {
            const { x, y, width, height } = link.getBoundingClientRect()
            return { x, y, width, height }
          }),
        )
        expect(boxes).toHaveLength(3)
        for (const { width, height } of boxes) {
          expect(width).toBeGreaterThanOrEqual(44)
          expect(height).toBeGreaterThanOrEqual(44)
        }
        places.add(JSON.stringify(boxes))
      })
    }
    expect([...places]).toHaveLength(1)
  }
})
