import type { RevisionLine, StoredRevision } from '../db/drafts.ts'
import type { Choices } from '../db/working-copy.ts'
import { dateAndTime } from '../edition/dates.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { adminHref } from '../routes.ts'
import { EditionLinks } from '../ui/edition-links.tsx'
import { Field, type FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { headingOf } from './article.tsx'
import { ArticleTabs } from './article-tabs.tsx'
import { WholeContent } from './conflict-page.tsx'
import { comparedParts, contentParts, partsTogether } from './content-text.ts'
import { Differences } from './differences.tsx'

interface RevisionsProps {
  frame: AdminFrame
  articleId: number
  /** Headline of the article. */
  heading: string
  items: readonly RevisionLine[]
  page: number
  nextPage: number | null
  /** What was asked to be compared and could not be. */
  asked?: Compared
  alarm?: string
}

export interface Compared {
  from: string
  to: string
  errors: readonly FieldError[]
}

export function RevisionsPage({ frame, articleId, heading, items, page, nextPage, asked, alarm }: RevisionsProps) {
  const { language } = frame.editor
  const { revisions, form } = adminMessagesFor(language)
  const newest = items[0]?.number ?? 0
  const { errors = [] } = asked ?? {}
  return (
    <AdminDocument frame={frame} title={revisions.title + form.more(heading)} {...{ errors, alarm }}>
      <ArticleTabs articleId={articleId} editor={frame.editor} current="revisions" />
      <section class="scroll" tabindex={0} aria-labelledby="revisions-caption">
        <table>
          <caption id="revisions-caption">{revisions.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{revisions.number}</th>
              <th scope="col">{revisions.savedAt}</th>
              <th scope="col">{revisions.savedBy}</th>
              <th scope="col">{revisions.note}</th>
              <th scope="col">{revisions.compare}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <RevisionRow item={item} articleId={articleId} newest={newest} language={language} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="actions">
        {page > 1 ? (
          <a class="button" href={adminHref.revisions(articleId, page - 1)}>
            {revisions.newer}
          </a>
        ) : null}
        {nextPage === null ? null : (
          <a class="button" href={adminHref.revisions(articleId, nextPage)}>
            {revisions.older}
          </a>
        )}
      </p>
      <h2>{revisions.compareForm}</h2>
      <form method="get" action={adminHref.comparison(articleId)}>
        <Field
          name="from"
          label={revisions.from}
          value={asked?.from ?? String(items[1]?.number ?? newest)}
          size={8}
          {...{ language, errors }}
        />
        <Field name="to" label={revisions.to} value={asked?.to ?? String(newest)} size={8} {...{ language, errors }} />
        <button type="submit">{revisions.compare}</button>
      </form>
    </AdminDocument>
  )
}

function RevisionRow({
  item,
  articleId,
  newest,
  language,
}: {
  item: RevisionLine
  articleId: number
  newest: number
  language: AdminFrame['editor']['language']
}) {
  const { revisions } = adminMessagesFor(language)
  const { number, savedAtMs, savedBy, note, autosaved } = item
  return (
    <tr>
      <th scope="row">
        <a href={adminHref.revision(articleId, number)}>{revisions.show(number)}</a>
      </th>
      <td>{dateAndTime(savedAtMs, language)}</td>
      <td>{savedBy}</td>
      <td>{[note, autosaved ? revisions.autosaved : ''].filter(Boolean).join(' · ')}</td>
      <td>
        {number === newest ? null : (
          <a href={adminHref.comparison(articleId, number, newest)}>{revisions.compareWithCurrent(number)}</a>
        )}
      </td>
    </tr>
  )
}

export function RevisionPage({
  frame,
  articleId,
  shown,
  newest,
  choices,
}: {
  frame: AdminFrame
  articleId: number
  shown: StoredRevision
  newest: number
  choices: Choices
}) {
  const { language } = frame.editor
  const { revisions, form } = adminMessagesFor(language)
  const { number, savedBy, savedAtMs } = shown
  return (
    <AdminDocument
      frame={frame}
      title={`${revisions.number} ${number}${form.more(headingOf(shown.content, language))}`}
    >
      <ArticleTabs articleId={articleId} editor={frame.editor} />
      <p>
        {savedBy} · {dateAndTime(savedAtMs, language)}
      </p>
      {number === newest ? null : (
        <form method="post" action={adminHref.restoration(articleId, number)}>
          <input type="hidden" name="version" value={String(newest)} />
          <p class="actions">
            <button type="submit">{revisions.restore(number)}</button>
            <a class="button" href={adminHref.comparison(articleId, number, newest)}>
              {revisions.compareWithCurrent(number)}
            </a>
          </p>
        </form>
      )}
      <h2>{adminMessagesFor(language).article.tabs.form}</h2>
      <WholeContent content={shown.content} {...{ choices, language }} />
    </AdminDocument>
  )
}

interface ComparisonProps {
  frame: AdminFrame
  articleId: number
  from: StoredRevision
  to: StoredRevision
  choices: Choices
  /** The edition asked for. */
  asked: Edition | undefined
}

export function ComparisonPage({ frame, articleId, from, to, choices, asked }: ComparisonProps) {
  const { language } = frame.editor
  const { revisions, form } = adminMessagesFor(language)
  const differing = comparedParts(
    contentParts(from.content, choices, language),
    contentParts(to.content, choices, language),
  )
  const { parts, edition, editions } = partsTogether(differing, asked)
  const title = revisions.compareTitle(from.number, to.number) + form.more(headingOf(to.content, language))
  return (
    <AdminDocument frame={frame} title={title}>
      <ArticleTabs articleId={articleId} editor={frame.editor} />
      <h2>{revisions.changes}</h2>
      {edition ? (
        <>
          <p>{revisions.oneEdition}</p>
          <EditionLinks
            label={messagesFor(language).editionNavigation}
            editions={editions}
            shown={edition}
            address={(other) => adminHref.comparison(articleId, from.number, to.number, other)}
          />
        </>
      ) : null}
      <Differences parts={parts} language={language} none={revisions.noChanges} />
    </AdminDocument>
  )
}
