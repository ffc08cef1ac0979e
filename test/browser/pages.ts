/** Every kind of public page, by name, as the tests walk them. */
import type { Edition } from '../../src/edition/editions.ts'
import { href, type View } from '../../src/routes.ts'
import { STATES } from './states.ts'

export const RELEASE = 'cyberport-welcomes-innovation-and-technology-blueprint'
export const NOTICE = 'how-simplified-chinese-is-made'

/** Found in every edition, in the other script where there is one. */
const QUERIES: Record<Edition, string> = { 'zh-hant': '数码港', 'zh-hans': '數碼港', en: 'cyberport' }

/** Address of each kind of page in an edition, and the status that it answers with. */
export const PAGE_KINDS: Record<string, { address: (view: View) => string; status?: number }> = {
  home: { address: (view) => href.home(view) },
  'home, page 2': { address: (view) => href.home(view, 2) },
  release: { address: (view) => href.article(view, RELEASE) },
  notice: { address: (view) => href.article(view, NOTICE) },
  'article with a table': { address: (view) => href.article(view, 'filler-1') },
  topic: { address: (view) => href.topic(view, 'readers-guide') },
  archive: { address: (view) => href.archive(view) },
  month: { address: (view) => href.archiveMonth(view, 2022, 12) },
  search: { address: (view) => href.search(view) },
  'search, found': { address: (view) => href.search(view, { q: QUERIES[view.edition] }) },
  'search, nothing found': { address: (view) => href.search(view, { q: 'zzzzzz', year: '2022' }) },
  about: { address: (view) => href.about(view) },
  contact: { address: (view) => href.contact(view) },
  accessibility: { address: (view) => href.accessibility(view) },
  saved: { address: (view) => href.saved(view) },
  'Chinese only': { address: (view) => href.article(view, STATES.chineseOnly) },
  embargoed: { address: (view) => href.article(view, STATES.embargoed) },
  withdrawn: { address: (view) => href.article(view, STATES.withdrawn), status: 410 },
  'not found': { address: (view) => href.article(view, 'there-is-no-such-article'), status: 404 },
  'bad address': { address: (view) => `${href.home(view)}%00`, status: 400 },
}

export function addressOf(kind: string, edition: Edition): string {
  const page = PAGE_KINDS[kind]
  if (!page) throw new Error(`There is no kind of page named "${kind}".`)
  return page.address({ edition, images: true })
}
