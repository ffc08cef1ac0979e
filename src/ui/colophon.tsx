import { messagesFor } from '../edition/messages/messages.ts'
import { href } from '../routes.ts'
import type { Frame } from './frame.ts'
import { Words } from './words.tsx'

/** The foot of every page: the site's notice, the way to its own pages, feeds and the text-only view. */
export function Colophon({ frame }: { frame: Frame }) {
  const { view, site, address } = frame
  const { edition, images } = view
  const messages = messagesFor(edition)
  const entries = [
    { label: messages.about, url: href.about(view) },
    { label: messages.accessibility, url: href.accessibility(view) },
    { label: messages.footer.rss, url: href.feed(edition, 'rss') },
    { label: messages.footer.jsonFeed, url: href.feed(edition, 'json') },
    { label: images ? messages.textOnly : messages.withImages, url: address({ edition, images: !images }) },
  ]
  return (
    <footer class="colophon">
      <div class="wrap">
        {site.notice === '' ? null : (
          <p>
            <Words text={site.notice} edition={edition} />
          </p>
        )}
        <nav aria-label={messages.footer.about}>
          <ul>
            {entries.map(({ label, url }) => (
              <li>
                <a href={url}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
