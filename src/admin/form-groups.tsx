import type { ArticleContent } from '../article/content.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { Field, type FieldError, fieldId, type Option } from '../ui/field.tsx'

/** Empty rows of a group: one to type into, and one more for whoever pressed "add a row". */
export function spareRows(grown: boolean): number {
  return grown ? 2 : 1
}

/** Sends the form to itself: it comes back as typed, with one more row. Works without a script. */
export function AddRow({ group, language }: { group: string; language: Edition }) {
  const { article } = adminMessagesFor(language)
  return (
    <p>
      <button type="submit" name="add" value={group}>
        {article.addRow}
      </button>
    </p>
  )
}

interface ChosenProps {
  list: 'topics' | 'contacts' | 'boilerplates'
  chosen: readonly string[]
  options: readonly Option[]
  language: Edition
  errors: readonly FieldError[]
  grow: string
}

/** What the article takes from a list of the site, in the order in which readers see it: one control each. */
export function Chosen({ list, chosen, options, language, grow }: ChosenProps) {
  const { article } = adminMessagesFor(language)
  const count = chosen.length + spareRows(grow === list)
  return (
    <fieldset class="row">
      <legend>{article.lists[list]}</legend>
      {Array.from({ length: count }, (_, index) => {
        const key = chosen[index] ?? ''
        const known = key === '' || options.some(({ value }) => value === key)
        const id = fieldId(`${list}.${index}`)
        return (
          <div class="field">
            <label for={id}>{`${article.listItems[list]} ${index + 1}`}</label>
            <select id={id} name={list}>
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
      <AddRow group={list} language={language} />
    </fieldset>
  )
}

/** What the conversion of this article must do differently. */
export function Overrides({
  content,
  language,
  errors,
  grow,
}: {
  content: ArticleContent
  language: Edition
  errors: readonly FieldError[]
  grow: string
}) {
  const { article } = adminMessagesFor(language)
  const { overrides, sourceEdition } = content
  const derived = sourceEdition === 'zh-hant' ? 'zh-hans' : 'zh-hant'
  const count = overrides.length + spareRows(grow === 'overrides')
  return (
    <details open={overrides.length > 0 || grow === 'overrides' ? true : undefined}>
      <summary>{article.overrides}</summary>
      <p class="hint">{article.overridesHint}</p>
      {Array.from({ length: count }, (_, index) => {
        const row = overrides[index] ?? { from: '', to: '', note: '' }
        const shared = { language, errors }
        return (
          <fieldset class="row">
            <legend>{`${article.override} ${index + 1}`}</legend>
            <Field
              name={`overrides.${index}.from`}
              label={article.parts.from}
              value={row.from}
              words={sourceEdition}
              {...shared}
            />
            <Field name={`overrides.${index}.to`} label={article.parts.to} value={row.to} words={derived} {...shared} />
            <Field name={`overrides.${index}.note`} label={article.parts.note} value={row.note} {...shared} />
          </fieldset>
        )
      })}
      <AddRow group="overrides" language={language} />
    </details>
  )
}
