/**
 * `htmx`: fetches htmx when a control that uses it is first focused, pointed at or typed into. Until it is there the
 * control is the plain link or form that it looks like; what is typed meanwhile is asked for when it comes. While an input
 * method is composing nothing is asked: half a character is none.
 *
 *     <a href="?page=2" data-behaviour="htmx" hx-get="…">
 */
declare const HTMX_URL: string

const SIGNS_OF_USE = ['focusin', 'pointerover', 'pointerdown', 'keydown']

export function startLazyHtmx(): void {
  document.addEventListener('input', waitForComposition, { capture: true })
  document.addEventListener('compositionend', ({ target }) => askFor(target))
  awaitUse()
}

function awaitUse(): void {
  for (const type of SIGNS_OF_USE) document.addEventListener(type, fetchWhenUsed, { passive: true })
  fetchHtmxFor(document.activeElement) // what got focus before this script came
}

function fetchWhenUsed(event: Event): void {
  fetchHtmxFor(event.target)
}

function usesHtmx(target: EventTarget | null): target is Element {
  return target instanceof Element && target.closest('[data-behaviour~="htmx"]') !== null
}

function fetchHtmxFor(target: EventTarget | null): void {
  if (!usesHtmx(target)) return
  for (const type of SIGNS_OF_USE) document.removeEventListener(type, fetchWhenUsed)
  const before = typedIn(target)
  const script = document.createElement('script')
  script.src = HTMX_URL
  const catchUp = () => {
    if (typedIn(target) !== before) askFor(target)
  }
  script.onload = () => setTimeout(catchUp) // htmx begins in such a task
  script.onerror = () => {
    script.remove()
    awaitUse() // no network now: the next use tries again
  }
  document.head.append(script)
}

function typedIn(target: Element): string {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : ''
}

function askFor(target: EventTarget | null): void {
  if (usesHtmx(target)) target.dispatchEvent(new Event('input', { bubbles: true }))
}

function waitForComposition(event: Event): void {
  if ('isComposing' in event && event.isComposing && usesHtmx(event.target)) event.stopImmediatePropagation()
}
