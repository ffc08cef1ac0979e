import { type PublicState, shownAt, textName } from '../article/public-history.ts'
import { assertUnreachable } from '../article/unreachable.ts'
import { dateAndMinute, spanOfMinutes } from '../edition/dates.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { historyMessagesFor } from '../edition/messages/admin-history.ts'
import { adminHref } from '../routes.ts'
import { Field, type FieldError, Select } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { ArticleTabs } from './article-tabs.tsx'

const MINUTE_MS = 60_000

/** What an editor asked. */
export interface HistoryQuestion {
  /** Hong Kong wall clock, as typed; '' if nothing was asked. */
  at: string
  /** The moment that `at` names, or null. */
  atMs: number | null
  /** Names of the two texts to compare, as chosen. */
  from: string
  to: string
}

interface HistoryProps {
  frame: AdminFrame
  articleId: number
  /** Headline of the article, in the language of the editor if it has one. */
  heading: string
  /** Newest first. */
  states: readonly PublicState[]
  /** Nothing was left out for its age. */
  complete: boolean
  question: HistoryQuestion
  errors: readonly FieldError[]
  nowMs: number
}

export function HistoryPage(props: HistoryProps) {
  const { frame, articleId, heading, complete, errors } = props
  const { language } = frame.editor
  const messages = historyMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.title(heading)} errors={errors}>
      <ArticleTabs articleId={articleId} editor={frame.editor} current="history" />
      <p>{messages.intro}</p>
      <AskForm {...props} />
      <Answer {...props} />
      {EDITION_KEYS.map((edition) => (
        <EditionHistory {...props} edition={edition} />
      ))}
      {complete ? null : <p>{messages.incomplete}</p>}
      <CompareForm {...props} />
    </AdminDocument>
  )
}

function AskForm({ frame, articleId, question, errors }: HistoryProps) {
  const { language } = frame.editor
  const messages = historyMessagesFor(language)
  return (
    <search aria-label={messages.ask}>
      <form method="get" action={adminHref.history(articleId)}>
        <h2>{messages.ask}</h2>
        <Field
          name="at"
          label={messages.at}
          hint={messages.atHint}
          type="datetime-local"
          size={20}
          value={question.at}
          {...{ language, errors }}
        />
        <p class="actions">
          <button type="submit">{messages.askButton}</button>
        </p>
      </form>
    </search>
  )
}

/** What each edition showed at the moment that was asked for, and whether it changed within that minute. */
function Answer({ frame, articleId, states, question: { atMs }, nowMs }: HistoryProps) {
  if (atMs === null) return null
  const { language } = frame.editor
  const messages = historyMessagesFor(language)
  return (
    <section aria-labelledby="answer">
      <h3 id="answer">{messages.answer(dateAndMinute(atMs, language))}</h3>
      <dl>
        {EDITION_KEYS.map((edition) => (
          <>
            <dt lang={EDITIONS[edition].lang}>{EDITIONS[edition].name}</dt>
            <dd>
              <ShownWords {...{ articleId, states, edition, atMs, language, nowMs }} />
            </dd>
            {begunWithin(states, edition, atMs).map((state) => (
              <dd>
                {messages.within}
                <StateWords {...{ articleId, states, state, language, nowMs }} />
              </dd>
            ))}
          </>
        ))}
      </dl>
    </section>
  )
}

/** The states of an edition that began in the minute after `atMs`, oldest first. */
function begunWithin(states: readonly PublicState[], edition: Edition, atMs: number): readonly PublicState[] {
  return states
    .filter((state) => state.edition === edition && state.fromMs > atMs && state.fromMs < atMs + MINUTE_MS)
    .toReversed()
}

interface Surrounded {
  articleId: number
  states: readonly PublicState[]
  language: Edition
  nowMs: number
}

function ShownWords({ edition, atMs, ...around }: Surrounded & { edition: Edition; atMs: number }) {
  const messages = historyMessagesFor(around.language)
  const answer = shownAt(around.states, edition, atMs)
  switch (answer.kind) {
    case 'state':
      return <StateWords state={answer.state} {...around} />
    case 'elsewhere':
      return <>{messages.elsewhere(answer.editions.map((key) => EDITIONS[key].name).join(' · '))}</>
    case 'as-others':
      return <>{messages.asOthers[answer.shown]}</>
    case 'nothing':
      return <>{messages.nothing}</>
    default:
      return assertUnreachable(answer)
  }
}

/** What was shown, how that began and how long it lasted, with the way to it. */
function StateWords({ state, ...around }: Surrounded & { state: PublicState }) {
  const { language, nowMs } = around
  const stop = language === 'en' ? '. ' : '。'
  return (
    <>
      {historyMessagesFor(language).shown[state.shown]}
      {language === 'en' ? ' – ' : '——'}
      {stateLine(state, language, nowMs)}
      {stop}
      <OpenState state={state} {...around} />
    </>
  )
}

/** How a state began, and from when until when it lasted. */
export function stateLine({ event, fromMs, untilMs }: PublicState, language: Edition, nowMs: number): string {
  const { events, since, planned } = historyMessagesFor(language)
  const begun = `${events[event]}${language === 'en' ? ', ' : '，'}`
  if (untilMs === null) return begun + since(dateAndMinute(fromMs, language))
  const span = spanOfMinutes(fromMs, untilMs, language)
  return begun + (untilMs > nowMs ? planned(span) : span)
}

/** States of one edition are counted from its first one. */
function whichState({ states, state, language }: Pick<Surrounded, 'states' | 'language'> & { state: PublicState }) {
  const own = states.filter(({ edition }) => edition === state.edition)
  return historyMessagesFor(language).which(EDITIONS[state.edition].name, own.length - own.indexOf(state))
}

function OpenState({ articleId, state, ...around }: Omit<Surrounded, 'nowMs'> & { state: PublicState }) {
  return (
    <a class="target" href={adminHref.shownThen(articleId, state.edition, state.fromMs)}>
      {historyMessagesFor(around.language).open}
      <span class="hidden">{whichState({ state, ...around })}</span>
    </a>
  )
}

function EditionHistory({ edition, ...props }: HistoryProps & { edition: Edition }) {
  const { language } = props.frame.editor
  const own = props.states.filter((state) => state.edition === edition)
  return (
    <section aria-labelledby={`history-${edition}`}>
      <h2 id={`history-${edition}`} lang={EDITIONS[edition].lang}>
        {EDITIONS[edition].name}
      </h2>
      {own.length === 0 ? <p>{historyMessagesFor(language).never}</p> : null}
      <ul class="list">
        {own.map((state, index) => (
          <li>
            <StateEntry {...props} state={state} before={textBefore(own.slice(index + 1))} language={language} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function textBefore(older: readonly PublicState[]): PublicState | undefined {
  return older.find(({ shown }) => shown === 'text')
}

function StateEntry(props: Surrounded & { state: PublicState; before: PublicState | undefined }) {
  const { articleId, state, before, language, nowMs } = props
  const messages = historyMessagesFor(language)
  const [from, to] = [before && textName(before), textName(state)]
  return (
    <>
      <p>
        <b>{stateLine(state, language, nowMs)}</b>
      </p>
      {state.shown === 'text' ? <p lang={EDITIONS[state.edition].lang}>{state.row.title}</p> : null}
      <p class="muted">
        <Origin {...props} />
      </p>
      <p class="actions">
        <OpenState {...props} />
        {from && to ? (
          <a class="target" href={adminHref.historyComparison(articleId, from, to)}>
            {messages.compareBefore}
            <span class="hidden">{whichState(props)}</span>
          </a>
        ) : null}
      </p>
    </>
  )
}

/** Who did it, from which revision, and who answers for the conversion. */
function Origin({ articleId, state, language }: Surrounded & { state: PublicState }) {
  const messages = historyMessagesFor(language)
  const { actedBy, revision, conversionVersion, approvedBy, approvedAtMs } = state.row
  const isConverted = state.shown === 'text' && conversionVersion !== null
  const checked =
    approvedBy === null || approvedAtMs === null
      ? messages.notApproved
      : messages.approved(approvedBy, dateAndMinute(approvedAtMs, language))
  return (
    <>
      {actedBy === null ? messages.byNobody : messages.by(actedBy)}
      {' · '}
      <a href={adminHref.revision(articleId, revision)}>{messages.revision(revision)}</a>
      {isConverted ? ` · ${messages.converted(conversionVersion)} · ${checked}` : null}
    </>
  )
}

/** For at least two texts; the newest and the one before it are chosen until an editor chooses. */
function CompareForm({ frame, articleId, states, question, errors }: HistoryProps) {
  const { language } = frame.editor
  const messages = historyMessagesFor(language)
  const texts = states.flatMap((state) => {
    const value = textName(state)
    const words = `${EDITIONS[state.edition].name} · ${dateAndMinute(state.fromMs, language)} · ${messages.events[state.event]}`
    return value === undefined ? [] : [{ value, label: words, edition: state.edition }]
  })
  const newest = texts.find((text, index) => texts.slice(index + 1).some(({ edition }) => edition === text.edition))
  const before = texts.find((text) => text !== newest && text.edition === newest?.edition)
  if (!newest || !before) return null
  const shared = { options: texts, language, errors }
  return (
    <form method="get" action={adminHref.historyComparison(articleId)}>
      <h2>{messages.compare}</h2>
      <Select name="from" label={messages.from} value={question.from || before.value} {...shared} />
      <Select name="to" label={messages.to} value={question.to || newest.value} {...shared} />
      <p class="actions">
        <button type="submit">{messages.compareButton}</button>
      </p>
    </form>
  )
}
