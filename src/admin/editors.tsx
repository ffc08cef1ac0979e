import type { Context } from 'hono'
import { parseRole, ROLES } from '../article/roles.ts'
import { countOtherAdministrators, type Editor, findEditorById, listEditors, putEditor } from '../db/editors.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { adminHref } from '../routes.ts'
import { Choices, Field, type FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { isEmail } from './article-form.ts'
import { missing } from './missing.tsx'
import { adminFrame, formLine, numberParam } from './request.ts'

type TypedEditor = Pick<Editor, 'email' | 'name' | 'role' | 'active'>

const NOBODY: TypedEditor = { email: '', name: '', role: 'author', active: true }

export async function editors(c: Context<AppEnv>) {
  return showList(c, NOBODY, [])
}

/** Adds somebody, or changes whoever has that address. */
export async function addEditor(c: Context<AppEnv>) {
  const typed = typedOf(await c.req.formData())
  const message = adminMessagesFor(c.var.editor.language).editors.emailInvalid
  if (!isEmail(typed.email)) return showList(c, typed, [{ field: 'email', message }])
  const known = (await listEditors(c.var.db)).find(({ email }) => email === typed.email.toLowerCase())
  if (known && (await isLastAdministrator(c, known, typed))) return showList(c, typed, [lastOne(c)])
  return store(c, typed)
}

export async function editor(c: Context<AppEnv>) {
  const found = await findEditorById(c.var.db, numberParam(c, 'editor'))
  return found ? c.html(<EditorPage frame={adminFrame(c)} found={found} typed={found} errors={[]} />) : missing(c)
}

export async function changeEditor(c: Context<AppEnv>) {
  const found = await findEditorById(c.var.db, numberParam(c, 'editor'))
  if (!found) return missing(c)
  const typed = { ...typedOf(await c.req.formData()), email: found.email }
  if (await isLastAdministrator(c, found, typed)) {
    return c.html(<EditorPage frame={adminFrame(c)} found={found} typed={typed} errors={[lastOne(c)]} />, 422)
  }
  return store(c, typed)
}

function typedOf(form: FormData): TypedEditor {
  return {
    email: formLine(form, 'email').toLowerCase(),
    name: formLine(form, 'name').slice(0, 100),
    role: parseRole(formLine(form, 'role')) ?? 'author',
    active: formLine(form, 'active') !== 'no',
  }
}

/** Would this leave nobody who can change this list? */
async function isLastAdministrator(c: Context<AppEnv>, before: Editor, after: TypedEditor): Promise<boolean> {
  const stays = after.role === 'administrator' && after.active
  if (stays || before.role !== 'administrator' || !before.active) return false
  return (await countOtherAdministrators(c.var.db, before.id)) === 0
}

function lastOne(c: Context<AppEnv>): FieldError {
  return { field: 'role', message: adminMessagesFor(c.var.editor.language).editors.lastAdministrator }
}

async function store(c: Context<AppEnv>, typed: TypedEditor) {
  const { db, nowMs, editor: actor } = c.var
  const { role, active } = typed
  const entry = { atMs: nowMs, actor: actor.email, subject: typed.email, detail: { role, active } }
  await putEditor(db, typed, { ...entry, action: 'editor-changed' })
  return c.redirect(adminHref.done(adminHref.editors(), 'saved'), 303)
}

async function showList(c: Context<AppEnv>, typed: TypedEditor, errors: readonly FieldError[]) {
  const people = await listEditors(c.var.db)
  const done = c.req.query('done') === 'saved' ? adminMessagesFor(c.var.editor.language).editors.saved : undefined
  const frame = adminFrame(c, adminHref.editors())
  return c.html(<EditorsPage {...{ frame, people, typed, errors, done }} />, errors.length > 0 ? 422 : 200)
}

function EditorFields({
  frame,
  typed,
  errors,
}: {
  frame: AdminFrame
  typed: TypedEditor
  errors: readonly FieldError[]
}) {
  const { language } = frame.editor
  const messages = adminMessagesFor(language)
  const shared = { language, errors }
  return (
    <>
      <Field {...shared} name="name" label={messages.editors.name} value={typed.name} />
      <Choices
        {...shared}
        name="role"
        label={messages.editors.role}
        type="radio"
        values={[typed.role]}
        options={ROLES.map((role) => ({
          value: role,
          label: messages.roles[role],
          hint: messages.editors.roleHints[role],
        }))}
      />
      <Choices
        {...shared}
        name="active"
        label={messages.editors.access}
        type="radio"
        values={[typed.active ? 'yes' : 'no']}
        options={[
          { value: 'yes', label: messages.editors.active },
          { value: 'no', label: messages.editors.inactive },
        ]}
      />
    </>
  )
}

interface EditorsProps {
  frame: AdminFrame
  people: readonly Editor[]
  typed: TypedEditor
  errors: readonly FieldError[]
  done: string | undefined
}

function EditorsPage({ frame, people, typed, errors, done }: EditorsProps) {
  const { language } = frame.editor
  const messages = adminMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.editors.title} errors={errors} done={done}>
      <p>{messages.editors.intro}</p>
      <ul class="list">
        {people.map(({ id, email, name, role, active }) => (
          <li>
            <a href={adminHref.editor(id)}>{messages.editors.change(email)}</a>
            <p class="muted">
              {[name, messages.roles[role], active ? messages.editors.active : messages.editors.inactive]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <h2>{messages.editors.add}</h2>
      <form method="post" action={adminHref.editors()}>
        <Field
          name="email"
          label={messages.editors.email}
          type="email"
          value={typed.email}
          required
          {...{ language, errors }}
        />
        <EditorFields frame={frame} typed={typed} errors={errors} />
        <button type="submit" class="main">
          {messages.editors.add}
        </button>
      </form>
    </AdminDocument>
  )
}

function EditorPage({
  frame,
  found,
  typed,
  errors,
}: {
  frame: AdminFrame
  found: Editor
  typed: TypedEditor
  errors: readonly FieldError[]
}) {
  const messages = adminMessagesFor(frame.editor.language)
  return (
    <AdminDocument frame={frame} title={messages.editors.change(found.email)} errors={errors}>
      <form method="post" action={adminHref.editor(found.id)}>
        <EditorFields frame={frame} typed={typed} errors={errors} />
        <button type="submit" class="main">
          {messages.form.save}
        </button>
      </form>
    </AdminDocument>
  )
}
