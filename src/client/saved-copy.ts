/**
 * `saved-copy`, `offline-notice`: say that this page is a copy, and since when, or that the page asked for was not
 * saved. The service worker marks such pages with an attribute on `<html>`.
 *
 *     <p data-behaviour="saved-copy" data-text="離線副本，儲存於 {time}" hidden></p>
 *     <p data-behaviour="offline-notice" hidden>…</p>
 */
export function showSavedCopy(): void {
  const { savedAtMs, offline } = document.documentElement.dataset
  if (savedAtMs !== undefined) {
    for (const notice of document.querySelectorAll<HTMLElement>('[data-behaviour~="saved-copy"]')) {
      notice.textContent = withTime(notice.dataset.text ?? '{time}', Number(savedAtMs))
      notice.hidden = false
    }
  }
  if (offline !== undefined) {
    for (const notice of document.querySelectorAll<HTMLElement>('[data-behaviour~="offline-notice"]')) {
      notice.hidden = false
    }
  }
}

/** Puts a moment into a sentence, in the page's language and the reader's own time zone: it was the reader's act. */
export function withTime(sentence: string, atMs: number): string {
  const { lang } = document.documentElement
  const locale = lang === 'en' ? 'en-GB' : lang // day before month, as in Hong Kong
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  return sentence.replace('{time}', format.format(atMs))
}
