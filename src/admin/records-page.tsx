import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { Area, Field, type FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import type { RecordKind, ShownRecord } from './records.tsx'

export type Typed = Readonly<Record<string, string>>

export interface RecordField {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'tel' | 'email' | 'url'
  multiline?: boolean
  required?: boolean
  words?: Edition
  /** Name of the field whose words are converted when this one is empty. */
  derivedFrom?: string
}

interface FieldsProps {
  fields: readonly RecordField[]
  typed: Typed
  errors: readonly FieldError[]
  language: Edition
}

/** The controls of a record. */
export function RecordFields({ fields, typed, errors, language }: FieldsProps) {
  const { records } = adminMessagesFor(language)
  return (
    <>
      {fields.map(({ name, label, hint, type = 'text', multiline, required, words, derivedFrom }) => {
        const shared = {
          ...{ name, label, language, errors, words },
          value: typed[name] ?? '',
          hint: hint ?? (derivedFrom ? records.derivedHint : undefined),
          required: required ?? false,
        }
        return multiline ? <Area {...shared} rows={6} /> : <Field {...shared} type={type} />
      })}
    </>
  )
}

interface RecordsProps {
  frame: AdminFrame
  kind: RecordKind
  records: readonly ShownRecord[]
  fields: readonly RecordField[]
  typed: Typed
  errors: readonly FieldError[]
  done: string | undefined
}

/** A list with the form that adds to it. */
export function RecordsPage({ frame, kind, records, fields, typed, errors, done }: RecordsProps) {
  const { language } = frame.editor
  const { records: messages } = adminMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages[kind.title]} errors={errors} done={done}>
      {records.length === 0 ? <p>{messages.none}</p> : null}
      <ul class="list">
        {records.map(({ key, label }) => (
          <li>
            <a href={kind.recordHref(key)}>{messages.change(label)}</a>
          </li>
        ))}
      </ul>
      <h2>{messages.addTitle}</h2>
      <form method="post" action={kind.listHref()}>
        <Field
          name="key"
          label={messages.key}
          hint={messages.keyHint}
          value={typed.key ?? ''}
          required
          words="en"
          {...{ language, errors }}
        />
        <RecordFields {...{ fields, typed, errors, language }} />
        <button type="submit" class="main">
          {messages.add}
        </button>
      </form>
    </AdminDocument>
  )
}

interface RecordProps extends Omit<RecordsProps, 'records' | 'done'> {
  record: ShownRecord
}

export function RecordPage({ frame, kind, record, fields, typed, errors }: RecordProps) {
  const { language } = frame.editor
  const messages = adminMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.records.change(record.label)} errors={errors}>
      <form method="post" action={kind.recordHref(record.key)}>
        <input type="hidden" name="version" value={String(record.version)} />
        <RecordFields {...{ fields, typed, errors, language }} />
        <p class="actions">
          <button type="submit" class="main">
            {messages.form.save}
          </button>
          <a class="button" href={kind.listHref()}>
            {messages.form.cancel}
          </a>
        </p>
      </form>
    </AdminDocument>
  )
}
