import { addressHash, PHOTO_DESCRIPTIONS, type Photo } from '../article/photo.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { thumbnailOf } from '../newsroom/photos.ts'
import { adminHref } from '../routes.ts'
import { Choices, Field, type FieldError, fieldId } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import type { TypedPhoto } from './photo-form.ts'

interface PhotosPageProps {
  frame: AdminFrame
  photos: readonly Photo[]
  page: number
  nextPage: number | null
  typed: TypedPhoto
  errors?: readonly FieldError[]
  done?: string | undefined
}

/** The library: the newest photos, and the form that adds one. */
export function PhotosPage({ frame, photos, page, nextPage, typed, errors = [], done }: PhotosPageProps) {
  const { language } = frame.editor
  const messages = photoMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.title} errors={errors} done={done}>
      <p>{messages.intro}</p>
      <UploadForm language={language} typed={typed} errors={errors} />
      {photos.length === 0 ? <p>{messages.empty}</p> : null}
      <ul class="list">
        {photos.map((photo) => (
          <li>
            <Thumbnail photo={photo} lazy />
            <a href={adminHref.photo(photo.id)}>{shortName(photo, language)}</a>
          </li>
        ))}
      </ul>
      <p class="actions">
        {page > 1 ? <a href={adminHref.photos(page - 1)}>{messages.newer}</a> : null}
        {nextPage === null ? null : <a href={adminHref.photos(nextPage)}>{messages.older}</a>}
      </p>
    </AdminDocument>
  )
}

/** What tells one photo from another in a list. */
export function shortName({ key, words }: Photo, language: Edition): string {
  const name = [words[language], words['zh-hant'], words.en].flatMap(({ alt, caption }) => [alt, caption]).find(Boolean)
  return name ? `${name} (${key})` : photoMessagesFor(language).photo(key)
}

/** The picture itself; its name stands beside it, so it has no text of its own. */
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

interface FormProps {
  language: Edition
  typed: TypedPhoto
  errors: readonly FieldError[]
}

function UploadForm({ language, typed, errors }: FormProps) {
  const messages = photoMessagesFor(language)
  const error = errors.find(({ field }) => field === 'file')
  const id = fieldId('file')
  return (
    <form method="post" action={adminHref.photos()} enctype="multipart/form-data">
      <h2>{messages.upload}</h2>
      <div class={error ? 'field wrong' : 'field'}>
        <label for={id}>{messages.file}</label>
        <p class="hint" id={`${id}-hint`}>
          {messages.fileHint}
        </p>
        {error ? (
          <p class="error" id={`${id}-error`}>
            <b>{adminMessagesFor(language).form.errorPrefix}</b>
            {error.message}
          </p>
        ) : null}
        <input
          type="file"
          id={id}
          name="file"
          accept="image/jpeg,image/png,image/webp,image/avif"
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={error ? 'true' : undefined}
        />
      </div>
      <PhotoFields language={language} typed={typed} errors={errors} />
      <p class="actions">
        <button type="submit" class="main">
          {messages.upload}
        </button>
      </p>
    </form>
  )
}

/** The fields of a photo, on the upload form and on its own page. */
export function PhotoFields({ language, typed, errors }: FormProps) {
  const messages = photoMessagesFor(language)
  const shared = { language, errors }
  return (
    <>
      <Choices
        name="description"
        label={messages.description}
        type="radio"
        values={[typed.description]}
        options={PHOTO_DESCRIPTIONS.map((value) => ({
          value,
          label: messages.descriptions[value],
          hint: messages.descriptionHints[value],
        }))}
        {...shared}
      />
      {EDITION_KEYS.map((edition) => {
        const hint = edition === 'zh-hans' ? messages.derivedHint : undefined
        const { alt, caption } = typed.words[edition]
        const { name } = EDITIONS[edition]
        return (
          <>
            <Field
              name={`alt.${edition}`}
              label={messages.alt(name)}
              hint={hint ?? messages.altHint}
              value={alt}
              words={edition}
              {...shared}
            />
            <Field
              name={`caption.${edition}`}
              label={messages.caption(name)}
              hint={hint}
              value={caption}
              words={edition}
              {...shared}
            />
          </>
        )
      })}
      <Field name="credit" label={messages.credit} value={typed.credit} {...shared} />
      <fieldset class="row">
        <legend>{messages.focal}</legend>
        <p class="hint">{messages.focalHint}</p>
        <Field name="focalX" label={messages.focalX} value={typed.focalX} size={4} {...shared} />
        <Field name="focalY" label={messages.focalY} value={typed.focalY} size={4} {...shared} />
      </fieldset>
    </>
  )
}
