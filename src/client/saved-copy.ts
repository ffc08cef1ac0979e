/**
 * `saved-copy`, `offline-notice`: say that this page is a copy, and since when, or that it stands for a page that is out
 * of reach. The service worker marks such pages with an attribute on `<html>`.
 *
 *     <p data-behaviour="saved-copy" data-text="This is an offline copy, saved {time}." hidden></p>
 *     <p data-behaviour="offline-notice" hidden>You are offline. …</p>
 */
export function showSavedCopy(): void {
  const { savedAtMs, offline } = document.documentElement.dataset
  if (savedAtMs !== undefined) {
    show('saved-copy', (notice) => {
      notice.textContent = withTime(notice.dataset.text ?? '{time}', Number(savedAtMs))
    })
  }
  if (offline !== undefined) show('offline-notice')
}

function show(behaviour: string, fill?: (notice: HTMLElement) => void): void {
  for (const notice of document.querySelectorAll<HTMLElement>(`[data-behaviour~="${behaviour}"]`)) {
    fill?.(notice)
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
