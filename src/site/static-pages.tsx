import type { Context } from 'hono'
import { findSurroundings, listContacts } from '../db/site-pages.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import type { AppEnv } from '../env.ts'
import { cacheable } from '../http/cache-policy.ts'
import { frameOf } from '../http/frame.ts'
import { href } from '../routes.ts'
import { ContactPage } from './contact-page.tsx'
import { ProsePage } from './prose-page.tsx'
import { SavedPage } from './saved-page.tsx'

function read(c: Context<AppEnv>) {
  return findSurroundings(c.var.db, { edition: c.var.view.edition, visibility: c.var })
}

export async function about(c: Context<AppEnv>) {
  const { site } = await read(c)
  const frame = frameOf(c, { site, section: 'about', address: href.about })
  cacheable(c, 'list', { tags: [`site:${frame.view.edition}`] })
  return c.render(<ProsePage frame={frame} page={messagesFor(frame.view.edition).prose.about} />)
}

export async function accessibility(c: Context<AppEnv>) {
  const { site } = await read(c)
  const frame = frameOf(c, { site, section: 'accessibility', address: href.accessibility })
  cacheable(c, 'list', { tags: [`site:${frame.view.edition}`] })
  return c.render(<ProsePage frame={frame} page={messagesFor(frame.view.edition).prose.accessibility} />)
}

export async function saved(c: Context<AppEnv>) {
  const { site } = await read(c)
  const frame = frameOf(c, { site, section: 'saved', address: href.saved })
  cacheable(c, 'list', { tags: [`site:${frame.view.edition}`] })
  return c.render(<SavedPage frame={frame} />)
}

export async function contact(c: Context<AppEnv>) {
  const { edition } = c.var.view
  const { contacts, site } = await listContacts(c.var.db, { edition, visibility: c.var })
  const frame = frameOf(c, { site, section: 'contact', address: href.contact })
  cacheable(c, 'list', { tags: [`site:${edition}`] })
  return c.render(<ContactPage frame={frame} contacts={contacts} />)
}
