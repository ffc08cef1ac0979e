import type { Context } from 'hono'
import { findRevision, listRevisions } from '../db/drafts.ts'
import { findWorkingCopy } from '../db/working-copy.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { save } from '../newsroom/save.ts'
import { siteDerivation } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import { ConflictPage } from './conflict-page.tsx'
import { missing } from './missing.tsx'
import { adminFrame, formLine, numberParam, pageQuery } from './request.ts'
import { ComparisonPage, RevisionPage, RevisionsPage } from './revisions-page.tsx'

export async function revisions(c: Context<AppEnv>) {
  const articleId = numberParam(c, 'id')
  const page = pageQuery(c)
  const list = await listRevisions(c.var.db, { articleId, page })
  if (list.items.length === 0 && page === 1) return missing(c)
  return c.html(<RevisionsPage frame={adminFrame(c)} articleId={articleId} page={page} {...list} />)
}

export async function revision(c: Context<AppEnv>) {
  const articleId = numberParam(c, 'id')
  const [found, shown] = await Promise.all([
    findWorkingCopy(c.var.db, articleId),
    findRevision(c.var.db, articleId, numberParam(c, 'number')),
  ])
  if (!found || !shown) return missing(c)
  return c.html(<RevisionPage frame={adminFrame(c)} articleId={articleId} shown={shown} newest={found.copy.version} />)
}

/** Any two revisions beside each other. */
export async function comparison(c: Context<AppEnv>) {
  const articleId = numberParam(c, 'id')
  const [from, to] = await Promise.all(
    ['from', 'to'].map((name) => findRevision(c.var.db, articleId, Number(c.req.query(name)) || 0)),
  )
  if (!from || !to) return missing(c)
  return c.html(
    <ComparisonPage frame={adminFrame(c, adminHref.revisions(articleId))} articleId={articleId} from={from} to={to} />,
  )
}

/** An old revision becomes the newest one; nothing is taken away. */
export async function restoration(c: Context<AppEnv>) {
  const articleId = numberParam(c, 'id')
  const number = numberParam(c, 'number')
  const { db, editor, nowMs } = c.var
  const old = await findRevision(db, articleId, number)
  if (!old) return missing(c)
  const baseVersion = Number(formLine(await c.req.formData(), 'version'))
  const { content } = old
  const answer = await save(db, {
    ...{ articleId, baseVersion, content, savedBy: editor.email, nowMs, action: 'article-restored' },
    note: adminMessagesFor(editor.language).revisions.restoredNote(number),
    derivation: await siteDerivation(db, content),
  })
  if (answer.ok) return c.redirect(`${adminHref.done(adminHref.article(articleId), 'restored')}&number=${number}`, 303)
  if (answer.reason !== 'conflict') return missing(c)
  return c.html(<ConflictPage frame={adminFrame(c)} articleId={articleId} mine={content} newest={answer.newest} />, 409)
}
