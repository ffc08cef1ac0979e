import { count, eq } from 'drizzle-orm'
import type { ArticleContent } from '../article/content.ts'
import type { Db } from './client.ts'
import { findableOf, type Titles } from './drafts.ts'
import { draftUseStatements } from './photo-uses.ts'
import { recordUseStatements } from './record-uses.ts'
import { article, boilerplate, contact, revision, setting, topic } from './schema.ts'

export type TopicRow = typeof topic.$inferInsert
export type ContactRow = typeof contact.$inferInsert
export type BoilerplateRow = typeof boilerplate.$inferInsert

/** How many articles there are, drafts included, deleted ones too: 0 on a database that is new, and on no other. */
export async function countArticles(db: Db): Promise<number> {
  const [row] = await db.select({ articles: count() }).from(article)
  return row?.articles ?? 0
}

/** Enters a new article with its first revision and gives its id. */
export async function insertArticle(
  db: Db,
  {
    content,
    titles = {},
    savedBy,
    nowMs,
  }: { content: ArticleContent; titles?: Titles; savedBy: string; nowMs: number },
): Promise<number> {
  const { slug, kind, sourceEdition } = content
  const found = { titles, findable: findableOf(titles) }
  const [row] = await db
    .insert(article)
    .values({ slug, kind, sourceEdition, ...found, version: 1, createdAtMs: nowMs, updatedAtMs: nowMs })
    .returning({ id: article.id })
  if (!row) throw new Error('insertArticle: an insert returns its row')
  await db.batch([
    db.insert(revision).values({ articleId: row.id, number: 1, content, savedBy, savedAtMs: nowMs }),
    ...draftUseStatements(db, { articleId: row.id, content }),
    ...recordUseStatements(db, row.id),
  ])
  return row.id
}

/** Enters site records that are not there yet; existing ones stay as they are. */
export async function insertSiteRecords(
  db: Db,
  records: { topics: readonly TopicRow[]; contacts: readonly ContactRow[]; boilerplates: readonly BoilerplateRow[] },
): Promise<void> {
  const statements = [
    ...records.topics.map((row) => db.insert(topic).values(row).onConflictDoNothing()),
    ...records.contacts.map((row) => db.insert(contact).values(row).onConflictDoNothing()),
    ...records.boilerplates.map((row) => db.insert(boilerplate).values(row).onConflictDoNothing()),
  ]
  const [first, ...others] = statements
  if (first) await db.batch([first, ...others])
}

/** Stores a setting; `value` must be what JSON can hold. */
export async function putSetting(
  db: Db,
  { key, value, nowMs }: { key: string; value: unknown; nowMs: number },
): Promise<void> {
  const row = { key, value, updatedAtMs: nowMs }
  await db.insert(setting).values(row).onConflictDoUpdate({ target: setting.key, set: row })
}

/** Is there an article with this slug? */
export async function hasArticle(db: Db, slug: string): Promise<boolean> {
  const rows = await db.select({ id: article.id }).from(article).where(eq(article.slug, slug)).limit(1)
  return rows.length > 0
}
