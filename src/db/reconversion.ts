import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { ArticleContent } from '../article/content.ts'
import { type ChineseEdition, type Edition, isChinese } from '../edition/editions.ts'
import type { Db } from './client.ts'
import { article, articleTopic, edition, revision, topic } from './schema.ts'
import type { IndexedTopic } from './search-index.ts'

/** A converted edition with everything that an act on it needs. */
export interface ConvertedEdition {
  edition: ChineseEdition
  row: typeof edition.$inferSelect
  /** Of the revision that is published. */
  content: ArticleContent
  article: Pick<
    typeof article.$inferSelect,
    'id' | 'acts' | 'version' | 'slug' | 'reviewRequestedAtMs' | 'reviewRequestedBy'
  >
  topics: readonly IndexedTopic[]
}

/** The published converted editions of some articles, in no order, in one round trip. */
export async function listConvertedEditions(
  db: Db,
  articleIds: readonly number[],
): Promise<readonly ConvertedEdition[]> {
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(articleIds)}))`
  const { id, acts, version, slug, reviewRequestedAtMs, reviewRequestedBy } = article
  const [editions, topics] = await db.batch([
    db
      .select({
        row: edition,
        content: revision.content,
        article: { id, acts, version, slug, reviewRequestedAtMs, reviewRequestedBy },
      })
      .from(edition)
      .innerJoin(revision, and(eq(revision.articleId, edition.articleId), eq(revision.number, edition.revision)))
      .innerJoin(article, eq(article.id, edition.articleId))
      .where(
        and(sql`${edition.articleId} IN ${ids}`, eq(edition.state, 'published'), isNotNull(edition.conversionVersion)),
      ),
    db
      .select({ articleId: articleTopic.articleId, topic })
      .from(articleTopic)
      .innerJoin(topic, eq(topic.id, articleTopic.topicId))
      .where(sql`${articleTopic.articleId} IN ${ids}`)
      .orderBy(asc(articleTopic.position)),
  ])
  return editions.flatMap((one) => {
    const own = topics.filter(({ articleId }) => articleId === one.article.id)
    const { edition: key } = one.row
    return isChinese(key) ? [{ ...one, edition: key, topics: own.map((found) => indexedTopic(found.topic)) }] : []
  })
}

function indexedTopic({ id, key, nameZhHant, nameZhHans, nameEn }: typeof topic.$inferSelect): IndexedTopic {
  const names: Record<Edition, string> = { 'zh-hant': nameZhHant, 'zh-hans': nameZhHans, en: nameEn }
  return { id, key, names }
}
