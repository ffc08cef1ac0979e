/**
 * `load-more`: after "load more" the first new item has focus, so that keyboard and screen reader go on where the list
 * went on. The message of the response goes into the page's `role="status"` by itself (an `<hx-partial>`).
 *
 *     <ol id="list">…</ol>
 *     <a href="?page=2" data-behaviour="htmx load-more" hx-get="…" hx-target="#list" hx-swap="beforeend">
 *
 * When the request fails, the link is simply followed: its page, or its error page, says what is the matter.
 */
interface HtmxContext {
  readonly sourceElement: Element
  readonly target?: Element | null
  readonly response?: { readonly status: number }
}

/** The last item before the swap, by request. */
const lastItems = new WeakMap<HtmxContext, Element | null>()

export function startLoadMore(): void {
  document.addEventListener('htmx:before:request', markBusy)
  document.addEventListener('htmx:finally:request', unmarkBusy)
  document.addEventListener('htmx:before:response', followIfFailed)
  document.addEventListener('htmx:error', followIfFailed)
  document.addEventListener('htmx:before:swap', rememberLastItem)
  document.addEventListener('htmx:after:swap', focusFirstNewItem)
}

function contextOf(event: Event): HtmxContext | undefined {
  return (event as CustomEvent<{ ctx?: HtmxContext }>).detail.ctx // all events of htmx carry one, or none at all
}

function markBusy(event: Event): void {
  contextOf(event)?.target?.setAttribute('aria-busy', 'true')
}

function unmarkBusy(event: Event): void {
  contextOf(event)?.target?.removeAttribute('aria-busy')
}

function followIfFailed(event: Event): void {
  const context = contextOf(event)
  const link = context?.sourceElement
  if (!(link instanceof HTMLAnchorElement) || !link.matches('[data-behaviour~="load-more"]')) return
  if (context?.response && context.response.status < 400) return
  event.preventDefault()
  location.assign(link.href)
}

function rememberLastItem(event: Event): void {
  const context = contextOf(event)
  if (!context?.sourceElement.matches('[data-behaviour~="load-more"]')) return
  lastItems.set(context, context.target?.lastElementChild ?? null)
}

function focusFirstNewItem(event: Event): void {
  const context = contextOf(event)
  if (!context || !lastItems.has(context)) return
  const first = lastItems.get(context)?.nextElementSibling ?? context.target?.firstElementChild
  first?.querySelector<HTMLElement>('a[href]')?.focus()
}
