import type { Context } from 'hono'
import { listHome } from '../db/lists.ts'
import type { AppEnv } from '../env.ts'
import { cacheable } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'
import { frameOf } from '../http/frame.ts'
import { pageNumber } from '../http/page-number.ts'
import { href, type View } from '../routes.ts'
import { ListFragment } from '../ui/list-fragment.tsx'
import { HomePage } from './home-page.tsx'

function read(c: Context<AppEnv>, page: number) {
  return listHome(c.var.db, { edition: c.var.view.edition, visibility: c.var, page })
}

export async function home(c: Context<AppEnv>) {
  const page = pageNumber(c)
  const { lead, latest, topics, site, boundaryMs } = await read(c, page)
  const frame = frameOf(c, { site, section: 'home', address: (view: View) => href.home(view, page) })
  if (page > 1 && latest.items.length === 0)
    return notFound(c, frameOf(c, { site, address: (view: View) => href.home(view) }))
  cacheable(c, 'list', { tags: [`list:${frame.view.edition}`], boundaryMs })
  return c.render(<HomePage frame={frame} page={page} lead={lead} latest={latest} topics={topics} />)
}

/** The items of one page and the new link to older ones, for "load more". */
export async function homeItems(c: Context<AppEnv>) {
  const page = pageNumber(c)
  const { view } = c.var
  const { latest, boundaryMs } = await read(c, page)
  cacheable(c, 'list', { tags: [`list:${view.edition}`], boundaryMs })
  c.header('x-robots-tag', 'noindex')
  const addresses = {
    address: (number: number) => href.home(view, number),
    items: (number: number) => href.homeItems(view, number),
  }
  return c.render(<ListFragment view={view} page={page} list={latest} {...addresses} />)
}
