import { includesRole } from '../article/roles.ts'
import { EDITIONS } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { deskMessagesFor } from '../edition/messages/admin-desk.ts'
import { editionsFor, statusesOf } from '../newsroom/acts.ts'
import { adminHref } from '../routes.ts'
import { Choices, Field } from '../ui/field.tsx'
import { isAddressKnown, type Offered, offered } from './offered.ts'
import type { PublicationProps } from './publication-page.tsx'

export const PUBLISH_FORM_ID = 'publish'

/** Is there the form in which editions, time and address are chosen? */
export function mayPublish({ frame, copy, nowMs }: PublicationProps): boolean {
  return includesRole(frame.editor.role, 'editor') && editionsFor(copy, 'publish', nowMs).length > 0
}

/** What may be done now; authors ask for a review instead. */
export function PublicationForms(props: PublicationProps) {
  const { frame, copy, nowMs } = props
  const { language, role } = frame.editor
  const { publication } = adminMessagesFor(language)
  const may = (kind: 'update' | 'withdraw' | 'cancel') => editionsFor(copy, kind, nowMs).length > 0
  if (!includesRole(role, 'editor')) return <ReviewForm {...props} />
  return (
    <>
      <ToDesk {...props} />
      {mayPublish(props) ? <PublishForm {...props} /> : null}
      {may('update') ? <UpdateForm {...props} /> : null}
      <p class="actions">
        {may('update') ? (
          <a class="button" href={adminHref.correction(copy.id)}>
            {publication.correct}
          </a>
        ) : null}
        {may('withdraw') ? (
          <a class="button" href={adminHref.withdrawal(copy.id)}>
            {publication.withdraw}
          </a>
        ) : null}
      </p>
      {may('cancel') ? (
        <form method="post" action={adminHref.cancellation(copy.id)}>
          <DecidedOn {...props} />
          <button type="submit">{publication.cancel}</button>
        </form>
      ) : null}
      <ReviewForm {...props} />
    </>
  )
}

/** What the editor decides on: a newer revision or another act in between refuses the act. */
export function DecidedOn({ copy }: Pick<PublicationProps, 'copy'>) {
  return (
    <>
      <input type="hidden" name="version" value={String(copy.version)} />
      <input type="hidden" name="acts" value={String(copy.acts)} />
    </>
  )
}

/** The way to the desk while nobody has checked the conversion of this revision. */
function ToDesk({ frame, copy, rows }: PublicationProps) {
  const isOpen = rows.some(({ entries }) => entries.conversion.level === 'warn')
  if (!isOpen) return null
  return (
    <p class="actions">
      <a class="button" href={adminHref.conversion(copy.id)}>
        {deskMessagesFor(frame.editor.language).toDesk}
      </a>
    </p>
  )
}

function PublishForm(props: PublicationProps) {
  const { frame, copy, errors, neutral, nowMs } = props
  const { language } = frame.editor
  const { publication } = adminMessagesFor(language)
  const possible = editionsFor(copy, 'publish', nowMs)
  const wanted: Offered = props.wanted ?? offered(props)
  const shared = { language, errors }
  return (
    <form id={PUBLISH_FORM_ID} method="post" action={adminHref.publication(copy.id)}>
      <h2>{publication.act}</h2>
      {wanted.isOutdated ? <p>{publication.planOutdated}</p> : null}
      <DecidedOn copy={copy} />
      <Choices
        {...shared}
        name="editions"
        label={publication.actEditions}
        hint={publication.actEditionsHint}
        type="checkbox"
        values={wanted.editions}
        options={possible.map((edition) => ({
          value: edition,
          label: EDITIONS[edition].name,
          lang: EDITIONS[edition].lang,
        }))}
      />
      <Choices
        {...shared}
        name="when"
        label={publication.actWhen}
        type="radio"
        values={[wanted.when]}
        options={(['now', 'schedule', 'embargo'] as const).map((value) => ({ value, label: publication[value] }))}
      />
      <Field
        {...shared}
        name="at"
        label={publication.at}
        hint={publication.atHint}
        type="datetime-local"
        size={20}
        value={wanted.at}
      />
      {isAddressKnown(copy, nowMs) ? (
        <input type="hidden" name="address" value="words" />
      ) : (
        <Choices
          {...shared}
          name="address"
          label={publication.address}
          hint={publication.addressHint}
          type="radio"
          values={[wanted.address]}
          options={[
            { value: 'neutral', label: publication.addressNeutral(neutral) },
            { value: 'words', label: publication.addressWords(copy.content.slug) },
          ]}
        />
      )}
      <button type="submit" class="main" name="act" value="publish">
        {publication.publish}
      </button>
    </form>
  )
}

function UpdateForm({ frame, copy, nowMs }: PublicationProps) {
  const { publication } = adminMessagesFor(frame.editor.language)
  const hasChanges = Object.values(statusesOf(copy, nowMs)).some(
    (status) => status.kind === 'published' && status.changed,
  )
  return (
    <form method="post" action={adminHref.publication(copy.id)}>
      <h2>{publication.update}</h2>
      <p>{hasChanges ? publication.updateIntro : publication.updateNone}</p>
      <DecidedOn copy={copy} />
      <p class="actions">
        <button type="submit" name="act" value="update">
          {publication.updateButton}
        </button>
      </p>
    </form>
  )
}

function ReviewForm({ frame, copy }: PublicationProps) {
  const { article } = adminMessagesFor(frame.editor.language)
  const isAsked = copy.reviewRequestedBy !== null
  return (
    <form method="post" action={adminHref.review(copy.id)}>
      <p class="actions">
        <button type="submit" name="asked" value={isAsked ? 'no' : 'yes'}>
          {isAsked ? article.endReview : article.askReview}
        </button>
      </p>
    </form>
  )
}
