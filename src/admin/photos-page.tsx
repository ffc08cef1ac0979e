import type { PhotoPage } from '../db/photos.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { FindPhotos, FoundPhotos } from './photo-cards.tsx'
import { UploadForm } from './photo-fields.tsx'
import type { TypedPhoto } from './photo-form.ts'

interface PhotosPageProps {
  frame: AdminFrame
  found: PhotoPage
  query: string
  page: number
  done?: string | undefined
}

/** The library: the newest photos, or those that were looked for. */
export function PhotosPage({ frame, found, query, page, done }: PhotosPageProps) {
  const { language } = frame.editor
  const messages = photoMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.title} done={done} wide>
      <p class="actions">
        <a class="button" href={adminHref.newPhoto()}>
          {messages.upload}
        </a>
      </p>
      <FindPhotos language={language} query={query} action={adminHref.photos()} />
      <FoundPhotos
        {...{ found, photos: found.items, language, query, page }}
        linked
        address={(other) => adminHref.photos({ q: query, page: other })}
      />
    </AdminDocument>
  )
}

interface NewPhotoPageProps {
  frame: AdminFrame
  typed: TypedPhoto
  /** Where the form is sent; the library if absent. */
  action?: string
  errors?: readonly FieldError[]
  /** Said above the form, e.g. that nothing was saved. */
  alarm?: string
}

/** The form that adds a photo to the library. */
export function NewPhotoPage({ frame, typed, action = adminHref.photos(), errors = [], alarm }: NewPhotoPageProps) {
  const { language } = frame.editor
  const messages = photoMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.upload} errors={errors} form={{ id: 'upload', action: action }}>
      {alarm ? (
        <div class="notice alarm" role="alert">
          <p>{alarm}</p>
        </div>
      ) : null}
      <p>{messages.intro}</p>
      <UploadForm {...{ language, typed, errors, action }} />
      <p class="actions">
        <a class="target" href={adminHref.photos()}>
          {messages.back}
        </a>
      </p>
    </AdminDocument>
  )
}
