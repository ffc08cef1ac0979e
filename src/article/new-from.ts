import type { ArticleContent } from './content.ts'

/**
 * A fresh draft that keeps what a newsroom repeats: kind, topics, contacts, boilerplates, the edition that is written and
 * the overrides of its conversion. Words, dates, photos, the event and the address are the new article's own business.
 */
export function newFrom(content: ArticleContent): ArticleContent {
  const { kind, topics, contacts, boilerplates, sourceEdition, overrides } = content
  return { kind, slug: '', topics, contacts, boilerplates, datelineDate: '', sourceEdition, written: {}, overrides }
}
