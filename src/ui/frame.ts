import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import type { SiteWords } from '../edition/identity.ts'
import type { View } from '../routes.ts'

/** Entries of the site navigation that a page can be. */
export type Section = 'home' | 'archive' | 'search' | 'saved' | 'about' | 'contact' | 'accessibility'

/** What every page tells the document around it. */
export interface Frame {
  view: View
  site: SiteWords
  /** The site's configured address without a slash at the end; never taken from a request. */
  origin: string
  /** This page's address in any view: feeds the edition switch, `canonical` and `hreflang`. */
  address: (view: View) => string
  /** Editions in which this page really exists; all of them unless the page says otherwise. */
  editions?: readonly Edition[]
  section?: Section
}

/** Absolute addresses of a page's editions, for `hreflang` and the sitemap. */
export function alternates(
  frame: Pick<Frame, 'origin' | 'address' | 'editions'>,
): readonly { edition: Edition; url: string }[] {
  const editions = frame.editions ?? EDITION_KEYS
  return EDITION_KEYS.filter((edition) => editions.includes(edition)).map((edition) => ({
    edition,
    url: frame.origin + frame.address({ edition, images: true }),
  }))
}
