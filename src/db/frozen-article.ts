import { asc, eq } from 'drizzle-orm'
import type { WholeArticle } from '../article/published.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import type { Db } from './client.ts'
import { article, articleTopic, edition, topic } from './schema.ts'

/** An article in one edition as readers will see it, whether its time has come or not; null when it is not stored. */
export interface FrozenArticle {
  article: WholeArticle
  embargoed: boolean
}

/**
 * For whoever holds a preview link, and for nobody else: looks at no moment. Withdrawn editions are not shown. `editions`
 * are those that can be previewed.
 */
export async function findFrozenArticle(
  db: Db,
  { articleId, edition: wanted }: { articleId: number; edition: Edition },
): Promise<{ frozen: FrozenArticle | null; editions: readonly Edition[] }> {
  const [articles, rows, topics] = await db.batch([
    db.select().from(article).where(eq(article.id, articleId)),
    db.select().from(edition).where(eq(edition.articleId, articleId)),
    db
      .select({ key: topic.key, 'zh-hant': topic.nameZhHant, 'zh-hans': topic.nameZhHans, en: topic.nameEn })
      .from(articleTopic)
      .innerJoin(topic, eq(topic.id, articleTopic.topicId))
      .where(eq(articleTopic.articleId, articleId))
      .orderBy(asc(articleTopic.position)),
  ])
  const [owner] = articles
  const open = rows.filter(({ state }) => state === 'published')
  const editions = EDITION_KEYS.filter((key) => open.some((row) => row.edition === key))
  const row = open.find((one) => one.edition === wanted)
  if (!owner || !row) return { frozen: null, editions }
  const { id, slug, kind, sourceEdition } = owner
  const { label, title, subtitle, summary, place, source, html, text, publishedAtMs, updatedAtMs, details } = row
  return {
    editions,
    frozen: {
      embargoed: row.embargoed,
      article: {
        ...{ id, slug, kind, sourceEdition, edition: wanted },
        ...{ label, title, subtitle, summary, place, source, html, text, publishedAtMs, updatedAtMs, details },
        ...{ approvedAtMs: row.approvedAtMs, derived: row.conversionVersion !== null },
        topics: topics.map((one) => ({ key: one.key, name: one[wanted] })),
        ...{ editions, newer: null, older: null, relatedArticles: [] },
      },
    },
  }
}
