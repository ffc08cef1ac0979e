import { EDITION_KEYS, EDITIONS } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href, type View } from '../routes.ts'
import type { Frame, Section } from './frame.ts'
import { kept } from './kept.ts'

/** The site's name, the edition switch and the site navigation: the same on every page, in the same place. */
export function Masthead({ frame }: { frame: Frame }) {
  const { view, site, section = '' } = frame
  return (
    <header class="masthead">
      <div class="wrap">
        <Brand {...view} name={site.name} isDemonstration={site.notice !== ''} />
        <EditionSwitch frame={frame} />
        <SiteNavigation {...view} section={section} />
      </div>
    </header>
  )
}

interface BrandProps extends View {
  name: string
  isDemonstration: boolean
}

const Brand = kept(({ name, isDemonstration, ...view }: BrandProps) => (
  <a class="brand" href={href.home(view)}>
    {name} {isDemonstration ? <small>{messagesFor(view.edition).demonstration}</small> : null}
  </a>
))

/** Plain links to this page in each edition, each named in its own script. */
function EditionSwitch({ frame }: { frame: Frame }) {
  const { view, address } = frame
  return (
    <nav class="editions" aria-label={messagesFor(view.edition).editionNavigation} data-behaviour="edition-switch">
      <ul>
        {EDITION_KEYS.map((edition) => {
          const { lang, hreflang, name } = EDITIONS[edition]
          const current = edition === view.edition ? 'true' : undefined
          return (
            <li>
              <a
                href={address({ ...view, edition })}
                lang={lang}
                hreflang={hreflang}
                data-edition={edition}
                aria-current={current}
              >
                {name}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

interface NavigationProps extends View {
  section: Section | ''
}

const SiteNavigation = kept(({ section, ...view }: NavigationProps) => {
  const messages = messagesFor(view.edition)
  const entries: readonly { section: Section; label: string; url: string }[] = [
    { section: 'home', label: messages.latest, url: href.home(view) },
    { section: 'archive', label: messages.archive, url: href.archive(view) },
    { section: 'search', label: messages.search, url: href.search(view) },
    { section: 'saved', label: messages.saved, url: href.saved(view) },
    { section: 'contact', label: messages.contact, url: href.contact(view) },
  ]
  return (
    <nav class="site-nav" aria-label={messages.siteNavigation}>
      <ul>
        {entries.map((entry) => (
          <li>
            <a href={entry.url} aria-current={entry.section === section ? 'page' : undefined}>
              {entry.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
})
