import type { Context } from 'hono'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { adminHref } from '../routes.ts'
import { AdminDocument } from './admin-document.tsx'
import { adminFrame } from './request.ts'

/** 404 of the editors' side. */
export function missing(c: Context<AppEnv>) {
  const { missing: messages } = adminMessagesFor(c.var.editor.language)
  return c.html(
    <AdminDocument frame={adminFrame(c, adminHref.home())} title={messages.title}>
      <p>{messages.body}</p>
      <p>
        <a class="target" href={adminHref.home()}>
          {messages.back}
        </a>
      </p>
    </AdminDocument>,
    404,
  )
}
