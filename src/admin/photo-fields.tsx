import { PHOTO_DESCRIPTIONS } from '../article/photo.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
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
    <form method="post" action={action} enctype="multipart/form-data">
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
