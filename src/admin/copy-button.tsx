import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { fieldId } from '../ui/field.tsx'

/** Shown by the script: without it there is nothing that it could do. */
export function CopyButton({ from, label, language }: { from: string; label: string; language: Edition }) {
  const { email: messages } = photoMessagesFor(language)
  return (
    <p>
      <button
        type="button"
        data-behaviour="copy"
        data-from={fieldId(from)}
        data-done={messages.copied}
        aria-label={messages.copy + adminMessagesFor(language).form.more(label)}
        hidden
      >
        {messages.copy}
      </button>{' '}
      <span role="status" />
    </p>
  )
}
