import { clean } from '../article/clean-text.ts'
import { EDITIONS } from '../edition/editions.ts'
import type { Feed, FeedItem } from './feed-model.ts'

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): string {
  const { edition, title, description, homeUrl, selfUrl, publisher, items } = feed
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: homeUrl,
    feed_url: selfUrl,
    description,
    language: EDITIONS[edition].lang,
    authors: [{ name: publisher, url: homeUrl }],
    items: items.map(jsonItem),
  }
  return JSON.stringify(document, (_key, value) => (typeof value === 'string' ? clean(value) : value))
}

function jsonItem({ id, url, title, summary, html, publishedAtMs, updatedAtMs, topics, image }: FeedItem) {
  return {
    id,
    url,
    title,
    summary,
    content_html: html,
    date_published: new Date(publishedAtMs).toISOString(),
    date_modified: new Date(updatedAtMs).toISOString(),
    tags: topics,
    ...(image
      ? {
          image: image.src,
          attachments: [{ url: image.src, mime_type: image.type, size_in_bytes: image.lengthBytes, title: image.alt }],
        }
      : {}),
  }
}
