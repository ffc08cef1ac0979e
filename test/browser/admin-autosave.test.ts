/** What the script does so that nobody loses what was typed. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { dateAndMinute } from '../../src/edition/dates.ts'
import { adminHref } from '../../src/routes.ts'
import { useBrowser } from './chromium.ts'
import { setFaults } from './faults.ts'
import { newPage } from './page.ts'

const browser = useBrowser()
const url = (path: string) => new URL(path, inject('siteUrl')).href
const BODY = '[name="zh.body"]'
const STATE = '[data-behaviour~="save-state"]'

let number = 0

async function openDraft() {
  const { page } = await newPage(browser())
  await page.goto(url(adminHref.home()))
  await page.getByRole('button', { name: 'English' }).click()
  await page.goto(url(adminHref.newArticle()))
  number += 1
  await page.getByLabel('English headline').fill(`Autosaved in a browser ${number}`)
  await page.getByRole('button', { name: 'Create draft' }).click()
  await page.waitForSelector(BODY)
  return page
}

/** The answer to an autosave that worked; the page says so right after it. */
const autosaved = (page: Page) =>
  page.waitForResponse((response) => response.url().endsWith('/autosave') && response.ok())

describe('while somebody types', () => {
  beforeAll(() => setFaults())

  test('the text is saved, focus stays, and a save after it is no conflict', async () => {
    const page = await openDraft()
    const saved = autosaved(page)
    await page.focus(BODY)
    await page.keyboard.type('Typed and saved by itself.')
    await saved
    await page.getByText(/^Saved at \d/).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('zh.body')
    await page.frameLocator('.preview-frame').getByText('Typed and saved by itself.').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await page.getByText('Saved.', { exact: true }).waitFor()
    expect(await page.inputValue(BODY)).toBe('Typed and saved by itself.')
    expect(await page.isVisible('[data-behaviour~="local-copy-offer"]')).toBe(false)
    await page.context().close()
  })

  test('only news is announced: the first save, a failure, and what comes after it', async () => {
    const page = await openDraft()
    const said = await page.evaluateHandle((selector) => {
      const lines: string[] = []
      const status = document.querySelector(selector)
      if (!status) throw new Error('no status')
      const note = () => lines.push(`${status.ariaLive} ${status.textContent?.split(/ at|:|…/)[0]}`)
      new MutationObserver(note).observe(status, { childList: true })
      return lines
    }, STATE)
    const typed = async (faults?: Parameters<typeof setFaults>[0]) => {
      await setFaults(faults)
      const before = (await said.jsonValue()).length
      await page.locator(BODY).pressSequentially('x')
      await expect.poll(async () => (await said.jsonValue()).length, { timeout: 8000 }).toBe(before + 2)
    }
    await typed()
    await typed()
    await typed({ failD1: true })
    await typed()
    expect(await said.jsonValue()).toEqual([
      ...['off Saving', 'polite Saved', 'off Saving', 'off Saved'],
      ...['off Saving', 'polite Not saved', 'off Saving', 'polite Saved'],
    ])
    await page.context().close()
  })

  test.each([
    { name: 'the database is away', faults: { failD1: true }, said: 'Not saved' },
    { name: 'the sign-in has expired', faults: { editor: null }, said: 'sign-in has expired' },
  ])('and $name, the text is kept in the browser and offered back', async ({ faults, said }) => {
    const page = await openDraft()
    const address = page.url()
    await setFaults(faults)
    await page.focus(BODY)
    const from = dateAndMinute(Date.now(), 'en')
    await page.keyboard.type('Kept in this browser.')
    await page.getByText(said).waitFor()
    const until = dateAndMinute(Date.now(), 'en')
    await setFaults()
    await page.goto(address)
    expect(await page.inputValue(BODY)).toBe('')
    const offer = await page.textContent('[data-behaviour~="local-copy-offer"] p')
    expect([from, until]).toContain(/typed on (.*)\.$/.exec(offer ?? '')?.[1])
    const saved = autosaved(page)
    await page.getByRole('button', { name: 'Use this text' }).click()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save')
    expect(await page.inputValue(BODY)).toBe('Kept in this browser.')
    await saved
    await page.getByText(/^Saved at \d/).waitFor()
    await page.goto(address)
    expect(await page.inputValue(BODY)).toBe('Kept in this browser.')
    expect(await page.isVisible('[data-behaviour~="local-copy-offer"]')).toBe(false)
    await page.context().close()
  })

  test('and another window saved, the writer is told and finds both texts', async () => {
    const page = await openDraft()
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.fill(BODY, 'From the other window.')
    await other.getByRole('button', { name: 'Save', exact: true }).first().click()
    await other.getByText('Saved.', { exact: true }).waitFor()
    await page.focus(BODY)
    await page.keyboard.type('From this window.')
    await page.getByText('newer version').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Another editor has saved a newer version' }).waitFor()
    const text = await page.innerText('main')
    expect(text).toContain('From the other window.')
    expect(text).toContain('From this window.')
    await page.context().close()
  })

  const copies = (page: Page) =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('article:')).length)
  const offer = (page: Page) => page.locator('[data-behaviour~="local-copy-offer"]')
  const save = (page: Page) => page.locator('.save-bar button').click()
  const takeBack = (page: Page) => offer(page).getByRole('button', { name: 'Use this text' }).click()

  test('without a pause, the browser keeps the text all the same', async () => {
    const page = await openDraft()
    await setFaults({ editor: null })
    await page.locator(BODY).pressSequentially('Never a pause to be saved in.', { delay: 60 })
    expect(await copies(page)).toBe(1)
    await setFaults()
    await page.context().close()
  })

  test.each([
    ['presses “Save” at once with an expired sign-in', save, { editor: null }],
    ['leaves at once', (page: Page) => page.goto(url(adminHref.home())), {}],
  ] as const)('and somebody %s, the text is offered on return', async (_, leave, faults) => {
    const page = await openDraft()
    const address = page.url()
    await setFaults(faults)
    await page.fill(BODY, 'Typed a moment ago.')
    await leave(page)
    await page.waitForLoadState()
    await setFaults()
    await page.goto(address)
    await takeBack(page)
    expect(await page.inputValue(BODY)).toBe('Typed a moment ago.')
    await page.context().close()
  })

  test('and saves, nothing is offered: not after blanks, empty rows or a caret in the text either', async () => {
    const page = await openDraft()
    await page.fill('[name="en.title"]', 'Blanks behind it  ')
    await page.evaluate(() =>
      document.querySelector('[name="en.facts.0.term"]')?.closest('details')?.setAttribute('open', ''),
    )
    await page.fill('[name="en.facts.0.term"]', 'Term')
    await page.fill(BODY, 'Text with a caret in it.')
    await page.waitForTimeout(700)
    await save(page)
    await page.getByText('Saved.', { exact: true }).waitFor()
    expect(await page.inputValue('[name="en.title"]')).toBe('Blanks behind it')
    expect(await offer(page).isVisible()).toBe(false)
    expect(await copies(page)).toBe(0)
    await page.context().close()
  })

  test('and another editor saved before the text comes back, both are shown', async () => {
    const page = await openDraft()
    const address = page.url()
    await setFaults({ editor: null })
    await page.fill(BODY, 'Kept in this browser.')
    await page.getByText('sign-in has expired').waitFor()
    await page.goto('about:blank')
    await setFaults()
    const { page: other } = await newPage(browser())
    await other.goto(address)
    await other.fill(BODY, 'Saved by another editor.')
    await save(other)
    await other.getByText('Saved.', { exact: true }).waitFor()
    await other.context().close()
    await page.goto(address)
    await takeBack(page)
    await page.getByText('newer version').waitFor()
    await save(page)
    const text = await page.innerText('main')
    expect(text).toContain('Kept in this browser.')
    expect(text).toContain('Saved by another editor.')
    await page.context().close()
  })

  test('a quotation that is not in the text yet is kept though the article is saved', async () => {
    const page = await openDraft()
    const words = page.locator('[name="en.quote.words"]')
    await page.evaluate(() =>
      document.querySelector('[name="en.quote.words"]')?.closest('details')?.setAttribute('open', ''),
    )
    const saved = autosaved(page)
    await words.fill('We are delighted.')
    await saved
    await page.waitForTimeout(200)
    await page.reload()
    await takeBack(page)
    expect(await words.inputValue()).toBe('We are delighted.')
    await page.context().close()
  })

  test('another window of the same browser leaves the copy alone', async () => {
    const page = await openDraft()
    const address = page.url()
    await setFaults({ failD1: true })
    await page.fill(BODY, 'From the first window.')
    await page.getByText('Not saved').waitFor()
    await setFaults()
    const other = await page.context().newPage()
    await other.goto(address)
    const saved = autosaved(other)
    await other.fill('[name="en.title"]', 'From the second window')
    await saved
    await other.waitForTimeout(200)
    await page.close()
    await other.goto(address)
    await takeBack(other)
    expect(await other.inputValue(BODY)).toBe('From the first window.')
    await other.context().close()
  })

  test('and neither server nor browser can keep it, that is said', async () => {
    const page = await openDraft()
    await setFaults({ failD1: true })
    await page.evaluate(() => {
      for (let size = 2 ** 22; size > 8; size /= 2) {
        try {
          for (let at = 0; at < 3; at++) localStorage.setItem(`full ${size} ${at}`, 'x'.repeat(size))
        } catch {
          // This much has no room any more.
        }
      }
    })
    await page.fill(BODY, 'Nobody can keep this.')
    await page.getByText('no room to keep your text').waitFor()
    await setFaults()
    await page.context().close()
  })

  test('and the draft is deleted, that is said, and a save hands everything back', async () => {
    const page = await openDraft()
    const other = await page.context().newPage()
    await other.goto(`${page.url().split('?')[0]}/deletion`)
    await other.locator('main form button').click()
    await other.waitForLoadState()
    await page.fill(BODY, 'Typed into a draft that is gone.')
    await page.getByText('This draft was deleted meanwhile').waitFor()
    await save(page)
    await page.locator('.alarm').getByText('This draft was deleted meanwhile').waitFor()
    expect(await page.inputValue(BODY)).toBe('Typed into a draft that is gone.')
    await page.context().close()
  })

  test('a copy that differs in line breaks alone is offered all the same', async () => {
    const page = await openDraft()
    const address = page.url()
    await page.fill(BODY, 'One. Two. Three.')
    await save(page)
    await page.getByText('Saved.', { exact: true }).waitFor()
    await setFaults({ editor: null })
    await page.fill(BODY, 'One.\n\nTwo.\n\nThree.')
    await page.getByText('sign-in has expired').waitFor()
    await setFaults()
    await page.goto(address)
    await takeBack(page)
    expect(await page.inputValue(BODY)).toBe('One.\n\nTwo.\n\nThree.')
    await page.context().close()
  })

  test('characters that the server takes out, and an entry chosen twice, are offered to nobody', async () => {
    const page = await openDraft()
    await page.fill('[name="en.title"]', '\u202aCall 3166 3993\u202c\ufeff')
    await page.fill(BODY, 'Text\u202a with marks\u202c.')
    const [topic = ''] = await page
      .locator('[name=topics]')
      .first()
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean))
    await page.locator('[name=topics]').first().selectOption(topic)
    await page.getByRole('button', { name: /^Add a row: Topic/ }).click()
    await page.locator('[name=topics]').nth(1).selectOption(topic)
    await page.waitForTimeout(700)
    await save(page)
    await page.getByText('Saved.', { exact: true }).waitFor()
    expect(await offer(page).isVisible()).toBe(false)
    expect(await copies(page)).toBe(0)
    await page.context().close()
  })

  test('what is typed before the script comes is saved as well', async () => {
    const page = await openDraft()
    await page.route('**/assets/admin*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800))
      await route.continue()
    })
    await page.reload({ waitUntil: 'commit' })
    const saved = autosaved(page)
    await page.fill(BODY, 'Typed before the script.')
    await saved
    await page.context().close()
  })

  test('an answer that is lost on its way is no conflict with oneself', async () => {
    const page = await openDraft()
    let lost = 0
    await page.route('**/autosave', async (route) => {
      if (lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort()
    })
    await page.fill(BODY, 'Saved, and nobody said so.')
    await page.getByText('Not saved').waitFor()
    await page.fill(BODY, 'Saved, and nobody said so. Typed on.')
    await autosaved(page)
    await autosaved(page)
    await page.getByText(/^Saved at \d/).waitFor()
    await page.reload()
    expect(await page.inputValue(BODY)).toBe('Saved, and nobody said so. Typed on.')
    expect(await offer(page).isVisible()).toBe(false)
    await page.context().close()
  })

  test('and somebody looks at the preview, the text is saved all the same', async () => {
    const page = await openDraft()
    const saved = autosaved(page)
    await page.fill(BODY, 'Looked at before it was saved.')
    await page.getByRole('button', { name: 'Update preview' }).click()
    await saved
    await page.context().close()
  })

  test('the toolbar leaves the cursor where the words go when none are selected', async () => {
    const page = await openDraft()
    for (const [name, made] of [
      ['Bold', '**words**'],
      ['Link', '[words](https://)'],
      ['Mark language', '[words](lang:en)'],
    ] as const) {
      await page.fill(BODY, '')
      await page.getByRole('button', { name }).first().click()
      await page.keyboard.type('words')
      expect(await page.inputValue(BODY)).toBe(made)
    }
    await page.context().close()
  })

  test('the toolbar writes Markdown that undo takes back', async () => {
    const page = await openDraft()
    await page.fill(BODY, 'word')
    await page.focus(BODY)
    await page.keyboard.press('ControlOrMeta+a')
    await page.getByRole('button', { name: 'Bold' }).first().click()
    expect(await page.inputValue(BODY)).toBe('**word**')
    await page.keyboard.press('ControlOrMeta+z')
    expect(await page.inputValue(BODY)).toBe('word')
    expect(await page.locator(STATE).count()).toBe(1)
    await page.context().close()
  })
})
