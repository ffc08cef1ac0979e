import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { FieldError } from '../ui/field.tsx'
import { FORM_SECTIONS, sectionId, sectionOf, sectionTitle } from './form-labels.ts'

/** The parts of the form, each with the number of its mistakes, and the preview. */
export function FormContents({ language, errors }: { language: Edition; errors: readonly FieldError[] }) {
  const { article } = adminMessagesFor(language)
  return (
    <nav class="contents" aria-label={article.contents}>
      <ul>
        {FORM_SECTIONS.map((section) => {
          const count = errors.filter(({ field }) => sectionOf(field) === section).length
          return (
            <li>
              <a href={`#${sectionId(section)}`}>
                {sectionTitle(section, language)}
                {count === 0 ? null : <b class="block">{article.problemsIn(count)}</b>}
              </a>
            </li>
          )
        })}
        <li>
          <a href="#preview-title">{article.preview}</a>
        </li>
      </ul>
    </nav>
  )
}
