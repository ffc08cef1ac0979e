/**
 * `local-copy`: keeps what is typed in this browser until the server has it, for when the network is away, the sign-in has
 * expired or the page is left, and offers it back on return. Every window has a copy of its own; the newest that the form
 * does not hold is offered. It goes back with the revision that it was typed on, so that what was saved meanwhile is met
 * as another editor's text is.
 */
import { clean } from '../article/clean-text.ts'
import { dateAndMinute } from '../edition/dates.ts'
import { EDITION_KEYS, EDITIONS } from '../edition/editions.ts'

type Pairs = readonly (readonly [string, string])[]

interface Kept {
  atMs: number
  version: string
  pairs: Pairs
}

export interface LocalCopy {
  /** Keeps what the form holds now; false when this browser has no room for it. */
  keep: () => boolean
  /** The server has the text; a quotation that is not in it yet stays here. */
  settle: () => void
}

const PREFIX = 'article:'
/** An article whose form was not opened for so long will not need it, or is deleted. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000
/** While somebody types; whoever leaves sooner is not too late. */
const INTERVAL_MS = 500
/** What is not text of the article. */
const NOT_KEPT = /^(?:version|uiLanguage|previewEdition|.*\.quote\.place)$/
/** Typed into fields of which the article does not consist. */
const QUOTATION = /\.quote\.(?:speaker|role|words)$/
/** The button that everybody sees: the first one of the form is for Enter alone. */
const SAVE = '.save-bar button'

export function startLocalCopy(form: HTMLFormElement): LocalCopy {
  const ofArticle = `${PREFIX}${form.dataset.article ?? ''}:`
  const key = ofArticle + Math.random()
  let timer: number | undefined
  const rest = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const keep = () => {
    rest()
    const kept: Kept = { atMs: Date.now(), version: versionField(form)?.value ?? '', pairs: pairsOf(form) }
    try {
      localStorage.setItem(key, JSON.stringify(kept))
      return true
    } catch {
      return false
    }
  }
  const settle = () => {
    if (pairsOf(form).some(([name]) => QUOTATION.test(name))) {
      keep()
      return
    }
    rest()
    remove(key)
  }
  const keepIfTyped = () => {
    if (timer !== undefined) keep()
  }
  offer(form, strayCopies(form, ofArticle, keep), keep)
  form.addEventListener('input', () => {
    timer ??= window.setTimeout(keep, INTERVAL_MS)
  })
  form.addEventListener('submit', keepIfTyped)
  document.addEventListener('visibilitychange', keepIfTyped)
  addEventListener('pagehide', keepIfTyped)
  return { keep, settle }
}

function versionField(form: HTMLFormElement): HTMLInputElement | undefined {
  const field = form.elements.namedItem('version')
  return field instanceof HTMLInputElement ? field : undefined
}

function pairsOf(form: HTMLFormElement): Pairs {
  const pairs: [string, string][] = []
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '' && !NOT_KEPT.test(name))
      pairs.push([name, value.replace(/\r\n/g, '\n')])
  }
  return pairs
}

/** As the server stores it: lines without blanks around, rows without a gap between them, each entry of a list once. */
function stored(pairs: Pairs): string {
  const rows = new Map<string, string[]>()
  const settled = pairs.flatMap(([name, raw]): [string, string][] => {
    const value = /\.(?:body|words)$/.test(name)
      ? clean(raw)
      : clean(raw)
          .replace(/\s*\n\s*/g, ' ')
          .trim()
    if (value === '') return []
    const [, group = '', row = '', part = ''] = /^(.*)\.(\d+)\.(\w+)$/.exec(name) ?? []
    if (part === '') return [[name, value]]
    const known = rows.get(group) ?? []
    rows.set(group, known)
    if (!known.includes(row)) known.push(row)
    return [[`${group}.${known.indexOf(row)}.${part}`, value]]
  })
  return JSON.stringify([...new Set(settled.map((pair) => JSON.stringify(pair)))])
}

/** Keys of the copies that the form does not hold, newest first. One that it holds is done with, or becomes this window's. */
function strayCopies(form: HTMLFormElement, ofArticle: string, keep: () => boolean): readonly string[] {
  const now = stored(pairsOf(form))
  const strays: { key: string; atMs: number }[] = []
  for (const key of storedKeys()) {
    const kept = read(key)
    if (!kept || kept.atMs < Date.now() - KEPT_MS) remove(key)
    else if (!key.startsWith(ofArticle)) continue
    else if (stored(kept.pairs) !== now) strays.push({ key, atMs: kept.atMs })
    else if (form.dataset.unsaved === undefined || keep()) remove(key)
  }
  return strays.sort((a, b) => b.atMs - a.atMs).map(({ key }) => key)
}

/** Keys of all copies; none where this browser lets nobody store anything. */
function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  } catch {
    return []
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // What could not be stored is not there.
  }
}

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined // written above
  } catch {
    return undefined
  }
}

function offer(form: HTMLFormElement, [key = '']: readonly string[], keep: () => boolean): void {
  const box = form.querySelector<HTMLElement>('[data-behaviour~="local-copy-offer"]')
  const kept = read(key)
  if (!box || !kept) return
  const text = box.querySelector('p')
  if (text)
    text.textContent = (text.dataset.text ?? '').replace(
      '{time}',
      dateAndMinute(
        kept.atMs,
        EDITION_KEYS.find((edition) => EDITIONS[edition].lang === document.documentElement.lang) ?? 'en',
      ),
    )
  box.hidden = false
  const done = () => {
    box.hidden = true
    form.querySelector<HTMLElement>(SAVE)?.focus()
  }
  box.querySelector('[data-act="restore"]')?.addEventListener('click', () => {
    restore(form, kept.pairs)
    const version = versionField(form)
    if (version && kept.version !== '') version.value = kept.version
    if (keep()) remove(key)
    form.dispatchEvent(new Event('input', { bubbles: true }))
    done()
  })
  box.querySelector('[data-act="discard"]')?.addEventListener('click', () => {
    remove(key)
    done()
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
    if (!isText || control.name === '' || NOT_KEPT.test(control.name)) continue
    const value = left.get(control.name)?.shift() ?? ''
    const isChoice = control instanceof HTMLSelectElement && value !== ''
    if (isChoice && ![...control.options].some((option) => option.value === value)) control.add(new Option(value))
    const group = control.closest('details')
    if (group && value !== control.value) group.open = true
    control.value = value
  }
  for (const [name, values] of left) {
    for (const value of values)
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  }
}
