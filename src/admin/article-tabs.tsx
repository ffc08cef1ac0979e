import { includesRole } from '../article/roles.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { deskMessagesFor } from '../edition/messages/admin-desk.ts'
import { historyMessagesFor } from '../edition/messages/admin-history.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { ADMIN, adminHref } from '../routes.ts'
import type { AdminFrame } from './admin-document.tsx'

export type ArticleTab = 'form' | 'conversion' | 'publication' | 'revisions' | 'history' | 'previewLinks' | 'email'

/** The pages of one article. */
export function ArticleTabs({
  articleId,
  editor: { language, role },
  current,
}: {
  articleId: number
  editor: AdminFrame['editor']
  current?: ArticleTab
}) {
  const { tabsLabel } = adminMessagesFor(language).article
  const tabs: readonly { tab: ArticleTab; url: string }[] = [
    { tab: 'form', url: adminHref.article(articleId) },
    { tab: 'conversion', url: adminHref.conversion(articleId) },
    { tab: 'publication', url: adminHref.publication(articleId) },
    { tab: 'revisions', url: adminHref.revisions(articleId) },
    { tab: 'history', url: adminHref.history(articleId) },
    { tab: 'previewLinks', url: adminHref.previewLinks(articleId) },
    { tab: 'email', url: adminHref.email(articleId) },
  ]
  return (
    <nav aria-label={tabsLabel}>
      <ul>
        {tabs
          .filter(({ tab }) => includesRole(role, ADMIN[tab === 'form' ? 'article' : tab].least.GET))
          .map(({ tab, url }) => (
            <li>
              <a href={url} aria-current={tab === current ? 'page' : undefined}>
                {tabLabel(tab, language)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function tabLabel(tab: ArticleTab, language: Edition): string {
  if (tab === 'conversion') return deskMessagesFor(language).tab
  if (tab === 'history') return historyMessagesFor(language).tab
  return tab === 'email' ? photoMessagesFor(language).email.tab : adminMessagesFor(language).article.tabs[tab]
}
