import { html, raw } from 'hono/html'
import type { PublishedArticle } from '../article/published.ts'
import { storedSafeHtml } from '../article/safe-html.ts'
import { dateAndTime } from '../edition/dates.ts'
import { DEFAULT_EDITION, EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { adminHref } from '../routes.ts'
import { ArticleView } from './article-view.tsx'
import { EditionLinks } from './edition-links.tsx'
import { stylesheet } from './stylesheet.ts'

interface JournalistPageProps {
  article: PublishedArticle
  /** Those that can be previewed. */
  editions: readonly Edition[]
  token: string
  nowMs: number
}

/** An article for a journalist before its time. Shared links show nothing of it: the tags for sharing are the same for all. */
export function JournalistPage({ article, editions, token, nowMs }: JournalistPageProps) {
  const { edition, publishedAtMs } = article
  const messages = adminMessagesFor(edition).journalist
  const isPublic = publishedAtMs <= nowMs
  const shown = isPublic ? article : { ...article, slug: '' }
  return html`<!doctype html>${(
    <html lang={EDITIONS[edition].lang}>
      <PreviewHead title={article.title} shareTitle={messages.shareTitle} />
      <body>
        <header class="masthead">
          <div class="wrap">
            <p>{isPublic ? messages.bannerPublic : messages.banner(dateAndTime(publishedAtMs, edition))}</p>
            <EditionLinks
              label={messagesFor(edition).editionNavigation}
              editions={editions}
              shown={edition}
              address={(other) => adminHref.journalistPreview(token, other)}
            />
          </div>
        </header>
        <main class="wrap">
          <ArticleView view={{ edition, images: true }} article={shown} body={storedSafeHtml(article.html)} />
        </main>
      </body>
    </html>
  )}`
}

function PreviewHead({ title, shareTitle }: { title: string; shareTitle: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <meta name="referrer" content="no-referrer" />
      <meta property="og:title" content={shareTitle} />
      <title>{title}</title>
      <style>{raw(stylesheet)}</style>
    </head>
  )
}

/** A link that opens nothing (any more), in all three languages; says nothing about any article. */
export function NoPreviewPage() {
  const { shareTitle } = adminMessagesFor(DEFAULT_EDITION).journalist
  return html`<!doctype html>${(
    <html lang={EDITIONS[DEFAULT_EDITION].lang}>
      <PreviewHead title={shareTitle} shareTitle={shareTitle} />
      <body>
        <main class="wrap">
          <h1 class="page-title">{shareTitle}</h1>
          {EDITION_KEYS.map((edition) => (
            <p lang={EDITIONS[edition].lang}>{adminMessagesFor(edition).journalist.gone}</p>
          ))}
        </main>
      </body>
    </html>
  )}`
}
