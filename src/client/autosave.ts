/**
 * `autosave`: saves the form of an article while somebody types, and says what became of it. The server answers with the
 * number of the new revision, which the next save is based on.
 */
import type { LocalCopy } from './local-copy.ts'

/** After so long without a key the text is saved; a slow typist is saved at least this often too. */
const PAUSE_MS = 2000
const LONGEST_MS = 15_000
/** An answer that takes longer will not come: 300 KB take six seconds at 400 kbps. */
const PATIENCE_MS = 20_000
/** After a failure. */
const RETRY_MS = 10_000

type State = 'saving' | 'saved' | 'failed' | 'conflict' | 'expired' | 'gone'
/** `unkept`: not saved, and no room in this browser either. */
type Told = State | 'unkept'

export function startAutosave(form: HTMLFormElement, copy: LocalCopy): void {
  const url = form.dataset.autosave ?? ''
  let timer = 0
  let firstChangeMs = 0
  let changes = 0
  let running: Promise<void> | undefined
  let stopped = false
  let insisted = false
  /** Perhaps the server has it, perhaps not: asked again in the same words it answers with the revision that it made. */
  let unanswered: { body: FormData; changes: number } | undefined

  const schedule = (delayMs: number) => {
    clearTimeout(timer)
    if (!stopped) timer = window.setTimeout(run, delayMs)
  }
  const run = () => {
    if (running) return schedule(PAUSE_MS)
    firstChangeMs = 0
    running = saveOnce().finally(() => {
      running = undefined
    })
  }
  const saveOnce = async () => {
    show(form, 'saving')
    const sent = unanswered ?? { body: new FormData(form), changes }
    unanswered = sent
    const { state, version, time } = await send(url, sent.body)
    if (state !== 'failed') unanswered = undefined
    // A copy that came back meanwhile has a base of its own.
    if (version) setVersion(form, version, String(sent.body.get('version')))
    const isWhole = state === 'saved' && changes === sent.changes
    if (isWhole) copy.settle()
    const isSafe = isWhole || copy.keep()
    show(form, isSafe || state === 'saved' ? state : 'unkept', time)
    if (state === 'saved' && !isWhole) schedule(PAUSE_MS)
    if (state === 'failed' || state === 'expired') schedule(RETRY_MS)
    stopped = state === 'conflict' || state === 'gone'
  }

  // The page came back with text that nobody has saved: a mistake was found in it, or its language was changed.
  if (form.dataset.unsaved !== undefined) schedule(PAUSE_MS)
  form.addEventListener('input', () => {
    changes += 1
    firstChangeMs ||= Date.now()
    schedule(Math.max(0, Math.min(PAUSE_MS, firstChangeMs + LONGEST_MS - Date.now())))
  })
  form.addEventListener('submit', (event) => {
    const { submitter } = event
    if (submitter?.hasAttribute('formtarget')) return // the preview: nothing leaves the page
    if (insisted || (stopped && !running)) return
    clearTimeout(timer)
    if (!running && unanswered) run()
    if (!running) return
    // The autosave on its way will make a new revision: saving on the old one would be a conflict with oneself.
    event.preventDefault()
    void running.then(() => {
      insisted = true
      form.requestSubmit(submitter)
      insisted = false
    })
  })
}

async function send(url: string, body: FormData): Promise<{ state: State; version?: number; time?: string }> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(url, { method: 'POST', body, redirect: 'manual', signal })
    if (response.type === 'opaqueredirect' || response.status === 403 || response.status === 401)
      return { state: 'expired' }
    if (response.status === 409) return { state: 'conflict' }
    if (response.status === 404) return { state: 'gone' }
    if (!response.ok) return { state: 'failed' }
    const { version, time } = (await response.json()) as { version: number; time: string } // our own endpoint
    return { state: 'saved', version, time }
  } catch {
    return { state: 'failed' }
  }
}

function setVersion(form: HTMLFormElement, version: number, sent: string): void {
  const field = form.elements.namedItem('version')
  if (field instanceof HTMLInputElement && field.value === sent) field.value = String(version)
}

/** Says what became of the text; aloud only when that is news, for somebody who types is interrupted by every word. */
function show(form: HTMLFormElement, state: Told, time = ''): void {
  const status = form.querySelector<HTMLElement>('[data-behaviour~="save-state"]')
  if (!status) return
  const isNews = state !== 'saving' && state !== status.dataset.told
  status.ariaLive = isNews ? 'polite' : 'off'
  if (isNews) status.dataset.told = state
  status.textContent = (status.dataset[state] ?? '').replace('{time}', time)
}
