/** Where a page of a list of converted editions begins, as its address says it. */
import type { DerivedPlace } from '../db/derived-editions.ts'
import { CHINESE_EDITIONS } from '../edition/editions.ts'

/** Null, the beginning of the list, for anything that is no place. */
export function placeFrom(raw: string | undefined): DerivedPlace | null {
  const [, publishedAtMs, articleId, key] = /^(\d{1,15})\.(\d{1,15})\.(zh-han[st])$/.exec(raw ?? '') ?? []
  const edition = CHINESE_EDITIONS.find((known) => known === key)
  return edition ? { publishedAtMs: Number(publishedAtMs), articleId: Number(articleId), edition } : null
}

/** '' for the beginning of the list. */
export function placeText(place: DerivedPlace | null): string {
  return place ? `${place.publishedAtMs}.${place.articleId}.${place.edition}` : ''
}
