import type { Passage } from '../article/body-places.ts'
import type { Edition } from '../edition/editions.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'

/** The place behind a passage, in words. */
export function behind({ kind, number, words }: Passage, language: Edition): string {
  const { place } = photoMessagesFor(language)
  return place.behind(kind === 'paragraph' ? place.paragraph(number) : place.passages[kind], words)
}
