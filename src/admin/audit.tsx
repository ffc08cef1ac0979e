import type { Context } from 'hono'
import { type AuditLine, listAudit } from '../db/audit.ts'
import { dateAndTime } from '../edition/dates.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { adminHref } from '../routes.ts'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { adminFrame, pageQuery } from './request.ts'

/** Who did what when, of the whole site or of one article. */
export async function audit(c: Context<AppEnv>) {
  const page = pageQuery(c)
  const articleId = Number(c.req.query('article')) || 0
  const list = await listAudit(c.var.db, { page, ...(articleId > 0 ? { articleId } : {}) })
  return c.html(<AuditPage frame={adminFrame(c)} articleId={articleId} page={page} {...list} />)
}

interface AuditProps {
  frame: AdminFrame
  articleId: number
  page: number
  items: readonly AuditLine[]
  nextPage: number | null
}

function AuditPage({ frame, articleId, page, items, nextPage }: AuditProps) {
  const { language } = frame.editor
  const { audit: messages } = adminMessagesFor(language)
  return (
    <AdminDocument frame={frame} title={messages.title}>
      {items.length === 0 ? <p>{messages.none}</p> : null}
      <section class="scroll" tabindex={0} aria-labelledby="audit-caption">
        <table>
          <caption id="audit-caption">{messages.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{messages.when}</th>
              <th scope="col">{messages.who}</th>
              <th scope="col">{messages.what}</th>
              <th scope="col">{messages.subject}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((line) => (
              <tr>
                <td>{dateAndTime(line.atMs, language)}</td>
                <td>{line.actor}</td>
                <td>{messages.actions[line.action] ?? line.action}</td>
                <td>
                  {line.articleId === null ? (
                    line.subject
                  ) : (
                    <a href={adminHref.article(line.articleId)}>{line.subject}</a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="actions">
        {page > 1 ? (
          <a class="button" href={adminHref.audit(articleId, page - 1)}>
            {messages.newer}
          </a>
        ) : null}
        {nextPage === null ? null : (
          <a class="button" href={adminHref.audit(articleId, nextPage)}>
            {messages.older}
          </a>
        )}
      </p>
    </AdminDocument>
  )
}
