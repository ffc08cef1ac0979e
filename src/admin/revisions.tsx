import type { Context } from 'hono'
import { findRevision, findRevisions, listRevisions } from '../db/drafts.ts'
import { findWorkingCopy, listChoices } from '../db/working-copy.ts'
import { parseEdition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { save } from '../newsroom/save.ts'
import { siteDerivation } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import { headingOf, showConflict } from './article.tsx'
import { missing } from './missing.tsx'
import { adminFrame, formLine, numberParam, pageQuery } from './request.ts'
import { type Compared, ComparisonPage, RevisionPage, RevisionsPage } from './revisions-page.tsx'

export async function revisions(c: Context<AppEnv>) {
  return showRevisions(c, pageQuery(c))
}

interface Shown {
  asked?: Compared
  alarm?: string
  status?: 404 | 422
}

async function showRevisions(c: Context<AppEnv>, page: number, { status, ...rest }: Shown = {}) {
  const articleId = numberParam(c, 'id')
  const [found, list] = await Promise.all([
    findWorkingCopy(c.var.db, articleId),
    listRevisions(c.var.db, { articleId, page }),
  ])
  if (!found) return missing(c)
  const heading = headingOf(found.copy.content, c.var.editor.language)
  const frame = adminFrame(c, adminHref.revisions(articleId))
  return c.html(<RevisionsPage {...{ frame, articleId, heading, page, ...list, ...rest }} />, status ?? 200)
}

export async function revision(c: Context<AppEnv>) {
  const articleId = numberParam(c, 'id')
  const [found, shown] = await Promise.all([
    findWorkingCopy(c.var.db, articleId),
    findRevision(c.var.db, articleId, numberParam(c, 'number')),
  ])
  if (!found) return missing(c)
  const { missing: alarm } = adminMessagesFor(c.var.editor.language).revisions
  if (!shown) return showRevisions(c, 1, { status: 404, alarm })
  const { copy, choices } = found
  return c.html(<RevisionPage frame={adminFrame(c)} newest={copy.version} {...{ articleId, shown, choices }} />)
}

/** Any two revisions beside each other; the form comes back where there is no such revision. */
export async function comparison(c: Context<AppEnv>) {
  const articleId = numberParam(c, 'id')
  const typed = { from: c.req.query('from') ?? '', to: c.req.query('to') ?? '' }
  const [[from, to], choices] = await Promise.all([
    findRevisions(c.var.db, articleId, [typed.from, typed.to].map(revisionNumber)),
    listChoices(c.var.db),
  ])
  if (!from || !to) {
    const { missing: message, ...labels } = adminMessagesFor(c.var.editor.language).revisions
    const fields = [...(from ? [] : (['from'] as const)), ...(to ? [] : (['to'] as const))]
    const errors = fields.map((field) => ({ field, message, where: labels[field] }))
    return showRevisions(c, 1, { status: 422, asked: { ...typed, errors } })
  }
  const frame = adminFrame(c, adminHref.revisions(articleId))
  const asked = parseEdition(c.req.query('edition'))
  return c.html(<ComparisonPage {...{ frame, articleId, from, to, choices, asked }} />)
}

/** 0 is no revision. */
function revisionNumber(typed: string): number {
  return /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : 0
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
  return showConflict(c, { articleId, mine: content, newest: answer.newest })
}
