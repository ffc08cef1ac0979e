/**
 * What editors write once for the whole site: topics, press contacts, boilerplates, the glossary and the notice. Pure
 * data. Articles name these records by `key`, which never changes; everything else about a record may.
 */

import type { Override } from './content.ts'

/** One thing said in the two editions that are written. The other Chinese edition is derived. '' where there is none. */
export interface Words {
  'zh-hant': string
  /** Only where it is not what conversion makes, or where that must not be made again. */
  'zh-hans'?: string
  en: string
}

export interface Topic {
  /** Also the last part of its address. */
  key: string
  names: Words
  /** One sentence for the topic's own page. */
  descriptions: Words
}

export interface Contact {
  key: string
  organisations: Words
  names: Words
  /** What one may ask this person, e.g. 傳媒查詢. */
  roles: Words
  /** E.164, for `tel:` links: `+85231663993`. */
  phone: string
  email: string
}

export interface Boilerplate {
  key: string
  headings: Words
  /** Markdown. */
  bodies: Words
  url: string
}

export interface SiteRecords {
  /** What every page says of the site itself, e.g. that it is a demonstration. Plain text. */
  notices: Words
  /** In the order in which lists show them. */
  topics: readonly Topic[]
  contacts: readonly Contact[]
  boilerplates: readonly Boilerplate[]
  /** Decisions for the conversion of everything on the site, these records included. */
  glossary: readonly Override[]
}
