import { beforeAll, describe, expect, test } from 'vitest'
import { topic } from '../../../src/db/schema.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { adminHref } from '../../../src/routes.ts'
import { articleForm, ask, clock, createDraft, db, EDITORS, hireEditors, NOON_MS } from './desk.ts'
import { publish, written } from './publishing.ts'

beforeAll(hireEditors)

async function contentOf(id: number) {
  const found = await findWorkingCopy(db, id)
  if (!found) throw new Error(`no article ${id}`)
  return found.copy
}

describe('a new article', () => {
  test('begins with a headline and gets an address of its words', async () => {
    const id = await createDraft('Hong Kong opens a data park')
    expect((await contentOf(id)).slug).toBe('hong-kong-opens-a-data-park')
  })

  test('with a Chinese headline gets a neutral address, and the next one another', async () => {
    const form = { kind: 'notice', titleZh: '數碼港通告', titleEn: '' }
    for (const number of [1, 2]) {
      const id = Number(/\d+/.exec((await ask(adminHref.articles(), { form })).headers.get('location') ?? '')?.[0])
      expect((await contentOf(id)).slug).toBe(`2026-11-23-notice-${number}`)
    }
  })

  test('gets an address however many there are on one day', async () => {
    const form = { kind: 'speech', titleZh: '致辭', titleEn: '' }
    const slugs = new Set<string>()
    for (let count = 1; count <= 22; count++) {
      clock.nowMs = NOON_MS - count
      const answer = await ask(adminHref.articles(), { form })
      slugs.add((await contentOf(Number(/articles\/(\d+)/.exec(answer.headers.get('location') ?? '')?.[1]))).slug)
    }
    clock.nowMs = NOON_MS
    expect(slugs.size).toBe(22)
    for (const slug of slugs) expect(slug).toMatch(/^2026-11-23-speech-\d+$/)
  })

  test('without any headline is given back with 422, a summary that takes focus and a link to the field', async () => {
    const response = await ask(adminHref.articles(), { form: { kind: 'speech', titleZh: '', titleEn: '' } })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('<title>Error: New article')
    expect(html).toMatch(/<div class="error-summary" id="error-summary" tabindex="-1" autofocus/)
    expect(html).toContain('href="#f-titleZh"')
    expect(html).toMatch(/aria-describedby="f-titleZh-error" aria-invalid="true"/)
    expect(html).toContain('<option value="speech" selected')
  })

  test('from another one keeps its contacts, boilerplates and topics', async () => {
    const id = await createDraft('The original of a copy')
    const chosen = { topics: ['startups', 'events'], contacts: ['press'], boilerplates: ['about'] }
    await ask(adminHref.article(id), { form: articleForm(1, { slug: 'the-original-of-a-copy', ...chosen }) })
    const copied = await ask(adminHref.copies(id), { form: {} })
    const copy = await contentOf(Number(/\d+/.exec(copied.headers.get('location') ?? '')?.[0]))
    expect(copy.content).toMatchObject(chosen)
    expect(copy.content.written).toEqual({})
  })
})

describe('saving an article', () => {
  test('is refused while the event would end before it begins', async () => {
    const id = await createDraft('An event')
    const starts = { slug: 'an-event', kind: 'media-invitation', 'invitation.startsAt': '2026-12-10T15:00' }
    const save = (endsAt: string) =>
      ask(adminHref.article(id), { form: articleForm(1, { ...starts, 'invitation.endsAt': endsAt }) })
    for (const endsAt of ['2026-12-10T13:00', '2026-12-10T15:00']) {
      const response = await save(endsAt)
      expect(response.status).toBe(422)
      expect(await response.text()).toMatch(
        /href="#f-invitation\.endsAt">[^<]*The end must be later than the beginning/,
      )
    }
    expect((await save('2026-12-10T15:30')).status).toBe(303)
  })

  test('is said first of all, in the title of the page that follows', async () => {
    const id = await createDraft('Said in the title')
    const saved = await ask(adminHref.article(id), { form: articleForm(1, { slug: 'said-in-the-title' }) })
    const html = await (await ask(saved.headers.get('location') ?? '')).text()
    expect(html).toContain('<title>Saved. ')
    expect(await (await ask(adminHref.article(id))).text()).not.toContain('<title>Saved. ')
  })

  test('that is given back still says which address would do, or is public', async () => {
    const hint = async (id: number, slug: string) => {
      const { version } = await contentOf(id)
      const form = articleForm(version, { slug, 'en.title': 'A hint that stays', datelineDate: 'soon' })
      const response = await ask(adminHref.article(id), { form })
      expect(response.status).toBe(422)
      return /id="f-slug-hint">([^<]*)</.exec(await response.text())?.[1]
    }
    const id = await createDraft('A hint')
    expect(await hint(id, 'a-hint')).toMatch(/Suggestion: a-hint-that-stays$/)
    const other = await written('a-hint-of-the-public')
    await publish(other)
    expect(await hint(other, 'another-address')).toContain('The public address is “a-hint-of-the-public” now')
  })

  test('makes a revision and keeps all that was typed', async () => {
    const id = await createDraft('Saved once')
    const fields = {
      slug: 'saved-once',
      'zh.facts.0.term': '日期',
      'zh.facts.0.detail': '今日',
      'zh.facts.3.term': '地點',
      'zh.facts.3.detail': '香港',
      'en.downloads.0.label': 'Photos',
      'en.downloads.0.url': 'https://example.org/photos',
      topics: ['', 'startups', 'startups', ''],
    }
    const response = await ask(adminHref.article(id), { form: articleForm(1, fields) })
    expect(response.status).toBe(303)
    const { content, version } = await contentOf(id)
    expect(version).toBe(2)
    expect(content.topics).toEqual(['startups'])
    expect(content.written['zh-hant']?.facts.map(({ term }) => term)).toEqual(['日期', '地點'])
    expect(content.written['zh-hant']?.body).toBe('第一段文字。\n\n第二段文字。')
    const html = await (await ask(adminHref.article(id))).text()
    expect(html).toContain('第一段文字。\n\n第二段文字。</textarea>')
  })

  test('with mistakes names each of them, keeps everything and saves nothing', async () => {
    const id = await createDraft('Saved with mistakes')
    const fields = {
      slug: '中文 網址',
      datelineDate: 'tomorrow',
      'en.related.0.url': 'javascript:alert(1)',
      'en.related.0.label': '<b>"Label"</b>',
      'zh.title': '標題'.repeat(200),
    }
    const response = await ask(adminHref.article(id), { form: articleForm(1, fields) })
    const html = await response.text()
    expect(response.status).toBe(422)
    for (const field of ['slug', 'datelineDate', 'en.related.0.url', 'zh.title']) {
      expect(html).toContain(`href="#f-${field}"`)
      expect(html).toContain(`id="f-${field}-error"`)
    }
    expect(html).toContain('value="中文 網址"')
    expect(html).toContain('value="&lt;b&gt;&quot;Label&quot;&lt;/b&gt;"')
    expect((await contentOf(id)).version).toBe(1)
  })

  test('refuses an address that another article has', async () => {
    await createDraft('Address that is taken')
    const id = await createDraft('Wants that address')
    const form = articleForm(1, { slug: 'address-that-is-taken' })
    const response = await ask(adminHref.article(id), { form })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Another article has or had this address')
  })

  test('"add a row" gives the form back with one more row and saves nothing', async () => {
    const id = await createDraft('Grows a row')
    const form = articleForm(1, { slug: 'x', add: 'zh.facts', 'zh.facts.0.term': '項目' })
    const response = await ask(adminHref.article(id), { form })
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('name="zh.facts.2.term"')
    expect(html).toContain('value="項目"')
    expect((await contentOf(id)).version).toBe(1)
  })

  test('on an old revision shows both texts and loses neither', async () => {
    const id = await createDraft('Two editors meet')
    const mine = { slug: 'two-editors-meet', 'zh.body': '我的內文。' }
    const theirs = { slug: 'two-editors-meet', 'zh.body': '他們的內文。' }
    const first = await ask(adminHref.article(id), { as: EDITORS.author, form: articleForm(1, theirs) })
    expect(first.status).toBe(303)
    const response = await ask(adminHref.article(id), { form: articleForm(1, mine) })
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(html).toContain('他們的內文。')
    expect(html).toContain('我的內文。')
    expect(html).toContain(EDITORS.author)
    expect(html).toContain('name="version" value="2"')
    const again = await ask(adminHref.article(id), { form: articleForm(2, mine) })
    expect(again.status).toBe(303)
    expect((await contentOf(id)).content.written['zh-hant']?.body).toBe('我的內文。')
    expect(await (await ask(adminHref.revision(id, 2))).text()).toContain('他們的內文。')
  })
})

describe('the form', () => {
  test('offers no row that would not be read', async () => {
    const id = await createDraft('Full of facts')
    const facts = Object.fromEntries(Array.from({ length: 40 }, (_, row) => [`en.facts.${row}.term`, `Term ${row}`]))
    const rows = async (fields: Record<string, string>) => {
      await ask(adminHref.article(id), {
        form: articleForm((await contentOf(id)).version, { slug: 'facts', ...fields }),
      })
      const html = await (await ask(adminHref.article(id))).text()
      const offered = html.match(/name="en\.facts\.\d+\.term"/g)?.length
      return { offered, more: html.includes('name="add" value="en.facts"') }
    }
    expect(await rows(facts)).toEqual({ offered: 40, more: false })
    expect(await rows({ ...facts, 'en.facts.0.term': '' })).toEqual({ offered: 40, more: true })
  })

  test('leads nobody to a page that is not for them', async () => {
    const id = await createDraft('Tabs of an author')
    const tabs = async (as: string) =>
      (await (await ask(adminHref.article(id), { as })).text()).includes(adminHref.previewLinks(id))
    expect(await tabs(EDITORS.editor)).toBe(true)
    expect(await tabs(EDITORS.author)).toBe(false)
  })
})

describe('autosave', () => {
  const autosave = (id: number, version: number, body: string, as: string = EDITORS.editor) =>
    ask(adminHref.autosave(id), { as, form: articleForm(version, { slug: 'not yet an address', 'zh.body': body }) })

  test('saves what is half finished, and autosaves in a row are one revision', async () => {
    const id = await createDraft('Autosaved in a row')
    let version = 1
    for (const body of ['一', '一二', '一二三']) {
      const response = await autosave(id, version, body)
      expect(response.status).toBe(200)
      version = (await response.json<{ version: number }>()).version
    }
    expect(version).toBe(4)
    const html = await (await ask(adminHref.revisions(id))).text()
    expect([...html.matchAll(/revisions\/(\d+)"/g)].map(([, number]) => number)).toEqual(['4', '1'])
    expect((await contentOf(id)).slug).toBe('autosaved-in-a-row')
  })

  test('never replaces what another editor saved, and tells both', async () => {
    const id = await createDraft('Autosaved by two')
    expect((await autosave(id, 1, '甲', EDITORS.author)).status).toBe(200)
    expect((await autosave(id, 1, '乙')).status).toBe(409)
    expect((await autosave(id, 2, '乙')).status).toBe(200)
    expect((await autosave(id, 2, '甲二', EDITORS.author)).status).toBe(409)
    expect(await (await ask(adminHref.revision(id, 2))).text()).toContain('甲')
  })

  test('of what another editor has saved already makes no revision', async () => {
    const id = await createDraft('Autosaved unchanged')
    await autosave(id, 1, '甲', EDITORS.author)
    const response = await autosave(id, 2, '甲')
    expect((await response.json<{ version: number }>()).version).toBe(2)
    expect((await contentOf(id)).savedBy).toBe(EDITORS.author)
  })

  const numbers = async (id: number) => {
    const html = await (await ask(adminHref.revisions(id))).text()
    return [...html.matchAll(/revisions\/(\d+)"/g)].map(([, number]) => Number(number)).reverse()
  }

  test('stays to be found when what replaces it is not typed on from it', async () => {
    const text = '這一段文字是花了許多時間寫成的。'
    const restored = await createDraft('Restored over an autosave')
    await autosave(restored, 1, text)
    await ask(adminHref.restoration(restored, 1), { form: { version: '2' } })
    expect(await numbers(restored)).toEqual([1, 2, 3])

    const met = await createDraft('Met an autosave')
    await autosave(met, 1, `${text}甲`)
    const mine = articleForm(2, { slug: 'met-an-autosave', 'zh.body': `${text}乙`, met: 'yes' })
    expect((await ask(adminHref.article(met), { form: mine })).status).toBe(303)
    expect(await numbers(met)).toEqual([1, 2, 3])

    const wiped = await createDraft('Wiped out by mistake')
    await autosave(wiped, 1, text)
    await autosave(wiped, 2, '誤')
    await autosave(wiped, 3, '誤寫')
    expect(await numbers(wiped)).toEqual([1, 2, 4])
    expect(await (await ask(adminHref.revision(wiped, 2))).text()).toContain(text)
  })

  test('stays to be found when a text is taken back bit by bit', async () => {
    const id = await createDraft('Taken back bit by bit')
    let body = '這一段文字是花時間寫成的'
    await autosave(id, 1, body)
    for (let version = 2; body !== ''; version++) {
      body = body.slice(0, -2)
      await autosave(id, version, body)
    }
    expect(await (await ask(adminHref.revision(id, 2))).text()).toContain('這一段文字是花時間寫成的')
  })

  test('is one revision with the save that follows it, and with another that changes a word', async () => {
    const id = await createDraft('Typed on and saved')
    const typed = (version: number, body: string) => ({
      form: articleForm(version, { slug: 'typed-on-and-saved', 'zh.body': body }),
    })
    await ask(adminHref.autosave(id), typed(1, '數碼港今日宣布'))
    await ask(adminHref.autosave(id), typed(2, '數碼港昨日宣布'))
    await ask(adminHref.article(id), typed(3, '數碼港昨日宣布成立基金。'))
    expect(await numbers(id)).toEqual([1, 4])
  })

  test('never reaches back further than ten minutes, however steadily somebody types', async () => {
    const id = await createDraft('Typed for forty minutes')
    for (let minute = 0; minute <= 36; minute += 9) {
      clock.nowMs = NOON_MS + minute * 60_000
      await autosave(id, 1 + minute / 9, '字'.repeat(minute + 1))
    }
    clock.nowMs = NOON_MS
    expect(await numbers(id)).toEqual([1, 3, 4, 5, 6])
  })

  test('after ten minutes begins a new revision', async () => {
    const id = await createDraft('Autosaved with a pause')
    await autosave(id, 1, '早')
    clock.nowMs = NOON_MS + 11 * 60_000
    await autosave(id, 2, '遲')
    clock.nowMs = NOON_MS
    expect((await ask(adminHref.revision(id, 2))).status).toBe(200)
  })
})

describe('revisions', () => {
  test('that became part of a newer one are explained to whoever follows an old link', async () => {
    const id = await createDraft('Followed an old link')
    const response = await ask(adminHref.revision(id, 7))
    expect(response.status).toBe(404)
    const html = await response.text()
    expect(html).toMatch(/role="alert">.*?An autosaved one may have become part of a newer one/)
    expect(html).toContain(`href="${adminHref.revision(id, 1)}"`)
    expect((await ask(adminHref.revision(99_999, 1))).status).toBe(404)
  })

  test('that do not exist are said where they were asked for, with what was typed', async () => {
    const id = await createDraft('No such revision')
    for (const [from, to, wrong] of [
      ['1', 'none', ['to']],
      ['', '1', ['from']],
      ['9', '-1', ['from', 'to']],
    ] as const) {
      const response = await ask(`${adminHref.comparison(id)}?${new URLSearchParams({ from, to })}`)
      expect(response.status).toBe(422)
      const html = await response.text()
      expect(html).toContain('<title>Error: Revisions: No such revision')
      expect([...html.matchAll(/href="#f-(from|to)"/g)].map(([, field]) => field)).toEqual(wrong)
      expect(html).toMatch(new RegExp(`<input id="f-from"[^>]* value="${from}"`))
      expect(html).toMatch(new RegExp(`<input id="f-to"[^>]* value="${to}"`))
    }
  })

  test('that differ much are compared one edition at a time, others together', async () => {
    const id = await createDraft('Much differs')
    const form = (version: number, words: Record<string, string>) =>
      articleForm(version, { slug: 'much-differs', 'zh.body': '甲。', 'en.body': 'One.', ...words })
    const long = {
      'zh.body': `${'數碼港今日宣布成立。'.repeat(1500)}\n\n`.repeat(2),
      'en.body': 'Founded today. '.repeat(1300),
    }
    for (const [version, words] of [{}, { 'zh.body': '乙。', 'en.body': 'Two.' }, long, {}].entries()) {
      const saved = await ask(adminHref.article(id), { form: form(version + 1, words) })
      expect(saved.status, await saved.text()).toBe(303)
    }
    const links = (html: string) =>
      [...html.matchAll(/comparison\?from=[^"]*edition=([a-z-]*)"/g)].map(([, key]) => key)
    const short = await (await ask(adminHref.comparison(id, 2, 3))).text()
    expect(links(short)).toEqual([])
    expect(short).toMatch(/<del>.{0,80}甲.*<del>.{0,80}One/s)
    const shown = async (edition: string) => {
      const html = await (await ask(`${adminHref.comparison(id, 3, 4)}&edition=${edition}`)).text()
      expect(links(html)).toEqual(['zh-hant', 'en'])
      expect(html).toContain('one edition is shown at a time')
      const [, current] = /edition=([a-z-]*)"[^>]* aria-current="page"/.exec(html) ?? []
      return { current, zh: html.includes('數碼港今日宣布成立'), en: html.includes('Founded today') }
    }
    expect(await shown('')).toEqual({ current: 'zh-hant', zh: true, en: false })
    expect(await shown('en')).toEqual({ current: 'en', zh: false, en: true })
    expect(await shown('zh-hans')).toEqual({ current: 'zh-hant', zh: true, en: false })
    expect(await shown('<nonsense>')).toEqual({ current: 'zh-hant', zh: true, en: false })
  })

  test('name what was chosen from lists, and what is in no list any more by its key', async () => {
    const names = { nameZhHant: '晶片', nameZhHans: '芯片', nameEn: 'Microchips' }
    await db.insert(topic).values({ key: 'chips', ...names, updatedAtMs: NOON_MS })
    const id = await createDraft('Named choices')
    const form = (version: number, topics: string) => articleForm(version, { slug: 'named-choices', topics })
    await ask(adminHref.article(id), { form: form(1, 'chips') })
    await ask(adminHref.article(id), { form: form(2, 'not-there') })
    const html = await (await ask(adminHref.comparison(id, 2, 3))).text()
    expect(html).toMatch(/<del>.{0,80}Microchips \(chips\)/)
    expect(html).toMatch(/<ins>.{0,80}not-there/)
    expect(await (await ask(adminHref.revision(id, 2))).text()).toContain('>Microchips (chips)<')
    const met = await ask(adminHref.article(id), { form: form(2, 'chips') })
    expect(met.status).toBe(409)
    expect(await met.text()).toMatch(/<ins>.{0,80}Microchips \(chips\)/)
  })

  test('any two are compared Han by Han and word by word, and an old one is restored', async () => {
    const id = await createDraft('Compared and restored')
    const form = (version: number, body: string) =>
      articleForm(version, { slug: 'compared-and-restored', 'zh.body': body })
    await ask(adminHref.article(id), { form: form(1, '數碼港今日宣布成立基金。') })
    await ask(adminHref.article(id), { form: form(2, '數碼港昨日宣布成立 fund。') })
    const html = await (await ask(adminHref.comparison(id, 2, 3))).text()
    expect(html).toMatch(/<del>.{0,80}今<\/del>/)
    expect(html).toMatch(/<ins>.{0,80}昨<\/ins>/)
    expect(html).toContain('fund')
    const restored = await ask(adminHref.restoration(id, 2), { form: { version: '3' } })
    expect(restored.status).toBe(303)
    expect((await contentOf(id)).content.written['zh-hant']?.body).toBe('數碼港今日宣布成立基金。')
  })
})

describe('the preview', () => {
  test('shows what is typed as readers of each edition will see it', async () => {
    const id = await createDraft('Previewed')
    const show = async (edition: string) => {
      const form = { ...articleForm(1, { 'zh.body': '## 標題\n\n發布軟件。' }), previewEdition: edition }
      const response = await ask(adminHref.preview(id), { form })
      expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
      return await response.text()
    }
    expect(await show('zh-hant')).toContain('發布軟件')
    expect(await show('zh-hans')).toMatch(/<html lang="zh-CN">.*发布软件/s)
    expect(await show('en')).toMatch(/<html lang="en">.*Second paragraph/s)
    expect((await contentOf(id)).version).toBe(1)
  })
})

test('content checks look at what is typed, and lead to its fields', async () => {
  const id = await createDraft('Checked while typing')
  const form = articleForm(1, { 'zh.body': '看[這裡](https://example.org/)。' })
  const html = await (await ask(adminHref.checks(id), { form })).text()
  expect(html).toContain('does not say where it leads')
  expect(html).toContain('href="#f-zh.body"')
  expect((await contentOf(id)).version).toBe(1)
})

describe('articles with the same headline', () => {
  const linksTo = (html: string, id: number) =>
    [...html.matchAll(new RegExp(`<a [^>]*href="${adminHref.article(id)}"[^>]*>(.*?)</a>`, 'gs'))].map(
      ([, text = '']) => text.replace(/<[^>]*>/g, ''),
    )

  test('are told apart by their numbers wherever both are listed, and only there', async () => {
    const [one, other] = [await createDraft('Twice the same'), await createDraft('Twice the same')]
    const alone = await createDraft('Once')
    for (const address of [adminHref.home(), adminHref.find('same'), adminHref.audit()]) {
      const html = await (await ask(address)).text()
      for (const id of [one, other]) {
        expect(new Set(linksTo(html, id)), address).toEqual(new Set([`Twice the same (Article ${id})`]))
      }
    }
    const audit = await (await ask(adminHref.audit())).text()
    expect(new Set(linksTo(audit, alone))).toEqual(new Set(['Once']))
    const ofOne = await (await ask(adminHref.audit({ article: String(one) }))).text()
    expect(new Set(linksTo(ofOne, one))).toEqual(new Set(['Twice the same']))
  })
})

describe('the overview', () => {
  test('lists drafts with their three editions in words, and finds them in either script', async () => {
    const form = { kind: 'notice', titleZh: '數碼港開幕', titleEn: '' }
    await ask(adminHref.articles(), { form })
    const html = await (await ask(adminHref.home())).text()
    expect(html).toContain('數碼港開幕')
    expect(html).toMatch(/English<\/b> no text/)
    expect(html).toContain('Scheduled work has never run')
    for (const query of ['數碼港開幕', '数码港开幕', '開幕 數碼']) {
      expect(await (await ask(adminHref.find(query))).text()).toContain('數碼港開幕')
    }
    expect(await (await ask(adminHref.find('沒有這些字'))).text()).toContain('No article matches')
  })

  test('leads to all articles where a list shows a part of them', async () => {
    for (let count = 0; count < 16; count++) await createDraft(`One of many drafts ${count}`)
    const html = await (await ask(adminHref.home())).text()
    expect(html).toMatch(/<a class="target" href="\/admin\/find">These are 15; see all articles/)
    expect(await (await ask(adminHref.find())).text()).toContain('One of many drafts 15')
  })
})
