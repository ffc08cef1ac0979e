/**
 * `saved-copy`: says that this page is a copy, and since when. The service worker marks such a page with an attribute on
 * `<html>`.
 *
 *     <p data-behaviour="saved-copy" data-text="This is an offline copy, saved {time}." hidden></p>
 */
export function showSavedCopy(): void {
  const { savedAtMs } = document.documentElement.dataset
  if (savedAtMs === undefined) return
  for (const notice of document.querySelectorAll<HTMLElement>('[data-behaviour~="saved-copy"]')) {
    notice.textContent = withTime(notice.dataset.text ?? '{time}', Number(savedAtMs))
    notice.hidden = false
  }
}

/** Puts a moment into a sentence, in the page's language and the reader's own time zone: it was the reader's act. */
export function withTime(sentence: string, atMs: number): string {
  const { lang } = document.documentElement
  const locale = lang === 'en' ? 'en-GB' : lang // day before month, as in Hong Kong
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  return sentence.replace('{time}', format.format(atMs))
}
