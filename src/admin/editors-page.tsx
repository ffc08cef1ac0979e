import { ROLES } from '../article/roles.ts'
import type { Editor } from '../db/editors.ts'
import { EDITION_KEYS, EDITIONS } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'
import { Choices, Field, type FieldError, Select } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'

/** A person as a form has them; `role` is '' while nobody chose one. */
export type TypedEditor = Pick<Editor, 'email' | 'name' | 'language'> & { role: Editor['role'] | '' }

interface EditorsProps {
  frame: AdminFrame
  people: readonly Editor[]
  done?: string | undefined
}

export function EditorsPage({ frame, people, done }: EditorsProps) {
  const { language } = frame.editor
  const { editors: messages } = adminMessagesFor(language)
  const removed = people.filter(({ active }) => !active)
  return (
    <AdminDocument frame={frame} title={messages.title} done={done}>
      <p>{messages.intro}</p>
      <p class="actions">
        <a class="button" href={adminHref.newEditor()}>
          {messages.add}
        </a>
      </p>
      <h2>{messages.list}</h2>
      <People frame={frame} people={people.filter(({ active }) => active)} />
      {removed.length === 0 ? null : (
        <>
          <h2>{messages.removedList}</h2>
          <ul class="list">
            {removed.map(({ email, name }) => (
              <li>{[email, name].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
        </>
      )}
    </AdminDocument>
  )
}

function People({ frame, people }: Pick<EditorsProps, 'frame' | 'people'>) {
  const { editors: messages, roles } = adminMessagesFor(frame.editor.language)
  return (
    <ul class="list">
      {people.map(({ id, email, name, role }) => (
        <li>
          <a href={adminHref.editor(id)}>{email}</a> {email === frame.editor.email ? messages.you : ''}
          <p class="muted">{[name, roles[role]].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}

interface FormProps {
  frame: AdminFrame
  typed: TypedEditor
  /** The stored person; null for a new one. */
  stored: Editor | null
  errors?: readonly FieldError[]
  /** Ask this administrator to confirm giving up their own rights. */
  asksToConfirm?: boolean
  /** The address is an administrator by configuration. */
  isNamed?: boolean
}

/** The form of a person, new or stored. */
export function EditorFormPage({ frame, typed, stored, errors = [], asksToConfirm = false, isNamed }: FormProps) {
  const { language } = frame.editor
  const messages = adminMessagesFor(language)
  const { editors } = messages
  const shared = { language, errors }
  const form = { id: 'editor', action: stored ? adminHref.editor(stored.id) : adminHref.editors() }
  const title = stored ? editors.change(stored.email) : editors.add
  return (
    <AdminDocument frame={frame} title={title} errors={errors} form={form}>
      {isNamed ? <p class="notice">{editors.named}</p> : null}
      {stored?.email === frame.editor.email ? <p class="notice">{editors.self}</p> : null}
      <form id={form.id} method="post" action={form.action} novalidate>
        {stored ? (
          <input type="hidden" name="version" value={String(stored.version)} />
        ) : (
          <Field
            {...shared}
            name="email"
            label={editors.email}
            hint={editors.emailHint}
            type="email"
            value={typed.email}
            required
          />
        )}
        <Field {...shared} name="name" label={editors.name} value={typed.name} />
        <Choices
          {...shared}
          name="role"
          label={editors.role}
          type="radio"
          values={[typed.role]}
          options={ROLES.map((role) => ({ value: role, label: messages.roles[role], hint: editors.roleHints[role] }))}
          required
        />
        <Select
          {...shared}
          name="language"
          label={editors.language}
          value={typed.language}
          options={EDITION_KEYS.map((key) => ({ value: key, label: EDITIONS[key].name, lang: EDITIONS[key].lang }))}
        />
        {asksToConfirm ? <Confirmation language={language} errors={errors} /> : null}
        <p class="actions">
          <button type="submit" class="main">
            {stored ? editors.save : editors.addButton}
          </button>
          {stored ? (
            <a class="button" href={adminHref.editorRemoval(stored.id)}>
              {editors.remove(stored.email)}
            </a>
          ) : null}
        </p>
      </form>
    </AdminDocument>
  )
}

/** Nobody gives up their own rights by a slip. */
function Confirmation({
  language,
  errors,
}: Pick<FormProps['frame']['editor'], 'language'> & { errors: readonly FieldError[] }) {
  const { editors } = adminMessagesFor(language)
  return (
    <Choices
      {...{ language, errors }}
      name="confirm"
      label={editors.self}
      type="checkbox"
      values={[]}
      options={[{ value: 'yes', label: editors.confirm }]}
    />
  )
}

interface RemovalProps {
  frame: AdminFrame
  person: Editor
  errors?: readonly FieldError[]
  isLast: boolean
  isNamed: boolean
}

/** Asks once more before somebody is removed. */
export function RemovalPage({ frame, person, errors = [], isLast, isNamed }: RemovalProps) {
  const { language } = frame.editor
  const { editors } = adminMessagesFor(language)
  const { id, email, version } = person
  return (
    <AdminDocument frame={frame} title={editors.remove(email)} errors={errors}>
      <p>{editors.removeIntro}</p>
      {isNamed ? <p class="notice">{editors.named}</p> : null}
      <form method="post" action={adminHref.editorRemoval(id)}>
        <input type="hidden" name="version" value={String(version)} />
        {isLast ? <p class="notice">{editors.lastAdministrator}</p> : null}
        {!isLast && email === frame.editor.email ? <Confirmation language={language} errors={errors} /> : null}
        <p class="actions">
          {isLast ? null : (
            <button type="submit" class="main" id="f-remove">
              {editors.removeButton}
            </button>
          )}
          <a class="button" href={adminHref.editor(id)} id={isLast ? 'f-remove' : undefined}>
            {editors.removeCancel}
          </a>
        </p>
      </form>
    </AdminDocument>
  )
}
