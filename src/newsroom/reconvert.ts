/** Converts published editions anew, when an editor has accepted what they would say. */
import type { EditionContent } from '../article/content.ts'
import { photoKeysIn, type ShownPhoto } from '../article/photo.ts'
import { asPublished, withFiguresOf } from '../article/photo-html.ts'
import { storedSafeHtml } from '../article/safe-html.ts'
import type { Db } from '../db/client.ts'
import { wordsOfEdition } from '../db/derived-editions.ts'
import { listPhotosByKey } from '../db/photos.ts'
import type { QueuedPurge } from '../db/purges.ts'
import { type ConvertedEdition, listConvertedEditions } from '../db/reconversion.ts'
import { searchStatements } from '../db/search-index.ts'
import { type ChineseEdition, otherChinese } from '../edition/editions.ts'
import { deriveContent } from './derive.ts'
import { type MaterialisedEdition, materialise } from './materialise.ts'
import { purgeQueuedTogether } from './purge.ts'
import { CHANGES_LISTED_MAX, resultOf } from './reconversion.ts'
import type { Actor } from './records.ts'
import { refresh } from './refresh.ts'
import type { PhotoChoice } from './shown-photos.ts'
import type { SiteConversion } from './site-derivation.ts'

/** What an editor accepted: that this edition says what `result` tells. */
export interface AcceptedResult {
  articleId: number
  edition: ChineseEdition
  result: string
}

/**
 * Gives published editions the words that were accepted, made from the revision that is published; everything else of them,
 * and every other edition, stays as it was published. What would say something else by now, or was acted on meanwhile,
 * is left alone. At most 20 at once.
 */
export async function reconvert(
  db: Db,
  { site, accepted, actor }: { site: SiteConversion; accepted: readonly AcceptedResult[]; actor: Actor },
): Promise<{ updated: number; refused: number }> {
  const wanted = accepted.slice(0, CHANGES_LISTED_MAX)
  const found = await listConvertedEditions(db, [...new Set(wanted.map(({ articleId }) => articleId))])
  const photos = await listPhotosByKey(db, [...new Set(found.flatMap(({ content }) => photoKeysIn(content)))])
  const purges: QueuedPurge[] = []
  for (const { articleId, edition, result } of wanted) {
    const one = found.find(({ row, ...own }) => row.articleId === articleId && own.edition === edition)
    const queued = one && (await reconvertOne(db, one, { site, result, photos, actor }))
    if (queued) purges.push(queued)
  }
  await purgeQueuedTogether(db, actor.purge, purges)
  return { updated: purges.length, refused: accepted.length - purges.length }
}

interface Reconverting {
  site: SiteConversion
  result: string
  photos: readonly ShownPhoto[]
  actor: Actor
}

/** The purge to be done, or null when nothing was changed. */
async function reconvertOne(
  db: Db,
  converted: ConvertedEdition,
  { site, result, photos, actor: { by, nowMs } }: Reconverting,
): Promise<QueuedPurge | null> {
  const { row, content, article, topics } = converted
  const sourceEdition = otherChinese(converted.edition)
  const source = content.written[sourceEdition]
  if (!source) return null
  const derivation = site.derivation({ sourceEdition, overrides: content.overrides })
  const words = deriveContent(source, derivation)
  const made = resultOf(words) === result && madeAnew(converted, words, { photos, convert: derivation.text })
  if (!made) return null
  const approval = { conversionVersion: derivation.version, approvedBy: by, approvedAtMs: nowMs }
  return refresh(db, {
    article,
    rows: [{ edition: row.edition, publishedAtMs: row.publishedAtMs, changes: { ...made, ...approval } }],
    act: 'reconverted',
    more: searchStatements(db, { articleId: article.id, rows: [{ ...row, ...made }], topics }),
    ...{ by, nowMs },
  })
}

/** The edition with other words; undefined when they are over a limit. Records, corrections and photos stay. */
function madeAnew(
  { row, content }: ConvertedEdition,
  words: EditionContent,
  photos: PhotoChoice,
): MaterialisedEdition | undefined {
  const records = { contacts: [], boilerplates: [] }
  const shared = { edition: row.edition, content, records, photos }
  const after = materialise({ ...shared, words })
  if (!after.ok) return undefined
  const before = materialise({ ...shared, words: wordsOfEdition(row, row.details) })
  const { outline, quotes, readingMinutes, downloads, facts, related, invitation } = after.edition.details
  return {
    ...after.edition,
    ...(before.ok ? withPhotosOf(row, before.edition, after.edition) : {}),
    details: {
      ...row.details,
      ...{ outline, quotes, readingMinutes, downloads, facts, related },
      ...(invitation ? { invitation } : {}),
    },
  }
}

type Rendered = Pick<MaterialisedEdition, 'html' | 'text'>

/** What the library says about a photo may have changed since; that is no matter of conversion. */
function withPhotosOf(published: Rendered, before: Rendered, after: Rendered): Rendered {
  const html = ({ html: stored }: Rendered) => storedSafeHtml(stored)
  const paragraphs = ({ text }: Rendered) => text.split('\n\n')
  return {
    html: withFiguresOf(html(published), { before: html(before), after: html(after) }),
    text: asPublished(paragraphs(published), paragraphs(before), paragraphs(after)).join('\n\n'),
  }
}
