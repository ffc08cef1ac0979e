import { type RecordKind, recordName } from '../article/record-shape.ts'
import type { RecordUse } from '../db/record-uses.ts'
import type { StoredRecord } from '../db/site-records.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { ArticleLink, namesakes } from './article-link.tsx'

export interface UsesProps {
  kind: RecordKind
  recordKey: string
  uses: readonly RecordUse[]
  /** Editions of each article that show an older state of the record. */
  outdated: ReadonlyMap<number, readonly Edition[]>
  mayUpdate: boolean
  language: Edition
}

/** The articles that use a record, with a way to bring published ones up to date. */
export function Uses({ kind, recordKey, uses, outdated, mayUpdate, language }: UsesProps) {
  const { records } = adminMessagesFor(language)
  const shared = namesakes(uses, language)
  return (
    <section aria-labelledby="uses">
      <h2 id="uses">{records.uses}</h2>
      {uses.length === 0 ? <p>{records.usesNone}</p> : null}
      {outdated.size === 0 || !mayUpdate ? null : <p>{records.refreshIntro}</p>}
      <ul class="list">
        {uses.map((use) => {
          const old = outdated.get(use.articleId) ?? []
          return (
            <li>
              <ArticleLink article={use} language={language} shared={shared} />
              <p class="muted">{placesOf(use, kind, old, language)}</p>
              {kind === 'topic' || old.length === 0 || !mayUpdate ? null : (
                <form method="post" action={adminHref.recordUpdates(kind, recordKey)}>
                  <input type="hidden" name="article" value={String(use.articleId)} />
                  <button type="submit">{records.refresh(use.articleId)}</button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function placesOf({ places }: RecordUse, kind: RecordKind, old: readonly Edition[], language: Edition): string {
  const { form, records } = adminMessagesFor(language)
  const names = (editions: readonly Edition[]) => editions.map((edition) => form.editions[edition]).join(' · ')
  const published = EDITION_KEYS.filter((edition) => places.includes(edition))
  const state =
    old.length > 0
      ? records.outdated(names(EDITION_KEYS.filter((edition) => old.includes(edition))))
      : kind === 'topic'
        ? ''
        : records.upToDate
  return [places.includes('draft') ? records.inDraft : '', names(published), published.length > 0 ? state : '']
    .filter(Boolean)
    .join(' · ')
}

interface DeletionProps {
  frame: AdminFrame
  kind: RecordKind
  record: StoredRecord
  uses: readonly RecordUse[]
}

/** Asks once more before a record is deleted; names what uses it when it cannot be. */
export function DeletionPage({ frame, kind, record, uses }: DeletionProps) {
  const { language } = frame.editor
  const { records } = adminMessagesFor(language)
  const name = recordName(kind, record, language)
  const back = adminHref.record(kind, record.key)
  if (uses.length > 0) {
    return (
      <AdminDocument frame={frame} title={records.inUseTitle(name)}>
        <p>{records.inUseIntro}</p>
        <Uses {...{ kind, uses, language }} recordKey={record.key} outdated={new Map()} mayUpdate={false} />
        <p class="actions">
          <a class="button" href={back}>
            {records.deleteCancel}
          </a>
        </p>
      </AdminDocument>
    )
  }
  return (
    <AdminDocument frame={frame} title={records.delete(name)}>
      <p>{records.usesNone}</p>
      <p>{records.deleteIntro}</p>
      <form method="post" action={adminHref.recordDeletion(kind, record.key)}>
        <input type="hidden" name="version" value={String(record.version)} />
        <p class="actions">
          <button type="submit" class="main">
            {records.deleteButton}
          </button>
          <a class="button" href={back}>
            {records.deleteCancel}
          </a>
        </p>
      </form>
    </AdminDocument>
  )
}
