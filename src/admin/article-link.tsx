import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'

export interface LinkedArticle {
  articleId: number
  slug: string
  titles: Partial<Record<Edition, string>>
  sourceEdition: Edition
}

interface ArticleLinkProps {
  article: LinkedArticle
  language: Edition
  /** Titles that are not enough to tell articles of the page apart: `namesakes`. */
  shared: ReadonlySet<string>
  /** Where the link leads, if not to the article's form. */
  url?: string
}

/** The title of an article in the language of the admin if it has one, else in another; its number where another has the same. */
export function ArticleLink({
  article,
  language,
  shared,
  url = adminHref.article(article.articleId),
}: ArticleLinkProps) {
  const { edition, title } = shownTitle(article, language)
  const lang = edition && EDITIONS[edition].lang
  if (!shared.has(title)) {
    return (
      <a class="target" href={url} lang={lang}>
        {title}
      </a>
    )
  }
  return (
    <a class="target" href={url}>
      <span>
        <span lang={lang}>{title}</span> ({adminMessagesFor(language).audit.articleNumber(article.articleId)})
      </span>
    </a>
  )
}

/** The titles that more than one of these articles is shown with. Two drafts of one notice may well have the same. */
export function namesakes(articles: Iterable<LinkedArticle>, language: Edition): ReadonlySet<string> {
  const holders = new Map<string, number>()
  const shared = new Set<string>()
  for (const article of articles) {
    const { title } = shownTitle(article, language)
    const holder = holders.get(title)
    if (holder !== undefined && holder !== article.articleId) shared.add(title)
    holders.set(title, article.articleId)
  }
  return shared
}

function shownTitle({ titles, sourceEdition, slug }: LinkedArticle, language: Edition) {
  const edition = [language, sourceEdition, ...EDITION_KEYS].find((key) => titles[key])
  return { edition, title: (edition && titles[edition]) || slug }
}
