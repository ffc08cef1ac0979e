import type { Choices } from '../db/working-copy.ts'
import type { Edition } from '../edition/editions.ts'
import type { Option } from '../ui/field.tsx'
import type { ChosenList } from './article-form.ts'

/** What articles choose from lists, named in the language of the page; none when the lists could not be read. */
export function choiceOptions(choices: Choices | null, language: Edition): Record<ChosenList, readonly Option[]> {
  const { topics = [], contacts = [], boilerplates = [] } = choices ?? {}
  return {
    topics: topics.map(({ key, names }) => ({ value: key, label: names[language] })),
    contacts: contacts.map(({ key, words }) => {
      const { organisation, name } = words[language]
      return { value: key, label: [organisation, name].filter(Boolean).join(' · ') || key }
    }),
    boilerplates: boilerplates.map(({ key, words }) => ({ value: key, label: words[language].heading || key })),
  }
}
