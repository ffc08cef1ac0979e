import type { Context } from 'hono'
import { withoutImages } from '../article/photo-html.ts'
import { storedSafeHtml } from '../article/safe-html.ts'
import { parseSlug } from '../article/slug.ts'
import { findPublishedArticle } from '../db/published-article.ts'
import type { AppEnv } from '../env.ts'
import { cacheable } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'
import { frameOf } from '../http/frame.ts'
import { href, type View } from '../routes.ts'
import { EmbargoedPage, WithdrawnPage } from '../ui/notice-pages.tsx'
import { ArticlePage, UntranslatedPage } from './article-page.tsx'

export async function article(c: Context<AppEnv>) {
  const slug = parseSlug(c.req.param('slug'))
  if (!slug) return notFound(c)
  const { db, view, nowMs } = c.var
  const { edition } = view
  const { answer, site, boundaryMs } = await findPublishedArticle(db, { edition, slug, visibility: { nowMs } })
  const frame = frameOf(c, { site, address: (other: View) => href.article(other, slug) })
  switch (answer.kind) {
    case 'article': {
      const { id, html, editions } = answer.article
      cacheable(c, 'article', { tags: [`a:${id}`, `list:${edition}`], boundaryMs })
      const body = view.images ? storedSafeHtml(html) : withoutImages(storedSafeHtml(html))
      return c.render(<ArticlePage frame={{ ...frame, editions }} article={answer.article} body={body} />)
    }
    case 'moved':
      cacheable(c, 'moved', { tags: ['nf'] })
      return c.redirect(href.article(view, answer.slug), 301)
    case 'withdrawn':
      cacheable(c, 'notFound', { tags: ['nf'] })
      return c.html(<WithdrawnPage frame={frame} withdrawnAtMs={answer.withdrawnAtMs} reason={answer.reason} />, 410)
    case 'embargoed':
      return c.html(<EmbargoedPage frame={frame} untilMs={answer.untilMs} />)
    case 'untranslated':
      cacheable(c, 'notFound', { tags: ['nf'], boundaryMs })
      return c.html(<UntranslatedPage frame={frame} editions={answer.editions} />)
    case 'missing':
      return notFound(c)
  }
}
