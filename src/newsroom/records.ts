/** What editors do to the records of the site: each change is one batch with its line in the log, and one purge. */
import { RECORD_SHAPES, type RecordKind, type SiteRecord, type WordField } from '../article/record-shape.ts'
import type { AuditAction } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import type { ChangeAnswer } from '../db/logged-change.ts'
import { deleteRecord, insertRecord, type StoredRecord, updateRecord } from '../db/site-records.ts'
import type { Derivation } from './derive.ts'
import { type PurgePort, purgeQueued, tagsOfSite } from './purge.ts'

/** Who changes something, and when. */
export interface Actor {
  by: string
  purge: PurgePort
  nowMs: number
}

const ACTIONS: Record<RecordKind, Record<'added' | 'changed' | 'deleted', AuditAction>> = {
  topic: { added: 'topic-added', changed: 'topic-changed', deleted: 'topic-deleted' },
  contact: { added: 'contact-added', changed: 'contact-changed', deleted: 'contact-deleted' },
  boilerplate: { added: 'boilerplate-added', changed: 'boilerplate-changed', deleted: 'boilerplate-deleted' },
}

/** Boilerplates are on no page but the articles in which they are frozen. */
function tagsOf(kind: RecordKind): readonly string[] {
  return kind === 'boilerplate' ? [] : tagsOfSite()
}

/** How the Simplified text of a field is made. */
export function converterFor(kind: RecordKind, field: WordField, derivation: Derivation): (text: string) => string {
  const type = RECORD_SHAPES[kind].words.find(({ name }) => name === field)?.type
  return type === 'markdown' ? derivation.markdown : derivation.text
}

/** Enters a record; false when its key is taken. */
export async function addRecord(db: Db, kind: RecordKind, record: SiteRecord, actor: Actor): Promise<boolean> {
  const entry = entryOf(ACTIONS[kind].added, record.key, actor)
  return settle(db, await insertRecord(db, { kind, record, entry, tags: tagsOf(kind) }), tagsOf(kind), actor)
}

/** Changes a record; false, and nothing written, when it is no longer the version that the editor saw. */
export async function changeRecord(
  db: Db,
  kind: RecordKind,
  { record, baseVersion }: { record: SiteRecord; baseVersion: number },
  actor: Actor,
): Promise<boolean> {
  const entry = entryOf(ACTIONS[kind].changed, record.key, actor)
  const answer = await updateRecord(db, { kind, record, baseVersion, entry, tags: tagsOf(kind) })
  return settle(db, answer, tagsOf(kind), actor)
}

/** Deletes a record; false, and nothing deleted, when an article uses it or it has changed. */
export async function removeRecord(
  db: Db,
  kind: RecordKind,
  { key, version }: Pick<StoredRecord, 'key' | 'version'>,
  actor: Actor,
): Promise<boolean> {
  const entry = entryOf(ACTIONS[kind].deleted, key, actor)
  const answer = await deleteRecord(db, { kind, key, baseVersion: version, entry, tags: tagsOf(kind) })
  return settle(db, answer, tagsOf(kind), actor)
}

export function entryOf(action: AuditAction, subject: string, { by, nowMs }: Actor) {
  return { atMs: nowMs, actor: by, action, subject }
}

/** Purges what a change has made old. */
export async function settle(
  db: Db,
  answer: ChangeAnswer,
  tags: readonly string[],
  { purge }: Pick<Actor, 'purge'>,
): Promise<boolean> {
  if (answer.ok && answer.purgeId > 0) await purgeQueued(db, purge, { id: answer.purgeId, tags })
  return answer.ok
}
