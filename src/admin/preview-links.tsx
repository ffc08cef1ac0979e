import type { Context } from 'hono'
import { insertPreviewLink, listPreviewLinks, revokePreviewLink } from '../db/preview-links.ts'
import { findWorkingCopy } from '../db/working-copy.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { hashPreviewToken, newPreviewToken } from '../newsroom/preview-token.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { headingOf } from './article.tsx'
import { LINE_CHARS_MAX } from './article-form.ts'
import { missing } from './missing.tsx'
import { PreviewLinksPage } from './preview-links-page.tsx'
import { adminFrame, formLine, numberParam } from './request.ts'

/** How long a link may work, in hours. Embargoes are days at most. */
export const PREVIEW_HOURS = [24, 48, 72, 168] as const

const HOUR_MS = 3_600_000

export const previewLinks = (c: Context<AppEnv>) => show(c, { errors: [], status: 200 })

/** Makes a link and shows it, once. */
export async function makePreviewLink(c: Context<AppEnv>) {
  const { db, nowMs, editor, origin } = c.var
  const { links } = adminMessagesFor(editor.language)
  const found = await findWorkingCopy(db, numberParam(c, 'id'))
  if (!found) return missing(c)
  const form = await c.req.formData()
  const reader = formLine(form, 'reader').slice(0, LINE_CHARS_MAX)
  const hours = PREVIEW_HOURS.find((option) => String(option) === formLine(form, 'hours')) ?? PREVIEW_HOURS[0]
  const isReady = found.copy.editions.some(({ state }) => state === 'published')
  const message = isReady ? links.readerMissing : links.notReady
  if (!isReady || reader === '') return show(c, { errors: [{ field: 'reader', message }], status: 422 })
  const token = newPreviewToken()
  const { id, slug } = found.copy
  const entry = { atMs: nowMs, actor: editor.email, subject: slug, articleId: id, detail: { reader, hours } }
  const row = { articleId: id, tokenHash: await hashPreviewToken(token), reader, createdBy: editor.email }
  const expiresAtMs = nowMs + hours * HOUR_MS
  await insertPreviewLink(db, { ...row, expiresAtMs }, { ...entry, action: 'preview-link-made' })
  return show(c, { errors: [], status: 200, made: origin + adminHref.journalistPreview(token), done: links.created })
}

export async function previewLinkAsTyped(c: Context<AppEnv>) {
  const form = await c.req.formData()
  const typed = { reader: formLine(form, 'reader'), hours: formLine(form, 'hours') }
  const made = formLine(form, 'made')
  return show(c, { errors: [], status: 200, typed, ...(made === '' ? {} : { made }) })
}

export async function revokePreview(c: Context<AppEnv>) {
  const { db, nowMs, editor } = c.var
  const articleId = numberParam(c, 'id')
  const found = await findWorkingCopy(db, articleId)
  if (!found) return missing(c)
  const id = numberParam(c, 'link')
  const entry = { atMs: nowMs, actor: editor.email, subject: found.copy.slug, articleId, detail: { link: id } }
  await revokePreviewLink(db, { articleId, id }, { ...entry, action: 'preview-link-revoked' })
  return c.redirect(adminHref.done(adminHref.previewLinks(articleId), 'revoked'), 303)
}

interface Shown {
  errors: readonly FieldError[]
  status: 200 | 422
  made?: string
  done?: string
  typed?: { reader: string; hours: string }
}

async function show(c: Context<AppEnv>, { errors, status, made, done, typed }: Shown) {
  const { db, nowMs, editor } = c.var
  const articleId = numberParam(c, 'id')
  const found = await findWorkingCopy(db, articleId)
  if (!found) return missing(c)
  const links = await listPreviewLinks(db, articleId)
  const told =
    done ?? (c.req.query('done') === 'revoked' ? adminMessagesFor(editor.language).links.revokedDone : undefined)
  const frame = adminFrame(c, adminHref.previewLinks(articleId))
  const heading = headingOf(found.copy.content, editor.language)
  const page = { articleId, heading, links, errors, made, typed, nowMs }
  return c.html(<PreviewLinksPage frame={frame} done={told} {...page} />, status)
}
