import { EDITIONS } from '../edition/editions.ts'
import type { Feed, FeedItem } from './feed-model.ts'
import { element, emptyElement, xml } from './xml.ts'

/**
 * RSS 2.0 with the usual modules: content (full text), Atom (self link, time of update), Dublin Core (publisher's name),
 * Media RSS (what the picture shows). The XHTML is for people who open the feed in a browser; readers skip it.
 */
export function rssFeed(feed: Feed): string {
  const { title, homeUrl, description, selfUrl, updatedAtMs, items, edition } = feed
  const { lang } = EDITIONS[edition]
  const channel = [
    element('title', title),
    element('link', homeUrl),
    element('description', description),
    element('language', lang.toLowerCase()),
    element('lastBuildDate', httpDate(updatedAtMs)),
    emptyElement('atom:link', { href: selfUrl, rel: 'self', type: 'application/rss+xml' }),
    explanation(feed),
    ...items.map((item) => rssItem(item, feed)),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/css" href="${xml(feed.styleUrl)}"?>
<rss version="2.0" xml:lang="${lang}" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:h="http://www.w3.org/1999/xhtml">
<channel>
${channel.filter((part) => part !== '').join('\n')}
</channel>
</rss>
`
}

function rssItem(item: FeedItem, { publisher }: Feed): string {
  const { id, url, title, summary, html, publishedAtMs, updatedAtMs, topics, image } = item
  const parts = [
    element('title', title),
    element('link', url),
    element('guid', id, { isPermaLink: 'false' }),
    element('pubDate', httpDate(publishedAtMs)),
    updatedAtMs > publishedAtMs ? element('atom:updated', new Date(updatedAtMs).toISOString()) : '',
    element('dc:creator', publisher),
    ...topics.map((topic) => element('category', topic)),
    element('description', summary),
    image ? emptyElement('enclosure', { url: image.src, length: String(image.lengthBytes), type: image.type }) : '',
    image && image.alt !== ''
      ? `<media:content url="${xml(image.src)}" medium="image" type="${xml(image.type)}">${element('media:description', image.alt)}</media:content>`
      : '',
    readLink(item),
    element('content:encoded', html),
  ]
  return `<item>\n${parts.filter((part) => part !== '').join('\n')}\n</item>`
}

/** For people: what this is, and the way to the site. */
export function explanation({ title, homeUrl, explanation: text }: Feed): string {
  return `<h:p>${xml(text)} <h:a href="${xml(homeUrl)}">${xml(title)}</h:a></h:p>`
}

/** For people: the headline as a link that a browser follows. */
export function readLink({ url, title }: FeedItem): string {
  return `<h:p><h:a href="${xml(url)}">${xml(title)}</h:a></h:p>`
}

/** RFC 822 as RSS wants it, which is also the form of HTTP's dates. */
export function httpDate(atMs: number): string {
  return new Date(atMs).toUTCString()
}
