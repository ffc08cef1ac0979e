import { HonoBase } from 'hono/hono-base'
import { TrieRouter } from 'hono/router/trie-router'
import { openPreview, readPreview, readPreviewPhoto } from './admin/journalist-preview.tsx'
import { mountAdmin } from './admin/mount.ts'
import type { AppEnv } from './env.ts'
import { atom, json, rss } from './feed/feed.ts'
import { newsSitemap, sitemap, sitemapPart } from './feed/sitemap.ts'
import { cacheNothingByDefault } from './http/cache-policy.ts'
import { canonicalUrl } from './http/canonical-url.ts'
import { deadline } from './http/deadline.ts'
import { entityTag } from './http/entity-tag.ts'
import { methodNotAllowed, notFound, onError } from './http/errors.tsx'
import { requestContext } from './http/request-context.ts'
import { securityHeaders } from './http/security-headers.ts'
import { media } from './media/media.ts'
import { sharePicture } from './media/share-picture.ts'
import { FILES, isPhotoWork, PAGES, PREVIEWS } from './routes.ts'
import { archive, archiveMonth, archiveYear } from './site/archive.tsx'
import { article } from './site/article.tsx'
import { articleCalendar } from './site/article-calendar.tsx'
import { markdown, plainText } from './site/article-files.ts'
import { health } from './site/health.ts'
import { home, homeItems } from './site/home.tsx'
import { indexNowKey, robots, securityTxt, webManifest } from './site/machine-files.ts'
import { root } from './site/root.ts'
import { search, searchResults } from './site/search.tsx'
import { about, accessibility, contact, saved } from './site/static-pages.tsx'
import { topic, topicItems } from './site/topic.tsx'

/**
 * The whole Worker: every middleware in the order in which a request meets it, then every address. The patterns overlap
 * in ways that Hono's RegExpRouter refuses: the router that its default falls back to then is taken at once.
 */
export function createApp({ now }: { now: () => number }): HonoBase<AppEnv> {
  const app = new HonoBase<AppEnv>({ strict: true, router: new TrieRouter() })

  app.use(securityHeaders())
  app.use(cacheNothingByDefault())
  app.use(requestContext({ now }))
  app.use(canonicalUrl())
  app.use(entityTag())
  app.use(deadline({ isUpload: isPhotoWork }))

  app.get(PAGES.root.pattern, root)
  app.get(PAGES.home.pattern, home)
  app.get(PAGES.homeItems.pattern, homeItems)
  app.get(PAGES.article.pattern, article)
  app.get(PAGES.topic.pattern, topic)
  app.get(PAGES.topicItems.pattern, topicItems)
  app.get(PAGES.archive.pattern, archive)
  app.get(PAGES.archiveYear.pattern, archiveYear)
  app.get(PAGES.archiveMonth.pattern, archiveMonth)
  app.get(PAGES.search.pattern, search)
  app.get(PAGES.searchResults.pattern, searchResults)
  app.get(PAGES.about.pattern, about)
  app.get(PAGES.contact.pattern, contact)
  app.get(PAGES.accessibility.pattern, accessibility)
  app.get(PAGES.saved.pattern, saved)

  app.get(FILES.media.pattern, media)
  app.get(FILES.sharePicture.pattern, sharePicture)
  app.get(FILES.articleCalendar.pattern, articleCalendar)
  app.get(FILES.articleText.pattern, plainText)
  app.get(FILES.articleMarkdown.pattern, markdown)
  app.get(FILES.rss.pattern, rss)
  app.get(FILES.atom.pattern, atom)
  app.get(FILES.jsonFeed.pattern, json)
  app.get(FILES.topicRss.pattern, rss)
  app.get(FILES.topicAtom.pattern, atom)
  app.get(FILES.topicJsonFeed.pattern, json)
  app.get(FILES.sitemap.pattern, sitemap)
  app.get(FILES.sitemapPart.pattern, sitemapPart)
  app.get(FILES.newsSitemap.pattern, newsSitemap)
  app.get(FILES.webManifest.pattern, webManifest)
  app.get(FILES.robots.pattern, robots)
  app.get(FILES.indexNowKey.pattern, indexNowKey)
  app.get(FILES.security.pattern, securityTxt)
  app.get(FILES.health.pattern, health)

  mountAdmin(app)
  app.get(PREVIEWS.preview.pattern, openPreview)
  app.get(PREVIEWS.previewEdition.pattern, readPreview)
  app.get(PREVIEWS.previewPhoto.pattern, readPreviewPhoto)

  for (const { pattern } of [...Object.values(PAGES), ...Object.values(FILES), ...Object.values(PREVIEWS)])
    app.all(pattern, methodNotAllowed)
  app.notFound((c) => notFound(c))
  app.onError(onError)
  return app
}
