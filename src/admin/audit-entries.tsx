import type { Child } from 'hono/jsx'
import { parseRole } from '../article/roles.ts'
import type { AuditLine } from '../db/audit.ts'
import { dateAndTime, isoHongKong } from '../edition/dates.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'
import { ArticleLink, type LinkedArticle, namesakes } from './article-link.tsx'

/** Lines of the log as sentences. */
export function AuditEntries({ items, language }: { items: readonly AuditLine[]; language: Edition }) {
  const shared = namesakes(
    items.flatMap((line) => linked(line) ?? []),
    language,
  )
  return (
    <ul class="list">
      {items.map((line) => (
        <li>
          <time class="muted" datetime={isoHongKong(line.atMs)}>
            {dateAndTime(line.atMs, language)}
          </time>
          <p>
            <Sentence {...{ line, shared, language }} />
            <Scope detail={line.detail} />
          </p>
          {line.articleId === null ? null : (
            <p class="muted">
              <a class="target" href={adminHref.audit({ article: String(line.articleId) })}>
                {adminMessagesFor(language).audit.articleNumber(line.articleId)}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The editions that it was done to, or the reader that it was done for. */
function Scope({ detail: { editions, reader } }: Pick<AuditLine, 'detail'>) {
  const named = Array.isArray(editions) ? EDITION_KEYS.filter((edition) => editions.includes(edition)) : []
  return (
    <>
      {named.map((edition) => (
        <>
          {' · '}
          <span lang={EDITIONS[edition].lang}>{EDITIONS[edition].name}</span>
        </>
      ))}
      {typeof reader === 'string' ? (
        <>
          {' · '}
          <bdi>{reader}</bdi>
        </>
      ) : null}
    </>
  )
}

/** The article of a line as its links name it; a title that it had once stands for one that has none now. */
function linked({ article, articleId, subject }: AuditLine): LinkedArticle | undefined {
  return article && articleId !== null ? { ...article, articleId, slug: subject } : undefined
}

interface SentenceProps {
  line: AuditLine
  /** Titles that several articles of the page have. */
  shared: ReadonlySet<string>
  language: Edition
}

/** The sentence of an action with its parts put in: only they may be in another language or be links. */
function Sentence({ line, shared, language }: SentenceProps) {
  const { audit: messages, roles } = adminMessagesFor(language)
  const known = new Map(Object.entries(messages.sentences)).get(line.action) ?? messages.unknown
  const { atMs } = line.detail
  const role = parseRole(line.detail.role)
  const sentence = role ? known : known.replace(/\s?[(（]\{role\}[)）]/, '')
  const parts: Record<string, Child> = {
    who: <bdi>{line.actor === 'cron' ? messages.cron : line.actorName || line.actor}</bdi>,
    what: <Subject {...{ line, shared, language }} />,
    at: typeof atMs === 'number' ? dateAndTime(atMs, language) : '–',
    role: role && roles[role],
    action: line.action,
  }
  return <>{sentence.split(/\{(\w+)\}/).map((piece, index) => (index % 2 === 1 ? parts[piece] : piece))}</>
}

function Subject({ line, shared, language }: SentenceProps) {
  const { article, subject, action } = line
  const known = linked(line)
  if (!known) {
    const shown = action === 'lead-changed' && subject === '' ? adminMessagesFor(language).audit.noLead : subject
    const isGlossary = action.startsWith('glossary-')
    return <bdi lang={isGlossary ? EDITIONS['zh-hant'].lang : undefined}>{shown}</bdi>
  }
  const url = article?.isDeleted ? { url: adminHref.deletedDrafts() } : {}
  return <ArticleLink article={known} language={language} shared={shared} {...url} />
}
