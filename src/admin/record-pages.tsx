import type { Child } from 'hono/jsx'
import { RECORD_SHAPES, type RecordKind, recordName } from '../article/record-shape.ts'
import type { StoredRecord } from '../db/site-records.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'
import { Field, type FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { EditionWords } from './edition-words.tsx'
import { PartList } from './parts-conflict-page.tsx'
import type { RecordForm } from './record-form.ts'
import { conflictParts } from './record-words.ts'

interface ListProps {
  frame: AdminFrame
  kind: RecordKind
  records: readonly StoredRecord[]
  uses: ReadonlyMap<string, number>
  mayChange: boolean
  done?: string | undefined
}

export function RecordListPage({ frame, kind, records, uses, mayChange, done }: ListProps) {
  const { language } = frame.editor
  const { records: messages } = adminMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.titles[kind]} done={done}>
      <p>{messages.intros[kind]}</p>
      {mayChange ? (
        <p class="actions">
          <a class="button" href={adminHref.newRecord(kind)}>
            {messages.newTitles[kind]}
          </a>
        </p>
      ) : (
        <p>{messages.readOnly}</p>
      )}
      {records.length === 0 ? <p>{messages.none}</p> : null}
      <ul class="list">
        {records.map((record) => (
          <li>
            <a href={adminHref.record(kind, record.key)}>{recordName(kind, record, language)}</a>
            <p class="muted">
              {record.key} · {messages.usedBy(uses.get(record.key) ?? 0)}
            </p>
          </li>
        ))}
      </ul>
    </AdminDocument>
  )
}

export interface RecordFormProps {
  frame: AdminFrame
  kind: RecordKind
  form: RecordForm
  heading: string
  /** Is it there yet? Then its key stays. */
  stored: boolean
  errors?: readonly FieldError[]
  outlived?: Partial<Record<string, string>>
  /** Said above the form, e.g. that nothing was saved. */
  alarm?: string | undefined
  done?: string | undefined
  children?: Child
}

/** The form of a record, new or stored. */
export function RecordFormPage({ frame, heading, errors = [], alarm, done, children, ...props }: RecordFormProps) {
  const form = { id: 'record', action: actionOf(props) }
  return (
    <AdminDocument frame={frame} title={heading} {...{ errors, alarm, done, form }}>
      <RecordFields {...props} language={frame.editor.language} errors={errors} />
      {children}
    </AdminDocument>
  )
}

function actionOf({ kind, form, stored }: Pick<RecordFormProps, 'kind' | 'form' | 'stored'>): string {
  return stored ? adminHref.record(kind, form.key) : adminHref.records(kind)
}

interface FieldsProps extends Pick<RecordFormProps, 'kind' | 'form' | 'stored' | 'outlived'> {
  language: Edition
  errors: readonly FieldError[]
}

const TYPES = { position: 'text', phone: 'tel', email: 'email', url: 'url' } as const

function RecordFields({ kind, form, stored, outlived = {}, ...shared }: FieldsProps) {
  const { records } = adminMessagesFor(shared.language)
  const { words, plain } = RECORD_SHAPES[kind]
  return (
    <form id="record" method="post" action={actionOf({ kind, form, stored })} novalidate>
      <input type="hidden" name="version" value={String(form.baseVersion)} />
      <input type="hidden" name="uiLanguage" value={shared.language} />
      {stored ? (
        <p>
          <b>{records.key}</b> {form.key}
        </p>
      ) : (
        <Field {...shared} name="key" label={records.key} hint={records.keyHint} value={form.key} words="en" required />
      )}
      {words.map(({ name, type, required }) => {
        const typed = form.words[name]
        const known = { name, type, required, label: records.words[name], outlived: outlived[name] }
        return typed ? <EditionWords {...shared} {...known} typed={typed} /> : null
      })}
      {plain.map((name) => (
        <Field
          {...shared}
          name={name}
          label={records.plain[name]}
          hint={records.plainHints[name]}
          type={TYPES[name]}
          value={form.plain[name] ?? ''}
        />
      ))}
      <p class="actions">
        <button type="submit" class="main">
          {stored ? records.save : records.add}
        </button>
      </p>
    </form>
  )
}

/** A record for those who may read it and no more. */
export function RecordReadPage({
  frame,
  kind,
  record,
  children,
}: {
  frame: AdminFrame
  kind: RecordKind
  record: StoredRecord
  children?: Child
}) {
  const { language } = frame.editor
  const { records } = adminMessagesFor(language)
  const { plain } = record
  const parts = conflictParts(kind, { theirs: record, mine: { words: {}, plain } }, language)
  return (
    <AdminDocument frame={frame} title={records.shown(recordName(kind, record, language))}>
      <p>{records.readOnly}</p>
      <h2>{records.titles[kind]}</h2>
      <PartList parts={parts.map((part) => ({ ...part, text: part.theirs }))} language={language} />
      {children}
    </AdminDocument>
  )
}
