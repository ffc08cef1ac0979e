/**
 * `photo-dialog`: the library over the article form. The photo button of a toolbar opens it for the cursor of its text, the
 * button of the lead photo for the head of the article. htmx fetches the list and what is looked for in it.
 *
 *     <dialog data-behaviour="photo-dialog" data-words-inserted="…" …> … <div id="photo-choice">
 *       <li data-key="…"><img><p>…</p> <button data-act="insert">…</button> <button data-act="lead">…</button></li> … </dialog>
 *     <fieldset data-behaviour="lead-photo"><input type="hidden" name="leadPhoto"><div data-part="photo">…</div> … </fieldset>
 */
import { insertText } from './markdown-toolbar.ts'

export function startPhotoDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-behaviour~="photo-dialog"]')
  const lead = document.querySelector<HTMLElement>('[data-behaviour~="lead-photo"]')
  if (!dialog || !lead) return
  /** The text that the photo goes into; none when it is for the head of the article. */
  let area: HTMLTextAreaElement | undefined

  const open = (into: HTMLTextAreaElement | undefined) => {
    area = into
    dialog.dataset.for = into ? 'text' : 'lead'
    dialog.showModal()
    if (dialog.dataset.failed) dialog.querySelector('#photo-choice')?.dispatchEvent(new Event('again'))
  }
  for (const bar of document.querySelectorAll<HTMLElement>('.toolbar')) {
    const { nextElementSibling: text } = bar
    const button = bar.querySelector<HTMLElement>('[data-mark="photo"]')
    if (text instanceof HTMLTextAreaElement) button?.addEventListener('click', () => open(text))
  }
  for (const box of document.querySelectorAll<HTMLElement>('[data-behaviour~="insert-photo"]')) box.hidden = true
  lead.querySelector('[data-part="hint"]')?.remove()
  lead.querySelector('button[value="choose"]')?.addEventListener('click', (event) => {
    event.preventDefault()
    open(undefined)
  })

  dialog.addEventListener('click', ({ target }) => {
    const act = target instanceof HTMLElement ? target.dataset.act : undefined
    const card = target instanceof HTMLElement ? target.closest<HTMLElement>('li[data-key]') : null
    if (!act || !card) return
    dialog.close()
    if (act === 'lead') showLead(lead, card)
    else if (area) putInto(area, card.dataset.key ?? '')
    area?.focus()
    say(dialog.getAttribute(act === 'lead' ? 'data-words-lead' : 'data-words-inserted'))
  })
  watchRequests(dialog)
}

/** A line of its own behind what is selected; what is there stays. */
function putInto(area: HTMLTextAreaElement, key: string): void {
  area.setSelectionRange(area.selectionEnd, area.selectionEnd)
  insertText(area, `\n\n![](photo:${key})\n\n`)
}

/** The article form as it would come back with this photo; "input" tells the autosave. */
function showLead(lead: HTMLElement, card: HTMLElement): void {
  const field = lead.querySelector<HTMLInputElement>('[name="leadPhoto"]')
  const choose = lead.querySelector<HTMLElement>('button[value="choose"]')
  if (field) field.value = card.dataset.key ?? ''
  if (choose) choose.textContent = choose.dataset.wordsChosen ?? ''
  lead.querySelector('button[value="remove"]')?.removeAttribute('hidden')
  const words = document.createElement('div')
  words.append(...[...card.querySelectorAll(':scope > p')].map((line) => line.cloneNode(true)))
  const pictures = [...card.querySelectorAll('img')].map((picture) => picture.cloneNode(true))
  lead.querySelector('[data-part="photo"]')?.replaceChildren(...pictures, words)
  lead.dispatchEvent(new Event('input', { bubbles: true }))
}

interface HtmxContext {
  readonly response?: { readonly status: number }
}

/** Says when the list could not be fetched, and keeps focus in the dialog when its button went with the old list. */
function watchRequests(dialog: HTMLDialogElement): void {
  const fail = () => {
    const status = dialog.querySelector('#photo-choice-status')
    dialog.dataset.failed = 'yes'
    if (status) status.textContent = dialog.dataset.wordsFailed ?? ''
  }
  dialog.addEventListener('htmx:error', fail)
  dialog.addEventListener('htmx:before:response', (event) => {
    const { ctx } = (event as CustomEvent<{ ctx?: HtmxContext }>).detail // all events of htmx carry one, or none at all
    if ((ctx?.response?.status ?? 0) < 400) return
    event.preventDefault()
    fail()
  })
  dialog.addEventListener('htmx:after:swap', () => {
    delete dialog.dataset.failed
    if (dialog.open && !dialog.contains(document.activeElement))
      dialog.querySelector<HTMLElement>('#photo-choice')?.focus()
  })
}

function say(words: string | null): void {
  const status = document.querySelector('[data-behaviour~="photo-status"]')
  if (status) status.textContent = words ?? ''
}
