import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { adminHref } from '../routes.ts'

export type ArticleTab = 'form' | 'publication' | 'revisions' | 'previewLinks' | 'email'

/** The pages of one article. */
export function ArticleTabs({
  articleId,
  language,
  current,
}: {
  articleId: number
  language: Edition
  current?: ArticleTab
}) {
  const { article } = adminMessagesFor(language)
  const tabs: readonly { tab: ArticleTab; url: string }[] = [
    { tab: 'form', url: adminHref.article(articleId) },
    { tab: 'publication', url: adminHref.publication(articleId) },
    { tab: 'revisions', url: adminHref.revisions(articleId) },
    { tab: 'previewLinks', url: adminHref.previewLinks(articleId) },
    { tab: 'email', url: adminHref.email(articleId) },
  ]
  return (
    <nav aria-label={article.tabsLabel}>
      <ul>
        {tabs.map(({ tab, url }) => (
          <li>
            <a href={url} aria-current={tab === current ? 'page' : undefined}>
              {tab === 'email' ? photoMessagesFor(language).email.tab : article.tabs[tab]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
