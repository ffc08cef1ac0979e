import type { PublishedArticle } from '../article/published.ts'
import { storedSafeHtml } from '../article/safe-html.ts'
import type { Edition } from '../edition/editions.ts'
import { SITE_WORDS } from '../edition/identity.ts'
import { href, type View } from '../routes.ts'
import { ArticleView } from '../ui/article-view.tsx'
import { Document } from '../ui/document.tsx'

export interface PageBytes {
  edition: Edition
  /** Compressed with gzip; Brotli, which most readers get, is about a sixth smaller. */
  bytes: number
}

/** The bytes of an article's page on the wire, without pictures and headers. */
export async function pageBytes(article: PublishedArticle, origin: string): Promise<PageBytes> {
  const { edition, slug, title, summary } = article
  const view: View = { edition, images: true }
  const frame = { view, origin, site: SITE_WORDS[edition], address: (other: View) => href.article(other, slug) }
  const page = await (
    <Document frame={frame} title={title} description={summary}>
      <ArticleView view={view} article={article} body={storedSafeHtml(article.html)} />
    </Document>
  )
  const stream = new Blob([String(page)]).stream().pipeThrough(new CompressionStream('gzip'))
  return { edition, bytes: (await new Response(stream).arrayBuffer()).byteLength }
}
