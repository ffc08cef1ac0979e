import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { PublishedArticle } from '../article/published.ts'
import { storedSafeHtml } from '../article/safe-html.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { ArticleView } from './article-view.tsx'
import { stylesheet } from './stylesheet.ts'

interface PreviewDocumentProps {
  preview: { kind: 'article'; article: PublishedArticle } | { kind: 'empty' } | { kind: 'problem' }
  edition: Edition
  /** Of the editor who looks at it. */
  language: Edition
}

/** An article as readers will see it, with their stylesheet and in a document of its own: for the frame in the admin. */
export function PreviewDocument({ preview, edition, language }: PreviewDocumentProps) {
  const { article: messages } = adminMessagesFor(language)
  const isArticle = preview.kind === 'article'
  const title = isArticle ? preview.article.title : messages.preview
  return (
    <ReadersDocument lang={EDITIONS[isArticle ? edition : language].lang} title={title} inFrame>
      <main id="preview-content" class="wrap">
        {isArticle ? (
          <ArticleView
            view={{ edition, images: true }}
            article={preview.article}
            body={storedSafeHtml(preview.article.html)}
          />
        ) : (
          <>
            <h1 class="page-title">{messages.preview}</h1>
            <p>{preview.kind === 'empty' ? messages.previewEmpty : messages.previewProblem}</p>
          </>
        )}
      </main>
    </ReadersDocument>
  )
}

interface ReadersDocumentProps {
  lang: string
  title: string
  /** Where the title is in another language than the page. */
  titleLang?: string
  /** It stands in a frame of a page of the admin: links open beside that. */
  inFrame?: boolean
  children?: Child
}

/** A document that editors alone see, with the stylesheet of readers. */
export function ReadersDocument({ lang, title, titleLang, inFrame, children }: ReadersDocumentProps) {
  return html`<!doctype html>${(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        {inFrame ? <base target="_blank" /> : null}
        <title lang={titleLang}>{title}</title>
        <style>{raw(stylesheet)}</style>
      </head>
      <body>{children}</body>
    </html>
  )}`
}
