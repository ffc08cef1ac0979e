/**
 * `toolbar`: buttons above a textarea that write Markdown at the cursor. The text goes in as if it were typed, so that
 * undo takes it back. Where nothing is selected, the cursor then stands where the words go.
 */
type Mark = (selected: string) => string

const MARKS: Readonly<Record<string, Mark>> = {
  heading: (text) => `\n\n## ${text}\n\n`,
  bold: (text) => `**${text}**`,
  link: (text) => `[${text}](https://)`,
  list: (text) =>
    `\n\n${(text || ' ')
      .split('\n')
      .map((line) => `- ${line.trim()}`)
      .join('\n')}\n\n`,
  quote: (text) =>
    `\n\n${(text || ' ')
      .split('\n')
      .map((line) => `> ${line.trim()}`)
      .join('\n')}\n> — \n\n`,
  english: (text) => `[${text}](lang:en)`,
}

/** Where the words of a mark within a line begin. */
const WORDS_AT: Readonly<Record<string, number>> = { bold: 2, link: 1, english: 1 }

export function startToolbars(): void {
  const template = document.querySelector<HTMLTemplateElement>('template[data-behaviour~="toolbar-buttons"]')
  if (!template) return
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-behaviour~="toolbar"]')) {
    const bar = template.content.firstElementChild?.cloneNode(true)
    if (!(bar instanceof HTMLElement) || area.previousElementSibling?.classList.contains('toolbar')) continue
    nameFor(area, bar)
    area.before(bar)
    bar.addEventListener('click', ({ target }) => {
      const name = target instanceof HTMLElement ? (target.dataset.mark ?? '') : ''
      const mark = MARKS[name]
      if (!mark) return
      const { selectionStart, selectionEnd, value } = area
      insertText(area, mark(value.slice(selectionStart, selectionEnd)))
      const within = WORDS_AT[name]
      if (within !== undefined && selectionStart === selectionEnd) {
        area.setSelectionRange(selectionStart + within, selectionStart + within)
      }
    })
  }
}

/** The same buttons stand above each body: their names say above which. */
function nameFor({ labels }: HTMLTextAreaElement, bar: HTMLElement): void {
  const area = (bar.dataset.more ?? '').replace('{area}', labels[0]?.textContent ?? '')
  bar.ariaLabel = `${bar.ariaLabel}${area}`
  for (const button of bar.querySelectorAll('button')) button.ariaLabel = `${button.textContent}${area}`
}

/** Puts text in place of what is selected, as if it were typed; focus is in the text afterwards. */
export function insertText(area: HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd } = area
  area.focus()
  // The one way that keeps undo; standards have none yet, and every browser knows it.
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, selectionStart, selectionEnd, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  // Lines that were put in can push the cursor out of sight: focus scrolls to it, the command does not.
  if (!text.includes('\n')) return
  area.blur()
  area.focus()
}
