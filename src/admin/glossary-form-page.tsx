import type { Child } from 'hono/jsx'
import { GLOSSARY_DIRECTIONS, GLOSSARY_KINDS } from '../convert/glossary.ts'
import type { GlossaryRow } from '../db/glossary.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { glossaryMessagesFor } from '../edition/messages/admin-glossary.ts'
import type { Trial } from '../newsroom/glossary-trial.ts'
import { adminHref } from '../routes.ts'
import { Choices, Field, type FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import type { TypedEntry } from './glossary-form.ts'
import { EntryWords } from './glossary-list-page.tsx'
import { TrialResult } from './glossary-trial.tsx'

export interface EntryFormProps {
  frame: AdminFrame
  /** 0 for a new entry. */
  id: number
  typed: TypedEntry
  /** Null while the entry is not complete. */
  trial: Trial | null
  errors?: readonly FieldError[]
  /** Another entry that decides the same text. */
  clash?: GlossaryRow | null
  /** Said above the form, e.g. that nothing was saved. */
  alarm?: string | undefined
  done?: string | undefined
  children?: Child
}

/** The form of an entry, new or stored. */
export function EntryFormPage({ frame, id, errors = [], clash, alarm, done, children, ...form }: EntryFormProps) {
  const { language } = frame.editor
  const messages = glossaryMessagesFor(language)
  const { records } = adminMessagesFor(language)
  return (
    <AdminDocument
      frame={frame}
      title={id > 0 ? records.change(messages.entry(id)) : messages.add}
      {...{ errors, alarm, done }}
      form={{ id: 'entry', action: actionOf(id) }}
    >
      {done && children ? (
        <p>
          <a class="target" href="#impact">
            {messages.see}
          </a>
        </p>
      ) : null}
      {clash ? (
        <p class="notice">
          <a class="target" href={adminHref.glossaryEntry(clash.id)}>
            <EntryWords words={clash} language={language} />
          </a>
        </p>
      ) : null}
      <EntryForm {...form} {...{ id, language, errors }} />
      {children}
    </AdminDocument>
  )
}

interface FormProps extends Pick<EntryFormProps, 'id' | 'typed' | 'trial'> {
  language: Edition
  errors: readonly FieldError[]
}

function actionOf(id: number): string {
  return id > 0 ? adminHref.glossaryEntry(id) : adminHref.glossary()
}

/** The button that shows what the typed entry would change in older articles. */
export function OlderImpact({ id, before, language }: { id: number; before: string; language: Edition }) {
  const formaction = adminHref.glossaryImpact(actionOf(id), before)
  return (
    <button type="submit" form="entry" name="act" value="see" formaction={formaction}>
      {glossaryMessagesFor(language).older}
    </button>
  )
}

/** A failure is no result. */
const LIVE = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' }

function EntryForm({ id, typed, trial, ...shared }: FormProps) {
  const { language } = shared
  const messages = glossaryMessagesFor(language)
  const { records } = adminMessagesFor(language)
  const address = actionOf(id)
  return (
    <form
      id="entry"
      method="post"
      action={address}
      novalidate
      data-behaviour="htmx"
      hx-post={adminHref.glossaryTrial()}
      hx-trigger="input delay:400ms"
      hx-target="#trial-result"
      hx-sync="this:replace"
      {...LIVE}
    >
      <input type="hidden" name="version" value={String(typed.baseVersion)} />
      <input type="hidden" name="id" value={String(id)} />
      <input type="hidden" name="uiLanguage" value={language} />
      <EntryFields typed={typed} {...shared} />
      <fieldset class="row" id="trial">
        <legend>{messages.trial}</legend>
        <Field
          {...shared}
          name="sentence"
          label={messages.sentence}
          hint={messages.sentenceHint}
          value={typed.sentence}
          words="zh-hant"
        />
        <p class="actions">
          <button type="submit" name="act" value="try" formaction={`${address}#trial`}>
            {messages.trial}
          </button>
        </p>
        <div id="trial-result">
          <TrialResult trial={trial} kind={typed.kind} sentence={typed.sentence} language={language} />
        </div>
      </fieldset>
      <p class="actions">
        <button type="submit" name="act" value="save" class="main">
          {id > 0 ? records.save : records.add}
        </button>
        <button type="submit" name="act" value="see" formaction={adminHref.glossaryImpact(address)}>
          {messages.see}
        </button>
      </p>
    </form>
  )
}

function EntryFields({ typed, ...shared }: Pick<FormProps, 'typed' | 'language' | 'errors'>) {
  const messages = glossaryMessagesFor(shared.language)
  const options = <Value extends string>(
    values: readonly Value[],
    labels: Record<Value, string>,
    hints: Record<Value, string>,
  ) => values.map((value) => ({ value, label: labels[value], hint: hints[value] }))
  return (
    <>
      <Choices
        {...shared}
        name="kind"
        label={messages.kind}
        type="radio"
        values={[typed.kind]}
        options={options(GLOSSARY_KINDS, messages.kinds, messages.kindHints)}
      />
      <div class="cols">
        <Field {...shared} name="hant" label={messages.hant} value={typed.hant} words="zh-hant" required />
        <Field {...shared} name="hans" label={messages.hans} value={typed.hans} words="zh-hans" required />
      </div>
      <Choices
        {...shared}
        name="direction"
        label={messages.direction}
        type="radio"
        values={[typed.direction]}
        options={options(GLOSSARY_DIRECTIONS, messages.directions, messages.directionHints)}
      />
      <Field {...shared} name="note" label={messages.note} value={typed.note} words="zh-hant" />
    </>
  )
}
