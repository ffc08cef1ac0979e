import type { Context } from 'hono'
import { parseRole } from '../article/roles.ts'
import {
  type Editor,
  findEditorById,
  insertEditor,
  isLastAdministrator,
  listEditors,
  normalEmail,
  updateEditor,
} from '../db/editors.ts'
import { DEFAULT_EDITION, parseEdition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { entryOf } from '../newsroom/records.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { isEmail, LINE_CHARS_MAX } from './article-form.ts'
import { EditorFormPage, EditorsPage, RemovalPage, type TypedEditor } from './editors-page.tsx'
import { missing } from './missing.tsx'
import { readLine } from './record-form.ts'
import { actorOf } from './records.tsx'
import { adminFrame, formLine, numberParam } from './request.ts'

type AdminContext = Context<AppEnv>

export async function editors(c: AdminContext) {
  const { done } = wordsOf(c)
  const people = await listEditors(c.var.db)
  const said = new Map(Object.entries(done)).get(c.req.query('done') ?? '')
  return c.html(<EditorsPage frame={adminFrame(c)} people={people} done={said} />)
}

export function newEditor(c: AdminContext) {
  const typed: TypedEditor = { email: '', name: '', role: '', language: DEFAULT_EDITION }
  return c.html(<EditorFormPage frame={adminFrame(c)} typed={typed} stored={null} />)
}

/** Adds somebody, or takes back who was removed. */
export async function addEditor(c: AdminContext) {
  const typed = typedOf(await c.req.formData())
  const { emailInvalid, emailTaken } = wordsOf(c)
  const errors = problemsOf(c, typed)
  if (!isEmail(typed.email)) errors.unshift({ field: 'email', message: emailInvalid })
  const { role } = typed
  if (errors.length === 0 && role !== '') {
    const entry = { ...entryOf('editor-added', typed.email, actorOf(c)), detail: { role } }
    const added = await insertEditor(c.var.db, { ...typed, role }, entry)
    if (added.ok) return done(c, 'added')
    errors.push({ field: 'email', message: emailTaken })
  }
  const frame = adminFrame(c, adminHref.newEditor())
  return c.html(<EditorFormPage frame={frame} typed={typed} stored={null} errors={errors} />, 422)
}

export async function newEditorAsTyped(c: AdminContext) {
  const typed = typedOf(await c.req.formData())
  return c.html(<EditorFormPage frame={adminFrame(c, adminHref.newEditor())} typed={typed} stored={null} />)
}

export async function editorAsTyped(c: AdminContext) {
  const stored = await findPerson(c)
  if (!stored) return missing(c)
  const form = await c.req.formData()
  const typed = { ...typedOf(form), email: stored.email }
  const version = Number(formLine(form, 'version')) || 0
  const page = { frame: adminFrame(c), typed, stored: { ...stored, version }, isNamed: isNamed(c, stored) }
  return c.html(<EditorFormPage {...page} />)
}

export async function editor(c: AdminContext) {
  const stored = await findPerson(c)
  if (!stored) return missing(c)
  return c.html(<EditorFormPage frame={adminFrame(c)} typed={stored} stored={stored} isNamed={isNamed(c, stored)} />)
}

/** Changes what somebody may do; one's own rights only after a confirmation, the last administrator's never. */
export async function changeEditor(c: AdminContext) {
  const stored = await findPerson(c)
  if (!stored) return missing(c)
  const form = await c.req.formData()
  const typed = { ...typedOf(form), email: stored.email }
  const { role, name, language } = typed
  const errors = problemsOf(c, typed)
  const givesUp = role !== '' && role !== 'administrator'
  const refusal = givesUp ? await refusalOf(c, stored, form) : undefined
  if (refusal) errors.push({ field: refusal.isLast ? 'role' : 'confirm', message: refusal.message })
  const version = Number(formLine(form, 'version')) || 0
  if (errors.length === 0 && role !== '') {
    const entry = { ...entryOf('editor-changed', stored.email, actorOf(c)), detail: { role } }
    const changed = await updateEditor(
      c.var.db,
      { ...{ id: stored.id, version, name, role, language }, active: true },
      entry,
    )
    if (changed.ok) return done(c, 'saved')
    errors.push({ field: 'role', message: wordsOf(c).conflict })
  }
  const asksToConfirm = givesUp && isSelf(c, stored) && !refusal?.isLast
  const page = { frame: adminFrame(c), typed, stored, errors, asksToConfirm, isNamed: isNamed(c, stored) }
  return c.html(<EditorFormPage {...page} />, 422)
}

export async function askRemoval(c: AdminContext) {
  const person = await findPerson(c)
  if (!person) return missing(c)
  const isLast = await isLastAdministrator(c.var.db, person)
  return c.html(<RemovalPage frame={adminFrame(c)} {...{ person, isLast }} isNamed={isNamed(c, person)} />)
}

/** Takes somebody off the list; what they did stays in the log. */
export async function removeEditor(c: AdminContext) {
  const person = await findPerson(c)
  if (!person) return missing(c)
  const form = await c.req.formData()
  const refusal = await refusalOf(c, person, form)
  let error: FieldError | undefined = refusal && {
    field: refusal.isLast ? 'remove' : 'confirm',
    message: refusal.message,
  }
  if (!error) {
    const { id, email, name, role, language } = person
    const version = Number(formLine(form, 'version')) || 0
    const entry = entryOf('editor-removed', email, actorOf(c))
    const removed = await updateEditor(c.var.db, { id, version, name, role, language, active: false }, entry)
    if (removed.ok) return done(c, 'removed')
    error = { field: 'remove', message: wordsOf(c).conflict }
  }
  const page = { person, errors: [error], isLast: refusal?.isLast ?? false, isNamed: isNamed(c, person) }
  return c.html(<RemovalPage frame={adminFrame(c)} {...page} />, 422)
}

/** Why an administrator's rights are not taken away: it is the last one, or oneself without having confirmed. */
async function refusalOf(c: AdminContext, person: Editor, form: FormData) {
  const { lastAdministrator, confirmMissing } = wordsOf(c)
  if (await isLastAdministrator(c.var.db, person)) return { isLast: true, message: lastAdministrator }
  if (isSelf(c, person) && formLine(form, 'confirm') !== 'yes') return { isLast: false, message: confirmMissing }
  return undefined
}

function typedOf(form: FormData): TypedEditor {
  return {
    email: normalEmail(readLine(form, 'email')),
    name: readLine(form, 'name'),
    role: parseRole(formLine(form, 'role')) ?? '',
    language: parseEdition(formLine(form, 'language')) ?? DEFAULT_EDITION,
  }
}

function problemsOf(c: AdminContext, { name, role }: TypedEditor): FieldError[] {
  const { editors: messages, form } = adminMessagesFor(c.var.editor.language)
  const errors: FieldError[] = []
  if (name.length > LINE_CHARS_MAX) errors.push({ field: 'name', message: form.tooLong(LINE_CHARS_MAX) })
  if (role === '') errors.push({ field: 'role', message: messages.roleMissing })
  return errors
}

/** The person of the address, as long as they have not been removed. */
async function findPerson(c: AdminContext): Promise<Editor | null> {
  const found = await findEditorById(c.var.db, numberParam(c, 'editor'))
  return found?.active ? found : null
}

function isSelf(c: AdminContext, { id }: Editor): boolean {
  return c.var.editor.id === id
}

/** Does the configuration make this address an administrator again at its next visit? */
function isNamed(c: AdminContext, { email }: Editor): boolean {
  return (c.env.ADMIN_EMAILS ?? '').split(',').map(normalEmail).includes(email)
}

function wordsOf(c: AdminContext) {
  return adminMessagesFor(c.var.editor.language).editors
}

function done(c: AdminContext, what: string) {
  return c.redirect(adminHref.done(adminHref.editors(), what), 303)
}
