import type { PublicArticle, QuotesChoice, SiteSettings } from '../db/settings.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'
import { type FieldError, type Option, Select } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { EditionWords } from './edition-words.tsx'
import { SITE_FIELDS, type TypedSite } from './settings-form.ts'

interface SettingsProps {
  frame: AdminFrame
  typed: TypedSite
  /** The versions that were on the screen. */
  versions: Pick<SiteSettings, 'siteVersion' | 'leadVersion' | 'quotesVersion'>
  lead: string
  quotes: QuotesChoice
  articles: readonly PublicArticle[]
  errors?: readonly FieldError[]
  outlived?: Partial<Record<string, string>>
  done?: string | undefined
}

/** One form with a button for each part, so that no part is lost while another is saved or its language changes. */
export function SettingsPage({ frame, done, errors = [], ...props }: SettingsProps) {
  const { language } = frame.editor
  const { settings: messages } = adminMessagesFor(language)
  const form = { id: 'settings', action: adminHref.settings() }
  const { siteVersion, leadVersion, quotesVersion } = props.versions
  return (
    <AdminDocument frame={frame} title={messages.title} errors={errors} done={done} form={form}>
      <p>{messages.atOnce}</p>
      <form id={form.id} method="post" action={form.action} novalidate>
        <input type="hidden" name="version" value={String(siteVersion)} />
        <input type="hidden" name="leadVersion" value={String(leadVersion)} />
        <input type="hidden" name="quotesVersion" value={String(quotesVersion)} />
        <Words {...props} language={language} errors={errors} />
        <Lead {...props} language={language} errors={errors} />
        <Quotes {...props} language={language} errors={errors} />
      </form>
    </AdminDocument>
  )
}

type PartProps = Omit<SettingsProps, 'frame' | 'done' | 'errors'> & {
  language: Edition
  errors: readonly FieldError[]
}

function Words({ typed, outlived = {}, language, errors }: PartProps) {
  const { settings: messages, records } = adminMessagesFor(language)
  return (
    <>
      <h2>{messages.names}</h2>
      {SITE_FIELDS.map(({ name, type, required }) => (
        <EditionWords
          name={name}
          label={messages.words[name]}
          hint={name === 'notice' ? messages.noticeHint : undefined}
          typed={typed[name]}
          outlived={outlived[name]}
          {...{ type, required, language, errors }}
        />
      ))}
      <p class="actions">
        <button type="submit" class="main">
          {records.save}
        </button>
      </p>
    </>
  )
}

function Lead({ lead, articles, language, errors }: PartProps) {
  const { settings: messages } = adminMessagesFor(language)
  const known = lead === '' || articles.some(({ slug }) => slug === lead)
  const options: readonly Option[] = [
    { value: '', label: messages.leadNone },
    ...articles.map((article) => optionOf(article, language)),
    ...(known ? [] : [{ value: lead, label: lead }]),
  ]
  return (
    <>
      <h2>{messages.lead}</h2>
      <Select
        name="lead"
        label={messages.lead}
        hint={messages.leadHint}
        value={lead}
        {...{ options, language, errors }}
      />
      <p class="actions">
        <button type="submit" class="main" formaction={adminHref.lead()}>
          {messages.leadSave}
        </button>
      </p>
    </>
  )
}

function Quotes({ quotes, language, errors }: PartProps) {
  const { settings: messages } = adminMessagesFor(language)
  const options: readonly Option[] = [
    { value: 'mainland', label: messages.quotesMainland },
    { value: 'keep', label: messages.quotesKeep },
  ]
  return (
    <>
      <h2>{messages.quotes}</h2>
      <Select
        name="quotes"
        label={messages.quotes}
        hint={messages.quotesHint}
        value={quotes}
        {...{ options, language, errors }}
      />
      <p class="actions">
        <button type="submit" class="main" formaction={adminHref.quotes()}>
          {messages.quotesSave}
        </button>
      </p>
    </>
  )
}

function optionOf({ slug, titles, sourceEdition }: PublicArticle, language: Edition): Option {
  const edition = [language, sourceEdition, ...EDITION_KEYS].find((key) => titles[key])
  const title = edition && titles[edition]
  return title ? { value: slug, label: title, lang: EDITIONS[edition].lang } : { value: slug, label: slug }
}
