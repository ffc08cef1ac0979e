import type { Context } from 'hono'
import { parseSharePictureFile, SHARE_PICTURE_TYPES, sharePictureKey } from '../article/share-picture.ts'
import { findPublicSharePicture } from '../db/share-pictures.ts'
import type { AppEnv } from '../env.ts'
import { cacheableForGood, cacheNothing } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'

/** The picture of a public edition, for places where it is shared. Like a photo: its type from our table, kept for good. */
export async function sharePicture(c: Context<AppEnv>) {
  const response = await pictureResponse(c)
  if (response) return response
  const missing = await notFound(c)
  cacheNothing(missing)
  return missing
}

async function pictureResponse(c: Context<AppEnv>): Promise<Response | null> {
  const file = c.req.param('file') ?? ''
  const named = parseSharePictureFile(file)
  const found = named && (await findPublicSharePicture(c.var.db, { ...named, visibility: c.var }))
  if (!found) return null
  const headers = new Headers({
    'content-type': SHARE_PICTURE_TYPES[found.type].mediaType,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    etag: `"${file}"`,
  })
  const answer = (body: ReadableStream | null, status = 200) => {
    const response = new Response(body, { status, headers })
    cacheableForGood(response, { tags: [`a:${found.articleId}`] })
    return response
  }
  if (c.req.header('if-none-match')?.includes(`"${file}"`)) return answer(null, 304)
  headers.set('content-length', String(found.bytes))
  if (c.req.method === 'HEAD') return answer(null)
  const object = await c.env.MEDIA.get(sharePictureKey(found))
  return object && answer(object.body)
}
