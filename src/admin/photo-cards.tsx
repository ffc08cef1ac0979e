import type { Child } from 'hono/jsx'
import { addressHash, type Photo } from '../article/photo.ts'
import type { PhotoPage } from '../db/photos.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { thumbnailOf } from '../newsroom/photos.ts'
import { adminHref } from '../routes.ts'

/** The first words that say what a photo shows, in the wanted language if there are any; null while there are none. */
export function photoWords({ words }: Pick<Photo, 'words'>, language: Edition): { text: string; lang: string } | null {
  for (const edition of new Set([language, ...EDITION_KEYS])) {
    const text = words[edition].alt || words[edition].caption
    if (text !== '') return { text, lang: EDITIONS[edition].lang }
  }
  return null
}

/** What tells one photo from another in a title or a sentence. */
export function shortName(photo: Photo, language: Edition): string {
  const words = photoWords(photo, language)
  return words ? `${words.text} (${photo.key})` : photoMessagesFor(language).photo(photo.key)
}

/** The same with the language of its words, for a list. */
export function PhotoName({ photo, language }: { photo: Photo; language: Edition }) {
  const words = photoWords(photo, language)
  if (!words) return photoMessagesFor(language).photo(photo.key)
  return (
    <span>
      <span lang={words.lang}>{words.text}</span> ({photo.key})
    </span>
  )
}

/** The whole picture, never cropped; its name stands beside it, so it has no text of its own. */
export function Thumbnail({ photo, lazy }: { photo: Photo; lazy?: boolean }) {
  const file = thumbnailOf(photo)
  if (!file) return null
  const src = adminHref.media(addressHash(photo.sha256), file.file)
  return (
    <img
      class="thumbnail"
      src={src}
      width={file.width}
      height={file.height}
      alt=""
      loading={lazy ? 'lazy' : undefined}
      decoding="async"
    />
  )
}

/** What else an editor has to know to choose: caption, size, and whether the alternative text is decided. */
export function PhotoFacts({ photo, language }: { photo: Photo; language: Edition }) {
  const messages = photoMessagesFor(language)
  const { words, credit, width, height, description } = photo
  const shown = photoWords(photo, language)
  const edition = EDITION_KEYS.find((key) => words[key].caption !== '' && words[key].caption !== shown?.text)
  return (
    <>
      {edition ? <p lang={EDITIONS[edition].lang}>{words[edition].caption}</p> : null}
      <p class="muted">{[messages.pixels(width, height), credit].filter(Boolean).join(' · ')}</p>
      {description === 'described' ? null : (
        <p class={description === 'undecided' ? 'block' : 'muted'}>
          {messages.described(messages.descriptions[description])}
        </p>
      )}
    </>
  )
}

interface CardsProps {
  photos: readonly Photo[]
  language: Edition
  /** Leads from the name to the photo's own page; without it the name is text. */
  linked?: boolean
  /** What can be done with a photo. */
  actions?: (photo: Photo) => Child
}

export function PhotoCards({ photos, language, linked, actions }: CardsProps) {
  return (
    <ul class="photos">
      {photos.map((photo) => (
        <li data-key={photo.key}>
          <Thumbnail photo={photo} lazy />
          {linked ? (
            <a class="target" href={adminHref.photo(photo.id)}>
              <PhotoName photo={photo} language={language} />
            </a>
          ) : (
            <p>
              <PhotoName photo={photo} language={language} />
            </p>
          )}
          <PhotoFacts photo={photo} language={language} />
          {actions?.(photo)}
        </li>
      ))}
    </ul>
  )
}

interface FoundProps extends CardsProps {
  found: Omit<PhotoPage, 'items'>
  query: string
  page: number
  /** The address of a page of these photos. */
  address: (page: number) => string
}

/** The photos that were found, or that there are none, and the way to the others. */
export function FoundPhotos({ found, query, page, address, ...cards }: FoundProps) {
  const { photos, language } = cards
  const messages = photoMessagesFor(language)
  const none = query === '' ? messages.empty : messages.foundNothing
  return (
    <>
      {query === '' && photos.length > 0 ? null : (
        <p role="status">{photos.length === 0 ? none : messages.found(photos.length)}</p>
      )}
      {photos.length === 0 ? null : <PhotoCards {...cards} />}
      {page === 1 && found.nextPage === null ? null : (
        <nav aria-label={messages.pages}>
          <ul>
            {page > 1 ? (
              <li>
                <a href={address(page - 1)}>{messages.newer}</a>
              </li>
            ) : null}
            {found.nextPage === null ? null : (
              <li>
                <a href={address(found.nextPage)}>{messages.older}</a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </>
  )
}

/** Finds photos by their words. A plain form: its answer is a page with an address. */
export function FindPhotos({ language, query, action }: { language: Edition; query: string; action: string }) {
  const messages = photoMessagesFor(language)
  return (
    <search>
      <form method="get" action={action} class="field">
        <label for="find-photos">{messages.find}</label>
        <p class="hint" id="find-photos-hint">
          {messages.findHint}
        </p>
        <input
          id="find-photos"
          type="search"
          name="q"
          value={query}
          aria-describedby="find-photos-hint"
          autocomplete="off"
        />
        <p class="actions">
          <button type="submit">{messages.findButton}</button>
        </p>
      </form>
    </search>
  )
}
