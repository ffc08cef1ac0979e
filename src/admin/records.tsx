/** Topics, contacts and boilerplates: one set of handlers for all three. */
import type { Context } from 'hono'
import { type RecordKind, recordName } from '../article/record-shape.ts'
import { includesRole } from '../article/roles.ts'
import { countRecordUses, listRecordUses } from '../db/record-uses.ts'
import { findRecord, listRecords, type StoredRecord } from '../db/site-records.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { purgePortOf } from '../http/purge-port.ts'
import { type Actor, addRecord, changeRecord, converterFor, removeRecord } from '../newsroom/records.ts'
import { listOutdated, refreshArticle } from '../newsroom/refresh-records.ts'
import { siteDerivation } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import { wordPairs } from './edition-words.tsx'
import { missing } from './missing.tsx'
import { PartsConflictPage } from './parts-conflict-page.tsx'
import {
  emptyForm,
  formOfRecord,
  type RecordForm,
  readRecordForm,
  type SettledForm,
  settleRecord,
} from './record-form.ts'
import { RecordFormPage, type RecordFormProps, RecordListPage, RecordReadPage } from './record-pages.tsx'
import { DeletionPage, Uses } from './record-uses.tsx'
import { conflictParts, recordErrors, wordLabel } from './record-words.ts'
import { adminFrame, formLine } from './request.ts'

type AdminContext = Context<AppEnv>

/** The handlers of one kind of record. */
export function recordHandlers(kind: RecordKind) {
  return {
    list: (c: AdminContext) => showList(c, kind),
    blank: (c: AdminContext) => showBlank(c, kind),
    add: (c: AdminContext) => add(c, kind),
    show: (c: AdminContext) => show(c, kind),
    change: (c: AdminContext) => change(c, kind),
    askDeletion: (c: AdminContext) => askDeletion(c, kind),
    remove: (c: AdminContext) => remove(c, kind),
    refresh: (c: AdminContext) => refresh(c, kind),
    /** What comes back filled in another language, from the form of a new record and of a stored one. */
    ofNew: { asTyped: (c: AdminContext) => newAsTyped(c, kind) },
    ofStored: { asTyped: (c: AdminContext) => asTyped(c, kind) },
  }
}

async function showList(c: AdminContext, kind: RecordKind) {
  const { db, editor } = c.var
  const [records, uses] = await Promise.all([listRecords(db, kind), countRecordUses(db, kind)])
  const mayChange = includesRole(editor.role, 'editor')
  return c.html(<RecordListPage frame={adminFrame(c)} {...{ kind, records, uses, mayChange }} done={doneMessage(c)} />)
}

function showBlank(c: AdminContext, kind: RecordKind) {
  return c.html(<RecordFormPage {...newProps(c, kind, emptyForm(kind))} />)
}

/** Adds a record; gives the form back filled where something is wrong. */
async function add(c: AdminContext, kind: RecordKind) {
  const settled = await settledForm(c, kind, readRecordForm(kind, await c.req.formData()))
  const props = { ...newProps(c, kind, settled.form), outlived: settled.outlived }
  const errors = errorsOf(c, kind, settled)
  if (errors.length > 0) return c.html(<RecordFormPage {...props} errors={errors} />, 422)
  const { key } = settled.record
  if (await addRecord(c.var.db, kind, settled.record, actorOf(c))) return done(c, adminHref.record(kind, key), 'added')
  const message = adminMessagesFor(c.var.editor.language).records.problems['key-taken']
  return c.html(<RecordFormPage {...props} errors={[{ field: 'key', message }]} />, 422)
}

async function newAsTyped(c: AdminContext, kind: RecordKind) {
  return c.html(<RecordFormPage {...newProps(c, kind, readRecordForm(kind, await c.req.formData()))} />)
}

/** The form of a stored record, or the two states of a conflict, as they were sent. */
async function asTyped(c: AdminContext, kind: RecordKind) {
  const key = keyOf(c)
  const form = await c.req.formData()
  const stored = await findRecord(c.var.db, { kind, key })
  const typed = { ...readRecordForm(kind, form), key }
  if (!stored) return c.html(<RecordFormPage {...newProps(c, kind, typed)} />)
  if (formLine(form, 'met') !== '') return conflict(c, kind, stored, typed)
  return c.html(<RecordFormPage {...storedProps(c, kind, stored, typed)} />)
}

async function show(c: AdminContext, kind: RecordKind) {
  const record = await findRecord(c.var.db, { kind, key: keyOf(c) })
  return record ? showRecord(c, kind, record) : missing(c)
}

async function showRecord(c: AdminContext, kind: RecordKind, record: StoredRecord, alarm?: string) {
  const { editor } = c.var
  const uses = await usesOf(c, kind, record.key)
  if (!includesRole(editor.role, 'editor')) {
    return c.html(<RecordReadPage frame={adminFrame(c)} kind={kind} record={record} children={uses} />)
  }
  const form = formOfRecord(kind, record, await converterOf(c, kind))
  const props = { ...storedProps(c, kind, record, form), alarm, done: doneMessage(c) }
  return c.html(
    <RecordFormPage {...props}>
      {uses}
      <p class="actions">
        <a class="button" href={adminHref.recordDeletion(kind, record.key)}>
          {adminMessagesFor(editor.language).records.delete(recordName(kind, record, editor.language))}
        </a>
      </p>
    </RecordFormPage>,
    alarm ? 409 : 200,
  )
}

/** Changes a record, unless something is wrong or another editor was faster. */
async function change(c: AdminContext, kind: RecordKind) {
  const key = keyOf(c)
  const stored = await findRecord(c.var.db, { kind, key })
  const typed = { ...readRecordForm(kind, await c.req.formData()), key }
  if (!stored && typed.baseVersion === 0) return missing(c)
  const settled = await settledForm(c, kind, typed)
  if (!stored) return gone(c, kind, settled)
  const errors = errorsOf(c, kind, settled)
  if (errors.length > 0) {
    const props = { ...storedProps(c, kind, stored, settled.form), outlived: settled.outlived, errors }
    return c.html(<RecordFormPage {...props} />, 422)
  }
  const { record } = settled
  const { baseVersion } = typed
  if (await changeRecord(c.var.db, kind, { record, baseVersion }, actorOf(c))) {
    return done(c, adminHref.record(kind, key), 'saved')
  }
  const newest = await findRecord(c.var.db, { kind, key })
  return newest ? conflict(c, kind, newest, settled.form) : gone(c, kind, settled)
}

/** 409: what was typed is on the page beside what another editor saved. */
function conflict(c: AdminContext, kind: RecordKind, newest: StoredRecord, mine: RecordForm) {
  const words = Object.entries(mine.words).flatMap(([name, typed]) => wordPairs(name, typed))
  const pairs = [['version', String(newest.version)] as const, ...words, ...Object.entries(mine.plain)]
  const parts = conflictParts(kind, { theirs: newest, mine }, c.var.editor.language)
  const address = adminHref.record(kind, newest.key)
  const savedAtMs = newest.updatedAtMs
  return c.html(<PartsConflictPage frame={adminFrame(c)} {...{ savedAtMs, parts, pairs, address }} />, 409)
}

/** 409: the record was deleted meanwhile; what was typed may become a new one. */
function gone(c: AdminContext, kind: RecordKind, { form }: SettledForm) {
  const alarm = adminMessagesFor(c.var.editor.language).records.conflict.gone
  return c.html(<RecordFormPage {...newProps(c, kind, { ...form, baseVersion: 0 })} alarm={alarm} />, 409)
}

async function askDeletion(c: AdminContext, kind: RecordKind) {
  const key = keyOf(c)
  const [record, uses] = await Promise.all([
    findRecord(c.var.db, { kind, key }),
    listRecordUses(c.var.db, { kind, key }),
  ])
  return record ? c.html(<DeletionPage frame={adminFrame(c)} {...{ kind, record, uses }} />) : missing(c)
}

/** Deletes a record that no article uses; 409 names those that do. */
async function remove(c: AdminContext, kind: RecordKind) {
  const key = keyOf(c)
  const { db } = c.var
  const version = Number(formLine(await c.req.formData(), 'version')) || 0
  if (await removeRecord(db, kind, { key, version }, actorOf(c))) return done(c, adminHref.records(kind), 'deleted')
  const [record, uses] = await Promise.all([findRecord(db, { kind, key }), listRecordUses(db, { kind, key })])
  return record ? c.html(<DeletionPage frame={adminFrame(c)} {...{ kind, record, uses }} />, 409) : missing(c)
}

/** Brings the published editions of one article up to date. */
async function refresh(c: AdminContext, kind: RecordKind) {
  const key = keyOf(c)
  const record = await findRecord(c.var.db, { kind, key })
  if (!record) return missing(c)
  const articleId = Number(formLine(await c.req.formData(), 'article')) || 0
  if (await refreshArticle(c.var.db, { articleId, ...actorOf(c) }))
    return done(c, adminHref.record(kind, key), 'refreshed')
  return showRecord(c, kind, record, adminMessagesFor(c.var.editor.language).records.refreshFailed)
}

async function usesOf(c: AdminContext, kind: RecordKind, recordKey: string) {
  const { db, editor } = c.var
  const [uses, outdated] = await Promise.all([
    listRecordUses(db, { kind, key: recordKey }),
    listOutdated(db, { kind, key: recordKey }),
  ])
  const { language } = editor
  return <Uses {...{ kind, recordKey, uses, outdated, language }} mayUpdate={includesRole(editor.role, 'editor')} />
}

function newProps(c: AdminContext, kind: RecordKind, form: RecordForm): RecordFormProps {
  const heading = adminMessagesFor(c.var.editor.language).records.newTitles[kind]
  return { frame: adminFrame(c, adminHref.newRecord(kind)), kind, form, heading, stored: false }
}

function storedProps(c: AdminContext, kind: RecordKind, record: StoredRecord, form: RecordForm): RecordFormProps {
  const { language } = c.var.editor
  const heading = adminMessagesFor(language).records.change(recordName(kind, record, language))
  return { frame: adminFrame(c, adminHref.record(kind, record.key)), kind, form, heading, stored: true }
}

async function converterOf(c: AdminContext, kind: RecordKind) {
  const derivation = await siteDerivation(c.var.db, { sourceEdition: 'zh-hant', overrides: [] })
  return (field: Parameters<typeof converterFor>[1]) => converterFor(kind, field, derivation)
}

async function settledForm(c: AdminContext, kind: RecordKind, form: RecordForm): Promise<SettledForm> {
  return settleRecord(kind, form, await converterOf(c, kind))
}

function errorsOf(c: AdminContext, kind: RecordKind, { problems }: SettledForm) {
  const { language } = c.var.editor
  return recordErrors(problems, wordLabel(kind, language), language)
}

function keyOf(c: AdminContext): string {
  return c.req.param('key') ?? ''
}

/** Who does what is asked for, and how it reaches the edge. */
export function actorOf(c: AdminContext): Actor {
  return { by: c.var.editor.email, purge: purgePortOf(c.executionCtx), nowMs: c.var.nowMs }
}

function done(c: AdminContext, address: string, what: string) {
  return c.redirect(adminHref.done(address, what), 303)
}

function doneMessage(c: AdminContext): string | undefined {
  const messages = adminMessagesFor(c.var.editor.language).records.done
  return new Map(Object.entries(messages)).get(c.req.query('done') ?? '')
}
