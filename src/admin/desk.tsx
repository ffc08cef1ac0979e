import type { Context } from 'hono'
import { includesRole } from '../article/roles.ts'
import { setConversionChecked } from '../db/drafts.ts'
import { findWorkingCopy, type WorkingCopy } from '../db/working-copy.ts'
import { type DeskMessages, deskMessagesFor } from '../edition/messages/admin-desk.ts'
import type { AppEnv } from '../env.ts'
import { deskOf } from '../newsroom/desk.ts'
import { pairedTexts } from '../newsroom/paired-texts.ts'
import { save } from '../newsroom/save.ts'
import { siteConversion, siteDerivation } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { headingOf } from './article.tsx'
import {
  type DeskProblem,
  isUntouched,
  OVERRIDE_CHARS_MAX,
  readDeskForm,
  settleDesk,
  type TypedDesk,
} from './desk-form.ts'
import { DeskPage } from './desk-page.tsx'
import { missing } from './missing.tsx'
import { adminFrame, formLine, numberParam } from './request.ts'
import { WholeTextPage } from './whole-text-page.tsx'

/** What the conversion of an article was not sure of, and what was decided. */
export async function desk(c: Context<AppEnv>) {
  const found = await findWorkingCopy(c.var.db, numberParam(c, 'id'))
  return found ? showDesk(c, found.copy) : missing(c)
}

/** Saves answers as a revision; gives them back where something is wrong or another editor was faster. */
export async function answerDesk(c: Context<AppEnv>) {
  const { db, editor, nowMs } = c.var
  const articleId = numberParam(c, 'id')
  const form = await c.req.formData()
  const typed = readDeskForm(form)
  const found = await findWorkingCopy(db, articleId)
  if (!found) return missing(c)
  const { copy } = found
  const approves = formLine(form, 'approve') !== '' && includesRole(editor.role, 'editor')
  if (isUntouched(typed)) return approves ? approve(c, copy, typed.baseVersion) : showDesk(c, copy, { isNothing: true })
  if (typed.baseVersion !== copy.version) return showDesk(c, copy, { typed, isLate: true })
  const settled = settleDesk(typed, copy.content.overrides)
  const content = { ...copy.content, overrides: settled.overrides }
  const derivation = await siteDerivation(db, content)
  const unused = typed.added.from !== '' && !deskOf(content, derivation)?.answers.at(-1)?.count
  const problems: readonly DeskProblem[] =
    settled.problems.length === 0 && unused ? [{ field: 'add.from', rule: 'not-found' }] : settled.problems
  if (problems.length > 0) return showDesk(c, copy, { typed, problems })
  const answer = await save(db, {
    ...{ articleId, baseVersion: copy.version, content, savedBy: editor.email, derivation, nowMs },
    action: 'conversion-settled',
  })
  const done = approves ? 'saved-first' : 'saved'
  if (answer.ok) return c.redirect(adminHref.done(adminHref.conversion(articleId), done), 303)
  const again = answer.reason === 'gone' ? null : await findWorkingCopy(db, articleId)
  return again ? showDesk(c, again.copy, { typed, isLate: true }) : missing(c)
}

/** An editor has read the converted edition of this revision. */
async function approve(c: Context<AppEnv>, { id, slug, version: newest }: WorkingCopy, version: number) {
  const { db, nowMs, editor } = c.var
  const entry = { atMs: nowMs, actor: editor.email, subject: slug, articleId: id, detail: { version } }
  if (version <= newest) {
    await setConversionChecked(db, { articleId: id, version }, { ...entry, action: 'conversion-approved' })
  }
  return c.redirect(adminHref.done(adminHref.publication(id), 'approved'), 303)
}

export async function deskAsTyped(c: Context<AppEnv>) {
  const typed = readDeskForm(await c.req.formData())
  const found = await findWorkingCopy(c.var.db, numberParam(c, 'id'))
  if (!found) return missing(c)
  return showDesk(c, found.copy, { typed, isLate: typed.baseVersion !== found.copy.version })
}

/** Original and conversion of every paragraph. */
export async function wholeText(c: Context<AppEnv>) {
  const found = await findWorkingCopy(c.var.db, numberParam(c, 'id'))
  if (!found) return missing(c)
  const { id, content } = found.copy
  const texts = pairedTexts(content, await siteDerivation(c.var.db, content))
  const { sourceEdition: source } = content
  const heading = headingOf(content, c.var.editor.language)
  return c.html(<WholeTextPage frame={adminFrame(c)} articleId={id} {...{ source, texts, heading }} />)
}

interface Shown {
  typed?: TypedDesk
  problems?: readonly DeskProblem[]
  /** Somebody else saved in between. */
  isLate?: boolean
  /** Nothing was chosen, so that there was nothing to save. */
  isNothing?: boolean
}

async function showDesk(
  c: Context<AppEnv>,
  copy: WorkingCopy,
  { typed, problems = [], isLate, isNothing }: Shown = {},
) {
  const messages = deskMessagesFor(c.var.editor.language)
  const site = await siteConversion(c.var.db)
  const undecided = { ...copy.content, overrides: [] }
  const made = deskOf(copy.content, site.derivation(copy.content), site.derivation(undecided))
  const errors = problems.map(({ field, rule }): FieldError => {
    const message = messages.problems[rule]
    if (typeof message === 'string') return { field, message }
    return { field, message: message(OVERRIDE_CHARS_MAX), where: labelOf(field, typed, messages) }
  })
  const props = {
    ...{ frame: adminFrame(c, adminHref.conversion(copy.id)), copy, desk: made, typed, errors },
    heading: headingOf(copy.content, c.var.editor.language),
    alarm: isLate ? messages.changedMeanwhile : undefined,
    done: isNothing ? messages.nothing : doneOf(c, messages),
  }
  return c.html(<DeskPage {...props} />, isLate ? 409 : errors.length > 0 ? 422 : 200)
}

/** What a field of words is called. */
function labelOf(field: string, typed: TypedDesk | undefined, messages: DeskMessages): string {
  if (field === 'add.from') return messages.addFrom
  if (field === 'add.to') return messages.addTo
  const index = Number(/\d+/.exec(field)?.[0])
  return messages.otherText(typed?.answers[index]?.from ?? '')
}

function doneOf(c: Context<AppEnv>, messages: DeskMessages): string | undefined {
  const done = c.req.query('done')
  if (done === 'saved-first') return messages.savedFirst
  return done === 'saved' ? messages.saved : undefined
}
