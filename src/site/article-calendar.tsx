import type { Context } from 'hono'
import { calendarFile } from '../article/calendar.ts'
import type { PublishedArticle } from '../article/published.ts'
import { parseSlug } from '../article/slug.ts'
import { findPublishedArticle } from '../db/published-article.ts'
import { EDITIONS } from '../edition/editions.ts'
import type { AppEnv } from '../env.ts'
import { cacheable } from '../http/cache-policy.ts'
import { notFound } from '../http/errors.tsx'
import { frameOf } from '../http/frame.ts'
import { viewOf } from '../http/view.ts'
import { href, type View } from '../routes.ts'
import { WithdrawnPage } from '../ui/notice-pages.tsx'

/** The event of a media invitation as a calendar file; 404 for everything that invites nobody. */
export async function articleCalendar(c: Context<AppEnv>) {
  const slug = parseSlug((c.req.param('file') ?? '').replace(/\.ics$/, ''))
  if (!slug) return notFound(c)
  const { edition } = viewOf(new URL(c.req.url))
  const { answer, site, boundaryMs } = await findPublishedArticle(c.var.db, { edition, slug, visibility: c.var })
  if (answer.kind === 'moved') return c.redirect(href.articleCalendar(edition, answer.slug), 301)
  if (answer.kind === 'withdrawn') {
    const frame = frameOf(c, { site, address: (view: View) => href.article(view, slug) })
    return c.html(<WithdrawnPage frame={frame} withdrawnAtMs={answer.withdrawnAtMs} reason={answer.reason} />, 410)
  }
  const file = answer.kind === 'article' ? eventFile(answer.article, c.var.origin) : undefined
  if (answer.kind !== 'article' || file === undefined) return notFound(c)
  cacheable(c, 'article', { tags: [`a:${answer.article.id}`], boundaryMs })
  c.header('content-disposition', `attachment; filename="${slug}.ics"`)
  return c.body(file, 200, { 'content-type': 'text/calendar; charset=utf-8; method=PUBLISH' })
}

const MINUTE_MS = 60_000

function eventFile(article: PublishedArticle, origin: string): string | undefined {
  const { id, slug, edition, title, summary, publishedAtMs, updatedAtMs, details } = article
  const { invitation } = details
  if (!invitation) return undefined
  const stampMs = updatedAtMs ?? publishedAtMs
  return calendarFile({
    uid: `article-${id}@${new URL(origin).hostname}`,
    sequence: Math.ceil((stampMs - publishedAtMs) / MINUTE_MS),
    stampMs,
    startsAtMs: invitation.startsAtMs,
    endsAtMs: invitation.endsAtMs,
    language: EDITIONS[edition].lang,
    title,
    place: invitation.venue,
    description: summary,
    url: origin + href.article({ edition, images: true }, slug),
  })
}
