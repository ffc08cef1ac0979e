/** Articles in every state that the demonstration does not have, and enough of them for a second page. */
import type { ArticleContent, EditionContent } from '../../src/article/content.ts'
import { converterFromFiles } from '../../src/cli/dictionaries.ts'
import { insertArticle } from '../../src/db/articles.ts'
import { createDb } from '../../src/db/client.ts'
import type { Edition } from '../../src/edition/editions.ts'
import { derivationFor } from '../../src/newsroom/conversion.ts'
import { publish } from '../../src/newsroom/publish.ts'

export const STATES = {
  withdrawn: 'withdrawn-for-tests',
  embargoed: 'embargoed-for-tests',
  scheduled: 'scheduled-for-tests',
  chineseOnly: 'chinese-only-for-tests',
  moved: 'old-address-for-tests',
} as const

const DAY_MS = 24 * 3600 * 1000

const words = (title: string, body: string): EditionContent => ({
  label: '',
  title,
  subtitle: '',
  summary: `${title}.`,
  place: '',
  body,
  downloads: [],
  facts: [],
  related: [],
})

function content(slug: string, english: boolean): ArticleContent {
  return {
    kind: 'notice',
    slug,
    topics: ['readers-guide'],
    contacts: [],
    boilerplates: [],
    datelineDate: '',
    sourceEdition: 'zh-hant',
    written: {
      'zh-hant': words(
        `測試文章：${slug}`,
        '這是測試文章的內容，只在測試時存在。\n\n| 項目 | 數目 |\n|---|---|\n| 文章 | 1 |',
      ),
      ...(english ? { en: words(`Test article ${slug}`, 'This article exists in tests only.') } : {}),
    },
    overrides: [],
  }
}

/** Enters the articles into a migrated database. */
export async function seedStates(d1: D1Database, nowMs: number): Promise<void> {
  const db = createDb(d1)
  const converter = converterFromFiles()
  const derivation = derivationFor(converter, { source: 'zh-hant', overrides: [] })
  const enter = async (slug: string, options: { publishedAtMs: number; embargoed?: boolean; english?: boolean }) => {
    const { publishedAtMs, embargoed = false, english = true } = options
    const article = content(slug, english)
    const articleId = await insertArticle(db, { content: article, savedBy: 'test@localhost', nowMs })
    const editions: readonly Edition[] = english ? ['zh-hant', 'zh-hans', 'en'] : ['zh-hant', 'zh-hans']
    const common = { revision: 1, approval: null, derivation, records: { contacts: [], boilerplates: [] }, nowMs }
    await publish(db, { articleId, content: article, editions, publishedAtMs, embargoed, ...common })
    return articleId
  }
  await enter(STATES.chineseOnly, { publishedAtMs: nowMs - 400 * DAY_MS, english: false })
  await enter(STATES.embargoed, { publishedAtMs: nowMs + 30 * DAY_MS, embargoed: true })
  await enter(STATES.scheduled, { publishedAtMs: nowMs + 30 * DAY_MS })
  const withdrawn = await enter(STATES.withdrawn, { publishedAtMs: nowMs - DAY_MS })
  await d1.batch([
    d1
      .prepare(
        `UPDATE edition SET state = 'withdrawn', withdrawn_at_ms = ?, withdrawal_reason = ? WHERE article_id = ?`,
      )
      .bind(nowMs, 'Test', withdrawn),
    d1.prepare('DELETE FROM listing WHERE article_id = ?').bind(withdrawn),
    d1.prepare('DELETE FROM listing_topic WHERE article_id = ?').bind(withdrawn),
  ])
  for (let number = 1; number <= 8; number++) {
    const id = await enter(`filler-${number}`, { publishedAtMs: nowMs - (500 + number) * DAY_MS })
    if (number === 1) {
      await d1.prepare('INSERT INTO slug_history VALUES (?, ?, ?)').bind(STATES.moved, id, nowMs).run()
    }
  }
}
