import type { Child } from 'hono/jsx'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'

/** Something wrong with what was typed into the field of that name. */
export interface FieldError {
  field: string
  message: string
  /** What the field is called, where the message alone does not tell which one is meant. */
  where?: string | undefined
}

interface Common {
  /** Name of the control; its id follows from it. */
  name: string
  label: string
  /** What screen readers add to the label where others see it from the surroundings: the group with its number. */
  context?: string | undefined
  /** Language of the form around the field. */
  language: Edition
  hint?: string | undefined
  errors?: readonly FieldError[]
  /** Said in words, and checked by the server: the browser would refuse a draft that may well be incomplete. */
  required?: boolean
}

/** The id of a control, which error summaries and checklists link to. */
export function fieldId(name: string): string {
  return `f-${name}`
}

/** What a control needs so that a screen reader says label, hint and error together. */
function described({ name, hint, errors = [], required }: Common) {
  const error = errors.find(({ field }) => field === name)
  const ids = [hint ? `${fieldId(name)}-hint` : '', error ? `${fieldId(name)}-error` : ''].filter(Boolean)
  return {
    error,
    attributes: {
      id: fieldId(name),
      name,
      'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
      'aria-invalid': error ? ('true' as const) : undefined,
      'aria-required': required ? ('true' as const) : undefined,
    },
  }
}

function Labelled(props: Common & { children?: Child }) {
  const { name, label, context, language, hint, required, children } = props
  const { error } = described(props)
  const words = adminMessagesFor(language).form
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={fieldId(name)}>
        {label}
        {context ? <span class="hidden">{words.more(context)}</span> : null}
        {required ? <span class="required"> {words.required}</span> : null}
      </label>
      {hint ? (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${fieldId(name)}-error`}>
          <b>{words.errorPrefix}</b>
          {error.message}
        </p>
      ) : null}
      {children}
    </div>
  )
}

interface InputProps extends Common {
  value: string
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'datetime-local' | 'search'
  autocomplete?: string
  /** The edition whose words are typed here: decides spelling, voice and glyphs. */
  words?: Edition | undefined
  /** About as many characters wide; full width if absent. */
  size?: number
  /** To be copied, not changed. */
  readonly?: boolean
  /** What is likely to be typed. */
  suggestions?: readonly string[]
  /** An address or a key: nothing to be capitalised or corrected. */
  literal?: boolean
  /** Focus begins here, because the form came back for this field. */
  autofocus?: boolean
}

/** One line of text. */
export function Field(props: InputProps) {
  const {
    value,
    type = 'text',
    autocomplete = 'off',
    words,
    size,
    readonly,
    literal,
    autofocus,
    suggestions = [],
  } = props
  const listId = suggestions.length > 0 ? `${fieldId(props.name)}-list` : undefined
  const { attributes } = described(props)
  return (
    <Labelled {...props}>
      <input
        {...attributes}
        type={type}
        value={value}
        autocomplete={autocomplete}
        lang={words && EDITIONS[words].lang}
        size={size}
        class={size ? 'short' : undefined}
        readonly={readonly ? true : undefined}
        autocapitalize={literal ? 'none' : undefined}
        list={listId}
        autofocus={autofocus ? true : undefined}
      />
      {listId ? (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option value={suggestion} />
          ))}
        </datalist>
      ) : null}
    </Labelled>
  )
}

interface AreaProps extends Common {
  value: string
  rows?: number
  words?: Edition | undefined
  /** Name of a client behaviour, such as the Markdown toolbar. */
  behaviour?: string
  /** To be copied, not changed. */
  readonly?: boolean
}

/** Several lines of text. A line break directly behind the tag would be swallowed by the parser, hence the extra one. */
export function Area(props: AreaProps) {
  const { value, rows = 4, words, behaviour, readonly } = props
  const { attributes } = described(props)
  return (
    <Labelled {...props}>
      <textarea
        {...attributes}
        rows={rows}
        lang={words && EDITIONS[words].lang}
        data-behaviour={behaviour}
        readonly={readonly ? true : undefined}
        autocomplete="off"
      >{`\n${value}`}</textarea>
    </Labelled>
  )
}

export interface Option {
  value: string
  label: string
  lang?: string
}

/** One out of a list. */
export function Select(props: Common & { value: string; options: readonly Option[] }) {
  const { value, options } = props
  const { attributes } = described(props)
  return (
    <Labelled {...props}>
      <select {...attributes}>
        {options.map((option) => (
          <option value={option.value} lang={option.lang} selected={option.value === value ? true : undefined}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

interface ChoicesProps extends Common {
  type: 'radio' | 'checkbox'
  values: readonly string[]
  options: readonly (Option & { hint?: string | undefined; disabled?: boolean })[]
}

/** A group of radio buttons or check boxes under one question. */
export function Choices(props: ChoicesProps) {
  const { name, label, language, hint, type, values, options, required } = props
  const { error, attributes } = described(props)
  const words = adminMessagesFor(language).form
  return (
    <fieldset
      class={error ? 'field wrong' : 'field'}
      id={attributes.id}
      tabindex={-1}
      aria-describedby={attributes['aria-describedby']}
    >
      <legend>
        {label}
        {required ? <span class="required"> {words.required}</span> : null}
      </legend>
      {hint ? (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${fieldId(name)}-error`}>
          <b>{words.errorPrefix}</b>
          {error.message}
        </p>
      ) : null}
      {options.map((option) => (
        <Choice name={name} type={type} option={option} checked={values.includes(option.value)} />
      ))}
    </fieldset>
  )
}

function Choice({
  name,
  type,
  option,
  checked,
}: {
  name: string
  type: 'radio' | 'checkbox'
  option: ChoicesProps['options'][number]
  checked: boolean
}) {
  const id = `${fieldId(name)}-${option.value}`
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked ? true : undefined}
        disabled={option.disabled ? true : undefined}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <label for={id} lang={option.lang}>
        {option.label}
      </label>
      {option.hint ? (
        <p class="hint" id={`${id}-hint`}>
          {option.hint}
        </p>
      ) : null}
    </div>
  )
}
