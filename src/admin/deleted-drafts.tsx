import type { Context } from 'hono'
import { mayDeleteDraft } from '../article/roles.ts'
import { countBelongings, deleteDraft, findDeletedDraft, listDeletedDrafts } from '../db/deleted-drafts.ts'
import { findWorkingCopy, type WorkingCopy } from '../db/working-copy.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { restore } from '../newsroom/deleted-drafts.ts'
import { adminHref } from '../routes.ts'
import { DeletedDraftsPage, DraftDeletionPage } from './deleted-drafts-page.tsx'
import { missing } from './missing.tsx'
import { adminFrame, formLine, numberParam, pageQuery } from './request.ts'

export async function askDraftDeletion(c: Context<AppEnv>) {
  const found = await findWorkingCopy(c.var.db, numberParam(c, 'id'))
  return found ? ask(c, found.copy) : missing(c)
}

/** Moves a draft to the deleted ones, unless it has changed or become public since the question was asked. */
export async function removeDraft(c: Context<AppEnv>) {
  const { db, editor, nowMs } = c.var
  const found = await findWorkingCopy(db, numberParam(c, 'id'))
  if (!found) return missing(c)
  const { copy } = found
  if (!copy.draft || !mayDeleteDraft(editor, copy)) return ask(c, copy, { isRefused: true })
  const version = Number(formLine(await c.req.formData(), 'version')) || 0
  const entry = { atMs: nowMs, actor: editor.email, action: 'draft-deleted', subject: copy.slug } as const
  if (await deleteDraft(db, { articleId: copy.id, version }, { ...entry, articleId: copy.id })) {
    return c.redirect(adminHref.done(adminHref.deletedDrafts(), 'deleted'), 303)
  }
  const again = await findWorkingCopy(db, copy.id)
  const alarm = adminMessagesFor(editor.language).deletion.moved
  return again ? ask(c, again.copy, { isRefused: true, alarm }) : missing(c)
}

interface Asked {
  /** Nothing was deleted although it was asked for. */
  isRefused?: boolean
  alarm?: string
}

async function ask(c: Context<AppEnv>, copy: WorkingCopy, { isRefused, alarm }: Asked = {}) {
  const { db, editor, nowMs } = c.var
  const belongings = await countBelongings(db, copy.id, nowMs)
  const status = copy.draft && !mayDeleteDraft(editor, copy) ? 403 : isRefused ? 409 : 200
  return c.html(<DraftDeletionPage {...{ frame: adminFrame(c), copy, belongings, alarm }} />, status)
}

export async function deletedDrafts(c: Context<AppEnv>) {
  const { done } = adminMessagesFor(c.var.editor.language).deletion
  return show(c, { done: c.req.query('done') === 'deleted' ? done : undefined })
}

/** Takes a draft back with everything that it had. */
export async function recoverDraft(c: Context<AppEnv>) {
  const { db, editor, nowMs } = c.var
  const draft = await findDeletedDraft(db, numberParam(c, 'id'))
  if (!draft) return missing(c)
  const { gone, notYours } = adminMessagesFor(editor.language).deletion
  if (!mayDeleteDraft(editor, draft)) return show(c, { alarm: notYours(draft.startedBy), status: 403 })
  const slug = await restore(db, draft, { by: editor.email, nowMs })
  if (slug === null) return show(c, { alarm: gone, status: 409 })
  const what = slug === draft.slug ? 'draft-restored' : 'draft-moved'
  return c.redirect(adminHref.done(adminHref.article(draft.id), what), 303)
}

interface Shown {
  done?: string | undefined
  alarm?: string
  status?: 200 | 403 | 409
}

async function show(c: Context<AppEnv>, { done, alarm, status = 200 }: Shown) {
  const page = pageQuery(c)
  const found = await listDeletedDrafts(c.var.db, { page })
  const frame = adminFrame(c, adminHref.deletedDrafts())
  return c.html(<DeletedDraftsPage {...{ frame, page, done, alarm, ...found }} />, status)
}
