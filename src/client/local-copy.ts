/**
 * `local-copy`: keeps what is typed in this browser until the server has it, for when the network is away or the sign-in
 * has expired, and offers it back on return.
 */
import { dateAndMinute } from '../edition/dates.ts'
import { EDITION_KEYS, EDITIONS } from '../edition/editions.ts'

type Pairs = readonly (readonly [string, string])[]

interface Kept {
  atMs: number
  pairs: Pairs
}

export interface LocalCopy {
  forget: () => void
}

/** What is not text of the article. */
const NOT_KEPT = new Set(['version', 'uiLanguage', 'previewEdition'])
const PAUSE_MS = 400
/** The button that everybody sees: the first one of the form is for Enter alone. */
const SAVE = '.save-bar button'

export function startLocalCopy(form: HTMLFormElement): LocalCopy {
  const key = `article:${form.dataset.article ?? ''}`
  let timer = 0
  const forget = () => {
    clearTimeout(timer)
    localStorage.removeItem(key)
  }
  const keep = () => {
    const kept: Kept = { atMs: Date.now(), pairs: pairsOf(form) }
    try {
      localStorage.setItem(key, JSON.stringify(kept))
    } catch {
      // No room: the server's copy is the one that counts.
    }
  }
  offer(form, read(key), forget)
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(keep, PAUSE_MS)
  })
  return { forget }
}

function pairsOf(form: HTMLFormElement): Pairs {
  const pairs: [string, string][] = []
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '' && !NOT_KEPT.has(name))
      pairs.push([name, value.replace(/\r\n/g, '\n')])
  }
  return pairs
}

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined // written above
  } catch {
    return undefined
  }
}

function offer(form: HTMLFormElement, kept: Kept | undefined, forget: () => void): void {
  const box = form.querySelector<HTMLElement>('[data-behaviour~="local-copy-offer"]')
  if (!box || !kept) return
  if (JSON.stringify(kept.pairs) === JSON.stringify(pairsOf(form))) {
    if (form.dataset.unsaved === undefined) forget()
    return
  }
  const text = box.querySelector('p')
  if (text)
    text.textContent = (text.dataset.text ?? '').replace(
      '{time}',
      dateAndMinute(
        kept.atMs,
        EDITION_KEYS.find((key) => EDITIONS[key].lang === document.documentElement.lang) ?? 'en',
      ),
    )
  box.hidden = false
  box.querySelector('[data-act="restore"]')?.addEventListener('click', () => {
    restore(form, kept.pairs)
    box.hidden = true
    form.dispatchEvent(new Event('input', { bubbles: true }))
    form.querySelector<HTMLElement>(SAVE)?.focus()
  })
  box.querySelector('[data-act="discard"]')?.addEventListener('click', () => {
    forget()
    box.hidden = true
    form.querySelector<HTMLElement>(SAVE)?.focus()
  })
}

/** Fills the form; what has no control (a row that is not there yet) becomes a hidden one, so that it is saved. */
function restore(form: HTMLFormElement, pairs: Pairs): void {
  const left = new Map<string, string[]>()
  for (const [name, value] of pairs) left.set(name, [...(left.get(name) ?? []), value])
  for (const control of form.elements) {
    const isText =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    if (!isText || control.name === '' || NOT_KEPT.has(control.name)) continue
    control.value = left.get(control.name)?.shift() ?? ''
  }
  for (const [name, values] of left) {
    for (const value of values)
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  }
}
