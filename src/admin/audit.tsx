import type { Context } from 'hono'
import { type AuditLine, listAudit } from '../db/audit.ts'
import { type Editor, listEditors } from '../db/editors.ts'
import { findSlugOwner } from '../db/working-copy.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { adminHref } from '../routes.ts'
import { Field, type FieldError, Select } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { AuditEntries } from './audit-entries.tsx'
import { adminFrame } from './request.ts'

/** Who did what when, newest first: everything, or what one person did, or what was done to one article. */
export async function audit(c: Context<AppEnv>) {
  const { db, editor } = c.var
  const [who, article] = [c.req.query('who') ?? '', (c.req.query('article') ?? '').trim().slice(0, 100)]
  const articleId = await articleIdOf(c, article)
  const people = await listEditors(db)
  const frame = adminFrame(c, adminHref.audit())
  const shown = { frame, people, who, article }
  if (articleId === null) {
    const message = adminMessagesFor(editor.language).audit.articleUnknown
    const nothing = { items: [], nextBefore: null, before: 0 }
    return c.html(<AuditPage {...shown} {...nothing} errors={[{ field: 'article', message }]} />, 422)
  }
  const before = positive(c.req.query('before'))
  const list = await listAudit(db, { before, actor: who === '' ? undefined : who, articleId })
  return c.html(<AuditPage {...shown} {...list} before={before ?? 0} />)
}

/** The article of a number or an address; undefined for '', null when there is no such article. */
async function articleIdOf(c: Context<AppEnv>, typed: string): Promise<number | undefined | null> {
  if (typed === '') return undefined
  return positive(typed) ?? (await findSlugOwner(c.var.db, typed))
}

function positive(raw: string | undefined): number | undefined {
  return raw !== undefined && /^[1-9]\d{0,14}$/.test(raw) ? Number(raw) : undefined
}

interface AuditProps {
  frame: AdminFrame
  people: readonly Editor[]
  who: string
  article: string
  before: number
  items: readonly AuditLine[]
  nextBefore: number | null
  errors?: readonly FieldError[]
}

function AuditPage({ errors = [], ...props }: AuditProps) {
  const { frame, who, article, before, items, nextBefore } = props
  const { language } = frame.editor
  const { audit: messages } = adminMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.title} errors={errors}>
      <p>{messages.intro}</p>
      <FilterForm {...props} errors={errors} />
      <h2>{messages.list}</h2>
      {items.length === 0 ? <p>{messages.none}</p> : null}
      <AuditEntries items={items} language={language} />
      <p class="actions">
        {before > 0 ? (
          <a class="button" href={adminHref.audit({ who, article })}>
            {messages.newest}
          </a>
        ) : null}
        {nextBefore === null ? null : (
          <a class="button" href={adminHref.audit({ who, article, before: nextBefore })}>
            {messages.older}
          </a>
        )}
      </p>
    </AdminDocument>
  )
}

function FilterForm({ frame, people, who, article, errors = [] }: AuditProps) {
  const { language } = frame.editor
  const { audit: messages } = adminMessagesFor(language)
  const known = who === '' || who === 'cron' || people.some(({ email }) => email === who)
  const options = [
    { value: '', label: messages.everybody },
    ...people.map(({ email, name }) => ({ value: email, label: name === '' ? email : `${name} · ${email}` })),
    { value: 'cron', label: messages.cron },
    ...(known ? [] : [{ value: who, label: who }]),
  ]
  return (
    <search aria-label={messages.filter}>
      <form method="get" action={adminHref.audit()}>
        <Select name="who" label={messages.who} value={who} {...{ options, language, errors }} />
        <Field
          name="article"
          label={messages.article}
          hint={messages.articleHint}
          value={article}
          {...{ language, errors }}
        />
        <p class="actions">
          <button type="submit">{messages.show}</button>
        </p>
      </form>
    </search>
  )
}
