import { beforeAll, describe, expect, test } from 'vitest'
import { adminMessagesFor } from '../../../src/edition/messages/admin.ts'
import { adminHref } from '../../../src/routes.ts'
import { articleForm, ask, clock, hireEditors, NOON_MS } from './desk.ts'
import { decided, publish, read, written } from './publishing.ts'

beforeAll(hireEditors)

const HOUR_MS = 3_600_000
const LATER = '2026-11-23T13:00'

const { publication: messages, withdrawal } = adminMessagesFor('en')

async function page(id: number): Promise<string> {
  return await (await ask(adminHref.publication(id))).text()
}

async function change(id: number, slug: string, fields: Record<string, string>): Promise<void> {
  const { version } = await decided(id)
  const form = articleForm(Number(version), { slug, ...fields })
  expect((await ask(adminHref.article(id), { form })).status).toBe(303)
}

/** What the form of publication has chosen before anybody touched it. */
function chosen(html: string): readonly string[] {
  const inputs = html.match(/<input [^>]*name="(?:editions|when|address|at)"[^>]*>/g) ?? []
  return inputs.flatMap((input) => {
    const value = /value="([^"]*)"/.exec(input)?.[1] ?? ''
    return / checked| name="at"|type="hidden"/.test(input) && value !== '' ? [value] : []
  })
}

describe('what is scheduled or embargoed', () => {
  test('is told to be without the changes that were saved since, and takes them in when it is planned again', async () => {
    const id = await written('planned-then-changed')
    await publish(id, { when: 'schedule', at: LATER, editions: ['en'] })
    expect(await page(id)).toMatch(/English<\/b> scheduled for [^<]* \(Hong Kong time\)<\//)
    await change(id, 'planned-then-changed', { 'en.body': 'Put right in time.' })
    const changed = await page(id)
    expect(changed).toMatch(/English<\/b> scheduled for [^<]* \(Hong Kong time\), without the changes saved since/)
    expect(changed).toContain(messages.planOutdated)
    expect(await (await ask(adminHref.home())).text()).toContain('without the changes saved since')
    expect(chosen(changed)).toEqual(['en', 'schedule', LATER, 'neutral'])
    await publish(id, { when: 'schedule', at: LATER, editions: ['en'] })
    expect(await page(id)).not.toContain('without the changes saved since')
    clock.nowMs = NOON_MS + HOUR_MS
    expect(await (await read('en', 'planned-then-changed')).text()).toContain('Put right in time.')
    clock.nowMs = NOON_MS
  })

  test('keeps the address of its notice when an embargo is made again', async () => {
    const id = await written('embargoed-then-changed')
    await publish(id, { when: 'embargo', at: LATER })
    await change(id, 'embargoed-then-changed', { 'en.body': 'Put right in time.' })
    const html = await page(id)
    expect(html).toMatch(/English<\/b> embargoed until [^<]*, without the changes saved since/)
    expect(chosen(html)).toEqual(['zh-hant', 'zh-hans', 'en', 'embargo', LATER, 'words'])
  })

  test('is named where another edition is corrected: the correction does not reach it', async () => {
    const id = await written('corrected-before-its-time')
    await publish(id, { editions: ['en'] })
    const whole = await (await ask(adminHref.correction(id))).text()
    expect(whole).not.toContain('still says what it said')
    await publish(id, { when: 'schedule', at: LATER, editions: ['zh-hant', 'zh-hans'] })
    const html = await (await ask(adminHref.correction(id))).text()
    for (const name of ['繁體中文', '简体中文'])
      expect(html).toMatch(new RegExp(`${name} appears on [^<]*, and still says`))

    const embargoed = await written('corrected-under-embargo')
    await publish(embargoed, { editions: ['zh-hant'] })
    await publish(embargoed, { when: 'embargo', at: LATER, editions: ['en'] })
    expect(await (await ask(adminHref.correction(embargoed))).text()).toMatch(
      /English appears on [^<]*, and still says/,
    )
    expect(await (await ask(adminHref.withdrawal(embargoed))).text()).not.toContain('cancels that schedule')
  })

  test('leaves a public address alone when another edition is embargoed', async () => {
    const id = await written('public-in-chinese')
    expect(chosen(await page(id))).toContain('neutral')
    await publish(id, { editions: ['zh-hant', 'zh-hans'] })
    expect(chosen(await page(id))).toEqual(['en', 'now', 'words'])
  })

  test('is not ticked for whoever publishes another edition at once', async () => {
    const id = await written('planned-and-now')
    expect(chosen(await page(id))).toEqual(['zh-hant', 'zh-hans', 'en', 'now', 'neutral'])
    await publish(id, { when: 'schedule', at: LATER, editions: ['zh-hant'] })
    expect(chosen(await page(id))).toEqual(['zh-hans', 'en', 'now', 'neutral'])
    await publish(id, { editions: ['zh-hans', 'en'] })
    expect(chosen(await page(id))).toEqual(['zh-hant', 'schedule', LATER, 'words'])
  })

  test('nor is what was withdrawn', async () => {
    const id = await written('withdrawn-and-now')
    await publish(id, { editions: ['en'] })
    const form = { ...(await decided(id)), 'note.en': 'Not signed yet.' }
    expect((await ask(adminHref.withdrawal(id), { form })).status).toBe(303)
    expect(chosen(await page(id))).toEqual(['zh-hant', 'zh-hans', 'now', 'words'])
  })

  test('or is a draft leads from corrections and withdrawals to its state, for whoever was a moment too late', async () => {
    const id = await written('nothing-to-withdraw')
    for (const path of [adminHref.correction(id), adminHref.withdrawal(id)]) {
      const answer = await ask(path)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, adminHref.publication(id)])
    }
    expect((await ask(adminHref.withdrawal(99_999))).status).toBe(404)
  })

  test('is told on the page of withdrawal, which takes it back as well', async () => {
    const id = await written('planned-and-withdrawn')
    await publish(id, { editions: ['en'] })
    expect(await (await ask(adminHref.withdrawal(id))).text()).not.toContain('scheduled')
    await publish(id, { when: 'schedule', at: LATER, editions: ['zh-hant', 'zh-hans'] })
    const html = await (await ask(adminHref.withdrawal(id))).text()
    const told = withdrawal.planned('繁體中文', 'Monday, 23 November 2026, 1.00 pm (Hong Kong time)')
    expect(html).toContain(told)
    expect(await (await ask(adminHref.correction(id))).text()).not.toContain(told)

    const form = { ...(await decided(id)), 'note.en': 'Nothing of this was right.' }
    expect((await ask(adminHref.withdrawal(id), { form })).status).toBe(303)
    clock.nowMs += 2 * 3_600_000
    for (const path of ['/zh-hant/', '/zh-hant/news/planned-and-withdrawn', '/zh-hans/news/planned-and-withdrawn']) {
      expect(await (await ask(path)).text(), path).not.toContain('數碼港公布新聞')
    }
    expect(await (await ask('/en/news/planned-and-withdrawn')).text()).toContain('Nothing of this was right.')
    expect(chosen(await page(id))).toEqual(['zh-hant', 'zh-hans', 'now', 'words'])
    clock.nowMs = NOON_MS
  })
})

describe('a time that is typed while "now" is chosen', () => {
  test('is a slip: nothing is published, and everything chosen is kept', async () => {
    const id = await written('time-and-now')
    const answer = await publish(id, { at: LATER, editions: ['en'] })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(messages.refusals['time-unused'])
    expect(html).toContain('href="#f-when"')
    expect(html).toContain(`value="${LATER}"`)
    expect((await ask('/en/news/time-and-now')).status).toBe(404)
  })

  test('is none where the time is that of the plan which "now" replaces', async () => {
    const id = await written('plan-and-now')
    await publish(id, { when: 'schedule', at: LATER, editions: ['zh-hant', 'zh-hans', 'en'] })
    expect((await publish(id, { at: LATER, editions: ['en'] })).status).toBe(303)
    expect((await ask('/en/news/plan-and-now')).status).toBe(200)
  })
})

test('an update of what somebody has withdrawn meanwhile says that the publication has changed', async () => {
  const id = await written('updated-too-late')
  await publish(id, { editions: ['en'] })
  const before = await decided(id)
  await ask(adminHref.withdrawal(id), { form: { ...before, 'note.en': 'Gone.' } })
  const answer = await ask(adminHref.publication(id), { form: { ...before, act: 'update' } })
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining(messages.refusals.moved)])
})
