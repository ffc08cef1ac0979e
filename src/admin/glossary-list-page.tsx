import type { GlossaryPage, GlossaryWords } from '../db/glossary.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { glossaryMessagesFor } from '../edition/messages/admin-glossary.ts'
import { adminHref } from '../routes.ts'
import { Field } from '../ui/field.tsx'
import { Words } from '../ui/words.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'

interface ListProps {
  frame: AdminFrame
  found: GlossaryPage
  query: string
  page: number
  mayChange: boolean
  done: string | undefined
}

/** The entries, or those that were looked for. */
export function GlossaryListPage({ frame, found, query, page, mayChange, done }: ListProps) {
  const { language } = frame.editor
  const messages = glossaryMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.title} done={done}>
      <p>{messages.intro}</p>
      <p class="actions">
        {mayChange ? (
          <a class="button" href={adminHref.newGlossaryEntry()}>
            {messages.add}
          </a>
        ) : null}
        <a class="target" href={adminHref.outdated()}>
          {messages.outdated}
        </a>
        <a class="target" href={adminHref.glossaryText()}>
          {messages.download}
        </a>
      </p>
      <FindEntries language={language} query={query} />
      {found.items.length === 0 ? <p role="status">{messages.none}</p> : null}
      <ul class="list">
        {found.items.map((row) => (
          <li>
            <a href={adminHref.glossaryEntry(row.id)}>
              <EntryWords words={row} language={language} />
            </a>
            <EntryFacts words={row} language={language} />
          </li>
        ))}
      </ul>
      <EntryPages {...{ language, query, page }} nextPage={found.nextPage} />
    </AdminDocument>
  )
}

function FindEntries({ language, query }: { language: Edition; query: string }) {
  const { find, findHint } = glossaryMessagesFor(language)
  return (
    <search>
      <form method="get" action={adminHref.glossary()}>
        <Field name="q" label={find} hint={findHint} type="search" value={query} language={language} />
        <p class="actions">
          <button type="submit">{adminMessagesFor(language).home.findButton}</button>
        </p>
      </form>
    </search>
  )
}

/** Both forms, in the direction in which the entry decides. */
export function EntryWords({ words, language }: { words: GlossaryWords; language: Edition }) {
  const { becomes, equals } = glossaryMessagesFor(language)
  const { kind, direction } = words
  const hant = <b lang={EDITIONS['zh-hant'].lang}>{words.hant}</b>
  const hans = <b lang={EDITIONS['zh-hans'].lang}>{words.hans}</b>
  if (kind === 'lock') return <span>{hant}</span>
  const [first, second] = direction === 'to-hant' ? [hans, hant] : [hant, hans]
  return (
    <span>
      {first} {direction === 'both' ? equals : becomes} {second}
    </span>
  )
}

/** Kind, direction and note; a lock has no direction. */
export function EntryFacts({ words, language }: { words: GlossaryWords; language: Edition }) {
  const { kinds, directions } = glossaryMessagesFor(language)
  const { kind, direction, note } = words
  const facts = kind === 'lock' ? kinds[kind] : `${kinds[kind]} · ${directions[direction]}`
  return (
    <p class="muted">
      {facts}
      {note === '' ? null : (
        <>
          {' · '}
          <Words text={note} edition={language} />
        </>
      )}
    </p>
  )
}

interface PagesProps {
  language: Edition
  query: string
  page: number
  nextPage: number | null
}

function EntryPages({ language, query, page, nextPage }: PagesProps) {
  const { home } = adminMessagesFor(language)
  if (page === 1 && nextPage === null) return null
  return (
    <nav aria-label={glossaryMessagesFor(language).title}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={adminHref.glossary({ q: query, page: page - 1 })}>{home.newer}</a>
          </li>
        ) : null}
        {nextPage === null ? null : (
          <li>
            <a href={adminHref.glossary({ q: query, page: nextPage })}>{home.older}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
