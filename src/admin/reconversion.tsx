/** Published editions that today's conversion would make otherwise, and the acts that accept it for them. */
import type { Context } from 'hono'
import { includesRole } from '../article/roles.ts'
import { findEntry } from '../db/glossary.ts'
import { CHINESE_EDITIONS } from '../edition/editions.ts'
import { glossaryMessagesFor } from '../edition/messages/admin-glossary.ts'
import type { AppEnv } from '../env.ts'
import { type AffectedRecords, listAffectedRecords, NOTHING_AFFECTED } from '../newsroom/affected-records.ts'
import { type ComparedPage, listOutdatedConversions } from '../newsroom/reconversion.ts'
import { type AcceptedResult, reconvert } from '../newsroom/reconvert.ts'
import { siteConversion } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { placeFrom } from './derived-place.ts'
import { showEntry } from './glossary-answers.tsx'
import { missing } from './missing.tsx'
import { ComparedEditions, OtherWords } from './reconversion-list.tsx'
import { actorOf } from './records.tsx'
import { adminFrame, formLine, numberParam } from './request.ts'

type AdminContext = Context<AppEnv>

/** One page of the editions that would have other words now. */
export async function outdated(c: AdminContext) {
  return showOutdated(c, { done: updatedOf(c) })
}

/** Updates what an editor accepted on that page. */
export async function updateOutdated(c: AdminContext) {
  const { updated, ...refusal } = await accept(c)
  if (refusal.alarm) return showOutdated(c, refusal)
  const { before = '' } = c.req.query()
  return c.redirect(adminHref.outdated({ before, done: String(updated) }), 303)
}

/** Updates what an editor accepted on the page of an entry. */
export async function updateFromEntry(c: AdminContext) {
  const row = await findEntry(c.var.db, numberParam(c, 'entry'))
  if (!row) return missing(c)
  const { updated, ...refusal } = await accept(c)
  if (refusal.alarm) return showEntry(c, row, refusal)
  const { before = '' } = c.req.query()
  return c.redirect(adminHref.glossaryEntry(row.id, { before, done: String(updated) }), 303)
}

interface Accepted {
  updated: number
  alarm?: string
  status?: 409 | 422
}

/** Does what the pressed button says; `alarm` tells what was not done. */
async function accept(c: AdminContext): Promise<Accepted> {
  const accepted = acceptedOf(formLine(await c.req.formData(), 'accept'))
  const messages = glossaryMessagesFor(c.var.editor.language)
  if (accepted.length === 0) return { updated: 0, alarm: messages.noneChosen, status: 422 }
  const site = await siteConversion(c.var.db)
  const { updated, refused } = await reconvert(c.var.db, { site, accepted, actor: actorOf(c) })
  if (refused === 0) return { updated }
  const done = updated > 0 ? `${messages.updated(updated)} ` : ''
  return { updated, alarm: done + messages.refused(refused), status: 409 }
}

const ACCEPTED = /^(\d{1,15})\.(zh-han[st])\.([0-9a-f]{16})$/

/** Results as the buttons of the lists name them; anything else is passed over. */
function acceptedOf(value: string): readonly AcceptedResult[] {
  return value.split(' ').flatMap((one) => {
    const [, id, key, result = ''] = ACCEPTED.exec(one) ?? []
    const edition = CHINESE_EDITIONS.find((known) => known === key)
    return edition ? [{ articleId: Number(id), edition, result }] : []
  })
}

/** What the address says has been updated. */
function updatedOf(c: AdminContext): string | undefined {
  const count = Number(c.req.query('done'))
  return count > 0 ? glossaryMessagesFor(c.var.editor.language).updated(count) : undefined
}

async function showOutdated(
  c: AdminContext,
  { alarm, done, status = 200 }: { alarm?: string; done?: string | undefined; status?: 200 | 409 | 422 },
) {
  const { db, editor, nowMs } = c.var
  const { before = '' } = c.req.query()
  const place = placeFrom(before)
  const site = await siteConversion(db)
  const [page, others] = await Promise.all([
    listOutdatedConversions(db, site, place),
    place ? NOTHING_AFFECTED : listAffectedRecords(db, site, null),
  ])
  const action = includesRole(editor.role, 'editor') ? adminHref.outdated({ before }) : undefined
  const props = { frame: adminFrame(c, adminHref.outdated()), page, others, action, nowMs, alarm, done }
  return c.html(<OutdatedPageView {...props} />, status)
}

interface OutdatedProps {
  frame: AdminFrame
  page: ComparedPage
  others: AffectedRecords
  action: string | undefined
  nowMs: number
  alarm: string | undefined
  done: string | undefined
}

function OutdatedPageView({ frame, page, others, alarm, done, ...list }: OutdatedProps) {
  const { language } = frame.editor
  const messages = glossaryMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.outdated} {...{ alarm, done }}>
      <p>{messages.outdatedIntro}</p>
      <div id="impact">
        <ComparedEditions {...list} {...{ page, language }} older={adminHref.outdated()} />
      </div>
      <OtherWords frame={frame} others={others} />
    </AdminDocument>
  )
}
