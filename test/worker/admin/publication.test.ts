import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../../../src/db/audit.ts'
import { listQueuedPurges } from '../../../src/db/purges.ts'
import { EDITION_KEYS, type Edition } from '../../../src/edition/editions.ts'
import { adminMessagesFor } from '../../../src/edition/messages/admin.ts'
import { messagesFor } from '../../../src/edition/messages/messages.ts'
import { adminHref, href } from '../../../src/routes.ts'
import { articleForm, ask, clock, createDraft, db, EDITORS, hireEditors, NOON_MS } from './desk.ts'
import { decided, publish, read, written } from './publishing.ts'

beforeAll(hireEditors)

const HOUR_MS = 3_600_000

async function statuses(slug: string): Promise<readonly number[]> {
  return Promise.all(EDITION_KEYS.map(async (edition) => (await read(edition, slug)).status))
}

describe('the publication page', () => {
  test('has a row for each edition, with words and ways to the fields', async () => {
    const id = await createDraft('Only a headline here')
    const html = await (await ask(adminHref.publication(id))).text()
    expect(html).toMatch(/English<\/th>.*?Blocks publication: no text/s)
    expect(html).toContain(`${adminHref.article(id)}#f-en.body`)
    const blocked = await publish(id, { editions: 'en' })
    expect(blocked.status).toBe(422)
    expect(await blocked.text()).toContain('still blocks')
  })

  test('warns when an event has no time or no venue, and leads to the field', async () => {
    const slug = 'invited-to-what'
    const id = await written(slug, { kind: 'media-invitation' })
    const { details } = adminMessagesFor('en').publication
    const page = async () => await (await ask(adminHref.publication(id))).text()
    const save = async (version: number, fields: Record<string, string>) => {
      const form = articleForm(version, { slug, kind: 'media-invitation', ...fields })
      expect((await ask(adminHref.article(id), { form })).status).toBe(303)
    }
    const entry = (detail: string) => new RegExp(`href="${adminHref.article(id)}#f-([^"]*)"[^>]*>[^<]*${detail}`, 'g')
    const fields = async (detail: string) => [...(await page()).matchAll(entry(detail))].map(([, field]) => field)
    expect(await fields(details['no-event-time'])).toEqual(EDITION_KEYS.map(() => 'invitation.startsAt'))

    const startsAt = { 'invitation.startsAt': '2026-12-10T15:00' }
    await save(2, startsAt)
    expect(await fields(details['no-event-time'])).toEqual([])
    expect(await fields(details['no-venue'])).toEqual(['zh.venue', 'zh.venue', 'en.venue'])

    await save(3, { ...startsAt, 'zh.venue': '數碼港', 'en.venue': 'Cyberport' })
    expect(await fields(details['no-venue'])).toEqual([])
    expect((await publish(id)).status).toBe(303)
  })

  test('does not say that readers see an older revision when they see the newest', async () => {
    const id = await written('nothing-to-update')
    expect((await publish(id)).status).toBe(303)
    const { updateIntro, updateNone } = adminMessagesFor('en').publication
    const page = async () => await (await ask(adminHref.publication(id))).text()
    expect(await page()).toContain(updateNone)
    const form = articleForm(2, { slug: 'nothing-to-update', 'en.summary': 'Changed since.' })
    expect((await ask(adminHref.article(id), { form })).status).toBe(303)
    expect(await page()).toContain(updateIntro)
  })

  test('lists in the derived edition only what the conversion brought about, and blocks it with its source', async () => {
    const id = await written('findings-once', { 'zh.body': '詳情請[按這裡](/a)，電話：2123 45。' })
    const { asIn, details, findingsAsIn, warn, block } = adminMessagesFor('en').publication
    const page = async () => await (await ask(adminHref.publication(id))).text()
    const list = async () => /id="findings-title".*?<\/section>/s.exec(await page())?.[0] ?? ''
    const once = await list()
    expect(once.match(/is no telephone number/g)).toHaveLength(1)
    expect(once).toMatch(new RegExp(`简体中文</h3><p>${findingsAsIn('繁體中文')}</p>`))
    expect(await page()).toContain(`${warn}: ${details.findings}${asIn('繁體中文')}`)
    expect((await page()).match(/\(as in 繁體中文\)/g)).toHaveLength(1)

    const form = articleForm(2, { slug: 'findings-once', 'zh.body': '[發](/a)及[髮](/b)。\n\n![](photo:nothing)' })
    expect((await ask(adminHref.article(id), { form })).status).toBe(303)
    expect(await list()).toMatch(/简体中文<\/h3><p>.*?the link “<span lang="zh-CN">发<\/span>” stands twice/s)
    expect(await page()).toContain(`${block}: ${details.findings}`)
    expect((await publish(id, { editions: ['zh-hans'] })).status).toBe(422)
    expect((await publish(id, { editions: ['en'] })).status).toBe(303)
  })

  test('tells bytes, seconds and the listening outline', async () => {
    const id = await written('bytes-and-outline', { 'en.body': '## Part one\n\nSee [more](https://example.org/).' })
    const html = await (await ask(adminHref.publication(id))).text()
    expect(html).toMatch(/English: about [\d,]+ bytes compressed, \d\.\d seconds/)
    expect(html).toContain('2. Part one')
    expect(html).toContain('does not say where it leads')
  })
})

describe('publishing', () => {
  test('puts all editions before the public at once, with a line in the log and one purge', async () => {
    const id = await written('published-at-once')
    const purges: (readonly string[])[] = []
    const response = await publish(id, {}, { purge: async (tags: readonly string[]) => void purges.push(tags) })
    expect(response.status).toBe(303)
    expect(await statuses('published-at-once')).toEqual([200, 200, 200])
    expect(purges).toHaveLength(1)
    expect(purges[0]).toContain(`a:${id}`)
    const { items } = await listAudit(db, { articleId: id })
    expect(items[0]).toMatchObject({ action: 'published', actor: EDITORS.editor, subject: 'published-at-once' })
    expect(await listQueuedPurges(db)).toEqual([])
  })

  test('one edition now and another later is shown as it is', async () => {
    const id = await written('one-now-one-later')
    const publicPage = (edition: Edition) =>
      `<a class="target" href="${href.article({ edition, images: true }, 'one-now-one-later')}">`
    expect(await (await ask(adminHref.publication(id))).text()).not.toContain(publicPage('zh-hant'))
    await publish(id, { editions: ['zh-hant'] })
    expect(await (await ask(adminHref.publication(id))).text()).toContain(publicPage('zh-hant'))
    expect(await (await ask(adminHref.publication(id))).text()).not.toContain(publicPage('en'))
    expect((await read('zh-hant', 'one-now-one-later')).status).toBe(200)
    expect(await (await read('en', 'one-now-one-later')).text()).toContain('not available in English')
    expect(await (await ask(adminHref.publication(id))).text()).toMatch(/English<\/b> draft/)
    await publish(id, { editions: ['en'] })
    expect(await (await read('en', 'one-now-one-later')).text()).toContain('First paragraph.')
    const log = await (await ask(adminHref.audit({ article: String(id) }))).text()
    const scopes = [...log.matchAll(/published.*?<\/li>/gs)].map(([line]) =>
      [...line.matchAll(/ · <span lang="[^"]*">([^<]*)/g)].map(([, name]) => name),
    )
    expect(scopes).toEqual([['English'], ['繁體中文']])
  })

  test('is refused to authors, to those who decided on an older revision, and twice', async () => {
    const id = await written('refused-publication')
    expect((await publish(id, {}, { as: EDITORS.author })).status).toBe(403)
    expect((await publish(id, { version: '1' })).status).toBe(409)
    expect(await statuses('refused-publication')).toEqual([404, 404, 404])
    expect((await publish(id)).status).toBe(303)
    expect((await publish(id)).status).toBe(422)
    expect((await publish(id, { acts: '0' })).status).not.toBe(303)
  })

  test('a purge that fails is queued and told; the article is public all the same', async () => {
    const id = await written('purge-that-fails')
    const purge = async () => Promise.reject(new Error('edge away'))
    expect((await publish(id, {}, { purge })).status).toBe(303)
    expect(await statuses('purge-that-fails')).toEqual([200, 200, 200])
    expect(await listQueuedPurges(db)).toHaveLength(1)
    expect(await (await ask(adminHref.home())).text()).toContain('1 cache purge has failed')
    await env.DB.exec('DELETE FROM purge_queue')
  })
})

describe('a schedule', () => {
  test('is in Hong Kong time, leaves no trace before, and can be taken back', async () => {
    const id = await written('scheduled-in-hong-kong')
    expect((await publish(id, { when: 'schedule', at: '2026-11-23T11:00' })).status).toBe(422)
    expect((await publish(id, { when: 'schedule', at: 'soon' })).status).toBe(422)
    expect((await publish(id, { when: 'schedule', at: '2026-11-23T13:00' })).status).toBe(303)
    expect(await statuses('scheduled-in-hong-kong')).toEqual([404, 404, 404])
    expect(await (await ask(adminHref.home())).text()).toContain('scheduled for Monday, 23 November 2026, 1.00 pm')
    clock.nowMs = NOON_MS + HOUR_MS
    expect(await statuses('scheduled-in-hong-kong')).toEqual([200, 200, 200])
    clock.nowMs = NOON_MS
    const cancelled = await ask(adminHref.cancellation(id), { form: await decided(id) })
    expect(cancelled.status).toBe(303)
    clock.nowMs = NOON_MS + HOUR_MS
    expect(await statuses('scheduled-in-hong-kong')).toEqual([404, 404, 404])
    clock.nowMs = NOON_MS
  })
})

describe('an embargo', () => {
  test('shows a notice under a neutral address and lifts by itself in all editions', async () => {
    const id = await written('words-that-tell')
    const fields = { when: 'embargo', at: '2026-11-23T13:00', address: 'neutral' }
    expect((await publish(id, fields)).status).toBe(303)
    const slug = `2026-11-23-${id}`
    expect(await statuses('words-that-tell')).toEqual([404, 404, 404])
    const html = await (await read('en', slug)).text()
    expect(html).toContain('Not yet published')
    expect(html).not.toContain('publishes its first news')
    expect(await (await ask(href.home({ edition: 'en', images: true }), { as: null })).text()).not.toContain(slug)
    clock.nowMs = NOON_MS + HOUR_MS
    for (const edition of EDITION_KEYS) {
      expect(await (await read(edition, slug)).text()).toMatch(/first news|首[项項]消息/)
    }
    clock.nowMs = NOON_MS
  })

  test('keeps an address of words when the editor confirms it', async () => {
    const id = await written('words-confirmed')
    await publish(id, { when: 'embargo', at: '2026-11-23T13:00', address: 'words' })
    expect(await (await read('en', 'words-confirmed')).text()).toContain('Not yet published')
  })
})

describe('a published article', () => {
  test('keeps unpublished changes private until it is updated; the old text is kept', async () => {
    const id = await written('private-changes')
    await publish(id)
    const { version } = await decided(id)
    const changes = { slug: 'private-changes', 'en.body': 'Changed paragraph.', 'zh.title': '新標題' }
    await ask(adminHref.article(id), { form: articleForm(Number(version), changes) })
    expect(await (await read('en', 'private-changes')).text()).toContain('First paragraph.')
    expect(await (await ask(adminHref.publication(id))).text()).toContain('has unpublished changes')
    clock.nowMs = NOON_MS + HOUR_MS
    const form = { ...(await decided(id)), act: 'update' }
    expect((await ask(adminHref.publication(id), { form })).status).toBe(303)
    const html = await (await read('en', 'private-changes')).text()
    expect(html).toContain('Changed paragraph.')
    expect(html).toMatch(/Updated.*23 November 2026/s)
    const before = await ask(adminHref.shownThen(id, 'en', NOON_MS))
    expect(await before.text()).toContain('First paragraph.')
    clock.nowMs = NOON_MS
  })

  test('keeps its kind until it is updated, whatever was saved since', async () => {
    const id = await written('kind-of-before')
    await publish(id)
    const form = articleForm(2, { slug: 'kind-of-before', kind: 'speech' })
    expect((await ask(adminHref.article(id), { form })).status).toBe(303)
    const kicker = async () =>
      /<p class="kicker"><b>([^<]*)/.exec(await (await read('en', 'kind-of-before')).text())?.[1]
    expect(await kicker()).toBe(messagesFor('en').kinds['press-release'])
    await ask(adminHref.publication(id), { form: { ...(await decided(id)), act: 'update' } })
    expect(await kicker()).toBe(messagesFor('en').kinds.speech)
  })

  test('that gets another address redirects from the old one, in every edition', async () => {
    const id = await written('old-address')
    await publish(id)
    const form = articleForm(2, { slug: 'new-address' })
    expect((await ask(adminHref.article(id), { form })).status).toBe(303)
    expect((await read('en', 'old-address')).status).toBe(200)
    await ask(adminHref.publication(id), { form: { ...(await decided(id)), act: 'update' } })
    for (const edition of EDITION_KEYS) {
      const response = await read(edition, 'old-address')
      expect(response.status).toBe(301)
      expect(response.headers.get('location')).toBe(`/${edition}/news/new-address`)
    }
    const other = await createDraft('Wants an old address')
    expect((await ask(adminHref.article(other), { form: articleForm(1, { slug: 'old-address' }) })).status).toBe(422)
  })

  test('is corrected with a dated note in every edition', async () => {
    const id = await written('corrected-article')
    await publish(id)
    const base = await decided(id)
    const missingNote = await ask(adminHref.correction(id), { form: { ...base, 'note.zh-hant': '日期有誤。' } })
    expect(missingNote.status).toBe(422)
    expect(await missingNote.text()).toContain('日期有誤。')
    const notes = { 'note.zh-hant': '發布日期有誤。', 'note.en': 'The date was wrong.' }
    expect((await ask(adminHref.correction(id), { form: { ...base, ...notes } })).status).toBe(303)
    expect(await (await read('en', 'corrected-article')).text()).toContain('The date was wrong.')
    expect(await (await read('zh-hant', 'corrected-article')).text()).toContain('發布日期有誤。')
    expect(await (await read('zh-hans', 'corrected-article')).text()).toContain('发布日期有误。')
    const again = { ...(await decided(id)), 'note.zh-hant': '再更正。', 'note.en': 'Second note.' }
    await ask(adminHref.correction(id), { form: again })
    expect(await (await read('en', 'corrected-article')).text()).toMatch(/The date was wrong.*Second note/s)
  })

  test('is withdrawn from pages, lists and search at once, with its reason, and can come back', async () => {
    const id = await written('withdrawn-article', { 'en.title': 'Zanzibar telescope withdrawn' })
    await publish(id)
    const find = async () =>
      (await ask(href.search({ edition: 'en', images: true }, { q: 'zanzibar' }), { as: null })).text()
    expect(await find()).toContain('withdrawn-article')
    const reasons = { 'note.zh-hant': '內容有誤。', 'note.en': 'Wrong content.' }
    expect((await ask(adminHref.withdrawal(id), { form: { ...(await decided(id)), 'note.en': 'x' } })).status).toBe(422)
    expect((await ask(adminHref.withdrawal(id), { form: { ...(await decided(id)), ...reasons } })).status).toBe(303)
    expect(await statuses('withdrawn-article')).toEqual([410, 410, 410])
    expect(await (await read('en', 'withdrawn-article')).text()).toContain('Wrong content.')
    expect(await (await read('zh-hans', 'withdrawn-article')).text()).toContain('内容有误。')
    expect(await (await ask(href.home({ edition: 'en', images: true }), { as: null })).text()).not.toContain('Zanzibar')
    expect(await find()).not.toContain('withdrawn-article')
    expect((await publish(id)).status).toBe(303)
    expect(await statuses('withdrawn-article')).toEqual([200, 200, 200])
  })

  test('that comes back after a withdrawal keeps its notes of correction', async () => {
    const id = await written('corrected-and-withdrawn')
    await publish(id)
    const notes = { 'note.zh-hant': '日期有誤。', 'note.en': 'The date was wrong.' }
    await ask(adminHref.correction(id), { form: { ...(await decided(id)), ...notes } })
    await ask(adminHref.withdrawal(id), { form: { ...(await decided(id)), ...notes } })
    clock.nowMs = NOON_MS + HOUR_MS
    expect((await publish(id)).status).toBe(303)
    const html = await (await read('en', 'corrected-and-withdrawn')).text()
    expect(html).toMatch(/Corrections.*The date was wrong/s)
    expect(html).toContain('datetime="2026-11-23T13:00:00+08:00"')
    expect(html).not.toContain('Updated')
    expect(await (await read('zh-hans', 'corrected-and-withdrawn')).text()).toContain('日期有误。')
    clock.nowMs = NOON_MS
  })

  test('says who checked the conversion of the published revision', async () => {
    const id = await written('conversion-approved')
    await ask(adminHref.conversion(id), { form: { ...(await decided(id)), approve: 'yes' } })
    await publish(id)
    expect(await (await read('zh-hans', 'conversion-approved')).text()).toContain('2026年11月23日')
    const { items } = await listAudit(db, { articleId: id })
    expect(items.map(({ action }) => action)).toContain('conversion-approved')
  })
})
