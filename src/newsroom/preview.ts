import type { ArticleContent } from '../article/content.ts'
import type { WholeArticle } from '../article/published.ts'
import type { Choices } from '../db/working-copy.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { adminHref } from '../routes.ts'
import type { Derivation } from './derive.ts'
import { completeEdition, type RenderedEdition, renderEdition } from './materialise.ts'
import { wordsOf } from './publish.ts'
import type { MediaHref, PhotoChoice } from './shown-photos.ts'

export type Preview = { kind: 'article'; article: WholeArticle } | { kind: 'empty' } | { kind: 'problem' }

interface WorkingText {
  content: ArticleContent
  derivation: Derivation
  photos: PhotoChoice['photos']
  /** Where the photos are for these eyes; absent: those of a signed-in editor. */
  mediaHref?: MediaHref
}

interface PreviewFrame {
  content: ArticleContent
  choices: Choices
  nowMs: number
}

/** An edition of unpublished content, made in the same way as at publication. */
export function previewOf(options: WorkingText & PreviewFrame & { edition: Edition }): Preview {
  const rendered = renderWorking(options.edition, options)
  if (!rendered) return { kind: 'empty' }
  return rendered.ok ? { kind: 'article', article: articleOf(rendered, options) } : { kind: 'problem' }
}

/** Those editions of unpublished content that have words within the limits, rendered as at publication. */
export function renderedEditions(text: WorkingText): readonly RenderedEdition[] {
  return EDITION_KEYS.flatMap((edition) => {
    const rendered = renderWorking(edition, text)
    return rendered?.ok ? [rendered] : []
  })
}

function renderWorking(
  edition: Edition,
  { content, derivation, photos, mediaHref = adminHref.media }: WorkingText,
): ReturnType<typeof renderEdition> | undefined {
  const words = wordsOf(edition, content, derivation)
  return words && renderEdition({ edition, content, words, photos: { photos, convert: derivation.text, mediaHref } })
}

/** The article of an edition that was rendered. */
export function articleOf(rendered: RenderedEdition, { content, choices, nowMs }: PreviewFrame): WholeArticle {
  const { edition } = rendered.checked
  const topics = content.topics.flatMap((key) => choices.topics.filter((topic) => topic.key === key))
  const { kind, slug, sourceEdition } = content
  return {
    ...{ id: 0, kind, slug, edition, sourceEdition, publishedAtMs: nowMs, updatedAtMs: null },
    ...completeEdition(rendered, { content, records: choices }),
    ...{ approvedAtMs: null, derived: edition !== 'en' && edition !== sourceEdition },
    topics: topics.map(({ key, names }) => ({ key, name: names[edition] })),
    editions: EDITION_KEYS,
    ...{ newer: null, older: null, relatedArticles: [] },
  }
}
