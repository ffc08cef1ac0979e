import { EDITION_KEYS, type Edition } from '../edition/editions.ts'

/** `until_ms` of a listing that does not end: larger than any date, and exact in a JavaScript number. */
export const NEVER_MS = Number.MAX_SAFE_INTEGER

export interface EditionState {
  edition: Edition
  state: 'published' | 'withdrawn'
  publishedAtMs: number
}

/** An article in the lists of `edition`, shown there in `shownEdition`, from `publishedAtMs` until `untilMs`. */
export interface Listing {
  edition: Edition
  shownEdition: Edition
  publishedAtMs: number
  untilMs: number
}

/** Where an edition without text of its own borrows from, best first: the other Chinese edition before English. */
const FALLBACKS: Record<Edition, readonly Edition[]> = {
  'zh-hant': ['zh-hans', 'en'],
  'zh-hans': ['zh-hant', 'en'],
  en: ['zh-hant', 'zh-hans'],
}

/**
 * Where an article is listed, given the state of its editions. An edition that has its own text shows it; until then,
 * or for ever if it has none, it shows the text of another edition. An edition whose text was withdrawn lists nothing.
 */
export function listingsOf(states: readonly EditionState[]): readonly Listing[] {
  return EDITION_KEYS.flatMap((edition) => listingsIn(edition, states))
}

function listingsIn(edition: Edition, states: readonly EditionState[]): readonly Listing[] {
  const own = states.find((state) => state.edition === edition)
  if (own?.state === 'withdrawn') return []
  const untilMs = own ? own.publishedAtMs : NEVER_MS
  const listings: Listing[] = own
    ? [{ edition, shownEdition: edition, publishedAtMs: own.publishedAtMs, untilMs: NEVER_MS }]
    : []
  const fallback = fallbackFor(edition, states)
  if (fallback && fallback.publishedAtMs < untilMs) {
    listings.push({ edition, shownEdition: fallback.edition, publishedAtMs: fallback.publishedAtMs, untilMs })
  }
  return listings
}

function fallbackFor(edition: Edition, states: readonly EditionState[]): EditionState | undefined {
  return FALLBACKS[edition]
    .flatMap((key) => states.filter((state) => state.edition === key && state.state === 'published'))
    .reduce<EditionState | undefined>(
      (best, state) => (best && best.publishedAtMs <= state.publishedAtMs ? best : state),
      undefined,
    )
}
