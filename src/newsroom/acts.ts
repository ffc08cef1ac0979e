/** What editors do to the publication of an article: one act, one batch, one purge. */
import type { ArticleContent } from '../article/content.ts'
import type { EditionAct } from '../article/public-history.ts'
import { type Act, type ActKind, type ActRefusal, type EditionStatus, statusOf, transition } from '../article/states.ts'
import { assertUnreachable } from '../article/unreachable.ts'
import { cancellationStatements, listEditionRows, listTopicIds, performAct } from '../db/acts.ts'
import type { AuditAction } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import { findRevision } from '../db/drafts.ts'
import { listPhotoIdsOf } from '../db/photo-uses.ts'
import type { PublicIdentity } from '../db/public-history.ts'
import { type EditionRow, publicationStatements } from '../db/publication.ts'
import { findIndexedTopics } from '../db/search-index.ts'
import { type Choices, findSlugOwner, type WorkingCopy } from '../db/working-copy.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import type { Derivation } from './derive.ts'
import { actColumns, type KeptEdition, preparePublication, statesAfter } from './publish.ts'
import { type PurgePort, purgeQueued, tagsOfArticle } from './purge.ts'

/** Words in every edition that an act tells the public: the note of a correction, the reason of a withdrawal. */
export type PublicWords = Record<Edition, string>

export interface ActRequest {
  copy: WorkingCopy
  choices: Choices
  act: Act
  editions: readonly Edition[]
  /** The words of a correction or a withdrawal. */
  words?: PublicWords
  by: string
  derivation: Derivation
  purge: PurgePort
  nowMs: number
}

export type ActAnswer =
  | { ok: true }
  /** `moved`: somebody saved or acted in between, and nothing was done. */
  | { ok: false; reason: ActRefusal | 'no-editions' | 'moved' | 'slug-taken' | 'body' }

const AUDIT = {
  publish: 'published',
  schedule: 'scheduled',
  embargo: 'embargoed',
  update: 'updated',
  correct: 'corrected',
  withdraw: 'withdrawn',
  cancel: 'cancelled',
} as const satisfies Record<ActKind, AuditAction>

/** What each edition of a working copy is at a moment. */
export function statusesOf(copy: WorkingCopy, nowMs: number): Record<Edition, EditionStatus> {
  const { content, version, editions } = copy
  const of = (edition: Edition) => {
    const written = content.written[edition === 'en' ? 'en' : content.sourceEdition]
    const stored = editions.find((row) => row.edition === edition)
    return statusOf(stored, { nowMs, version, hasText: Boolean(written && (written.title || written.body)) })
  }
  return { 'zh-hant': of('zh-hant'), 'zh-hans': of('zh-hans'), en: of('en') }
}

/** Carries an act out, or says why not. */
export async function act(db: Db, request: ActRequest): Promise<ActAnswer> {
  const { copy, editions, nowMs } = request
  const refusal = refusalOf(request)
  if (refusal) return { ok: false, reason: refusal }
  const prepared = await prepare(db, request)
  if ('reason' in prepared) return prepared
  const { statements, slug, identity = null } = prepared
  const owner = slug === copy.slug ? null : await findSlugOwner(db, slug)
  if (owner !== null && owner !== copy.id) return { ok: false, reason: 'slug-taken' }
  const tags = tagsOfArticle(copy.id, await listPhotoIdsOf(db, copy.id))
  const done = await performAct(
    db,
    {
      ...{ articleId: copy.id, acts: copy.acts, version: copy.version, oldSlug: copy.slug, slug, tags },
      ...{ editions, identity },
      wasPublic: copy.editions.some((row) => row.publishedAtMs <= nowMs || row.embargoed),
      entry: {
        ...{ atMs: nowMs, actor: request.by, action: AUDIT[request.act.kind], subject: slug, articleId: copy.id },
        detail: { editions, version: copy.version, ...planOf(request) },
      },
    },
    statements,
  )
  if (!done.ok) return { ok: false, reason: 'moved' }
  await purgeQueued(db, request.purge, { id: done.purgeId, tags })
  return { ok: true }
}

function refusalOf({ copy, act: asked, editions, nowMs }: ActRequest): ActRefusal | 'no-editions' | undefined {
  if (editions.length === 0) return 'no-editions'
  const statuses = statusesOf(copy, nowMs)
  for (const edition of editions) {
    const next = transition(statuses[edition], asked, nowMs)
    if (!next.ok) return next.reason
  }
  return undefined
}

/** What an act plans, or takes back besides. */
function planOf({ copy, act: asked, nowMs }: ActRequest): { atMs?: number; cancelled?: readonly Edition[] } {
  if (asked.kind === 'schedule') return { atMs: asked.atMs }
  if (asked.kind === 'embargo') return { atMs: asked.untilMs }
  const cancelled = asked.kind === 'withdraw' ? editionsFor(copy, 'cancel', nowMs) : []
  return cancelled.length === 0 ? {} : { cancelled }
}

type Prepared =
  | { statements: ReturnType<typeof publicationStatements>; slug: string; identity?: PublicIdentity }
  | Extract<ActAnswer, { ok: false }>

async function prepare(db: Db, request: ActRequest): Promise<Prepared> {
  const { act: asked, nowMs } = request
  switch (asked.kind) {
    case 'publish':
    case 'update':
    case 'correct':
      return publication(db, request, { act: AUDIT[asked.kind], publishedAtMs: nowMs, embargoed: false })
    case 'schedule':
      return publication(db, request, { act: 'scheduled', publishedAtMs: asked.atMs, embargoed: false })
    case 'embargo':
      return publication(db, request, { act: 'embargoed', publishedAtMs: asked.untilMs, embargoed: true })
    case 'withdraw':
      return withdrawal(db, request)
    case 'cancel':
      return cancellation(db, request)
    default:
      return assertUnreachable(asked)
  }
}

async function publication(
  db: Db,
  request: ActRequest,
  { act: kindOfAct, ...when }: { act: EditionAct; publishedAtMs: number; embargoed: boolean },
): Promise<Prepared> {
  const { copy, choices, editions, derivation, by, nowMs } = request
  const { checked, content } = copy
  const prepared = await preparePublication(db, {
    ...{ articleId: copy.id, revision: copy.version, content, editions, derivation, records: choices, nowMs },
    ...when,
    approval: checked?.version === copy.version ? { by: checked.by, atMs: checked.atMs } : null,
    kept: await keptEditions(db, request),
    act: { kind: kindOfAct, by },
  })
  if (!prepared.ok) return { ok: false, reason: prepared.reason === 'body' ? 'body' : 'no-text' }
  const { slug, kind, sourceEdition } = content
  const topicIds = prepared.publication.topics.map(({ id }) => id)
  const identity = { slug, kind, sourceEdition, topicIds }
  return { statements: publicationStatements(db, prepared.publication), slug, identity }
}

/**
 * Published editions keep their date; a correction adds its note to those of before. What comes back after a withdrawal
 * has another date, and the same notes: readers may have read what was wrong.
 */
async function keptEditions(db: Db, request: ActRequest): Promise<ReadonlyMap<Edition, KeptEdition>> {
  const { copy, act: asked, words, nowMs } = request
  const keepsDate = asked.kind === 'update' || asked.kind === 'correct'
  const rows = await listEditionRows(db, copy.id)
  return new Map(
    rows.map(({ edition, publishedAtMs, details }) => {
      const note = words?.[edition]
      const added = asked.kind === 'correct' && note ? [{ atMs: nowMs, note }] : []
      return [edition, { ...(keepsDate ? { publishedAtMs } : {}), corrections: [...details.corrections, ...added] }]
    }),
  )
}

/** What still waits for its time is taken back as well: after a withdrawal nothing of the article may appear by itself. */
async function withdrawal(db: Db, { copy, editions, words, by, nowMs }: ActRequest): Promise<Prepared> {
  const all = await listEditionRows(db, copy.id)
  const planned = editionsFor(copy, 'cancel', nowMs)
  const before = all.filter(({ edition }) => !planned.includes(edition))
  const rows: EditionRow[] = before
    .filter(({ edition }) => editions.includes(edition))
    .map((row) => ({
      ...row,
      state: 'withdrawn',
      withdrawnAtMs: nowMs,
      withdrawalReason: words?.[row.edition] ?? '',
      ...actColumns({ kind: 'withdrawn', by }, nowMs),
    }))
  const content = await publicContent(db, copy, before)
  const topics = await findIndexedTopics(db, content.topics)
  const states = statesAfter(before, rows)
  const shared = { articleId: copy.id, states }
  const topicIds = topics.map(({ id }) => id)
  return {
    statements: [
      ...(planned.length === 0 ? [] : cancellationStatements(db, { ...shared, editions: planned, topicIds })),
      ...publicationStatements(db, { ...shared, content, rows, topics, nowMs }),
    ],
    slug: copy.slug,
  }
}

async function cancellation(db: Db, { copy, editions }: ActRequest): Promise<Prepared> {
  const before = await listEditionRows(db, copy.id)
  const states = before.filter(({ edition }) => !editions.includes(edition))
  const topicIds = await listTopicIds(db, copy.id)
  return {
    statements: cancellationStatements(db, { articleId: copy.id, editions, states, topicIds }),
    slug: copy.slug,
  }
}

/** What the public knows of the article, under the address that it has: unpublished changes stay out of it. */
async function publicContent(
  db: Db,
  copy: WorkingCopy,
  rows: readonly { revision: number }[],
): Promise<ArticleContent> {
  const newest = Math.max(...rows.map(({ revision }) => revision))
  const published = await findRevision(db, copy.id, newest)
  return { ...(published?.content ?? copy.content), slug: copy.slug }
}

/** Editions that an act of this kind may be done to now. */
export function editionsFor(copy: WorkingCopy, kind: ActKind, nowMs: number): readonly Edition[] {
  const statuses = statusesOf(copy, nowMs)
  const probe: Act =
    kind === 'schedule' ? { kind, atMs: nowMs + 1 } : kind === 'embargo' ? { kind, untilMs: nowMs + 1 } : { kind }
  return EDITION_KEYS.filter((edition) => transition(statuses[edition], probe, nowMs).ok)
}
