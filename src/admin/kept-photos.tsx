import type { Context } from 'hono'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import type { AppEnv } from '../env.ts'
import type { Outage } from '../http/access.tsx'
import { adminHref } from '../routes.ts'
import { keptForm } from './kept-form.tsx'
import { readPhotoForm } from './photo-form.ts'
import { NewPhotoPage } from './photos-page.tsx'
import { numberParam } from './request.ts'

/** The database is away: an upload to the library or for an article comes back; the file has to be chosen again. */
export async function keepTypedUpload(c: Context<AppEnv>, outage: Outage) {
  const { form, editor, alarm } = await keptForm(c, outage)
  const articleId = numberParam(c, 'id')
  const action = articleId === 0 ? adminHref.photos() : adminHref.articlePhotos(articleId)
  const message = photoMessagesFor(editor.language).problems.empty
  const kept = { typed: readPhotoForm(form), errors: [{ field: 'file', message }], alarm }
  return c.html(<NewPhotoPage frame={{ editor, path: adminHref.newPhoto() }} action={action} {...kept} />, 503)
}
