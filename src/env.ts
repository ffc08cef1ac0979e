import type { Db } from './db/client.ts'
import type { Editor } from './db/editors.ts'
import type { View } from './routes.ts'

/** What the platform gives the Worker; named in wrangler.toml. */
export interface Bindings {
  DB: D1Database
  MEDIA: R2Bucket
  IMAGES: ImagesBinding
  ASSETS: Fetcher
  SEARCH_LIMIT: RateLimit
  /** The site's public address, e.g. `https://news.example.org`. Absolute URLs are made from it, never from a request. */
  SITE_URL: string
  /** Audience tag of the Cloudflare Access application that guards /admin; '' refuses everybody. */
  ACCESS_AUD: string
  /** Announce publications to search engines (newsroom/announce.ts); absent or '' does not. */
  INDEXNOW_KEY?: string
  /** Announce publications to feed readers through this hub; absent or '' does not. */
  WEBSUB_HUB?: string
  /** E-mail addresses, separated by commas, that are administrators whatever the table of editors says. Optional. */
  ADMIN_EMAILS?: string
}

/** What middleware hands to handlers. */
export interface Variables {
  /** The moment at which this request is answered. */
  nowMs: number
  /** Edition and picture choice of the address. */
  view: View
  db: Db
  /** SITE_URL without a slash at its end. */
  origin: string
  /** Who is signed in. Set for every address below /admin before its handler runs, and for no other. */
  editor: Editor
}

export interface AppEnv {
  Bindings: Bindings
  Variables: Variables
}

/** A mistake of the operator: the message says what to do about it. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/**
 * Checks the configuration that every request needs and gives the site's origin.
 * @throws ConfigurationError with advice for the operator
 */
export function readOrigin(bindings: Pick<Bindings, 'SITE_URL'>): string {
  const url = URL.parse(bindings.SITE_URL ?? '')
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new ConfigurationError(
      `SITE_URL is ${JSON.stringify(bindings.SITE_URL)}: set it under [vars] in wrangler.toml to the site's address, such as https://news.example.org`,
    )
  }
  return url.origin
}
