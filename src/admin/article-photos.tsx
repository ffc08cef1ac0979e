import type { Context } from 'hono'
import { findPhoto, listPhotos } from '../db/photos.ts'
import { findWorkingCopy, type WorkingCopy } from '../db/working-copy.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import type { AppEnv } from '../env.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { storeContent } from './article.tsx'
import { contentProblems } from './article-form.ts'
import { ArticlePhotosPage } from './article-photos-page.tsx'
import { missing } from './missing.tsx'
import { NOTHING_TYPED, readPhotoForm, type TypedPhoto } from './photo-form.ts'
import { placesIn, withPhoto } from './photo-place.ts'
import { PhotoPlacePage } from './photo-place-page.tsx'
import { takeIn } from './photos.tsx'
import { adminFrame, formLine, numberParam, pageQuery } from './request.ts'

/** The library, for choosing a photo for one article. */
export async function articlePhotos(c: Context<AppEnv>) {
  return choicePage(c, { typed: NOTHING_TYPED })
}

/** Takes a photo in and asks where in the article it goes. */
export async function uploadArticlePhoto(c: Context<AppEnv>) {
  const id = numberParam(c, 'id')
  const typed = readPhotoForm(await c.req.formData())
  const answer = await takeIn(c, typed)
  if (!answer.ok) return choicePage(c, { typed, errors: answer.errors })
  return c.redirect(adminHref.done(adminHref.articlePhoto(id, answer.id), answer.isNew ? 'added' : 'known'), 303)
}

export async function uploadArticlePhotoAsTyped(c: Context<AppEnv>) {
  return choicePage(c, { typed: readPhotoForm(await c.req.formData()) })
}

async function choicePage(c: Context<AppEnv>, options: { typed: TypedPhoto; errors?: readonly FieldError[] }) {
  const { db } = c.var
  const articleId = numberParam(c, 'id')
  const query = c.req.query('q')?.trim() ?? ''
  const page = pageQuery(c)
  const [article, found] = await Promise.all([findWorkingCopy(db, articleId), listPhotos(db, { query, page })])
  if (!article) return missing(c)
  const { content, version } = article.copy
  const props = { frame: adminFrame(c), articleId, content, version, found, query, page, ...options }
  return c.html(<ArticlePhotosPage {...props} />, options.errors ? 422 : 200)
}

/** One photo, and where in the article it can go. */
export async function articlePhoto(c: Context<AppEnv>) {
  const found = await findBoth(c)
  if (!found) return missing(c)
  const { added, known, saved } = photoMessagesFor(c.var.editor.language)
  const messages: Readonly<Record<string, string>> = { added, known, saved }
  return placePage(c, found, { done: messages[c.req.query('done') ?? ''] })
}

/** Puts a photo at the head of the article or into its text, as a new revision. */
export async function placePhoto(c: Context<AppEnv>) {
  const found = await findBoth(c)
  if (!found) return missing(c)
  const { copy, photo } = found
  const form = await c.req.formData()
  const messages = photoMessagesFor(c.var.editor.language).place
  const chosen = (field: string) => formLine(form, field)
  if (Number(chosen('version')) !== copy.version) return placePage(c, found, { alarm: messages.moved, status: 409 })
  const asLead = chosen('as') === 'lead'
  const placing = asLead
    ? ({ ok: true, content: { ...copy.content, leadPhoto: photo.key }, side: 'lead' } as const)
    : withPhoto(copy.content, photo.key, chosen)
  if (!placing.ok) {
    const errors = placing.errors.map(({ field, rule }) => ({ field, message: messages[rule] }))
    return placePage(c, found, { errors, chosen, status: 422 })
  }
  const { content, side } = placing
  return storeContent(c, {
    content,
    problems: contentProblems(content),
    baseVersion: copy.version,
    leadsTo: adminHref.articlePlaced(copy.id, `photo-${side}`),
  })
}

interface Both {
  copy: WorkingCopy
  photo: NonNullable<Awaited<ReturnType<typeof findPhoto>>>
}

async function findBoth(c: Context<AppEnv>): Promise<Both | null> {
  const [article, photo] = await Promise.all([
    findWorkingCopy(c.var.db, numberParam(c, 'id')),
    findPhoto(c.var.db, { id: numberParam(c, 'photo') }),
  ])
  return article && photo && { copy: article.copy, photo }
}

export async function placeAsTyped(c: Context<AppEnv>) {
  const found = await findBoth(c)
  if (!found) return missing(c)
  const form = await c.req.formData()
  return placePage(c, found, { chosen: (field) => formLine(form, field) })
}

interface PlacePage {
  chosen?: (field: string) => string
  errors?: readonly FieldError[]
  done?: string | undefined
  alarm?: string
  status?: 200 | 409 | 422
}

function placePage(c: Context<AppEnv>, { copy, photo }: Both, { status = 200, ...rest }: PlacePage) {
  const { id: articleId, version, content } = copy
  const isLead = content.leadPhoto === photo.key
  const props = { frame: adminFrame(c), articleId, version, photo, isLead, places: placesIn(content) }
  return c.html(<PhotoPlacePage {...props} {...rest} />, status)
}
