import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { type FeedFormat, href } from '../routes.ts'
import { assets } from './assets.generated.ts'
import { Colophon } from './colophon.tsx'
import { alternates, type Frame } from './frame.ts'
import { kept } from './kept.ts'
import { Masthead } from './masthead.tsx'
import { SocialTags } from './social-tags.tsx'
import { listStylesheet, plainStylesheet, stylesheet } from './stylesheet.ts'

interface DocumentProps {
  frame: Frame
  title: string
  description?: string
  /** Keep the page out of search engines: error pages, fragments, notices. */
  noindex?: boolean
  /** Extra places that the skip links lead to, after the main content. */
  skips?: readonly { id: string; label: string }[]
  /** More elements for the head, such as feeds or structured data. */
  head?: Child
  /** The page shows a list of articles and needs the styles of lists. */
  lists?: boolean
  /** The page uses htmx once a reader touches a control that can. */
  htmx?: boolean
  /** The page is an article: social networks are told so. */
  isArticle?: boolean
  /** The page has no photo, table, code or divider and does without their styles. */
  plain?: boolean
  children?: Child
}

const FEED_TYPES = [
  { format: 'rss', type: 'application/rss+xml' },
  { format: 'atom', type: 'application/atom+xml' },
  { format: 'json', type: 'application/feed+json' },
] as const satisfies readonly { format: FeedFormat; type: string }[]

/** A whole public page: head, skip links, masthead, content, colophon. */
export function Document(props: DocumentProps) {
  const { frame, skips = [] } = props
  const { edition } = frame.view
  const messages = messagesFor(edition)
  return html`<!doctype html>${(
    <html lang={EDITIONS[edition].lang}>
      <Head {...props} />
      <body>
        <ul class="skip">
          {[{ id: 'content', label: messages.skipToContent }, ...skips].map(({ id, label }) => (
            <li>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
        </ul>
        <Masthead frame={frame} />
        <main id="content" tabindex={-1} class="wrap">
          {props.children}
        </main>
        <Colophon frame={frame} />
        <ScriptLoader title={frame.site.name} />
      </body>
    </html>
  )}`
}

function Head({ frame, title, description, noindex, head, lists, htmx, isArticle, plain }: DocumentProps) {
  const { view, site } = frame
  const messages = messagesFor(view.edition)
  return (
    <head>
      <Opening />
      <title>{title === site.name ? title : `${title}${messages.titleSeparator}${site.name}`}</title>
      <style>{raw(plain ? plainStylesheet : lists ? listStylesheet : stylesheet)}</style>
      {description ? <meta name="description" property="og:description" content={description} /> : null}
      {noindex ? <meta name="robots" content="noindex" /> : <IndexLinks frame={frame} />}
      <SiteLinks edition={view.edition} />
      <FeedLinks
        edition={view.edition}
        title={site.name}
        origin={frame.origin}
        topic=""
        formats={isArticle ? 'one' : 'all'}
      />
      {htmx ? <meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}' /> : null}
      {noindex ? null : <SocialTags frame={frame} title={title} isArticle={isArticle ?? false} />}
      {head}
    </head>
  )
}

const Opening = kept(() => (
  <>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
  </>
))

const SiteLinks = kept(({ edition }: { edition: Edition }) => (
  <>
    <link rel="icon" href={href.favicon()} type="image/svg+xml" />
    <link rel="manifest" href={href.webManifest(edition)} />
    <meta name="theme-color" content="#00524f" />
  </>
))

/** One canonical address, and the same page in every edition that has it (reciprocal, with x-default). */
function IndexLinks({ frame }: { frame: Frame }) {
  const links = alternates(frame)
  const own = frame.origin + frame.address({ ...frame.view, images: true })
  return (
    <>
      <link rel="canonical" href={own} />
      {links.map(({ edition, url }) => (
        <link rel="alternate" hreflang={EDITIONS[edition].hreflang} href={url} />
      ))}
      {links[0] ? <link rel="alternate" hreflang="x-default" href={links[0].url} /> : null}
    </>
  )
}

interface FeedLinksProps {
  edition: Edition
  title: string
  origin: string
  /** '' for the feeds of the whole edition. */
  topic: string
  formats: 'one' | 'all'
}

/** The edition's feeds, so that readers find one from any page: an article names one, a topic its own as well. */
export const FeedLinks = kept(({ edition, title, origin, topic, formats }: FeedLinksProps) => (
  <>
    {(formats === 'one' ? FEED_TYPES.slice(0, 1) : FEED_TYPES).map(({ format, type }) => (
      <link rel="alternate" type={type} title={title} href={origin + href.feed(edition, format, topic)} />
    ))}
  </>
))

/**
 * Brings the page's script in after the page has loaded. A lazy frame is the one element that neither delays `load` nor
 * needs an inline script; what it loads adds the script to this document and removes the frame.
 */
const ScriptLoader = kept(({ title }: { title: string }) => (
  <iframe
    class="loader"
    src={assets.loader}
    loading="lazy"
    title={title}
    aria-hidden="true"
    tabindex={-1}
    width="1"
    height="1"
  />
))
