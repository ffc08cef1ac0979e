import type { Context } from 'hono'
import { parseEdition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { negotiateEdition } from '../edition/negotiate.ts'
import type { AppEnv } from '../env.ts'
import type { Outage } from '../http/access.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { HiddenValues } from './edition-words.tsx'
import { formLine } from './request.ts'

/** A form whose request met a database that is away, and what its page says about that. Nobody may have been looked up. */
export async function keptForm(c: Context<AppEnv>, outage: Outage) {
  const form = await c.req.formData()
  const acceptLanguage = c.req.header('accept-language') ?? ''
  const language = parseEdition(formLine(form, 'uiLanguage')) ?? negotiateEdition({ cookie: undefined, acceptLanguage })
  const editor: AdminFrame['editor'] = c.var.editor ?? { email: '', name: '', role: 'author', language }
  const { unavailable, unavailableLate } = adminMessagesFor(editor.language).article
  c.header('retry-after', '30')
  return { form, editor, alarm: outage === 'late' ? unavailableLate : unavailable }
}

/** What somebody typed, as against keys and numbers. */
const TYPED = /[^a-z0-9-]/

/** Any form comes back from the request alone, to be sent again; for those that have no page of their own for it. */
export async function keepSent(c: Context<AppEnv>, outage: Outage) {
  const { form, editor, alarm } = await keptForm(c, outage)
  const { article } = adminMessagesFor(editor.language)
  const { pathname: path, search } = new URL(c.req.url)
  const pairs = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return c.html(
    <AdminDocument
      frame={{ editor, path }}
      title={article.unsaved}
      alarm={outage === 'late' ? article.sentLate : alarm}
      form={{ id: 'sent', action: path }}
    >
      <form id="sent" method="post" action={path + search}>
        <HiddenValues pairs={pairs} />
        {pairs.map(([, value]) => (TYPED.test(value) ? <div class="text">{value}</div> : null))}
        <p class="actions">
          <button type="submit" class="main">
            {article.sendAgain}
          </button>
        </p>
      </form>
    </AdminDocument>,
    503,
  )
}
