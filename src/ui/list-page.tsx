import type { Child } from 'hono/jsx'
import type { ArticleList } from '../db/lists.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { Document } from './document.tsx'
import type { Frame } from './frame.ts'
import { NewsItems } from './news-list.tsx'
import { ListStatus, PagesNav } from './pages-nav.tsx'
import { Words } from './words.tsx'

interface ListPageProps {
  frame: Frame
  /** What kind of list this is, above its title. */
  label: string
  title: string
  intro: string
  empty: string
  page: number
  list: ArticleList
  address: (page: number) => string
  items?: (page: number) => string
  /** More elements for the head, such as the list's own feed. */
  head?: Child
  children?: Child
}

/** One page of articles under a title: a topic, a month. */
export function ListPage(props: ListPageProps) {
  const { frame, label, title, intro, empty, page, list, address, items, head, children } = props
  const { view } = frame
  const messages = messagesFor(view.edition)
  const shownTitle = page === 1 ? title : `${title}${messages.titleSeparator}${messages.list.page(page)}`
  return (
    <Document lists frame={frame} title={shownTitle} description={intro} head={head} htmx={items !== undefined}>
      <p class="kicker">
        <b>{label}</b>
      </p>
      <h1 class="page-title">{shownTitle}</h1>
      {intro === '' ? null : (
        <p class="summary">
          <Words text={intro} edition={view.edition} />
        </p>
      )}
      {list.items.length === 0 ? <p>{empty}</p> : null}
      <ul class="news" id="news">
        <NewsItems items={list.items} view={view} level={2} />
      </ul>
      <ListStatus />
      <PagesNav view={view} page={page} nextPage={list.nextPage} address={address} {...(items ? { items } : {})} />
      {children}
    </Document>
  )
}
