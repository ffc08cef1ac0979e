import type { PublishedArticle } from '../article/published.ts'
import type { SafeHtml } from '../article/safe-html.ts'
import { isoHongKong, shortDate } from '../edition/dates.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { IDENTITY } from '../edition/identity.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href, type View } from '../routes.ts'
import { PART_IDS } from '../ui/article-parts.tsx'
import { ArticleView } from '../ui/article-view.tsx'
import { Document } from '../ui/document.tsx'
import type { Frame } from '../ui/frame.ts'
import { HeadlineLink } from '../ui/news-list.tsx'
import { needsRichStyles } from '../ui/stylesheet.ts'
import { ArticleHead } from './article-head.tsx'

interface ArticlePageProps {
  frame: Frame
  article: PublishedArticle
  body: SafeHtml
}

export function ArticlePage({ frame, article, body }: ArticlePageProps) {
  const { view } = frame
  return (
    <Document
      frame={frame}
      title={article.title}
      description={article.summary}
      skips={skipsOf(article)}
      isArticle
      plain={!hasRichParts(article)}
      head={<ArticleHead frame={frame} article={article} />}
    >
      <SavedCopyNotice edition={article.edition} />
      <ArticleView view={view} article={article} body={body} />
      <Tools frame={frame} article={article} />
      <Neighbours view={view} article={article} />
      <Related view={view} article={article} />
    </Document>
  )
}

/** Photos, tables and the like, in the text or around it. */
function hasRichParts({ html, details }: PublishedArticle): boolean {
  const { leadPhoto, pressPhotos = [], boilerplates } = details
  return (
    leadPhoto !== undefined ||
    pressPhotos.length > 0 ||
    [html, ...boilerplates.map((item) => item.html)].some(needsRichStyles)
  )
}

/** Skip links to what people come back for, where the article has it. */
function skipsOf(article: PublishedArticle): readonly { id: string; label: string }[] {
  const messages = messagesFor(article.edition)
  const { quotes, contacts, downloads } = article.details
  const [quote] = quotes
  return [
    ...(quote ? [{ id: quote.id, label: messages.skipToQuotation }] : []),
    ...(contacts.length > 0 ? [{ id: PART_IDS.contacts, label: messages.skipToContacts }] : []),
    ...(downloads.length > 0 ? [{ id: PART_IDS.downloads, label: messages.skipToDownloads }] : []),
  ]
}

/** Shown by the page script when the service worker answered from a kept copy. */
function SavedCopyNotice({ edition }: { edition: Edition }) {
  return <p class="notice" data-behaviour="saved-copy" data-text={messagesFor(edition).article.savedCopy} hidden />
}

function Tools({ frame, article }: { frame: Frame; article: PublishedArticle }) {
  const { edition, slug, title } = article
  const messages = messagesFor(edition).article
  const url = frame.origin + href.article({ edition, images: true }, slug)
  const mail = `mailto:${IDENTITY.deskEmail}?subject=${inMailto(messages.reportSubject(title))}&body=${inMailto(messages.reportBody(url))}`
  return (
    <div class="note-tools facts-line">
      <a class="target" href={mail}>
        {messages.reportCharacter}
      </a>
      <span
        data-behaviour="share"
        data-copy={messages.copyLink}
        data-copied={messages.linkCopied}
        data-share={messages.share}
      />
    </div>
  )
}

/** Escapes what would end a field of a `mailto:` address (RFC 6068); browsers encode Chinese by themselves, in a third of the bytes. */
function inMailto(text: string): string {
  return text.replace(/[\x00-\x20"#%&+<>?]/g, encodeURIComponent)
}

function Neighbours({ view, article }: { view: View; article: PublishedArticle }) {
  const messages = messagesFor(view.edition).article
  const { older, newer } = article
  const entries = [
    { label: messages.older, item: older },
    { label: messages.newer, item: newer },
  ]
  if (!older && !newer) return null
  return (
    <nav class="neighbours" aria-label={messages.otherNews}>
      <ul>
        {entries.map(({ label, item }) =>
          item ? (
            <li>
              <small>{label}</small>
              <HeadlineLink item={item} view={view} />
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  )
}

function Related({ view, article }: { view: View; article: PublishedArticle }) {
  if (article.relatedArticles.length === 0) return null
  return (
    <section class="neighbours" aria-labelledby="related-title">
      <h2 id="related-title">{messagesFor(view.edition).article.related}</h2>
      <ul>
        {article.relatedArticles.map((item) => (
          <li>
            <small>
              <time datetime={isoHongKong(item.publishedAtMs)}>{shortDate(item.publishedAtMs, view.edition)}</time>
            </small>
            <HeadlineLink item={item} view={view} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The address of an article in an edition that has no text yet: says so and offers the editions that have. */
export function UntranslatedPage({
  frame,
  editions,
}: {
  frame: Frame
  editions: readonly { edition: Edition; title: string }[]
}) {
  const { view } = frame
  const messages = messagesFor(view.edition).untranslated
  const title = messages.title(EDITIONS[view.edition].name)
  return (
    <Document lists frame={frame} title={title} noindex>
      <h1 class="page-title">{title}</h1>
      <p>{messages.body}</p>
      <ul class="news">
        {editions.map(({ edition, title: shownTitle }) => (
          <li>
            <h2>
              <a
                href={frame.address({ ...view, edition })}
                lang={EDITIONS[edition].lang}
                hreflang={EDITIONS[edition].hreflang}
              >
                {shownTitle}
              </a>
            </h2>
            <p lang={EDITIONS[edition].lang}>{EDITIONS[edition].name}</p>
          </li>
        ))}
      </ul>
    </Document>
  )
}
