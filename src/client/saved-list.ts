/**
 * `saved-list`: lists the articles that the service worker keeps, the last read first.
 *
 *     <ol data-behaviour="saved-list" data-text="儲存於 {time}" data-zh-hant="繁體中文" data-zh-hans="简体中文"
 *         data-en="English" hidden></ol>
 *     <p data-behaviour="saved-empty">…what this page is for, and that nothing is here yet…</p>
 *
 * The names of the editions are data attributes named by edition. Without the script the second element stays.
 */
import { ARTICLES_CACHE, SAVED_AT_HEADER } from './kept-articles.ts'
import { withTime } from './saved-copy.ts'

export async function fillSavedList(): Promise<void> {
  const list = document.querySelector<HTMLElement>('[data-behaviour~="saved-list"]')
  if (!list || !('caches' in window)) return
  const cache = await caches.open(ARTICLES_CACHE)
  const items: HTMLElement[] = []
  for (const request of (await cache.keys()).toReversed()) {
    const response = await cache.match(request, { ignoreVary: true })
    if (response) items.push(item(list, new URL(request.url).pathname, await response.text(), response.headers))
  }
  list.replaceChildren(...items)
  list.hidden = items.length === 0
  for (const empty of document.querySelectorAll<HTMLElement>('[data-behaviour~="saved-empty"]')) {
    empty.hidden = items.length > 0
  }
}

function item(list: HTMLElement, path: string, html: string, headers: Headers): HTMLElement {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const { lang } = page.documentElement
  const link = Object.assign(document.createElement('a'), { href: path, hreflang: lang, lang })
  link.textContent = page.querySelector('h1')?.textContent.trim() ?? page.title
  const edition = Object.assign(document.createElement('span'), { lang })
  edition.textContent = list.getAttribute(`data-${path.split('/')[1]}`)
  const savedAtMs = Number(headers.get(SAVED_AT_HEADER))
  const time = Object.assign(document.createElement('time'), { dateTime: new Date(savedAtMs).toISOString() })
  time.textContent = withTime(list.dataset.text ?? '{time}', savedAtMs)
  const box = document.createElement('li')
  box.append(link, ' ', edition, ' ', time)
  return box
}
