/** The page of publication draws the pictures for sharing; what readers share then names them. */
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { EDITION_KEYS, type Edition } from '../../src/edition/editions.ts'
import { adminHref, href } from '../../src/routes.ts'
import { useBrowser } from './chromium.ts'
import { newPage } from './page.ts'

const browser = useBrowser()
/** Drawing and handing in takes a moment on a busy machine. */
const PATIENCE = { timeout: 15_000 }

const url = (path: string) => new URL(path, inject('siteUrl')).href

/** A saved draft; gives its id. */
async function write(page: Page, slug: string, titleZh: string): Promise<number> {
  await page.goto(url(adminHref.home()))
  await page.getByRole('button', { name: 'English' }).click()
  await page.goto(url(adminHref.newArticle()))
  await page.getByLabel('Chinese headline').fill(titleZh)
  await page.getByLabel('English headline').fill(`Cyberport shares a picture, ${slug}`)
  await page.getByRole('button', { name: 'Create draft' }).click()
  await page.getByLabel('Address', { exact: false }).first().fill(slug)
  const chinese = page.getByRole('region', { name: /Chinese text/ })
  await chinese.getByRole('textbox', { name: 'Text, Traditional Chinese' }).fill('數碼港今日分享圖片。')
  await page
    .getByRole('region', { name: 'English text' })
    .getByRole('textbox', { name: 'Text, English' })
    .fill('A picture.')
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await page.getByText('Saved.', { exact: true }).waitFor()
  return Number(/articles\/(\d+)/.exec(page.url())?.[1])
}

async function publish(page: Page, id: number): Promise<void> {
  await page.goto(url(adminHref.publication(id)))
  await page.getByLabel('Publish now').check()
  await page.getByRole('button', { name: 'Publish chosen editions' }).click()
  await page.getByText('Published.', { exact: true }).waitFor()
}

async function sharedPicture(edition: Edition, slug: string): Promise<string | undefined> {
  const html = await (await fetch(url(href.article({ edition, images: true }, slug)))).text()
  return /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1]
}

const section = (page: Page) => page.getByRole('region', { name: 'Share pictures' })

test('pictures are drawn at publication, said once, and named by what is shared', async () => {
  const { page, problems } = await newPage(browser())
  const slug = 'shared-with-pictures'
  const id = await write(page, slug, '數碼港分享圖片')
  await publish(page, id)
  await page.goto(url(adminHref.publication(id)))
  await expect.poll(() => section(page).getByText('The picture is drawn.', { exact: true }).count(), PATIENCE).toBe(3)
  for (const edition of EDITION_KEYS) {
    const address = await sharedPicture(edition, slug)
    const file = await fetch(url(new URL(address ?? '').pathname))
    expect([edition, file.status, file.headers.get('content-type')]).toEqual([edition, 200, 'image/png'])
    const header = new DataView(await file.arrayBuffer())
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([1200, 630])
  }
  const again = section(page).getByRole('button', { name: 'Draw again (English)' })
  await again.click()
  await expect
    .poll(() => section(page).getByRole('status').textContent(), PATIENCE)
    .toBe('English: The picture is drawn.')
  expect(await again.evaluate((button) => document.activeElement === button)).toBe(true)
  expect(problems).toEqual([])
  await page.context().close()
})

test('a character without a glyph is told, and nothing is handed in', async () => {
  const { page } = await newPage(browser())
  const id = await write(page, 'shared-without-glyph', '數碼港\u{31340}')
  await page.goto(url(adminHref.publication(id)))
  await expect
    .poll(
      () =>
        section(page)
          .getByText(/no glyph for a character/)
          .count(),
      PATIENCE,
    )
    .toBeGreaterThan(0)
  await expect
    .poll(() => section(page).getByRole('status').textContent(), PATIENCE)
    .toContain('English: The picture is drawn.')
  await page.context().close()
})

test('without JavaScript the page says how things stand and offers nothing that it cannot do', async () => {
  const { page } = await newPage(browser(), { javaScript: false })
  const slug = 'shared-without-script'
  const id = await write(page, slug, '數碼港分享文字')
  await publish(page, id)
  expect(await section(page).getByText('The picture is not drawn yet.').count()).toBe(3)
  expect(await section(page).getByRole('button').count()).toBe(0)
  expect(await sharedPicture('en', slug)).toBeUndefined()
  await page.context().close()
})
