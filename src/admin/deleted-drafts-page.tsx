import { mayDeleteDraft } from '../article/roles.ts'
import type { DeletedDraft, DraftBelongings } from '../db/deleted-drafts.ts'
import type { WorkingCopy } from '../db/working-copy.ts'
import { dateAndTime } from '../edition/dates.ts'
import { EDITION_KEYS, EDITIONS } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { adminHref } from '../routes.ts'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { headingOf } from './article.tsx'
import { ArticleTabs } from './article-tabs.tsx'

interface DeletionProps {
  frame: AdminFrame
  copy: WorkingCopy
  belongings: DraftBelongings
  /** Why nothing was deleted the first time. */
  alarm?: string | undefined
}

/** Says what goes with a draft, and asks; or says why it cannot go. */
export function DraftDeletionPage({ frame, copy, belongings, alarm }: DeletionProps) {
  const { editor } = frame
  const { language } = editor
  const { deletion } = adminMessagesFor(language)
  const { id, draft, startedBy, content } = copy
  const refusal = draft ? (mayDeleteDraft(editor, copy) ? undefined : deletion.notYours(startedBy)) : deletion.notDraft
  return (
    <AdminDocument frame={frame} title={deletion.title(headingOf(content, language))}>
      <ArticleTabs articleId={id} editor={frame.editor} />
      {alarm ? (
        <div class="notice alarm" role="alert">
          <p>{alarm}</p>
        </div>
      ) : null}
      {refusal === undefined ? (
        <Question {...{ frame, copy, belongings }} />
      ) : (
        <>
          <p>{refusal}</p>
          <p>
            <a class="target" href={draft ? adminHref.article(id) : adminHref.publication(id)}>
              {draft ? deletion.cancel : deletion.toPublication}
            </a>
          </p>
        </>
      )}
    </AdminDocument>
  )
}

function Question({ frame, copy, belongings }: DeletionProps) {
  const { language } = frame.editor
  const { deletion } = adminMessagesFor(language)
  const { revisions, links, photos } = belongings
  const { id, slug, version, savedBy, savedAtMs } = copy
  return (
    <form method="post" action={adminHref.deletion(id)}>
      <input type="hidden" name="version" value={String(version)} />
      <p>{deletion.intro}</p>
      <ul class="list">
        <li>{deletion.revisions(revisions, savedBy, dateAndTime(savedAtMs, language))}</li>
        <li>{deletion.address(slug)}</li>
        {links === 0 ? null : <li>{deletion.links(links)}</li>}
        {photos === 0 ? null : <li>{deletion.photos(photos)}</li>}
      </ul>
      <p class="actions">
        <button type="submit" class="main">
          {deletion.confirm}
        </button>
        <a class="button" href={adminHref.article(id)}>
          {deletion.cancel}
        </a>
      </p>
    </form>
  )
}

interface DeletedProps {
  frame: AdminFrame
  items: readonly DeletedDraft[]
  page: number
  nextPage: number | null
  done: string | undefined
  alarm?: string | undefined
}

/** The drafts that were deleted, each with its way back. */
export function DeletedDraftsPage({ frame, items, page, nextPage, done, alarm }: DeletedProps) {
  const { language } = frame.editor
  const { deletion, home } = adminMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={deletion.list} done={done}>
      {alarm ? (
        <div class="notice alarm" role="alert">
          <p>{alarm}</p>
        </div>
      ) : null}
      <p>{items.length === 0 ? deletion.none : deletion.listIntro}</p>
      <ul class="list">
        {items.map((draft) => (
          <li>
            <Deleted draft={draft} frame={frame} />
          </li>
        ))}
      </ul>
      <p class="actions">
        {page > 1 ? (
          <a class="button" href={adminHref.deletedDrafts(page - 1)}>
            {home.newer}
          </a>
        ) : null}
        {nextPage === null ? null : (
          <a class="button" href={adminHref.deletedDrafts(nextPage)}>
            {home.older}
          </a>
        )}
      </p>
    </AdminDocument>
  )
}

function Deleted({ draft, frame }: { draft: DeletedDraft; frame: AdminFrame }) {
  const { editor } = frame
  const { language } = editor
  const { deletion } = adminMessagesFor(language)
  const { id, kind, slug, titles, sourceEdition, deletedBy, deletedAtMs } = draft
  const edition = [language, sourceEdition, ...EDITION_KEYS].find((key) => titles[key])
  const title = edition ? titles[edition] : adminMessagesFor(language).article.untitled
  const lang = edition && EDITIONS[edition].lang
  return (
    <>
      <p lang={lang}>
        <b>{title}</b>
      </p>
      <p class="muted">
        {messagesFor(language).kinds[kind]} · {slug} ·{' '}
        {deletion.deletedBy(deletedBy, dateAndTime(deletedAtMs, language))}
      </p>
      {mayDeleteDraft(editor, draft) ? (
        <form method="post" action={adminHref.recovery(id)}>
          <button type="submit">
            <span>
              {deletion.restore}
              <span lang={lang}>{title}</span> ({slug})
            </span>
          </button>
        </form>
      ) : null}
    </>
  )
}
