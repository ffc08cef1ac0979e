/** Content for benches: articles by the thousand, entered by SQL alone, and the largest article that editors may write. */
import { eq } from 'drizzle-orm'
import type { ArticleContent, EditionContent } from '../../src/article/content.ts'
import { converterFromFiles } from '../../src/cli/dictionaries.ts'
import { insertArticle } from '../../src/db/articles.ts'
import { createDb, type Db } from '../../src/db/client.ts'
import { replacementStatements } from '../../src/db/public-history.ts'
import { edition } from '../../src/db/schema.ts'
import { EDITION_KEYS } from '../../src/edition/editions.ts'
import { derivationFor } from '../../src/newsroom/conversion.ts'
import { publish } from '../../src/newsroom/publish.ts'
import { indexText } from '../../src/search/tokenise.ts'
import { largestBody } from './largest-article.ts'

const ROWS_PER_BATCH = 5000
/** Numbers of the filling begin here, above those of the demonstration. */
const FIRST_ID = 1000
/** The filling is older than the demonstration, so that every size shows the same newest articles. */
const NEWEST_MS = Date.UTC(2020, 0, 1)
const MINUTE_MS = 60_000
const NEVER_MS = Number.MAX_SAFE_INTEGER

const TEXT =
  '數碼港是香港的創新科技旗艦，匯聚超過1,900間社區成員，包括上市公司和獨角獸企業。Cyberport supports start-ups. '.repeat(
    8,
  )
const HTML = `<p>${TEXT}</p>`
const DETAILS = '{"quotes":[],"contacts":[],"boilerplates":[],"downloads":[],"facts":[],"related":[],"corrections":[]}'

/** A word of one article in a hundred of the filling. */
export const RARE_WORD = '量子計算'
/** A word of every article. */
export const COMMON_WORD = '數碼港'

/** Adds `count` published articles in one edition, listed, findable and with a topic. */
export async function fill(db: D1Database, count: number): Promise<void> {
  const numbers = 'WITH RECURSIVE n (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)'
  const at = `${NEWEST_MS} - i * ${MINUTE_MS}`
  const searchId = `((${NEWEST_MS / MINUTE_MS} - i) << 27) | (i << 2)`
  for (let start = FIRST_ID; start < FIRST_ID + count; start += ROWS_PER_BATCH) {
    const end = Math.min(FIRST_ID + count, start + ROWS_PER_BATCH) - 1
    const run = (sql: string, ...values: string[]) => db.prepare(`${numbers} ${sql}`).bind(start, end, ...values)
    await db.batch([
      run(
        `INSERT INTO article (id, slug, kind, source_edition, version, created_at_ms, updated_at_ms, draft, titles, findable)
        SELECT i, 'article-' || i, 'notice', 'zh-hant', 1, 0, ${at}, i % 10 = 0, json_object('zh-hant', '標題' || i), '標題' || i FROM n`,
      ),
      run(
        `INSERT INTO revision (article_id, number, content, saved_by, saved_at_ms) SELECT i, 1, '{}', 'bench', 0 FROM n`,
      ),
      run(
        `INSERT INTO edition (article_id, edition, state, published_at_ms, revision, title, summary, source, html, text, details)
        SELECT i, 'zh-hant', 'published', ${at}, 1, '標題' || i, '摘要' || i, '', ?3, ?4, ?5 FROM n`,
        HTML,
        TEXT,
        DETAILS,
      ),
      run(`INSERT INTO search_document SELECT i, 'zh-hant', ${searchId}, 1, ' n' || i || ' ', '  ' FROM n`),
      run(`INSERT INTO listing SELECT 'zh-hant', i, 'zh-hant', ${at}, ${NEVER_MS} FROM n`),
      run(`INSERT INTO article_topic SELECT i, t.id, 0 FROM n JOIN topic t ON t.id = 1 + i % 5`),
      run(
        `INSERT INTO listing_topic SELECT t.id, 'zh-hant', i, 'zh-hant', ${at}, ${NEVER_MS} FROM n JOIN topic t ON t.id = 1 + i % 5`,
      ),
      run(`INSERT INTO record_use SELECT 'topic', t.key, i, p.value FROM n JOIN topic t ON t.id = 1 + i % 5
        JOIN json_each('["draft","zh-hant"]') p`),
      run(
        `INSERT INTO search_zh_hant (rowid, title, subtitle, body, topics, facets)
        SELECT ${searchId}, 'n' || i, '', ?3 || iif(i % 100 = 0, ?4, '') || ' w' || (i % 997), '', 'year2020' FROM n`,
        indexText(TEXT.slice(0, TEXT.length / 8)),
        ` ${indexText(RARE_WORD)}`,
      ),
    ])
  }
}

/** The number of the newest photo of `fillDesk`. */
export const PHOTO_ID = 500

/** Adds what only editors see: articles that wait for review, an audit log with a row for every article, photos. */
export async function fillDesk(db: D1Database): Promise<void> {
  await db.batch([
    db.prepare(
      `UPDATE article SET review_requested_at_ms = updated_at_ms, review_requested_by = 'bench' WHERE id % 50 = 0`,
    ),
    db.prepare(`INSERT INTO audit (at_ms, actor, action, subject, article_id)
      SELECT updated_at_ms, 'editor@localhost', 'article-saved', slug, id FROM article`),
    db.prepare(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${PHOTO_ID})
      INSERT INTO photo (id, key, sha256, width, height, words, created_by, created_at_ms, updated_at_ms)
      SELECT i, 'photo-' || i, hex(zeroblob(28)) || printf('%08d', i), 1600, 900,
        '{"zh-hant":{"alt":"相片","caption":""},"zh-hans":{"alt":"","caption":""},"en":{"alt":"A photo","caption":""}}',
        'editor@localhost', i, i FROM n`),
    db.prepare(`INSERT INTO photo_variant (photo_id, file, format, width, height, bytes)
      SELECT id, '960.jpg', 'jpeg', 960, 540, 90000 FROM photo`),
  ])
}

const GLOSSARY_ENTRIES = 1000
/** The entry whose words stand in every article of the filling. It decides what conversion does anyway. */
export const COMMON_ENTRY_ID = GLOSSARY_ENTRIES
/** Converted articles are as long as a press release: 1,600 Han characters and a hundred words. */
const CONVERTED_TEXT = Array.from({ length: 3 }, () => TEXT).join('\n\n')
/** Every so many articles of the filling have a converted edition. */
const CONVERTED_EACH = 10

/** Adds a glossary, and converted editions that were made before it; none of them would say anything else with it. */
export async function fillGlossary(db: D1Database): Promise<void> {
  const { text } = derivationFor(converterFromFiles(), { source: 'zh-hant', overrides: [] })
  const own = `SELECT id AS i, (SELECT published_at_ms FROM edition WHERE article_id = article.id) AS at
    FROM article WHERE id >= ${FIRST_ID} AND id % ${CONVERTED_EACH} = 0`
  const searchId = `((at / ${MINUTE_MS}) << 27) | (i << 2) | 1`
  const content = { sourceEdition: 'zh-hant', overrides: [], written: { 'zh-hant': words('標題', CONVERTED_TEXT) } }
  await db.batch([
    db.prepare(`WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ${GLOSSARY_ENTRIES})
      INSERT INTO glossary (id, kind, hant, hans, direction, note, updated_at_ms)
      SELECT i, 'term', iif(i = ${COMMON_ENTRY_ID}, '${COMMON_WORD}', '詞語' || i),
        iif(i = ${COMMON_ENTRY_ID}, '${text(COMMON_WORD)}', '字词' || i), 'both', '', i FROM n`),
    db
      .prepare(`UPDATE revision SET content = ?1 WHERE article_id IN (SELECT i FROM (${own}))`)
      .bind(JSON.stringify(content)),
    db
      .prepare(`INSERT INTO edition (article_id, edition, state, published_at_ms, revision, title, summary, source, html, text,
          details, conversion_version)
        SELECT i, 'zh-hans', 'published', at, 1, ?1, ?2, ?3, ?4, ?3, ?5, 'bench' FROM (${own})`)
      .bind(text('標題'), text('標題.'), text(CONVERTED_TEXT), `<p>${text(CONVERTED_TEXT)}</p>`, DETAILS),
    db.prepare(`INSERT INTO search_document SELECT i, 'zh-hans', ${searchId}, 1, ' n' || i || ' ', '  ' FROM (${own})`),
    db
      .prepare(`INSERT INTO search_zh_hans (rowid, title, subtitle, body, topics, facets)
        SELECT ${searchId}, 'n' || i, '', ?1, '', 'year2020' FROM (${own})`)
      .bind(indexText(text(TEXT.slice(0, TEXT.length / 8)))),
  ])
}

const words = (title: string, body: string): EditionContent => ({
  ...{ label: '', title, subtitle: '', summary: `${title}.`, place: '', body, downloads: [], facts: [], related: [] },
})

/** How often the largest article was updated since it was published, and when first: a millisecond apart each. */
const UPDATES = 20
export const FIRST_UPDATE_MS = Date.UTC(2020, 0, 1)

async function replaceTexts(db: Db, articleId: number, nowMs: number): Promise<void> {
  const replaced = { articleId, editions: EDITION_KEYS, identity: null, by: 'bench', nowMs }
  const [keep, ...rest] = replacementStatements(db, replaced)
  const act = { act: 'updated', actedAtMs: nowMs, actedBy: 'bench', updatedAtMs: nowMs } as const
  if (keep) await db.batch([keep, ...rest, db.update(edition).set(act).where(eq(edition.articleId, articleId))])
}

/** Enters the largest article, publishes it, and saves it until it has `revisions`. Gives its id. */
export async function enterLargest(d1: D1Database, revisions: number): Promise<number> {
  const db = createDb(d1)
  const nowMs = Date.now()
  const content: ArticleContent = {
    ...{ kind: 'notice', slug: 'largest', topics: ['readers-guide'], contacts: [], boilerplates: [], datelineDate: '' },
    sourceEdition: 'zh-hant',
    written: { 'zh-hant': words('最長的文章', largestBody('zh')), en: words('The largest article', largestBody('en')) },
    overrides: [],
  }
  const articleId = await insertArticle(db, { content, titles: {}, savedBy: 'bench', nowMs })
  const answer = await publish(db, {
    ...{ articleId, revision: 1, content, editions: ['zh-hant', 'zh-hans', 'en'], publishedAtMs: Date.UTC(2019, 0, 1) },
    derivation: derivationFor(converterFromFiles(), { source: 'zh-hant', overrides: [] }),
    ...{ embargoed: false, approval: null, records: { contacts: [], boilerplates: [] }, nowMs },
  })
  if (!answer.ok) throw new Error(`The largest article cannot be published: ${answer.reason}`)
  for (let update = 0; update < UPDATES; update++) await replaceTexts(db, articleId, FIRST_UPDATE_MS + update)
  await d1.batch([
    d1
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
        INSERT INTO revision (article_id, number, content, saved_by, saved_at_ms)
        SELECT ?2, i, json_set(content, '$.written."zh-hant".subtitle', '第' || i || '稿'), 'bench', saved_at_ms + i
        FROM n JOIN revision r ON r.article_id = ?2 AND r.number = 1`,
      )
      .bind(revisions, articleId),
    d1.prepare('UPDATE article SET version = ?1 WHERE id = ?2').bind(revisions, articleId),
  ])
  return articleId
}
