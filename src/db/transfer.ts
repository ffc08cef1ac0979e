/** Reading everything for export, and writing it back for import. For the operator: nothing here asks who may see what. */
import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { ArticleContent } from '../article/content.ts'
import type { EditionState } from '../article/listings.ts'
import { EDITION_KEYS } from '../edition/editions.ts'
import type { Db } from './client.ts'
import { findableOf, type Titles } from './drafts.ts'
import { draftUseStatements } from './photo-uses.ts'
import { type EditionRow, publicationStatements } from './publication.ts'
import { recordUseStatements } from './record-uses.ts'
import {
  article,
  articleTopic,
  boilerplate,
  contact,
  edition,
  editionPast,
  glossary,
  listing,
  listingTopic,
  photoDraftUse,
  photoUse,
  previewLink,
  previewUse,
  recordUse,
  revision,
  setting,
  sharePicture,
  slugHistory,
  topic,
} from './schema.ts'
import { findIndexedTopics, searchRemovalStatements } from './search-index.ts'

export type StoredTopic = typeof topic.$inferSelect
export type StoredContact = typeof contact.$inferSelect
export type StoredBoilerplate = typeof boilerplate.$inferSelect
export type StoredRevision = Omit<typeof revision.$inferSelect, 'articleId'>
export type StoredEdition = Omit<typeof edition.$inferSelect, 'articleId'>

/** One article with everything that belongs to it. */
export interface StoredArticle {
  id: number
  slug: string
  createdAtMs: number
  updatedAtMs: number
  formerSlugs: readonly { slug: string; replacedAtMs: number }[]
  /** By number; the last one is the working copy. */
  revisions: readonly StoredRevision[]
  editions: readonly StoredEdition[]
  /** What readers saw before, oldest first: whole rows as JSON. */
  past: readonly StoredPast[]
  /** What the editors' side keeps about the article. */
  desk: StoredDesk
}

export type StoredPast = Pick<typeof editionPast.$inferSelect, 'edition' | 'replacedAtMs' | 'content'>

export interface StoredDesk {
  draft: boolean
  acts: number
  titles: Titles
  reviewRequestedAtMs: number | null
  reviewRequestedBy: string | null
  checkedVersion: number | null
  checkedBy: string | null
  checkedAtMs: number | null
}

export type StoredDecision = Omit<typeof glossary.$inferSelect, 'id' | 'updatedAtMs' | 'version'>

/** Topics, contacts and boilerplates in the order in which the site shows them, and all settings by key. */
export async function listSiteRecords(db: Db) {
  const [topics, contacts, boilerplates, settings, decisions] = await db.batch([
    db.select().from(topic).orderBy(asc(topic.position), asc(topic.id)),
    db.select().from(contact).orderBy(asc(contact.id)),
    db.select().from(boilerplate).orderBy(asc(boilerplate.id)),
    db.select().from(setting).orderBy(asc(setting.key)),
    db.select().from(glossary).orderBy(asc(glossary.id)),
  ])
  return { topics, contacts, boilerplates, settings, decisions }
}

/** The article that comes after `afterSlug` in the order of slugs, or null when there is none. Deleted drafts are left out. */
export async function findArticleAfter(db: Db, afterSlug: string): Promise<StoredArticle | null> {
  const [row] = await db
    .select()
    .from(article)
    .where(and(gt(article.slug, afterSlug), isNull(article.deletedAtMs)))
    .orderBy(asc(article.slug))
    .limit(1)
  if (!row) return null
  const [formerSlugs, revisions, editions, past] = await db.batch([
    db.select().from(slugHistory).where(eq(slugHistory.articleId, row.id)).orderBy(asc(slugHistory.slug)),
    db.select().from(revision).where(eq(revision.articleId, row.id)).orderBy(asc(revision.number)),
    db.select().from(edition).where(eq(edition.articleId, row.id)).orderBy(asc(edition.edition)),
    db.select().from(editionPast).where(eq(editionPast.articleId, row.id)).orderBy(asc(editionPast.id)),
  ])
  const { id, slug, kind: _kind, sourceEdition: _source, version: _version, findable: _findable, ...rest } = row
  const { createdAtMs, updatedAtMs, deletedAtMs: _at, deletedBy: _by, deletedSlug: _was, ...desk } = rest
  return { id, slug, createdAtMs, updatedAtMs, formerSlugs, revisions, editions, past, desk }
}

/** Articles that own one of these slugs now or owned it before. */
export async function listSlugOwners(
  db: Db,
  slugs: readonly string[],
): Promise<readonly { articleId: number; slug: string }[]> {
  const names = sql`(SELECT value FROM json_each(${JSON.stringify(slugs)}))`
  return db.all(sql`
    SELECT id AS articleId, slug FROM article WHERE slug IN ${names}
    UNION ALL SELECT article_id, slug FROM slug_history WHERE slug IN ${names} ORDER BY 2`)
}

/** Enters site records, over those that have the same key. */
export async function putSiteRecords(
  db: Db,
  records: {
    topics: readonly (typeof topic.$inferInsert)[]
    contacts: readonly (typeof contact.$inferInsert)[]
    boilerplates: readonly (typeof boilerplate.$inferInsert)[]
    decisions: readonly (typeof glossary.$inferInsert)[]
    settings: readonly (typeof setting.$inferInsert)[]
  },
): Promise<void> {
  const [first, ...others] = [
    ...records.topics.map((row) => db.insert(topic).values(row).onConflictDoUpdate({ target: topic.key, set: row })),
    ...records.contacts.map((row) =>
      db.insert(contact).values(row).onConflictDoUpdate({ target: contact.key, set: row }),
    ),
    ...records.boilerplates.map((row) =>
      db.insert(boilerplate).values(row).onConflictDoUpdate({ target: boilerplate.key, set: row }),
    ),
    ...records.decisions.map((row) => db.insert(glossary).values(row).onConflictDoNothing()),
    ...records.settings.map((row) =>
      db.insert(setting).values(row).onConflictDoUpdate({ target: setting.key, set: row }),
    ),
  ]
  if (first) await db.batch([first, ...others])
}

/**
 * Enters an article with its whole history and puts its editions before the public as they were, in one batch. The
 * articles in `replaces` and everything of theirs go in the same batch. Keeps the article's id where it is free.
 */
export async function putArticle(db: Db, stored: StoredArticle, { replaces }: { replaces: readonly number[] }) {
  const working = stored.revisions.at(-1)
  if (!working) throw new Error(`putArticle: ${stored.slug} has no revision`)
  const articleId = await freeId(db, stored.id, replaces)
  const { slug, createdAtMs, updatedAtMs } = stored
  const { kind, sourceEdition } = publishedContent(stored) ?? working.content
  const { desk } = stored
  const identity = { id: articleId, slug, kind, sourceEdition, version: working.number, createdAtMs, updatedAtMs }
  const row = { ...identity, ...desk, findable: findableOf(desk.titles) }
  const statements = [
    ...deleteStatements(db, replaces),
    db.insert(article).values(row),
    ...stored.formerSlugs.map((former) =>
      db.insert(slugHistory).values({ slug: former.slug, replacedAtMs: former.replacedAtMs, articleId }),
    ),
    ...stored.revisions.map((saved) => db.insert(revision).values({ ...saved, articleId })),
    ...draftUseStatements(db, { articleId, content: working.content }),
    ...recordUseStatements(db, articleId),
    ...(await editionStatements(db, stored, articleId)),
    ...stored.past.map((old) => db.insert(editionPast).values({ ...old, articleId })),
    db.update(article).set(desk).where(eq(article.id, articleId)),
  ]
  const [first, ...others] = statements
  if (first) await db.batch([first, ...others])
}

/** What the newest published edition was made from; undefined for a draft. */
function publishedContent({ revisions, editions }: StoredArticle): ArticleContent | undefined {
  const newest = Math.max(...editions.map(({ revision: number }) => number))
  return revisions.find(({ number }) => number === newest)?.content
}

async function editionStatements(db: Db, stored: StoredArticle, articleId: number) {
  const content = publishedContent(stored)
  if (!content) return []
  const rows: EditionRow[] = stored.editions.map((row) => ({ ...row, articleId }))
  const states: readonly EditionState[] = stored.editions
  return publicationStatements(db, {
    articleId,
    content: { ...content, slug: stored.slug },
    rows,
    states,
    topics: await findIndexedTopics(db, content.topics),
    nowMs: stored.updatedAtMs,
  })
}

async function freeId(db: Db, id: number, replaces: readonly number[]): Promise<number> {
  if (replaces.includes(id)) return id
  const [found] = await db
    .select({
      taken: sql<number>`coalesce(max(${article.id} = ${id}), 0)`,
      next: sql<number>`coalesce(max(${article.id}), 0) + 1`,
    })
    .from(article)
  if (!found || (found.taken === 0 && id > 0)) return id > 0 ? id : 1
  return found.next
}

/** Children first: the foreign keys are kept throughout. Journalists' preview links to the old article end with it. */
function deleteStatements(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return []
  const list = [...ids]
  const links = db.select({ id: previewLink.id }).from(previewLink).where(inArray(previewLink.articleId, list))
  return [
    ...list.flatMap((articleId) => searchRemovalStatements(db, { articleId, editions: EDITION_KEYS })),
    db.delete(previewUse).where(inArray(previewUse.linkId, links)),
    db.delete(previewLink).where(inArray(previewLink.articleId, list)),
    db.delete(editionPast).where(inArray(editionPast.articleId, list)),
    db.delete(listingTopic).where(inArray(listingTopic.articleId, list)),
    db.delete(listing).where(inArray(listing.articleId, list)),
    db.delete(articleTopic).where(inArray(articleTopic.articleId, list)),
    db.delete(sharePicture).where(inArray(sharePicture.articleId, list)),
    db.delete(photoUse).where(inArray(photoUse.articleId, list)),
    db.delete(photoDraftUse).where(inArray(photoDraftUse.articleId, list)),
    db.delete(recordUse).where(inArray(recordUse.articleId, list)),
    db.delete(edition).where(inArray(edition.articleId, list)),
    db.delete(slugHistory).where(inArray(slugHistory.articleId, list)),
    db.delete(revision).where(inArray(revision.articleId, list)),
    db.delete(article).where(or(...list.map((id) => eq(article.id, id)))),
  ]
}
