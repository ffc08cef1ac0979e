import type { PublishedArticle } from '../article/published.ts'
import { storedSafeHtml } from '../article/safe-html.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { historyMessagesFor } from '../edition/messages/admin-history.ts'
import { ArticleView } from './article-view.tsx'
import { EmbargoNotice, WithdrawalNotice } from './notice-pages.tsx'
import { ReadersDocument } from './preview-document.tsx'

/** What an address showed. */
export type Shown =
  | { kind: 'text'; article: PublishedArticle }
  | { kind: 'notice'; untilMs: number }
  | { kind: 'withdrawn'; atMs: number; reason: string }

interface ShownDocumentProps {
  shown: Shown
  edition: Edition
  /** Of the editor who looks at it: in it speak the lines above the page. */
  language: Edition
  /** What this is, and when it was public. */
  banner: string
  /** What can no longer be shown. */
  note?: string
  /** The list of everything that was shown. */
  back: string
}

/** What readers of an edition saw at one time, with their stylesheet and in a document of its own. */
export function ShownDocument({ shown, edition, language, banner, note, back }: ShownDocumentProps) {
  const { lang: editorsLang } = EDITIONS[language]
  return (
    <ReadersDocument lang={EDITIONS[edition].lang} title={banner} titleLang={editorsLang}>
      <header class="masthead" lang={editorsLang}>
        <div class="wrap">
          <p>{banner}</p>
          {note ? <p>{note}</p> : null}
          <p>
            <a class="target" href={back}>
              {historyMessagesFor(language).back}
            </a>
          </p>
        </div>
      </header>
      <main class="wrap">
        <ShownContent shown={shown} edition={edition} />
      </main>
    </ReadersDocument>
  )
}

function ShownContent({ shown, edition }: Pick<ShownDocumentProps, 'shown' | 'edition'>) {
  switch (shown.kind) {
    case 'text': {
      const { article } = shown
      return <ArticleView view={{ edition, images: true }} article={article} body={storedSafeHtml(article.html)} />
    }
    case 'notice':
      return <EmbargoNotice edition={edition} untilMs={shown.untilMs} />
    case 'withdrawn':
      return <WithdrawalNotice edition={edition} withdrawnAtMs={shown.atMs} reason={shown.reason} />
  }
}
