import type { Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href, type View } from '../routes.ts'
import type { Frame } from './frame.ts'
import { kept } from './kept.ts'
import { Words } from './words.tsx'

/** The foot of every page: the site's notice, the way to its own pages, feeds and the text-only view. */
export function Colophon({ frame }: { frame: Frame }) {
  const { view, site, address } = frame
  const { edition, images } = view
  const messages = messagesFor(edition)
  return (
    <footer class="colophon">
      <div class="wrap">
        {site.notice === '' ? null : <Notice text={site.notice} edition={edition} />}
        <nav aria-label={messages.footer.about}>
          <ul>
            <OwnPages {...view} />
            <li>
              <a href={address({ edition, images: !images })}>{images ? messages.textOnly : messages.withImages}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}

const Notice = kept(({ text, edition }: { text: string; edition: Edition }) => (
  <p>
    <Words text={text} edition={edition} />
  </p>
))

const OwnPages = kept((view: View) => {
  const messages = messagesFor(view.edition)
  const entries = [
    { label: messages.about, url: href.about(view) },
    { label: messages.accessibility, url: href.accessibility(view) },
    { label: messages.footer.rss, url: href.feed(view.edition, 'rss') },
    { label: messages.footer.jsonFeed, url: href.feed(view.edition, 'json') },
  ]
  return (
    <>
      {entries.map(({ label, url }) => (
        <li>
          <a href={url}>{label}</a>
        </li>
      ))}
    </>
  )
})
