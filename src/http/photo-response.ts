import type { Context } from 'hono'
import { FULL_FILE, isPhotoFile, MEDIA_TYPES, objectKey } from '../article/photo.ts'
import type { PublicAt } from '../db/client.ts'
import { findMediaFile, type MediaFile } from '../db/media.ts'
import type { AppEnv } from '../env.ts'
import { CONCEALED } from './concealed.ts'

/** What names a photo in its address; what does not look like it is not looked up. */
const HASH = /^[0-9a-f]{20}$/

export interface PhotoRequest {
  hash: string
  file: string
  /** Whose eyes: the public's at this moment, or those of an editor or of whoever holds a preview link. */
  visibility: PublicAt | 'editors'
}

/**
 * The answer with a photo's file, or null when there is none for these eyes. How long a public address may be kept is for
 * the caller to say; others are concealed. The type comes from our own table and never from the upload; the policy makes the file harmless even if somebody opens it by itself.
 */
export async function photoResponse(
  c: Context<AppEnv>,
  { hash, file, visibility }: PhotoRequest,
): Promise<{ response: Response; photoId: number } | null> {
  if (!HASH.test(hash) || !isPhotoFile(file)) return null
  const found = await findMediaFile(c.var.db, { hash, file, visibility })
  if (!found) return null
  const { photoId } = found
  const headers = headersOf(found)
  if (visibility === 'editors') for (const [name, value] of Object.entries(CONCEALED)) headers.set(name, value)
  if (c.req.header('if-none-match')?.includes(entityTagOf(found))) {
    return { response: new Response(null, { status: 304, headers }), photoId }
  }
  headers.set('content-length', String(found.bytes))
  if (c.req.method === 'HEAD') return { response: new Response(null, { headers }), photoId }
  const object = await c.env.MEDIA.get(objectKey(found.sha256, found.file))
  return object && { response: new Response(object.body, { headers }), photoId }
}

/** A file never changes, so its own name is its tag. */
function entityTagOf({ sha256, file }: MediaFile): string {
  return `"${sha256.slice(0, 20)}-${file}"`
}

function headersOf(found: MediaFile): Headers {
  const headers = new Headers({
    'content-type': MEDIA_TYPES[found.format],
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    etag: entityTagOf(found),
  })
  if (found.file === FULL_FILE)
    headers.set('content-disposition', `attachment; filename="photo-${safeName(found.key)}.jpg"`)
  return headers
}

/** Keys are letters, digits and a few signs, but an imported one may hold a slash. */
function safeName(key: string): string {
  return key.replace(/[^\w-]+/g, '-')
}
