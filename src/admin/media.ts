import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { photoResponse } from '../http/photo-response.ts'

/** A photo's file for editors, whether a public article shows it or not. */
export async function adminMedia(c: Context<AppEnv>) {
  const { hash = '', file = '' } = c.req.param()
  const found = await photoResponse(c, { hash, file, visibility: 'editors' })
  return found ? found.response : c.body(null, 404)
}
