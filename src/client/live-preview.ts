/**
 * `preview`: refreshes the preview while somebody types. Only what is inside the frame changes, so that neither focus nor
 * the place in the form or in the preview moves.
 */
const PAUSE_MS = 350

export function startPreview(form: HTMLFormElement): void {
  const pane = document.querySelector<HTMLElement>('[data-behaviour~="preview"]')
  const frame = pane?.querySelector('iframe')
  const edition = pane?.querySelector('select')
  const url = pane?.dataset.url
  if (!frame || !url) return
  let timer = 0
  let request: AbortController | undefined

  const refresh = async () => {
    request?.abort()
    request = new AbortController()
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: new FormData(form),
        signal: request.signal,
        redirect: 'manual',
      })
      if (response.ok) show(frame, new DOMParser().parseFromString(await response.text(), 'text/html'))
    } catch {
      // The next change asks again; the button below the heading still works.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(refresh, PAUSE_MS)
  })
  edition?.addEventListener('change', () => void refresh())
}

function show(frame: HTMLIFrameElement, made: Document): void {
  const shown = frame.contentDocument
  const before = shown?.querySelector('main')
  const after = made.querySelector('main')
  if (!shown || !before || !after) return
  shown.documentElement.lang = made.documentElement.lang
  shown.title = made.title
  before.replaceChildren(...shown.importNode(after, true).childNodes)
}
