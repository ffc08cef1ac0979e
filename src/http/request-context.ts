import { createMiddleware } from 'hono/factory'
import { createDb } from '../db/client.ts'
import { type AppEnv, ConfigurationError, readOrigin } from '../env.ts'
import { viewOf } from './view.ts'

/** Sets what every handler may read: the moment, the database, the site's origin, the reader's view. */
export function requestContext({ now }: { now: () => number }) {
  return createMiddleware<AppEnv>(async function requestContext(c, next) {
    c.set('nowMs', now())
    c.set('view', viewOf(new URL(c.req.url)))
    c.set('origin', '')
    if (!c.env.DB) {
      throw new ConfigurationError(
        'The binding DB is missing: name a D1 database under [[d1_databases]] in wrangler.toml',
      )
    }
    c.set('origin', readOrigin(c.env))
    c.set('db', createDb(c.env.DB))
    await next()
  })
}
