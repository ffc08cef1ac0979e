import type { ArticleContent } from '../article/content.ts'
import { type Photo, photoKeysIn } from '../article/photo.ts'
import type { PhotoPage } from '../db/photos.ts'
import type { Edition } from '../edition/editions.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { headingOf } from './article.tsx'
import { ArticleTabs } from './article-tabs.tsx'
import { FindPhotos, FoundPhotos, shortName } from './photo-cards.tsx'
import { UploadForm } from './photo-fields.tsx'
import type { TypedPhoto } from './photo-form.ts'

interface ArticlePhotosProps {
  frame: AdminFrame
  articleId: number
  content: ArticleContent
  /** The revision that a choice is made on. */
  version: number
  found: PhotoPage
  query: string
  page: number
  typed: TypedPhoto
  errors?: readonly FieldError[]
}

/** The library as an article chooses from it: a photo is put at the head, or into the text, or uploaded first. */
export function ArticlePhotosPage(props: ArticlePhotosProps) {
  const { frame, articleId, content, version, found, query, page, typed, errors = [] } = props
  const { language } = frame.editor
  const { picker, intro } = photoMessagesFor(language)
  const inText = new Set(photoKeysIn({ written: content.written }))
  return (
    <AdminDocument
      frame={frame}
      title={picker.title(headingOf(content, language))}
      errors={errors}
      form={{ id: 'upload', action: adminHref.articlePhotos(articleId) }}
      wide
    >
      <ArticleTabs articleId={articleId} editor={frame.editor} />
      <p>
        <a class="target" href={adminHref.article(articleId)}>
          {picker.back}
        </a>
      </p>
      <details open={errors.length > 0 || frame.isKept ? true : undefined}>
        <summary>{picker.upload}</summary>
        <p>{intro}</p>
        <UploadForm {...{ language, typed, errors }} action={adminHref.articlePhotos(articleId)} />
      </details>
      <FindPhotos language={language} query={query} action={adminHref.articlePhotos(articleId)} />
      <form method="post" action={adminHref.articlePhotos(articleId)}>
        <input type="hidden" name="version" value={String(version)} />
        <FoundPhotos
          {...{ found, photos: found.items, language, query, page }}
          address={(other) => adminHref.articlePhotos(articleId, { q: query, page: other })}
          actions={(photo) => (
            <Acts
              {...{ photo, articleId, language }}
              isLead={content.leadPhoto === photo.key}
              isInText={inText.has(photo.key)}
            />
          )}
        />
      </form>
    </AdminDocument>
  )
}

interface ActsProps {
  photo: Photo
  articleId: number
  isLead: boolean
  isInText: boolean
  language: Edition
}

/** What an article can do with a photo, each act under a name of its own. */
function Acts({ photo, articleId, isLead, isInText, language }: ActsProps) {
  const { picker } = photoMessagesFor(language)
  const name = shortName(photo, language)
  const address = adminHref.articlePhoto(articleId, photo.id)
  return (
    <div class="actions">
      {isLead ? (
        <b>{picker.isLead}</b>
      ) : (
        <button type="submit" name="as" value="lead" formaction={address} aria-label={picker.one(name, picker.lead)}>
          {picker.lead}
        </button>
      )}
      <a class="button" href={address} aria-label={picker.one(name, picker.insert)}>
        {picker.insert}
      </a>
      {isInText ? <b>{picker.isInText}</b> : null}
    </div>
  )
}
