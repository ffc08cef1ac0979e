import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { cacheableForGood, cacheNothing } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'
import { photoResponse } from '../http/photo-response.ts'

/**
 * A file of a photo that a public article shows. Nobody keeps the 404 of one that is not public: an embargo may end the
 * next second, and unlike a cut lifetime this tells nobody that there is one.
 */
export async function media(c: Context<AppEnv>) {
  const { hash = '', file = '' } = c.req.param()
  const found = await photoResponse(c, { hash, file, visibility: c.var })
  if (!found) {
    const missing = await notFound(c)
    cacheNothing(missing)
    return missing
  }
  cacheableForGood(found.response, { tags: [`m:${found.photoId}`] })
  return found.response
}
