import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { ArticleContent } from '../article/content.ts'
import type { StoredState } from '../article/states.ts'
import type { Edition } from '../edition/editions.ts'
import type { Db } from './client.ts'
import { article, boilerplate, contact, edition, revision, topic } from './schema.ts'

/** Entries of a list that an article chooses from. */
const CHOICES_MAX = 200

export interface TopicChoice {
  key: string
  names: Record<Edition, string>
}

export type StoredContact = typeof contact.$inferSelect
export type StoredBoilerplate = typeof boilerplate.$inferSelect

/** What articles choose from lists. */
export interface Choices {
  topics: readonly TopicChoice[]
  contacts: readonly StoredContact[]
  boilerplates: readonly StoredBoilerplate[]
}

/** The newest revision of an article with everything that its form and its publication page show. */
export interface WorkingCopy {
  id: number
  /** The address that it has now; `content.slug` is the one that it will have. */
  slug: string
  version: number
  acts: number
  draft: boolean
  content: ArticleContent
  savedBy: string
  savedAtMs: number
  reviewRequestedAtMs: number | null
  reviewRequestedBy: string | null
  /** Who approved the conversion of which revision. */
  checked: { version: number; by: string; atMs: number } | null
  editions: readonly (StoredState & { edition: Edition; updatedAtMs: number | null })[]
  /** Who saved its first revision. */
  startedBy: string
}

function choiceQueries(db: Db) {
  return [
    db.select().from(topic).orderBy(asc(topic.position), asc(topic.id)).limit(CHOICES_MAX),
    db.select().from(contact).orderBy(asc(contact.id)).limit(CHOICES_MAX),
    db.select().from(boilerplate).orderBy(asc(boilerplate.id)).limit(CHOICES_MAX),
  ] as const
}

type ChoiceRows = readonly [(typeof topic.$inferSelect)[], StoredContact[], StoredBoilerplate[]]

function choicesOf([topics, contacts, boilerplates]: ChoiceRows): Choices {
  return {
    topics: topics.map(({ key, nameZhHant, nameZhHans, nameEn }) => ({
      key,
      names: { 'zh-hant': nameZhHant, 'zh-hans': nameZhHans, en: nameEn },
    })),
    contacts,
    boilerplates,
  }
}

/** The lists alone. */
export async function listChoices(db: Db): Promise<Choices> {
  return choicesOf(await db.batch(choiceQueries(db)))
}

/** The working copy of an article and the lists, in one round trip; null when there is no such article or it is deleted. */
export async function findWorkingCopy(db: Db, id: number): Promise<{ copy: WorkingCopy; choices: Choices } | null> {
  const [articles, revisions, editions, firsts, ...choiceRows] = await db.batch([
    db
      .select()
      .from(article)
      .where(and(eq(article.id, id), isNull(article.deletedAtMs))),
    db.select().from(revision).where(eq(revision.articleId, id)).orderBy(desc(revision.number)).limit(1),
    db
      .select({
        edition: edition.edition,
        state: edition.state,
        publishedAtMs: edition.publishedAtMs,
        embargoed: edition.embargoed,
        withdrawnAtMs: edition.withdrawnAtMs,
        updatedAtMs: edition.updatedAtMs,
        revision: edition.revision,
      })
      .from(edition)
      .where(eq(edition.articleId, id)),
    db
      .select({ savedBy: revision.savedBy })
      .from(revision)
      .where(eq(revision.articleId, id))
      .orderBy(asc(revision.number))
      .limit(1),
    ...choiceQueries(db),
  ])
  const [row] = articles
  const [newest] = revisions
  if (!row || !newest) return null
  const startedBy = firsts[0]?.savedBy ?? newest.savedBy
  return { copy: { ...workingCopyOf(row, newest, editions), startedBy }, choices: choicesOf(choiceRows) }
}

function workingCopyOf(
  row: typeof article.$inferSelect,
  newest: typeof revision.$inferSelect,
  editions: WorkingCopy['editions'],
): Omit<WorkingCopy, 'startedBy'> {
  const { id, slug, acts, draft, reviewRequestedAtMs, reviewRequestedBy, checkedVersion, checkedBy, checkedAtMs } = row
  const { number: version, content, savedBy, savedAtMs } = newest
  const isChecked = checkedVersion !== null && checkedBy !== null && checkedAtMs !== null
  const checked = isChecked ? { version: checkedVersion, by: checkedBy, atMs: checkedAtMs } : null
  const review = { reviewRequestedAtMs, reviewRequestedBy }
  return { id, slug, version, acts, draft, content, savedBy, savedAtMs, ...review, checked, editions }
}

/** Who else has this address now or had it before: that article's id, or null. */
export async function findSlugOwner(db: Db, slug: string): Promise<number | null> {
  const [row] = await db.all<{ id: number }>(sql`
    SELECT id FROM article WHERE slug = ${slug}
    UNION ALL SELECT article_id AS id FROM slug_history WHERE slug = ${slug} LIMIT 1`)
  return row?.id ?? null
}
