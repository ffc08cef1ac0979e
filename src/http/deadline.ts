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

/** Gives up on an answer after `deadlineMs`. */
export function deadline({ deadlineMs = DEADLINE_MS }: { deadlineMs?: number } = {}) {
  if (!(deadlineMs > 0)) throw new RangeError('deadline: deadlineMs must be positive')
  return createMiddleware<AppEnv>(async function deadline(_c, next) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const expiry = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new DeadlineError(`no answer after ${deadlineMs} ms`)), deadlineMs)
    })
    try {
      await Promise.race([next(), expiry])
    } finally {
      if (timer !== undefined) clearTimeout(timer)
    }
  })
}
