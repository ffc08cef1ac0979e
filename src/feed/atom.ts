import { EDITIONS } from '../edition/editions.ts'
import type { Feed, FeedItem } from './feed-model.ts'
import { explanation, readLink } from './rss.ts'
import { element, emptyElement, xml } from './xml.ts'

/** Atom (RFC 4287). The XHTML is for people who open the feed in a browser; readers skip it. */
export function atomFeed(feed: Feed): string {
  const { edition, id, title, description, homeUrl, selfUrl, publisher, updatedAtMs, items } = feed
  const { lang, hreflang } = EDITIONS[edition]
  const parts = [
    element('id', id),
    element('title', title),
    element('subtitle', description),
    element('updated', new Date(updatedAtMs).toISOString()),
    `<author>${element('name', publisher)}${element('uri', homeUrl)}</author>`,
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: selfUrl }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', hreflang, href: homeUrl }),
    explanation(feed),
    ...items.map((item) => entry(item, hreflang)),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/css" href="${xml(feed.styleUrl)}"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml" xml:lang="${lang}">
${parts.filter((part) => part !== '').join('\n')}
</feed>
`
}

function entry(item: FeedItem, hreflang: string): string {
  const { id, url, title, summary, html, publishedAtMs, updatedAtMs, topics, image } = item
  const parts = [
    element('id', id),
    `<title>${xml(title)}</title>`,
    emptyElement('link', { rel: 'alternate', type: 'text/html', hreflang, href: url }),
    element('published', new Date(publishedAtMs).toISOString()),
    element('updated', new Date(updatedAtMs).toISOString()),
    ...topics.map((topic) => emptyElement('category', { term: topic })),
    element('summary', summary),
    image
      ? emptyElement('link', {
          rel: 'enclosure',
          type: image.type,
          length: String(image.lengthBytes),
          href: image.src,
          ...(image.alt === '' ? {} : { title: image.alt }),
        })
      : '',
    readLink(item),
    element('content', html, { type: 'html' }),
  ]
  return `<entry>\n${parts.filter((part) => part !== '').join('\n')}\n</entry>`
}
