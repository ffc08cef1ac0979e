import type { Context } from 'hono'
import { ARTICLE_KINDS, type ArticleContent, type ArticleKind } from '../article/content.ts'
import { neutralSlug, suggestSlug } from '../article/slug.ts'
import { createArticle } from '../db/drafts.ts'
import { findWorkingCopy } from '../db/working-copy.ts'
import { isoHongKong } from '../edition/dates.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import type { AppEnv } from '../env.ts'
import { titlesOf } from '../newsroom/save.ts'
import { siteDerivation } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import { Field, type FieldError, Select } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { EMPTY_WORDS, LINE_CHARS_MAX } from './article-form.ts'
import { missing } from './missing.tsx'
import { adminFrame, formLine, numberParam } from './request.ts'

/** Articles of one kind and day whose addresses are counted; those after them have the millisecond of the day. */
const SLUG_TRIES_MAX = 20
const DAY_MS = 86_400_000

interface Typed {
  kind: ArticleKind
  titleZh: string
  titleEn: string
}

export function newArticle(c: Context<AppEnv>) {
  return c.html(<NewArticlePage frame={adminFrame(c)} typed={{ kind: 'press-release', titleZh: '', titleEn: '' }} />)
}

/** Makes a draft out of a headline and leads to its form. */
export async function createDraft(c: Context<AppEnv>) {
  const typed = typedOf(await c.req.formData())
  const errors = errorsOf(typed, c.var.editor.language)
  if (errors.length > 0) {
    return c.html(<NewArticlePage frame={adminFrame(c, adminHref.newArticle())} typed={typed} errors={errors} />, 422)
  }
  const content = draftOf(typed)
  const id = await enter(c, content)
  return c.redirect(adminHref.done(adminHref.article(id), 'created'), 303)
}

export async function draftAsTyped(c: Context<AppEnv>) {
  const typed = typedOf(await c.req.formData())
  return c.html(<NewArticlePage frame={adminFrame(c, adminHref.newArticle())} typed={typed} />)
}

function typedOf(form: FormData): Typed {
  const kind = ARTICLE_KINDS.find((key) => key === formLine(form, 'kind')) ?? 'press-release'
  return { kind, titleZh: formLine(form, 'titleZh'), titleEn: formLine(form, 'titleEn') }
}

/** A new draft that keeps the contacts, boilerplates and topics of another article. */
export async function createFromCopy(c: Context<AppEnv>) {
  const found = await findWorkingCopy(c.var.db, numberParam(c, 'id'))
  if (!found) return missing(c)
  const { kind, topics, contacts, boilerplates, sourceEdition, written } = found.copy.content
  const kept: ArticleContent['written'] = {}
  for (const edition of [sourceEdition, 'en'] as const) {
    const { label = '', place = '' } = written[edition] ?? {}
    if (label + place !== '') kept[edition] = { ...EMPTY_WORDS, label, place }
  }
  const content: ArticleContent = {
    ...draftOf({ kind, titleZh: '', titleEn: '' }),
    ...{ topics, contacts, boilerplates, sourceEdition },
    written: kept,
  }
  const id = await enter(c, content)
  return c.redirect(adminHref.done(adminHref.article(id), 'copied'), 303)
}

function errorsOf({ titleZh, titleEn }: Typed, language: AdminFrame['editor']['language']): FieldError[] {
  const { form, newArticle: labels } = adminMessagesFor(language)
  const errors: FieldError[] = []
  if (titleZh === '' && titleEn === '') errors.push({ field: 'titleZh', message: form.problems['title-missing'] })
  const message = form.tooLong(LINE_CHARS_MAX)
  if (titleZh.length > LINE_CHARS_MAX) errors.push({ field: 'titleZh', message, where: labels.titleZh })
  if (titleEn.length > LINE_CHARS_MAX) errors.push({ field: 'titleEn', message, where: labels.titleEn })
  return errors
}

function draftOf({ kind, titleZh, titleEn }: Typed): ArticleContent {
  return {
    ...{ kind, slug: '', topics: [], contacts: [], boilerplates: [], datelineDate: '', overrides: [] },
    sourceEdition: 'zh-hant',
    written: {
      ...(titleZh === '' ? {} : { 'zh-hant': { ...EMPTY_WORDS, title: titleZh } }),
      ...(titleEn === '' ? {} : { en: { ...EMPTY_WORDS, title: titleEn } }),
    },
  }
}

/** Enters the draft under the first address that is free. */
async function enter(c: Context<AppEnv>, content: ArticleContent): Promise<number> {
  const { db, nowMs, editor } = c.var
  const { kind } = content
  const dateIso = isoHongKong(nowMs).slice(0, 10)
  const suggested = suggestSlug({ kind, title: content.written.en?.title ?? '', dateIso, number: 1 })
  const titles = titlesOf(content, await siteDerivation(db, content))
  const counted = Array.from({ length: SLUG_TRIES_MAX }, (_, at) => at + 1)
  for (const number of [...counted, nowMs % DAY_MS]) {
    const slug = number === 1 ? suggested : neutralSlug({ kind, dateIso, number })
    const id = await createArticle(db, { content: { ...content, slug }, titles, savedBy: editor.email, nowMs })
    if (id !== null) return id
  }
  throw new Error('createDraft: in this millisecond another article of the kind was made, and many on this day')
}

interface NewArticleProps {
  frame: AdminFrame
  typed: Typed
  errors?: readonly FieldError[]
}

function NewArticlePage({ frame, typed, errors = [] }: NewArticleProps) {
  const { language } = frame.editor
  const { newArticle: messages, article } = adminMessagesFor(language)
  const shared = { language, errors }
  return (
    <AdminDocument
      frame={frame}
      title={messages.title}
      errors={errors}
      form={{ id: 'new', action: adminHref.articles() }}
    >
      <p>{messages.intro}</p>
      <form id="new" method="post" action={adminHref.articles()}>
        <Select
          name="kind"
          label={article.kind}
          language={language}
          value={typed.kind}
          options={ARTICLE_KINDS.map((kind) => ({ value: kind, label: messagesFor(language).kinds[kind] }))}
        />
        <Field name="titleZh" label={messages.titleZh} value={typed.titleZh} words="zh-hant" {...shared} />
        <Field name="titleEn" label={messages.titleEn} value={typed.titleEn} words="en" {...shared} />
        <p class="actions">
          <button type="submit" class="main">
            {messages.create}
          </button>
        </p>
      </form>
    </AdminDocument>
  )
}
