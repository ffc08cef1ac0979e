import { asc, eq, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { RecordKind, SiteRecord } from '../article/record-shape.ts'
import { auditStatement } from './audit.ts'
import type { Db } from './client.ts'
import { type ChangeAnswer, guardedAuditStatement, type LoggedChange, performChange } from './logged-change.ts'
import { articleTopic, boilerplate, contact, edition, topic } from './schema.ts'
import { type SiteSettings, settingsFrom, settingsQuery } from './settings.ts'

/** More records of one kind than this are a directory, not a list. */
const RECORDS_MAX = 500

export interface StoredRecord extends SiteRecord {
  version: number
  updatedAtMs: number
}

const TABLES = { topic, contact, boilerplate } as const

type TopicRow = typeof topic.$inferSelect
type ContactRow = typeof contact.$inferSelect
type BoilerplateRow = typeof boilerplate.$inferSelect

function fromTopic(row: TopicRow): StoredRecord {
  const { key, version, updatedAtMs, derived, position } = row
  const name = { 'zh-hant': row.nameZhHant, 'zh-hans': row.nameZhHans, en: row.nameEn }
  const description = { 'zh-hant': row.descriptionZhHant, 'zh-hans': row.descriptionZhHans, en: row.descriptionEn }
  return { key, version, updatedAtMs, derived, words: { name, description }, plain: { position: String(position) } }
}

function fromContact({ key, version, updatedAtMs, derived, words, phone, email }: ContactRow): StoredRecord {
  const { 'zh-hant': hant, 'zh-hans': hans, en } = words
  const said = (part: 'organisation' | 'name' | 'role') => ({
    'zh-hant': hant[part],
    'zh-hans': hans[part],
    en: en[part],
  })
  const parts = { organisation: said('organisation'), person: said('name'), role: said('role') }
  return { key, version, updatedAtMs, derived, words: parts, plain: { phone, email } }
}

function fromBoilerplate({ key, version, updatedAtMs, derived, words, url }: BoilerplateRow): StoredRecord {
  const { 'zh-hant': hant, 'zh-hans': hans, en } = words
  const said = (part: 'heading' | 'body') => ({ 'zh-hant': hant[part], 'zh-hans': hans[part], en: en[part] })
  return { key, version, updatedAtMs, derived, words: { heading: said('heading'), body: said('body') }, plain: { url } }
}

const NOTHING = { 'zh-hant': '', 'zh-hans': '', en: '' }

function topicValues({ words, plain, derived }: SiteRecord) {
  const { name = NOTHING, description = NOTHING } = words
  return {
    derived: { ...derived },
    position: Number(plain.position ?? 0),
    ...{ nameZhHant: name['zh-hant'], nameZhHans: name['zh-hans'], nameEn: name.en },
    ...{ descriptionZhHant: description['zh-hant'], descriptionZhHans: description['zh-hans'] },
    descriptionEn: description.en,
  }
}

function contactValues({ words, plain, derived }: SiteRecord) {
  const { organisation = NOTHING, person = NOTHING, role = NOTHING } = words
  const said = (edition: keyof typeof NOTHING) => ({
    organisation: organisation[edition],
    name: person[edition],
    role: role[edition],
  })
  const { phone = '', email = '' } = plain
  return {
    derived: { ...derived },
    words: { 'zh-hant': said('zh-hant'), 'zh-hans': said('zh-hans'), en: said('en') },
    ...{ phone, email },
  }
}

function boilerplateValues({ words, plain, derived }: SiteRecord) {
  const { heading = NOTHING, body = NOTHING } = words
  const said = (edition: keyof typeof NOTHING) => ({ heading: heading[edition], body: body[edition] })
  return {
    derived: { ...derived },
    words: { 'zh-hant': said('zh-hant'), 'zh-hans': said('zh-hans'), en: said('en') },
    url: plain.url ?? '',
  }
}

/** All records of a kind, in the order in which readers see them. */
export async function listRecords(db: Db, kind: RecordKind): Promise<readonly StoredRecord[]> {
  if (kind === 'topic')
    return (await db.select().from(topic).orderBy(asc(topic.position), asc(topic.id)).limit(RECORDS_MAX)).map(fromTopic)
  if (kind === 'contact')
    return (await db.select().from(contact).orderBy(asc(contact.id)).limit(RECORDS_MAX)).map(fromContact)
  return (await db.select().from(boilerplate).orderBy(asc(boilerplate.id)).limit(RECORDS_MAX)).map(fromBoilerplate)
}

/** Everything that the site says besides its articles: all records of every kind, and the settings. One round trip. */
export async function findSiteTexts(
  db: Db,
): Promise<{ records: Record<RecordKind, readonly StoredRecord[]>; settings: SiteSettings }> {
  const [topics, contacts, boilerplates, settings] = await db.batch([
    db.select().from(topic).orderBy(asc(topic.position), asc(topic.id)).limit(RECORDS_MAX),
    db.select().from(contact).orderBy(asc(contact.id)).limit(RECORDS_MAX),
    db.select().from(boilerplate).orderBy(asc(boilerplate.id)).limit(RECORDS_MAX),
    settingsQuery(db),
  ])
  return {
    records: {
      topic: topics.map(fromTopic),
      contact: contacts.map(fromContact),
      boilerplate: boilerplates.map(fromBoilerplate),
    },
    settings: settingsFrom(settings),
  }
}

export async function findRecord(
  db: Db,
  { kind, key }: { kind: RecordKind; key: string },
): Promise<StoredRecord | null> {
  if (kind === 'topic') return (await db.select().from(topic).where(eq(topic.key, key))).map(fromTopic)[0] ?? null
  if (kind === 'contact')
    return (await db.select().from(contact).where(eq(contact.key, key))).map(fromContact)[0] ?? null
  return (await db.select().from(boilerplate).where(eq(boilerplate.key, key))).map(fromBoilerplate)[0] ?? null
}

interface Change extends LoggedChange {
  kind: RecordKind
  record: SiteRecord
}

/** Enters a record; not ok when its key is taken. */
export async function insertRecord(db: Db, { kind, record, entry, tags }: Change): Promise<ChangeAnswer> {
  const shared = { key: record.key, updatedAtMs: entry.atMs }
  const insertion = {
    topic: () => db.insert(topic).values({ ...shared, ...topicValues(record) }),
    contact: () => db.insert(contact).values({ ...shared, ...contactValues(record) }),
    boilerplate: () => db.insert(boilerplate).values({ ...shared, ...boilerplateValues(record) }),
  }[kind]()
  return performChange(db, { entry, tags }, [insertion, auditStatement(db, entry)])
}

/** Changes a record; not ok, and nothing written, when its version is no longer `baseVersion` or it is gone. */
export async function updateRecord(
  db: Db,
  { kind, record, entry, tags, baseVersion }: Change & { baseVersion: number },
): Promise<ChangeAnswer> {
  const shared = { updatedAtMs: entry.atMs, version: baseVersion + 1 }
  const { key } = record
  const update = {
    topic: () =>
      db
        .update(topic)
        .set({ ...shared, ...topicValues(record) })
        .where(eq(topic.key, key)),
    contact: () =>
      db
        .update(contact)
        .set({ ...shared, ...contactValues(record) })
        .where(eq(contact.key, key)),
    boilerplate: () =>
      db
        .update(boilerplate)
        .set({ ...shared, ...boilerplateValues(record) })
        .where(eq(boilerplate.key, key)),
  }[kind]()
  const here = sql`(SELECT key FROM ${TABLES[kind]} WHERE key = ${key} AND version = ${baseVersion})`
  return performChange(db, { entry, tags }, [guardedAuditStatement(db, entry, here), update])
}

/** Deletes a record; not ok, and nothing deleted, when an article uses it or somebody else was faster. */
export async function deleteRecord(
  db: Db,
  { kind, key, baseVersion, entry, tags }: Omit<Change, 'record'> & { key: string; baseVersion: number },
): Promise<ChangeAnswer> {
  const table = TABLES[kind]
  const unused = sql`(SELECT key FROM ${table} WHERE key = ${key} AND version = ${baseVersion}
    AND NOT EXISTS (SELECT 1 FROM record_use WHERE kind = ${kind} AND key = ${key}))`
  const leftovers = kind === 'topic' ? [leftoverTopicStatement(db, key)] : []
  const deletion = db.delete(table).where(eq(table.key, key))
  return performChange(db, { entry, tags }, [guardedAuditStatement(db, entry, unused), ...leftovers, deletion])
}

/** Articles whose publication was cancelled keep their rows under a topic, though they stand in no list. */
function leftoverTopicStatement(db: Db, key: string): BatchItem<'sqlite'> {
  return db.delete(articleTopic).where(
    sql`${articleTopic.topicId} = (SELECT id FROM topic WHERE key = ${key})
      AND NOT EXISTS (SELECT 1 FROM ${edition} WHERE ${edition.articleId} = ${articleTopic.articleId})`,
  )
}
