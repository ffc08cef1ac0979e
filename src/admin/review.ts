import type { Context } from 'hono'
import { setReview } from '../db/drafts.ts'
import { findWorkingCopy } from '../db/working-copy.ts'
import type { AppEnv } from '../env.ts'
import { adminHref } from '../routes.ts'
import { missing } from './missing.tsx'
import { formLine, numberParam } from './request.ts'

/** Puts an article before the editors for review, or takes it back. */
export async function setReviewRequest(c: Context<AppEnv>) {
  const { db, editor, nowMs } = c.var
  const found = await findWorkingCopy(db, numberParam(c, 'id'))
  if (!found) return missing(c)
  const { id, slug } = found.copy
  const isAsked = formLine(await c.req.formData(), 'asked') === 'yes'
  const action = isAsked ? ('review-requested' as const) : ('review-ended' as const)
  const entry = { atMs: nowMs, actor: editor.email, action, subject: slug, articleId: id }
  await setReview(db, id, isAsked ? editor.email : null, entry)
  return c.redirect(adminHref.done(adminHref.publication(id), isAsked ? 'review-asked' : 'review-ended'), 303)
}
