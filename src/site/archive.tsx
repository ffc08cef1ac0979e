import type { Context } from 'hono'
import { listBetween, listSpansWithArticles } from '../db/lists.ts'
import { hongKongTime, monthName, monthStartMs } from '../edition/dates.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import type { AppEnv } from '../env.ts'
import { cacheable } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'
import { frameOf } from '../http/frame.ts'
import { pageNumber } from '../http/page-number.ts'
import { href, type View } from '../routes.ts'
import { ListPage } from '../ui/list-page.tsx'
import { ArchivePage } from './archive-page.tsx'

/** No organisation that publishes here has an older press release on the web. */
const FIRST_YEAR = 1990

export async function archive(c: Context<AppEnv>) {
  const { edition } = c.var.view
  const { year: lastYear } = hongKongTime(c.var.nowMs)
  const months = (lastYear - FIRST_YEAR + 1) * 12
  const boundariesMs = Array.from({ length: months + 1 }, (_, index) => monthStartMs(FIRST_YEAR, index + 1))
  const { startsMs, site, boundaryMs } = await listSpansWithArticles(c.var.db, {
    edition,
    visibility: c.var,
    boundariesMs,
  })
  const frame = frameOf(c, { site, section: 'archive', address: href.archive })
  cacheable(c, 'list', { tags: [`list:${edition}`], boundaryMs })
  return c.render(<ArchivePage frame={frame} startsMs={startsMs} />)
}

/** A year has no page of its own: it is a part of the archive's. */
export function archiveYear(c: Context<AppEnv>) {
  const year = parseNumber(c.req.param('year'), FIRST_YEAR, 9999)
  if (year === undefined) return notFound(c)
  cacheable(c, 'moved', { tags: ['nf'] })
  return c.redirect(href.archiveYear(c.var.view, year), 301)
}

export async function archiveMonth(c: Context<AppEnv>) {
  const year = parseNumber(c.req.param('year'), FIRST_YEAR, 9999)
  const month = parseNumber(c.req.param('month'), 1, 12)
  if (year === undefined || month === undefined) return notFound(c)
  const page = pageNumber(c)
  const address = (view: View) => href.archiveMonth(view, year, month, page)
  if (address(c.var.view) !== pathAndQuery(c)) return c.redirect(address(c.var.view), 301)
  const { edition } = c.var.view
  const span = { fromMs: monthStartMs(year, month), toMs: monthStartMs(year, month + 1) }
  const { list, site, boundaryMs } = await listBetween(c.var.db, { edition, visibility: c.var, page, ...span })
  if (list.items.length === 0) return notFound(c)
  const frame = frameOf(c, { site, section: 'archive', address })
  cacheable(c, 'list', { tags: [`list:${edition}`], boundaryMs })
  const messages = messagesFor(edition)
  return c.render(
    <ListPage
      frame={frame}
      label={messages.archive}
      title={monthName(year, month, edition)}
      intro=""
      empty={messages.archivePages.emptyMonth}
      page={page}
      list={list}
      address={(number) => href.archiveMonth(frame.view, year, month, number)}
    />,
  )
}

function pathAndQuery(c: Context<AppEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

function parseNumber(raw: string | undefined, min: number, max: number): number | undefined {
  if (raw === undefined || !/^[0-9]{1,4}$/.test(raw)) return undefined
  const value = Number(raw)
  return value >= min && value <= max ? value : undefined
}
