import type { BodyProblem } from '../article/body-limits.ts'
import type { ArticleContent, EditionContent } from '../article/content.ts'
import type { EditionState } from '../article/listings.ts'
import { photoKeysIn, type ShownPhoto } from '../article/photo.ts'
import type { Db } from '../db/client.ts'
import { listPhotosByKey } from '../db/photos.ts'
import { type EditionRow, listEditionStates, publicationStatements } from '../db/publication.ts'
import { findIndexedTopics } from '../db/search-index.ts'
import type { Edition } from '../edition/editions.ts'
import { type Derivation, deriveContent } from './derive.ts'
import { materialise, type Records } from './materialise.ts'

export interface PublishOptions {
  articleId: number
  /** The revision whose content this is. */
  revision: number
  content: ArticleContent
  editions: readonly Edition[]
  /** From when readers see it: now, or later for a scheduled publication. */
  publishedAtMs: number
  /** Until then the address shows a notice; false shows nothing. */
  embargoed: boolean
  /** Who checked the derived edition, or null if nobody has. */
  approval: { by: string; atMs: number } | null
  derivation: Derivation
  records: Records
  nowMs: number
}

export type PublishAnswer =
  | { ok: true }
  | { ok: false; edition: Edition; reason: 'no-words' }
  | { ok: false; edition: Edition; reason: 'body'; problem: BodyProblem }

/**
 * Puts editions of an article before the public: converts, renders and stores them, lists them, all in one batch.
 * Nothing is written unless every edition can be.
 */
export async function publish(db: Db, options: PublishOptions): Promise<PublishAnswer> {
  const photos = await listPhotosByKey(db, photoKeysIn(options.content))
  const rows: EditionRow[] = []
  for (const edition of options.editions) {
    const made = editionRow(edition, options, photos)
    if ('ok' in made) return made
    rows.push(made)
  }
  const { articleId, content, nowMs } = options
  const [before, topics] = await Promise.all([listEditionStates(db, articleId), findIndexedTopics(db, content.topics)])
  const states = statesAfter(before, rows)
  const [first, ...others] = publicationStatements(db, { articleId, content, rows, states, topics, nowMs })
  if (first) await db.batch([first, ...others])
  return { ok: true }
}

/** The words of an edition: as written, or derived from the source edition; undefined when there are none. */
export function wordsOf(edition: Edition, content: ArticleContent, derivation: Derivation): EditionContent | undefined {
  const { written, sourceEdition } = content
  if (edition === 'en' || edition === sourceEdition) return written[edition]
  const source = written[sourceEdition]
  return source && deriveContent(source, derivation)
}

function editionRow(
  edition: Edition,
  options: PublishOptions,
  photos: readonly ShownPhoto[],
): EditionRow | Extract<PublishAnswer, { ok: false }> {
  const { articleId, revision, content, publishedAtMs, embargoed, approval, derivation, records } = options
  const words = wordsOf(edition, content, derivation)
  if (!words) return { ok: false, edition, reason: 'no-words' }
  const made = materialise({ edition, content, words, records, photos: { photos, convert: derivation.text } })
  if (!made.ok) return { ok: false, edition, reason: 'body', problem: made.problem }
  const derived = edition !== 'en' && edition !== content.sourceEdition
  return {
    articleId,
    edition,
    state: 'published',
    publishedAtMs,
    embargoed,
    updatedAtMs: null,
    withdrawnAtMs: null,
    withdrawalReason: '',
    revision,
    ...made.edition,
    conversionVersion: derived ? derivation.version : null,
    approvedBy: derived ? (approval?.by ?? null) : null,
    approvedAtMs: derived ? (approval?.atMs ?? null) : null,
  }
}

function statesAfter(before: readonly EditionState[], rows: readonly EditionRow[]): readonly EditionState[] {
  const written = rows.map(({ edition, state, publishedAtMs }) => ({ edition, state, publishedAtMs }))
  const untouched = before.filter(({ edition }) => !written.some((row) => row.edition === edition))
  return [...untouched, ...written]
}
