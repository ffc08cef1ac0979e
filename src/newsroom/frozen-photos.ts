/** Photos of what was published: it was frozen with their public addresses, which not everybody may use at every time. */
import { withoutGonePhotos } from '../article/photo-html.ts'
import type { EditionDetails, PublishedArticle } from '../article/published.ts'
import { storedSafeHtml } from '../article/safe-html.ts'
import type { MediaHref } from './shown-photos.ts'

const MEDIA = /(?<=["\s,])\/media\/([0-9a-f]{20})\/([\w.]+)/g

/** The same article with its photos under other addresses. */
export function withMedia(article: PublishedArticle, mediaHref: MediaHref): PublishedArticle {
  const redirected = (text: string) => text.replaceAll(MEDIA, (_, hash: string, file: string) => mediaHref(hash, file))
  const details: EditionDetails = JSON.parse(redirected(JSON.stringify(article.details)))
  return { ...article, html: redirected(article.html), details }
}

/** What the addresses of its photos are told apart by, each once. */
export function mediaHashesOf({ html, details }: PublishedArticle): readonly string[] {
  const found = `${html} ${JSON.stringify(details)}`.matchAll(MEDIA)
  return [...new Set([...found].map(([, hash = '']) => hash))]
}

/** The same article with a sentence where it showed a photo that is gone; a lead photo that is gone is left out. */
export function withoutGone(
  article: PublishedArticle,
  { kept, ...note }: { kept: ReadonlySet<string>; label: string; lang: string },
): PublishedArticle {
  const isGone = (src: string) => {
    const hash = /^\/media\/([^/]*)\//.exec(src)?.[1]
    return hash !== undefined && !kept.has(hash)
  }
  const { leadPhoto, pressPhotos, ...details } = article.details
  return {
    ...article,
    html: withoutGonePhotos(storedSafeHtml(article.html), { isGone, ...note }),
    details: {
      ...details,
      ...(leadPhoto && !isGone(leadPhoto.src) ? { leadPhoto } : {}),
      ...(pressPhotos ? { pressPhotos: pressPhotos.filter(({ url }) => !isGone(url)) } : {}),
    },
  }
}
