import type { Context } from 'hono'
import { type EmailArticle, emailHtml, emailSubject, emailText } from '../article/email.ts'
import { photoKeysIn } from '../article/photo.ts'
import { listPhotosByKey } from '../db/photos.ts'
import { findWorkingCopy } from '../db/working-copy.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import type { AppEnv } from '../env.ts'
import { previewOf } from '../newsroom/preview.ts'
import { siteDerivation } from '../newsroom/site-derivation.ts'
import { href } from '../routes.ts'
import { Area, Field } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { headingOf } from './article.tsx'
import { ArticleTabs } from './article-tabs.tsx'
import { CopyButton } from './copy-button.tsx'
import { missing } from './missing.tsx'
import { adminFrame, numberParam } from './request.ts'

interface Email {
  edition: Edition
  subject: string
  text: string
  html: string
}

/** The newest saved text of an article, ready to be pasted into an e-mail, in each edition. */
export async function articleEmail(c: Context<AppEnv>) {
  const { db, nowMs, origin, editor } = c.var
  const found = await findWorkingCopy(db, numberParam(c, 'id'))
  if (!found) return missing(c)
  const { copy, choices } = found
  const { content } = copy
  const [derivation, photos] = await Promise.all([
    siteDerivation(db, content),
    listPhotosByKey(db, photoKeysIn(content)),
  ])
  const emails = EDITION_KEYS.flatMap((edition): Email[] => {
    const preview = previewOf({ content, choices, edition, derivation, photos, mediaHref: href.media, nowMs })
    if (preview.kind !== 'article') return []
    const url = origin + href.article({ edition, images: true }, copy.slug)
    const article: EmailArticle = preview.article
    return [
      {
        ...{ edition, subject: emailSubject(article) },
        ...{ text: emailText(article, { origin, url }), html: emailHtml(article, { origin, url }) },
      },
    ]
  })
  const title = headingOf(content, editor.language)
  return c.html(<EmailPage frame={adminFrame(c)} articleId={copy.id} title={title} emails={emails} />)
}

interface EmailPageProps {
  frame: AdminFrame
  articleId: number
  title: string
  emails: readonly Email[]
}

function EmailPage({ frame, articleId, title, emails }: EmailPageProps) {
  const { language } = frame.editor
  const { email: messages } = photoMessagesFor(language)
  const { form } = adminMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.title + form.more(title)}>
      <ArticleTabs articleId={articleId} language={language} current="email" />
      <p>{messages.intro}</p>
      {emails.length === 0 ? <p>{messages.empty}</p> : null}
      {emails.map(({ edition, subject, text, html }) => {
        const { name, lang } = EDITIONS[edition]
        const shared = { language, words: edition, readonly: true }
        const label = (what: string) => form.inEdition(what, form.editions[edition])
        return (
          <section aria-labelledby={`email-${edition}`}>
            <h2 id={`email-${edition}`} lang={lang}>
              {name}
            </h2>
            <Field name={`subject.${edition}`} label={label(messages.subject)} value={subject} {...shared} />
            <CopyButton from={`subject.${edition}`} label={label(messages.subject)} language={language} />
            <Area name={`text.${edition}`} label={label(messages.text)} value={text} rows={12} {...shared} />
            <CopyButton from={`text.${edition}`} label={label(messages.text)} language={language} />
            <Area name={`html.${edition}`} label={label(messages.html)} value={html} rows={12} {...shared} />
            <CopyButton from={`html.${edition}`} label={label(messages.html)} language={language} />
          </section>
        )
      })}
    </AdminDocument>
  )
}
