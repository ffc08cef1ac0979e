/**
 * An article as files: what the demonstration is written in, and what export and import carry.
 *
 *     <slug>/article.yaml   everything that is not words
 *     <slug>/zh-hant.md     the words of one written edition: YAML front matter, then the Markdown body
 *     <slug>/en.md          likewise, if there is an English edition
 *     <slug>/state.yaml     in an export: what readers see, and since when (state-file.ts)
 *
 * The derived edition has no file. Reading and writing are exact opposites: what one writes, the other reads back
 * unchanged, but that lines always end in LF. Other files in the folder are nobody's business here.
 */
import { ARTICLE_KINDS, type ArticleContent, type EditionContent, type Override } from '../article/content.ts'
import { type ChineseEdition, EDITION_KEYS, type Edition, isChinese } from '../edition/editions.ts'
import { normaliseLines, parseEdition, serialiseEdition } from './edition-file.ts'
import { readMoment, writeMoment } from './moments.ts'
import { ContentFileError, readYaml, writeYaml, type YamlFields } from './yaml-fields.ts'

/** One article with what its folder says beside the content. */
export interface ArticleFile {
  content: ArticleContent
  /** UTC epoch milliseconds; null for an article that has not been published. */
  publishedAtMs: number | null
  /** The comment at the head of article.yaml, for whoever edits the file; '' when there is none. */
  comment: string
}

/** The texts of one folder's files by file name. */
export type FileTexts = ReadonlyMap<string, string>

export const ARTICLE_FILE = 'article.yaml'
/** The file name of each edition's words. */
export const editionFile = (edition: Edition): string => `${edition}.md`

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * Reads the files of one article's folder.
 *
 * @param folder the path of the folder, for error messages; its last part must be the article's slug
 * @throws ContentFileError naming the file, the line and the field
 */
export function parseArticle(files: FileTexts, folder: string): ArticleFile {
  const place = { file: `${folder}/${ARTICLE_FILE}`, firstLine: 1 }
  const yaml = files.get(ARTICLE_FILE)
  if (yaml === undefined) throw new ContentFileError({ file: place.file, line: 1 }, 'there is no such file')
  const { value: head, comment } = readYaml(normaliseLines(yaml), place, readArticleFields)
  if (folder.split('/').at(-1) !== head.slug) {
    throw new ContentFileError({ file: place.file, line: 1, field: 'slug' }, `name the folder "${head.slug}" too`)
  }
  const { publishedAtMs, ...fields } = head
  const written = parseEditions(files, folder, { source: head.sourceEdition, isPublished: publishedAtMs !== null })
  return { content: { ...fields, written }, publishedAtMs, comment }
}

function readArticleFields(fields: YamlFields) {
  const chineseEditions = EDITION_KEYS.filter(isChinese)
  return {
    kind: fields.choice('kind', ARTICLE_KINDS),
    slug: fields.shaped('slug', SLUG, 'a slug: small letters, digits and single hyphens'),
    topics: fields.texts('topics'),
    contacts: fields.texts('contacts'),
    boilerplates: fields.texts('boilerplates'),
    datelineDate: readDate(fields),
    publishedAtMs: readPublishedAt(fields),
    sourceEdition: fields.choice('sourceEdition', chineseEditions),
    overrides: fields.records('overrides', readOverride),
    ...readExtras(fields),
  }
}

const PHOTO_KEY = /^[\w./-]{1,200}$/
const WALL_CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
const CLOCK_ADVICE = 'a Hong Kong time such as 2026-11-25T15:00'

/** What only some articles have. */
function readExtras(fields: YamlFields): Pick<ArticleContent, 'leadPhoto' | 'invitation'> {
  const leadPhoto = fields.shaped('leadPhoto', PHOTO_KEY, 'the key of a photo', '')
  const [invitation] = fields.optionalRecord('invitation', (event) => ({
    startsAt: event.shaped('startsAt', WALL_CLOCK, CLOCK_ADVICE, ''),
    endsAt: event.shaped('endsAt', WALL_CLOCK, CLOCK_ADVICE, ''),
    replyTo: event.text('replyTo', ''),
    replyBy: event.shaped('replyBy', WALL_CLOCK, CLOCK_ADVICE, ''),
  }))
  return { ...(leadPhoto === '' ? {} : { leadPhoto }), ...(invitation ? { invitation } : {}) }
}

function readDate(fields: YamlFields): string {
  const date = fields.shaped('datelineDate', DATE, 'a date such as 2022-12-22', '')
  if (date !== '' && new Date(Date.parse(date)).toJSON()?.slice(0, 10) !== date) {
    throw fields.error('datelineDate', `there is no ${date}`)
  }
  return date
}

function readPublishedAt(fields: YamlFields): number | null {
  return fields.text('publishedAt', '') === '' ? null : readMoment(fields, 'publishedAt')
}

/** Reads one row of an article's overrides or of the site's glossary. */
export function readOverride(fields: YamlFields): Override {
  return { from: fields.text('from'), to: fields.text('to'), note: fields.text('note', '') }
}

/** The fields of such a row, as `writeYaml` takes them. */
export function writeOverride({ from, to, note }: Override) {
  return { from, to, note: note || undefined }
}

function parseEditions(files: FileTexts, folder: string, article: { source: ChineseEdition; isPublished: boolean }) {
  const written: Partial<Record<Edition, EditionContent>> = {}
  for (const edition of EDITION_KEYS) {
    const text = files.get(editionFile(edition))
    if (text === undefined) continue
    const file = `${folder}/${editionFile(edition)}`
    if (isChinese(edition) && edition !== article.source) {
      throw new ContentFileError(
        { file, line: 1 },
        `this edition is derived from ${article.source}: take the file away`,
      )
    }
    const content = parseEdition(text, file)
    if (article.isPublished && content.title === '') {
      throw new ContentFileError({ file, line: 1, field: 'title' }, 'a published article needs one')
    }
    written[edition] = content
  }
  if (article.isPublished && written[article.source] === undefined) {
    throw new ContentFileError({ file: `${folder}/${editionFile(article.source)}`, line: 1 }, 'there is no such file')
  }
  return written
}

/** Writes the files of one article's folder, by file name. */
export function serialiseArticle(article: ArticleFile): Map<string, string> {
  const { written, kind, slug, topics, contacts, boilerplates, datelineDate, sourceEdition } = article.content
  const publishedAt = article.publishedAtMs === null ? '' : writeMoment(article.publishedAtMs)
  const overrides = article.content.overrides.map(writeOverride)
  const { leadPhoto = '', invitation } = article.content
  const event = invitation ? { ...invitation } : ''
  const head = {
    kind,
    slug,
    topics,
    contacts,
    boilerplates,
    leadPhoto,
    datelineDate,
    invitation: event,
    publishedAt,
    sourceEdition,
    overrides,
  }
  const files = new Map([[ARTICLE_FILE, writeYaml(head, article.comment)]])
  for (const edition of EDITION_KEYS) {
    const words = written[edition]
    if (words !== undefined) files.set(editionFile(edition), serialiseEdition(words))
  }
  return files
}
