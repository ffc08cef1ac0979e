import type { Context } from 'hono'
import { findSettings, listLeadChoices, quotesChoice, type SiteSettings } from '../db/settings.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { changeLead, changeQuotes, changeSiteWords } from '../newsroom/settings.ts'
import { siteDerivation } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { wordPairs } from './edition-words.tsx'
import { PartsConflictPage } from './parts-conflict-page.tsx'
import { recordErrors } from './record-words.ts'
import { actorOf } from './records.tsx'
import { adminFrame, formLine } from './request.ts'
import {
  formOfSite,
  readSiteForm,
  type SettledSite,
  SITE_FIELDS,
  settleSite,
  siteParts,
  type TypedSite,
} from './settings-form.ts'
import { SettingsPage } from './settings-page.tsx'

type AdminContext = Context<AppEnv>

export async function settings(c: AdminContext) {
  return showSettings(c, await findSettings(c.var.db), { done: savedMessage(c, c.req.query('done') ?? '') })
}

/** Stores the words of the site, unless something is wrong or another administrator was faster. */
export async function changeSettings(c: AdminContext) {
  const form = await c.req.formData()
  const settled = settleSite(readSiteForm(form), await converterOf(c))
  const baseVersion = Number(formLine(form, 'version')) || 0
  const errors = errorsOf(c, settled)
  if (errors.length > 0) {
    const { typed, outlived } = settled
    return showSettings(c, onForm(form, await findSettings(c.var.db)), { typed, outlived, errors, status: 422 })
  }
  const { site, derived } = settled
  if (await changeSiteWords(c.var.db, { site, derived, baseVersion }, actorOf(c))) {
    return saved(c, form, 'saved')
  }
  return conflict(c, settled.typed)
}

/** The page with what was typed and chosen, or the two states of a conflict. */
export async function settingsAsTyped(c: AdminContext) {
  const form = await c.req.formData()
  const typed = readSiteForm(form)
  if (formLine(form, 'met') !== '') return conflict(c, typed)
  return showSettings(c, onForm(form, await findSettings(c.var.db)), { typed })
}

async function conflict(c: AdminContext, typed: TypedSite) {
  const { language } = c.var.editor
  const { form, settings: messages } = adminMessagesFor(language)
  const stored = await findSettings(c.var.db)
  const parts = siteParts(stored.site, typed).map(({ name, edition, ...texts }) => ({
    label: form.inEdition(messages.words[name], form.editions[edition]),
    words: edition,
    ...texts,
  }))
  const words = SITE_FIELDS.flatMap(({ name }) => wordPairs(name, typed[name]))
  const pairs = [['version', String(stored.siteVersion)] as const, ...words]
  const page = { savedAtMs: stored.siteUpdatedAtMs, parts, pairs, address: adminHref.settings() }
  return c.html(<PartsConflictPage frame={adminFrame(c, adminHref.settings())} {...page} />, 409)
}

/** Puts an article first on the home page, or none. */
export async function changeLeadArticle(c: AdminContext) {
  const { db, nowMs, editor } = c.var
  const form = await c.req.formData()
  const slug = formLine(form, 'lead')
  const baseVersion = Number(formLine(form, 'leadVersion')) || 0
  const { settings: messages } = adminMessagesFor(editor.language)
  const refuse = async (message: string, status: 409 | 422) => {
    const stored = await findSettings(db)
    const { lead, leadVersion } = stored
    const errors = [{ field: 'lead', message }]
    return showSettings(c, { ...onForm(form, stored), lead, leadVersion }, { typed: wordsOn(form), errors, status })
  }
  const articles = await listLeadChoices(db, { nowMs, also: slug })
  if (slug !== '' && !articles.some((article) => article.slug === slug)) return refuse(messages.leadUnknown, 422)
  if (await changeLead(db, { slug, baseVersion }, actorOf(c))) {
    return saved(c, form, 'lead')
  }
  return refuse(messages.leadConflict, 409)
}

/** Chooses the quotation marks that derived editions get from now on. */
export async function changeQuotationMarks(c: AdminContext) {
  const form = await c.req.formData()
  const quotes = quotesChoice(formLine(form, 'quotes'))
  const baseVersion = Number(formLine(form, 'quotesVersion')) || 0
  if (await changeQuotes(c.var.db, { quotes, baseVersion }, actorOf(c))) {
    return saved(c, form, 'quotes')
  }
  const { quotesConflict } = adminMessagesFor(c.var.editor.language).settings
  const errors = [{ field: 'quotes', message: quotesConflict }]
  const stored = await findSettings(c.var.db)
  const shown = { ...onForm(form, stored), quotes: stored.quotes, quotesVersion: stored.quotesVersion }
  return showSettings(c, shown, { typed: wordsOn(form), errors, status: 409 })
}

/** What the form says in place of what is stored, on the versions that were on the screen. */
function onForm(form: FormData, stored: SiteSettings): SiteSettings {
  const number = (name: string) => Number(formLine(form, name)) || 0
  const own = { ...stored, siteVersion: number('version') }
  if (!form.has('lead')) return own
  const quotes = quotesChoice(formLine(form, 'quotes'))
  const versions = { leadVersion: number('leadVersion'), quotesVersion: number('quotesVersion') }
  return { ...own, ...versions, lead: formLine(form, 'lead'), quotes }
}

function wordsOn(form: FormData): TypedSite | undefined {
  return form.has('name.en') ? readSiteForm(form) : undefined
}

/** One part has been saved. What was typed or chosen in the other parts, and not saved, stays on the page. */
async function saved(c: AdminContext, form: FormData, part: 'saved' | 'lead' | 'quotes') {
  const stored = await findSettings(c.var.db)
  const { lead, leadVersion, quotes, quotesVersion, siteVersion } = stored
  const typed = part === 'saved' ? undefined : wordsOn(form)
  const shown = {
    ...onForm(form, stored),
    ...(part === 'saved' ? { siteVersion } : part === 'lead' ? { lead, leadVersion } : { quotes, quotesVersion }),
  }
  const isLeft =
    shown.lead !== lead ||
    shown.quotes !== quotes ||
    (typed && siteParts(stored.site, typed).some(({ theirs, mine }) => theirs !== mine))
  if (!isLeft) return c.redirect(adminHref.done(adminHref.settings(), part), 303)
  return showSettings(c, shown, { typed, done: savedMessage(c, part) })
}

function savedMessage(c: AdminContext, part: string): string | undefined {
  const { saved: words, leadSaved: lead, quotesSaved: quotes } = adminMessagesFor(c.var.editor.language).settings
  return new Map(Object.entries({ saved: words, lead, quotes })).get(part)
}

interface Shown {
  typed?: TypedSite | undefined
  outlived?: Partial<Record<string, string>>
  errors?: readonly FieldError[]
  done?: string | undefined
  status?: 200 | 409 | 422
}

async function showSettings(c: AdminContext, stored: SiteSettings, { status = 200, typed, ...shown }: Shown) {
  const { lead, quotes } = stored
  const articles = await listLeadChoices(c.var.db, { nowMs: c.var.nowMs, also: lead })
  const words = typed ?? formOfSite(stored, await converterOf(c))
  const frame = adminFrame(c, adminHref.settings())
  return c.html(
    <SettingsPage {...{ frame, lead, quotes, articles, ...shown }} typed={words} versions={stored} />,
    status,
  )
}

async function converterOf(c: AdminContext): Promise<(text: string) => string> {
  const { text } = await siteDerivation(c.var.db, { sourceEdition: 'zh-hant', overrides: [] })
  return text
}

function errorsOf(c: AdminContext, { problems }: SettledSite): readonly FieldError[] {
  const { language } = c.var.editor
  const { words } = adminMessagesFor(language).settings
  const labelOf = (word: string) => new Map<string, string>(Object.entries(words)).get(word) ?? word
  return recordErrors(problems, labelOf, language)
}
