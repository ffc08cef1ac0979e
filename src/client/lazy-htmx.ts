/**
 * `htmx`: fetches htmx when a control that uses it is first focused, pointed at or typed into. Until it is there the
 * control is the plain link or form that it looks like.
 *
 *     <a href="?page=2" data-behaviour="htmx" hx-get="…">
 */
declare const HTMX_URL: string

const SIGNS_OF_USE = ['focusin', 'pointerover', 'pointerdown', 'keydown']

export function startLazyHtmx(): void {
  for (const type of SIGNS_OF_USE) document.addEventListener(type, fetchWhenUsed, { passive: true })
  fetchHtmxFor(document.activeElement) // what got focus before this script came
}

function fetchWhenUsed(event: Event): void {
  fetchHtmxFor(event.target)
}

function fetchHtmxFor(target: EventTarget | null): void {
  if (!(target instanceof Element) || !target.closest('[data-behaviour~="htmx"]')) return
  for (const type of SIGNS_OF_USE) document.removeEventListener(type, fetchWhenUsed)
  const script = document.createElement('script')
  script.src = HTMX_URL
  script.onerror = () => {
    script.remove()
    startLazyHtmx() // no network now: the next use tries again
  }
  document.head.append(script)
}
