import type { PreviewLink } from '../db/preview-links.ts'
import { dateAndTime } from '../edition/dates.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'
import { Field, type FieldError, Select } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { ArticleTabs } from './article-tabs.tsx'
import { CopyButton } from './copy-button.tsx'
import { PREVIEW_HOURS } from './preview-links.tsx'

interface PreviewLinksProps {
  frame: AdminFrame
  articleId: number
  /** Headline of the article, in the language of the editor if it has one. */
  heading: string
  links: readonly PreviewLink[]
  errors: readonly FieldError[]
  /** The address of a link that was just made; it cannot be shown again. */
  made: string | undefined
  done: string | undefined
  typed: { reader: string; hours: string } | undefined
  nowMs: number
}

export function PreviewLinksPage({
  frame,
  articleId,
  heading,
  links,
  errors,
  made,
  done,
  typed,
  nowMs,
}: PreviewLinksProps) {
  const { language } = frame.editor
  const { links: messages } = adminMessagesFor(language)
  const shared = { language, errors }
  const form = { id: 'link', action: adminHref.previewLinks(articleId) }
  return (
    <AdminDocument frame={frame} title={messages.title(heading)} errors={errors} done={done} form={form}>
      <ArticleTabs articleId={articleId} editor={frame.editor} current="previewLinks" />
      <p>{messages.intro}</p>
      <form id={form.id} method="post" action={form.action}>
        {made ? (
          <>
            <Field name="made" label={messages.newLink} value={made} language={language} literal readonly />
            <CopyButton from="made" label={messages.newLink} language={language} />
          </>
        ) : null}
        <Field
          {...shared}
          name="reader"
          label={messages.reader}
          hint={messages.readerHint}
          value={typed?.reader ?? ''}
          required
        />
        <Select
          name="hours"
          label={messages.hours}
          language={language}
          value={typed?.hours ?? String(PREVIEW_HOURS[0])}
          options={PREVIEW_HOURS.map((hours) => ({ value: String(hours), label: messages.hoursOptions(hours) }))}
        />
        <button type="submit" class="main">
          {messages.create}
        </button>
      </form>
      <h2>{messages.list}</h2>
      {links.length === 0 ? (
        <p>{messages.none}</p>
      ) : (
        <ul class="list">
          {links.map((link) => (
            <li>
              <LinkLine link={link} articleId={articleId} language={language} nowMs={nowMs} />
            </li>
          ))}
        </ul>
      )}
    </AdminDocument>
  )
}

function LinkLine({
  link,
  articleId,
  language,
  nowMs,
}: {
  link: PreviewLink
  articleId: number
  language: AdminFrame['editor']['language']
  nowMs: number
}) {
  const { links: messages } = adminMessagesFor(language)
  const { id, reader, expiresAtMs, revokedAtMs, uses, lastUseAtMs } = link
  const at = (ms: number) => dateAndTime(ms, language)
  const isOpen = revokedAtMs === null && expiresAtMs > nowMs
  const state =
    revokedAtMs !== null
      ? messages.revoked(at(revokedAtMs))
      : isOpen
        ? messages.active(at(expiresAtMs))
        : messages.expired(at(expiresAtMs))
  return (
    <>
      <p>
        <b>{reader}</b> · {state}
      </p>
      <p class="muted">
        {messages.uses(uses)}
        {lastUseAtMs === null ? null : ` · ${messages.lastUse(at(lastUseAtMs))}`}
      </p>
      {isOpen ? (
        <form method="post" action={adminHref.previewRevocation(articleId, id)}>
          <button type="submit">{messages.revoke(reader)}</button>
        </form>
      ) : null}
    </>
  )
}
