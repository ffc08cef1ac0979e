import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { publicStates } from '../../../src/article/public-history.ts'
import { exportFiles } from '../../../src/cli/export-files.ts'
import { type ImportOptions, importFiles, type SourceFolder } from '../../../src/cli/import-files.ts'
import { insertArticle, insertSiteRecords, putSetting } from '../../../src/db/articles.ts'
import { insertGlossary } from '../../../src/db/glossary.ts'
import { findPhoto } from '../../../src/db/photos.ts'
import { findShownText, listHistoryRows, replacementStatements } from '../../../src/db/public-history.ts'
import { listingStatements } from '../../../src/db/publication.ts'
import {
  article as articleTable,
  edition,
  editionPast,
  photo,
  revision,
  sharePicture,
  slugHistory,
} from '../../../src/db/schema.ts'
import { addPhoto, finishPhoto } from '../../../src/newsroom/photos.ts'
import { href } from '../../../src/routes.ts'
import { photoWithPlace } from '../fixture-photos.ts'
import { contentOf, db, get, publishedArticle, TODAY_MS, wordsOf } from '../made-articles.ts'

type Files = Map<string, Uint8Array>

async function exported(): Promise<Files> {
  const files: Files = new Map()
  await exportFiles(env, async (path, content) => {
    expect(files.has(path)).toBe(false)
    files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  })
  return files
}

function folderOf(files: Files): SourceFolder {
  return {
    names: async (path) => {
      const prefix = path === '' ? '' : `${path}/`
      const below = [...files.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length))
      return [...new Set(below.map((name) => name.split('/')[0] ?? ''))].sort()
    },
    read: async (path) => files.get(path),
  }
}

const derivation = () => ({
  text: (text: string) => `轉${text}`,
  markdown: (text: string) => `轉${text}`,
  version: 'import',
})

async function take(files: Files, options: Partial<ImportOptions> = {}) {
  return importFiles(env, {
    folder: folderOf(files),
    replace: false,
    derivation,
    importedBy: 'import@localhost',
    nowMs: TODAY_MS + 5,
    ...options,
  })
}

async function emptySite(): Promise<void> {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
}

const text = (files: Files, path: string) => new TextDecoder().decode(files.get(path))
const asText = (files: Files) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.length < 1e5 ? text(files, path) : bytes.length]))

/** What every reader can ask for: the same before and after. */
async function whatReadersSee(): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  const slugs = ['corrected', 'plain', 'old-address', 'withdrawn', 'scheduled', 'embargoed', 'draft']
  const views = (['zh-hant', 'zh-hans', 'en'] as const).map((name) => ({ edition: name, images: true }))
  const paths = views.flatMap((view) => [
    href.home(view),
    href.topic(view, 'culture'),
    ...slugs.map((slug) => href.article(view, slug)),
  ])
  for (const path of paths) {
    const response = await get(path)
    answers[path] = `${response.status} ${response.headers.get('location')} ${await response.text()}`
  }
  return answers
}

async function makeSite(): Promise<void> {
  await insertSiteRecords(db, {
    topics: [
      {
        key: 'culture',
        position: 1,
        nameZhHant: '文化',
        nameZhHans: '文化（手改）',
        nameEn: 'Culture',
        descriptionZhHant: '',
        descriptionZhHans: '',
        descriptionEn: '',
        updatedAtMs: 1,
      },
      {
        key: 'art',
        position: 0,
        nameZhHant: '藝術',
        nameZhHans: '艺术',
        nameEn: 'Art',
        descriptionZhHant: '一',
        descriptionZhHans: '',
        descriptionEn: 'x: "y"',
        updatedAtMs: 1,
      },
    ],
    contacts: [],
    boilerplates: [],
  })
  await putSetting(db, { key: 'site', value: { en: { notice: 'A notice', name: 'Another name' } }, nowMs: 1 })
  await putSetting(db, { key: 'lead', value: 'plain', nowMs: 1 })
  const added = await addPhoto(db, env, {
    bytes: await photoWithPlace(),
    change: {
      credit: '攝：陳',
      focalX: 10,
      focalY: 90,
      description: 'described',
      words: {
        'zh-hant': { alt: '樓', caption: '' },
        'zh-hans': { alt: '', caption: '' },
        en: { alt: 'Towers', caption: 'C' },
      },
    },
    uploadedBy: 'editor@localhost',
    nowMs: TODAY_MS,
  })
  if (!added.ok) throw new Error(added.problem)
  await finishPhoto(db, env, added)
  const key = (await findPhoto(db, { id: added.id }))?.key ?? ''
  await publishedArticle(contentOf({ slug: 'plain', topics: ['culture', 'art'] }), TODAY_MS - 1_234_567)
  const body = `## 一

**二** ![](photo:${key} "說明")

> 三
>
> -- 四

| A | B |
|---|---|
| [x](https://example.com/?a=1&b='2') | *y* & z |

3. c

\`code\` <b>raw</b>`
  const corrected = await publishedArticle(
    contentOf({
      slug: 'corrected',
      kind: 'media-invitation',
      leadPhoto: key,
      invitation: { startsAt: '2026-12-01T10:00', endsAt: '', replyTo: 'a@example.org', replyBy: '' },
      written: { 'zh-hant': wordsOf({ venue: '數碼港', body }) },
    }),
    TODAY_MS - 5,
  )
  const [row] = await db.select().from(edition).where(eq(edition.articleId, corrected)).limit(1)
  if (!row) throw new Error('just published')
  const act = { act: 'corrected', actedAtMs: TODAY_MS - 1, actedBy: 'd@example.org' } as const
  const replaced = { articleId: corrected, identity: null, by: act.actedBy, nowMs: act.actedAtMs }
  const [keep, ...rest] = replacementStatements(db, { ...replaced, editions: ['zh-hant'] })
  if (keep) await db.batch([keep, ...rest])
  await db
    .update(edition)
    .set({
      ...act,
      updatedAtMs: TODAY_MS - 1,
      approvedBy: 'b@example.org',
      approvedAtMs: TODAY_MS - 2,
      details: { ...row.details, corrections: [{ atMs: TODAY_MS - 1, note: '更正：「甲」應為「乙」。' }] },
    })
    .where(eq(edition.articleId, corrected))
  await db.insert(slugHistory).values({ slug: 'old-address', articleId: corrected, replacedAtMs: TODAY_MS - 9 })
  const unpublished = contentOf({ slug: 'corrected', written: { 'zh-hant': wordsOf({ title: '', body: '未完\r\n' }) } })
  const saved = { number: 2, content: unpublished, savedBy: 'c@example.org', savedAtMs: TODAY_MS, note: '草稿：一半' }
  await db.insert(revision).values({ articleId: corrected, ...saved })
  await db.update(articleTable).set({ version: 2 }).where(eq(articleTable.id, corrected))
  await db.insert(editionPast).values({
    articleId: corrected,
    edition: 'zh-hant',
    replacedAtMs: TODAY_MS - 2,
    content: JSON.stringify({ title: '舊題', html: '<p>舊文</p>' }),
  })
  await insertGlossary(db, [
    { kind: 'lock', hant: '著作', hans: '著作', direction: 'both', note: '', updatedAtMs: 1 },
    { kind: 'term', hant: '數碼港', hans: '数码港', direction: 'to-hans', note: '「港」', updatedAtMs: 1 },
  ])
  const withdrawn = await publishedArticle(contentOf({ slug: 'withdrawn' }), TODAY_MS - 3)
  await db
    .update(edition)
    .set({ state: 'withdrawn', withdrawnAtMs: TODAY_MS, withdrawalReason: '內容有誤：\n重發' })
    .where(eq(edition.articleId, withdrawn))
  const [first, ...others] = listingStatements(db, { articleId: withdrawn, states: [], topicIds: [] })
  if (first) await db.batch([first, ...others])
  await publishedArticle(contentOf({ slug: 'scheduled' }), TODAY_MS + 1)
  const embargoed = await publishedArticle(contentOf({ slug: 'embargoed', leadPhoto: key }), TODAY_MS + 2)
  await db.update(edition).set({ embargoed: true }).where(eq(edition.articleId, embargoed))
  const draft = contentOf({
    slug: 'draft',
    written: { en: wordsOf({ title: '', body: ' x\n', related: [{ label: '', url: 'not an address' }] }) },
  })
  await insertArticle(db, { content: draft, savedBy: 'a@example.org', nowMs: TODAY_MS })
}

/** What an article's page of its public history tells, and the texts behind it. */
async function whatReadersSaw(slug: string) {
  const [found] = await db.select().from(articleTable).where(eq(articleTable.slug, slug))
  const articleId = found?.id ?? 0
  const states = publicStates((await listHistoryRows(db, articleId)).rows, TODAY_MS)
  const texts = await Promise.all(states.map(({ row }) => findShownText(db, { articleId, row })))
  return states.map(({ row: { pastId: _id, ...row }, ...state }, index) => ({ ...state, row, text: texts[index] }))
}

describe('export, then import into an empty site', () => {
  let before: Files
  let seen: Record<string, string>
  let saw: Awaited<ReturnType<typeof whatReadersSaw>>

  beforeAll(async () => {
    await makeSite()
    before = await exported()
    seen = await whatReadersSee()
    saw = await whatReadersSaw('corrected')
    await emptySite()
    await take(before)
  })

  test('loses nothing: the next export is the same, byte for byte', async () => {
    const after = await exported()
    expect(asText(after)).toEqual(asText(before))
    expect([...after.values()]).toEqual([...before.values()])
  })

  test('shows readers the same pages, photos included', async () => {
    expect(await whatReadersSee()).toEqual(seen)
    const [path = ''] =
      /\/media\/[^" ]+\.webp/.exec(seen[href.article({ edition: 'zh-hant', images: true }, 'corrected')] ?? '') ?? []
    const response = await get(path)
    expect(response.status).toBe(200)
    await response.arrayBuffer()
  })

  test('tells editors the same of what readers saw before, and who did it', async () => {
    expect(await whatReadersSaw('corrected')).toEqual(saw)
    expect(saw.filter(({ edition: key }) => key === 'zh-hant')).toMatchObject([
      { event: 'corrected', untilMs: null, row: { actedBy: 'd@example.org' } },
      { event: 'published', untilMs: TODAY_MS - 1, text: { article: { kind: 'media-invitation' } } },
    ])
  })

  test('is Markdown with front matter that people can read', () => {
    expect(text(before, 'plain/zh-hant.md')).toBe('---\ntitle: 題\n---\n\n文\n')
    expect(text(before, 'plain/zh-hans.published.md')).toBe('---\ntitle: 簡題\n---\n\n文\n')
    expect(text(before, 'withdrawn/state.yaml')).toContain('withdrawalReason: |-\n      內容有誤：\n      重發')
    expect([...before.keys()].filter((path) => path.startsWith('corrected/'))).toEqual([
      'corrected/article.yaml',
      'corrected/zh-hant.md',
      'corrected/zh-hans.published.md',
      'corrected/zh-hant.published.md',
      'corrected/state.yaml',
      'corrected/history.jsonl',
      'corrected/past.jsonl',
    ])
  })

  test('is refused where an address is taken, before anything is written', async () => {
    await expect(take(before)).rejects.toThrow(/These addresses are taken.*corrected.*old-address.*--replace/s)
  })

  test('puts the articles back as they were with --replace', async () => {
    await db.update(edition).set({ title: 'spoilt' })
    await db.update(photo).set({ credit: 'spoilt' })
    const [{ articleId } = { articleId: 0 }] = await db.select().from(edition).limit(1)
    const drawn = { sha256: 'a'.repeat(64), bytes: 1, type: 'png', madeForTitle: 'x', storedAtMs: 1 } as const
    await db.insert(sharePicture).values({ articleId, edition: 'en', ...drawn })
    await take(before, { replace: true })
    expect(await db.select().from(sharePicture)).toEqual([])
    const after = await exported()
    expect(asText(after)).toEqual(asText(before))
  })
})

describe('import of a folder that somebody changed', () => {
  let files: Files

  beforeAll(async () => {
    await emptySite()
    await makeSite()
    files = await exported()
    await emptySite()
  })

  function changed(path: string, from: string | RegExp, to: string): Files {
    const old = text(files, path)
    expect(old).toMatch(from)
    return new Map([...files, [path, new TextEncoder().encode(old.replace(from, to))]])
  }

  test.each<[string, () => Files, RegExp]>([
    [
      'a script in what readers see',
      () => changed('plain/state.yaml', '<p id="p1">', '<p id="p1"><script>alert(1)</script>'),
      /^plain\/state\.yaml:\d+: editions\[0\]\.html: this is not HTML that this site made/,
    ],
    [
      'a handler in what readers see',
      () => changed('plain/state.yaml', '<p id="p1">', '<p id="p1" onclick="x">'),
      /html: this is not HTML/,
    ],
    [
      'a link that runs a script, in what readers see',
      () =>
        changed('plain/state.yaml', /\\"related\\": \[\]/, '\\"related\\": [{\\"url\\": \\"javascript:alert(1)\\"}]'),
      /details: .* address that may not be a link/,
    ],
    [
      'a date that does not exist',
      () => changed('plain/state.yaml', /createdAt: .*/, 'createdAt: 2026-02-30T10:00:00+08:00'),
      /^plain\/state\.yaml:3: createdAt: there is no 2026-02-30/,
    ],
    [
      'a misspelt field',
      () => changed('plain/article.yaml', 'topics:', 'topic:'),
      /^plain\/article\.yaml:\d+: topic: no such field/,
    ],
    [
      'a broken line of history',
      () => changed('corrected/history.jsonl', /^\{/, '['),
      /^corrected\/history\.jsonl:1: write/,
    ],
    [
      'a script in what readers saw before',
      () => changed('corrected/past.jsonl', /\\"html\\":\\"/, '\\"html\\":\\"<script>alert(1)</script>'),
      /^corrected\/past\.jsonl:\d+: write/,
    ],
    [
      'a script in a boilerplate that readers saw before',
      () =>
        changed(
          'corrected/past.jsonl',
          '\\"boilerplates\\":[]',
          '\\"boilerplates\\":[{\\"html\\":\\"<script>alert(1)</script>\\"}]',
        ),
      /^corrected\/past\.jsonl:\d+: write/,
    ],
    [
      'no words of a published edition',
      () => new Map([...files].filter(([path]) => path !== 'plain/en.published.md')),
      /^plain\/en\.published\.md:1: there is no such file/,
    ],
    [
      'no site.yaml',
      () => new Map([...files].filter(([path]) => path !== 'site.yaml')),
      /^site\.yaml:1: there is no such file/,
    ],
  ])('says the file and the line of %s, and takes nothing in', async (_name, make, message) => {
    await expect(take(make())).rejects.toThrow(message)
    expect(await db.select().from(articleTable)).toEqual([])
  })

  test('refuses a photo that knows where it was taken', async () => {
    const path = [...files.keys()].find((name) => name.endsWith('/full.jpg')) ?? ''
    const spoilt = new Map([...files, [path, await photoWithPlace()]])
    await expect(take(spoilt)).rejects.toThrow(/full\.jpg:1: this carries Exif/)
  })

  test('names the photos that articles show and nobody has', async () => {
    const key =
      [...files.keys()]
        .find((name) => name.endsWith('/full.jpg'))
        ?.split('/')
        .at(-2) ?? ''
    const without = new Map([...files].filter(([path]) => !path.includes(`/${key}/`)))
    expect(without.size).toBeLessThan(files.size)
    expect((await take(without)).missingPhotos).toEqual([key])
    expect((await take(files, { replace: true })).missingPhotos).toEqual([])
    await emptySite()
  })

  test('publishes an article that somebody wrote by hand', async () => {
    const plain = new Map([...files].filter(([path]) => !/^(?!plain)[a-z-]+\/|plain\/(?:state|.*published)/.test(path)))
    const renamed = new Map([...plain].map(([path, bytes]) => [path, bytes]))
    await take(renamed)
    const html = await (await get(href.article({ edition: 'zh-hans', images: true }, 'plain'))).text()
    expect(html).toContain('轉題')
  })
})
