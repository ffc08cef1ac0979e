/** Finding articles while somebody types: focus stays, and a screen reader hears how many there are, not all of them. */
import { expect, test } from 'vitest'
import { adminHref } from '../../src/routes.ts'
import { useBrowser } from './chromium.ts'
import { withPage } from './page.ts'

const browser = useBrowser()

test('says how many were found, and leaves focus in the field', async () => {
  await withPage(browser(), adminHref.home(), {}, async ({ page }) => {
    const spoken = page.locator('search [role="status"], search [aria-live]')
    await page.locator('#find').pressSequentially('數碼港')
    await page.waitForFunction(() => document.querySelector('#found li') !== null)
    const articles = await page.locator('#found .list > li').count()
    expect(await spoken.allInnerTexts()).toEqual([`本頁有 ${articles} 篇文章。`])
    expect(await page.locator(':focus').getAttribute('id')).toBe('find')
    await page.locator('#find').fill('沒有這些字')
    await page.waitForFunction(() => document.querySelector('#found li') === null)
    expect(await spoken.allInnerTexts()).toEqual(['找不到符合的文章。'])
    expect(await page.locator('#find').inputValue()).toBe('沒有這些字')
  })
})

test('answers with a page of its own without a script', async () => {
  await withPage(browser(), adminHref.home(), { javaScript: false }, async ({ page }) => {
    await page.fill('#find', '數碼港')
    await page.locator('search button').click()
    expect(await page.locator('#found .list > li').count()).toBeGreaterThan(0)
    expect(await page.locator('search [role="status"]').innerText()).toMatch(/本頁有 \d+ 篇文章/)
  })
})

test('asks nothing while an input method composes, and once when it is done', async () => {
  await withPage(browser(), adminHref.home(), {}, async ({ page }) => {
    await page.focus('#find')
    await page.waitForFunction(() => document.querySelector('#find')?.hasAttribute('data-htmx-powered'))
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).searchParams.get('q') ?? ''))
    const session = await page.context().newCDPSession(page)
    for (const text of ['s', 'sh', 'shu']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await page.waitForTimeout(350)
    }
    expect(asked).toEqual([])
    await session.send('Input.insertText', { text: '數碼' })
    await page.waitForFunction(() => document.querySelector('#found li') !== null)
    expect(asked).toEqual(['數碼'])
  })
})
