import type { Context } from 'hono'
import type { Photo } from '../article/photo.ts'
import { PHOTO_BYTES_MAX, type UploadProblemKey } from '../article/photo-file.ts'
import { listPhotoUses } from '../db/photo-uses.ts'
import { findPhoto, listPhotos } from '../db/photos.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import type { AppEnv } from '../env.ts'
import { photoResponse } from '../http/photo-response.ts'
import { addPhoto, changePhoto, finishPhoto, removePhoto } from '../newsroom/photos.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { missing } from './missing.tsx'
import { PhotoConflictPage } from './photo-conflict-page.tsx'
import { PhotoChoice } from './photo-dialog.tsx'
import { changeOf, NOTHING_TYPED, photoErrors, readPhotoForm, type TypedPhoto, typedOf } from './photo-form.ts'
import { PhotoDeletionPage, PhotoPage } from './photo-page.tsx'
import { NewPhotoPage, PhotosPage } from './photos-page.tsx'
import { adminFrame, formLine, numberParam, pageQuery } from './request.ts'

/** The library, or what of it has the words that were looked for. */
export async function photos(c: Context<AppEnv>) {
  const query = c.req.query('q')?.trim() ?? ''
  const page = pageQuery(c)
  const found = await listPhotos(c.var.db, { query, page })
  const done = c.req.query('done') === 'deleted' ? photoMessagesFor(c.var.editor.language).deleted : undefined
  return c.html(<PhotosPage {...{ frame: adminFrame(c), found, query, page, done }} />)
}

/** The same list alone, for the dialog of the article form: a fragment for htmx. */
export async function photoChoice(c: Context<AppEnv>) {
  const query = c.req.query('q')?.trim() ?? ''
  const page = pageQuery(c)
  const found = await listPhotos(c.var.db, { query, page })
  return c.html(<PhotoChoice {...{ found, query, page, language: c.var.editor.language }} />)
}

export function newPhoto(c: Context<AppEnv>) {
  return c.html(<NewPhotoPage frame={adminFrame(c)} typed={NOTHING_TYPED} />)
}

/** Takes a photo in. What was typed comes back with whatever is wrong; a browser never gives a file back. */
export async function uploadPhoto(c: Context<AppEnv>) {
  const typed = readPhotoForm(await c.req.formData())
  const answer = await takeIn(c, typed)
  if (answer.ok) {
    return c.redirect(adminHref.done(adminHref.photo(answer.id), answer.isNew ? 'added' : 'known'), 303)
  }
  const { errors } = answer
  return c.html(<NewPhotoPage frame={adminFrame(c, adminHref.newPhoto())} typed={typed} errors={errors} />, 422)
}

export async function uploadAsTyped(c: Context<AppEnv>) {
  const typed = readPhotoForm(await c.req.formData())
  return c.html(<NewPhotoPage frame={adminFrame(c, adminHref.newPhoto())} typed={typed} />)
}

type Taken = { ok: true; id: number; isNew: boolean } | { ok: false; errors: readonly FieldError[] }

/** Takes the file of a form in, with what was typed about it, and has the rest of its copies made afterwards. */
export async function takeIn(c: Context<AppEnv>, typed: TypedPhoto): Promise<Taken> {
  const { db, editor, nowMs } = c.var
  const errors = photoErrors(typed, editor.language)
  if (errors.length > 0) return { ok: false, errors }
  const refused = (problem: UploadProblemKey): Taken => {
    const message = photoMessagesFor(editor.language).problems[problem]
    return { ok: false, errors: [{ field: 'file', message }] }
  }
  const file = (await c.req.formData()).get('file')
  if (!(file instanceof File) || file.size === 0) return refused('empty')
  if (file.size > PHOTO_BYTES_MAX) return refused('too-many-bytes')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const answer = await addPhoto(db, c.env, { bytes, change: changeOf(typed), uploadedBy: editor.email, nowMs })
  if (!answer.ok) return refused(answer.problem)
  c.executionCtx.waitUntil(finishPhoto(db, c.env, answer))
  return answer
}

export async function photo(c: Context<AppEnv>) {
  const found = await findPhoto(c.var.db, { id: numberParam(c, 'id') })
  const article = articleNumber(c.req.query('article'))
  return found ? onePage(c, found, { typed: typedOf(found), article }) : missing(c)
}

export async function photoByKey(c: Context<AppEnv>) {
  const found = await findPhoto(c.var.db, { key: c.req.param('key') ?? '' })
  return found ? c.redirect(adminHref.photo(found.id), 303) : missing(c)
}

/** How long an editor waits for the crop of a new focal point before it is made behind the answer. */
const CROP_WAIT_MS = 1000

/** Stores what was changed; of two editors at once the second is shown both, and loses nothing. */
export async function savePhoto(c: Context<AppEnv>) {
  const { db, editor, nowMs } = c.var
  const found = await findPhoto(db, { id: numberParam(c, 'id') })
  if (!found) return missing(c)
  const { id } = found
  const form = await c.req.formData()
  const typed = readPhotoForm(form)
  const article = articleNumber(formLine(form, 'article'))
  const errors = photoErrors(typed, editor.language)
  if (errors.length > 0) return onePage(c, found, { typed, article, errors, status: 422 })
  const version = Number(form.get('version'))
  if (!(await changePhoto(db, found, { version, change: changeOf(typed), by: editor.email, nowMs }))) {
    const newest = await findPhoto(db, { id })
    if (!newest) return missing(c)
    return conflictPage(c, newest, typed)
  }
  // What fails is still to be made, and the photo's page says so: the change itself is stored.
  const made = finishPhoto(db, c.env, { id, formats: [] }).catch(() => false)
  c.executionCtx.waitUntil(made)
  await Promise.race([made, new Promise((resolve) => setTimeout(resolve, CROP_WAIT_MS))])
  const next = article === 0 ? adminHref.photo(id) : adminHref.articlePhoto(article, id)
  return c.redirect(adminHref.done(next, 'saved'), 303)
}

function conflictPage(c: Context<AppEnv>, newest: Photo, typed: TypedPhoto) {
  return c.html(<PhotoConflictPage frame={adminFrame(c)} newest={newest} typed={typed} />, 409)
}

export async function photoAsTyped(c: Context<AppEnv>) {
  const found = await findPhoto(c.var.db, { id: numberParam(c, 'id') })
  if (!found) return missing(c)
  const form = await c.req.formData()
  const typed = readPhotoForm(form)
  if (formLine(form, 'met') !== '') return conflictPage(c, found, typed)
  const version = Number(form.get('version')) || found.version
  return onePage(c, { ...found, version }, { typed, article: articleNumber(formLine(form, 'article')) })
}

/** The article that an editor came from; 0 for none. */
function articleNumber(raw = ''): number {
  return /^[1-9]\d{0,9}$/.test(raw) ? Number(raw) : 0
}

interface OnePage {
  typed: TypedPhoto
  article: number
  errors?: readonly FieldError[]
  status?: 200 | 422
}

async function onePage(c: Context<AppEnv>, found: Photo, { status = 200, ...rest }: OnePage) {
  const { saved, added, known, variantsMade, variantsLeft } = photoMessagesFor(c.var.editor.language)
  const messages: Readonly<Record<string, string>> = { saved, added, known, made: variantsMade, left: variantsLeft }
  const uses = await listPhotoUses(c.var.db, found)
  const done = messages[c.req.query('done') ?? '']
  return c.html(<PhotoPage {...{ frame: adminFrame(c), photo: found, uses, done, ...rest }} />, status)
}

/** Tries again to make the copies that could not be made at the upload. */
export async function makePhotoVariants(c: Context<AppEnv>) {
  const id = numberParam(c, 'id')
  const complete = await finishPhoto(c.var.db, c.env, { id })
  return c.redirect(adminHref.done(adminHref.photo(id), complete ? 'made' : 'left'), 303)
}

export async function photoDeletion(c: Context<AppEnv>) {
  const found = await findPhoto(c.var.db, { id: numberParam(c, 'id') })
  if (!found) return missing(c)
  const uses = await listPhotoUses(c.var.db, found)
  const frame = adminFrame(c, adminHref.photo(found.id))
  return c.html(<PhotoDeletionPage {...{ frame, photo: found, uses }} />, uses.length > 0 ? 409 : 200)
}

/** Deletes a photo for good; refused while an article shows it. */
export async function deletePhotoForGood(c: Context<AppEnv>) {
  const { db, editor, nowMs } = c.var
  const found = await findPhoto(db, { id: numberParam(c, 'id') })
  if (!found) return missing(c)
  const entry = { atMs: nowMs, actor: editor.email, action: 'photo-deleted', subject: found.key } as const
  if (await removePhoto(db, c.env, found, entry)) return c.redirect(adminHref.done(adminHref.photos(), 'deleted'), 303)
  return photoDeletion(c)
}

/** A photo's file for signed-in editors, whether the public may see it or not; kept by nobody. */
export async function adminMedia(c: Context<AppEnv>) {
  const { hash = '', file = '' } = c.req.param()
  const found = await photoResponse(c, { hash, file, visibility: 'editors' })
  if (!found) return missing(c)
  return found.response
}
