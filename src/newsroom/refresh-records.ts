/**
 * Contacts and boilerplates are frozen in what was published. When a record changes, this tells which articles show its
 * older state, and brings one of them up to date when an editor says so.
 */
import type { ArticleContent, EditionContent } from '../article/content.ts'
import type { EditionDetails } from '../article/published.ts'
import type { RecordKind } from '../article/record-shape.ts'
import { listEditionRows } from '../db/acts.ts'
import type { Db } from '../db/client.ts'
import { findRevision } from '../db/drafts.ts'
import { type FrozenRecords, listFrozenRecords } from '../db/frozen-records.ts'
import { findWorkingCopy, listChoices } from '../db/working-copy.ts'
import type { ChineseEdition, Edition } from '../edition/editions.ts'
import { materialise, type Records } from './materialise.ts'
import { type PurgePort, purgeQueued } from './purge.ts'
import { refresh } from './refresh.ts'

/** Kinds that are frozen with an article. Topics are not: every page shows their present names. */
export type FrozenKind = Exclude<RecordKind, 'topic'>

const NO_WORDS: EditionContent = {
  ...{ label: '', title: '', subtitle: '', summary: '', place: '', body: '' },
  ...{ downloads: [], facts: [], related: [] },
}

type FrozenDetails = Pick<EditionDetails, 'contacts' | 'boilerplates'>

/** Editions of each article, by its id, that show an older state of the record. Empty for topics. */
export async function listOutdated(
  db: Db,
  { kind, key }: { kind: RecordKind; key: string },
): Promise<ReadonlyMap<number, readonly Edition[]>> {
  const outdated = new Map<number, Edition[]>()
  if (kind === 'topic') return outdated
  const [frozen, records] = await Promise.all([listFrozenRecords(db, { kind, key }), listChoices(db)])
  for (const row of frozen) {
    if (isCurrent(row, kind, records)) continue
    outdated.set(row.articleId, [...(outdated.get(row.articleId) ?? []), row.edition])
  }
  return outdated
}

function isCurrent({ edition, sourceEdition, chosen, ...frozen }: FrozenRecords, kind: FrozenKind, records: Records) {
  const list = kind === 'contact' ? 'contacts' : 'boilerplates'
  const now = detailsNow({ edition, sourceEdition, chosen, records })
  return inOrder(now[list]) === inOrder(frozen[list])
}

/** Text that is the same for equal records, whatever the order of their fields. */
function inOrder(records: readonly object[]): string {
  return JSON.stringify(records.map((record) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** The chosen records as they would be frozen now. */
function detailsNow({
  edition,
  sourceEdition,
  chosen,
  records,
}: {
  edition: Edition
  sourceEdition: ChineseEdition
  chosen: Pick<ArticleContent, 'contacts' | 'boilerplates'>
  records: Records
}): FrozenDetails {
  const { contacts, boilerplates } = chosen
  const content: ArticleContent = {
    ...{ kind: 'notice', slug: '', topics: [], datelineDate: '', written: {}, overrides: [] },
    ...{ contacts, boilerplates, sourceEdition },
  }
  const made = materialise({ edition, content, words: NO_WORDS, records })
  if (!made.ok) throw new Error('detailsNow: an empty body is never over a limit')
  return { contacts: made.edition.details.contacts, boilerplates: made.edition.details.boilerplates }
}

/**
 * Gives the published editions of an article the contacts and boilerplates as they are now; the rest stays as it was
 * published, and the replaced editions are kept. False when the article is gone or somebody acted on it meanwhile.
 */
export async function refreshArticle(
  db: Db,
  { articleId, by, purge, nowMs }: { articleId: number; by: string; purge: PurgePort; nowMs: number },
): Promise<boolean> {
  const [found, stored] = await Promise.all([findWorkingCopy(db, articleId), listEditionRows(db, articleId)])
  const published = stored.filter(({ state }) => state === 'published')
  if (!found || published.length === 0) return false
  const { copy, choices } = found
  const rows = []
  for (const { edition, revision, details, publishedAtMs } of published) {
    const saved = await findRevision(db, articleId, revision)
    if (!saved) return false
    const { content } = saved
    const now = detailsNow({ edition, sourceEdition: content.sourceEdition, chosen: content, records: choices })
    rows.push({ edition, publishedAtMs, changes: { details: { ...details, ...now } } })
  }
  const queued = await refresh(db, { article: copy, rows, act: 'records-refreshed', by, nowMs })
  if (queued) await purgeQueued(db, purge, queued)
  return queued !== null
}
