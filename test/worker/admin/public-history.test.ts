import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addressHash } from '../../../src/article/photo.ts'
import { findPhoto } from '../../../src/db/photos.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../../../src/edition/editions.ts'
import { historyMessagesFor } from '../../../src/edition/messages/admin-history.ts'
import { messagesFor } from '../../../src/edition/messages/messages.ts'
import { addPhoto, removePhoto } from '../../../src/newsroom/photos.ts'
import { adminHref } from '../../../src/routes.ts'
import { smallPng } from '../fixture-photos.ts'
import { articleForm, ask, clock, db, EDITORS, hireEditors, NOON_MS } from './desk.ts'
import { decided, publish, read, written } from './publishing.ts'

beforeAll(hireEditors)
afterEach(() => {
  clock.nowMs = NOON_MS
})

const MINUTE_MS = 60_000
const messages = historyMessagesFor('en')

/** Minutes after noon. */
const at = (minutes: number) => NOON_MS + minutes * MINUTE_MS
const wallClock = (minutes: number) => new Date(at(minutes) + 8 * 3_600_000).toISOString().slice(0, 16)

/** Does something at a minute after noon. */
async function when(minutes: number, act: () => Promise<Response>): Promise<void> {
  clock.nowMs = at(minutes)
  expect((await act()).status).toBe(303)
}

const act = (id: number, kind: string) => async () =>
  ask(adminHref.publication(id), { form: { ...(await decided(id)), act: kind } })

const save = (id: number, slug: string, fields: Record<string, string>) => async () =>
  ask(adminHref.article(id), { form: articleForm(Number((await decided(id)).version), { slug, ...fields }) })

const correct = (id: number) => async () =>
  ask(adminHref.correction(id), {
    form: { ...(await decided(id)), 'note.zh-hant': '日期有誤。', 'note.en': 'The date was wrong.' },
  })

const withdraw =
  (id: number, form: Record<string, string> = {}) =>
  async () =>
    ask(adminHref.withdrawal(id), {
      form: { ...(await decided(id)), 'note.zh-hant': '內容有誤。', 'note.en': 'Wrong content.', ...form },
    })

async function page(id: number, question = '', as: string = EDITORS.editor): Promise<string> {
  clock.nowMs = Math.max(clock.nowMs, at(60))
  const response = await ask(adminHref.history(id, question), { as })
  expect(response.status).toBe(200)
  return response.text()
}

const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** What is told of an edition, newest first: everything between its heading and the next. */
async function told(id: number, edition: Edition): Promise<string[]> {
  const html = await page(id)
  const section = new RegExp(`<h2 id="history-${edition}".*?</section>`, 's').exec(html)?.[0] ?? ''
  return [...section.matchAll(/<li><p><b>(.*?)<\/b>/gs)].map(([, line = '']) => line.replaceAll(' November 2026', ''))
}

/** What the answer to a question says, by edition. */
async function answered(id: number, minutes: number): Promise<Record<string, string>> {
  const html = await page(id, wallClock(minutes))
  const list = /<h3 id="answer">.*?<\/dl>/s.exec(html)?.[0] ?? ''
  return Object.fromEntries(
    EDITION_KEYS.map((edition) => {
      const { lang, name } = EDITIONS[edition]
      const [, words = ''] = new RegExp(`<dt lang="${lang}">${name}</dt>(.*?)(?:<dt|</dl>)`, 's').exec(list) ?? []
      return [edition, plain(words).trim()]
    }),
  )
}

const opened = async (id: number, edition: Edition, minutes: number) =>
  (await ask(adminHref.shownThen(id, edition, at(minutes)))).text()

describe('what readers saw is told', () => {
  test('for an article that was published, updated, corrected, withdrawn and put back', async () => {
    const slug = 'all-that-can-happen'
    const id = await written(slug)
    await ask(adminHref.conversion(id), { form: { ...(await decided(id)), approve: 'yes' } })
    await when(0, () => publish(id))
    await when(9, save(id, slug, { 'en.body': 'Second text.', 'zh.body': '第二稿軟件。' }))
    await when(10, act(id, 'update'))
    await when(20, correct(id))
    await when(30, withdraw(id))
    await when(40, () => publish(id))
    expect(await told(id, 'en')).toEqual([
      'Put back after the withdrawal, since 23, 12.40 pm',
      'Withdrawn, notice only, 23, 12.30 pm to 12.40 pm',
      'Corrected, 23, 12.20 pm to 12.30 pm',
      'Updated, 23, 12.10 pm to 12.20 pm',
      'Published, 23, 12 noon to 12.10 pm',
    ])
    const html = plain(await page(id))
    expect(html).toContain(`By ${EDITORS.editor} · Revision 3`)
    expect(html).toMatch(/Conversion \S+ · conversion checked by editor@example.org, 23 November 2026, 12 noon/)
    expect(html).toMatch(/Conversion \S+ · conversion not checked/)

    expect(await opened(id, 'en', 5)).toContain('First paragraph.')
    expect(await opened(id, 'zh-hans', 15)).toContain('第二稿软件。')
    expect(await opened(id, 'en', 25)).toContain('The date was wrong.')
    const withdrawn = await opened(id, 'en', 35)
    expect(withdrawn).toContain('Wrong content.')
    expect(withdrawn).not.toContain('Second text.')
    expect((await ask(adminHref.shownThen(id, 'en', at(-1)))).status).toBe(404)
  })

  test('edition by edition: one that an act leaves alone has no new state', async () => {
    const id = await written('one-after-the-other')
    await when(0, () => publish(id, { editions: ['zh-hant'] }))
    await when(10, () => publish(id, { editions: ['en'] }))
    expect(await told(id, 'zh-hant')).toEqual(['Published, since 23, 12 noon'])
    expect(await told(id, 'en')).toEqual(['Published, since 23, 12.10 pm'])
    expect(await told(id, 'zh-hans')).toEqual([])
    expect(await answered(id, 5)).toMatchObject({
      'zh-hant': expect.stringMatching(/^the text/),
      'zh-hans': 'no text of its own: the page led readers to 繁體中文',
    })
    expect((await answered(id, -5)).en).toBe('nothing: the page was not found')
  })

  test('with the address, kind and topics of its time, also when another edition changed them', async () => {
    const slug = 'address-of-its-time'
    const id = await written(slug)
    await when(0, () => publish(id, { editions: ['zh-hant', 'zh-hans'] }))
    await when(1, save(id, 'another-address', { kind: 'speech' }))
    await when(10, () => publish(id, { editions: ['en'] }))
    expect(await told(id, 'zh-hant')).toEqual([
      'Address, kind or topics changed, since 23, 12.10 pm',
      'Published, 23, 12 noon to 12.10 pm',
    ])
    const { kinds } = messagesFor('zh-hant')
    expect(await opened(id, 'zh-hant', 5)).toContain(`<b>${kinds['press-release']}</b>`)
    expect(await opened(id, 'zh-hant', 15)).toContain(`<b>${kinds.speech}</b>`)
    const compared = await ask(adminHref.historyComparison(id, `zh-hant.${at(0)}`, `zh-hant.${at(10)}`))
    expect(plain(await compared.text())).toMatch(/Removed: address-of-its-time|Removed: address/)
  })

  test('for a schedule: nothing before its time, and nothing if it was cancelled', async () => {
    const id = await written('planned-and-dropped')
    await when(0, () => publish(id, { editions: ['en'], when: 'schedule', at: wallClock(10) }))
    await when(5, async () => ask(adminHref.cancellation(id), { form: await decided(id) }))
    expect(await told(id, 'en')).toEqual([])
    const kept = await written('planned-and-kept')
    await when(0, () => publish(kept, { when: 'schedule', at: wallClock(10) }))
    expect(await told(kept, 'en')).toEqual(['Public as scheduled, since 23, 12.10 pm'])
    expect((await answered(kept, 9)).en).toBe('nothing: the page was not found')
    expect((await answered(kept, 10)).en).toMatch(/^the text/)
  })

  test('for an embargo: the notice, never the text, to authors as well', async () => {
    const id = await written('under-embargo')
    await when(0, () => publish(id, { when: 'embargo', at: wallClock(300), address: 'words' }))
    await when(10, () => publish(id, { when: 'embargo', at: wallClock(200), address: 'words' }))
    await when(20, withdraw(id))
    await when(30, () => publish(id, { when: 'embargo', at: wallClock(50), address: 'words' }))
    clock.nowMs = at(40)
    expect(plain(await (await ask(adminHref.history(id), { as: EDITORS.author })).text())).toContain(
      'Under embargo, notice only, 23 November 2026, 12.30 pm to 12.50 pm (as planned)',
    )
    expect(await told(id, 'en')).toEqual([
      'Public at the end of the embargo, since 23, 12.50 pm',
      'Under embargo, notice only, 23, 12.30 pm to 12.50 pm',
      'Withdrawn, notice only, 23, 12.20 pm to 12.30 pm',
      'Under embargo, notice only, 23, 12.10 pm to 12.20 pm',
      'Under embargo, notice only, 23, 12 noon to 12.10 pm',
    ])
    for (const minutes of [5, 15, 25, 35]) expect(await opened(id, 'en', minutes)).not.toContain('First paragraph.')
    expect(await opened(id, 'en', 5)).toContain('5.00 pm')
    expect(await opened(id, 'en', 15)).toContain('3.20 pm')
    expect(await opened(id, 'en', 55)).toContain('First paragraph.')
    expect((await answered(id, 15))['zh-hans']).toMatch(/^the notice of the embargo/)
  })

  test('of an embargoed article nothing is told that another embargoed edition would not tell', async () => {
    const id = await written('embargoed-in-english')
    await when(0, () => publish(id, { editions: ['en'], when: 'embargo', at: wallClock(300), address: 'words' }))
    expect((await answered(id, 5))['zh-hant']).toBe(messages.asOthers.notice)
  })
})

test('what the log knows is told of texts that were published before acts were written down with them', async () => {
  const id = await written('before-acts-were-kept')
  await when(0, () => publish(id, { editions: ['en'], when: 'embargo', at: wallClock(10), address: 'words' }))
  await when(5, () => publish(id, { editions: ['zh-hant', 'zh-hans'] }))
  const before = await told(id, 'en')
  expect(before).toHaveLength(2)
  await env.DB.prepare('UPDATE edition SET act = NULL, acted_at_ms = NULL, acted_by = NULL').run()
  expect(await told(id, 'en')).toHaveLength(1)
  const migration = env.TEST_MIGRATIONS.find(({ name }) => name.includes('public_history'))
  await env.DB.prepare(migration?.queries.find((query) => /^(--.*\n|\s)*UPDATE/.test(query)) ?? '').run()
  expect(await told(id, 'en')).toEqual(before)
  expect(plain(await page(id))).toContain(`By ${EDITORS.editor}`)
})

describe('a state that is opened', () => {
  test('says what it is, is kept by nobody and found by nobody', async () => {
    const id = await written('opened-state')
    await when(0, () => publish(id))
    await when(10, act(id, 'update'))
    const response = await ask(adminHref.shownThen(id, 'en', at(5)), { as: EDITORS.author })
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(plain(await response.text())).toContain(
      'What readers saw (English): Published, 23 November 2026, 12 noon to 12.10 pm',
    )
    expect((await ask(adminHref.shownThen(id, 'en', at(5)), { as: null })).status).toBe(403)
    expect((await ask(adminHref.history(id), { as: null })).status).toBe(403)
    expect((await ask(adminHref.shownThen(987_654, 'en', at(5)))).status).toBe(404)
    expect((await ask(adminHref.history(987_654))).status).toBe(404)
  })

  test('shows photos of its time under the editors’ address, and says which are gone', async () => {
    const added = await addPhoto(db, env, {
      bytes: await smallPng(),
      change: {
        ...{ credit: '', focalX: 50, focalY: 50, description: 'described' },
        words: {
          'zh-hant': { alt: '海旁', caption: '' },
          'zh-hans': { alt: '', caption: '' },
          en: { alt: 'The sea front', caption: '' },
        },
      },
      uploadedBy: 'editor@example.org',
      nowMs: NOON_MS,
    })
    const photo = added.ok ? await findPhoto(db, { id: added.id }) : null
    if (!photo) throw new Error('no photo')
    const slug = 'photos-of-its-time'
    const fields = { 'en.body': `Words.\n\n![](photo:${photo.key})`, leadPhoto: photo.key }
    const id = await written(slug, fields)
    await when(0, () => publish(id))
    await when(10, save(id, slug, { leadPhoto: '' }))
    await when(11, act(id, 'update'))
    const before = await opened(id, 'en', 5)
    expect(before).toContain(`src="${adminHref.media(addressHash(photo.sha256), '480.jpg')}"`)
    expect(before).not.toContain('"/media/')
    const entry = { atMs: at(20), actor: 'editor@example.org', action: 'photo-deleted', subject: photo.key } as const
    expect(await removePhoto(db, env, photo, entry)).toBe(true)
    const after = await opened(id, 'en', 5)
    expect(after).not.toContain('<img')
    expect(after).not.toContain('full.jpg')
    expect(plain(after)).toContain(`${messages.photoGone} The sea front`)
    expect(plain(after)).toContain(messages.leadGone)
  })
})

describe('a question about a moment', () => {
  test('that is none, or has not come, comes back with 422 as it was typed', async () => {
    const id = await written('asked-badly')
    for (const [typed, message] of [
      ['yesterday', messages.atMissing],
      ['2026-02-30T10:00', messages.atMissing],
      ['', messages.atMissing],
      [wallClock(1), messages.atFuture],
    ] as const) {
      const response = await ask(`${adminHref.history(id)}?at=${encodeURIComponent(typed)}`)
      const html = await response.text()
      expect(response.status).toBe(422)
      expect(html).toContain(message)
      expect(html).toContain('href="#f-at"')
      expect(html).toContain(`value="${typed}"`)
      expect(html).not.toContain('id="answer"')
    }
  })

  test('in whose minute something changed is answered for its beginning, and says so', async () => {
    const id = await written('within-a-minute')
    await when(0, () => publish(id))
    await when(10.5, act(id, 'update'))
    expect((await answered(id, 10)).en).toMatch(
      /^the text – Published.*Within the same minute it changed to: the text – Updated/,
    )
    expect((await answered(id, 11)).en).toMatch(/^the text – Updated/)
  })
})

describe('two states', () => {
  test('are compared character by character', async () => {
    const slug = 'two-states'
    const id = await written(slug)
    await when(0, () => publish(id))
    await when(1, save(id, slug, { 'zh.body': '第一段的文字。\n\n第二段文字。' }))
    await when(10, correct(id))
    const response = await ask(adminHref.historyComparison(id, `zh-hant.${at(0)}`, `zh-hant.${at(10)}`))
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toMatch(/第一段<ins>.*?的<\/ins>文字/s)
    expect(plain(html)).toContain('日期有誤。')
    expect(html).not.toContain('數碼港發布首項消息')
  })

  test('of different editions, or none, come back with 422 and what was chosen', async () => {
    const id = await written('compared-badly')
    await when(0, () => publish(id))
    await when(10, act(id, 'update'))
    const mixed = await ask(adminHref.historyComparison(id, `en.${at(0)}`, `zh-hant.${at(10)}`))
    expect(mixed.status).toBe(422)
    const html = await mixed.text()
    expect(html).toContain(messages.editionsDiffer)
    expect(html).toMatch(new RegExp(`value="en.${at(0)}" selected`))
    expect(html).toMatch(new RegExp(`value="zh-hant.${at(10)}" selected`))
    const nothing = await ask(adminHref.historyComparison(id))
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('href="#f-from"')
    expect((await read('en', 'compared-badly')).status).toBe(200)
  })
})
