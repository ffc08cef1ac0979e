import type { ArticleSummary } from '../article/published.ts'
import { isoHongKong, shortDate } from '../edition/dates.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href, type View } from '../routes.ts'
import { Words } from './words.tsx'

/** `lang` for text that stands on a page of another edition; nothing where the page's own language is right. */
export function langUnless(own: Edition, shown: Edition): string | undefined {
  return own === shown ? undefined : EDITIONS[shown].lang
}

/** Kind and date of an article, above its headline. */
export function Kicker({ item, view }: { item: ArticleSummary; view: View }) {
  const messages = messagesFor(view.edition)
  const { kind, publishedAtMs, shownEdition } = item
  return (
    <p class="kicker">
      <b>{messages.kinds[kind]}</b>
      <time datetime={isoHongKong(publishedAtMs)}>{shortDate(publishedAtMs, view.edition)}</time>
      {shownEdition === view.edition ? null : (
        <span lang={EDITIONS[shownEdition].lang}>{EDITIONS[shownEdition].name}</span>
      )}
    </p>
  )
}

/** The headline as a link to the edition whose text is shown, with that edition's language. */
export function HeadlineLink({ item, view, id }: { item: ArticleSummary; view: View; id?: string }) {
  const { shownEdition, slug, title } = item
  const lang = langUnless(view.edition, shownEdition)
  return (
    <a
      href={href.article({ ...view, edition: shownEdition }, slug)}
      lang={lang}
      hreflang={lang && EDITIONS[shownEdition].hreflang}
      id={id}
    >
      <Words text={title} edition={shownEdition} />
    </a>
  )
}

/** Articles as list items with a heading each, to stand inside a `<ul class="news">`. */
export function NewsItems({ items, view, level }: { items: readonly ArticleSummary[]; view: View; level: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <>
      {items.map((item) => (
        <li>
          <Kicker item={item} view={view} />
          <Heading>
            <HeadlineLink item={item} view={view} />
          </Heading>
          <p class="summary" lang={langUnless(view.edition, item.shownEdition)}>
            <Words text={item.summary} edition={item.shownEdition} />
          </p>
        </li>
      ))}
    </>
  )
}
