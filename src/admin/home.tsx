import type { Context } from 'hono'
import { findArticlesByWords, findFrontPage } from '../db/front-page.ts'
import { dateAndTime } from '../edition/dates.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { FindPage, FoundFragment, FrontPageView } from './front-page.tsx'
import { adminFrame, pageQuery } from './request.ts'

/** The cron runs every minute; this much later something is wrong. */
const CRON_OVERDUE_MS = 10 * 60 * 1000

export async function home(c: Context<AppEnv>) {
  const { nowMs, editor } = c.var
  const front = await findFrontPage(c.var.db, { nowMs })
  const { heartbeatAtMs } = front
  const isOverdue = heartbeatAtMs === null || heartbeatAtMs < nowMs - CRON_OVERDUE_MS
  const last = heartbeatAtMs === null ? '' : dateAndTime(heartbeatAtMs, editor.language)
  const cronOverdue = isOverdue ? last : null
  const done = c.req.query('done') === 'mock' ? adminMessagesFor(editor.language).signedInByMock : undefined
  return c.html(<FrontPageView frame={adminFrame(c)} {...{ front, nowMs, cronOverdue, done }} />)
}

/** The page of results, or the results alone for htmx. */
export async function find(c: Context<AppEnv>) {
  const { nowMs, editor } = c.var
  const query = c.req.query('q') ?? ''
  const page = pageQuery(c)
  const results = await findArticlesByWords(c.var.db, { query, page })
  const found = { language: editor.language, query, page, nowMs, ...results }
  if (c.req.header('hx-request') === 'true') return c.html(<FoundFragment {...found} />)
  return c.html(<FindPage frame={adminFrame(c)} found={found} />)
}
