/** Kinds of article, by the key that content uses. */
export type ArticleKindKey = 'press-release' | 'speech' | 'notice' | 'media-invitation'

/** A section of a page that is mostly text. Items become a list after the paragraphs. */
export interface ProseSection {
  heading: string
  paragraphs: readonly string[]
  items?: readonly string[]
}

export interface ProsePage {
  title: string
  lead: string
  sections: readonly ProseSection[]
}

/** The longer texts of the site. */
export interface Prose {
  about: ProsePage
  accessibility: ProsePage
}
