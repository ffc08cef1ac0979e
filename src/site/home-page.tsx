import type { ArticleSummary } from '../article/published.ts'
import type { ArticleList, TopicTeaser } from '../db/lists.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { href, type View } from '../routes.ts'
import { Document } from '../ui/document.tsx'
import type { Frame } from '../ui/frame.ts'
import { HeadlineLink, Kicker, langUnless, NewsItems } from '../ui/news-list.tsx'
import { ListStatus, PagesNav } from '../ui/pages-nav.tsx'
import { Words } from '../ui/words.tsx'

interface HomePageProps {
  frame: Frame
  page: number
  /** The article that editors put first, if they did. */
  lead: ArticleSummary | null
  latest: ArticleList
  topics: readonly TopicTeaser[]
}

/** The article put first, or else the newest, large; the others as a list, then every topic with its newest. */
export function HomePage({ frame, page, lead: pinned, latest, topics }: HomePageProps) {
  const { view, site } = frame
  const messages = messagesFor(view.edition)
  const lead = page === 1 ? (pinned ?? latest.items[0]) : undefined
  const others = latest.items.filter((item) => item.slug !== lead?.slug)
  const title = page === 1 ? site.name : `${messages.home.title}${messages.titleSeparator}${messages.list.page(page)}`
  return (
    <Document lists frame={frame} title={title} description={site.tagline} htmx>
      <h1 class={page === 1 ? 'hidden' : 'page-title'}>
        {page === 1 ? `${site.name}${messages.titleSeparator}${site.tagline}` : title}
      </h1>
      {lead ? <LeadStory item={lead} view={view} /> : null}
      {latest.items.length === 0 ? <p>{messages.home.empty}</p> : null}
      <div class="columns">
        <section aria-labelledby="news-title">
          <h2 class="section-title" id="news-title">
            {page === 1 ? messages.home.moreNews : messages.home.title}
          </h2>
          <ul class="news" id="news">
            <NewsItems items={others} view={view} level={3} />
          </ul>
          <ListStatus />
          <PagesNav
            view={view}
            page={page}
            nextPage={latest.nextPage}
            address={(number) => href.home(view, number)}
            items={(number) => href.homeItems(view, number)}
          />
        </section>
        {page === 1 ? <Topics topics={topics} view={view} /> : null}
      </div>
    </Document>
  )
}

function LeadStory({ item, view }: { item: ArticleSummary; view: View }) {
  return (
    <section class="lead" aria-label={messagesFor(view.edition).home.leadStory}>
      <Kicker item={item} view={view} />
      <h2>
        <HeadlineLink item={item} view={view} />
      </h2>
      <p class="summary" lang={langUnless(view.edition, item.shownEdition)}>
        <Words text={item.summary} edition={item.shownEdition} />
      </p>
    </section>
  )
}

function Topics({ topics, view }: { topics: readonly TopicTeaser[]; view: View }) {
  const messages = messagesFor(view.edition).home
  if (topics.length === 0) return null
  return (
    <section aria-labelledby="topics-title">
      <h2 class="section-title" id="topics-title">
        {messages.byTopic}
      </h2>
      <div class="topics">
        {topics.map(({ key, name, items }) => (
          <div>
            <h3>
              <a class="target" href={href.topic(view, key)}>
                {name}
              </a>
            </h3>
            <ul>
              {items.map((item) => (
                <li>
                  <HeadlineLink item={item} view={view} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}
