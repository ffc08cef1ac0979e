/** Language of parts (WCAG 3.1.2), which axe does not look at. */
import type { Page } from 'playwright-core'

/**
 * Text whose language is not marked: three or more Latin words in a row inside Chinese, any Chinese inside English.
 * Looks at visible and hidden text, at `alt`, `aria-label`, `title` and `placeholder`, and at the title of the page.
 * Shorter Latin runs are names and acronyms, which the criterion exempts.
 */
export async function unmarkedLanguage(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const latinRun =
      /\p{Script=Latin}[\p{Script=Latin}\p{M}\d'’.&-]*(?:[\s,]+\p{Script=Latin}[\p{Script=Latin}\p{M}\d'’.&-]*){2,}/gu
    const hanRun = /\p{Script=Han}+/gu
    const languageOf = (element: Element) => element.closest('[lang]')?.getAttribute('lang')?.toLowerCase() ?? ''
    const strangersIn = (language: string, text: string) => {
      if (language.startsWith('zh')) return text.match(latinRun) ?? []
      return language.startsWith('en') || language === '' ? (text.match(hanRun) ?? []) : []
    }

    // Text of one language in one block is read as one: a run may pass through links and emphasis.
    const pieces: { language: string; block: Element; text: string }[] = []
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || parent.closest('script, style, template, noscript')) continue
      const language = languageOf(parent)
      let block = parent
      while (getComputedStyle(block).display.startsWith('inline') && block.parentElement) block = block.parentElement
      const last = pieces.at(-1)
      if (last?.block === block && last.language === language) last.text += node.nodeValue ?? ''
      else pieces.push({ language, block, text: node.nodeValue ?? '' })
    }
    for (const element of document.querySelectorAll('[alt], [aria-label], [title], [placeholder]')) {
      for (const name of ['alt', 'aria-label', 'title', 'placeholder']) {
        pieces.push({ language: languageOf(element), block: element, text: element.getAttribute(name) ?? '' })
      }
    }
    return pieces.flatMap(({ language, block, text }) =>
      strangersIn(language, text).map(
        (run) => `"${run}" in ${block.localName}.${block.className} of lang="${language}"`,
      ),
    )
  })
}
