/**
 * `state.yaml`: what an article's words do not say: its addresses, when it was saved, and each edition as readers see it.
 * An article with this file comes back exactly as it was; one without is published anew from its words.
 */
import { ownMarkup } from '../article/own-markup.ts'
import { EDITION_ACTS } from '../article/public-history.ts'
import type { EditionDetails } from '../article/published.ts'
import { safeUrl } from '../article/safe-url.ts'
import type { StoredDesk, StoredEdition } from '../db/transfer.ts'
import { EDITION_KEYS } from '../edition/editions.ts'
import { normaliseLines } from './edition-file.ts'
import { readMoment, writeMoment } from './moments.ts'
import { readYaml, writeYaml, type YamlFields } from './yaml-fields.ts'

export const STATE_FILE = 'state.yaml'

/** Words of a published edition that stand in a file of their own, as Markdown with front matter. */
export type PublishedWords = Pick<StoredEdition, 'label' | 'title' | 'subtitle' | 'summary' | 'place' | 'source'>

export interface StateEdition extends Omit<StoredEdition, keyof PublishedWords> {
  /** Only where Markdown with front matter would not give the words back exactly. */
  words?: PublishedWords
}

export interface ArticleState {
  id: number
  /** The slug under which the article is found, which an unpublished change of its content may differ from. */
  slug: string
  createdAtMs: number
  updatedAtMs: number
  formerSlugs: readonly { slug: string; replacedAtMs: number }[]
  /** About the newest revision; the older ones are in history.jsonl. */
  saved: { number: number; savedBy: string; savedAtMs: number; note: string; autosaved: boolean }
  desk: StoredDesk
  editions: readonly StateEdition[]
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const NUMBER = /^[1-9]\d{0,14}$/
const COUNT = /^\d{1,15}$/
const NUMBER_ADVICE = 'a whole number'
const YES_OR_NO = ['yes', 'no'] as const
/** No text holds this: YAML cannot write it. */
const ABSENT = '\u0000'

/** Writes what `parseState` reads. */
export function serialiseState(state: ArticleState): string {
  const { saved } = state
  return writeYaml({
    id: String(state.id),
    slug: state.slug,
    createdAt: writeMoment(state.createdAtMs),
    updatedAt: writeMoment(state.updatedAtMs),
    saved: {
      number: String(saved.number),
      by: saved.savedBy,
      at: writeMoment(saved.savedAtMs),
      note: saved.note || undefined,
      autosaved: saved.autosaved ? 'yes' : undefined,
    },
    desk: writeDesk(state.desk),
    formerSlugs: state.formerSlugs.map(({ slug, replacedAtMs }) => ({ slug, replacedAt: writeMoment(replacedAtMs) })),
    editions: state.editions.map(writeEdition),
  })
}

function writeDesk(desk: StoredDesk) {
  const { draft, acts, titles, reviewRequestedAtMs, reviewRequestedBy, checkedVersion, checkedBy, checkedAtMs } = desk
  return {
    draft: draft ? 'yes' : 'no',
    acts: String(acts),
    titles: Object.fromEntries(EDITION_KEYS.map((edition) => [edition, titles[edition]])),
    reviewRequestedAt: reviewRequestedAtMs === null ? undefined : writeMoment(reviewRequestedAtMs),
    reviewRequestedBy: reviewRequestedBy ?? undefined,
    checkedVersion: checkedVersion === null ? undefined : String(checkedVersion),
    checkedBy: checkedBy ?? undefined,
    checkedAt: checkedAtMs === null ? undefined : writeMoment(checkedAtMs),
  }
}

function writeEdition(row: StateEdition) {
  const optional = (atMs: number | null) => (atMs === null ? undefined : writeMoment(atMs))
  return {
    edition: row.edition,
    state: row.state,
    publishedAt: writeMoment(row.publishedAtMs),
    embargoed: row.embargoed ? 'yes' : 'no',
    updatedAt: optional(row.updatedAtMs),
    withdrawnAt: optional(row.withdrawnAtMs),
    withdrawalReason: row.withdrawalReason || undefined,
    revision: String(row.revision),
    conversionVersion: row.conversionVersion ?? undefined,
    approvedBy: row.approvedBy ?? undefined,
    approvedAt: optional(row.approvedAtMs),
    act: row.act ?? undefined,
    actedAt: optional(row.actedAtMs),
    actedBy: row.actedBy ?? undefined,
    words: row.words === undefined ? undefined : JSON.stringify(row.words, null, 2),
    html: row.html,
    text: row.text,
    details: JSON.stringify(row.details, null, 2),
  }
}

/**
 * Reads `state.yaml`.
 * @throws ContentFileError naming the file, the line and the field
 */
export function parseState(text: string, file: string): ArticleState {
  const { value } = readYaml(normaliseLines(text), { file, firstLine: 1 }, (fields) => ({
    id: readNumber(fields, 'id'),
    slug: fields.shaped('slug', SLUG, 'a slug: small letters, digits and single hyphens'),
    createdAtMs: readMoment(fields, 'createdAt'),
    updatedAtMs: readMoment(fields, 'updatedAt'),
    saved: fields.record('saved', (saved) => ({
      number: readNumber(saved, 'number'),
      savedBy: saved.text('by'),
      savedAtMs: readMoment(saved, 'at'),
      note: saved.text('note', ''),
      autosaved: saved.text('autosaved', 'no') === 'yes',
    })),
    desk: fields.record('desk', readDesk),
    formerSlugs: fields.records('formerSlugs', (former) => ({
      slug: former.shaped('slug', SLUG, 'a slug'),
      replacedAtMs: readMoment(former, 'replacedAt'),
    })),
    editions: fields.records('editions', readEdition),
  }))
  return value
}

function readDesk(fields: YamlFields): StoredDesk {
  return {
    draft: fields.choice('draft', YES_OR_NO) === 'yes',
    acts: Number(fields.shaped('acts', COUNT, NUMBER_ADVICE)),
    titles: fields.record('titles', readTitles),
    reviewRequestedAtMs: optionalMoment(fields, 'reviewRequestedAt'),
    reviewRequestedBy: fields.text('reviewRequestedBy', '') || null,
    checkedVersion: fields.text('checkedVersion', '') === '' ? null : readNumber(fields, 'checkedVersion'),
    checkedBy: fields.text('checkedBy', '') || null,
    checkedAtMs: optionalMoment(fields, 'checkedAt'),
  }
}

function readTitles(fields: YamlFields): StoredDesk['titles'] {
  const titles: StoredDesk['titles'] = {}
  for (const edition of EDITION_KEYS) {
    const title = fields.text(edition, ABSENT)
    if (title !== ABSENT) titles[edition] = title
  }
  return titles
}

function optionalMoment(fields: YamlFields, key: string): number | null {
  return fields.text(key, '') === '' ? null : readMoment(fields, key)
}

function readEdition(fields: YamlFields): StateEdition {
  return {
    edition: fields.choice('edition', EDITION_KEYS),
    state: fields.choice('state', ['published', 'withdrawn'] as const),
    publishedAtMs: readMoment(fields, 'publishedAt'),
    embargoed: fields.choice('embargoed', YES_OR_NO) === 'yes',
    updatedAtMs: optionalMoment(fields, 'updatedAt'),
    withdrawnAtMs: optionalMoment(fields, 'withdrawnAt'),
    withdrawalReason: fields.text('withdrawalReason', ''),
    revision: readNumber(fields, 'revision'),
    conversionVersion: fields.text('conversionVersion', '') || null,
    approvedBy: fields.text('approvedBy', '') || null,
    approvedAtMs: optionalMoment(fields, 'approvedAt'),
    act: fields.text('act', '') === '' ? null : fields.choice('act', EDITION_ACTS),
    actedAtMs: optionalMoment(fields, 'actedAt'),
    actedBy: fields.text('actedBy', '') || null,
    ...readWords(fields),
    html: readHtml(fields),
    text: fields.text('text'),
    details: readDetails(fields),
  }
}

function readNumber(fields: YamlFields, key: string): number {
  return Number(fields.shaped(key, NUMBER, NUMBER_ADVICE))
}

/** Pages print this unescaped, so it has to be what this site writes. */
function readHtml(fields: YamlFields): string {
  const html = ownMarkup(fields.text('html'))
  if (html === undefined)
    throw fields.error(
      'html',
      'this is not HTML that this site made: take state.yaml away, and the article is published from its words',
    )
  return html
}

const WORDS = ['label', 'title', 'subtitle', 'summary', 'place', 'source'] as const

function readWords(fields: YamlFields): Pick<StateEdition, 'words'> {
  const text = fields.text('words', '')
  if (text === '') return {}
  const words = parsedJson(text)
  if (!isRecord(words) || !WORDS.every((name) => typeof words[name] === 'string')) {
    throw fields.error('words', `write JSON with the texts ${WORDS.join(', ')}`)
  }
  return { words: words as unknown as PublishedWords } // each of its texts was checked in the line before
}

/** Lists of `EditionDetails` that every version of this site wrote. */
const LISTS = ['outline', 'quotes', 'downloads', 'facts', 'related', 'contacts', 'boilerplates', 'corrections'] as const

function readDetails(fields: YamlFields): EditionDetails {
  const details = parsedJson(fields.text('details'))
  if (!isDetails(details)) throw fields.error('details', `write JSON with the lists ${LISTS.join(', ')}`)
  if (!isOwn(details))
    throw fields.error(
      'details',
      'a boilerplate has HTML that this site did not make, or a link has an address that may not be a link',
    )
  return details
}

/** Its lists are there; the rest is what this site wrote, and is printed escaped but for the HTML of boilerplates. */
export function isDetails(value: unknown): value is EditionDetails {
  return isRecord(value) && LISTS.every((name) => Array.isArray(value[name]))
}

/** Are the boilerplates, which pages print unescaped, ours, and may every link be one? */
export function isOwn({ boilerplates, downloads, related }: EditionDetails): boolean {
  const isLink = (url: unknown): boolean => typeof url === 'string' && safeUrl(url) !== undefined
  return (
    boilerplates.every(
      ({ html, url }) => typeof html === 'string' && ownMarkup(html) !== undefined && (url === '' || isLink(url)),
    ) && [...downloads, ...related].every(({ url }) => isLink(url))
  )
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
