import type { Override } from '../article/content.ts'
import { includesRole } from '../article/roles.ts'
import type { WorkingCopy } from '../db/working-copy.ts'
import { dateAndTime } from '../edition/dates.ts'
import { type ChineseEdition, EDITIONS, type Edition, otherChinese } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { type DeskMessages, deskMessagesFor } from '../edition/messages/admin-desk.ts'
import type { Answer, Desk, Question } from '../newsroom/desk.ts'
import { adminHref } from '../routes.ts'
import { Field, type FieldError, fieldId } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { ArticleTabs } from './article-tabs.tsx'
import type { TypedAnswer, TypedDesk } from './desk-form.ts'

export interface DeskPageProps {
  frame: AdminFrame
  copy: WorkingCopy
  /** Null when there is no Chinese. */
  desk: Desk | null
  heading: string
  /** What somebody chose, when it comes back. */
  typed: TypedDesk | undefined
  errors: readonly FieldError[]
  alarm: string | undefined
  done: string | undefined
}

export function DeskPage(props: DeskPageProps) {
  const { frame, copy, desk, heading, errors, alarm, done } = props
  const { language } = frame.editor
  const messages = deskMessagesFor(language)
  const form = desk ? { id: 'desk', action: adminHref.conversion(copy.id) } : undefined
  return (
    <AdminDocument frame={frame} title={messages.title(heading)} {...{ errors, alarm, done, form }}>
      <ArticleTabs articleId={copy.id} editor={frame.editor} current="conversion" />
      {desk ? <Conversion {...props} desk={desk} messages={messages} /> : <p>{messages.noChinese}</p>}
    </AdminDocument>
  )
}

type PartProps = DeskPageProps & { desk: Desk; messages: DeskMessages }

function Conversion(props: PartProps) {
  const { frame, copy, desk, typed, errors, messages } = props
  const { language } = frame.editor
  const { questions, answers, changes } = desk
  const { sourceEdition } = copy.content
  return (
    <>
      <p>{messages.intro(changes)}</p>
      <p>
        <a class="target" href={adminHref.conversionText(copy.id)}>
          {messages.whole}
        </a>
      </p>
      <form id="desk" method="post" action={adminHref.conversion(copy.id)}>
        <input type="hidden" name="version" value={String(copy.version)} />
        <input type="hidden" name="uiLanguage" value={language} />
        <h2 id="questions">{messages.open(questions.length)}</h2>
        <p>{questions.length === 0 ? messages.openNone : messages.openIntro}</p>
        {questions.map((question, index) => {
          const answer = typed?.answers.find(({ from }) => from === question.from)
          return <Asked {...{ question, index, answer, errors, language, messages, sourceEdition }} />
        })}
        <Answers answers={answers} removed={typed?.removed ?? []} {...{ frame, sourceEdition, messages }} />
        <fieldset class="row">
          <legend>{messages.add}</legend>
          <Field
            {...{ language, errors }}
            name="add.from"
            label={messages.addFrom}
            value={typed?.added.from ?? ''}
            words={sourceEdition}
          />
          <Field
            {...{ language, errors }}
            name="add.to"
            label={messages.addTo}
            value={typed?.added.to ?? ''}
            words={otherChinese(sourceEdition)}
          />
        </fieldset>
        <p class="actions">
          <button type="submit" class="main">
            {messages.save}
          </button>
        </p>
      </form>
      <Approval {...props} />
    </>
  )
}

interface AskedProps {
  question: Question
  index: number
  answer: TypedAnswer | undefined
  errors: readonly FieldError[]
  language: Edition
  messages: DeskMessages
  sourceEdition: 'zh-hant' | 'zh-hans'
}

/** One question: where it stands, why it is asked, and the forms to choose from. */
function Asked({ question, index, answer, errors, language, messages, sourceEdition }: AskedProps) {
  const { from, doubt, choices, before, behind, field, count } = question
  const name = `q.${index}.to`
  const lang = EDITIONS[otherChinese(sourceEdition)].lang
  const chosen = answer?.to ?? ''
  return (
    <fieldset class="row" id={fieldId(`q.${index}`)}>
      <legend>
        <span lang={EDITIONS[sourceEdition].lang}>
          <span class="hidden">{from} · </span>
          {before}
          <mark>{from}</mark>
          {behind}
        </span>
      </legend>
      <input type="hidden" name={`q.${index}.from`} value={from} />
      <p class="hint">
        {messages.reasons[doubt]} {messages.place(fieldLabel(field, messages), count)}
      </p>
      <div class="forms">
        {choices.map(({ to }, number) => (
          <Radio {...{ name, lang, chosen }} value={to} label={to} hint={number === 0 ? messages.now : undefined} />
        ))}
        <Radio name={name} value="" label={messages.later} chosen={chosen} />
      </div>
      <details open={answer?.other ? true : undefined}>
        <summary>{messages.other(from)}</summary>
        <Field
          {...{ language, errors }}
          name={`q.${index}.other`}
          label={messages.otherText(from)}
          hint={messages.otherHint}
          value={answer?.other ?? ''}
          words={otherChinese(sourceEdition)}
        />
      </details>
    </fieldset>
  )
}

interface RadioProps {
  name: string
  value: string
  label: string
  chosen: string
  lang?: string
  hint?: string | undefined
}

function Radio({ name, value, label, chosen, lang, hint }: RadioProps) {
  const id = `${fieldId(name)}-${value || 'later'}`
  return (
    <div class="choice">
      <input type="radio" id={id} name={name} value={value} checked={value === chosen ? true : undefined} />
      <label for={id}>
        <span lang={lang}>{label}</span>
        {hint ? <span class="hint"> {hint}</span> : null}
      </label>
    </div>
  )
}

function fieldLabel(field: string, { fields }: DeskMessages): string {
  const name = field.split('.')[1] ?? ''
  return new Map<string, string>(Object.entries(fields)).get(name) ?? name
}

interface AnswersProps {
  frame: AdminFrame
  answers: readonly Answer[]
  removed: readonly string[]
  sourceEdition: 'zh-hant' | 'zh-hans'
  messages: DeskMessages
}

/** What was decided for this article, each with a way to take it back and one to the glossary. */
function Answers({ frame, answers, removed, sourceEdition, messages }: AnswersProps) {
  const source = EDITIONS[sourceEdition].lang
  const derived = EDITIONS[otherChinese(sourceEdition)].lang
  return (
    <>
      <h2 id="answers">{messages.answers(answers.length)}</h2>
      <p>{answers.length === 0 ? messages.answersNone : messages.answersIntro}</p>
      <ul class="list">
        {answers.map(({ override, count, isName }, index) => {
          const { from, to, note } = override
          const id = fieldId(`remove.${index}`)
          return (
            <li>
              <p id={`${id}-what`}>
                <b lang={source}>{from}</b> {messages.becomes} <b lang={derived}>{to}</b>
                {note === '' ? '' : ` · ${note}`}
              </p>
              <p class={count === 0 ? 'stale' : 'muted'}>{messages.counted(count)}</p>
              <div class="choice">
                <input
                  type="checkbox"
                  id={id}
                  name="remove"
                  value={from}
                  checked={removed.includes(from) ? true : undefined}
                  aria-describedby={`${id}-what`}
                />
                <label for={id}>{messages.remove}</label>
              </div>
              {includesRole(frame.editor.role, 'editor') ? (
                <a class="target" href={adminHref.newGlossaryEntry(entryOf(override, sourceEdition, isName))}>
                  <span>
                    {messages.forSite}
                    <span lang={source}>{from}</span>
                  </span>
                </a>
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The decision as an entry of the glossary, in its own direction. */
function entryOf({ from, to }: Override, sourceEdition: ChineseEdition, isName: boolean) {
  const kind = isName ? 'name' : 'term'
  return sourceEdition === 'zh-hant'
    ? { kind, hant: from, hans: to, direction: 'to-hans' }
    : { kind, hant: to, hans: from, direction: 'to-hant' }
}

/** An editor has read the whole. The button sends the answers along, so that none is lost to it. */
function Approval({ frame, copy, desk, messages }: PartProps) {
  const { language, role } = frame.editor
  const { publication } = adminMessagesFor(language)
  const { checked, version } = copy
  const open = desk.questions.length
  return (
    <section aria-labelledby="approval">
      <h2 id="approval">{messages.approval}</h2>
      {includesRole(role, 'editor') ? <p>{messages.approvalIntro}</p> : null}
      {checked?.version === version ? (
        <p>{messages.approved(checked.by, dateAndTime(checked.atMs, language))}</p>
      ) : null}
      {open > 0 ? <p>{messages.approvalOpen(open)}</p> : null}
      {includesRole(role, 'editor') ? (
        <p class="actions">
          <button type="submit" form="desk" name="approve" value="yes">
            {publication.approve}
          </button>
          <span class="hint">{publication.approveHint(version)}</span>
        </p>
      ) : null}
    </section>
  )
}
