import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'

/**
 * Longest time that a reader waits for the database. D1 has been seen to stall for seconds to minutes; a 503 lets the
 * edge serve its copy instead.
 */
export const DEADLINE_MS = 3000

export class DeadlineError extends Error {
  override name = 'DeadlineError'
}

/** Re-encoding a large photo takes seconds, and the editor who sent it rather waits than sends it again. */
export const UPLOAD_DEADLINE_MS = 60_000

interface DeadlineOptions {
  deadlineMs?: number
  /** Requests that may take `UPLOAD_DEADLINE_MS`. */
  isUpload?: (request: Request) => boolean
}

/** Gives up on an answer after `deadlineMs`. */
export function deadline({ deadlineMs = DEADLINE_MS, isUpload = () => false }: DeadlineOptions = {}) {
  if (!(deadlineMs > 0)) throw new RangeError('deadline: deadlineMs must be positive')
  return createMiddleware<AppEnv>(async function deadline(c, next) {
    const limitMs = isUpload(c.req.raw) ? UPLOAD_DEADLINE_MS : deadlineMs
    let timer: ReturnType<typeof setTimeout> | undefined
    const expiry = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new DeadlineError(`no answer after ${limitMs} ms`)), limitMs)
    })
    try {
      await Promise.race([next(), expiry])
    } finally {
      if (timer !== undefined) clearTimeout(timer)
    }
  })
}
