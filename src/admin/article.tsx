import type { Context } from 'hono'
import type { ArticleContent } from '../article/content.ts'
import type { Photo } from '../article/photo.ts'
import { mayDeleteDraft } from '../article/roles.ts'
import { suggestSlug } from '../article/slug.ts'
import { findRevision } from '../db/drafts.ts'
import { findPhoto } from '../db/photos.ts'
import { type Choices, findWorkingCopy, listChoices, type WorkingCopy } from '../db/working-copy.ts'
import { clockTime, dateAndTime, isoHongKong, shortDate } from '../edition/dates.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import type { AppEnv } from '../env.ts'
import type { Outage } from '../http/access.tsx'
import { save } from '../newsroom/save.ts'
import { siteDerivation } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import { type ReadForm, readArticleForm, SIDES, type Side } from './article-form.ts'
import { ArticleFormPage, type ArticleFormProps } from './article-form-page.tsx'
import { ConflictPage, type ConflictProps } from './conflict-page.tsx'
import { keptForm } from './kept-form.tsx'
import { missing } from './missing.tsx'
import { articleErrors } from './problem-message.ts'
import { examineAhead } from './publication.tsx'
import { leftQuotations, NO_QUOTATIONS, readQuotations, type TypedQuotations, withQuotation } from './quotation-form.ts'
import { adminFrame, formLine, numberParam } from './request.ts'

export async function articleForm(c: Context<AppEnv>) {
  const found = await findWorkingCopy(c.var.db, numberParam(c, 'id'))
  if (!found) return missing(c)
  const { copy, choices } = found
  const leadPhoto = await leadPhotoOf(c, copy.content)
  return c.html(<ArticleFormPage {...formProps(c, copy, choices)} leadPhoto={leadPhoto} {...doneMessage(c)} />)
}

/** Saves the form as a revision; gives it back filled where something is wrong or another editor was faster. */
export async function saveArticle(c: Context<AppEnv>) {
  const form = await c.req.formData()
  const { content, problems: wrong, baseVersion } = readArticleForm(form)
  const quotations = readQuotations(form)
  const typed = { content, baseVersion, quotations, met: formLine(form, 'met') !== '' }
  const grow = formLine(form, 'add')
  if (grow !== '') return giveBack(c, { ...typed, grow })
  const quoted = SIDES.find((side) => side === formLine(form, 'quote'))
  if (quoted) return addQuotation(c, typed, quoted)
  const id = numberParam(c, 'id')
  const problems = [...wrong, ...leftQuotations(quotations)]
  switch (formLine(form, 'photo')) {
    case 'choose':
      return storeContent(c, { ...typed, problems, leadsTo: adminHref.articlePhotos(id) })
    case 'remove': {
      const { leadPhoto: _, ...without } = content
      const leadsTo = adminHref.articlePlaced(id, 'photo-removed')
      return storeContent(c, { ...typed, content: without, problems, leadsTo })
    }
    default:
      return storeContent(c, { ...typed, problems, leadsTo: adminHref.done(adminHref.article(id), 'saved') })
  }
}

/** Gives the form back with a quotation in its text; nothing is saved. */
function addQuotation(c: Context<AppEnv>, typed: Typed, side: Side) {
  const { language } = c.var.editor
  const { baseVersion, content } = typed
  const made = withQuotation(content, typed.quotations ?? NO_QUOTATIONS, side)
  if (!made.ok) return giveBack(c, { ...typed, errors: articleErrors(made.problems, content, language) })
  const placed = { at: side, message: adminMessagesFor(language).article.quote.inserted }
  return giveBack(c, { ...made, baseVersion, placed })
}

interface Storing extends ReadForm {
  quotations?: TypedQuotations
  /** Chosen on the page where two texts met. */
  met?: boolean
  /** The address that follows when it is saved. */
  leadsTo: string
}

/** Saves an article as a revision, or answers with the form filled as it is, or with both texts after a conflict. */
export async function storeContent(c: Context<AppEnv>, { problems, leadsTo, ...typed }: Storing) {
  const articleId = numberParam(c, 'id')
  const { content, baseVersion } = typed
  const { language, email } = c.var.editor
  const errors = articleErrors(problems, content, language)
  if (errors.length > 0) return giveBack(c, { ...typed, errors })
  const derivation = await siteDerivation(c.var.db, content)
  const answer = await save(c.var.db, {
    articleId,
    baseVersion,
    content,
    savedBy: email,
    // A choice between the two texts of a conflict follows a revision that its editor had not seen.
    continues: !typed.met,
    derivation,
    nowMs: c.var.nowMs,
  })
  if (answer.ok) {
    await examineAhead(c, content)
    return c.redirect(leadsTo, 303)
  }
  if (answer.reason === 'gone') return giveBack(c, { ...typed, alarm: adminMessagesFor(language).article.gone })
  if (answer.reason === 'conflict') {
    return showConflict(c, { articleId, mine: content, newest: answer.newest })
  }
  const message = adminMessagesFor(language).form.problems['slug-taken']
  return giveBack(c, { ...typed, errors: [{ field: 'slug', message }] })
}

/** The form, or the two texts of a conflict, as they were sent. */
export async function articleAsTyped(c: Context<AppEnv>) {
  const form = await c.req.formData()
  const typed = { ...readArticleForm(form), quotations: readQuotations(form) }
  if (formLine(form, 'met') === '') return giveBack(c, typed)
  const articleId = numberParam(c, 'id')
  const newest = await findRevision(c.var.db, articleId, typed.baseVersion)
  if (!newest) return giveBack(c, typed)
  return showConflict(c, { articleId, mine: typed.content, newest })
}

/** 409: what this editor sent beside what another one saved meanwhile. */
export async function showConflict(c: Context<AppEnv>, met: Pick<ConflictProps, 'articleId' | 'mine' | 'newest'>) {
  const choices = await listChoices(c.var.db)
  return c.html(<ConflictPage frame={adminFrame(c)} {...met} choices={choices} />, 409)
}

/** Saves what is being typed. Answers with the new base, in JSON, for the script that asked. */
export async function autosave(c: Context<AppEnv>) {
  const { content, baseVersion } = readArticleForm(await c.req.formData())
  const { nowMs, editor } = c.var
  const answer = await save(c.var.db, {
    ...{ articleId: numberParam(c, 'id'), baseVersion, content, savedBy: editor.email, nowMs },
    ...{ autosaved: true, continues: true, derivation: await siteDerivation(c.var.db, content) },
  })
  if (!answer.ok) return c.json({ reason: answer.reason }, answer.reason === 'gone' ? 404 : 409)
  await examineAhead(c, content)
  return c.json({ version: answer.version, time: clockTime(nowMs, editor.language) })
}

/** The database is away: the form comes back with everything that was typed, from the request alone. */
export async function keepTypedText(c: Context<AppEnv>, outage: Outage) {
  const { form, editor, alarm } = await keptForm(c, outage)
  const { content, baseVersion } = readArticleForm(form)
  return c.html(
    <ArticleFormPage
      frame={{ editor, path: adminHref.article(numberParam(c, 'id')) }}
      articleId={numberParam(c, 'id')}
      heading={headingOf(content, editor.language)}
      choices={null}
      {...{ content, baseVersion, alarm, quotations: readQuotations(form) }}
    />,
    503,
  )
}

/** What comes back filled. */
type Typed = Pick<ArticleFormProps, 'content' | 'baseVersion' | 'quotations' | 'errors' | 'grow' | 'placed' | 'alarm'>

/**
 * The form as it was sent, with an empty row more or a quotation in its text (200), with what is wrong (422), or because
 * there is no such draft any more (404).
 */
async function giveBack(c: Context<AppEnv>, typed: Typed) {
  const articleId = numberParam(c, 'id')
  const { content } = typed
  const [found, leadPhoto] = await Promise.all([findWorkingCopy(c.var.db, articleId), leadPhotoOf(c, content)])
  const choices = found?.choices ?? (await listChoices(c.var.db))
  const heading = headingOf(content, c.var.editor.language)
  const shared = { frame: adminFrame(c, adminHref.article(articleId)), articleId, heading, choices, leadPhoto }
  const props = { ...shared, ...addressHints(c, content, found?.copy), ...typed }
  return c.html(<ArticleFormPage {...props} />, typed.errors ? 422 : typed.alarm ? 404 : 200)
}

async function leadPhotoOf(c: Context<AppEnv>, { leadPhoto = '' }: ArticleContent): Promise<Photo | null> {
  return leadPhoto === '' ? null : findPhoto(c.var.db, { key: leadPhoto })
}

function formProps(c: Context<AppEnv>, copy: WorkingCopy, choices: Choices): ArticleFormProps {
  const { language } = c.var.editor
  const { content, savedAtMs, draft } = copy
  return {
    ...{ frame: adminFrame(c), articleId: copy.id, content, baseVersion: copy.version, choices },
    heading: headingOf(content, language),
    mayDelete: draft && mayDeleteDraft(c.var.editor, copy),
    ...addressHints(c, content, copy),
    savedAt: adminMessagesFor(language).article.savedAt(sinceWhen(savedAtMs, c.var.nowMs, language)),
  }
}

/** What is said about the address: the public one, or one that would do. */
function addressHints(c: Context<AppEnv>, content: ArticleContent, copy?: WorkingCopy) {
  const dateIso = content.datelineDate || isoHongKong(c.var.nowMs).slice(0, 10)
  const title = content.written.en?.title ?? ''
  return {
    publicSlug: copy && !copy.draft ? copy.slug : null,
    suggestedSlug: suggestSlug({ kind: content.kind, title, dateIso, number: numberParam(c, 'id') }),
  }
}

/** The clock for today, else the date too. */
function sinceWhen(atMs: number, nowMs: number, language: Edition): string {
  const isToday = shortDate(atMs, language) === shortDate(nowMs, language)
  return isToday ? clockTime(atMs, language) : dateAndTime(atMs, language)
}

/** The headline in the language of the admin if there is one, else in any. */
export function headingOf(content: ArticleContent, language: Edition): string {
  const { written, sourceEdition } = content
  const own = language === 'en' ? written.en?.title : written[sourceEdition]?.title
  return own || written[sourceEdition]?.title || written.en?.title || adminMessagesFor(language).article.untitled
}

function doneMessage(c: Context<AppEnv>): Pick<ArticleFormProps, 'done' | 'placed'> {
  const { article, newArticle, revisions, deletion } = adminMessagesFor(c.var.editor.language)
  const messages = new Map([
    ['saved', article.savedDone],
    ['created', newArticle.created],
    ['copied', newArticle.copyDone],
    ['draft-restored', deletion.restored],
    ['draft-moved', deletion.restoredElsewhere],
    ['restored', revisions.restored(Number(c.req.query('number') ?? 0))],
    ['review-asked', article.reviewAsked],
    ['review-ended', article.reviewEnded],
  ])
  const { lead, inserted } = photoMessagesFor(c.var.editor.language)
  const places = new Map<string, ArticleFormProps['placed']>([
    ['photo-lead', { at: 'lead', message: lead.set }],
    ['photo-removed', { at: 'lead', message: lead.removed }],
    ['photo-zh', { at: 'zh', message: inserted }],
    ['photo-en', { at: 'en', message: inserted }],
  ])
  const name = c.req.query('done') ?? ''
  const done = messages.get(name)
  const placed = places.get(name)
  return { ...(done === undefined ? {} : { done }), ...(placed ? { placed } : {}) }
}
