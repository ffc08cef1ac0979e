import type { Photo } from '../article/photo.ts'
import type { Edition } from '../edition/editions.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { fieldId } from '../ui/field.tsx'
import { PhotoFacts, PhotoName, Thumbnail } from './photo-cards.tsx'

interface LeadPhotoProps {
  /** The key that the article names; '' for none. */
  chosen: string
  /** Its record; null when there is none, undefined when nobody could look. */
  photo: Photo | null | undefined
  language: Edition
  /** What was just done here. */
  placed?: string | undefined
}

/** The photo at the head of the article. Choosing another one saves the form first, so that nothing typed is lost. */
export function LeadPhoto({ chosen, photo, language, placed }: LeadPhotoProps) {
  const { lead, insertHint } = photoMessagesFor(language)
  return (
    <fieldset class="row" id={fieldId('leadPhoto')} tabindex={-1} data-behaviour="lead-photo">
      <legend>{lead.title}</legend>
      <Placed message={placed} />
      <input type="hidden" name="leadPhoto" value={chosen} />
      <p class="hint">{lead.hint}</p>
      <div class="photo-line" data-part="photo">
        {photo ? <Chosen photo={photo} language={language} /> : <p>{withoutRecord({ chosen, photo, language })}</p>}
      </div>
      <div class="actions">
        <button type="submit" name="photo" value="choose" data-behaviour="htmx" data-words-chosen={lead.change}>
          {chosen === '' ? lead.choose : lead.change}
        </button>
        <button type="submit" name="photo" value="remove" hidden={chosen === '' ? true : undefined}>
          {lead.remove}
        </button>
      </div>
      <p class="hint" data-part="hint">
        {insertHint}
      </p>
    </fieldset>
  )
}

function Chosen({ photo, language }: { photo: Photo; language: Edition }) {
  return (
    <>
      <Thumbnail photo={photo} />
      <div>
        <p>
          <PhotoName photo={photo} language={language} />
        </p>
        <PhotoFacts photo={photo} language={language} />
      </div>
    </>
  )
}

function withoutRecord({ chosen, photo, language }: Pick<LeadPhotoProps, 'chosen' | 'photo' | 'language'>): string {
  const messages = photoMessagesFor(language)
  if (chosen === '') return messages.lead.none
  return photo === null ? messages.lead.gone(chosen) : messages.photo(chosen)
}

/** Says what was done at the place where it was done; the address of the page leads here, and focus with it. */
export function Placed({ message }: { message: string | undefined }) {
  if (message === undefined) return null
  return (
    <p class="done" id="placed" tabindex={-1} role="status" autofocus>
      {message}
    </p>
  )
}

/** Opens the library for a photo in the text; saves the form first. Where scripts run, the toolbar has its place. */
export function InsertPhoto({ side, language }: { side: 'zh' | 'en'; language: Edition }) {
  const { insert } = photoMessagesFor(language)
  return (
    <p class="actions" data-behaviour="insert-photo">
      <button type="submit" name="photo" value="choose">
        {insert[side]}
      </button>
    </p>
  )
}
