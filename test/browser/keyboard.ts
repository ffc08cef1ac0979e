/** Walks a page with the Tab key, as somebody without a mouse does. */
import type { Page } from 'playwright-core'

export interface KeyboardWalk {
  /** What has focus at each step, in order: role or tag, and accessible text. */
  readonly stops: readonly string[]
  /** Controls never reached, focus that cannot be seen, is covered, or jumps backwards. Empty on a good page. */
  readonly problems: readonly string[]
}

interface Step {
  readonly index: number
  readonly name: string
  readonly problem: string
}

/** No page of the site has as many controls: a walk that gets so far is caught in a trap. */
const STEPS_MAX = 400

/** Thinner outlines are too easily missed (WCAG 2.4.13 asks for an area of two CSS pixels). */
const OUTLINE_MIN_PX = 2

/**
 * Presses Tab from the top until focus leaves the page. Run it a second time with forced colours: there shadows and
 * backgrounds vanish and only a real outline is left.
 */
export async function walkWithTab(page: Page): Promise<KeyboardWalk> {
  const controls = await markControls(page)
  const stops: string[] = []
  const problems: string[] = []
  const reached = new Set<number>()
  let last = -1
  for (let step = 0; step < STEPS_MAX; step++) {
    await page.keyboard.press('Tab')
    const found = await describeFocus(page, OUTLINE_MIN_PX)
    if (found === undefined || (found.index >= 0 && found.index !== last && reached.has(found.index))) break
    // A date has a stop for the day, the month and the year.
    if (found.index >= 0 && found.index === last) continue
    stops.push(found.name)
    if (found.problem) problems.push(`${found.name}: ${found.problem}`)
    if (found.index < 0) continue
    if (found.index < last) problems.push(`${found.name}: focus jumps backwards`)
    last = found.index
    reached.add(found.index)
  }
  if (stops.length === STEPS_MAX) problems.push(`still on the page after ${STEPS_MAX} steps: focus is trapped`)
  controls.forEach((name, index) => {
    if (!reached.has(index)) problems.push(`${name}: never reached`)
  })
  return { stops, problems }
}

/** Numbers every control that Tab must reach, in document order, and gives their names. */
async function markControls(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const selector =
      'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, ' +
      'audio[controls], video[controls], [contenteditable], [tabindex]'
    const isReachable = (element: HTMLElement) => {
      if (element.tabIndex < 0 || element.matches(':disabled') || element.closest('[inert]')) return false
      if (!element.checkVisibility({ visibilityProperty: true })) return false
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.name === '') return true
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        (radio) => radio.name === element.name && radio.form === element.form,
      )
      return element === (group.find((radio) => radio.checked) ?? group[0]) // a group is one stop
    }
    const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter(isReachable)
    for (const [index, control] of controls.entries()) control.setAttribute('data-walk', String(index))
    return controls.map((control) => `${control.localName} "${(control.innerText || control.ariaLabel || '').trim()}"`)
  })
}

async function describeFocus(page: Page, outlineMinPx: number): Promise<Step | undefined> {
  return await page.evaluate((minPx) => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return undefined
    const style = getComputedStyle(element)
    const isClear = /^rgba\(.*, 0\)$|^transparent$|\/ 0\)$/.test(style.outlineColor)
    const hasOutline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= minPx && !isClear
    const box = element.getBoundingClientRect()
    const top = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
      Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1),
    )
    const isCovered = top !== null && !element.contains(top) && !top.contains(element) && !top.closest('label')
    const problem = [
      hasOutline ? '' : `no visible outline (${style.outline})`,
      box.width > 1 && box.height > 1 ? '' : 'has focus but no size',
      isCovered ? `covered by ${top?.localName}.${top?.className}` : '',
    ]
    return {
      index: Number(element.dataset.walk ?? -1),
      name: `${element.localName} "${(element.innerText || element.ariaLabel || '').trim()}"`,
      problem: problem.filter(Boolean).join(', '),
    }
  }, outlineMinPx)
}
