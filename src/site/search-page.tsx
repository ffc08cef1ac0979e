import { SEARCH_MATCHES_MAX, type SearchAnswer, type SearchHit } from '../db/search.ts'
import { hongKongTime } from '../edition/dates.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href, type SearchQuery, type View } from '../routes.ts'
import { type ParsedQuery, QUERY_CHARS_MAX, QUERY_TERMS_MAX } from '../search/query.ts'
import {
  type Finder,
  finderOf,
  type Marked,
  markFound,
  openingOf,
  otherSpellings,
  snippetOf,
} from '../search/snippet.ts'
import { Document } from '../ui/document.tsx'
import { FoundWords } from '../ui/found-words.tsx'
import type { Frame } from '../ui/frame.ts'
import { Kicker } from '../ui/news-list.tsx'
import { PagesNav } from '../ui/pages-nav.tsx'

/** More spellings than these say nothing to a reader. */
const SPELLINGS_MAX = 3

interface ResultsProps {
  view: View
  query: SearchQuery
  parsed: ParsedQuery
  answer: SearchAnswer
}

/** The form and, when something was asked, what was found. Right without a script; with one, it follows the typing. */
export function SearchPage({ frame, ...props }: Omit<ResultsProps, 'view'> & { frame: Frame }) {
  const { view } = frame
  const { query } = props
  const messages = messagesFor(view.edition)
  const isAsked = hasQuestion(query)
  const shownTitle =
    query.q === '' ? messages.searchPage.title : `${messages.searchPage.title}${messages.titleSeparator}${query.q}`
  return (
    <Document lists frame={frame} title={shownTitle} description={messages.searchPage.intro} noindex={isAsked} htmx>
      <h1 class="page-title">{messages.searchPage.title}</h1>
      <SearchForm view={view} query={query} answer={props.answer} />
      <p id="search-status" role="status" class="hidden" />
      <p class="notice" id="search-failed" hidden>
        {messages.searchPage.failed} <a href={href.search(view, query)}>{messages.searchPage.retry}</a>
      </p>
      <div id="results">
        <SearchResults view={view} {...props} />
      </div>
    </Document>
  )
}

function hasQuestion({ q, topic, year }: SearchQuery): boolean {
  return q !== '' || (topic ?? '') !== '' || (year ?? '') !== ''
}

function SearchForm({ view, query, answer }: Omit<ResultsProps, 'parsed'>) {
  const messages = messagesFor(view.edition).searchPage
  const years = yearsOf(answer, query)
  return (
    // biome-ignore lint/a11y/useSemanticElements: readers' browsers of three years ago know the role, not the element
    <form
      class="search"
      role="search"
      method="get"
      action={href.search({ ...view, images: true })}
      data-behaviour="htmx search"
      hx-get={href.searchResults({ ...view, images: true })}
      hx-trigger="input delay:300ms"
      hx-target="#results"
      hx-sync="this:replace"
    >
      {view.images ? null : <input type="hidden" name="images" value="0" />}
      <p>
        <label for="q">{messages.label}</label>
        <input
          id="q"
          name="q"
          type="search"
          value={query.q}
          aria-describedby="q-hint"
          autocomplete="off"
          enterkeyhint="search"
        />
      </p>
      <Choice
        name="topic"
        label={messages.topic}
        all={messages.allTopics}
        chosen={query.topic ?? ''}
        options={answer.topics.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <Choice
        name="year"
        label={messages.year}
        all={messages.allYears}
        chosen={query.year ?? ''}
        options={years.map((year) => ({ value: String(year), label: messages.yearName(year) }))}
      />
      <button class="button" type="submit">
        {messages.submit}
      </button>
      <p class="note" id="q-hint">
        {messages.intro}
      </p>
    </form>
  )
}

interface ChoiceProps {
  name: string
  label: string
  all: string
  chosen: string
  options: readonly { value: string; label: string }[]
}

function Choice({ name, label, all, chosen, options }: ChoiceProps) {
  if (options.length === 0) return null
  return (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  )
}

/** From the newest article's year to the oldest's, and the year that was asked for. */
function yearsOf({ oldestMs, newestMs }: SearchAnswer, { year = '' }: SearchQuery): readonly number[] {
  if (oldestMs === null || newestMs === null) return year === '' ? [] : [Number(year)]
  const oldest = hongKongTime(oldestMs).year
  const newest = hongKongTime(newestMs).year
  const years = Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index)
  return year === '' || years.includes(Number(year)) ? years : [...years, Number(year)]
}

/** What was found: how many, each with the place in its text, and the way to more. The answer of search while typing. */
export function SearchResults({ view, query, parsed, answer }: ResultsProps) {
  const messages = messagesFor(view.edition).searchPage
  const address = href.search(view, query)
  if (!hasQuestion(query)) return <div id="found" data-address={address} data-message="" />
  const finder = finderOf(parsed.terms)
  const results = answer.hits.map((hit) => ({
    hit,
    title: markFound(hit.title, finder),
    snippet: snippetFor(hit, finder),
  }))
  const shown = results.flatMap(({ title, snippet }) => [title, snippet])
  const message = messageFor({ view, query, parsed, answer }, shown)
  return (
    <div id="found" data-address={address} data-message={message}>
      <h2 class="section-title">{messages.results}</h2>
      <p>{message}</p>
      <CutNote view={view} parsed={parsed} />
      {results.length === 0 ? <Suggestions view={view} query={query} answer={answer} /> : null}
      <ul class="news">
        {results.map(({ hit, title, snippet }) => (
          <Result view={view} hit={hit} title={title} snippet={snippet} />
        ))}
      </ul>
      <PagesNav
        view={view}
        page={query.page ?? 1}
        nextPage={answer.nextPage}
        address={(page) => href.search(view, { ...query, page })}
      />
    </div>
  )
}

function messageFor({ view, query, answer }: ResultsProps, shown: readonly Marked[]): string {
  const messages = messagesFor(view.edition).searchPage
  const { page = 1 } = query
  if (answer.count === 0) return messages.nothing(query.q)
  const spellings = otherSpellings(query.q, shown).slice(0, SPELLINGS_MAX)
  const count =
    messages.count(answer.capped ? SEARCH_MATCHES_MAX : answer.count, answer.capped) +
    (spellings.length > 0 ? messages.also(spellings) : '')
  const end = view.edition === 'en' ? '.' : '。'
  return page === 1 ? `${count}${end}` : `${count}${end}${view.edition === 'en' ? ' ' : ''}${messages.page(page)}${end}`
}

function snippetFor(hit: SearchHit, finder: Finder): Marked {
  return snippetOf(hit.text, finder) ?? snippetOf(hit.summary, finder) ?? openingOf(hit.summary || hit.text)
}

function CutNote({ view, parsed }: Pick<ResultsProps, 'view' | 'parsed'>) {
  const messages = messagesFor(view.edition).searchPage
  if (parsed.cut === 'none') return null
  return (
    <p class="note">
      {parsed.cut === 'chars' ? messages.cutChars(QUERY_CHARS_MAX) : messages.cutTerms(QUERY_TERMS_MAX)}
    </p>
  )
}

function Result({ view, hit, title, snippet }: { view: View; hit: SearchHit; title: Marked; snippet: Marked }) {
  return (
    <li>
      <Kicker item={hit} view={view} />
      <h3>
        <a href={href.article(view, hit.slug)}>
          <FoundWords marked={title} edition={view.edition} />
        </a>
      </h3>
      <p class="summary">
        <FoundWords marked={snippet} edition={view.edition} />
      </p>
    </li>
  )
}

/** Nothing was found: what else to try. */
function Suggestions({ view, query, answer }: Omit<ResultsProps, 'parsed'>) {
  const messages = messagesFor(view.edition).searchPage
  const { q, topic = '', year = '' } = query
  const others = EDITION_KEYS.filter((edition) => edition !== view.edition)
  return (
    <>
      {q === '' ? null : <p>{messages.tryShorter}</p>}
      <ul class="tries">
        {q !== '' && (topic !== '' || year !== '') ? (
          <li>
            <a href={href.search(view, { q })}>{messages.tryWithoutFilters}</a>
          </li>
        ) : null}
        {others.map((edition) => (
          <li>
            <a href={href.search({ ...view, edition }, { q, topic, year })} hreflang={EDITIONS[edition].hreflang}>
              <InEdition sentence={messages.tryEdition} edition={edition} />
            </a>
          </li>
        ))}
      </ul>
      {answer.topics.length === 0 ? null : (
        <>
          <p>{messages.tryTopics}</p>
          <ul class="tries">
            {answer.topics.map(({ key, name }) => (
              <li>
                <a href={href.topic(view, key)}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** A sentence with the name of another edition in its own language. */
function InEdition({ sentence, edition }: { sentence: (language: string) => string; edition: Edition }) {
  const { name, lang } = EDITIONS[edition]
  const [before, after] = sentence(name).split(name)
  return (
    <span>
      {before}
      <span lang={lang}>{name}</span>
      {after}
    </span>
  )
}
