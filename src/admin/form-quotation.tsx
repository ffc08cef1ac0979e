import { bodyPassages } from '../article/body-places.ts'
import { speakersIn } from '../article/body-speakers.ts'
import type { ArticleContent } from '../article/content.ts'
import type { Choices } from '../db/working-copy.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { Area, Field, type FieldError, fieldId, Select } from '../ui/field.tsx'
import { type Side, sideEdition } from './article-form.ts'
import { controlName } from './form-labels.ts'
import { behind } from './passage-words.ts'
import { FIRST_PLACE, isFilled, placeValue, type TypedQuotation } from './quotation-form.ts'

interface QuotationProps {
  side: Side
  content: ArticleContent
  choices: Choices | null
  typed: TypedQuotation
  language: Edition
  errors: readonly FieldError[]
}

/** A quotation as fields. Its button puts it into the text above; nothing is saved by that. */
export function QuotationFields({ side, content, choices, typed, language, errors }: QuotationProps) {
  const { article } = adminMessagesFor(language)
  const edition = sideEdition(side, content)
  const name = `${side}.quote`
  const body = content.written[edition]?.body ?? ''
  const control = (part: 'speaker' | 'role' | 'words' | 'place') => ({
    ...controlName(`${name}.${part}`, content, language),
    name: `${name}.${part}`,
    value: typed[part],
    ...{ language, errors },
  })
  const { label } = controlName(name, content, language)
  const isOpen = isFilled(typed) || errors.some(({ field }) => field.startsWith(`${name}.`))
  return (
    <details
      open={isOpen ? true : undefined}
      data-behaviour="quotation"
      data-area={fieldId(`${side}.body`)}
      data-quotation={JSON.stringify(messagesFor(edition).quotation)}
      data-caret={article.quote.caret}
      data-done={article.quote.inserted}
    >
      <summary>{label}</summary>
      <p class="hint">{article.quote.hint}</p>
      <div class="cols">
        <Field {...control('speaker')} words={edition} suggestions={speakers(content, choices, edition)} />
        <Field {...control('role')} words={edition} />
      </div>
      <Area {...control('words')} words={edition} rows={3} />
      <Select {...control('place')} {...places(body, typed, language)} />
      <p class="actions">
        <button type="submit" name="quote" value={side}>
          {article.quote.insert(label)}
        </button>
        <span role="status" />
      </p>
    </details>
  )
}

/** Who may well speak: the contacts of the article, and whoever speaks in it already. */
function speakers(content: ArticleContent, choices: Choices | null, edition: Edition): readonly string[] {
  const contacts = content.contacts.flatMap((key) => choices?.contacts.filter((contact) => contact.key === key) ?? [])
  const names = contacts.map(({ words }) => words[edition].name).filter((name) => name !== '')
  return [...new Set([...names, ...speakersIn(content.written[edition]?.body ?? '')])]
}

/** The end is what most people mean. */
function places(body: string, { place }: TypedQuotation, language: Edition) {
  const { first } = photoMessagesFor(language).place
  const options = [
    { value: FIRST_PLACE, label: first },
    ...bodyPassages(body).map((passage, index) => ({
      value: placeValue(passage, index),
      label: behind(passage, language),
    })),
  ]
  const isKnown = options.some(({ value }) => value === place)
  return { options, value: isKnown ? place : (options.at(-1)?.value ?? FIRST_PLACE) }
}
