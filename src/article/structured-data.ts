/**
 * What machines read about an article: schema.org's NewsArticle and the way to it. Pure: addresses come from the caller.
 * Only what the page shows, too; search engines distrust the rest.
 */
import type { BreadcrumbList, Graph, NewsArticle } from 'schema-dts'
import { isoHongKong } from '../edition/dates.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import type { PublishedArticle } from './published.ts'

/** The picture that stands for an article where it is shared. */
export interface ArticlePicture {
  /** Absolute. */
  url: string
  width: number
  height: number
  /** What it shows; '' when that is only the headline. */
  alt: string
}

export interface StructuredDataOptions {
  /** Absolute address of this edition of the article. */
  url: string
  /** Absolute address of the edition that this one was derived from, if it was. */
  sourceUrl?: string | undefined
  publisher: { name: string; url: string }
  /** From the home page to the article's first topic. */
  trail: readonly { name: string; url: string }[]
  picture?: ArticlePicture | undefined
}

/** The picture drawn for sharing, else the photo at the head, cut for it around its focal point, else none. */
export function articlePicture(
  { details }: Pick<PublishedArticle, 'details'>,
  origin: string,
): ArticlePicture | undefined {
  const { shareImage, leadPhoto } = details
  if (shareImage) return { ...shareImage, url: origin + shareImage.src, alt: '' }
  if (!leadPhoto) return undefined
  const { alt } = leadPhoto
  const { src, width, height } = leadPhoto.share ?? leadPhoto
  return { url: origin + src, width, height, alt }
}

export function structuredData(article: PublishedArticle, options: StructuredDataOptions): Graph {
  return {
    '@context': 'https://schema.org',
    '@graph': [newsArticle(article, options), breadcrumbs(options)],
  }
}

function newsArticle(article: PublishedArticle, options: StructuredDataOptions): NewsArticle {
  const { edition, title, summary, publishedAtMs, details, topics } = article
  const { url, sourceUrl, publisher, picture } = options
  const [topic] = topics
  return {
    '@type': 'NewsArticle',
    '@id': url,
    headline: title,
    ...(summary === '' ? {} : { description: summary }),
    inLanguage: languageOf(edition),
    datePublished: isoHongKong(publishedAtMs),
    dateModified: isoHongKong(changedAtMs(article)),
    publisher: { '@type': 'Organization', ...publisher },
    ...(topic ? { articleSection: topic.name } : {}),
    ...(picture
      ? { image: { '@type': 'ImageObject', url: picture.url, width: `${picture.width}`, height: `${picture.height}` } }
      : {}),
    ...(sourceUrl ? { translationOfWork: { '@id': sourceUrl } } : {}),
    ...(details.corrections.length > 0
      ? {
          correction: details.corrections.map(({ atMs, note }) => ({
            '@type': 'CorrectionComment' as const,
            datePublished: isoHongKong(atMs),
            text: note,
          })),
        }
      : {}),
  }
}

/** The way that the page shows, too. */
function breadcrumbs({ trail }: StructuredDataOptions): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, url: item }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item,
    })),
  }
}

/** When its words last changed: by an update or by a correction. */
export function changedAtMs({ publishedAtMs, updatedAtMs, details }: PublishedArticle): number {
  return Math.max(publishedAtMs, updatedAtMs ?? 0, ...details.corrections.map(({ atMs }) => atMs))
}

/** BCP 47 with the script, as in hreflang. */
function languageOf(edition: Edition): string {
  return EDITIONS[edition].hreflang
}
