import type { Context } from 'hono'
import { parseTopicKey } from '../article/topic-key.ts'
import { searchArticles } from '../db/search.ts'
import type { AppEnv } from '../env.ts'
import { cacheable } from '../http/cache-policy.ts'
import { notFound, tooManyRequests } from '../http/errors.tsx'
import { frameOf } from '../http/frame.ts'
import { pageNumber } from '../http/page-number.ts'
import { isWithinLimit } from '../http/rate-limit.ts'
import { href, type SearchQuery, type View } from '../routes.ts'
import { type ParsedQuery, parseQuery } from '../search/query.ts'
import { SearchPage, SearchResults } from './search-page.tsx'

export async function search(c: Context<AppEnv>) {
  const asked = askedOf(c)
  if (!asked) return notFound(c)
  if (asked.isSearch && !(await isWithinLimit(c, 'search'))) return tooManyRequests(c)
  const { answer, parsed, query } = await find(c, asked)
  const frame = frameOf(c, {
    site: answer.site,
    section: 'search',
    address: (view: View) => href.search(view, query),
  })
  if (!isKnown(asked, answer)) return notFound(c)
  cacheable(c, 'search', { tags: [`list:${frame.view.edition}`], boundaryMs: answer.boundaryMs })
  return c.render(<SearchPage frame={frame} query={query} parsed={parsed} answer={answer} />)
}

/** The results alone, for search while typing. */
export async function searchResults(c: Context<AppEnv>) {
  const asked = askedOf(c)
  if (!asked) return notFound(c)
  if (!(await isWithinLimit(c, 'search-results'))) return tooManyRequests(c)
  const { answer, parsed, query } = await find(c, asked)
  if (!isKnown(asked, answer)) return notFound(c)
  const { view } = c.var
  cacheable(c, 'search', { tags: [`list:${view.edition}`], boundaryMs: answer.boundaryMs })
  c.header('x-robots-tag', 'noindex')
  return c.render(<SearchResults view={view} query={query} parsed={parsed} answer={answer} />)
}

interface Asked {
  q: string
  /** Key of a topic, or ''. */
  topic: string
  year: number | null
  page: number
  isSearch: boolean
}

/** What the address asks for; `undefined` when it names something that cannot be. */
function askedOf(c: Context<AppEnv>): Asked | undefined {
  const { q = '', topic = '', year = '' } = c.req.query()
  if (topic !== '' && !parseTopicKey(topic)) return undefined
  if (year !== '' && !/^[12][0-9]{3}$/.test(year)) return undefined
  const isSearch = q !== '' || topic !== '' || year !== ''
  return { q, topic, year: year === '' ? null : Number(year), page: pageNumber(c), isSearch }
}

async function find(c: Context<AppEnv>, { q, topic, year, page }: Asked) {
  const parsed = parseQuery(q)
  const { edition } = c.var.view
  const isUnsearchable = q !== '' && parsed.terms.length === 0
  const answer = await searchArticles(c.var.db, {
    edition,
    visibility: c.var,
    terms: parsed.terms,
    topic: isUnsearchable ? '' : topic,
    year: isUnsearchable ? null : year,
    page,
  })
  const query: SearchQuery = { q: parsed.text, topic, year: year === null ? '' : String(year), page }
  return { answer, parsed, query } satisfies { parsed: ParsedQuery; query: SearchQuery; answer: object }
}

/** The topic exists, and so does the page of the results. */
function isKnown(asked: Asked, answer: Awaited<ReturnType<typeof searchArticles>>): boolean {
  const knowsTopic = asked.topic === '' || answer.topics.some(({ key }) => key === asked.topic)
  return knowsTopic && (asked.page === 1 || answer.hits.length > 0)
}
