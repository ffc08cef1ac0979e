import { expect, inject, test } from 'vitest'
import { href, type View } from '../../src/routes.ts'
import { useBrowser } from './chromium.ts'
import { newPage } from './page.ts'
import { RELEASE } from './pages.ts'

const browser = useBrowser()
const view: View = { edition: 'zh-hant', images: true }
const address = () => new URL(href.article(view, RELEASE), inject('siteUrl')).href

test('copies the headline and the address as lines to paste, and says so', async () => {
  const { page, problems } = await newPage(browser())
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(address())
  const copy = page.getByRole('button', { name: '複製標題和連結' })
  await copy.waitFor()
  expect((await copy.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await copy.click()
  await page.waitForFunction(
    () => document.querySelector('[data-behaviour~=share] [role=status]')?.textContent === '已複製',
  )
  const [headline, url] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
  expect(headline).toBe(await page.locator('h1').innerText())
  expect(new URL(url ?? '').pathname).toBe(href.article(view, RELEASE))
  expect(problems).toEqual([])
  await page.context().close()
})

test('without a script there is no button that does nothing', async () => {
  const { page } = await newPage(browser(), { javaScript: false })
  await page.goto(address())
  expect(await page.locator('main button').count()).toBe(0)
  await page.context().close()
})
