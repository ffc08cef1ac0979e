/**
 * `search`: the results follow the typing. htmx fetches and swaps; this adds what it does not know: it asks for the
 * canonical address, keeps the page's own address true, says what was found once the reader has paused, and offers the
 * plain page when the results cannot be fetched. Fetched by search pages alone.
 *
 *     <form data-behaviour="htmx search" hx-get="…" hx-trigger="input delay:300ms" hx-target="#results" …>
 *     <p id="search-status" role="status"></p> <p id="search-failed" hidden>… <a href="…">…</a></p>
 *     <div id="results"><div id="found" data-address="…" data-message="…">…</div></div>
 */

/** A screen reader that is still speaking the typed letters must not be interrupted. */
const PAUSE_MS = 700

interface HtmxContext {
  readonly sourceElement: Element
  readonly request: { body: FormData }
  readonly response?: { readonly status: number }
}

let pause: ReturnType<typeof setTimeout> | undefined
let typedAtMs = 0

function start(form: HTMLFormElement): void {
  form.addEventListener('beforeinput', rememberTyping)
  form.addEventListener('htmx:config:request', leaveOutEmptyFields)
  form.addEventListener('htmx:before:response', refuseFailure)
  form.addEventListener('htmx:error', offerPlainPage)
  form.addEventListener('htmx:after:swap', tellWhatWasFound)
}

function rememberTyping(): void {
  typedAtMs = performance.now()
  clearTimeout(pause)
}

function contextOf(event: Event): HtmxContext | undefined {
  return (event as CustomEvent<{ ctx?: HtmxContext }>).detail.ctx // all events of htmx carry one, or none at all
}

/** One question has one address; the server would redirect from any other. */
function leaveOutEmptyFields(event: Event): void {
  const body = contextOf(event)?.request.body
  for (const [name, value] of [...(body ?? [])]) if (value === '') body?.delete(name)
}

function refuseFailure(event: Event): void {
  const status = contextOf(event)?.response?.status ?? 0
  if (status < 400) return
  event.preventDefault()
  offerPlainPage(event)
}

function offerPlainPage(event: Event): void {
  const notice = document.getElementById('search-failed')
  const link = notice?.querySelector('a')
  const { currentTarget: form } = event
  if (!notice || !link || !(form instanceof HTMLFormElement)) return
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value ? [[name, value]] : [],
  )
  link.href = `${form.action}?${new URLSearchParams(fields)}`
  notice.hidden = false
  say(notice.textContent)
}

function tellWhatWasFound(): void {
  const found = document.getElementById('found')
  const { address, message = '' } = found?.dataset ?? {}
  document.getElementById('search-failed')?.setAttribute('hidden', '')
  if (address) history.replaceState(history.state, '', address)
  say(message)
}

/** Once, when the reader has not typed for a while. */
function say(message: string): void {
  clearTimeout(pause)
  const status = document.getElementById('search-status')
  const waitMs = Math.max(0, typedAtMs + PAUSE_MS - performance.now())
  if (status) pause = setTimeout(() => status.replaceChildren(message), waitMs)
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-behaviour~=search]')) start(form)
