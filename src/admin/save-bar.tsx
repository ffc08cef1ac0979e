import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'

/** Stands first in the form, for Enter in a text field: browsers press the first button. Nobody sees or meets it. */
export function DefaultButton() {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: neither Tab nor a screen reader reaches it
  return <button type="submit" class="hidden" tabindex={-1} aria-hidden="true" />
}

/** Stays in reach at the foot of the screen, and tells what became of the text. `state` is what the server knows. */
export function SaveBar({ language, state }: { language: Edition; state: string }) {
  const { article } = adminMessagesFor(language)
  return (
    <div class="save-bar">
      <button type="submit" class="main">
        {article.save}
      </button>
      <span
        role="status"
        data-behaviour="save-state"
        data-saving={article.saving}
        data-saved={article.savedAt('{time}')}
        data-failed={article.notSaved}
        data-conflict={article.conflictShort}
        data-expired={article.signInExpired}
        data-gone={article.gone}
        data-unkept={article.unkept}
      >
        {state}
      </span>
    </div>
  )
}
