import { messagesFor } from '../edition/messages/messages.ts'
import type { View } from '../routes.ts'

interface PagesNavProps {
  view: View
  page: number
  nextPage: number | null
  /** Address of a page of this list. */
  address: (page: number) => string
  /** Address of the list items of a page, for "load more"; without it there are links only. */
  items?: (page: number) => string
}

/**
 * The way to newer and older pages of a list. The link to older articles loads them into the list where htmx can; the
 * link itself stays right.
 */
export function PagesNav({ view, page, nextPage, address, items }: PagesNavProps) {
  const { list } = messagesFor(view.edition)
  if (page === 1 && nextPage === null) return null
  return (
    <nav class="pages" id="pages" aria-label={list.pagination}>
      <ul>
        {page > 1 ? (
          <li>
            <a class="button" rel="prev" href={address(page - 1)}>
              {list.newer}
            </a>
          </li>
        ) : null}
        {nextPage === null ? null : (
          <li>
            {items ? (
              <LoadMore {...{ view, nextPage, address, items }} />
            ) : (
              <OlderLink {...{ view, nextPage, address }} />
            )}
          </li>
        )}
      </ul>
    </nav>
  )
}

type NextProps = Pick<PagesNavProps, 'view' | 'address'> & { nextPage: number }

function OlderLink({ view, nextPage, address }: NextProps) {
  return (
    <a class="button" rel="next" href={address(nextPage)}>
      {messagesFor(view.edition).list.older}
    </a>
  )
}

function LoadMore({ view, nextPage, address, items }: NextProps & { items: (page: number) => string }) {
  return (
    <a
      class="button"
      id="older"
      rel="next"
      href={address(nextPage)}
      data-behaviour="htmx load-more"
      hx-get={items(nextPage)}
      hx-target="#news"
      hx-swap="beforeend"
    >
      {messagesFor(view.edition).list.older}
    </a>
  )
}

/** Where "load more" says what it did; filled by its answer, never replaced. */
export function ListStatus() {
  return <p id="list-status" role="status" class="hidden" />
}
