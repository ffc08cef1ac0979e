/** The glossary: decisions for the whole site, and what they mean for what is published. */
import type { Context } from 'hono'
import { includesRole } from '../article/roles.ts'
import { serialiseGlossary } from '../convert/glossary.ts'
import {
  countEntries,
  ENTRIES_MAX,
  findClash,
  findEntry,
  findGlossaryPage,
  type GlossaryRow,
  listGlossary,
} from '../db/glossary.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { glossaryMessagesFor } from '../edition/messages/admin-glossary.ts'
import type { AppEnv } from '../env.ts'
import { addEntry, changeEntry, removeEntry } from '../newsroom/glossary.ts'
import { siteConversion } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { conflict, gone, sectionOf, showDeletion, showEntry, showForm, trialOf } from './glossary-answers.tsx'
import { type EntryProblem, entryProblems, readEntry, settled, type TypedEntry } from './glossary-form.ts'
import { OlderImpact } from './glossary-form-page.tsx'
import { GlossaryListPage } from './glossary-list-page.tsx'
import { TrialResult } from './glossary-trial.tsx'
import { missing } from './missing.tsx'
import { actorOf } from './records.tsx'
import { adminFrame, formLine, numberParam, pageQuery } from './request.ts'

type AdminContext = Context<AppEnv>

/** The entries, or those that have the words that were looked for. */
export async function glossary(c: AdminContext) {
  const query = c.req.query('q')?.trim() ?? ''
  const page = pageQuery(c)
  const found = await findGlossaryPage(c.var.db, { query, page })
  const done =
    c.req.query('done') === 'deleted' ? adminMessagesFor(c.var.editor.language).records.done.deleted : undefined
  const props = { found, query, page, done, mayChange: includesRole(c.var.editor.role, 'editor') }
  return c.html(<GlossaryListPage frame={adminFrame(c, adminHref.glossary())} {...props} />)
}

/** The whole glossary as `npm run convert -- --glossary FILE` reads it. */
export async function glossaryText(c: AdminContext) {
  const text = serialiseGlossary(await listGlossary(c.var.db))
  c.header('content-disposition', 'attachment; filename="glossary.txt"')
  return c.text(text)
}

/** A blank form, or one that knows already what the address says. */
export async function newGlossaryEntry(c: AdminContext) {
  return showForm(c, { id: 0, typed: readEntry((name) => c.req.query(name) ?? '') })
}

/** Adds an entry, or shows what it would do; gives the form back filled where something is wrong. */
export async function addGlossaryEntry(c: AdminContext) {
  const form = await c.req.formData()
  const typed = readEntry((name) => formLine(form, name))
  const answer = await beforeSaving(c, form, { id: 0, typed })
  if (answer) return answer
  const id = await addEntry(c.var.db, settled(typed), actorOf(c))
  if (id !== null) return done(c, adminHref.glossaryEntry(id), 'saved')
  return showForm(c, { id: 0, typed, ...(await takenErrors(c, 0, typed)) }, 422)
}

/** The form of an entry with the published articles that it would change; for authors the entry as it stands. */
export async function glossaryEntry(c: AdminContext) {
  const site = siteConversion(c.var.db)
  const [row] = await Promise.all([entryOf(c), site])
  return row ? showEntry(c, row, { site }) : missing(c)
}

/** Changes an entry, unless something is wrong or another editor was faster. */
export async function changeGlossaryEntry(c: AdminContext) {
  const { db } = c.var
  const form = await c.req.formData()
  const typed = readEntry((name) => formLine(form, name))
  const stored = await entryOf(c)
  if (!stored) return typed.baseVersion === 0 ? missing(c) : gone(c, typed)
  const { id } = stored
  const answer = await beforeSaving(c, form, { id, typed, stored })
  if (answer) return answer
  const { baseVersion } = typed
  const words = settled(typed)
  if (await changeEntry(db, { id, baseVersion, words }, actorOf(c))) {
    return done(c, adminHref.glossaryEntry(id), 'saved')
  }
  const newest = await findEntry(db, id)
  if (!newest) return gone(c, typed)
  if (newest.version !== baseVersion) return conflict(c, newest, words)
  return showForm(c, { id, typed, ...(await takenErrors(c, id, typed)) }, 422)
}

interface Unsaved {
  id: number
  typed: TypedEntry
  stored?: GlossaryRow
}

/** Whatever is asked for but saving, and what stands against it; undefined when the entry may be saved. */
async function beforeSaving(c: AdminContext, form: FormData, { id, typed, stored }: Unsaved) {
  const act = formLine(form, 'act')
  if (act === 'try') return showForm(c, { id, typed })
  const problems = entryProblems(typed)
  const errors = errorsOf(c, problems)
  if (problems.length > 0) return showForm(c, { id, typed, errors }, 422)
  const taken = await takenErrors(c, id, typed)
  if (taken.errors.length > 0) return showForm(c, { id, typed, ...taken }, 422)
  if (act !== 'see') return undefined
  const site = await siteConversion(c.var.db)
  const words = settled(typed)
  const others = site.entries.filter((row) => row.id !== id)
  const { language } = c.var.editor
  const children = await sectionOf(c, {
    ...{ site: site.withGlossary([...others, words]), change: { before: stored, after: words } },
    older: (before) => <OlderImpact {...{ id, before, language }} />,
  })
  return showForm(c, { id, typed, children, done: wordsOf(c).nothingSaved }, 200, site)
}

/** The form, or the two states of a conflict, as they were sent. */
export async function entryAsTyped(c: AdminContext) {
  const form = await c.req.formData()
  const typed = readEntry((name) => formLine(form, name))
  const stored = await entryOf(c)
  if (!stored) return showForm(c, { id: 0, typed })
  return formLine(form, 'met') === '' ? showForm(c, { id: stored.id, typed }) : conflict(c, stored, settled(typed))
}

/** What the entry in a form does: the part of its page alone. */
export async function tryGlossaryEntry(c: AdminContext) {
  const form = await c.req.formData()
  const typed = readEntry((name) => formLine(form, name))
  const trial = await trialOf(c, Number(formLine(form, 'id')) || 0, typed)
  const { kind, sentence } = typed
  return c.html(<TrialResult {...{ trial, kind, sentence }} language={c.var.editor.language} />)
}

export async function askEntryDeletion(c: AdminContext) {
  const site = siteConversion(c.var.db)
  const [row] = await Promise.all([entryOf(c), site])
  return row ? showDeletion(c, row, { site }) : missing(c)
}

/** Deletes an entry; 409 when somebody has changed it meanwhile. */
export async function deleteGlossaryEntry(c: AdminContext) {
  const version = Number(formLine(await c.req.formData(), 'version')) || 0
  const row = await entryOf(c)
  if (!row) return missing(c)
  if (await removeEntry(c.var.db, row, version, actorOf(c))) return done(c, adminHref.glossary(), 'deleted')
  return showDeletion(c, row, { alarm: adminMessagesFor(c.var.editor.language).records.conflict.title })
}

/** What other entries have against this one. */
async function takenErrors(c: AdminContext, id: number, typed: TypedEntry) {
  const { problems } = wordsOf(c)
  const { db } = c.var
  const words = settled(typed)
  const [clash, count] = await Promise.all([findClash(db, words, id), id === 0 ? countEntries(db) : 0])
  const errors: FieldError[] = []
  if (clash) errors.push({ field: clash.hant === words.hant ? 'hant' : 'hans', message: problems.clash })
  if (count >= ENTRIES_MAX) errors.push({ field: 'hant', message: problems.full(ENTRIES_MAX) })
  return { errors, clash }
}

function errorsOf(c: AdminContext, found: readonly EntryProblem[]): readonly FieldError[] {
  const { problems, ...messages } = wordsOf(c)
  const { tooLong } = adminMessagesFor(c.var.editor.language).form
  return found.map((problem): FieldError => {
    const { field } = problem
    const where = messages[field]
    if (problem.rule === 'missing') return { field, message: problems.missing(where) }
    return { field, message: problem.rule === 'too-long' ? tooLong(problem.max) : problems[problem.rule], where }
  })
}

function entryOf(c: AdminContext): Promise<GlossaryRow | null> {
  return findEntry(c.var.db, numberParam(c, 'entry'))
}

function wordsOf(c: AdminContext) {
  return glossaryMessagesFor(c.var.editor.language)
}

function done(c: AdminContext, address: string, what: string) {
  return c.redirect(adminHref.done(address, what), 303)
}
