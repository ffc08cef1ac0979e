/** The whole way of an article, in a real browser, once with JavaScript and once without. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { EDITION_KEYS } from '../../src/edition/editions.ts'
import { adminHref, href } from '../../src/routes.ts'
import { launchChromium } from './chromium.ts'
import { newPage } from './page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const url = (path: string) => new URL(path, inject('siteUrl')).href

/** Hong Kong's clock in `minutes`, as the form wants it. */
function wallClock(minutes: number): string {
  return new Date(Date.now() + (8 * 60 + minutes) * 60_000).toISOString().slice(0, 16)
}

async function statusesOf(slug: string): Promise<readonly number[]> {
  const answers = EDITION_KEYS.map((edition) =>
    fetch(url(href.article({ edition, images: true }, slug)), { redirect: 'manual' }),
  )
  return (await Promise.all(answers)).map(({ status }) => status)
}

async function speakEnglish(page: Page): Promise<void> {
  await page.goto(url(adminHref.home()))
  await page.getByRole('button', { name: 'English' }).click()
}

async function write(page: Page, slug: string): Promise<void> {
  await page.goto(url(adminHref.newArticle()))
  await page.getByLabel('Chinese headline').fill(`數碼港宣布新基金（${slug}）`)
  await page.getByLabel('English headline').fill(`Cyberport announces a new fund, ${slug}`)
  await page.getByRole('button', { name: 'Create draft' }).click()
  await page.getByLabel('Address', { exact: false }).first().fill(slug)
  const chinese = page.getByRole('region', { name: /Chinese text/ })
  await chinese.getByLabel('Summary').fill('數碼港今日宣布新基金。')
  await chinese
    .getByRole('textbox', { name: 'Text, Traditional Chinese' })
    .fill('數碼港今日宣布成立新基金。\n\n## 詳情\n\n軟件公司均可申請。')
  const english = page.getByRole('region', { name: 'English text' })
  await english.getByLabel('Summary').fill('Cyberport announces a fund.')
  await english
    .getByRole('textbox', { name: 'Text, English' })
    .fill('Cyberport announced a fund today.\n\n## Details\n\nSoftware firms may apply.')
}

async function save(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await page.getByText('Saved.', { exact: true }).waitFor()
  return Number(/articles\/(\d+)/.exec(page.url())?.[1])
}

async function schedule(page: Page, id: number): Promise<void> {
  await page.goto(url(adminHref.publication(id)))
  await page.getByLabel(/^Schedule: public/).check()
  await page.getByLabel(/^Schedule or embargo until/).fill(wallClock(60))
  await page.getByRole('button', { name: 'Publish chosen editions' }).click()
  await page.getByText('Scheduled.', { exact: true }).waitFor()
}

describe.each([
  { name: 'with JavaScript', javaScript: true },
  { name: 'without JavaScript', javaScript: false },
])('an article $name', ({ javaScript }) => {
  test('is written, previewed, scheduled, published, corrected and withdrawn in all three editions', async () => {
    const { page, problems } = await newPage(browser, { javaScript })
    const slug = `journey-${javaScript ? 'with' : 'without'}-script`
    await speakEnglish(page)
    await write(page, slug)

    const preview = page.frameLocator('iframe[name="preview-frame"]')
    await page.getByLabel('Edition to preview').selectOption('zh-hans')
    if (!javaScript) await page.getByRole('button', { name: 'Update preview' }).click()
    await preview.getByText('软件公司均可申请。').waitFor()

    const id = await save(page)
    await schedule(page, id)
    expect(await statusesOf(slug)).toEqual([404, 404, 404])
    await page.getByRole('button', { name: 'Cancel the schedule' }).click()
    await page.getByText('The schedule has been cancelled.').waitFor()

    await page.getByLabel('Publish now').check()
    await page.getByRole('button', { name: 'Publish chosen editions' }).click()
    await page.getByText('Published.', { exact: true }).waitFor()
    expect(await statusesOf(slug)).toEqual([200, 200, 200])

    await page.getByRole('link', { name: 'Make a correction' }).click()
    await page.getByLabel(/Note of correction \(繁體中文\)/).fill('基金名稱有誤，已更正。')
    await page.getByLabel(/Note of correction \(English\)/).fill('The name of the fund was wrong.')
    await page.getByRole('button', { name: 'Publish correction' }).click()
    await page.getByText('Corrected.', { exact: true }).waitFor()
    const hans = await (await fetch(url(href.article({ edition: 'zh-hans', images: true }, slug)))).text()
    expect(hans).toContain('基金名称有误')

    await page.getByRole('link', { name: 'Withdraw the article' }).click()
    await page.getByRole('button', { name: 'Withdraw all editions' }).click()
    await expect.poll(() => page.title()).toMatch(/^Error: /)
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('error-summary')
    await page.getByLabel(/Public reason \(繁體中文\)/).fill('內容有誤。')
    await page.getByLabel(/Public reason \(English\)/).fill('It was wrong.')
    await page.getByRole('button', { name: 'Withdraw all editions' }).click()
    await page.getByText('Withdrawn.', { exact: true }).waitFor()
    expect(await statusesOf(slug)).toEqual([410, 410, 410])
    // A page that answers 422 is what this journey asks for.
    expect(problems.filter((problem) => !problem.includes('422'))).toEqual([])
    await page.context().close()
  })
})
