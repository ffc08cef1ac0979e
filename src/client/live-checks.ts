/**
 * `live-checks`: content checks while somebody types. The list is replaced quietly: it is there to look at, and to be
 * interrupted by it at every pause would be worse than not having it.
 */
const PAUSE_MS = 1200

export function startLiveChecks(form: HTMLFormElement): void {
  const box = document.querySelector<HTMLElement>('[data-behaviour~="live-checks"]')
  const url = box?.dataset.url
  if (!box || !url) return
  let timer = 0
  let request: AbortController | undefined

  const refresh = async () => {
    request?.abort()
    request = new AbortController()
    try {
      const { signal } = request
      const response = await fetch(url, { method: 'POST', body: new FormData(form), signal, redirect: 'manual' })
      if (!response.ok || box.contains(document.activeElement)) return
      const made = new DOMParser().parseFromString(await response.text(), 'text/html')
      box.replaceChildren(...document.importNode(made.body, true).childNodes)
    } catch {
      // The publication page checks again.
    }
  }
  const schedule = () => {
    clearTimeout(timer)
    timer = window.setTimeout(refresh, PAUSE_MS)
  }
  form.addEventListener('input', schedule)
  schedule()
}
