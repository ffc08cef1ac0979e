/** Enters articles into the test database the way the site does. */
import { env } from 'cloudflare:workers'
import type { ArticleContent, EditionContent } from '../../src/article/content.ts'
import { insertArticle } from '../../src/db/articles.ts'
import { createDb } from '../../src/db/client.ts'
import type { Edition } from '../../src/edition/editions.ts'
import type { Derivation } from '../../src/newsroom/derive.ts'
import { publish } from '../../src/newsroom/publish.ts'

/** 1 November 2026, noon in Hong Kong. */
export const NOW_MS = Date.UTC(2026, 10, 1, 4)

export const words = (title: string, body = 'Body.'): EditionContent => ({
  label: '',
  title,
  subtitle: '',
  summary: `${title} summary`,
  place: '',
  body,
  downloads: [],
  facts: [],
  related: [],
})

/** Stands for script conversion where a test is about something else: marks what it touched. */
export const markingDerivation: Derivation = {
  text: (text) => `${text}*`,
  markdown: (text) => `${text}*`,
  version: 'test',
}

interface Options {
  slug: string
  publishedAtMs: number
  embargoed?: boolean
  editions?: readonly Edition[]
  topics?: readonly string[]
}

/** Enters an article with a Chinese and an English text and publishes the named editions. Gives its id. */
export async function enterArticle(options: Options): Promise<number> {
  const { slug, publishedAtMs, embargoed = false, editions = ['zh-hant', 'zh-hans', 'en'], topics = [] } = options
  const db = createDb(env.DB)
  const content: ArticleContent = {
    kind: 'notice',
    slug,
    topics,
    contacts: [],
    boilerplates: [],
    datelineDate: '',
    sourceEdition: 'zh-hant',
    written: { 'zh-hant': words(`繁 ${slug}`), en: words(`English ${slug}`) },
    overrides: [],
  }
  const articleId = await insertArticle(db, { content, savedBy: 'test@localhost', nowMs: NOW_MS })
  const records = { contacts: [], boilerplates: [] }
  const common = { revision: 1, approval: null, derivation: markingDerivation, records, nowMs: NOW_MS }
  const answer = await publish(db, { articleId, content, editions, publishedAtMs, embargoed, ...common })
  if (!answer.ok) throw new Error(`enterArticle: ${answer.reason}`)
  return articleId
}
