/** The last part of an article's address: the same in all editions. */
import type { ArticleKind } from './content.ts'

declare const brand: unique symbol

/** 3 to 80 characters of a–z, 0–9 and single hyphens between them; not a reserved word. */
export type Slug = string & { readonly [brand]: true }

export const slugCharsMin = 3
export const slugCharsMax = 80

/** Suggestions stay shorter, so that an address fits on a line of an e-mail. */
export const suggestedSlugCharsMax = 60

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Words that routes use or may come to use beside articles, and what careless code writes for "nothing". */
const RESERVED = new Set(
  `about accessibility admin api archive article articles atom contact draft edit embed feed healthz index latest media
  new news null page preview robots rss saved search sitemap static topics undefined untitled zh-hans zh-hant`.split(
    /\s+/,
  ),
)

/** Reads a path segment or a form field exactly: no trimming, no lower-casing. `undefined` when it is no slug. */
export function parseSlug(raw: unknown): Slug | undefined {
  if (typeof raw !== 'string' || raw.length < slugCharsMin || raw.length > slugCharsMax) return undefined
  if (!SLUG.test(raw) || RESERVED.has(raw)) return undefined
  // Proved by the two lines above.
  return raw as Slug
}

export interface SlugSource {
  kind: ArticleKind
  /** The English title, '' when there is none. */
  title: string
  /** `YYYY-MM-DD`; '' leaves the date out. */
  dateIso: string
  /** Tells the articles of one kind and day apart, from 1. */
  number: number
}

/** Words of the English title; the neutral slug when they are too few to mean something, or Chinese. */
export function suggestSlug(source: SlugSource): Slug {
  const words = titleWords(source.title)
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > suggestedSlugCharsMax) break
    slug = longer
  }
  const meaningful = /[a-z]{3}/.test(slug) && slug.includes('-')
  return (meaningful ? parseSlug(slug) : undefined) ?? neutralSlug(source)
}

/** Date, kind and number: tells nothing of what the article says, as an embargo needs. */
export function neutralSlug({ kind, dateIso, number }: Omit<SlugSource, 'title'>): Slug {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(dateIso) ? `${dateIso}-` : ''
  const slug = parseSlug(`${date}${kind}-${Number.isSafeInteger(number) && number > 0 ? number : 1}`)
  if (!slug) throw new Error(`article kind ${kind} makes no slug: use a–z and hyphens for kinds`)
  return slug
}

/** Lower-case ASCII words; none when the title has Han, because what would remain of it is chance. */
function titleWords(title: string): string[] {
  if (/\p{Script=Han}/u.test(title)) return []
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replaceAll('&', ' and ')
    .replace(/(?<=\d)[.,](?=\d)/g, '')
  return plain.match(/[a-z0-9]+/g) ?? []
}
