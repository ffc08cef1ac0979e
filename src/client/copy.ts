/**
 * `copy`: puts the text of a field on the clipboard and says so. Without it the field is selected and copied by hand.
 *
 *     <button type="button" data-behaviour="copy" data-from="f-text" data-done="Copied." hidden>Copy</button>
 *     <span role="status"></span>
 */
const SELECTOR = 'button[data-behaviour~="copy"]'

export function startCopy(): void {
  if (!navigator.clipboard) return
  for (const button of document.querySelectorAll<HTMLButtonElement>(SELECTOR)) {
    if (!button.hidden) continue
    button.hidden = false
    button.addEventListener('click', () => void copy(button))
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const { from = '', done = '' } = button.dataset
  const field = document.getElementById(from)
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  try {
    await navigator.clipboard.writeText(field.value)
    const status = button.nextElementSibling
    if (status) status.textContent = done
  } catch {
    field.focus()
    field.select()
  }
}
