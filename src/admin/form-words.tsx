import type { ArticleContent, EditionContent } from '../article/content.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { Area, Field, type FieldError } from '../ui/field.tsx'
import { EMPTY_WORDS, GROUPS, type Group, type Side, sideEdition } from './article-form.ts'
import { AddRow, spareRows } from './form-groups.tsx'

interface SharedProps {
  language: Edition
  errors: readonly FieldError[]
  /** The group that shall have one more empty row. */
  grow: string
}

interface SideProps extends SharedProps {
  side: Side
  words: EditionContent
  edition: Edition
  /** Journalists are invited: there is a venue. */
  invitation: boolean
}

/** The words of one written edition: the same fields in the same order on both sides. */
export function WordsFields({ side, content, ...shared }: SharedProps & { side: Side; content: ArticleContent }) {
  const { article } = adminMessagesFor(shared.language)
  const edition = sideEdition(side, content)
  const invitation = content.kind === 'media-invitation' || Boolean(content.invitation)
  const props: SideProps = { side, words: content.written[edition] ?? EMPTY_WORDS, edition, invitation, ...shared }
  return (
    <section aria-labelledby={`side-${side}`}>
      <h2 id={`side-${side}`}>{side === 'zh' ? article.sideZh(EDITIONS[edition].name) : article.sideEn}</h2>
      <Lines {...props} />
      <Body {...props} />
      {(['downloads', 'facts', 'related'] as const).map((group) => (
        <Rows group={group} {...props} />
      ))}
    </section>
  )
}

function Lines({ side, words, edition, language, errors, invitation }: SideProps) {
  const { article } = adminMessagesFor(language)
  const line = (name: 'label' | 'title' | 'subtitle' | 'place' | 'venue', hint?: string) => (
    <Field
      name={`${side}.${name}`}
      label={article.words[name]}
      hint={hint}
      language={language}
      errors={errors}
      value={words[name] ?? ''}
      words={edition}
    />
  )
  return (
    <>
      {line('title', side === 'zh' ? article.titleHint : undefined)}
      {line('subtitle')}
      {line('label', article.labelHint)}
      <Area
        name={`${side}.summary`}
        label={article.words.summary}
        hint={article.summaryHint}
        language={language}
        errors={errors}
        value={words.summary}
        words={edition}
        rows={3}
      />
      {line('place', article.placeHint)}
      {invitation || words.venue ? line('venue') : null}
    </>
  )
}

function Body({ side, words, edition, language, errors }: SideProps) {
  const { article } = adminMessagesFor(language)
  return (
    <Area
      name={`${side}.body`}
      label={article.words.body}
      hint={article.bodyHint}
      language={language}
      errors={errors}
      value={words.body}
      words={edition}
      rows={18}
      behaviour="toolbar"
    />
  )
}

/** A repeating group: the rows that are filled, and an empty one. */
function Rows({ group, side, words, edition, language, errors, grow }: SideProps & { group: Group }) {
  const { article } = adminMessagesFor(language)
  const name = `${side}.${group}`
  const filled: readonly Readonly<Record<string, string>>[] = words[group].map((row) => ({ ...row }))
  const count = filled.length + spareRows(grow === name)
  return (
    <details open={filled.length > 0 || grow === name ? true : undefined}>
      <summary>{article.groups[group]}</summary>
      {Array.from({ length: count }, (_, index) => (
        <fieldset class="row">
          <legend>{`${article.groups[group]} ${index + 1}`}</legend>
          {GROUPS[group].map((part) => (
            <Field
              name={`${name}.${index}.${part}`}
              label={article.parts[part]}
              language={language}
              errors={errors}
              value={filled[index]?.[part] ?? ''}
              words={part === 'url' ? undefined : edition}
            />
          ))}
        </fieldset>
      ))}
      <AddRow group={name} language={language} />
    </details>
  )
}
