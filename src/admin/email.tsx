import type { Context } from 'hono'
import { type EmailArticle, emailHtml, emailSubject, emailText } from '../article/email.ts'
import { photoKeysIn } from '../article/photo.ts'
import { listPhotosByKey } from '../db/photos.ts'
import { findWorkingCopy } from '../db/working-copy.ts'
import { EDITION_KEYS, type Edition, parseEdition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import type { AppEnv } from '../env.ts'
import { previewOf } from '../newsroom/preview.ts'
import { siteDerivation } from '../newsroom/site-derivation.ts'
import { adminHref, href } from '../routes.ts'
import { EditionLinks } from '../ui/edition-links.tsx'
import { Area, Field } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { headingOf } from './article.tsx'
import { ArticleTabs } from './article-tabs.tsx'
import { CopyButton } from './copy-button.tsx'
import { missing } from './missing.tsx'
import { adminFrame, numberParam } from './request.ts'

interface Email {
  subject: string
  text: string
  html: string
}

/** The newest saved text of an article in one edition, the one that was written first if none is named, ready to be pasted into an e-mail. */
export async function articleEmail(c: Context<AppEnv>) {
  const { db, nowMs, origin, editor } = c.var
  const found = await findWorkingCopy(db, numberParam(c, 'id'))
  if (!found) return missing(c)
  const { copy, choices } = found
  const { content } = copy
  const edition = parseEdition(c.req.query('edition')) ?? content.sourceEdition
  const [derivation, photos] = await Promise.all([
    siteDerivation(db, content),
    listPhotosByKey(db, photoKeysIn(content)),
  ])
  const preview = previewOf({ content, choices, edition, derivation, photos, mediaHref: href.media, nowMs })
  const url = origin + href.article({ edition, images: true }, copy.slug)
  const email = preview.kind === 'article' ? emailOf(preview.article, { origin, url }) : null
  const title = headingOf(content, editor.language)
  return c.html(<EmailPage frame={adminFrame(c)} articleId={copy.id} {...{ title, edition, email }} />)
}

function emailOf(article: EmailArticle, options: { origin: string; url: string }): Email {
  return { subject: emailSubject(article), text: emailText(article, options), html: emailHtml(article, options) }
}

interface EmailPageProps {
  frame: AdminFrame
  articleId: number
  title: string
  edition: Edition
  /** Null where the edition has no text. */
  email: Email | null
}

function EmailPage({ frame, articleId, title, edition, email }: EmailPageProps) {
  const { language } = frame.editor
  const { email: messages } = photoMessagesFor(language)
  const { form } = adminMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.title + form.more(title)}>
      <ArticleTabs articleId={articleId} editor={frame.editor} current="email" />
      <p>{messages.intro}</p>
      <EditionLinks
        label={messages.title}
        editions={EDITION_KEYS}
        shown={edition}
        address={(other) => adminHref.email(articleId, other)}
      />
      {email ? <EmailFields {...{ edition, email, language }} /> : <p>{messages.empty}</p>}
    </AdminDocument>
  )
}

function EmailFields({ edition, email, language }: { edition: Edition; email: Email; language: Edition }) {
  const { email: messages } = photoMessagesFor(language)
  const { form } = adminMessagesFor(language)
  const shared = { language, words: edition, readonly: true }
  const label = (what: string) => form.inEdition(what, form.editions[edition])
  return (
    <>
      <Field name="subject" label={label(messages.subject)} value={email.subject} {...shared} />
      <CopyButton from="subject" label={label(messages.subject)} language={language} />
      {(['text', 'html'] as const).map((part) => (
        <>
          <Area name={part} label={label(messages[part])} value={email[part]} rows={12} {...shared} />
          <CopyButton from={part} label={label(messages[part])} language={language} />
        </>
      ))}
    </>
  )
}
