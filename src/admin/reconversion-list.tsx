import type { Child } from 'hono/jsx'
import { recordName } from '../article/record-shape.ts'
import { includesRole } from '../article/roles.ts'
import { statusOf } from '../article/states.ts'
import { LOOKED_THROUGH_MAX } from '../db/derived-editions.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { glossaryMessagesFor } from '../edition/messages/admin-glossary.ts'
import type { AffectedRecords } from '../newsroom/affected-records.ts'
import type { ChangedEdition, ComparedPage } from '../newsroom/reconversion.ts'
import { adminHref } from '../routes.ts'
import type { AdminFrame } from './admin-document.tsx'
import { ArticleLink, namesakes } from './article-link.tsx'
import { placeText } from './derived-place.ts'
import { Diff } from './differences.tsx'
import { statusWords } from './status-words.ts'

interface ListProps {
  items: readonly ChangedEdition[]
  /** Where accepted results are sent; absent while there is nothing to accept. */
  action?: string | undefined
  nowMs: number
  language: Edition
}

interface ComparedProps extends Omit<ListProps, 'items'> {
  page: ComparedPage
  /** What leads to the articles behind a place: a link to this address of a list, or something else. */
  older: string | ((before: string) => Child)
}

/** One page of editions that were compared, with those that would say something else, and the way to older ones. */
export function ComparedEditions({ page: { items, looked, next }, older, ...list }: ComparedProps) {
  const messages = glossaryMessagesFor(list.language)
  const before = placeText(next)
  const further =
    typeof older === 'string' ? (
      <a class="button" href={adminHref.glossaryImpact(older, before)}>
        {messages.older}
      </a>
    ) : (
      older(before)
    )
  return (
    <>
      <p>{messages.compared(looked)}</p>
      <p>{messages.affected(items.length)}</p>
      <ChangedEditions {...list} items={items} />
      {next ? <p class="actions">{further}</p> : null}
    </>
  )
}

/** Each with passages, and a button where an editor may accept it. */
function ChangedEditions({ items, action, nowMs, language }: ListProps) {
  const messages = glossaryMessagesFor(language)
  const shared = namesakes(items, language)
  const list = (
    <ul class="list">
      {items.map((item) => (
        <li>
          <ChangedArticle {...{ item, shared, nowMs, language }} />
          {action ? (
            <p class="actions">
              <button type="submit" name="accept" value={acceptance(item)}>
                {messages.update(item.articleId)}
              </button>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
  if (!action || items.length === 0) return list
  return (
    <>
      <p>{messages.updateIntro}</p>
      <form method="post" action={action}>
        {list}
        {items.length > 1 ? (
          <p class="actions">
            <button type="submit" name="accept" value={items.map(acceptance).join(' ')}>
              {messages.updateAll(items.length)}
            </button>
          </p>
        ) : null}
      </form>
    </>
  )
}

/** What a button accepts: this result for this edition of this article. */
function acceptance({ articleId, edition, result }: ChangedEdition): string {
  return `${articleId}.${edition}.${result}`
}

interface ChangedArticleProps {
  item: ChangedEdition
  shared: ReadonlySet<string>
  nowMs: number
  language: Edition
}

function ChangedArticle({ item, shared, nowMs, language }: ChangedArticleProps) {
  const { form } = adminMessagesFor(language)
  const { edition, publishedAtMs, embargoed, passages, more } = item
  const stored = { state: 'published', publishedAtMs, embargoed, withdrawnAtMs: null, revision: 0 } as const
  const status = statusOf(stored, { nowMs, version: 0, hasText: true })
  return (
    <>
      <ArticleLink article={item} language={language} shared={shared} />
      <p class="muted">
        {form.editions[edition]} · {statusWords(status, language)}
      </p>
      {passages.map(({ before, after }) => (
        <p class="text" lang={EDITIONS[edition].lang}>
          <Diff before={before} after={after} language={language} />
        </p>
      ))}
      {more > 0 ? <p class="muted">{glossaryMessagesFor(language).more(more)}</p> : null}
    </>
  )
}

/** What an entry means for what is published. */
export interface Impact {
  page: ComparedPage
  /** Articles were found by its words; otherwise the newest ones were looked through. */
  isFindable: boolean
  others: AffectedRecords
}

interface ImpactProps extends Omit<ComparedProps, 'page' | 'language'> {
  frame: AdminFrame
  impact: Impact
}

export function ImpactSection({ frame, impact: { page, isFindable, others }, ...list }: ImpactProps) {
  const { language } = frame.editor
  const messages = glossaryMessagesFor(language)
  const limit = isFindable ? messages.scope : messages.looked
  return (
    <section id="impact" tabindex={-1} aria-labelledby="impact-title">
      <h2 id="impact-title">{messages.impact}</h2>
      <ComparedEditions {...list} {...{ page, language }} />
      <p class="muted">{limit(LOOKED_THROUGH_MAX)}</p>
      <OtherWords frame={frame} others={others} />
    </section>
  )
}

/** Records whose Simplified words would be different, with the way to each. */
export function OtherWords({ frame, others }: { frame: AdminFrame; others: AffectedRecords }) {
  const { language, role } = frame.editor
  const messages = glossaryMessagesFor(language)
  const { records: kinds, settings } = adminMessagesFor(language)
  if (others.records.length === 0 && !others.settings) return null
  return (
    <>
      <h2>{messages.records}</h2>
      <p>{messages.recordsIntro}</p>
      <ul class="list">
        {others.records.map(({ kind, record }) => (
          <li>
            <a class="target" href={adminHref.record(kind, record.key)}>
              {kinds.titles[kind]} · {recordName(kind, record, language)}
            </a>
          </li>
        ))}
        {others.settings ? (
          <li>
            {includesRole(role, 'administrator') ? (
              <a class="target" href={adminHref.settings()}>
                {settings.names}
              </a>
            ) : (
              settings.names
            )}
          </li>
        ) : null}
      </ul>
    </>
  )
}
