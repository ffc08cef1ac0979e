/** Which addresses the service worker cares about. It must be small, so it does not bundle the routes of the site. */
const PUBLIC_PAGE = /^\/(?:(zh-hant|zh-hans|en)(\/.*))?$/
const ARTICLE_BELOW_EDITION = /^\/news\/[^/.]+$/
const SAVED_BELOW_EDITION = '/saved'

export interface PublicPath {
  /** '' for the address that chooses an edition. */
  readonly edition: string
  readonly kind: 'article' | 'saved' | 'other'
}

/**
 * Reads an address of this site; `undefined` for what is no public page. A query makes an article something else, such
 * as a preview: only the text-only view (`images=0`) counts as the article.
 */
export function readPath({ pathname, search }: URL): PublicPath | undefined {
  const match = PUBLIC_PAGE.exec(pathname)
  if (!match) return undefined
  const [, edition = '', below = ''] = match
  if (search !== '' && search !== '?images=0') return { edition, kind: 'other' }
  if (ARTICLE_BELOW_EDITION.test(below)) return { edition, kind: 'article' }
  return { edition, kind: below === SAVED_BELOW_EDITION ? 'saved' : 'other' }
}

/** The page that lists what is kept, in one edition. */
export function savedPath(edition: string): string {
  return `/${edition}${SAVED_BELOW_EDITION}`
}
