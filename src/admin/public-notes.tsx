import type { Context } from 'hono'
import type { Act } from '../article/states.ts'
import { dateAndTime } from '../edition/dates.ts'
import { EDITION_KEYS, EDITIONS, type Edition, isChinese } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { editionsFor, statusesOf } from '../newsroom/acts.ts'
import { isBlocked } from '../newsroom/checklist.ts'
import { adminHref } from '../routes.ts'
import { Area, type FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { headingOf } from './article.tsx'
import { PARAGRAPH_CHARS_MAX } from './article-form.ts'
import { ArticleTabs } from './article-tabs.tsx'
import { missing } from './missing.tsx'
import { decidedOn, findCase, findMatter, type Matter, perform } from './publication.tsx'
import { DecidedOn } from './publication-forms.tsx'
import { adminFrame, formLine, numberParam } from './request.ts'

/** Acts that tell the public something in every edition. */
type Noted = Extract<Act['kind'], 'correct' | 'withdraw'>

type Typed = Partial<Record<Edition, string>>

export const correction = (c: Context<AppEnv>) => askForNotes(c, 'correct')
export const makeCorrection = (c: Context<AppEnv>) => actWithNotes(c, 'correct')
export const correctionAsTyped = (c: Context<AppEnv>) => notesAsTyped(c, 'correct')
export const withdrawal = (c: Context<AppEnv>) => askForNotes(c, 'withdraw')
export const makeWithdrawal = (c: Context<AppEnv>) => actWithNotes(c, 'withdraw')
export const withdrawalAsTyped = (c: Context<AppEnv>) => notesAsTyped(c, 'withdraw')

async function askForNotes(c: Context<AppEnv>, kind: Noted) {
  const found = await findMatter(c)
  if (!found) return missing(c)
  // Somebody else may just have withdrawn it: the page of publication says what it is now.
  if (editionsFor(found.copy, kind, c.var.nowMs).length === 0) {
    return c.redirect(adminHref.publication(found.copy.id), 303)
  }
  return c.html(<NotesPage frame={adminFrame(c)} kind={kind} found={found} typed={{}} nowMs={c.var.nowMs} />)
}

async function notesAsTyped(c: Context<AppEnv>, kind: Noted) {
  const found = await findMatter(c)
  if (!found) return missing(c)
  const { nowMs } = c.var
  const form = await c.req.formData()
  const copy = decidedOn(form, found.copy)
  const page = { kind, found: { ...found, copy }, typed: typedOf(form, editionsFor(copy, kind, nowMs)), nowMs }
  return c.html(<NotesPage frame={adminFrame(c)} {...page} />)
}

function typedOf(form: FormData, editions: readonly Edition[]): Typed {
  return Object.fromEntries(editions.map((edition) => [edition, formLine(form, `note.${edition}`)]))
}

async function actWithNotes(c: Context<AppEnv>, kind: Noted) {
  const found = await findCase(c)
  if (!found) return missing(c)
  const { language } = c.var.editor
  const form = await c.req.formData()
  const editions = editionsFor(found.copy, kind, c.var.nowMs)
  const typed = typedOf(form, editions)
  const errors = errorsOf(found, editions, typed, kind, language)
  const { refusals } = adminMessagesFor(language).publication
  const giveBack = (wrong: readonly FieldError[], status: 409 | 422) => {
    const page = { kind, found, typed, errors: wrong, nowMs: c.var.nowMs }
    return c.html(<NotesPage frame={adminFrame(c)} {...page} />, status)
  }
  if (errors.length > 0) return giveBack(errors, 422)
  const first = `note.${editions[0] ?? found.copy.content.sourceEdition}`
  if (kind === 'correct' && isBlocked(found.rows, editions)) {
    return giveBack([{ field: first, message: refusals.blocked }], 422)
  }
  const copy = decidedOn(form, found.copy)
  const answer = await perform(c, { ...found, copy }, { kind }, editions, inEveryEdition(found, typed))
  if (answer.ok) return c.redirect(adminHref.done(adminHref.publication(numberParam(c, 'id')), kind), 303)
  return giveBack([{ field: first, message: refusals[answer.reason] }], answer.reason === 'moved' ? 409 : 422)
}

/** Every written edition that readers see must be told; the derived one is converted unless an editor wrote it. */
function errorsOf(
  { copy }: Matter,
  editions: readonly Edition[],
  typed: Typed,
  kind: Noted,
  language: Edition,
): readonly FieldError[] {
  const messages = adminMessagesFor(language)
  const { missing: missingNote } = kind === 'correct' ? messages.correction : messages.withdrawal
  const label = kind === 'correct' ? messages.correction.note : messages.withdrawal.reason
  return editions.flatMap((edition) => {
    const field = `note.${edition}`
    const note = typed[edition] ?? ''
    if (note.length > PARAGRAPH_CHARS_MAX) {
      return [{ field, message: messages.form.tooLong(PARAGRAPH_CHARS_MAX), where: label(EDITIONS[edition].name) }]
    }
    const isDerived = isChinese(edition) && edition !== copy.content.sourceEdition
    const isAskedElsewhere = isDerived && editions.includes(copy.content.sourceEdition)
    return note !== '' || isAskedElsewhere ? [] : [{ field, message: missingNote(EDITIONS[edition].name) }]
  })
}

function inEveryEdition({ copy, derivation }: Matter, typed: Typed): Record<Edition, string> {
  const source = typed[copy.content.sourceEdition] ?? ''
  const of = (edition: Edition) => typed[edition] || (isChinese(edition) && source ? derivation.text(source) : '')
  return { 'zh-hant': of('zh-hant'), 'zh-hans': of('zh-hans'), en: of('en') }
}

interface NotesProps {
  frame: AdminFrame
  kind: Noted
  found: Matter
  typed: Typed
  errors?: readonly FieldError[]
  nowMs: number
}

function NotesPage({ frame, kind, found, typed, errors = [], nowMs }: NotesProps) {
  const { language } = frame.editor
  const messages = adminMessagesFor(language)
  const { copy } = found
  const words = kind === 'correct' ? messages.correction : messages.withdrawal
  const label = kind === 'correct' ? messages.correction.note : messages.withdrawal.reason
  const action = kind === 'correct' ? adminHref.correction(copy.id) : adminHref.withdrawal(copy.id)
  return (
    <AdminDocument
      frame={frame}
      title={words.title(headingOf(copy.content, language))}
      errors={errors}
      form={{ id: 'notes', action }}
    >
      <ArticleTabs articleId={copy.id} editor={frame.editor} />
      <p>{words.intro}</p>
      <StillWaiting {...{ kind, copy, language, nowMs }} sentence={words.planned} />
      <form id="notes" method="post" action={action}>
        <DecidedOn copy={copy} />
        {editionsFor(copy, kind, nowMs).map((edition) => {
          const isDerived = isChinese(edition) && edition !== copy.content.sourceEdition
          return (
            <Area
              name={`note.${edition}`}
              label={label(EDITIONS[edition].name)}
              hint={isDerived ? messages.correction.derivedHint : words.noteHint}
              value={typed[edition] ?? ''}
              words={edition}
              required={!isDerived}
              {...{ language, errors }}
            />
          )
        })}
        <button type="submit" class="main">
          {words.submit}
        </button>
      </form>
    </AdminDocument>
  )
}

interface StillWaitingProps extends Pick<Matter, 'copy'> {
  kind: Noted
  language: Edition
  nowMs: number
  sentence: (edition: string, at: string) => string
}

/** Editions that wait for their time: a withdrawal takes them back, and a correction does not reach them. */
function StillWaiting({ kind, copy, language, nowMs, sentence }: StillWaitingProps) {
  const statuses = statusesOf(copy, nowMs)
  const told = EDITION_KEYS.flatMap((edition) => {
    const status = statuses[edition]
    // An embargoed edition is public as a notice: it is withdrawn like the others, and corrected no more than a plan.
    const told = (atMs: number) => [sentence(EDITIONS[edition].name, dateAndTime(atMs, language))]
    if (status.kind === 'scheduled') return told(status.atMs)
    return status.kind === 'embargoed' && kind === 'correct' ? told(status.untilMs) : []
  })
  if (told.length === 0) return null
  return (
    <div class="notice">
      {told.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
  )
}
