import type { TypedWords } from '../article/derived-words.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { Area, Field, type FieldError } from '../ui/field.tsx'

interface EditionWordsProps {
  name: string
  label: string
  typed: TypedWords
  type: 'line' | 'paragraph' | 'markdown'
  required: boolean
  language: Edition
  errors: readonly FieldError[]
  hint?: string | undefined
  /** Simplified text that an editor wrote for an older Traditional text; '' if there is none. */
  outlived?: string | undefined
}

const ROWS = { line: 1, paragraph: 3, markdown: 8 } as const

/** One thing said in three editions: two are written, the Simplified one is made and may be written over. */
export function EditionWords({ name, label, typed, type, required, hint, outlived, ...shared }: EditionWordsProps) {
  const { form, records } = adminMessagesFor(shared.language)
  return (
    <fieldset class="row">
      <legend>{label}</legend>
      {hint ? <p class="hint">{hint}</p> : null}
      {EDITION_KEYS.map((edition) => {
        const isDerived = edition === 'zh-hans'
        const control = {
          ...shared,
          name: `${name}.${edition}`,
          label: form.inEdition(label, form.editions[edition]),
          hint: isDerived ? (typed.kept ? records.byHandHint : records.derivedHint) : undefined,
          value: typed[edition],
          words: edition,
          required: required && !isDerived,
        }
        return type === 'line' ? <Field {...control} /> : <Area {...control} rows={ROWS[type]} />
      })}
      {outlived ? (
        <p class="notice">
          {records.outlivedBefore}
          <span lang={EDITIONS['zh-hans'].lang}>{outlived}</span>
        </p>
      ) : null}
      <HiddenValues pairs={knownPairs(name, typed)} />
    </fieldset>
  )
}

/** What the form must remember about the Simplified text. */
function knownPairs(name: string, { made, kept, keptFor }: TypedWords): readonly [string, string][] {
  return [
    [`${name}.made`, made],
    [`${name}.kept`, kept],
    [`${name}.keptFor`, keptFor],
  ]
}

/** The same things as hidden controls, named as in their form. */
export function wordPairs(name: string, typed: TypedWords): readonly [string, string][] {
  return [
    ...EDITION_KEYS.map((edition): [string, string] => [`${name}.${edition}`, typed[edition]]),
    ...knownPairs(name, typed),
  ]
}

/** Values that a form carries along. A text area keeps line breaks; a line break behind its tag would be swallowed. */
export function HiddenValues({ pairs }: { pairs: readonly (readonly [string, string])[] }) {
  return (
    <>
      {pairs
        .filter(([, value]) => value !== '')
        .map(([name, value]) =>
          value.includes('\n') ? (
            <textarea name={name} hidden>{`\n${value}`}</textarea>
          ) : (
            <input type="hidden" name={name} value={value} />
          ),
        )}
    </>
  )
}
