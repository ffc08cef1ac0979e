import type { Context } from 'hono'
import { setEditorLanguage } from '../db/editors.ts'
import { findArticlesByWords, findFrontPage } from '../db/front-page.ts'
import { dateAndTime } from '../edition/dates.ts'
import { parseEdition } from '../edition/editions.ts'
import type { AppEnv } from '../env.ts'
import { ADMIN_PREFIX, adminHref } from '../routes.ts'
import { FindPage, Found, FrontPageView } from './front-page.tsx'
import { adminFrame, formLine, pageQuery } from './request.ts'

/** The cron runs every minute; this much later something is wrong. */
const CRON_OVERDUE_MS = 10 * 60 * 1000

export async function home(c: Context<AppEnv>) {
  const { nowMs, editor } = c.var
  const front = await findFrontPage(c.var.db, { nowMs })
  const { heartbeatAtMs } = front
  const isOverdue = heartbeatAtMs === null || heartbeatAtMs < nowMs - CRON_OVERDUE_MS
  const last = heartbeatAtMs === null ? '' : dateAndTime(heartbeatAtMs, editor.language)
  const cronOverdue = isOverdue ? last : null
  return c.html(<FrontPageView frame={adminFrame(c)} front={front} nowMs={nowMs} cronOverdue={cronOverdue} />)
}

/** The page of results, or the results alone for htmx. */
export async function find(c: Context<AppEnv>) {
  const { nowMs, editor } = c.var
  const query = c.req.query('q') ?? ''
  const page = pageQuery(c)
  const found = await findArticlesByWords(c.var.db, { query, page })
  const results = <Found language={editor.language} query={query} page={page} nowMs={nowMs} {...found} />
  if (c.req.header('hx-request') === 'true') return c.html(results)
  return c.html(<FindPage frame={adminFrame(c)} query={query} results={results} />)
}

/** Remembers the language of the admin and goes back to the page where it was chosen. */
export async function setLanguage(c: Context<AppEnv>) {
  const form = await c.req.formData()
  const language = parseEdition(formLine(form, 'language'))
  const back = formLine(form, 'back')
  if (language) await setEditorLanguage(c.var.db, c.var.editor.email, language)
  const isOurs = back === ADMIN_PREFIX || /^\/admin(?:\/[a-z0-9-]+)+$/.test(back)
  return c.redirect(isOurs ? back : adminHref.home(), 303)
}
