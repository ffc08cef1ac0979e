/** Small screens and large text: WCAG 1.4.10 (reflow) and 1.4.12 (text spacing). */
import type { Page } from 'playwright-core'

/** The spacing that WCAG 1.4.12 lets readers set. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
  ' p { margin-block-end: 2em !important }'

/**
 * What makes the page scroll sideways at its present width (open it at 320 px). Parts that scroll by themselves, such
 * as a wide table in a focusable box, are allowed.
 */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const scrollWidth = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)
    if (scrollWidth <= width) return []
    const scrollsItself = (element: Element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return true
      }
      return false
    }
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => Math.round(element.getBoundingClientRect().right) > width && !scrollsItself(element),
    )
    return [
      `the page is ${scrollWidth} px wide on a screen of ${width} px`,
      ...wide.map(
        (element) => `${element.localName}.${element.className} ends at ${element.getBoundingClientRect().right} px`,
      ),
    ]
  })
}

/** Sets the spacing of WCAG 1.4.12 and names every text that is cut off then. The spacing stays on the page. */
export async function textCutBySpacing(page: Page): Promise<string[]> {
  return await page.evaluate((css) => {
    const sheet = new CSSStyleSheet() // a style element would be refused by the CSP
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
    const isCut = (element: HTMLElement) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      if (element.clientWidth <= 1 || element.clientHeight <= 1) return false // visually hidden on purpose
      const cutsX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1
      const cutsY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1
      return (cutsX || cutsY) && element.innerText.trim() !== ''
    }
    return [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter(isCut)
      .map((element) => `${element.localName}.${element.className} cuts "${element.innerText.slice(0, 60)}"`)
  }, TEXT_SPACING)
}
