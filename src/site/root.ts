import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { EDITION_COOKIE, negotiateEdition } from '../edition/negotiate.ts'
import type { AppEnv } from '../env.ts'
import { href } from '../routes.ts'

/** `/` sends readers to an edition; the one public address that looks at a cookie or at Accept-Language. */
export function root(c: Context<AppEnv>) {
  const edition = negotiateEdition({
    cookie: getCookie(c, EDITION_COOKIE),
    acceptLanguage: c.req.header('accept-language') ?? '',
  })
  return c.redirect(href.home({ edition, images: true }), 302)
}
