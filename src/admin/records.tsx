import type { Context } from 'hono'
import type { AuditAction, AuditEntry } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import { queuePurge } from '../db/purges.ts'
import type { PutAnswer } from '../db/records.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { purgePortOf } from '../http/purge-port.ts'
import { derivedFrom } from '../newsroom/derived-words.ts'
import { purgeQueued, tagsOfSite } from '../newsroom/purge.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { LINE_CHARS_MAX, PARAGRAPH_CHARS_MAX } from './article-form.ts'
import { missing } from './missing.tsx'
import { type RecordField, RecordPage, RecordsPage, type Typed } from './records-page.tsx'
import { adminFrame, formLine } from './request.ts'

/** One record as a form shows it. */
export interface ShownRecord {
  key: string
  version: number
  /** What the list calls it. */
  label: string
  typed: Typed
}

/** A list of the site that editors keep: how its form looks, what is wrong in it, and how it is stored. */
export interface RecordKind {
  action: AuditAction
  title: 'topicsTitle' | 'contactsTitle' | 'boilerplatesTitle'
  listHref: () => string
  recordHref: (key: string) => string
  fields: (language: Edition) => readonly RecordField[]
  list: (db: Db, language: Edition) => Promise<readonly ShownRecord[]>
  problems: (typed: Typed, language: Edition) => readonly FieldError[]
  put: (db: Db, typed: Typed, baseVersion: number, entry: AuditEntry) => Promise<PutAnswer>
}

/** The handlers of such a list and of its records. */
export function recordHandlers(kind: RecordKind) {
  return {
    list: (c: Context<AppEnv>) => showList(c, kind, { typed: {}, errors: [] }),
    add: (c: Context<AppEnv>) => change(c, kind, null),
    show: async (c: Context<AppEnv>) => {
      const record = await findRecord(c, kind)
      return record ? showRecord(c, kind, { record, typed: record.typed, errors: [], status: 200 }) : missing(c)
    },
    change: async (c: Context<AppEnv>) => {
      const record = await findRecord(c, kind)
      return record ? change(c, kind, record) : missing(c)
    },
  }
}

async function findRecord(c: Context<AppEnv>, kind: RecordKind): Promise<ShownRecord | undefined> {
  const key = c.req.param('key')
  return (await kind.list(c.var.db, c.var.editor.language)).find((record) => record.key === key)
}

async function change(c: Context<AppEnv>, kind: RecordKind, record: ShownRecord | null) {
  const { db, nowMs, editor } = c.var
  const form = await c.req.formData()
  const fields = kind.fields(editor.language)
  const typed: Record<string, string> = Object.fromEntries(fields.map(({ name }) => [name, formLine(form, name)]))
  typed.key = record?.key ?? formLine(form, 'key')
  const errors = [...commonProblems(fields, typed, editor.language), ...kind.problems(typed, editor.language)]
  if (errors.length > 0) return giveBack(c, kind, { record, typed, errors })
  const filled = await withDerived(db, fields, typed)
  const baseVersion = record ? Number(formLine(form, 'version')) || -1 : 0
  const entry = { atMs: nowMs, actor: editor.email, action: kind.action, subject: typed.key }
  const answer = await kind.put(db, filled, baseVersion, entry)
  if (answer === 'done') {
    await purgeSite(c)
    return c.redirect(adminHref.done(kind.listHref(), 'saved'), 303)
  }
  const { records } = adminMessagesFor(editor.language)
  const [first] = fields
  const wrong =
    answer === 'taken'
      ? { field: 'key', message: records.keyTaken }
      : { field: first?.name ?? 'key', message: records.conflict }
  return giveBack(c, kind, { record, typed, errors: [wrong] })
}

/** Every page may show what was changed. */
export async function purgeSite(c: Context<AppEnv>): Promise<void> {
  const { db, nowMs } = c.var
  const tags = tagsOfSite()
  await purgeQueued(db, purgePortOf(c.executionCtx), { id: await queuePurge(db, tags, nowMs), tags })
}

function commonProblems(fields: readonly RecordField[], typed: Typed, language: Edition): FieldError[] {
  const { records, form } = adminMessagesFor(language)
  const problems: FieldError[] = []
  if (!/^(?=.{2,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/.test(typed.key ?? '')) {
    problems.push({ field: 'key', message: records.keyInvalid })
  }
  for (const { name, label, required, multiline } of fields) {
    const value = typed[name] ?? ''
    const max = multiline ? 10 * PARAGRAPH_CHARS_MAX : LINE_CHARS_MAX
    if (required && value === '') problems.push({ field: name, message: records.nameMissing(label) })
    if (value.length > max) problems.push({ field: name, message: form.tooLong(max) })
  }
  return problems
}

/** Simplified words that nobody wrote are made from the Traditional ones. */
async function withDerived(db: Db, fields: readonly RecordField[], typed: Typed): Promise<Typed> {
  const convert = await derivedFrom(db)
  const filled: Record<string, string> = { ...typed }
  for (const { name, derivedFrom: source, multiline } of fields) {
    if (source && !filled[name]) filled[name] = convert(typed[source] ?? '', multiline ? 'markdown' : 'text')
  }
  return filled
}

interface GivenBack {
  record: ShownRecord | null
  typed: Typed
  errors: readonly FieldError[]
}

function giveBack(c: Context<AppEnv>, kind: RecordKind, { record, typed, errors }: GivenBack) {
  if (!record) return showList(c, kind, { typed, errors })
  return showRecord(c, kind, { record, typed, errors, status: 422 })
}

async function showList(c: Context<AppEnv>, kind: RecordKind, { typed, errors }: Omit<GivenBack, 'record'>) {
  const { language } = c.var.editor
  const records = await kind.list(c.var.db, language)
  const { records: messages } = adminMessagesFor(language)
  const done = c.req.query('done') === 'saved' ? messages.saved : undefined
  const page = { records, fields: kind.fields(language), typed, errors, done }
  return c.html(
    <RecordsPage frame={adminFrame(c, kind.listHref())} kind={kind} {...page} />,
    errors.length > 0 ? 422 : 200,
  )
}

function showRecord(
  c: Context<AppEnv>,
  kind: RecordKind,
  { record, typed, errors, status }: GivenBack & { record: ShownRecord; status: 200 | 422 },
) {
  const fields = kind.fields(c.var.editor.language)
  const frame = adminFrame(c, kind.recordHref(record.key))
  return c.html(<RecordPage {...{ frame, kind, record, fields, typed, errors }} />, status)
}
