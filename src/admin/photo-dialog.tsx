import type { PhotoPage } from '../db/photos.ts'
import type { Edition } from '../edition/editions.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { adminHref } from '../routes.ts'
import { PhotoCards, shortName } from './photo-cards.tsx'

/**
 * The library over the article form, for its script: a photo goes to the cursor, or to the head of the article. It stays
 * closed without the script; then the buttons that open it lead to the library.
 */
export function PhotoDialog({ language }: { language: Edition }) {
  const { dialog, find, findHint, inserted, lead } = photoMessagesFor(language)
  return (
    <>
      <dialog
        aria-labelledby="photo-dialog-title"
        data-behaviour="photo-dialog"
        data-words-inserted={inserted}
        data-words-lead={lead.set}
        data-words-failed={dialog.failed}
      >
        <div class="dialog-head">
          <h2 id="photo-dialog-title" tabindex={-1} autofocus>
            {dialog.title}
          </h2>
          <form method="dialog">
            <button type="submit">{dialog.close}</button>
          </form>
        </div>
        <search>
          <form
            method="dialog"
            class="field"
            hx-get={adminHref.photoChoice()}
            hx-trigger="submit, input delay:300ms"
            hx-target="#photo-choice"
            hx-swap="innerHTML"
            hx-sync="this:replace"
          >
            <label for="dialog-find">{find}</label>
            <p class="hint" id="dialog-find-hint">
              {findHint}
            </p>
            <input id="dialog-find" type="search" name="q" aria-describedby="dialog-find-hint" autocomplete="off" />
          </form>
        </search>
        <p id="photo-choice-status" role="status">
          {dialog.loading}
        </p>
        <div
          id="photo-choice"
          tabindex={-1}
          hx-get={adminHref.photoChoice()}
          hx-trigger="revealed, again"
          hx-swap="innerHTML"
        />
        <p class="actions">
          <button type="submit" form="article-form" name="photo" value="choose">
            {dialog.library}
          </button>
          <span class="hint">{dialog.libraryHint}</span>
        </p>
      </dialog>
      <p class="hidden" role="status" data-behaviour="photo-status" />
    </>
  )
}

interface PhotoChoiceProps {
  found: PhotoPage
  query: string
  page: number
  language: Edition
}

/** What the dialog lists, and what is said of it. */
export function PhotoChoice({ found, query, page, language }: PhotoChoiceProps) {
  const messages = photoMessagesFor(language)
  const { picker, newer, older, pages } = messages
  const { items, nextPage } = found
  const none = query === '' ? messages.empty : messages.foundNothing
  const turn = (to: number, words: string) => (
    <button type="button" hx-get={adminHref.photoChoice({ q: query, page: to })} hx-target="#photo-choice">
      {words}
    </button>
  )
  return (
    <>
      <PhotoCards
        photos={items}
        language={language}
        actions={(photo) => (
          <div class="actions">
            {(['insert', 'lead'] as const).map((act) => (
              <button type="button" data-act={act} aria-label={picker.one(shortName(photo, language), picker[act])}>
                {picker[act]}
              </button>
            ))}
          </div>
        )}
      />
      {page === 1 && nextPage === null ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
        <div class="actions" role="group" aria-label={pages}>
          {page > 1 ? turn(page - 1, newer) : null}
          {nextPage === null ? null : turn(nextPage, older)}
        </div>
      )}
      <hx-partial hx-target="#photo-choice-status" hx-swap="innerHTML">
        {items.length === 0 ? none : messages.found(items.length)}
      </hx-partial>
    </>
  )
}
