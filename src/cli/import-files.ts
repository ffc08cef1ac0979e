/** Takes in what `exportFiles` wrote, or what people wrote in the same form. */
import type { Override } from '../article/content.ts'
import { isPhotoFile, MEDIA_TYPES, objectKey, type Photo, photoKeysIn, type VariantFormat } from '../article/photo.ts'
import { insertArticle } from '../db/articles.ts'
import { createDb, type Db } from '../db/client.ts'
import { findPhoto, insertPhoto, replacePhoto } from '../db/photos.ts'
import {
  listSiteRecords,
  listSlugOwners,
  putArticle,
  putSiteRecords,
  type StoredArticle,
  type StoredDecision,
} from '../db/transfer.ts'
import { EDITION_KEYS } from '../edition/editions.ts'
import type { Derivation } from '../newsroom/derive.ts'
import { publish } from '../newsroom/publish.ts'
import { titlesOf } from '../newsroom/save.ts'
import { parseStored, STATE_FILES } from './article-folder.ts'
import { ARTICLE_FILE, type ArticleFile, editionFile, parseArticle } from './content-files.ts'
import { GLOSSARY_FILE, SETTINGS_FILE, type Storage } from './export-files.ts'
import { PHOTO_FILE, PHOTOS_FOLDER, parsePhoto, photoOf } from './photo-folder.ts'
import { OperatorError } from './settings.ts'
import { parseSite, SITE_FILE } from './site-file.ts'
import { rowsOf } from './site-records-file.ts'
import { isRecord, parsedJson, STATE_FILE } from './state-file.ts'
import { ContentFileError } from './yaml-fields.ts'

/** A folder to read from; paths are below it, with slashes. */
export interface SourceFolder {
  /** Names of the files and folders at a path ('' for the top), sorted; empty when there is no such folder. */
  names: (path: string) => Promise<readonly string[]>
  read: (path: string) => Promise<Uint8Array | undefined>
}

export interface ImportOptions {
  folder: SourceFolder
  /** Put articles and photos of the folder over those that are there. */
  replace: boolean
  /** How the derived edition is made of articles that come without what readers saw. */
  derivation: (overrides: readonly Override[]) => Derivation
  importedBy: string
  nowMs: number
}

type PhotoFiles = { photo: Omit<Photo, 'id'>; files: ReadonlyMap<string, Uint8Array> }
type Article = { stored: StoredArticle } | { fresh: ArticleFile }

/**
 * Reads and checks the whole folder first, then writes records, photos and articles. Each article is one batch.
 * @throws ContentFileError naming the file, the line and the field
 * @throws OperatorError naming the addresses that are taken, unless `replace`
 */
export async function importFiles(
  storage: Storage,
  options: ImportOptions,
): Promise<{ articles: number; photos: number; missingPhotos: readonly string[] }> {
  const { folder } = options
  const db = createDb(storage.DB)
  const records = await readRecords(options)
  const photos = await readPhotos(folder)
  const articles = await readArticles(folder)
  const owners = await checkAddresses(db, articles, options)
  await putSiteRecords(db, records)
  for (const photo of photos) await putPhoto(db, storage.MEDIA, photo, options)
  for (const article of articles) await enter(db, article, owners, options)
  const missingPhotos = await missingPhotosOf(db, articles)
  return { articles: articles.length, photos: photos.length, missingPhotos }
}

/** Keys of photos that the newest texts show and neither the folder nor the site has. */
async function missingPhotosOf(db: Db, articles: readonly Article[]): Promise<readonly string[]> {
  const keys = articles.flatMap((article) => {
    const content = 'stored' in article ? article.stored.revisions.at(-1)?.content : article.fresh.content
    return content ? photoKeysIn(content) : []
  })
  const missing: string[] = []
  for (const key of new Set(keys)) if (!(await findPhoto(db, { key }))) missing.push(key)
  return missing
}

async function readText(folder: SourceFolder, path: string): Promise<string | undefined> {
  const bytes = await folder.read(path)
  return bytes && new TextDecoder().decode(bytes)
}

async function readRecords({ folder, derivation, nowMs }: ImportOptions) {
  const text = await readText(folder, SITE_FILE)
  if (text === undefined) throw new ContentFileError({ file: SITE_FILE, line: 1 }, 'there is no such file')
  const { records } = parseSite(text, SITE_FILE)
  const rows = rowsOf(records, derivation([]), nowMs)
  const settings = parsedJson((await readText(folder, SETTINGS_FILE)) ?? '{}')
  if (!isRecord(settings)) throw new ContentFileError({ file: SETTINGS_FILE, line: 1 }, 'write a JSON object here')
  const decisions = [...(await readDecisions(folder)), ...records.glossary.map(decisionOf)]
  return {
    ...rows,
    decisions: decisions.map((row) => ({ ...row, updatedAtMs: nowMs })),
    settings: Object.entries(settings).map(([key, value]) => ({ key, value, updatedAtMs: nowMs })),
  }
}

/** An entry of a hand-written site.yaml decides for the direction in which such files are written. */
function decisionOf({ from, to, note }: Override): StoredDecision {
  return { kind: from === to ? 'lock' : 'term', hant: from, hans: to, direction: 'to-hans', note }
}

async function readDecisions(folder: SourceFolder): Promise<readonly StoredDecision[]> {
  const lines = ((await readText(folder, GLOSSARY_FILE)) ?? '').split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const decision = parsedJson(line)
    if (isDecision(decision)) return [decision]
    const problem = 'write {"kind", "hant", "hans", "direction", "note"} here'
    throw new ContentFileError({ file: GLOSSARY_FILE, line: index + 1 }, problem)
  })
}

function isDecision(value: unknown): value is StoredDecision {
  if (!isRecord(value)) return false
  const { kind, hant, hans, direction, note } = value
  const isKnown =
    ['lock', 'name', 'term'].includes(String(kind)) && ['both', 'to-hans', 'to-hant'].includes(String(direction))
  return isKnown && [hant, hans, note].every((text) => typeof text === 'string')
}

async function readPhotos(folder: SourceFolder): Promise<readonly PhotoFiles[]> {
  const photos: PhotoFiles[] = []
  for (const name of await folder.names(PHOTOS_FOLDER)) {
    const place = `${PHOTOS_FOLDER}/${name}`
    const text = await readText(folder, `${place}/${PHOTO_FILE}`)
    if (text === undefined)
      throw new ContentFileError({ file: `${place}/${PHOTO_FILE}`, line: 1 }, 'there is no such file')
    const files = new Map<string, Uint8Array>()
    for (const file of (await folder.names(place)).filter(isPhotoFile)) {
      files.set(file, (await folder.read(`${place}/${file}`)) ?? new Uint8Array())
    }
    photos.push({ photo: photoOf(parsePhoto(text, `${place}/${PHOTO_FILE}`), files, place), files })
  }
  return photos
}

async function readArticles(folder: SourceFolder): Promise<readonly Article[]> {
  const articles: Article[] = []
  const ours = [ARTICLE_FILE, ...EDITION_KEYS.map(editionFile), ...STATE_FILES]
  for (const name of await folder.names('')) {
    if (name.startsWith('_') || name.includes('.')) continue
    const present = await folder.names(name)
    const texts = new Map<string, string>()
    for (const file of ours.filter((other) => present.includes(other))) {
      texts.set(file, (await readText(folder, `${name}/${file}`)) ?? '')
    }
    articles.push(texts.has(STATE_FILE) ? { stored: parseStored(texts, name) } : { fresh: parseArticle(texts, name) })
  }
  return articles
}

type Owners = readonly { articleId: number; slug: string }[]

function slugsOf(article: Article): readonly string[] {
  if ('fresh' in article) return [article.fresh.content.slug]
  return [article.stored.slug, ...article.stored.formerSlugs.map(({ slug }) => slug)]
}

async function checkAddresses(db: Db, articles: readonly Article[], { replace }: ImportOptions): Promise<Owners> {
  const slugs = articles.flatMap(slugsOf)
  const twin = slugs.find((slug, index) => slugs.indexOf(slug) !== index)
  if (twin) throw new OperatorError(`Two articles of the folder have the address ${twin}.`)
  const owners = await listSlugOwners(db, slugs)
  if (owners.length === 0 || replace) return owners
  const names = [...new Set(owners.map(({ slug }) => slug))]
  throw new OperatorError(
    `These addresses are taken, and nothing was imported:\n\n${names.map((slug) => `  ${slug}`).join('\n')}\n\n` +
      'To put the articles of the folder over those of the site, with their history, add --replace.',
  )
}

async function putPhoto(
  db: Db,
  bucket: R2Bucket,
  { photo, files }: PhotoFiles,
  { replace }: ImportOptions,
): Promise<void> {
  const { key, sha256 } = photo
  const present = (await findPhoto(db, { key })) ?? (await findPhoto(db, { sha256 }))
  if (present && (present.key !== key || present.sha256 !== sha256)) {
    throw new OperatorError(
      `The photo ${key} of the folder and the photo ${present.key} of the site are not the same one.`,
    )
  }
  if (present && !replace) return
  for (const [file, bytes] of files) {
    const format = photo.variants.find((variant) => variant.file === file)?.format ?? ('jpeg' satisfies VariantFormat)
    await bucket.put(objectKey(sha256, file), bytes, { httpMetadata: { contentType: MEDIA_TYPES[format] } })
  }
  if (present) await replacePhoto(db, { ...photo, id: present.id })
  else await insertPhoto(db, photo)
}

async function enter(db: Db, article: Article, owners: Owners, options: ImportOptions): Promise<void> {
  const slugs = slugsOf(article)
  const replaced = owners.filter(({ slug }) => slugs.includes(slug)).map(({ articleId }) => articleId)
  const replaces = [...new Set(replaced)]
  if ('stored' in article) return await putArticle(db, article.stored, { replaces })
  await enterFresh(db, article.fresh, replaces, options)
}

/** An article that somebody wrote by hand: entered as a draft, and published if it says when it was. */
async function enterFresh(
  db: Db,
  { content, publishedAtMs }: ArticleFile,
  replaces: readonly number[],
  { derivation, importedBy, nowMs }: ImportOptions,
): Promise<void> {
  if (replaces.length > 0) {
    throw new OperatorError(
      `${content.slug}: only an article that was exported, with its ${STATE_FILE}, can replace one.`,
    )
  }
  const derive = derivation(content.overrides)
  const titles = titlesOf(content, derive)
  const articleId = await insertArticle(db, { content, titles, savedBy: importedBy, nowMs })
  if (publishedAtMs === null) return
  const answer = await publish(db, {
    articleId,
    revision: 1,
    content,
    editions: EDITION_KEYS.filter((edition) => edition !== 'en' || content.written.en),
    publishedAtMs,
    embargoed: false,
    approval: null,
    derivation: derive,
    records: await listSiteRecords(db),
    nowMs,
  })
  if (!answer.ok)
    throw new OperatorError(`${content.slug}: the ${answer.edition} edition cannot be published (${answer.reason}).`)
}
