import type { Context } from 'hono'
import { findSetting, isPublicSlug, putSettings } from '../db/records.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { SITE_WORDS, type SiteWords } from '../edition/identity.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { adminHref } from '../routes.ts'
import { Field, type FieldError } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { LINE_CHARS_MAX } from './article-form.ts'
import { purgeSite } from './records.tsx'
import type { Typed } from './records-page.tsx'
import { adminFrame, formLine } from './request.ts'

const WORDS = ['name', 'tagline', 'notice'] as const

export async function settings(c: Context<AppEnv>) {
  const done = c.req.query('done') === 'saved' ? adminMessagesFor(c.var.editor.language).settings.saved : undefined
  return c.html(<SettingsPage frame={adminFrame(c, adminHref.settings())} typed={await stored(c)} done={done} />)
}

/** Stores the site's words and its lead article. What equals identity.ts is stored too: it was decided. */
export async function changeSettings(c: Context<AppEnv>) {
  const { db, nowMs, editor } = c.var
  const form = await c.req.formData()
  const names = ['lead', ...EDITION_KEYS.flatMap((edition) => WORDS.map((word) => `${word}.${edition}`))]
  const typed: Typed = Object.fromEntries(names.map((name) => [name, formLine(form, name)]))
  const errors = await problems(c, typed)
  const frame = adminFrame(c, adminHref.settings())
  if (errors.length > 0) return c.html(<SettingsPage frame={frame} typed={typed} errors={errors} />, 422)
  const site = Object.fromEntries(EDITION_KEYS.map((edition) => [edition, wordsIn(edition, typed)]))
  const entry = { atMs: nowMs, actor: editor.email, action: 'settings-changed', subject: 'site' } as const
  const values = [
    { key: 'site', value: site },
    { key: 'lead', value: typed.lead ?? '' },
  ]
  await putSettings(db, values, entry)
  await purgeSite(c)
  return c.redirect(adminHref.done(adminHref.settings(), 'saved'), 303)
}

function wordsIn(edition: Edition, typed: Typed): SiteWords {
  const word = (name: string) => typed[`${name}.${edition}`] ?? ''
  return { name: word('name'), tagline: word('tagline'), notice: word('notice') }
}

async function stored(c: Context<AppEnv>): Promise<Typed> {
  const [site, lead] = await Promise.all([findSetting(c.var.db, 'site'), findSetting(c.var.db, 'lead')])
  // Only `changeSettings` and the seed write this setting, in this shape; an absent one gives null.
  const words = (site ?? {}) as Partial<Record<Edition, Partial<SiteWords>>>
  const pairs = EDITION_KEYS.flatMap((edition) =>
    WORDS.map((word) => [`${word}.${edition}`, words[edition]?.[word] ?? SITE_WORDS[edition][word]]),
  )
  return Object.fromEntries([...pairs, ['lead', typeof lead === 'string' ? lead : '']])
}

async function problems(c: Context<AppEnv>, typed: Typed): Promise<readonly FieldError[]> {
  const { db, nowMs, editor } = c.var
  const { records, settings: messages, form } = adminMessagesFor(editor.language)
  const wrong: FieldError[] = []
  for (const [field, value] of Object.entries(typed)) {
    if (value.length > LINE_CHARS_MAX) wrong.push({ field, message: form.tooLong(LINE_CHARS_MAX) })
    else if (field.startsWith('name.') && value === '') {
      wrong.push({ field, message: records.nameMissing(messages.name) })
    }
  }
  const { lead = '' } = typed
  if (lead !== '' && !(await isPublicSlug(db, { slug: lead, nowMs }))) {
    wrong.push({ field: 'lead', message: messages.leadUnknown })
  }
  return wrong
}

interface SettingsProps {
  frame: AdminFrame
  typed: Typed
  errors?: readonly FieldError[]
  done?: string | undefined
}

function SettingsPage({ frame, typed, errors = [], done }: SettingsProps) {
  const { language } = frame.editor
  const { settings: messages, records, form } = adminMessagesFor(language)
  const shared = { language, errors }
  return (
    <AdminDocument frame={frame} title={messages.title} errors={errors} done={done}>
      <form method="post" action={adminHref.settings()}>
        <h2>{messages.names}</h2>
        {EDITION_KEYS.flatMap((edition) =>
          WORDS.map((word) => (
            <Field
              {...shared}
              name={`${word}.${edition}`}
              label={records.inEdition(messages[word], EDITIONS[edition].name)}
              hint={word === 'notice' ? messages.noticeHint : undefined}
              value={typed[`${word}.${edition}`] ?? ''}
              required={word === 'name'}
              words={edition}
            />
          )),
        )}
        <h2>{messages.lead}</h2>
        <Field
          {...shared}
          name="lead"
          label={messages.lead}
          hint={messages.leadHint}
          value={typed.lead ?? ''}
          words="en"
        />
        <button type="submit" class="main">
          {form.save}
        </button>
      </form>
    </AdminDocument>
  )
}
