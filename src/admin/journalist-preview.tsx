import type { Context } from 'hono'
import { findFrozenArticle } from '../db/frozen-article.ts'
import { isPhotoOfArticle } from '../db/photo-uses.ts'
import { findPreviewLink, insertPreviewUse } from '../db/preview-links.ts'
import { DEFAULT_EDITION, parseEdition } from '../edition/editions.ts'
import type { AppEnv } from '../env.ts'
import { CONCEALED } from '../http/concealed.ts'
import { photoResponse } from '../http/photo-response.ts'
import { withMedia } from '../newsroom/frozen-photos.ts'
import { hashPreviewToken } from '../newsroom/preview-token.ts'
import { adminHref } from '../routes.ts'
import { JournalistPage, NoPreviewPage } from '../ui/journalist-page.tsx'

/** The link itself leads to an edition, so that the switch between them is made of plain links. */
export async function openPreview(c: Context<AppEnv>) {
  conceal(c)
  const link = await linkOf(c)
  if (!link) return c.html(<NoPreviewPage />, 404)
  const { editions } = await findFrozenArticle(c.var.db, { articleId: link.articleId, edition: DEFAULT_EDITION })
  return c.redirect(adminHref.journalistPreview(c.req.param('token') ?? '', editions[0] ?? DEFAULT_EDITION), 302)
}

/** An article before its time, for one reader. Every look is noted. */
export async function readPreview(c: Context<AppEnv>) {
  conceal(c)
  const { db, nowMs } = c.var
  const link = await linkOf(c)
  if (!link) return c.html(<NoPreviewPage />, 404)
  const edition = parseEdition(c.req.param('edition')) ?? DEFAULT_EDITION
  const { frozen, editions } = await findFrozenArticle(db, { articleId: link.articleId, edition })
  await insertPreviewUse(db, { linkId: link.id, edition, usedAtMs: nowMs })
  if (!frozen) return c.html(<NoPreviewPage />, 404)
  const token = c.req.param('token') ?? ''
  // It was frozen with the public addresses of its photos, which are 404 until the article is public.
  const article = withMedia(frozen.article, (hash, file) => adminHref.journalistPhoto(token, hash, file))
  return c.html(<JournalistPage {...{ article, editions, token, nowMs }} />)
}

/** A photo of such an article, under the token's own address. */
export async function readPreviewPhoto(c: Context<AppEnv>) {
  conceal(c)
  const { hash = '', file = '' } = c.req.param()
  const link = await linkOf(c)
  const isShown = link !== null && (await isPhotoOfArticle(c.var.db, { articleId: link.articleId, hash }))
  const found = isShown ? await photoResponse(c, { hash, file, visibility: 'editors' }) : null
  return found ? found.response : c.body(null, 404)
}

function conceal(c: Context<AppEnv>): void {
  for (const [name, value] of Object.entries(CONCEALED)) c.header(name, value)
}

async function linkOf(c: Context<AppEnv>) {
  const tokenHash = await hashPreviewToken(c.req.param('token') ?? '')
  return findPreviewLink(c.var.db, { tokenHash, nowMs: c.var.nowMs })
}
