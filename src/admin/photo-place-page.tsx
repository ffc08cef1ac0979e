import type { Photo } from '../article/photo.ts'
import type { Edition } from '../edition/editions.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { adminHref } from '../routes.ts'
import { type FieldError, Select } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { ArticleTabs } from './article-tabs.tsx'
import { behind } from './passage-words.ts'
import { PhotoFacts, shortName, Thumbnail } from './photo-cards.tsx'
import { NOWHERE, type Places, placeField, type SidePlaces } from './photo-place.ts'

interface PhotoPlaceProps {
  frame: AdminFrame
  articleId: number
  /** The revision whose places these are. */
  version: number
  photo: Photo
  isLead: boolean
  places: Places
  /** What was chosen, by the name of the control. */
  chosen?: (field: string) => string
  errors?: readonly FieldError[]
  done?: string | undefined
  /** Said above the form, e.g. that somebody else was faster. */
  alarm?: string
}

/** One photo and where in the article it can go. */
export function PhotoPlacePage(props: PhotoPlaceProps) {
  const { frame, articleId, version, photo, isLead, errors = [], done, alarm } = props
  const { language } = frame.editor
  const { picker, place } = photoMessagesFor(language)
  const form = { id: 'place', action: adminHref.articlePhoto(articleId, photo.id) }
  return (
    <AdminDocument
      frame={frame}
      title={place.title(shortName(photo, language))}
      errors={errors}
      done={done}
      form={form}
    >
      <ArticleTabs articleId={articleId} editor={frame.editor} />
      {alarm ? (
        <div class="notice alarm" role="alert">
          <p>{alarm}</p>
        </div>
      ) : null}
      <Thumbnail photo={photo} />
      <PhotoFacts photo={photo} language={language} />
      {photo.description === 'undecided' ? (
        <div class="notice alarm">
          <p>{place.undecided}</p>
          <p>
            <a class="target" href={adminHref.photo(photo.id, articleId)}>
              {place.decide}
            </a>
          </p>
        </div>
      ) : null}
      <form id={form.id} method="post" action={form.action}>
        <input type="hidden" name="version" value={String(version)} />
        <h2>{place.text}</h2>
        <Choice {...props} language={language} />
        <p class="actions">
          <button type="submit" class="main" name="as" value="text">
            {place.insert}
          </button>
        </p>
        <h2>{photoMessagesFor(language).lead.title}</h2>
        {isLead ? (
          <p>{picker.isLead}</p>
        ) : (
          <>
            <p>{place.leadIntro}</p>
            <p class="actions">
              <button type="submit" name="as" value="lead">
                {picker.lead}
              </button>
            </p>
          </>
        )}
      </form>
      <p class="actions">
        <a class="target" href={adminHref.articlePhotos(articleId)}>
          {place.other}
        </a>
        <a class="target" href={adminHref.article(articleId)}>
          {picker.back}
        </a>
      </p>
    </AdminDocument>
  )
}

/** One control where one place says it for all texts, else one for each text. */
function Choice({ places, chosen, errors = [], language }: PhotoPlaceProps & { language: Edition }) {
  const { place } = photoMessagesFor(language)
  const { sides, same } = places
  const read = language === 'en' ? sides.at(-1) : sides[0]
  const control = ({ side, passages }: SidePlaces, label: string) => {
    const name = placeField(side, places)
    return (
      <Select
        {...{ name, label, language, errors }}
        value={chosen?.(name) || String(passages.length)}
        options={[
          ...(same ? [] : [{ value: NOWHERE, label: place.skip }]),
          { value: '0', label: place.first },
          ...passages.map((passage, index) => ({ value: String(index + 1), label: behind(passage, language) })),
        ]}
      />
    )
  }
  return (
    <>
      {sides.length > 1 ? <p>{same ? place.same : place.different}</p> : null}
      {same && read ? control(read, place.both) : sides.map((one) => control(one, place.sides[one.side]))}
    </>
  )
}
