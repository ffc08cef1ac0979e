import { addressHash, PHOTO_DESCRIPTIONS, type Photo } from '../article/photo.ts'
import { shareCopy, shareVariantOf } from '../article/photo-crop.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { thumbnailOf } from '../newsroom/photos.ts'
import { adminHref } from '../routes.ts'
import { Choices, Field, type FieldError, fieldId } from '../ui/field.tsx'
import type { TypedPhoto } from './photo-form.ts'

interface FormProps {
  language: Edition
  typed: TypedPhoto
  errors: readonly FieldError[]
}

/** The form that takes a photo in, with everything that can be said about it at once. */
export function UploadForm({ language, typed, errors, action }: FormProps & { action: string }) {
  const messages = photoMessagesFor(language)
  const error = errors.find(({ field }) => field === 'file')
  const id = fieldId('file')
  return (
    <form id="upload" method="post" action={action} enctype="multipart/form-data">
      <input type="hidden" name="uiLanguage" value={language} />
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

/** The fields of a photo: on the upload form, and on its own page below the picture. */
export function PhotoFields({ language, typed, errors, photo }: FormProps & { photo?: Photo }) {
  const messages = photoMessagesFor(language)
  const shared = { language, errors }
  return (
    <>
      {photo ? <FocalFields language={language} typed={typed} errors={errors} photo={photo} /> : null}
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
      {photo ? null : <FocalFields language={language} typed={typed} errors={errors} />}
    </>
  )
}

/** The point that every crop keeps, beside the picture once there is one. A script lets the picture be clicked. */
function FocalFields({ language, typed, errors, photo }: FormProps & { photo?: Photo }) {
  const messages = photoMessagesFor(language)
  const shared = { language, errors }
  return (
    <fieldset class="row" data-behaviour="focal-point">
      <legend>{messages.focal}</legend>
      <p class="hint">{messages.focalHint}</p>
      {photo ? <FocalPicture photo={photo} language={language} /> : null}
      <div class="pair">
        <Field name="focalX" label={messages.focalX} value={typed.focalX} size={4} {...shared} />
        <Field name="focalY" label={messages.focalY} value={typed.focalY} size={4} {...shared} />
      </div>
    </fieldset>
  )
}

/** The whole picture, and what is left of it where an article is shared. */
function FocalPicture({ photo, language }: { photo: Photo; language: Edition }) {
  const messages = photoMessagesFor(language)
  const hash = addressHash(photo.sha256)
  const share = shareVariantOf(photo)
  const file = photo.variants.find(({ file: name }) => name === '960.jpg') ?? thumbnailOf(photo)
  if (!file) return null
  return (
    <div class="focal">
      <figure>
        <div data-part="picture">
          <img src={adminHref.media(hash, file.file)} width={file.width} height={file.height} alt="" />
        </div>
        <figcaption class="hint" data-part="click" hidden>
          {messages.focalClick}
        </figcaption>
      </figure>
      {share ? (
        <figure>
          <div data-part="crop">
            <img src={adminHref.media(hash, share.file)} width={share.width} height={share.height} alt="" />
          </div>
          <figcaption class="hint">{messages.crop}</figcaption>
        </figure>
      ) : (
        <p class="hint">{shareCopy(photo) ? messages.cropPending : messages.cropNone}</p>
      )}
    </div>
  )
}
