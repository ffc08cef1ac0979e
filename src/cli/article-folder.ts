/**
 * One article with everything that belongs to it, as the files of a folder:
 *
 *     article.yaml, <edition>.md   the working copy (content-files.ts)
 *     state.yaml                   addresses, dates, and what readers see (state-file.ts)
 *     <edition>.published.md       the words of a published edition, also of the derived one
 *     history.jsonl                older revisions, one JSON object a line
 *     past.jsonl                   what readers saw before, likewise
 *
 * Texts that these formats would not give back exactly (a carriage return, an address that is none) also stand in
 * history.jsonl or state.yaml as JSON, which then counts.
 */
import type { ArticleContent, EditionContent } from '../article/content.ts'
import { ownMarkup } from '../article/own-markup.ts'
import { isSameJson } from '../article/same-json.ts'
import type { StoredArticle, StoredEdition, StoredPast, StoredRevision } from '../db/transfer.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { type FileTexts, parseArticle, serialiseArticle } from './content-files.ts'
import { parseEdition, serialiseEdition } from './edition-file.ts'
import {
  isDetails,
  isOwn,
  isRecord,
  type PublishedWords,
  parsedJson,
  parseState,
  STATE_FILE,
  serialiseState,
} from './state-file.ts'
import { ContentFileError } from './yaml-fields.ts'

export const HISTORY_FILE = 'history.jsonl'
export const PAST_FILE = 'past.jsonl'
export const publishedFile = (edition: Edition): string => `${edition}.published.md`

/** Names of all files that an article's folder may have besides those of its content. */
export const STATE_FILES: readonly string[] = [STATE_FILE, HISTORY_FILE, PAST_FILE, ...EDITION_KEYS.map(publishedFile)]

/** Writes an article's folder, by file name. */
export function serialiseStored(stored: StoredArticle): Map<string, string> {
  const working = stored.revisions.at(-1)
  if (!working) throw new Error(`${stored.slug} has no revision`)
  const files = serialiseArticle({ content: working.content, publishedAtMs: firstPublished(stored), comment: '' })
  const exact = sameContent(contentOf(files, stored.slug), working.content)
  const history = exact ? stored.revisions.slice(0, -1) : stored.revisions
  const { number, savedBy, savedAtMs, note, autosaved } = working
  const editions = stored.editions.map((row) => {
    const { label, title, subtitle, summary, place, source, ...rest } = row
    const words: PublishedWords = { label, title, subtitle, summary, place, source }
    const text = serialiseEdition(asContent(words))
    files.set(publishedFile(row.edition), text)
    return isSameJson(asWords(parseEdition(text, '')), words) ? rest : { ...rest, words }
  })
  files.set(STATE_FILE, serialiseState({ ...stored, saved: { number, savedBy, savedAtMs, note, autosaved }, editions }))
  if (history.length > 0)
    files.set(HISTORY_FILE, history.map((saved) => `${JSON.stringify(ordered(saved))}\n`).join(''))
  if (stored.past.length > 0) files.set(PAST_FILE, stored.past.map(pastLine).join(''))
  return files
}

/**
 * Reads what `serialiseStored` wrote.
 * @throws ContentFileError naming the file, the line and the field
 */
export function parseStored(files: FileTexts, folder: string): StoredArticle {
  const state = parseState(files.get(STATE_FILE) ?? '', `${folder}/${STATE_FILE}`)
  const history = readHistory(files.get(HISTORY_FILE) ?? '', `${folder}/${HISTORY_FILE}`)
  const older = history.filter(({ number }) => number !== state.saved.number)
  const kept = history.find(({ number }) => number === state.saved.number)
  const content = kept && isUnchanged(kept.content, files) ? kept.content : parseArticle(files, folder).content
  const editions = state.editions.map(({ words, ...row }): StoredEdition => {
    const name = publishedFile(row.edition)
    const text = files.get(name)
    if (text === undefined) throw new ContentFileError({ file: `${folder}/${name}`, line: 1 }, 'there is no such file')
    const published = asWords(parseEdition(text, `${folder}/${name}`))
    return { ...row, ...(words && serialiseEdition(asContent(words)) === text ? words : published) }
  })
  const numbers = new Set([...older, state.saved].map(({ number }) => number))
  const orphan = editions.find(({ revision }) => !numbers.has(revision))
  if (orphan) {
    const problem = `${HISTORY_FILE} has no revision ${orphan.revision}, which the ${orphan.edition} edition was made from`
    throw new ContentFileError({ file: `${folder}/${STATE_FILE}`, line: 1, field: 'editions' }, problem)
  }
  const { id, slug, createdAtMs, updatedAtMs, formerSlugs, desk } = state
  const past = readPast(files.get(PAST_FILE) ?? '', `${folder}/${PAST_FILE}`)
  const revisions = [...older, { ...state.saved, content }].sort((a, b) => a.number - b.number)
  return { id, slug, createdAtMs, updatedAtMs, formerSlugs, revisions, editions, past, desk }
}

/** For a reader of article.yaml; left out where the working copy could not be published as it is. */
function firstPublished({ editions, revisions }: StoredArticle): number | null {
  const content = revisions.at(-1)?.content
  const titles = Object.values(content?.written ?? {}).map(({ title }) => title)
  if (!content?.written[content.sourceEdition] || titles.includes('') || editions.length === 0) return null
  return Math.min(...editions.map(({ publishedAtMs }) => publishedAtMs))
}

function contentOf(files: FileTexts, folder: string): ArticleContent | null {
  try {
    return parseArticle(files, folder).content
  } catch (error) {
    if (error instanceof ContentFileError) return null
    throw error
  }
}

/** Are the files still those that this content was written to? */
function isUnchanged(content: ArticleContent, files: FileTexts): boolean {
  const written = serialiseArticle({ content, publishedAtMs: null, comment: '' })
  const withoutDate = (text: string | undefined) => text?.replace(/^publishedAt: .*\n/m, '')
  return [...written].every(([name, text]) => withoutDate(files.get(name)) === withoutDate(text.toWellFormed()))
}

function sameContent(a: ArticleContent | null, b: ArticleContent): boolean {
  return a !== null && isSameJson(comparable(a), comparable(b))
}

/** Absent and empty mean the same for the fields that came later. */
function comparable({ leadPhoto = '', invitation = null, written, ...rest }: ArticleContent) {
  const words = Object.entries(written).map(([edition, { venue = '', ...others }]) => [edition, { venue, ...others }])
  return { ...rest, leadPhoto, invitation, written: Object.fromEntries(words) }
}

function asContent({ label, title, subtitle, summary, place, source }: PublishedWords): EditionContent {
  return { label, title, subtitle, summary, place, body: source, downloads: [], facts: [], related: [] }
}

function asWords({ label, title, subtitle, summary, place, body }: EditionContent): PublishedWords {
  return { label, title, subtitle, summary, place, source: body }
}

function ordered({ number, savedBy, savedAtMs, note, autosaved, content }: StoredRevision): StoredRevision {
  return { number, savedBy, savedAtMs, note, autosaved, content }
}

function pastLine({ edition, replacedAtMs, content }: StoredPast): string {
  return `${JSON.stringify({ edition, replacedAtMs, content })}\n`
}

function readPast(text: string, file: string): readonly StoredPast[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const past = parsedJson(line)
    if (isPast(past)) return [past]
    throw new ContentFileError(
      { file, line: index + 1 },
      'write {"edition", "replacedAtMs", "content"} here, as this site did',
    )
  })
}

/** `content` is a whole row of an edition as JSON; its HTML has to be ours. */
function isPast(value: unknown): value is StoredPast {
  if (!isRecord(value) || typeof value.content !== 'string') return false
  const row = parsedJson(value.content)
  const isHarmless =
    isRecord(row) &&
    (row.html === undefined || (typeof row.html === 'string' && ownMarkup(row.html) !== undefined)) &&
    (row.details === undefined || (isDetails(row.details) && isOwn(row.details)))
  return isHarmless && Number.isSafeInteger(value.replacedAtMs) && EDITION_KEYS.some((key) => key === value.edition)
}

function readHistory(text: string, file: string): readonly StoredRevision[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const revision = parsedJson(line)
    if (!isRevision(revision)) {
      throw new ContentFileError(
        { file, line: index + 1 },
        'write {"number", "savedBy", "savedAtMs", "note", "content"} here',
      )
    }
    return [ordered(revision)]
  })
}

/** Content is looked at as far as everything that reads revisions relies on it. */
function isRevision(value: unknown): value is StoredRevision {
  if (!isRecord(value) || !isRecord(value.content)) return false
  const { content } = value
  const lists = [content.topics, content.contacts, content.boilerplates, content.overrides]
  return (
    Number.isSafeInteger(value.number) &&
    Number.isSafeInteger(value.savedAtMs) &&
    typeof value.savedBy === 'string' &&
    typeof value.note === 'string' &&
    typeof value.autosaved === 'boolean' &&
    typeof content.slug === 'string' &&
    typeof content.kind === 'string' &&
    isRecord(content.written) &&
    Object.values(content.written).every((words) => isRecord(words) && typeof words.body === 'string') &&
    lists.every(Array.isArray)
  )
}
