import { env } from 'cloudflare:workers'
import { createApp } from '../../src/app.ts'
import type { ArticleContent, EditionContent } from '../../src/article/content.ts'
import { insertArticle } from '../../src/db/articles.ts'
import { createDb } from '../../src/db/client.ts'
import { EDITION_KEYS } from '../../src/edition/editions.ts'
import { publish } from '../../src/newsroom/publish.ts'

export const db = createDb(env.DB)
export const ORIGIN = 'http://localhost:8787'
/** When the tests of this folder take place. */
export const TODAY_MS = Date.parse('2026-11-23T12:00:00+08:00')

export function wordsOf(words: Partial<EditionContent>): EditionContent {
  const texts = { label: '', title: '題', subtitle: '', summary: '', place: '', body: '文' }
  return { ...texts, downloads: [], facts: [], related: [], ...words }
}

export function contentOf(content: Partial<ArticleContent> & { slug: string }): ArticleContent {
  return {
    kind: 'press-release',
    topics: [],
    contacts: [],
    boilerplates: [],
    datelineDate: '',
    sourceEdition: 'zh-hant',
    written: { 'zh-hant': wordsOf({}), en: wordsOf({}) },
    overrides: [],
    ...content,
  }
}

/** Enters and publishes an article in all editions; its conversion puts 簡 before each text. Gives the article's id. */
export async function publishedArticle(content: ArticleContent, publishedAtMs = TODAY_MS): Promise<number> {
  const articleId = await insertArticle(db, { content, savedBy: 'editor@localhost', nowMs: TODAY_MS })
  const answer = await publish(db, {
    articleId,
    revision: 1,
    content,
    editions: EDITION_KEYS.filter((edition) => edition !== 'en' || content.written.en),
    publishedAtMs,
    embargoed: false,
    approval: null,
    derivation: { text: (text) => (text === '' ? '' : `簡${text}`), markdown: (markdown) => markdown, version: 'test' },
    records: { contacts: [], boilerplates: [] },
    nowMs: TODAY_MS,
  })
  if (!answer.ok) throw new Error(`${answer.edition}: ${answer.reason}`)
  return articleId
}

/** Asks the whole Worker, at a moment. */
export async function get(path: string, { nowMs = TODAY_MS, ...init }: RequestInit & { nowMs?: number } = {}) {
  const app = createApp({ now: () => nowMs })
  return app.request(`${ORIGIN}${path}`, init, { ...env, SITE_URL: ORIGIN })
}
