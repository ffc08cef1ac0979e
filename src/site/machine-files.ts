import type { Context } from 'hono'
import { EDITIONS } from '../edition/editions.ts'
import { IDENTITY, SITE_WORDS } from '../edition/identity.ts'
import type { AppEnv } from '../env.ts'
import { cacheable } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'
import { ADMIN_PREFIX, href } from '../routes.ts'

/** How long security.txt stays true without being looked at again (RFC 9116 recommends less than a year). */
const SECURITY_TXT_LIFETIME_MS = 180 * 24 * 3600 * 1000

/** robots.txt (RFC 9309): everything public may be crawled; the editors' side is of no use to a crawler. Names the sitemaps. */
export function robots(c: Context<AppEnv>) {
  cacheable(c, 'list', { tags: ['nf'] })
  const sitemaps = [href.sitemap(), href.newsSitemap()].map((path) => `Sitemap: ${c.var.origin}${path}\n`)
  return c.text(`User-agent: *\nDisallow: ${ADMIN_PREFIX}/\n\n${sitemaps.join('')}`)
}

/** Proves to search engines that announcements come from this site; there is none unless the operator set a key. */
export function indexNowKey(c: Context<AppEnv>) {
  const { INDEXNOW_KEY: key = '' } = c.env
  if (key === '' || c.req.path !== href.indexNowKey(key)) return notFound(c)
  cacheable(c, 'list', { tags: ['nf'] })
  return c.text(key)
}

/** security.txt (RFC 9116). */
export function securityTxt(c: Context<AppEnv>) {
  const expires = new Date(c.var.nowMs + SECURITY_TXT_LIFETIME_MS).toISOString()
  cacheable(c, 'list', { tags: ['nf'] })
  return c.text(`Contact: ${IDENTITY.securityContact}\nExpires: ${expires}\nPreferred-Languages: zh, en\n`)
}

/** Web app manifest of one edition, so that a home-screen icon opens the edition that its reader reads. */
export function webManifest(c: Context<AppEnv>) {
  const { view } = c.var
  const { name, tagline } = SITE_WORDS[view.edition]
  cacheable(c, 'list', { tags: [`site:${view.edition}`] })
  c.header('content-type', 'application/manifest+json')
  return c.body(
    JSON.stringify({
      name,
      short_name: name,
      description: tagline,
      lang: EDITIONS[view.edition].lang,
      start_url: href.home(view),
      scope: href.root(),
      display: 'minimal-ui',
      background_color: IDENTITY.colours.light.background,
      theme_color: IDENTITY.colours.light.accent,
      icons: [{ src: href.favicon(), sizes: 'any', type: 'image/svg+xml' }],
    }),
  )
}
