import type { ArticleContent } from '../article/content.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { deskMessagesFor } from '../edition/messages/admin-desk.ts'
import { adminHref } from '../routes.ts'
import { type FieldError, fieldId, type Option } from '../ui/field.tsx'
import { type ChosenList, ROWS_MAX } from './article-form.ts'

/** Empty rows of a group: one to type into, and one more for whoever pressed "add a row"; none beyond what is read. */
export function spareRows(filled: number, grown: boolean): number {
  return Math.max(0, Math.min(grown ? 2 : 1, ROWS_MAX - filled))
}

interface AddRowProps {
  group: string
  label: string
  /** Rows that are there. */
  filled: number
  language: Edition
}

/** Sends the form to itself: it comes back as typed, with one more row. Works without a script. */
export function AddRow({ group, label, filled, language }: AddRowProps) {
  const { article } = adminMessagesFor(language)
  if (filled >= ROWS_MAX) return null
  return (
    <p class="actions">
      <button type="submit" name="add" value={group}>
        {article.addRow(label)}
      </button>
    </p>
  )
}

interface ChosenProps {
  list: ChosenList
  chosen: readonly string[]
  options: readonly Option[]
  language: Edition
  errors: readonly FieldError[]
  grow: string
}

/** What the article takes from a list of the site, in the order in which readers see it: one control each. */
export function Chosen({ list, chosen, options, language, grow }: ChosenProps) {
  const { article } = adminMessagesFor(language)
  const count = chosen.length + spareRows(chosen.length, grow === list)
  return (
    <fieldset class="row cols">
      <legend>{article.lists[list]}</legend>
      {Array.from({ length: count }, (_, index) => {
        const key = chosen[index] ?? ''
        const known = key === '' || options.some(({ value }) => value === key)
        const id = fieldId(`${list}.${index}`)
        return (
          <div class="field">
            <label for={id}>{`${article.listItems[list]} ${index + 1}`}</label>
            <select id={id} name={list} autofocus={grow === list && index === count - 1 ? true : undefined}>
              <option value="">{article.none}</option>
              {[...options, ...(known ? [] : [{ value: key, label: key }])].map((option) => (
                <option value={option.value} selected={option.value === key ? true : undefined}>
                  {option.label}
                </option>
              ))}
            </select>
          </div>
        )
      })}
      <AddRow group={list} label={article.listItems[list]} filled={chosen.length} language={language} />
    </fieldset>
  )
}

/** What was decided about the conversion: carried along unseen, and changed on the desk. */
export function Overrides({
  articleId,
  content,
  language,
}: {
  articleId: number
  content: ArticleContent
  language: Edition
}) {
  const { overrides } = content
  return (
    <p>
      {overrides.map((override, index) =>
        (['from', 'to', 'note'] as const).map((part) => (
          <input type="hidden" name={`overrides.${index}.${part}`} value={override[part]} />
        )),
      )}
      {deskMessagesFor(language).carried(overrides.length)}{' '}
      <a class="target" href={adminHref.conversion(articleId)}>
        {deskMessagesFor(language).toDesk}
      </a>
    </p>
  )
}
