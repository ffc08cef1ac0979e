import type { Child } from 'hono/jsx'
import { parseRole } from '../article/roles.ts'
import type { AuditLine } from '../db/audit.ts'
import { dateAndTime, isoHongKong } from '../edition/dates.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'

/** Lines of the log as sentences. */
export function AuditEntries({ items, language }: { items: readonly AuditLine[]; language: Edition }) {
  return (
    <ul class="list">
      {items.map((line) => (
        <li>
          <time class="muted" datetime={isoHongKong(line.atMs)}>
            {dateAndTime(line.atMs, language)}
          </time>
          <p>
            <Sentence line={line} language={language} />
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

/** The sentence of an action with its parts put in: only they may be in another language or be links. */
function Sentence({ line, language }: { line: AuditLine; language: Edition }) {
  const { audit: messages, roles } = adminMessagesFor(language)
  const known = new Map(Object.entries(messages.sentences)).get(line.action) ?? messages.unknown
  const { atMs } = line.detail
  const role = parseRole(line.detail.role)
  const sentence = role ? known : known.replace(/\s?[(（]\{role\}[)）]/, '')
  const parts: Record<string, Child> = {
    who: <bdi>{line.actor === 'cron' ? messages.cron : line.actorName || line.actor}</bdi>,
    what: <Subject line={line} language={language} />,
    at: typeof atMs === 'number' ? dateAndTime(atMs, language) : '–',
    role: role && roles[role],
    action: line.action,
  }
  return <>{sentence.split(/\{(\w+)\}/).map((piece, index) => (index % 2 === 1 ? parts[piece] : piece))}</>
}

function Subject({ line, language }: { line: AuditLine; language: Edition }) {
  const { article, articleId, subject, action } = line
  if (article === null || articleId === null) {
    const shown = action === 'lead-changed' && subject === '' ? adminMessagesFor(language).audit.noLead : subject
    const isGlossary = action.startsWith('glossary-')
    return <bdi lang={isGlossary ? EDITIONS['zh-hant'].lang : undefined}>{shown}</bdi>
  }
  const edition = [language, article.sourceEdition, ...EDITION_KEYS].find((key) => article.titles[key])
  return (
    <a
      class="target"
      href={article.isDeleted ? adminHref.deletedDrafts() : adminHref.article(articleId)}
      lang={edition && EDITIONS[edition].lang}
    >
      {edition ? article.titles[edition] : subject}
    </a>
  )
}
