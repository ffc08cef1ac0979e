import type { Child } from 'hono/jsx'
import type { ArticleContent, EditionContent } from '../article/content.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { Area, Field, type FieldError } from '../ui/field.tsx'
import { EMPTY_WORDS, GROUPS, type Group, type Side, sideEdition } from './article-form.ts'
import { AddRow, spareRows } from './form-groups.tsx'
import { controlName, sectionId, sectionTitle } from './form-labels.ts'
import { InsertPhoto, Placed } from './lead-photo.tsx'

interface SharedProps {
  language: Edition
  errors: readonly FieldError[]
  /** The group that shall have one more empty row. */
  grow: string
  /** What was just done to the photos or quotations, and where. */
  placed?: { at: Side | 'lead'; message: string } | undefined
}

interface SideProps extends SharedProps {
  side: Side
  content: ArticleContent
  words: EditionContent
  edition: Edition
  /** Journalists are invited: there is a venue. */
  invitation: boolean
}

interface WordsProps extends SharedProps {
  side: Side
  content: ArticleContent
  /** What stands below the text. */
  children?: Child
}

/** The words of one written edition: the same fields in the same order on both sides. */
export function WordsFields({ side, content, children, ...shared }: WordsProps) {
  const edition = sideEdition(side, content)
  const invitation = content.kind === 'media-invitation' || Boolean(content.invitation)
  const props: SideProps = {
    side,
    content,
    words: content.written[edition] ?? EMPTY_WORDS,
    edition,
    invitation,
    ...shared,
  }
  return (
    <section aria-labelledby={sectionId(side)}>
      <h2 id={sectionId(side)}>{sectionTitle(side, shared.language)}</h2>
      <Lines {...props} />
      <Body {...props} />
      {children}
      {(['downloads', 'facts', 'related'] as const).map((group) => (
        <Rows group={group} {...props} />
      ))}
    </section>
  )
}

function Lines({ side, content, words, edition, language, errors, invitation }: SideProps) {
  const { article } = adminMessagesFor(language)
  const line = (part: 'label' | 'title' | 'subtitle' | 'place' | 'venue', hint?: string) => {
    const name = `${side}.${part}`
    const control = { name, hint, language, errors, value: words[part] ?? '', words: edition }
    const named = { ...control, ...controlName(name, content, language) }
    // A headline is longer than a small screen is wide: all of it can be read in an area of two lines.
    return part === 'title' || part === 'subtitle' ? <Area {...named} rows={2} /> : <Field {...named} />
  }
  const summary = `${side}.summary`
  return (
    <>
      {line('title', article.titleHint)}
      {line('subtitle')}
      <div class="cols">
        {line('label', article.labelHint)}
        {line('place', article.placeHint)}
      </div>
      <Area
        {...controlName(summary, content, language)}
        name={summary}
        hint={article.summaryHint}
        language={language}
        errors={errors}
        value={words.summary}
        words={edition}
        rows={3}
      />
      {invitation || words.venue ? line('venue') : null}
    </>
  )
}

function Body({ side, content, words, edition, language, errors, placed }: SideProps) {
  const name = `${side}.body`
  return (
    <>
      <Placed message={placed?.at === side ? placed.message : undefined} />
      <Area
        {...controlName(name, content, language)}
        name={name}
        hint={adminMessagesFor(language).article.bodyHint}
        language={language}
        errors={errors}
        value={words.body}
        words={edition}
        rows={18}
        behaviour="toolbar"
      />
      <InsertPhoto side={side} language={language} />
    </>
  )
}

/** A repeating group: the rows that are filled, and an empty one. It is open where there is anything to look at. */
function Rows({ group, side, content, words, edition, language, errors, grow }: SideProps & { group: Group }) {
  const name = `${side}.${group}`
  const filled: readonly Readonly<Record<string, string>>[] = words[group].map((row) => ({ ...row }))
  const count = filled.length + spareRows(filled.length, grow === name)
  const { label } = controlName(name, content, language)
  const field = (index: number, part: string, isFirst: boolean) => (
    <Field
      {...controlName(`${name}.${index}.${part}`, content, language)}
      name={`${name}.${index}.${part}`}
      language={language}
      errors={errors}
      value={filled[index]?.[part] ?? ''}
      words={part === 'url' ? undefined : edition}
      literal={part === 'url'}
      autofocus={isFirst && grow === name && index === count - 1}
    />
  )
  return (
    <details open={filled.length > 0 || grow === name ? true : undefined}>
      <summary>{label}</summary>
      {Array.from({ length: count }, (_, index) => (
        <fieldset class="row cols">
          <legend>{controlName(`${name}.${index}`, content, language).label}</legend>
          {GROUPS[group].map((part, at) => field(index, part, at === 0))}
        </fieldset>
      ))}
      <AddRow group={name} label={label} filled={filled.length} language={language} />
    </details>
  )
}
