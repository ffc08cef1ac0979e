import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { type FieldError, fieldId } from './field.tsx'

/**
 * Stands first in the main content of a page that answers 422. It takes focus by itself, without a script, and each
 * entry leads to its field (after the component of that name of GOV.UK).
 */
export function ErrorSummary({ errors, language }: { errors: readonly FieldError[]; language: Edition }) {
  if (errors.length === 0) return null
  const { summaryTitle, more } = adminMessagesFor(language).form
  return (
    <div class="error-summary" id="error-summary" tabindex={-1} autofocus>
      <div role="alert">
        <h2>{summaryTitle}</h2>
        <ul>
          {errors.map(({ field, message, where }) => (
            <li>
              <a class="target" href={`#${fieldId(field)}`}>
                {where ? where + more(message) : message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
