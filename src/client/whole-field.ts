/**
 * Of a text area that Tab has reached, browsers bring the caret into view and leave the rest behind whatever sticks to the
 * edge of the screen. Here the whole of it is shown where there is room.
 */
export function startWholeFields(form: HTMLFormElement): void {
  form.addEventListener('keyup', ({ key, target }) => {
    if (key === 'Tab' && target instanceof HTMLTextAreaElement) target.scrollIntoView({ block: 'nearest' })
  })
}
