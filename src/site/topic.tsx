import type { Context } from 'hono'
import { parseTopicKey } from '../article/topic-key.ts'
import { findTopicList } from '../db/lists.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import type { AppEnv } from '../env.ts'
import { cacheable } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'
import { frameOf } from '../http/frame.ts'
import { pageNumber } from '../http/page-number.ts'
import { href, type View } from '../routes.ts'
import { FeedLinks } from '../ui/document.tsx'
import { ListFragment } from '../ui/list-fragment.tsx'
import { ListPage } from '../ui/list-page.tsx'

export async function topic(c: Context<AppEnv>) {
  const key = parseTopicKey(c.req.param('topic'))
  if (!key) return notFound(c)
  const page = pageNumber(c)
  const { edition } = c.var.view
  const { list, site, boundaryMs } = await findTopicList(c.var.db, { edition, visibility: c.var, page, topic: key })
  const frame = frameOf(c, { site, address: (view: View) => href.topic(view, key, page) })
  if (!list || (page > 1 && list.items.length === 0)) return notFound(c)
  cacheable(c, 'list', { tags: [`list:${edition}`], boundaryMs })
  const { name, description } = list.topic
  const messages = messagesFor(edition)
  return c.render(
    <ListPage
      frame={frame}
      label={messages.topic.label}
      title={name}
      head={
        <FeedLinks
          edition={edition}
          title={`${name}${messages.titleSeparator}${site[edition].name}`}
          origin={frame.origin}
          topic={key}
          formats="all"
        />
      }
      intro={description}
      empty={messages.topic.empty}
      page={page}
      list={list}
      address={(number) => href.topic(frame.view, key, number)}
      items={(number) => href.topicItems(frame.view, key, number)}
    />,
  )
}

/** The items of one page and the new link to older ones, for "load more". */
export async function topicItems(c: Context<AppEnv>) {
  const key = parseTopicKey(c.req.param('topic'))
  if (!key) return notFound(c)
  const page = pageNumber(c)
  const { view } = c.var
  const { list, boundaryMs } = await findTopicList(c.var.db, {
    edition: view.edition,
    visibility: c.var,
    page,
    topic: key,
  })
  if (!list) return notFound(c)
  cacheable(c, 'list', { tags: [`list:${view.edition}`], boundaryMs })
  c.header('x-robots-tag', 'noindex')
  const addresses = {
    address: (number: number) => href.topic(view, key, number),
    items: (number: number) => href.topicItems(view, key, number),
  }
  return c.render(<ListFragment view={view} page={page} list={list} {...addresses} />)
}
