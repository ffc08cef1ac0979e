import type { ArticleList } from '../db/lists.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import type { View } from '../routes.ts'
import { NewsItems } from './news-list.tsx'
import { PagesNav } from './pages-nav.tsx'

interface ListFragmentProps {
  view: View
  page: number
  list: ArticleList
  address: (page: number) => string
  items: (page: number) => string
}

/** Answer of "load more": the items, the next link in place of the old one, and what to announce. */
export function ListFragment({ view, page, list, address, items }: ListFragmentProps) {
  const messages = messagesFor(view.edition).list
  return (
    <>
      <NewsItems items={list.items} view={view} level={3} />
      <hx-partial hx-target="#list-status" hx-swap="innerHTML">
        {messages.loaded(list.items.length)} {list.nextPage === null ? messages.noMore : ''}
      </hx-partial>
      <hx-partial hx-target="#pages" hx-swap="outerHTML">
        <PagesNav view={view} page={page} nextPage={list.nextPage} address={address} items={items} />
      </hx-partial>
    </>
  )
}
