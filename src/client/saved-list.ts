/**
 * `saved-list`: lists the articles that the service worker keeps, the last read first, in place of the sentence that
 * stands there for readers without scripts.
 *
 *     <div data-behaviour="saved-list" data-saved-at="Saved {time}" data-empty="…" data-offline="…">…</div>
 *
 * `data-offline` is said when the service worker shows this page instead of one that is out of reach. The names of the
 * editions are those of the edition switch.
 */
import { ARTICLES_CACHE, SAVED_AT_HEADER } from './kept-articles.ts'
import { withTime } from './saved-copy.ts'

export async function fillSavedList(): Promise<void> {
  const box = document.querySelector<HTMLElement>('[data-behaviour~="saved-list"]')
  if (!box || !('caches' in window)) return
  const cache = await caches.open(ARTICLES_CACHE)
  const items: HTMLElement[] = []
  for (const request of (await cache.keys()).toReversed()) {
    const response = await cache.match(request, { ignoreVary: true })
    if (response) items.push(await item(new URL(request.url).pathname, response, box.dataset.savedAt))
  }
  const { empty = '', offline = '' } = box.dataset
  const isOffline = document.documentElement.dataset.offline !== undefined
  box.replaceChildren(
    ...(isOffline ? [element('p', { className: 'notice', textContent: offline })] : []),
    items.length > 0 ? element('ul', { className: 'news' }, ...items) : element('p', { textContent: empty }),
  )
}

async function item(path: string, response: Response, savedAt = '{time}'): Promise<HTMLElement> {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const { lang } = page.documentElement
  const title = page.querySelector('h1')?.textContent.trim() ?? page.title
  const edition = document.querySelector(`[data-edition="${path.split('/')[1]}"]`)?.textContent.trim() ?? ''
  const savedAtMs = Number(response.headers.get(SAVED_AT_HEADER))
  const textOnly = new URLSearchParams(location.search).get('images') === '0' ? '?images=0' : ''
  const kicker = element(
    'p',
    { className: 'kicker' },
    element('b', { lang, textContent: edition }),
    element('time', {
      dateTime: new Date(savedAtMs).toISOString(),
      textContent: withTime(savedAt, savedAtMs),
    }),
  )
  const link = element('a', { href: path + textOnly, hreflang: lang, lang, textContent: title })
  return element('li', {}, kicker, element('h2', {}, link))
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: Element[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
