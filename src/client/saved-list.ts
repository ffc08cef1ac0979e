/**
 * `saved-list`: lists the articles that the service worker keeps, the last read first.
 *
 *     <ol data-behaviour="saved-list" data-text="Saved {time}" data-zh-hant="繁體中文" data-zh-hans="简体中文"
 *         data-en="English" hidden></ol>
 *     <div data-behaviour="saved-empty">…that nothing is here yet…</div>
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
    if (response) items.push(await item(list, new URL(request.url).pathname, response))
  }
  list.replaceChildren(...items)
  list.hidden = items.length === 0
  for (const empty of document.querySelectorAll<HTMLElement>('[data-behaviour~="saved-empty"]')) {
    empty.hidden = items.length > 0
  }
}

async function item(list: HTMLElement, path: string, response: Response): Promise<HTMLElement> {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const { lang } = page.documentElement
  const title = page.querySelector('h1')?.textContent.trim() ?? page.title
  const editionName = list.getAttribute(`data-${path.split('/')[1]}`) ?? ''
  const savedAtMs = Number(response.headers.get(SAVED_AT_HEADER))
  const textOnly = new URLSearchParams(location.search).get('images') === '0' ? '?images=0' : ''
  const kicker = element(
    'p',
    { className: 'kicker' },
    element('b', { lang, textContent: editionName }),
    element('time', {
      dateTime: new Date(savedAtMs).toISOString(),
      textContent: withTime(list.dataset.text ?? '{time}', savedAtMs),
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
