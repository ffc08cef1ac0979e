import type { ArticleContent } from '../article/content.ts'
import type { WholeArticle } from '../article/published.ts'
import type { Choices } from '../db/working-copy.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { adminHref } from '../routes.ts'
import type { Derivation } from './derive.ts'
import { materialise } from './materialise.ts'
import { wordsOf } from './publish.ts'
import type { MediaHref, PhotoChoice } from './shown-photos.ts'

export type Preview = { kind: 'article'; article: WholeArticle } | { kind: 'empty' } | { kind: 'problem' }

interface PreviewOptions {
  content: ArticleContent
  choices: Choices
  edition: Edition
  derivation: Derivation
  photos: PhotoChoice['photos']
  /** Where the photos are for these eyes; absent: those of a signed-in editor. */
  mediaHref?: MediaHref
  nowMs: number
}

/** An edition of unpublished content, made in the same way as at publication. */
export function previewOf({
  content,
  choices,
  edition,
  derivation,
  photos,
  mediaHref = adminHref.media,
  nowMs,
}: PreviewOptions): Preview {
  const words = wordsOf(edition, content, derivation)
  if (!words) return { kind: 'empty' }
  const shown = { photos, convert: derivation.text, mediaHref }
  const made = materialise({ edition, content, words, records: choices, photos: shown })
  if (!made.ok) return { kind: 'problem' }
  const topics = content.topics.flatMap((key) => choices.topics.filter((topic) => topic.key === key))
  const { kind, slug, sourceEdition } = content
  return {
    kind: 'article',
    article: {
      ...{ id: 0, kind, slug, edition, sourceEdition, publishedAtMs: nowMs, updatedAtMs: null },
      ...made.edition,
      ...{ approvedAtMs: null, derived: edition !== 'en' && edition !== sourceEdition },
      topics: topics.map(({ key, names }) => ({ key, name: names[edition] })),
      editions: EDITION_KEYS,
      ...{ newer: null, older: null, relatedArticles: [] },
    },
  }
}
