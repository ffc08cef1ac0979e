import { addressHash, FULL_FILE, type Photo } from '../article/photo.ts'
import { includesRole } from '../article/roles.ts'
import type { PhotoUse } from '../db/photo-uses.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { megabytes } from '../edition/sizes.ts'
import { ADMIN, adminHref } from '../routes.ts'
import { Field, type FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { shortName, Thumbnail } from './photo-cards.tsx'
import { PhotoFields } from './photo-fields.tsx'
import type { TypedPhoto } from './photo-form.ts'

interface PhotoPageProps {
  frame: AdminFrame
  photo: Photo
  uses: readonly PhotoUse[]
  typed: TypedPhoto
  /** The article on whose behalf an editor is here; 0 for none. */
  article: number
  errors?: readonly FieldError[]
  done?: string | undefined
}

/** One photo: what it shows, where it is used, and what may be done with it. */
export function PhotoPage({ frame, photo, uses, typed, article, errors = [], done }: PhotoPageProps) {
  const { language } = frame.editor
  const messages = photoMessagesFor(language)
  const full = photo.variants.find(({ file }) => file === FULL_FILE)
  return (
    <AdminDocument
      frame={frame}
      title={shortName(photo, language)}
      errors={errors}
      done={done}
      form={{ id: 'photo', action: adminHref.photo(photo.id) }}
    >
      {article === 0 ? null : (
        <p>
          <a class="target" href={adminHref.articlePhoto(article, photo.id)}>
            {messages.place.back}
          </a>
        </p>
      )}
      {full ? (
        <p>
          <a class="target" href={adminHref.media(addressHash(photo.sha256), FULL_FILE)} download>
            {messages.full} ({messages.size(full.width, full.height, megabytes(full.bytes))})
          </a>
        </p>
      ) : null}
      {photo.variantsPending ? <MissingVariants photo={photo} language={language} /> : null}
      <WordsForm
        {...{ language, typed, article, errors, photo }}
        action={adminHref.photo(photo.id)}
        version={String(photo.version)}
      />
      <Field
        name="snippet"
        label={messages.snippet}
        hint={messages.snippetHint}
        language={language}
        value={`![](photo:${photo.key})`}
        readonly
      />
      <h2>{messages.uses}</h2>
      {uses.length === 0 ? <p>{messages.noUses}</p> : <Uses uses={uses} language={language} />}
      <p class="actions">
        {includesRole(frame.editor.role, ADMIN.photoDeletion.least.GET) ? (
          <a class="target" href={adminHref.photoDeletion(photo.id)}>
            {messages.delete}
          </a>
        ) : null}
        <a class="target" href={adminHref.photos()}>
          {messages.back}
        </a>
      </p>
    </AdminDocument>
  )
}

interface WordsFormProps {
  language: Edition
  action: string
  version: string
  typed: TypedPhoto
  article?: number
  errors?: readonly FieldError[]
  photo?: Photo
}

/** Everything that is said about a photo. */
function WordsForm({ language, action, version, article = 0, errors = [], ...fields }: WordsFormProps) {
  const messages = photoMessagesFor(language)
  return (
    <form id="photo" method="post" action={action}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="uiLanguage" value={language} />
      {article === 0 ? null : <input type="hidden" name="article" value={String(article)} />}
      <PhotoFields language={language} errors={errors} {...fields} />
      <p class="hint">{messages.publishedHint}</p>
      <p class="actions">
        <button type="submit" class="main">
          {messages.save}
        </button>
      </p>
    </form>
  )
}

function MissingVariants({ photo, language }: { photo: Photo; language: Edition }) {
  const messages = photoMessagesFor(language)
  return (
    <form method="post" action={adminHref.photoVariants(photo.id)}>
      <p>{messages.pending}</p>
      <p class="actions">
        <button type="submit">{messages.makeVariants}</button>
      </p>
    </form>
  )
}

function Uses({ uses, language }: { uses: readonly PhotoUse[]; language: Edition }) {
  const messages = photoMessagesFor(language)
  return (
    <ul class="list">
      {uses.map(({ articleId, slug, title, where }) => (
        <li>
          <a href={adminHref.article(articleId)}>
            {title || slug} ({where === 'draft' ? messages.draft : EDITIONS[where].name})
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Asks once more before a photo goes for good; says why not while an article shows it. */
export function PhotoDeletionPage({
  frame,
  photo,
  uses,
}: {
  frame: AdminFrame
  photo: Photo
  uses: readonly PhotoUse[]
}) {
  const { language } = frame.editor
  const messages = photoMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={uses.length > 0 ? messages.inUseTitle : messages.deleteTitle}>
      <Thumbnail photo={photo} />
      <p>{shortName(photo, language)}</p>
      {uses.length > 0 ? (
        <>
          <p>{messages.inUseBody}</p>
          <Uses uses={uses} language={language} />
        </>
      ) : (
        <form method="post" action={adminHref.photoDeletion(photo.id)}>
          <p>{messages.deleteBody}</p>
          <p class="actions">
            <button type="submit" class="main">
              {messages.deleteConfirm}
            </button>
          </p>
        </form>
      )}
      <p>
        <a class="target" href={adminHref.photo(photo.id)}>
          {messages.photo(photo.key)}
        </a>
      </p>
    </AdminDocument>
  )
}
