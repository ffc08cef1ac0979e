import type { Child } from 'hono/jsx'
import { statusOf } from '../article/states.ts'
import { type ArticleLine, FRONT_LIST_MAX, type FrontPage, UPCOMING_MAX } from '../db/front-page.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { adminHref } from '../routes.ts'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { ArticleLink, namesakes } from './article-link.tsx'
import { statusWords } from './status-words.ts'

interface FrontPageProps {
  frame: AdminFrame
  front: FrontPage
  nowMs: number
  /** Set when the cron has not run for too long: when it last did, in words, or ''. */
  cronOverdue: string | null
  done?: string | undefined
}

export function FrontPageView({ frame, front, nowMs, cronOverdue, done }: FrontPageProps) {
  const { language } = frame.editor
  const { home } = adminMessagesFor(language)
  const lists = [
    { title: home.waiting, empty: home.waitingEmpty, items: front.waiting },
    { title: home.drafts, empty: home.draftsEmpty, items: front.drafts },
    { title: home.upcoming, empty: home.upcomingEmpty, items: front.upcoming, max: UPCOMING_MAX },
    { title: home.recent, empty: home.recentEmpty, items: front.recent },
  ]
  const shared = namesakes(lists.flatMap(({ items }) => items).map(linked), language)
  return (
    <AdminDocument frame={frame} title={home.title} done={done}>
      {cronOverdue === null && front.failedPurges === 0 ? null : (
        <div class="notice alarm">
          <h2>{home.alarms}</h2>
          {cronOverdue === null ? null : <p>{home.cronOverdue(cronOverdue)}</p>}
          {front.failedPurges === 0 ? null : <p>{home.failedPurges(front.failedPurges)}</p>}
        </div>
      )}
      <FindForm language={language} query="" />
      {lists.map(({ title, empty, items, max = FRONT_LIST_MAX }) => (
        <section aria-label={title}>
          <h2>{title}</h2>
          {items.length === 0 ? <p>{empty}</p> : <ArticleLines {...{ items, shared, language, nowMs }} />}
          {items.length < max ? null : (
            <p>
              <a class="target" href={adminHref.find()}>
                {home.all(items.length)}
              </a>
            </p>
          )}
        </section>
      ))}
      <p class="actions">
        <a class="target" href={adminHref.deletedDrafts()}>
          {adminMessagesFor(language).deletion.list}
        </a>
      </p>
    </AdminDocument>
  )
}

interface FindFormProps {
  language: Edition
  query: string
  /** How many were found: what screen readers say while somebody types. */
  count?: string
  children?: Child
}

export function FindForm({ language, query, count, children }: FindFormProps) {
  const { home } = adminMessagesFor(language)
  return (
    <search>
      <form method="get" action={adminHref.find()} class="field">
        <label for="find">{home.find}</label>
        <p class="hint" id="find-hint">
          {home.findHint}
        </p>
        <input
          id="find"
          type="search"
          name="q"
          value={query}
          aria-describedby="find-hint"
          autocomplete="off"
          data-behaviour="htmx"
          hx-get={adminHref.find()}
          hx-trigger="input delay:300ms"
          hx-target="#found"
          hx-swap="innerHTML"
        />
        <p class="actions">
          <button type="submit">{home.findButton}</button>
        </p>
      </form>
      <p id="found-count" role="status">
        {count}
      </p>
      <div id="found">{children}</div>
    </search>
  )
}

const linked = ({ id, ...line }: ArticleLine) => ({ ...line, articleId: id })

interface LinesProps {
  items: readonly ArticleLine[]
  /** Titles that several articles of the page have. */
  shared: ReadonlySet<string>
  language: Edition
  nowMs: number
}

function ArticleLines({ items, ...rest }: LinesProps) {
  return (
    <ul class="list">
      {items.map((item) => (
        <ArticleItem item={item} {...rest} />
      ))}
    </ul>
  )
}

function ArticleItem({ item, shared, language, nowMs }: Omit<LinesProps, 'items'> & { item: ArticleLine }) {
  const { id, kind } = item
  const { home } = adminMessagesFor(language)
  const states = sharedStates(item, language, nowMs)
  return (
    <li>
      <ArticleLink article={linked(item)} language={language} shared={shared} />
      <p class="muted">
        {messagesFor(language).kinds[kind]} ·{' '}
        <a class="target" href={adminHref.publication(id)}>
          {home.toPublication(id)}
        </a>
        {item.reviewRequestedBy === null ? null : ` · ${home.reviewBy(item.reviewRequestedBy)}`}
      </p>
      <p class="states">
        {states.map(({ editions, words }) => (
          <span>
            {editions.map((edition) => (
              <>
                <b lang={EDITIONS[edition].lang}>{EDITIONS[edition].name}</b>{' '}
              </>
            ))}
            {words}
          </span>
        ))}
      </p>
    </li>
  )
}

/** The state of each edition in words; editions of which the same is to be said stand together. */
function sharedStates(item: ArticleLine, language: Edition, nowMs: number): { editions: Edition[]; words: string }[] {
  const { titles, sourceEdition, version } = item
  const shared = new Map<string, Edition[]>()
  for (const edition of EDITION_KEYS) {
    const stored = item.editions.find((row) => row.edition === edition)
    const hasText = edition === 'en' ? Boolean(titles.en) : Boolean(titles[sourceEdition])
    const words = statusWords(statusOf(stored, { nowMs, version, hasText }), language)
    shared.set(words, [...(shared.get(words) ?? []), edition])
  }
  return [...shared].map(([words, editions]) => ({ editions, words }))
}

interface FoundProps {
  language: Edition
  query: string
  page: number
  items: readonly ArticleLine[]
  nextPage: number | null
  nowMs: number
}

function countOf({ language, items }: FoundProps): string {
  const { home } = adminMessagesFor(language)
  return items.length === 0 ? home.foundNothing : home.found(items.length)
}

/** What is put into the page while somebody types. */
export function FoundFragment(found: FoundProps) {
  return (
    <>
      <Found {...found} />
      <hx-partial hx-target="#found-count" hx-swap="innerHTML">
        {countOf(found)}
      </hx-partial>
    </>
  )
}

function Found({ language, query, page, items, nextPage, nowMs }: FoundProps) {
  const { home } = adminMessagesFor(language)
  return (
    <>
      <ArticleLines {...{ items, shared: namesakes(items.map(linked), language), language, nowMs }} />
      <p class="actions">
        {page > 1 ? (
          <a class="button" href={adminHref.find(query, page - 1)}>
            {home.newer}
          </a>
        ) : null}
        {nextPage === null ? null : (
          <a class="button" href={adminHref.find(query, nextPage)}>
            {home.older}
          </a>
        )}
      </p>
    </>
  )
}

export function FindPage({ frame, found }: { frame: AdminFrame; found: FoundProps }) {
  const { language, query } = found
  return (
    <AdminDocument frame={frame} title={adminMessagesFor(language).home.find}>
      <FindForm language={language} query={query} count={countOf(found)}>
        <Found {...found} />
      </FindForm>
    </AdminDocument>
  )
}
