import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listEditionRows } from '../../../src/db/acts.ts'
import { listAudit } from '../../../src/db/audit.ts'
import { insertPhoto } from '../../../src/db/photos.ts'
import { glossary, photo } from '../../../src/db/schema.ts'
import { findRecord } from '../../../src/db/site-records.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import type { Edition } from '../../../src/edition/editions.ts'
import { adminHref, href } from '../../../src/routes.ts'
import { articleForm, ask, clock, createDraft, db, EDITORS, hireEditors, NOON_MS } from './desk.ts'
import { decided, publish, read, written } from './publishing.ts'

beforeAll(hireEditors)
beforeEach(async () => {
  clock.nowMs = NOON_MS
  await db.delete(glossary)
})

const HOUR_MS = 3_600_000

const ENTRY = { kind: 'term', hant: '機械人', hans: '机器人', direction: 'both', note: '', act: 'save' } as const
type Fields = Record<string, string>

/** Adds an entry and gives the address of its page. */
async function add(fields: Fields = {}): Promise<string> {
  const saved = await ask(adminHref.glossary(), { form: { ...ENTRY, ...fields } })
  expect(saved.status).toBe(303)
  return adminHref.glossaryEntry(Number(/glossary\/(\d+)/.exec(saved.headers.get('location') ?? '')?.[1]))
}

const page = async (path: string) => (await ask(path)).text()
const see = async (fields: Fields = {}) =>
  (await ask(adminHref.glossary(), { form: { ...ENTRY, ...fields, act: 'see' } })).text()

/** An article that is published in all editions. */
async function published(slug: string, fields: Fields = {}): Promise<number> {
  const id = await written(slug, fields)
  expect((await publish(id)).status).toBe(303)
  return id
}

/** What the buttons of a page accept, those of single articles first. */
function acceptances(html: string): readonly string[] {
  return [...html.matchAll(/name="accept" value="([^"]*)"/g)].map((match) => match[1] ?? '')
}

function accept(entry: string, value: string, more = {}) {
  return ask(`${entry}/updates`, { form: { accept: value }, ...more })
}

const row = async (id: number, edition: Edition) =>
  (await listEditionRows(db, id)).find((one) => one.edition === edition)

const listedIds = (html: string) =>
  [...html.matchAll(/<li><a class="target" href="\/admin\/articles\/(\d+)"/g)].map((match) => Number(match[1]))

describe('before an entry is saved', () => {
  test('its page lists the published articles that it would change, passage by passage, and changes nothing', async () => {
    const id = await published('seen-before-saving', {
      'zh.title': '機械人展覽開幕',
      'zh.summary': '展出一百部機械人。',
      'zh.body': '第一句不變。**機械**人來了。\n\n- 機械人甲\n- 機械人乙',
      'zh.facts.0.term': '機械人數目',
      'zh.facts.0.detail': '一百部',
    })
    await published('without-these-words', { 'zh.body': '沒有這個詞。' })
    const html = await see()
    expect(html).toContain('Nothing has been saved yet')
    expect(html).toContain('Articles whose words would differ from those published: 1.')
    expect(listedIds(html)).toEqual([id])
    expect(html).toMatch(/<p class="text" lang="zh-CN">机<del>.*?械<\/del><ins>.*?器<\/ins>人展览开幕<\/p>/)
    expect(html).toContain('More places: 3.')
    expect(html).not.toContain('name="accept"')
    expect(await (await read('zh-hans', 'seen-before-saving')).text()).toContain('机械人展览开幕')
  })

  test('finds words in every part that is converted, and across marks', async () => {
    const parts: Fields = {
      'zh.label': '標籤測試詞',
      'zh.place': '地點測試詞',
      'zh.subtitle': '副題測試詞',
      'zh.body': '內文**測試**詞。',
      'zh.downloads.0.label': '下載測試詞',
      'zh.downloads.0.url': 'https://example.org/a.pdf',
      'zh.downloads.0.caption': '說明測試詞',
      'zh.facts.0.term': '資料測試詞',
      'zh.facts.0.detail': '詳情測試詞',
      'zh.related.0.label': '連結測試詞',
      'zh.related.0.url': 'https://example.org/b',
    }
    const ids: number[] = []
    for (const [index, [name, text]] of Object.entries(parts).entries()) {
      const url = name.replace(/label$|caption$/, 'url')
      const own = { [name]: text, ...(url in parts && url !== name ? { [url]: parts[url] ?? '' } : {}) }
      const label = name.endsWith('caption') ? { 'zh.downloads.0.label': '檔案' } : {}
      const rest = name.endsWith('detail')
        ? { 'zh.facts.0.term': '項目' }
        : name.endsWith('term')
          ? { 'zh.facts.0.detail': '一' }
          : {}
      if (name.endsWith('url')) continue
      ids.push(await published(`part-${index}`, { 'zh.body': '其他文字。', ...own, ...label, ...rest }))
    }
    const html = await see({ hant: '測試詞', hans: '测验词' })
    expect(listedIds(html).sort((a, b) => a - b)).toEqual(ids)
  })

  test('an article whose own decision says otherwise is not listed, nor one that a lock keeps', async () => {
    const fields = { 'zh.body': '鎖定詞彙在此。', 'overrides.0.from': '鎖定詞彙', 'overrides.0.to': '锁定词汇' }
    await published('decided-for-itself', fields)
    expect(await see({ hant: '鎖定詞彙', hans: '固定词语' })).toContain(
      'Articles whose words would differ from those published: 0.',
    )
  })

  test('says when only the newest articles were looked at', async () => {
    const id = await published('one-character-words', { 'zh.body': '一枱好菜。' })
    const html = await see({ hant: '枱', hans: '桌' })
    expect(html).toContain('A single character cannot be looked up; only the newest 200 articles were compared')
    expect(listedIds(html)).toContain(id)
  })

  test('names records whose Simplified words would be different, but not those that an editor wrote', async () => {
    const topic = { 'name.zh-hant': '量子晶片', 'name.en': 'Quantum chips', position: '1' }
    await ask(adminHref.records('topic'), { form: { ...topic, key: 'chips' } })
    await ask(adminHref.records('topic'), { form: { ...topic, key: 'by-hand', 'name.zh-hans': '手写芯片' } })
    const html = await see({ hant: '量子晶片', hans: '量子芯片' })
    expect(html).toContain(adminHref.record('topic', 'chips'))
    expect(html).not.toContain(adminHref.record('topic', 'by-hand'))
    expect((await findRecord(db, { kind: 'topic', key: 'chips' }))?.words.name?.['zh-hans']).toBe('量子晶片')
  })
})

describe('an update that an editor accepts', () => {
  const FIELDS = {
    'zh.title': '自動機械人',
    'zh.body': '## 機械人\n\n見[機械人](https://example.org/機械人)與`機械人`。',
    'zh.facts.0.term': '機械人數目',
    'zh.facts.0.detail': '一百部',
  }

  test('gives readers the new words in that edition, and nothing else changes', async () => {
    const id = await published('accepted-update', FIELDS)
    const before = await listEditionRows(db, id)
    const others = await Promise.all(
      (['zh-hant', 'en'] as const).map(async (edition) => (await read(edition, 'accepted-update')).text()),
    )
    const entry = await add()
    const html = await page(entry)
    expect(html).toContain(`Update article ${id}`)
    const [value = ''] = acceptances(html)
    clock.nowMs = NOON_MS + HOUR_MS
    const purges: (readonly string[])[] = []
    const purge = async (tags: readonly string[]) => void purges.push(tags)
    const done = await accept(entry, value, { purge })
    expect(done.status).toBe(303)
    expect(await page(done.headers.get('location') ?? '')).toContain('Articles updated: 1.')

    const shown = await (await read('zh-hans', 'accepted-update')).text()
    expect(shown).toContain('自动机器人')
    expect(shown).toMatch(/<h2[^>]*>机器人<\/h2>/)
    expect(shown).toContain('机器人数目')
    expect(shown).toContain('<code translate="no">機械人</code>')
    expect(shown).not.toContain('机械人')
    const unchanged = await Promise.all(
      (['zh-hant', 'en'] as const).map(async (edition) => (await read(edition, 'accepted-update')).text()),
    )
    expect(unchanged).toEqual(others)

    const old = before.find(({ edition }) => edition === 'zh-hans')
    const now = await row(id, 'zh-hans')
    expect(now).toMatchObject({
      ...{ revision: old?.revision, publishedAtMs: NOON_MS, updatedAtMs: NOON_MS + HOUR_MS },
      ...{ approvedBy: EDITORS.editor, approvedAtMs: NOON_MS + HOUR_MS, act: 'reconverted', actedBy: EDITORS.editor },
    })
    expect(now?.conversionVersion).not.toBe(old?.conversionVersion)
    expect(now?.details).toEqual({
      ...old?.details,
      facts: [{ term: '机器人数目', detail: '一百部' }],
      outline: now?.details.outline,
    })
    expect((await listEditionRows(db, id)).filter(({ edition }) => edition !== 'zh-hans')).toEqual(
      before.filter(({ edition }) => edition !== 'zh-hans'),
    )
    expect(purges).toHaveLength(1)
    expect(purges[0]).toContain(`a:${id}`)
    const [line] = (await listAudit(db, { articleId: id })).items
    expect(line).toMatchObject({ action: 'reconverted', actor: EDITORS.editor, detail: { editions: ['zh-hans'] } })
    const found = await (
      await ask(href.search({ edition: 'zh-hans', images: true }, { q: '自动机器人' }), { as: null })
    ).text()
    expect(found).toContain('accepted-update')
    expect(listedIds(await page(entry))).not.toContain(id)
  })

  test('keeps what readers saw before', async () => {
    const id = await published('kept-before', FIELDS)
    const entry = await add()
    const value = acceptances(await page(entry)).find((one) => one.startsWith(`${id}.`)) ?? ''
    clock.nowMs = NOON_MS + HOUR_MS
    await accept(entry, value)
    const history = await page(adminHref.history(id))
    expect(history).toContain('Converted anew')
    const then = await page(adminHref.shownThen(id, 'zh-hans', NOON_MS))
    expect(then).toContain('自动机械人')
    expect(then).not.toContain('自动机器人')
  })

  test('takes the published revision, not what has been saved since, and asks for no review', async () => {
    const id = await published('published-revision', FIELDS)
    const { version } = await decided(id)
    const draft = { slug: 'published-revision', 'zh.title': '未公開的機械人', 'zh.body': '未公開。' }
    await ask(adminHref.article(id), { form: articleForm(Number(version), draft) })
    await ask(adminHref.review(id), { form: { asked: 'yes' } })
    const entry = await add()
    const value = acceptances(await page(entry)).find((one) => one.startsWith(`${id}.`)) ?? ''
    expect((await accept(entry, value)).status).toBe(303)
    const shown = await (await read('zh-hans', 'published-revision')).text()
    expect(shown).toContain('自动机器人')
    expect(shown).not.toContain('未公开')
    const copy = (await findWorkingCopy(db, id))?.copy
    expect(copy).toMatchObject({ version: Number(version) + 1, reviewRequestedBy: EDITORS.editor })
  })

  test('is refused when the result would be another one by now, or somebody acted meanwhile', async () => {
    const id = await published('another-result', FIELDS)
    const entry = await add()
    const value = acceptances(await page(entry)).find((one) => one.startsWith(`${id}.`)) ?? ''
    await ask(entry, { form: { ...ENTRY, hans: '机器人们', version: '1' } })
    const refused = await accept(entry, value)
    const html = await refused.text()
    expect(refused.status).toBe(409)
    expect(html).toContain('Not updated, because the article or the glossary has changed meanwhile: 1.')
    expect(html).toContain('机器人们')
    expect(await (await read('zh-hans', 'another-result')).text()).toContain('自动机械人')
    for (const nothing of ['', 'x', `${id}.en.0000000000000000`]) {
      expect((await accept(entry, nothing)).status).toBe(422)
    }
    expect((await accept(entry, '987654.zh-hans.0000000000000000')).status).toBe(409)
  })

  test('goes for all that are listed at once, with one purge', async () => {
    const ids = [await published('all-at-once', FIELDS), await published('all-at-once-too', FIELDS)]
    const entry = await add()
    const values = acceptances(await page(entry))
    const all = values.at(-1) ?? ''
    expect(all.split(' ').length).toBe(values.length - 1)
    const purges: (readonly string[])[] = []
    expect(
      (await accept(entry, all, { purge: async (tags: readonly string[]) => void purges.push(tags) })).status,
    ).toBe(303)
    expect(purges).toHaveLength(1)
    for (const id of ids) {
      expect(purges[0]).toContain(`a:${id}`)
      expect((await row(id, 'zh-hans'))?.title).toBe('自动机器人')
    }
  })

  test('leaves photos as they were published, whatever the library says by now', async () => {
    const none = { alt: '', caption: '' }
    const photoId = await insertPhoto(db, {
      ...{ key: 'robot', sha256: '3'.repeat(64), width: 900, height: 600, credit: '', focalX: 50, focalY: 50 },
      ...{
        description: 'described',
        variantsPending: false,
        createdBy: 'a',
        createdAtMs: 1,
        updatedAtMs: 1,
        version: 1,
      },
      words: { 'zh-hant': { alt: '展品', caption: '機械人展覽' }, 'zh-hans': none, en: none },
      variants: [{ file: '960.jpg', format: 'jpeg', width: 960, height: 640, bytes: 9 }],
    })
    const body = '機械人來了。\n\n![](photo:robot)\n\n![機械人](photo:robot "機械人在左")'
    const id = await published('with-photos', { ...FIELDS, 'zh.body': body })
    const words = { 'zh-hant': { alt: '後來的說明', caption: '後來的標題' }, 'zh-hans': none, en: none }
    await db.update(photo).set({ words }).where(eq(photo.id, photoId))
    const entry = await add()
    const value = acceptances(await page(entry)).find((one) => one.startsWith(`${id}.`)) ?? ''
    expect((await accept(entry, value)).status).toBe(303)
    const shown = await (await read('zh-hans', 'with-photos')).text()
    expect(shown).toContain('机器人来了')
    expect(shown).toContain('alt="展品"')
    expect(shown).toContain('<span class="caption">机械人展览</span>')
    expect(shown).toContain('alt="机器人"')
    expect(shown).toContain('<span class="caption">机器人在左</span>')
    expect(shown).not.toContain('后来')
    const text = await (await ask(href.articleText('zh-hans', 'with-photos'), { as: null })).text()
    expect(text).toContain('展品')
    expect(text).not.toContain('后来')
  })

  test('leaves corrections and contacts as they were published', async () => {
    const contact = { 'organisation.zh-hant': '機械人協會', 'organisation.en': 'Robots', email: 'a@example.org' }
    await ask(adminHref.records('contact'), { form: { key: 'robots', ...contact } })
    const id = await createDraft('Kept with contacts')
    const slug = 'kept-with-contacts'
    await ask(adminHref.article(id), { form: { ...articleForm(1, { slug, ...FIELDS }), contacts: ['robots'] } })
    expect((await publish(id)).status).toBe(303)
    const notes = { 'note.zh-hant': '更正：機械人有誤。', 'note.en': 'The robots were wrong.' }
    expect((await ask(adminHref.correction(id), { form: { ...(await decided(id)), ...notes } })).status).toBe(303)
    const entry = await add()
    const value = acceptances(await page(entry)).find((one) => one.startsWith(`${id}.`)) ?? ''
    expect((await accept(entry, value)).status).toBe(303)
    const shown = await (await read('zh-hans', slug)).text()
    expect(shown).toContain('机械人协会')
    expect(shown).toContain('更正：机械人有误。')
    expect(shown).toContain('自动机器人')
  })

  test('reaches an article that is still scheduled, whose time stays', async () => {
    const id = await written('still-scheduled', FIELDS)
    expect((await publish(id, { when: 'schedule', at: '2026-11-23T13:00' })).status).toBe(303)
    const entry = await add()
    const value = acceptances(await page(entry)).find((one) => one.startsWith(`${id}.`)) ?? ''
    expect((await accept(entry, value)).status).toBe(303)
    expect(await row(id, 'zh-hans')).toMatchObject({ title: '自动机器人', updatedAtMs: null, act: 'scheduled' })
    expect((await read('zh-hans', 'still-scheduled')).status).toBe(404)
    clock.nowMs = NOON_MS + 2 * HOUR_MS
    expect(await (await read('zh-hans', 'still-scheduled')).text()).toContain('自动机器人')
  })

  test('goes the other way, too: from a Simplified original to the Traditional edition', async () => {
    const fields = { sourceEdition: 'zh-hans', 'zh.title': '出租车司机', 'zh.body': '出租车来了。', 'zh.summary': '' }
    const id = await published('simplified-original', fields)
    const entry = await add({ hant: '的士', hans: '出租车', direction: 'to-hant' })
    const html = await page(entry)
    expect(html).toContain('<p class="text" lang="zh-HK">')
    const value = acceptances(html).find((one) => one.startsWith(`${id}.zh-hant.`)) ?? ''
    expect((await accept(entry, value)).status).toBe(303)
    expect(await (await read('zh-hant', 'simplified-original')).text()).toContain('的士司機')
    expect(await (await read('zh-hans', 'simplified-original')).text()).toContain('出租车司机')
  })
})

describe('the page of an entry', () => {
  test('lists what differs where its word is, those places first, and nothing that differs elsewhere alone', async () => {
    const other = { hant: '量子電腦', hans: '量子电脑甲' }
    const fields = { 'zh.title': '量子電腦', 'zh.summary': '量子電腦面世。', 'zh.facts.0.detail': '一' }
    const both = { ...fields, 'zh.facts.0.term': '量子電腦與機械人' }
    const apart = { ...fields, 'zh.body': '機械人。', 'zh.facts.0.term': '量子電腦', 'overrides.0.from': '機械人' }
    const meant = await published('differs-at-the-word', both)
    const elsewhere = await published('differs-elsewhere', { ...apart, 'overrides.0.to': '机器人' })
    await add(other)
    const html = await page(await add())
    expect(listedIds(html)).toContain(meant)
    expect(listedIds(html)).not.toContain(elsewhere)
    expect(listedIds(await page(adminHref.outdated()))).toContain(elsewhere)
    const item = html.slice(html.indexOf(`href="/admin/articles/${meant}"`))
    expect(item.indexOf('与机')).toBeGreaterThan(0)
    expect(/<p class="text"[^>]*>(.*?)<\/p>/.exec(item)?.[1]).toContain('与机')
  })
})

/** The articles that a list names, page after page. `turn` gives the next page from the place where it begins. */
async function allListed(first: string, turn: (before: string) => Promise<string>) {
  const pages: (readonly number[])[] = []
  let html = first
  for (;;) {
    pages.push(listedIds(html))
    const before = /(?:href|formaction)="[^"]*\?before=([^"#&]*)[^"]*"/.exec(html)?.[1]
    if (!before || pages.length > 20) return pages
    html = await turn(before)
  }
}

describe('the articles with the words of an entry', () => {
  const words = { hant: '吸塵機', hans: '吸尘机器' }
  const ids: number[] = []
  const expectAll = (pages: readonly (readonly number[])[]) => {
    expect(pages.map(({ length }) => length)).toEqual([20, 3])
    expect(pages.flat()).toEqual(ids.toReversed())
  }

  beforeAll(async () => {
    for (let number = 1; number <= 23; number++) {
      ids.push(await published(`dust-${number}`, { 'zh.title': `第${number}部吸塵機`, 'zh.body': '其他文字。' }))
      await published(`dust-free-${number}`, { 'zh.body': '其他文字。' })
    }
  })

  test('are all reached from its page, 20 that differ at a time, newest first', async () => {
    const entry = await add(words)
    const first = await page(entry)
    expectAll(await allListed(first, (before) => page(`${entry}?before=${before}`)))
    expect(first).toMatch(/<a class="button" href="[^"]*#impact">Compare older articles<\/a>/)
    expect(first).toContain('Articles that this page compared: 20.')
    expect(await page(`${entry}?before=nonsense`)).toContain('this page compared: 20.')
  })

  test('are all reached before it is saved, with everything typed', async () => {
    const form = { ...ENTRY, ...words, note: '未儲存的備註', act: 'see' }
    const turn = async (before: string) => {
      const html = await (await ask(`${adminHref.glossary()}?before=${before}`, { form })).text()
      expect(html).toContain('未儲存的備註')
      return html
    }
    const first = await turn('')
    expect(first).toMatch(/<button type="submit" form="entry" name="act" value="see" formaction="[^"]*#impact">/)
    expectAll(await allListed(first, turn))
  })

  test('are all reached from the question whether to delete it', async () => {
    const entry = await add(words)
    for (const value of acceptances(await page(entry)).slice(0, 20)) await accept(entry, value)
    const question = `${entry}/deletion`
    const turn = (before: string) => page(`${question}?before=${before}`)
    expect((await allListed(await page(question), turn)).flat()).toEqual(ids.toReversed().slice(0, 20))
  })

  test('an update on a later page leads back to that page', async () => {
    const entry = await add({ ...words, hans: '吸尘机械' })
    const before = /\?before=([^"#&]*)/.exec(await page(entry))?.[1] ?? ''
    const html = await page(`${entry}?before=${before}`)
    const action = /<form method="post" action="([^"]*\/updates[^"]*)"/.exec(html)?.[1] ?? ''
    const done = await ask(action, { form: { accept: acceptances(html)[0] ?? '' } })
    expect(done.headers.get('location')).toBe(`${entry}?before=${before}&done=1`)
    expect(listedIds(await page(done.headers.get('location') ?? ''))).toEqual(ids.slice(0, 2).toReversed())
  })

  test('are fewer on a page when they are long, and one at least', async () => {
    const paragraph = `${'內文一句。'.repeat(60)}\n\n`
    const long = [paragraph.repeat(101), `${'Latin. '.repeat(60)}\n\n`.repeat(200), paragraph.repeat(104)]
    const scanned: number[] = []
    for (const [index, text] of long.entries()) {
      scanned.push(await published(`scanned-${index}`, { 'zh.body': `掃描器。${text}` }))
    }
    const entry = await add({ hant: '掃描器', hans: '扫描仪' })
    const pages = await allListed(await page(entry), (before) => page(`${entry}?before=${before}`))
    expect(pages).toEqual(scanned.toReversed().map((id) => [id]))
  })
})

describe('deleting an entry', () => {
  test('lists what it leaves behind, and changes no page', async () => {
    await add({ hant: '臨時詞', hans: '暂用词' })
    const id = await published('left-behind', { 'zh.body': '這是臨時詞。' })
    const [entry] = await db.select().from(glossary)
    const question = await page(adminHref.glossaryDeletion(entry?.id ?? 0))
    expect(question).toContain('Published pages do not change')
    expect(listedIds(question)).toEqual([id])
    expect((await ask(adminHref.glossaryDeletion(entry?.id ?? 0), { form: { version: '1' } })).status).toBe(303)
    expect(await (await read('zh-hans', 'left-behind')).text()).toContain('暂用词')
    const html = await page(adminHref.outdated())
    expect(listedIds(html)).toContain(id)
    const value = acceptances(html).find((one) => one.startsWith(`${id}.`)) ?? ''
    const updated = await ask(adminHref.outdated(), { form: { accept: value } })
    expect(updated.status).toBe(303)
    expect(await page(updated.headers.get('location') ?? '')).toContain('Articles updated: 1.')
    expect(await (await read('zh-hans', 'left-behind')).text()).toContain('临时词')
  })
})

describe('the list of what would be converted otherwise', () => {
  test('goes through all of them, 20 that differ at a time, and leaves out what would say the same', async () => {
    const ids: number[] = []
    for (let number = 1; number <= 23; number++) {
      ids.push(await published(`sweep-${number}`, { 'zh.title': `第${number}部掃地機`, 'zh.body': '掃地機來了。' }))
    }
    const same = await published('sweep-same', { 'zh.title': '與此無關', 'zh.body': '與此無關。' })
    await add({ hant: '掃地機', hans: '扫地机器' })
    const listed: number[] = []
    let path: string | undefined = adminHref.outdated()
    for (let pages = 0; path && pages < 10; pages++) {
      const html = await page(path)
      const here = listedIds(html)
      expect(here.length).toBeLessThanOrEqual(20)
      listed.push(...here)
      path = /href="(\/admin\/glossary\/outdated\?before=[^"]*)"/.exec(html)?.[1]
    }
    expect(listed.filter((id) => ids.includes(id)).sort((a, b) => a - b)).toEqual(ids)
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed).not.toContain(same)
  })

  test('notices names of contacts, which conversion treats as names', async () => {
    const id = await published('name-of-a-contact', { 'zh.body': '發言人陳乾隆今日回應。' })
    expect(listedIds(await page(adminHref.outdated()))).not.toContain(id)
    const words = {
      'organisation.zh-hant': '機構',
      'organisation.en': 'Body',
      'person.zh-hant': '陳乾隆',
      'person.en': 'A',
    }
    expect((await ask(adminHref.records('contact'), { form: { key: 'chan', ...words } })).status).toBe(303)
    expect(listedIds(await page(adminHref.outdated()))).toContain(id)
  })
})
