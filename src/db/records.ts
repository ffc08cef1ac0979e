import { asc, eq, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { BoilerplateWords, ContactWords } from '../article/published.ts'
import type { Edition } from '../edition/editions.ts'
import { type AuditEntry, auditStatement } from './audit.ts'
import type { Db } from './client.ts'
import { isConstraint } from './constraint.ts'
import { boilerplate, contact, setting, topic } from './schema.ts'

export type TopicRecord = typeof topic.$inferSelect

/** `taken`: another record has the key. `conflict`: somebody changed the record in between. */
export type PutAnswer = 'done' | 'taken' | 'conflict'

const RECORDS_MAX = 200

export async function listTopics(db: Db): Promise<readonly TopicRecord[]> {
  return db.select().from(topic).orderBy(asc(topic.position), asc(topic.id)).limit(RECORDS_MAX)
}

export async function listStoredContacts(db: Db) {
  return db.select().from(contact).orderBy(asc(contact.id)).limit(RECORDS_MAX)
}

export async function listStoredBoilerplates(db: Db) {
  return db.select().from(boilerplate).orderBy(asc(boilerplate.id)).limit(RECORDS_MAX)
}

export interface TopicValues {
  key: string
  position: number
  names: Record<Edition, string>
  descriptions: Record<Edition, string>
}

export interface ContactValues {
  key: string
  words: Record<Edition, ContactWords>
  phone: string
  email: string
}

export interface BoilerplateValues {
  key: string
  words: Record<Edition, BoilerplateWords>
  url: string
}

/** The next version of a record, or NULL, which its table refuses, when it is at another one than the editor saw. */
function nextVersion(table: 'topic' | 'contact' | 'boilerplate', key: string, baseVersion: number) {
  return sql<number>`(SELECT version + 1 FROM ${sql.identifier(table)} WHERE key = ${key} AND version = ${baseVersion})`
}

/** Adds a topic (`baseVersion` 0) or changes the one that is still at `baseVersion`. */
export function putTopic(db: Db, values: TopicValues, baseVersion: number, entry: AuditEntry): Promise<PutAnswer> {
  const { key, position, names, descriptions } = values
  const row = {
    ...{ key, position, updatedAtMs: entry.atMs },
    ...{ nameZhHant: names['zh-hant'], nameZhHans: names['zh-hans'], nameEn: names.en },
    descriptionZhHant: descriptions['zh-hant'],
    descriptionZhHans: descriptions['zh-hans'],
    descriptionEn: descriptions.en,
  }
  const version = nextVersion('topic', key, baseVersion)
  const update = db
    .update(topic)
    .set({ ...row, version })
    .where(eq(topic.key, key))
  return put(db, baseVersion === 0 ? db.insert(topic).values(row) : update, baseVersion, entry)
}

/** As `putTopic`. */
export function putContact(db: Db, values: ContactValues, baseVersion: number, entry: AuditEntry): Promise<PutAnswer> {
  const row = { ...values, updatedAtMs: entry.atMs }
  const version = nextVersion('contact', values.key, baseVersion)
  const update = db
    .update(contact)
    .set({ ...row, version })
    .where(eq(contact.key, values.key))
  return put(db, baseVersion === 0 ? db.insert(contact).values(row) : update, baseVersion, entry)
}

/** As `putTopic`. */
export function putBoilerplate(
  db: Db,
  values: BoilerplateValues,
  baseVersion: number,
  entry: AuditEntry,
): Promise<PutAnswer> {
  const row = { ...values, updatedAtMs: entry.atMs }
  const version = nextVersion('boilerplate', values.key, baseVersion)
  const update = db
    .update(boilerplate)
    .set({ ...row, version })
    .where(eq(boilerplate.key, values.key))
  return put(db, baseVersion === 0 ? db.insert(boilerplate).values(row) : update, baseVersion, entry)
}

async function put(db: Db, statement: BatchItem<'sqlite'>, baseVersion: number, entry: AuditEntry): Promise<PutAnswer> {
  try {
    await db.batch([statement, auditStatement(db, entry)])
    return 'done'
  } catch (error) {
    if (isConstraint(error)) return baseVersion === 0 ? 'taken' : 'conflict'
    throw error
  }
}

/** A setting of the site, or null. `value` is what was put there. */
export async function findSetting(db: Db, key: string): Promise<unknown> {
  const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key))
  return row?.value ?? null
}

/** Stores settings together with their line in the log. */
export async function putSettings(
  db: Db,
  settings: readonly { key: string; value: unknown }[],
  entry: AuditEntry,
): Promise<void> {
  const rows = settings.map(({ key, value }) => ({ key, value, updatedAtMs: entry.atMs }))
  await db.batch([
    auditStatement(db, entry),
    ...rows.map((row) => db.insert(setting).values(row).onConflictDoUpdate({ target: setting.key, set: row })),
  ])
}

/** Is there an article at this address that readers see at this moment? */
export async function isPublicSlug(db: Db, { slug, nowMs }: { slug: string; nowMs: number }): Promise<boolean> {
  const [row] = await db.all<{
    found: number
  }>(sql`SELECT 1 AS found FROM article a JOIN edition e ON e.article_id = a.id
    WHERE a.slug = ${slug} AND e.state = 'published' AND e.published_at_ms <= ${nowMs} LIMIT 1`)
  return row !== undefined
}
