/**
 * Published pages keep their words when the glossary, the engine or its data change. This tells which converted editions
 * would say something else today, and where: what is published is compared with what conversion makes of the same revision.
 */
import { changedPassages, type Passage } from '../article/changed-passages.ts'
import type { EditionContent } from '../article/content.ts'
import { convertedTexts } from '../article/convert-body.ts'
import { type GlossaryEntry, termOf } from '../convert/glossary.ts'
import { fingerprint } from '../convert/version.ts'
import type { Db } from '../db/client.ts'
import {
  type DerivedEdition,
  type DerivedEditions,
  type DerivedPlace,
  isIndexed,
  listDerivedByOthers,
  listDerivedWithWords,
} from '../db/derived-editions.ts'
import { CHINESE_EDITIONS, type ChineseEdition, otherChinese } from '../edition/editions.ts'
import { deriveContent } from './derive.ts'
import type { SiteConversion } from './site-derivation.ts'

/** Articles on one page, each with its passages: as many as a telephone can show. */
export const CHANGES_LISTED_MAX = 20

/** Passages that are shown of one article. */
const PASSAGES_MAX = 3

/** A converted edition that would say something else. */
export interface ChangedEdition extends Omit<DerivedEdition, 'words' | 'source' | 'overrides'> {
  /** Some of what would change. */
  passages: readonly Passage[]
  /** How many more places there are. */
  more: number
  /** Tells what it would say from everything else that it could: an editor accepts this and nothing else. */
  result: string
}

/** One page of a list of published editions that were compared with today's conversion, newest first. */
export interface ComparedPage {
  /** At most `CHANGES_LISTED_MAX`. */
  items: readonly ChangedEdition[]
  /** How many were compared for this page. */
  looked: number
  /** The place behind which the next page begins; null on the last. */
  next: DerivedPlace | null
}

/** What conversion makes of a published revision now. */
export function reconverted(
  { source, overrides, sourceEdition }: DerivedEdition,
  site: SiteConversion,
): EditionContent {
  return deriveContent(source, site.derivation({ sourceEdition, overrides }))
}

/** Tells one text of an edition from another. */
export function resultOf(words: EditionContent): string {
  return fingerprint([JSON.stringify(words)])
}

interface ChangedText {
  /** The text from which both were made. */
  source: string
  before: string
  after: string
}

/** Every text that differs, headlines first. */
export function changedTexts({ source, words }: DerivedEdition, now: EditionContent): readonly ChangedText[] {
  const pairs = [
    ...(['title', 'subtitle', 'label', 'summary', 'place'] as const).map((name) => [
      source[name],
      words[name],
      now[name],
    ]),
    // Whatever an article has there that invites nobody, readers see no venue.
    ...(words.venue === undefined ? [] : [[source.venue, words.venue, now.venue]]),
    ...(words.body === now.body ? [] : bodyTexts(source.body, words.body, now.body)),
    ...source.downloads.flatMap(({ label, caption }, at) => [
      [label, words.downloads[at]?.label, now.downloads[at]?.label],
      [caption, words.downloads[at]?.caption, now.downloads[at]?.caption],
    ]),
    ...source.facts.flatMap(({ term, detail }, at) => [
      [term, words.facts[at]?.term, now.facts[at]?.term],
      [detail, words.facts[at]?.detail, now.facts[at]?.detail],
    ]),
    ...source.related.map(({ label }, at) => [label, words.related[at]?.label, now.related[at]?.label]),
  ]
  return pairs
    .map(([from = '', before = '', after = '']) => ({ source: from, before, after }))
    .filter(({ before, after }) => before !== after)
}

/** The blocks of a body beside each other; the whole where they are not as many. */
function bodyTexts(source: string, before: string, after: string): readonly (readonly string[])[] {
  const [from = [], old = [], young = []] = [source, before, after].map((body) =>
    (convertedTexts(body) ?? []).map((runs) => runs.map(({ text }) => text).join('')),
  )
  if (from.length !== old.length || old.length !== young.length) return [[source, before, after]]
  return from.map((text, at) => [text, old[at] ?? '', young[at] ?? ''])
}

/** Compares one edition; null when it would say the same, or nothing else where its source has one of the words. */
function compared(
  edition: DerivedEdition,
  site: SiteConversion,
  words: readonly string[] | null,
): ChangedEdition | null {
  const now = reconverted(edition, site)
  const texts = changedTexts(edition, now)
  const isMeant = ({ source }: ChangedText) => words === null || words.some((word) => source.includes(word))
  const meant = texts.filter(isMeant)
  if (meant.length === 0) return null
  const ordered = [...meant, ...texts.filter((text) => !isMeant(text))]
  const passages = ordered.flatMap(({ before, after }) => changedPassages(before, after))
  const { words: _words, source: _source, overrides: _overrides, ...rest } = edition
  const more = Math.max(0, passages.length - PASSAGES_MAX)
  return { ...rest, passages: passages.slice(0, PASSAGES_MAX), more, result: resultOf(now) }
}

/** Compares one after the other, until a page is full; `words` are those that a text must have. */
function comparedPage(
  { items, next }: DerivedEditions,
  site: SiteConversion,
  words: (edition: DerivedEdition) => readonly string[] | null,
): ComparedPage {
  const changed: ChangedEdition[] = []
  for (const [index, edition] of items.entries()) {
    const found = compared(edition, site, words(edition))
    if (found) changed.push(found)
    const isFull = changed.length === CHANGES_LISTED_MAX && index + 1 < items.length
    if (isFull) return { items: changed, looked: index + 1, next: edition }
  }
  return { items: changed, looked: items.length, next }
}

/** A change of the glossary: the entry as it stands, as it would be, or both. */
export interface GlossaryChange {
  before?: GlossaryEntry | undefined
  after?: GlossaryEntry | undefined
}

/**
 * One page of the published editions with the words of an entry, and which of them would say something else in texts that
 * have them. `site` has the change already.
 */
export async function listAffected(
  db: Db,
  site: SiteConversion,
  { change: { before: old, after }, before }: { change: GlossaryChange; before: DerivedPlace | null },
): Promise<ComparedPage> {
  const entries = [old, after].filter((entry) => entry !== undefined)
  const asked = CHINESE_EDITIONS.map((edition) => {
    const terms = entries.flatMap((entry) => termOf(entry, edition) ?? [])
    return { edition, source: [...new Set(terms.map(({ from }) => from))], derived: terms.map(({ to }) => to) }
  })
  const found = await listDerivedWithWords(db, { asked, before })
  return comparedPage(found, site, ({ edition }) => asked.find((one) => one.edition === edition)?.source ?? [])
}

/** Are articles found by the words of an entry, or only looked through? */
export function isFindable({ before, after }: GlossaryChange): boolean {
  return isIndexed([before, after].flatMap((entry) => (entry ? [entry.hant, entry.hans] : [])))
}

/** One page of the editions that another conversion made, and which of them today's would make otherwise. */
export async function listOutdatedConversions(
  db: Db,
  site: SiteConversion,
  before: DerivedPlace | null,
): Promise<ComparedPage> {
  const version = (edition: ChineseEdition) =>
    site.derivation({ sourceEdition: otherChinese(edition), overrides: [] }).version
  const versions = { 'zh-hant': version('zh-hant'), 'zh-hans': version('zh-hans') }
  return comparedPage(await listDerivedByOthers(db, { versions, before }), site, () => null)
}
