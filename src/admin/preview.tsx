import type { Context } from 'hono'
import type { ArticleContent } from '../article/content.ts'
import { photoKeysIn } from '../article/photo.ts'
import { listPhotosByKey } from '../db/photos.ts'
import { type Choices, findWorkingCopy, listChoices } from '../db/working-copy.ts'
import { type Edition, parseEdition } from '../edition/editions.ts'
import type { AppEnv } from '../env.ts'
import { allowOwnFrames } from '../http/access.tsx'
import { previewOf } from '../newsroom/preview.ts'
import { siteDerivation } from '../newsroom/site-derivation.ts'
import { PreviewDocument } from '../ui/preview-document.tsx'
import { readArticleForm } from './article-form.ts'
import { missing } from './missing.tsx'
import { formLine, numberParam } from './request.ts'

/** The saved working copy as readers of one edition will see it. */
export async function previewSaved(c: Context<AppEnv>) {
  const found = await findWorkingCopy(c.var.db, numberParam(c, 'id'))
  if (!found) return missing(c)
  const { content } = found.copy
  return answer(c, {
    content,
    choices: found.choices,
    edition: parseEdition(c.req.query('edition')) ?? content.sourceEdition,
  })
}

/** What is in the form, saved or not. */
export async function previewTyped(c: Context<AppEnv>) {
  const form = await c.req.formData()
  const { content } = readArticleForm(form)
  const choices = await listChoices(c.var.db)
  return answer(c, {
    content,
    choices,
    edition: parseEdition(formLine(form, 'previewEdition')) ?? content.sourceEdition,
  })
}

async function answer(c: Context<AppEnv>, options: { content: ArticleContent; choices: Choices; edition: Edition }) {
  allowOwnFrames(c)
  const { content } = options
  const [derivation, photos] = await Promise.all([
    siteDerivation(c.var.db, content),
    listPhotosByKey(c.var.db, photoKeysIn(content)),
  ])
  const { nowMs, editor } = c.var
  return c.html(
    <PreviewDocument
      preview={previewOf({ ...options, derivation, photos, nowMs })}
      edition={options.edition}
      language={editor.language}
    />,
  )
}
