/**
 * Loads the demonstration content into an empty database; keeps everything in one that has articles. The database must
 * be migrated. `nowMs` is when the content is entered; each article keeps its own date of publication.
 */
import type { Override } from '../article/content.ts'
import type { SiteRecords, Words } from '../article/site-records.ts'
import { countArticles, insertArticle, insertSiteRecords, putSetting } from '../db/articles.ts'
import { createDb, type Db } from '../db/client.ts'
import { findEditor, putEditor } from '../db/editors.ts'
import { insertGlossary } from '../db/glossary.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { derivationFor } from '../newsroom/conversion.ts'
import type { Derivation } from '../newsroom/derive.ts'
import type { BoilerplateRecord, ContactRecord, Records } from '../newsroom/materialise.ts'
import { publish } from '../newsroom/publish.ts'
import { titlesOf } from '../newsroom/save.ts'
import type { ArticleFile } from './content-files.ts'
import { DEMONSTRATION_FOLDER, readContentFolder } from './content-folder.ts'
import { converterFromFiles } from './dictionaries.ts'

type DeriveWith = (overrides: readonly Override[]) => Derivation

/** Shown as the author of what this command entered. */
const SEEDED_BY = 'demonstration@localhost'

/** Whom the local mock of Cloudflare Access signs in (wrangler.toml); nobody in production has this address. */
const LOCAL_EDITOR = 'editor@localhost'

/** The article that the demonstration's home page begins with. */
const LEAD_SLUG = 'cyberport-welcomes-innovation-and-technology-blueprint'

export async function seed(d1: D1Database, nowMs: number): Promise<'seeded' | 'kept'> {
  const db = createDb(d1)
  await addLocalEditor(db, nowMs)
  if ((await countArticles(db)) > 0) return 'kept'
  const { site, articles } = readContentFolder(DEMONSTRATION_FOLDER)
  const converter = converterFromFiles()
  const names = site.records.contacts.map((contact) => contact.names['zh-hant'])
  const derivation: DeriveWith = (overrides) =>
    derivationFor(converter, { source: 'zh-hant', overrides: [...overrides, ...site.records.glossary], names })
  await insertGlossary(db, site.records.glossary.map(glossaryRow(nowMs)))
  const records = await insertRecords(db, { records: site.records, derivation, nowMs })
  const oldestFirst = articles.toSorted((a, b) => (a.publishedAtMs ?? nowMs) - (b.publishedAtMs ?? nowMs))
  for (const file of oldestFirst) await enter(db, { file, records, derivation, nowMs })
  await putSetting(db, { key: 'lead', value: LEAD_SLUG, nowMs })
  return 'seeded'
}

async function addLocalEditor(db: Db, nowMs: number): Promise<void> {
  if (await findEditor(db, LOCAL_EDITOR)) return
  const editor = { email: LOCAL_EDITOR, name: 'Local editor', role: 'administrator', active: true } as const
  const entry = { atMs: nowMs, actor: SEEDED_BY, action: 'editor-changed', subject: LOCAL_EDITOR } as const
  await putEditor(db, editor, entry)
}

/** The demonstration decides for the one direction that it uses. */
function glossaryRow(nowMs: number) {
  return ({ from, to, note }: Override) =>
    ({
      kind: from === to ? 'lock' : 'term',
      hant: from,
      hans: to,
      direction: 'to-hans',
      note,
      updatedAtMs: nowMs,
    }) as const
}

/** The three editions of a word that is written in two. */
function inEditions(words: Words, convert: (text: string) => string): Record<Edition, string> {
  return { 'zh-hant': words['zh-hant'], 'zh-hans': words['zh-hans'] ?? convert(words['zh-hant']), en: words.en }
}

/** Turns {organisation: {zh-hant, …}, …} into {zh-hant: {organisation, …}, …}. */
function byEdition<Field extends string>(
  fields: Record<Field, Record<Edition, string>>,
): Record<Edition, Record<Field, string>> {
  const names = Object.keys(fields) as Field[] // the keys of a literal record are its type's
  const pick = (edition: Edition) =>
    Object.fromEntries(names.map((name) => [name, fields[name][edition]])) as Record<Field, string>
  return { 'zh-hant': pick('zh-hant'), 'zh-hans': pick('zh-hans'), en: pick('en') }
}

interface RecordOptions {
  records: SiteRecords
  derivation: DeriveWith
  nowMs: number
}

async function insertRecords(db: Db, { records, derivation, nowMs }: RecordOptions): Promise<Records> {
  const { text, markdown } = derivation([])
  const contacts: ContactRecord[] = records.contacts.map(({ key, organisations, names, roles, phone, email }) => ({
    key,
    phone,
    email,
    words: byEdition({
      organisation: inEditions(organisations, text),
      name: inEditions(names, text),
      role: inEditions(roles, text),
    }),
  }))
  const boilerplates: BoilerplateRecord[] = records.boilerplates.map(({ key, headings, bodies, url }) => ({
    key,
    url,
    words: byEdition({ heading: inEditions(headings, text), body: inEditions(bodies, markdown) }),
  }))
  const topics = records.topics.map(({ key, names, descriptions }, position) => ({
    key,
    position,
    nameZhHant: names['zh-hant'],
    nameZhHans: text(names['zh-hant']),
    nameEn: names.en,
    descriptionZhHant: descriptions['zh-hant'],
    descriptionZhHans: text(descriptions['zh-hant']),
    descriptionEn: descriptions.en,
    updatedAtMs: nowMs,
  }))
  const dated = <Row>(row: Row) => ({ ...row, updatedAtMs: nowMs })
  await insertSiteRecords(db, { topics, contacts: contacts.map(dated), boilerplates: boilerplates.map(dated) })
  const notices = inEditions(records.notices, text)
  const words = Object.fromEntries(EDITION_KEYS.map((edition) => [edition, { notice: notices[edition] }]))
  await putSetting(db, { key: 'site', value: words, nowMs })
  return { contacts, boilerplates }
}

interface EnterOptions {
  file: ArticleFile
  records: Records
  derivation: DeriveWith
  nowMs: number
}

async function enter(db: Db, { file, records, derivation, nowMs }: EnterOptions): Promise<void> {
  const { content, publishedAtMs } = file
  const titles = titlesOf(content, derivation(content.overrides))
  const articleId = await insertArticle(db, { content, titles, savedBy: SEEDED_BY, nowMs })
  if (publishedAtMs === null) return
  const editions = EDITION_KEYS.filter((edition) => edition !== 'en' || content.written.en)
  const answer = await publish(db, {
    articleId,
    revision: 1,
    content,
    editions,
    publishedAtMs,
    embargoed: false,
    approval: null,
    derivation: derivation(content.overrides),
    records,
    nowMs,
  })
  if (!answer.ok)
    throw new Error(`${content.slug}: the ${answer.edition} edition cannot be published (${answer.reason})`)
}
