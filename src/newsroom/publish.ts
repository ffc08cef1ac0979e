import type { BodyProblem } from '../article/body-limits.ts'
import type { ArticleContent, EditionContent } from '../article/content.ts'
import type { EditionState } from '../article/listings.ts'
import { photoKeysIn, type ShownPhoto } from '../article/photo.ts'
import type { EditionAct } from '../article/public-history.ts'
import type { Correction } from '../article/published.ts'
import type { Db } from '../db/client.ts'
import { listPhotosByKey } from '../db/photos.ts'
import { type EditionRow, listEditionStates, publicationStatements } from '../db/publication.ts'
import { findIndexedTopics, type IndexedTopic } from '../db/search-index.ts'
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
  /** Who does this, and what it is called; absent for what a command enters. */
  act?: { kind: EditionAct; by: string }
  /** Editions that readers see already: they keep their date and their corrections, and say when they were updated. */
  kept?: ReadonlyMap<Edition, KeptEdition>
}

export interface KeptEdition {
  /** Absent when the edition is published anew. */
  publishedAtMs?: number
  corrections: readonly Correction[]
}

/** What publishing will write, for one batch with whatever must stand or fall with it. */
export interface PreparedPublication {
  articleId: number
  content: ArticleContent
  rows: readonly EditionRow[]
  states: readonly EditionState[]
  topics: readonly IndexedTopic[]
  nowMs: number
}

export type PublishRefusal =
  | { ok: false; edition: Edition; reason: 'no-words' }
  | { ok: false; edition: Edition; reason: 'body'; problem: BodyProblem }

export type PublishAnswer = { ok: true } | PublishRefusal

/**
 * Puts editions of an article before the public: converts, renders and stores them, lists them, all in one batch.
 * Nothing is written unless every edition can be.
 */
export async function publish(db: Db, options: PublishOptions): Promise<PublishAnswer> {
  const prepared = await preparePublication(db, options)
  if (!prepared.ok) return prepared
  const [first, ...others] = publicationStatements(db, prepared.publication)
  if (first) await db.batch([first, ...others])
  return { ok: true }
}

/** Converts and renders, and writes nothing yet. */
export async function preparePublication(
  db: Db,
  options: PublishOptions,
): Promise<{ ok: true; publication: PreparedPublication } | PublishRefusal> {
  const photos = await listPhotosByKey(db, photoKeysIn(options.content))
  const rows: EditionRow[] = []
  for (const edition of options.editions) {
    const made = editionRow(edition, options, photos)
    if ('ok' in made) return made
    rows.push(made)
  }
  const { articleId, content, nowMs } = options
  const [before, topics] = await Promise.all([listEditionStates(db, articleId), findIndexedTopics(db, content.topics)])
  return { ok: true, publication: { articleId, content, rows, states: statesAfter(before, rows), topics, nowMs } }
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
): EditionRow | PublishRefusal {
  const { articleId, revision, content, embargoed, approval, derivation, records, nowMs } = options
  const kept = options.kept?.get(edition)
  const words = wordsOf(edition, content, derivation)
  if (!words) return { ok: false, edition, reason: 'no-words' }
  const made = materialise({ edition, content, words, records, photos: { photos, convert: derivation.text } })
  if (!made.ok) return { ok: false, edition, reason: 'body', problem: made.problem }
  const derived = edition !== 'en' && edition !== content.sourceEdition
  return {
    articleId,
    edition,
    state: 'published',
    publishedAtMs: kept?.publishedAtMs ?? options.publishedAtMs,
    embargoed,
    updatedAtMs: kept?.publishedAtMs === undefined ? null : nowMs,
    withdrawnAtMs: null,
    withdrawalReason: '',
    revision,
    ...made.edition,
    details: { ...made.edition.details, corrections: kept?.corrections ?? [] },
    conversionVersion: derived ? derivation.version : null,
    approvedBy: derived ? (approval?.by ?? null) : null,
    approvedAtMs: derived ? (approval?.atMs ?? null) : null,
    ...actColumns(options.act, nowMs),
  }
}

/** How and by whom a row came about. */
export function actColumns(act: PublishOptions['act'], nowMs: number) {
  return { act: act?.kind ?? null, actedAtMs: act ? nowMs : null, actedBy: act?.by ?? null }
}

/** The state of every edition once `rows` are written. */
export function statesAfter(before: readonly EditionState[], rows: readonly EditionRow[]): readonly EditionState[] {
  const written = rows.map(({ edition, state, publishedAtMs }) => ({ edition, state, publishedAtMs }))
  const untouched = before.filter(({ edition }) => !written.some((row) => row.edition === edition))
  return [...untouched, ...written]
}
