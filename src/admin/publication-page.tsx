import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { statusesOf } from '../newsroom/acts.ts'
import { adminHref, href } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { headingOf } from './article.tsx'
import { ArticleTabs } from './article-tabs.tsx'
import { Checklist, Findings, ListeningOutlines } from './checklist-parts.tsx'
import { ANSWERING, type Wanted } from './offered.ts'
import type { Case } from './publication.tsx'
import { mayPublish, PUBLISH_FORM_ID, PublicationForms } from './publication-forms.tsx'
import { SharePictures } from './share-pictures.tsx'
import { statusWords } from './status-words.ts'

/** A slow line: kilobits a second. */
const SLOW_LINE_KBPS = 400

export interface PublicationProps extends Case {
  frame: AdminFrame
  wanted: Wanted | null
  errors: readonly FieldError[]
  /** The address that tells nothing. */
  neutral: string
  done: string | undefined
  nowMs: number
}

export function PublicationPage(props: PublicationProps) {
  const { frame, copy, rows, errors, sizes, pictures, done } = props
  const { language } = frame.editor
  const { publication } = adminMessagesFor(language)
  const title = publication.title(headingOf(copy.content, language))
  const form = mayPublish(props) ? { id: PUBLISH_FORM_ID, action: adminHref.publication(copy.id) } : undefined
  return (
    <AdminDocument frame={frame} title={title} errors={errors} done={done} form={form}>
      <ArticleTabs articleId={copy.id} editor={frame.editor} current="publication" />
      <StateNow {...props} />
      <Checklist rows={rows} articleId={copy.id} language={language} />
      <Findings rows={rows} articleId={copy.id} language={language} />
      <PublicationForms {...props} />
      <SharePictures frame={frame} articleId={copy.id} statuses={pictures} />
      <h2>{publication.size}</h2>
      <ul class="list">
        {sizes.map(({ edition, bytes }) => (
          <li>{sizeLine(edition, bytes, language)}</li>
        ))}
      </ul>
      <ListeningOutlines rows={rows} language={language} />
      <form method="post" action={adminHref.copies(copy.id)}>
        <p class="actions">
          <button type="submit">{adminMessagesFor(language).article.copy}</button>
        </p>
      </form>
    </AdminDocument>
  )
}

function sizeLine(edition: Edition, bytes: number, language: Edition): string {
  const seconds = (bytes * 8) / (SLOW_LINE_KBPS * 1000)
  const shownBytes = bytes.toLocaleString('en')
  return adminMessagesFor(language).publication.sizeLine(EDITIONS[edition].name, shownBytes, seconds.toFixed(1))
}

function StateNow({ frame, copy, nowMs }: PublicationProps) {
  const { language } = frame.editor
  const { publication } = adminMessagesFor(language)
  const statuses = statusesOf(copy, nowMs)
  return (
    <section aria-labelledby="state-now">
      <h2 id="state-now">{publication.stateNow}</h2>
      <ul class="list">
        {EDITION_KEYS.map((edition) => (
          <li>
            <b lang={EDITIONS[edition].lang}>{EDITIONS[edition].name}</b> {statusWords(statuses[edition], language)}
            {ANSWERING.has(statuses[edition].kind) ? (
              <>
                {' '}
                <a class="target" href={href.article({ edition, images: true }, copy.slug)}>
                  {publication.publicPage(EDITIONS[edition].name)}
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
