import type { OutlineEntry, PublishedArticle } from '../article/published.ts'
import { type SafeHtml, storedSafeHtml } from '../article/safe-html.ts'
import { datelineMs, fullDate, isoHongKong } from '../edition/dates.ts'
import type { Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href, type View } from '../routes.ts'
import { Boilerplates, Contacts, Corrections, Downloads, Facts, RelatedLinks } from './article-parts.tsx'
import { Invitation, LeadPhoto, PressPhotos } from './photos.tsx'
import { SafeBlock } from './safe-block.tsx'
import { Words } from './words.tsx'

/** From this many headings on, an article shows its contents. */
const CONTENTS_ENTRIES_MIN = 3

interface ArticleViewProps {
  view: View
  article: PublishedArticle
  /** The body as this view shows it: with pictures, or the text-only form. */
  body: SafeHtml
}

/** The article itself: head, contents, body, then what belongs to it. Shared by the public page and the preview. */
export function ArticleView({ view, article, body }: ArticleViewProps) {
  const { edition, details } = article
  const { leadPhoto, pressPhotos = [], invitation } = details
  return (
    <article>
      <ArticleHead view={view} article={article} />
      <div class="article-body">
        <Contents edition={edition} outline={details.outline} />
        <div>
          <Corrections edition={edition} corrections={details.corrections} />
          {leadPhoto ? <LeadPhoto edition={edition} photo={leadPhoto} images={view.images} /> : null}
          {invitation ? <Invitation edition={edition} slug={article.slug} invitation={invitation} /> : null}
          <div class="prose">
            <SafeBlock html={body} />
          </div>
          <Facts edition={edition} facts={details.facts} />
          <Downloads edition={edition} downloads={details.downloads} />
          <PressPhotos edition={edition} photos={pressPhotos} />
          <Contacts edition={edition} contacts={details.contacts} />
          <Boilerplates
            edition={edition}
            boilerplates={details.boilerplates.map((item) => ({ ...item, html: storedSafeHtml(item.html) }))}
          />
          <RelatedLinks edition={edition} links={details.related} />
        </div>
      </div>
    </article>
  )
}

function ArticleHead({ view, article }: { view: View; article: PublishedArticle }) {
  const { edition, label, title, subtitle, kind } = article
  const messages = messagesFor(edition)
  return (
    <header class="article-head">
      <Breadcrumb view={view} article={article} />
      <p class="kicker">
        <b>{messages.kinds[kind]}</b>
        {label === '' ? null : <span>{label}</span>}
      </p>
      <h1>
        <Words text={title} edition={edition} />
      </h1>
      {subtitle === '' ? null : (
        <p class="subtitle">
          <Words text={subtitle} edition={edition} />
        </p>
      )}
      <FactsLine view={view} article={article} />
      {article.derived ? <ConversionNote article={article} /> : null}
    </header>
  )
}

function Breadcrumb({ view, article }: { view: View; article: PublishedArticle }) {
  const messages = messagesFor(view.edition)
  const [topic] = article.topics
  return (
    <nav class="breadcrumb" aria-label={messages.article.breadcrumb}>
      <ul>
        <li>
          <a href={href.home(view)}>{messages.latest}</a>
        </li>
        {topic ? (
          <li>
            <a href={href.topic(view, topic.key)}>{topic.name}</a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

/** Where and when, how long, and the other topics. */
function FactsLine({ view, article }: { view: View; article: PublishedArticle }) {
  const { edition, place, publishedAtMs, updatedAtMs, details, topics } = article
  const messages = messagesFor(edition)
  const datedMs = datelineMs(details.datelineDate, publishedAtMs)
  return (
    <div class="facts-line">
      <span>
        {place === '' ? null : (
          <>
            {place}
            {edition === 'en' ? ', ' : '，'}
          </>
        )}
        <span class="hidden">{messages.article.published} </span>
        <time datetime={isoHongKong(datedMs)}>{fullDate(datedMs, edition)}</time>
      </span>
      {updatedAtMs === null ? null : (
        <span>
          {messages.article.updated}
          {edition === 'en' ? ' ' : '：'}
          <time datetime={isoHongKong(updatedAtMs)}>{fullDate(updatedAtMs, edition)}</time>
        </span>
      )}
      <span>{messages.article.readingTime(details.readingMinutes)}</span>
      {topics.slice(1).map((topic) => (
        <a href={href.topic(view, topic.key)}>{topic.name}</a>
      ))}
    </div>
  )
}

function ConversionNote({ article }: { article: PublishedArticle }) {
  const messages = messagesFor(article.edition).article
  const { approvedAtMs } = article
  const note =
    approvedAtMs === null
      ? messages.derivedUnapproved
      : messages.derivedApproved(fullDate(approvedAtMs, article.edition))
  return <p class="note">{note}</p>
}

function Contents({ edition, outline }: { edition: Edition; outline: readonly OutlineEntry[] }) {
  const entries = outline.filter((entry) => entry.level === 2)
  if (entries.length < CONTENTS_ENTRIES_MIN) return null
  return (
    <nav class="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">{messagesFor(edition).article.contents}</h2>
      <ol>
        {entries.map(({ id, text }) => (
          <li>
            <a href={`#${id}`}>
              <Words text={text} edition={edition} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
