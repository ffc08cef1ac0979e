import type { PublicState } from '../article/public-history.ts'
import type { WholeArticle } from '../article/published.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { historyMessagesFor } from '../edition/messages/admin-history.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { adminHref } from '../routes.ts'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { ArticleTabs } from './article-tabs.tsx'
import { type ContentPart, comparedParts } from './content-text.ts'
import { Differences } from './differences.tsx'
import { stateLine } from './public-history-page.tsx'

interface ShownComparisonProps {
  frame: AdminFrame
  articleId: number
  from: PublicState
  to: PublicState
  before: WholeArticle
  after: WholeArticle
  nowMs: number
}

/** Where two texts differ that readers of one edition saw at different times. */
export function ShownComparisonPage({ frame, articleId, from, to, before, after, nowMs }: ShownComparisonProps) {
  const { language } = frame.editor
  const messages = historyMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.compareTitle(EDITIONS[to.edition].name)}>
      <ArticleTabs articleId={articleId} editor={frame.editor} />
      <dl>
        <dt>{messages.from}</dt>
        <dd>{stateLine(from, language, nowMs)}</dd>
        <dt>{messages.to}</dt>
        <dd>{stateLine(to, language, nowMs)}</dd>
      </dl>
      <p>
        <a class="target" href={adminHref.history(articleId)}>
          {messages.back}
        </a>
      </p>
      <h2>{messages.changes}</h2>
      <Differences
        parts={comparedParts(shownParts(before, language), shownParts(after, language))}
        language={language}
        none={messages.same}
      />
    </AdminDocument>
  )
}

/** Everything that readers saw of an article as labelled plain texts, in the order of the page. */
function shownParts(article: WholeArticle, language: Edition): readonly ContentPart[] {
  const { article: labels } = adminMessagesFor(language)
  const readers = messagesFor(language)
  const { edition, details, topics } = article
  const { contacts, boilerplates, corrections, leadPhoto, invitation } = details
  const lines = (rows: readonly object[]) => rows.map((row) => Object.values(row).join('\n')).join('\n\n')
  const own = (label: string, text: string): ContentPart => ({ edition, label, text })
  return [
    { edition: null, label: labels.slug, text: article.slug },
    { edition: null, label: labels.kind, text: readers.kinds[article.kind] },
    ...(['label', 'title', 'subtitle', 'summary', 'place'] as const).map((name) =>
      own(labels.words[name], article[name]),
    ),
    own(labels.datelineDate, details.datelineDate),
    own(readers.article.corrections, corrections.map(({ note }) => note).join('\n\n')),
    own(labels.leadPhoto, leadPhoto ? [leadPhoto.key, leadPhoto.alt, leadPhoto.caption].join('\n') : ''),
    own(labels.invitation, lines(invitation ? [invitation] : [])),
    own(labels.words.body, article.source),
    ...(['facts', 'downloads', 'related'] as const).map((group) => own(labels.groups[group], lines(details[group]))),
    own(labels.lists.topics, topics.map(({ name }) => name).join('\n')),
    own(labels.lists.contacts, lines(contacts)),
    own(labels.lists.boilerplates, lines(boilerplates.map(({ heading, text, url }) => ({ heading, text, url })))),
  ]
}
