/** Turns what editors wrote into what readers see: rendered once, at publication, and stored. */
import { type ParsedBody, parseBody, renderBody } from '../article/body.ts'
import type { CheckedEdition } from '../article/checked-edition.ts'
import type { ArticleContent, EditionContent } from '../article/content.ts'
import { hongKongMs } from '../article/invitation.ts'
import { photoKeysOf } from '../article/photo.ts'
import type {
  BoilerplateWords,
  ContactWords,
  EditionDetails,
  PublishedBoilerplate,
  PublishedInvitation,
  PublishedPhoto,
} from '../article/published.ts'
import { readingMinutes } from '../article/reading-time.ts'
import type { RenderOptions } from '../article/rendered-body.ts'
import type { ChineseEdition, Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { type PhotoChoice, pressPhotos, shownPhotos } from './shown-photos.ts'

export interface ContactRecord {
  key: string
  words: Record<Edition, ContactWords>
  phone: string
  email: string
}

export interface BoilerplateRecord {
  key: string
  words: Record<Edition, BoilerplateWords>
  url: string
}

/** What articles choose from lists. */
export interface Records {
  contacts: readonly ContactRecord[]
  boilerplates: readonly BoilerplateRecord[]
}

export interface MaterialisedEdition {
  label: string
  title: string
  subtitle: string
  summary: string
  place: string
  source: string
  html: string
  text: string
  details: EditionDetails
}

export type Materialised = { ok: true; edition: MaterialisedEdition } | Extract<ParsedBody, { ok: false }>

interface MaterialiseOptions {
  edition: Edition
  content: ArticleContent
  words: EditionContent
  records: Records
  /** The photos that the article names (`photoKeysIn`); without them it is shown without photos. */
  photos?: PhotoChoice
}

/** One edition as readers will see it. A body over a limit gives the problem instead. */
export function materialise(options: MaterialiseOptions): Materialised {
  const rendered = renderEdition(options)
  return rendered.ok ? { ok: true, edition: completeEdition(rendered, options) } : rendered
}

/** An edition whose body is rendered, which takes nearly all the time. */
export interface RenderedEdition {
  ok: true
  /** For content checks. */
  checked: CheckedEdition
  options: RenderOptions
  photos: PhotoDetails['details']
}

/** Renders the body of an edition as readers will see it. A body over a limit gives the problem instead. */
export function renderEdition({
  edition,
  content,
  words,
  photos,
}: Omit<MaterialiseOptions, 'records'>): RenderedEdition | Extract<ParsedBody, { ok: false }> {
  const parsed = parseBody(words.body)
  if (!parsed.ok) return parsed
  const shown = photoDetails({ edition, content, words }, photos)
  const options = renderOptions(edition, content.sourceEdition, shown.map)
  const rendered = renderBody(parsed.tree, options)
  const { leadPhoto = '' } = content
  const checked = { edition, content: words, tree: parsed.tree, rendered, photos: shown.map, leadPhoto }
  return { ok: true, checked, options, photos: shown.details }
}

/** A rendered edition with all that stands beside its body. */
export function completeEdition(
  { checked, options, photos }: RenderedEdition,
  { content, records }: Pick<MaterialiseOptions, 'content' | 'records'>,
): MaterialisedEdition {
  const { edition, content: words, rendered } = checked
  const { label, title, subtitle, summary, place } = words
  const { html, text, outline, quotes } = rendered
  const details: EditionDetails = {
    outline,
    quotes,
    readingMinutes: readingMinutes(rendered),
    datelineDate: content.datelineDate,
    downloads: words.downloads,
    facts: words.facts,
    related: words.related.map((link) => ({
      ...link,
      url: link.url.replace(/^\/zh-han[st](?=\/)/, edition === 'en' ? '$&' : `/${edition}`),
    })),
    contacts: chosen(content.contacts, records.contacts).map(({ words: names, phone, email }) => ({
      ...names[edition],
      phone,
      email,
    })),
    boilerplates: chosen(content.boilerplates, records.boilerplates).map((record) =>
      publishedBoilerplate(record, edition, options),
    ),
    corrections: [],
    ...photos,
    ...invitationDetails(content, words),
  }
  return { label, title, subtitle, summary, place, source: words.body, html, text, details }
}

interface PhotoDetails {
  map: ReadonlyMap<string, PublishedPhoto>
  details: Pick<EditionDetails, 'leadPhoto' | 'pressPhotos'>
}

function photoDetails(
  { edition, content, words }: Omit<MaterialiseOptions, 'records' | 'photos'>,
  photos: PhotoChoice | undefined,
): PhotoDetails {
  if (!photos || photos.photos.length === 0) return { map: new Map(), details: {} }
  const options = { ...photos, edition, source: content.sourceEdition }
  const map = shownPhotos(photos.photos, options)
  const leadPhoto = map.get(content.leadPhoto ?? '')
  const press = pressPhotos(photos.photos, photoKeysOf(content, words.body), options)
  return { map, details: { ...(leadPhoto ? { leadPhoto } : {}), ...(press.length > 0 ? { pressPhotos: press } : {}) } }
}

function invitationDetails(
  { invitation }: ArticleContent,
  { venue = '' }: EditionContent,
): { invitation?: PublishedInvitation } {
  const startsAtMs = hongKongMs(invitation?.startsAt ?? '')
  if (!invitation || startsAtMs === null) return {}
  const { endsAt, replyTo, replyBy } = invitation
  return { invitation: { startsAtMs, endsAtMs: hongKongMs(endsAt), venue, replyTo, replyByMs: hongKongMs(replyBy) } }
}

function renderOptions(
  edition: Edition,
  source: ChineseEdition,
  photos: ReadonlyMap<string, PublishedPhoto>,
): RenderOptions {
  const { tableRegion, driveMark } = messagesFor(edition).article
  return {
    edition,
    driveNote: driveMark,
    tableLabel: (number) => `${tableRegion} ${number}`,
    pairedChinese: source,
    ...(edition !== 'en' && edition !== source ? { derivedFrom: source } : {}),
    photos,
  }
}

/** The records that an article chose, in its order. A key that is gone chooses nothing. */
function chosen<T extends { key: string }>(keys: readonly string[], records: readonly T[]): readonly T[] {
  return keys.flatMap((key) => records.filter((record) => record.key === key))
}

function publishedBoilerplate(
  { words, url }: BoilerplateRecord,
  edition: Edition,
  options: RenderOptions,
): PublishedBoilerplate {
  const { heading, body } = words[edition]
  const parsed = parseBody(body)
  const rendered = parsed.ok ? renderBody(parsed.tree, options) : { html: '', text: '' }
  /** Ids of the article's own paragraphs must stay the only ones of their name. */
  const html = rendered.html.replace(/ id="[^"]*"/g, '')
  return { heading, html, text: rendered.text, url }
}
