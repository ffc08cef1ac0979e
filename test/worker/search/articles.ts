import type { ArticleContent, EditionContent } from '../../../src/article/content.ts'
import { createConverter } from '../../../src/convert/converter.ts'
import { workerTables } from '../../../src/convert/worker-tables.ts'
import { insertArticle, insertSiteRecords } from '../../../src/db/articles.ts'
import type { Db } from '../../../src/db/client.ts'
import { EDITION_KEYS, type Edition } from '../../../src/edition/editions.ts'
import { derivationFor } from '../../../src/newsroom/conversion.ts'
import { publish } from '../../../src/newsroom/publish.ts'

const converter = createConverter(workerTables)

export const NOW_MS = Date.UTC(2026, 0, 15, 4)
export const DAY_MS = 24 * 3600 * 1000

export function words(fields: Partial<EditionContent>): EditionContent {
  const none = { label: '', title: '', subtitle: '', summary: '', place: '', body: '' }
  return { ...none, downloads: [], facts: [], related: [], ...fields }
}

export interface ArticleFixture {
  slug: string
  zh?: Partial<EditionContent>
  en?: Partial<EditionContent>
  topics?: readonly string[]
  publishedAtMs?: number
  embargoed?: boolean
  editions?: readonly Edition[]
  nowMs?: number
}

export function contentOf({ slug, zh, en, topics = [] }: ArticleFixture): ArticleContent {
  return {
    kind: 'press-release',
    slug,
    topics,
    contacts: [],
    boilerplates: [],
    datelineDate: '',
    sourceEdition: 'zh-hant',
    written: { ...(zh ? { 'zh-hant': words(zh) } : {}), ...(en ? { en: words(en) } : {}) },
    overrides: [],
  }
}

/** Enters and publishes an article, and gives its id. */
export async function enterArticle(db: Db, fixture: ArticleFixture): Promise<number> {
  const { zh, en, publishedAtMs = NOW_MS - DAY_MS, embargoed = false, nowMs = NOW_MS } = fixture
  const content = contentOf(fixture)
  const articleId = await insertArticle(db, { content, savedBy: 'test@localhost', nowMs })
  const editions = fixture.editions ?? EDITION_KEYS.filter((edition) => (edition === 'en' ? en : zh))
  await publishAgain(db, { articleId, content, editions, publishedAtMs, embargoed, nowMs })
  return articleId
}

interface PublishAgain {
  articleId: number
  content: ArticleContent
  editions: readonly Edition[]
  publishedAtMs: number
  embargoed?: boolean
  nowMs?: number
}

export async function publishAgain(db: Db, options: PublishAgain): Promise<void> {
  const answer = await publish(db, {
    revision: 1,
    approval: null,
    embargoed: false,
    derivation: derivationFor(converter, { source: 'zh-hant', overrides: [] }),
    records: { contacts: [], boilerplates: [] },
    nowMs: NOW_MS,
    ...options,
  })
  if (!answer.ok) throw new Error(`publish refused: ${answer.reason}`)
}

export async function enterTopics(db: Db): Promise<void> {
  const topic = (key: string, nameZhHant: string, nameZhHans: string, nameEn: string, position: number) => ({
    key,
    nameZhHant,
    nameZhHans,
    nameEn,
    position,
    updatedAtMs: NOW_MS,
  })
  const topics = [
    topic('start-ups', '初創企業', '初创企业', 'Start-ups', 0),
    topic('digital-entertainment', '數碼娛樂', '数码娱乐', 'Digital entertainment', 1),
  ]
  await insertSiteRecords(db, { topics, contacts: [], boilerplates: [] })
}
