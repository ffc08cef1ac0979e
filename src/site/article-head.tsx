import type { PublishedArticle } from '../article/published.ts'
import { articlePicture, changedAtMs, structuredData } from '../article/structured-data.ts'
import { isoHongKong } from '../edition/dates.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href, type View } from '../routes.ts'
import type { Frame } from '../ui/frame.ts'
import { JsonLd } from '../ui/json-ld.tsx'

/** What an article's head has besides a page's own: structured data, the picture and dates for sharing, other formats. */
export function ArticleHead({ frame, article }: { frame: Frame; article: PublishedArticle }) {
  const { origin, site } = frame
  const { edition, slug, publishedAtMs, sourceEdition, derived, topics } = article
  const view: View = { edition, images: true }
  const messages = messagesFor(edition)
  const picture = articlePicture(article, origin)
  const homeUrl = origin + href.home(view)
  const data = structuredData(article, {
    url: origin + href.article(view, slug),
    sourceUrl: derived ? origin + href.article({ ...view, edition: sourceEdition }, slug) : undefined,
    publisher: { name: site.name, url: homeUrl },
    trail: [
      { name: messages.latest, url: homeUrl },
      ...topics.slice(0, 1).map(({ key, name }) => ({ name, url: origin + href.topic(view, key) })),
    ],
    picture,
  })
  return (
    <>
      <meta property="article:published_time" content={isoHongKong(publishedAtMs)} />
      <meta property="article:modified_time" content={isoHongKong(changedAtMs(article))} />
      {picture ? (
        <>
          <meta property="og:image" content={picture.url} />
          <meta property="og:image:width" content={String(picture.width)} />
          <meta property="og:image:height" content={String(picture.height)} />
          <meta property="og:image:alt" content={picture.alt || article.title} />
        </>
      ) : null}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      <link rel="alternate" type="text/plain" href={href.articleText(edition, slug)} />
      <link rel="alternate" type="text/markdown" href={href.articleMarkdown(edition, slug)} />
      <JsonLd data={data} />
    </>
  )
}
