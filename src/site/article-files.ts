import type { Context } from 'hono'
import { articleMarkdown, articleText } from '../article/plain-views.ts'
import type { WholeArticle } from '../article/published.ts'
import { parseSlug } from '../article/slug.ts'
import { findWholeArticle } from '../db/published-article.ts'
import { EDITIONS } from '../edition/editions.ts'
import type { AppEnv } from '../env.ts'
import { cacheable } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'
import { href } from '../routes.ts'

type Write = (article: WholeArticle, addresses: { origin: string; url: string }) => string

interface Format {
  ending: '.txt' | '.md'
  type: string
  write: Write
  address: typeof href.articleText
}

export const plainText = fileHandler({
  ending: '.txt',
  type: 'text/plain; charset=utf-8',
  write: articleText,
  address: href.articleText,
})

export const markdown = fileHandler({
  ending: '.md',
  type: 'text/markdown; charset=utf-8',
  write: articleMarkdown,
  address: href.articleMarkdown,
})

/** The article alone in a plain format. What has no text here (withdrawn, embargoed, not translated) has no file either. */
function fileHandler({ ending, type, write, address }: Format) {
  return async function articleFile(c: Context<AppEnv>) {
    const slug = parseSlug((c.req.param('file') ?? '').slice(0, -ending.length))
    if (!slug) return notFound(c)
    const { origin, view } = c.var
    const { edition } = view
    const { answer, boundaryMs } = await findWholeArticle(c.var.db, { edition, slug, visibility: c.var })
    if (answer.kind === 'moved') {
      cacheable(c, 'moved', { tags: ['nf'] })
      return c.redirect(address(edition, answer.slug), 301)
    }
    if (answer.kind !== 'article') return answer.kind === 'withdrawn' ? c.text('', 410) : notFound(c)
    cacheable(c, 'article', { tags: [`a:${answer.article.id}`, `list:${edition}`], boundaryMs })
    const url = origin + href.article({ edition, images: true }, slug)
    c.header('content-type', type)
    c.header('content-language', EDITIONS[edition].lang)
    c.header('link', `<${url}>; rel="canonical"`)
    return c.body(write(answer.article, { origin, url }))
  }
}
