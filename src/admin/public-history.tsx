import type { Context } from 'hono'
import { hongKongMs } from '../article/invitation.ts'
import { type PublicState, publicStates, textName } from '../article/public-history.ts'
import { listKnownHashes } from '../db/media.ts'
import { findShownText, listHistoryRows } from '../db/public-history.ts'
import { findWorkingCopy } from '../db/working-copy.ts'
import { EDITIONS } from '../edition/editions.ts'
import { historyMessagesFor } from '../edition/messages/admin-history.ts'
import type { AppEnv } from '../env.ts'
import { mediaHashesOf, withMedia, withoutGone } from '../newsroom/frozen-photos.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { type Shown, ShownDocument } from '../ui/shown-document.tsx'
import { headingOf } from './article.tsx'
import { missing } from './missing.tsx'
import { HistoryPage, type HistoryQuestion, stateLine } from './public-history-page.tsx'
import { adminFrame, numberParam } from './request.ts'
import { ShownComparisonPage } from './shown-comparison-page.tsx'

const NOTHING_ASKED: HistoryQuestion = { at: '', atMs: null, from: '', to: '' }

/** Everything that the public met, and on demand what it met at one moment. */
export async function publicHistory(c: Context<AppEnv>) {
  const at = c.req.query('at')
  if (at === undefined) return show(c, NOTHING_ASKED, [])
  const { nowMs, editor } = c.var
  const { atMissing, atFuture } = historyMessagesFor(editor.language)
  const typed = at.trim().slice(0, 40)
  const atMs = hongKongMs(typed)
  const message = atMs === null ? atMissing : atMs > nowMs ? atFuture : null
  const errors = message === null ? [] : [{ field: 'at', message }]
  return show(c, { ...NOTHING_ASKED, at: typed, atMs: message === null ? atMs : null }, errors)
}

/** Two texts that the public met, part by part. */
export async function compareShown(c: Context<AppEnv>) {
  const { db, editor } = c.var
  const articleId = numberParam(c, 'id')
  const { stateMissing, editionsDiffer } = historyMessagesFor(editor.language)
  const { states } = await historyOf(c)
  const asked = { from: c.req.query('from') ?? '', to: c.req.query('to') ?? '' }
  const [from, to] = [asked.from, asked.to].map((name) => states.find((state) => textName(state) === name))
  const missingFields = (['from', 'to'] as const).filter((field) => !(field === 'from' ? from : to))
  const errors = missingFields.map((field) => ({ field, message: stateMissing }))
  if (from && to && from.edition !== to.edition) errors.push({ field: 'to', message: editionsDiffer })
  if (!from || !to || errors.length > 0) return show(c, { ...NOTHING_ASKED, ...asked }, errors)
  const [before, after] = await Promise.all([from, to].map(({ row }) => findShownText(db, { articleId, row })))
  if (!before || !after) return missing(c)
  const frame = adminFrame(c, adminHref.history(articleId))
  const page = { frame, articleId, from, to, before: before.article, after: after.article, nowMs: c.var.nowMs }
  return c.html(<ShownComparisonPage {...page} />)
}

/** One state, as readers saw it. */
export async function shownThen(c: Context<AppEnv>) {
  const { language } = c.var.editor
  const atMs = numberParam(c, 'at')
  const { states } = await historyOf(c)
  const state = states.find(
    ({ edition, fromMs, untilMs }) =>
      edition === c.req.param('edition') && fromMs <= atMs && (untilMs === null || atMs < untilMs),
  )
  const found = state && (await shownOf(c, state))
  if (!found) return missing(c)
  const { edition } = state
  const banner = historyMessagesFor(language).banner(EDITIONS[edition].name, stateLine(state, language, c.var.nowMs))
  const back = adminHref.history(numberParam(c, 'id'))
  return c.html(<ShownDocument {...{ edition, language, banner, back }} {...found} />)
}

async function shownOf(
  c: Context<AppEnv>,
  { shown, row }: PublicState,
): Promise<{ shown: Shown; note?: string } | null> {
  if (shown === 'notice') return { shown: { kind: 'notice', untilMs: row.publishedAtMs } }
  const text = await findShownText(c.var.db, { articleId: numberParam(c, 'id'), row })
  if (!text) return null
  const { withdrawalReason: reason, article } = text
  if (shown === 'withdrawn') return { shown: { kind: 'withdrawn', atMs: row.withdrawnAtMs ?? 0, reason } }
  const { language } = c.var.editor
  const { photoGone: label, leadGone } = historyMessagesFor(language)
  const kept = await listKnownHashes(c.var.db, mediaHashesOf(article))
  const still = withoutGone(article, { kept, label, lang: EDITIONS[language].lang })
  const isLeadGone = article.details.leadPhoto && !still.details.leadPhoto
  return {
    shown: { kind: 'text', article: withMedia(still, adminHref.media) },
    ...(isLeadGone ? { note: leadGone } : {}),
  }
}

async function historyOf(c: Context<AppEnv>) {
  const { rows, complete } = await listHistoryRows(c.var.db, numberParam(c, 'id'))
  return { states: publicStates(rows, c.var.nowMs), complete }
}

async function show(c: Context<AppEnv>, question: HistoryQuestion, errors: readonly FieldError[]) {
  const { db, nowMs, editor } = c.var
  const articleId = numberParam(c, 'id')
  const [found, history] = await Promise.all([findWorkingCopy(db, articleId), historyOf(c)])
  if (!found) return missing(c)
  const heading = headingOf(found.copy.content, editor.language)
  const page = { frame: adminFrame(c, adminHref.history(articleId)), articleId, heading, question, errors, nowMs }
  return c.html(<HistoryPage {...page} {...history} />, errors.length > 0 ? 422 : 200)
}
