/** What the addresses of the glossary answer with: an entry in its form, with what it does and what it would change. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { includesRole } from '../article/roles.ts'
import { termOf } from '../convert/glossary.ts'
import type { GlossaryRow, GlossaryWords } from '../db/glossary.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { glossaryMessagesFor } from '../edition/messages/admin-glossary.ts'
import type { AppEnv } from '../env.ts'
import { listAffectedRecords, NOTHING_AFFECTED } from '../newsroom/affected-records.ts'
import { tryEntry } from '../newsroom/glossary-trial.ts'
import { type GlossaryChange, isFindable, listAffected } from '../newsroom/reconversion.ts'
import { type SiteConversion, siteConversion } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import { placeFrom, placeText } from './derived-place.ts'
import { EntryDeletionPage, EntryReadPage, entryParts } from './glossary-entry-pages.tsx'
import { entryProblems, settled, type TypedEntry, typedOf } from './glossary-form.ts'
import { EntryFormPage, type EntryFormProps } from './glossary-form-page.tsx'
import { PartsConflictPage } from './parts-conflict-page.tsx'
import { ImpactSection } from './reconversion-list.tsx'
import { adminFrame } from './request.ts'

type AdminContext = Context<AppEnv>

interface Shown {
  /** Where it is being read already. */
  site?: Promise<SiteConversion>
  alarm?: string | undefined
  status?: 200 | 409 | 422
}

/** The page of a stored entry. */
export async function showEntry(c: AdminContext, row: GlossaryRow, { alarm, status = 200, ...read }: Shown = {}) {
  const site = await (read.site ?? siteConversion(c.var.db))
  const mayChange = includesRole(c.var.editor.role, 'editor')
  const section = await sectionOf(c, {
    ...{ site, change: { after: row }, older: adminHref.glossaryEntry(row.id) },
    ...(mayChange ? { action: (before) => adminHref.glossaryUpdates(row.id, before) } : {}),
  })
  if (!mayChange) {
    return c.html(
      <EntryReadPage frame={adminFrame(c)} row={row}>
        {section}
      </EntryReadPage>,
    )
  }
  const children = (
    <>
      {section}
      <p class="actions">
        <a class="button" href={adminHref.glossaryDeletion(row.id)}>
          {adminMessagesFor(c.var.editor.language).records.delete(
            glossaryMessagesFor(c.var.editor.language).entry(row.id),
          )}
        </a>
      </p>
    </>
  )
  return showForm(c, { id: row.id, typed: typedOf(row), done: doneOf(c), alarm, children }, status, site)
}

type FormState = Omit<EntryFormProps, 'frame' | 'trial'>

/** The form of an entry; `site` where it has been read already. */
export async function showForm(
  c: AdminContext,
  state: FormState,
  status: 200 | 409 | 422 = 200,
  site?: SiteConversion,
) {
  const { id, typed } = state
  const frame = adminFrame(c, id > 0 ? adminHref.glossaryEntry(id) : adminHref.newGlossaryEntry())
  return c.html(<EntryFormPage {...state} frame={frame} trial={await trialOf(c, id, typed, site)} />, status)
}

/** What the typed entry does; null while it is not complete. */
export async function trialOf(c: AdminContext, id: number, typed: TypedEntry, site?: SiteConversion) {
  if (entryProblems(typed).length > 0) return null
  return tryEntry(site ?? (await siteConversion(c.var.db)), { id, entry: settled(typed), sentence: typed.sentence })
}

interface SectionParts {
  /** The conversion with the change. */
  site: SiteConversion
  change: GlossaryChange
  /** Where accepted results are sent, if anything can be accepted; behind a place. */
  action?: (before: string) => string
  /** The page that shows older ones, or what leads to them. */
  older: string | ((before: string) => Child)
}

/** What a change of the glossary means for what is published, from the place on that the address says. */
export async function sectionOf(c: AdminContext, { site, change, action, older }: SectionParts) {
  const { db, nowMs } = c.var
  const before = placeFrom(c.req.query('before'))
  const words = [change.before, change.after].flatMap((entry) => (entry ? (termOf(entry, 'zh-hans')?.from ?? []) : []))
  const [page, others] = await Promise.all([
    listAffected(db, site, { change, before }),
    before ? NOTHING_AFFECTED : listAffectedRecords(db, site, [...new Set(words)]),
  ])
  const impact = { page, others, isFindable: isFindable(change) }
  return <ImpactSection frame={adminFrame(c)} {...{ impact, older, nowMs }} action={action?.(placeText(before))} />
}

/** 409: what was typed is on the page beside what another editor saved. */
export function conflict(c: AdminContext, newest: GlossaryRow, mine: GlossaryWords) {
  const pairs = [['version', String(newest.version)] as const, ...Object.entries(mine)]
  const parts = entryParts(newest, mine, c.var.editor.language)
  const address = adminHref.glossaryEntry(newest.id)
  const savedAtMs = newest.updatedAtMs
  return c.html(<PartsConflictPage frame={adminFrame(c)} {...{ savedAtMs, parts, pairs, address }} />, 409)
}

/** 409: the entry was deleted meanwhile; what was typed may become a new one. */
export function gone(c: AdminContext, typed: TypedEntry) {
  const alarm = adminMessagesFor(c.var.editor.language).records.conflict.gone
  return showForm(c, { id: 0, typed: { ...typed, baseVersion: 0 }, alarm }, 409)
}

/** Asks before an entry is deleted, with what it would change. */
export async function showDeletion(c: AdminContext, row: GlossaryRow, { alarm, ...read }: Omit<Shown, 'status'> = {}) {
  const site = await (read.site ?? siteConversion(c.var.db))
  const others = site.entries.filter(({ id }) => id !== row.id)
  const older = adminHref.glossaryDeletion(row.id)
  const section = await sectionOf(c, { site: site.withGlossary(others), change: { before: row }, older })
  return c.html(
    <EntryDeletionPage frame={adminFrame(c)} {...{ row, alarm }}>
      {section}
    </EntryDeletionPage>,
    alarm ? 409 : 200,
  )
}

function doneOf(c: AdminContext): string | undefined {
  const what = c.req.query('done')
  const { saved, updated } = glossaryMessagesFor(c.var.editor.language)
  return what === 'saved' ? saved : Number(what) > 0 ? updated(Number(what)) : undefined
}
