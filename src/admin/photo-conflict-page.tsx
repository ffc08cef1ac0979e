import type { Photo } from '../article/photo.ts'
import { EDITION_KEYS, EDITIONS } from '../edition/editions.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { adminHref } from '../routes.ts'
import type { AdminFrame } from './admin-document.tsx'
import { PartsConflictPage } from './parts-conflict-page.tsx'
import { type TypedPhoto, typedOf } from './photo-form.ts'

interface PhotoConflictProps {
  frame: AdminFrame
  newest: Photo
  /** What this editor sent. */
  typed: TypedPhoto
}

/** 409: two editors met. Both states are on the page, and the one that was not saved is in its form. */
export function PhotoConflictPage({ frame, newest, typed }: PhotoConflictProps) {
  const { language } = frame.editor
  const messages = photoMessagesFor(language)
  const theirs = typedOf(newest)
  const words = EDITION_KEYS.flatMap((edition) =>
    (['alt', 'caption'] as const).map((word) => ({
      name: `${word}.${edition}`,
      label: messages[word](EDITIONS[edition].name),
      words: edition,
      theirs: theirs.words[edition][word],
      mine: typed.words[edition][word],
    })),
  )
  const plain = (['credit', 'focalX', 'focalY'] as const).map((name) => ({
    name,
    label: name === 'credit' ? messages.credit : `${messages.focal} – ${messages[name]}`,
    theirs: theirs[name],
    mine: typed[name],
  }))
  const decision = {
    label: messages.description,
    theirs: messages.descriptions[theirs.description],
    mine: messages.descriptions[typed.description],
  }
  const sent = [...words, ...plain].map(({ name, mine }) => [name, mine] as const)
  return (
    <PartsConflictPage
      frame={frame}
      savedAtMs={newest.updatedAtMs}
      parts={[decision, ...words, ...plain]}
      pairs={[['version', String(newest.version)], ['description', typed.description], ...sent]}
      address={adminHref.photo(newest.id)}
    />
  )
}
