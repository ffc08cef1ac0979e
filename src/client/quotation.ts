/**
 * `quotation`: a quotation goes where the cursor is, as if it were typed, so that undo takes it back. Another place, and
 * what is missing, is left to the server.
 */
import { quoteMarkdown, speakerName } from '../article/quote-markdown.ts'
import type { QuoteStyle } from '../edition/messages/messages.ts'
import { insertText } from './markdown-toolbar.ts'

const CARET = 'caret'

export function startQuotations(form: HTMLFormElement): void {
  for (const group of form.querySelectorAll<HTMLElement>('[data-behaviour~="quotation"]')) {
    const area = document.getElementById(group.dataset.area ?? '')
    const place = group.querySelector('select')
    const button = group.querySelector('button')
    if (!(area instanceof HTMLTextAreaElement) || !place || !button) continue
    // Until somebody has put the cursor into the text, its place means nothing.
    area.addEventListener('focus', () => delete area.dataset.untouched, { once: true })
    area.dataset.untouched = ''
    place.prepend(new Option(group.dataset.caret, CARET, true, true))
    button.addEventListener('click', (event) => {
      if (place.value === CARET && insertAt(area, group)) event.preventDefault()
    })
  }
}

function insertAt(area: HTMLTextAreaElement, group: HTMLElement): boolean {
  const style: QuoteStyle = JSON.parse(group.dataset.quotation ?? '') // the server's own words
  const [speaker, role, words] = ['speaker', 'role', 'words'].map((part) => fieldOf(group, part))
  if (!speaker || !role || !words || speakerName(speaker.value) === '' || words.value.trim() === '') return false
  const end = area.dataset.untouched === undefined ? area.selectionEnd : area.value.length
  area.setSelectionRange(end, end)
  const markdown = quoteMarkdown({ speaker: speaker.value, role: role.value, words: words.value }, style)
  insertText(area, apart(area.value.slice(0, end), markdown, area.value.slice(end)))
  for (const field of [speaker, role, words]) field.value = ''
  const status = group.querySelector('[role="status"]')
  if (status) status.textContent = group.dataset.done ?? ''
  return true
}

function fieldOf(group: HTMLElement, part: string) {
  return group.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name$=".quote.${part}"]`)
}

/** A block has a blank line before and behind it. */
function apart(before: string, block: string, after: string): string {
  const gap = (breaks: number) => '\n'.repeat(Math.max(0, 2 - breaks))
  const head = before.trim() === '' ? '' : gap(/\n*$/.exec(before)?.[0].length ?? 0)
  const tail = after.trim() === '' ? '' : gap(/^\n*/.exec(after)?.[0].length ?? 0)
  return head + block + tail
}
