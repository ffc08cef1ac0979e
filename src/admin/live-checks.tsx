import type { Context } from 'hono'
import { photoKeysIn } from '../article/photo.ts'
import { listPhotosByKey } from '../db/photos.ts'
import { findWorkingCopy } from '../db/working-copy.ts'
import type { AppEnv } from '../env.ts'
import { checklist } from '../newsroom/checklist.ts'
import { renderedEditions } from '../newsroom/preview.ts'
import { siteDerivation } from '../newsroom/site-derivation.ts'
import { readArticleForm } from './article-form.ts'
import { Findings } from './checklist-parts.tsx'
import { missing } from './missing.tsx'
import { numberParam } from './request.ts'

/** The content checks of what is in the form, saved or not: a fragment for the page of the form. */
export async function checkTyped(c: Context<AppEnv>) {
  const { content } = readArticleForm(await c.req.formData())
  const { db, editor } = c.var
  const [found, derivation, photos] = await Promise.all([
    findWorkingCopy(db, numberParam(c, 'id')),
    siteDerivation(db, content),
    listPhotosByKey(db, photoKeysIn(content)),
  ])
  if (!found) return missing(c)
  const checked = renderedEditions({ content, derivation, photos }).map((rendered) => rendered.checked)
  const rows = checklist({ copy: { ...found.copy, content }, derivation, checked, slugTaken: false })
  return c.html(<Findings rows={rows} language={editor.language} />)
}
