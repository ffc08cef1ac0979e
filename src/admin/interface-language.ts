import type { Context } from 'hono'
import { setEditorLanguage } from '../db/editors.ts'
import { parseEdition } from '../edition/editions.ts'
import type { AppEnv } from '../env.ts'
import { ADMIN_PREFIX, adminHref } from '../routes.ts'
import { formLine } from './request.ts'

export type Handler = (c: Context<AppEnv>) => Response | Promise<Response>

/**
 * A form that is sent with `?language=` is not carried out, whatever it is: its page comes back in that language, filled
 * as it was. `asTyped` answers with that page; a form that carries nothing typed needs none and leads back to its page.
 */
export function orInLanguage(handler: Handler, asTyped: Handler = leadBack): Handler {
  return async function orInLanguage(c) {
    const asked = c.req.query('language')
    if (asked === undefined) return handler(c)
    const { editor, db } = c.var
    const language = parseEdition(asked)
    if (language) {
      await setEditorLanguage(db, editor.email, language)
      c.set('editor', { ...editor, language })
    }
    return asTyped(c)
  }
}

function leadBack(c: Context<AppEnv>) {
  return c.redirect(new URL(c.req.url).pathname, 303)
}

/** On pages without a form: remembers the language and goes back to the page where it was chosen. */
export async function setLanguage(c: Context<AppEnv>) {
  const form = await c.req.formData()
  const language = parseEdition(formLine(form, 'language'))
  const back = formLine(form, 'back')
  if (language) await setEditorLanguage(c.var.db, c.var.editor.email, language)
  const isOurs = back === ADMIN_PREFIX || /^\/admin(?:\/[a-z0-9-]+)+(?:\?[\w%.&=+~-]*)?$/.test(back)
  return c.redirect(isOurs ? back : adminHref.home(), 303)
}
