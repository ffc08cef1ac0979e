/** A feed of one edition, before it is written in one of the formats. */
import type { EditionDetails, PublishedArticle } from '../article/published.ts'
import { fullDate } from '../edition/dates.ts'
import type { Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { type FeedFormat, href } from '../routes.ts'
import { xml } from './xml.ts'

/** What of a published article a feed carries. */
export type FeedArticle = Pick<
  PublishedArticle,
  'id' | 'slug' | 'title' | 'subtitle' | 'summary' | 'html' | 'publishedAtMs' | 'updatedAtMs' | 'details' | 'topics'
>

/** The picture that stands for an article. */
export interface FeedImage {
  /** Absolute. */
  src: string
  type: string
  lengthBytes: number
  width: number
  height: number
  alt: string
}

export interface FeedItem {
  id: string
  url: string
  title: string
  summary: string
  /** With absolute addresses; begins with the corrections. */
  html: string
  publishedAtMs: number
  updatedAtMs: number
  topics: readonly string[]
  image?: FeedImage | undefined
}

export interface Feed {
  edition: Edition
  id: string
  title: string
  description: string
  /** What a person who opens the feed in a browser is told. */
  explanation: string
  homeUrl: string
  selfUrl: string
  styleUrl: string
  publisher: string
  updatedAtMs: number
  items: readonly FeedItem[]
}

export interface FeedSource {
  origin: string
  edition: Edition
  format: FeedFormat
  siteName: string
  tagline: string
  topic: { key: string; name: string; description: string } | null
  articles: readonly FeedArticle[]
  /** When what the feed shows last changed, withdrawals included. */
  changedAtMs: number
}

export function feedOf(source: FeedSource): Feed {
  const { origin, edition, format, siteName, tagline, topic, articles, changedAtMs } = source
  const messages = messagesFor(edition)
  const view = { edition, images: true }
  return {
    edition,
    id: tagUri(origin, `${edition}${topic ? `/${topic.key}` : ''}`),
    title: topic ? `${topic.name}${messages.titleSeparator}${siteName}` : siteName,
    description: topic?.description || tagline,
    explanation: messages.feedPage.explanation,
    homeUrl: origin + (topic ? href.topic(view, topic.key) : href.home(view)),
    selfUrl: origin + href.feed(edition, format, topic?.key),
    styleUrl: origin + href.feedStyle(),
    publisher: siteName,
    updatedAtMs: changedAtMs,
    items: articles.map((article) => itemOf(article, { origin, edition })),
  }
}

function itemOf(article: FeedArticle, { origin, edition }: { origin: string; edition: Edition }): FeedItem {
  const { id, slug, title, summary, publishedAtMs, updatedAtMs, details, topics } = article
  const url = origin + href.article({ edition, images: true }, slug)
  const image = imageOf(details, origin)
  const correctedAtMs = details.corrections.map(({ atMs }) => atMs)
  return {
    id: tagUri(origin, `${id}/${edition}`),
    url,
    title,
    summary,
    html: `${correctionsHtml(article, edition)}${absoluteHtml(article.html, origin, url)}`,
    publishedAtMs,
    updatedAtMs: Math.max(publishedAtMs, updatedAtMs ?? 0, ...correctedAtMs),
    topics: topics.map(({ name }) => name),
    ...(image ? { image } : {}),
  }
}

/** The first photo that the press may take: a whole JPEG, whose size in bytes is known. */
function imageOf({ pressPhotos = [] }: EditionDetails, origin: string): FeedImage | undefined {
  const [photo] = pressPhotos
  if (!photo) return undefined
  const { url, bytes, width, height, text } = photo
  return { src: origin + url, type: 'image/jpeg', lengthBytes: bytes, width, height, alt: text }
}

/**
 * A tag URI (RFC 4151): never changes, even if the article's address does. The year is part of the scheme: this site's
 * operator had the name then.
 */
function tagUri(origin: string, path: string): string {
  return `tag:${new URL(origin).hostname},2026:${path}`
}

/** Corrections stand before the text that they correct, as on the page. */
function correctionsHtml({ details }: FeedArticle, edition: Edition): string {
  if (details.corrections.length === 0) return ''
  const items = details.corrections.map(
    ({ atMs, note }) => `<li>${fullDate(atMs, edition)}${edition === 'en' ? ': ' : '：'}${xml(note)}</li>`,
  )
  return `<p><strong>${messagesFor(edition).article.corrections}</strong></p><ul>${items.join('')}</ul>\n`
}

/**
 * Stored HTML with absolute addresses and without what means something on our pages only: ids, other sizes of pictures,
 * lazy loading. Tags can be taken apart by pattern: `>` and `"` inside values are escaped where the HTML is made.
 */
export function absoluteHtml(html: string, origin: string, url: string): string {
  return html.replace(/<source [^>]*>|<\/?picture>/g, '').replace(/<[a-z][^>]*>/g, (tag) =>
    tag
      .replace(/ (?:id|class|srcset|sizes|loading|decoding|tabindex|role|aria-[a-z]+)="[^"]*"/g, '')
      .replace(/ (href|src|cite)="(\/[^"]*)"/g, ` $1="${origin}$2"`)
      .replace(/ href="(#[^"]*)"/g, ` href="${url}$1"`),
  )
}
