/** The harness itself: each of its checks must fail on a page made wrong on purpose, and pass on a right one. */
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { auditPage, runAxe } from './axe.ts'
import { brotliBytes, pageBytes } from './bytes.ts'
import { useBrowser } from './chromium.ts'
import { setFaults } from './faults.ts'
import { undrawnCharacters } from './fonts.ts'
import { walkWithTab } from './keyboard.ts'
import { unmarkedLanguage } from './language.ts'
import { newPage, type Reader, withPage } from './page.ts'
import { sidewaysScroll, textCutBySpacing } from './reflow.ts'
import { openSlowNetwork } from './slow-network.ts'

const browser = useBrowser()

async function withContent<T>(html: string, reader: Reader, use: (page: Page) => Promise<T>): Promise<T> {
  const { page } = await newPage(browser(), reader)
  try {
    await page.setContent(`<!doctype html>${html}`)
    return await use(page)
  } finally {
    await page.context().close()
  }
}

const GOOD_PAGE = `<html lang="zh-HK"><head><title>好頁</title><meta name="viewport" content="width=device-width">
  <style>body{color:#000;background:#fff} a{display:inline-block;padding:12px;color:#003} a:focus{outline:3px solid}</style>
  </head><body><header><a href="#main">跳到內容</a></header>
  <main id="main" tabindex="-1"><h1>標題</h1><p>內文</p><a href="https://a.example/a">甲文</a> <a href="https://a.example/b">乙文</a></main></body></html>`

describe('fonts', () => {
  test('draw Traditional and Simplified characters, and a missing one is noticed', async () => {
    await withContent('<title>x</title>', {}, async (page) => {
      expect(await undrawnCharacters(page, '骨說內港A')).toEqual([])
      expect(await undrawnCharacters(page, '门说骨')).toEqual([])
      expect(await undrawnCharacters(page, '骨\u{10FFFC}')).toEqual(['\u{10FFFC}'])
    })
  })
})

describe('axe', () => {
  test('finds nothing on a good page', async () => {
    expect(await withContent(GOOD_PAGE, {}, async (page) => await auditPage(page))).toEqual([])
  })

  test('reports each fault readably, those of rules that are off by default too', async () => {
    const bad = `<html><head><title>x</title><meta http-equiv="refresh" content="72001; url=/"></head><body><main><h1>x</h1>
      <img src="data:,"><p style="color:#767676;background:#fff">grey</p>
      <a href="https://a.example/1">more</a> <a href="https://a.example/2">more</a> <button style="width:9px;height:9px;padding:0">a</button><button
      style="width:9px;height:9px;padding:0">b</button></main><p>outside</p></body></html>`
    const report = await withContent(bad, {}, async (page) => await auditPage(page))
    for (const rule of ['html-has-lang', 'image-alt', 'color-contrast-enhanced', 'target-size', 'region']) {
      expect(report.join('\n')).toContain(`violation ${rule} (`)
    }
    expect(report.join('\n')).toContain('meta-refresh-no-exceptions')
    expect(report.join('\n')).toContain('unsure identical-links-same-purpose (minor) at a[href="https://a.example/1"]')
  })

  test('lets a doubt pass only once it was reviewed, and only where', async () => {
    const html = GOOD_PAGE.replace('乙文', '甲文')
    await withContent(html, {}, async (page) => {
      expect(await auditPage(page)).toHaveLength(1)
      const rule = 'identical-links-same-purpose'
      expect(await auditPage(page, [{ rule, at: 'h1', reason: 'elsewhere' }])).toHaveLength(1)
      expect(await auditPage(page, [{ rule, at: 'a', reason: 'test' }])).toEqual([])
    })
  })

  test('runs the rules for pages as a whole', async () => {
    const { passes } = await withContent(GOOD_PAGE, {}, async (page) => await runAxe(page))
    const rules = passes.map((result) => result.id)
    expect(rules).toEqual(expect.arrayContaining(['document-title', 'html-has-lang', 'page-has-heading-one', 'region']))
  })
})

describe('keyboard walk', () => {
  test('reaches every control of a good page, with forced colours too', async () => {
    for (const forcedColors of [false, true]) {
      const { stops, problems } = await withContent(GOOD_PAGE, { forcedColors }, walkWithTab)
      expect(stops).toEqual(['a "跳到內容"', 'a "甲文"', 'a "乙文"'])
      expect(problems).toEqual([])
    }
  })

  test('notices invisible focus, jumps, covered controls and traps', async () => {
    const walk = async (body: string) => (await withContent(`<body>${body}`, {}, walkWithTab)).problems.join('\n')
    expect(await walk('<a href="/" style="outline:none">x</a>')).toContain('a "x": no visible outline')
    expect(await walk('<a href="/" style="outline:2px solid transparent">x</a>')).toContain('no visible outline')
    expect(await walk('<a href="/">x</a><a href="/" tabindex="1">y</a>')).toContain('a "x": focus jumps backwards')
    expect(await walk('<a href="/">x</a><p style="position:fixed;inset:0;margin:0;background:#fff"></p>')).toContain(
      'covered by p',
    )
    expect(
      await walk('<button>a</button><button onkeydown="event.preventDefault()">b</button><button>c</button>'),
    ).toContain('button "c": never reached')
  })
})

describe('reflow', () => {
  test('names what is too wide for 320 px, and allows boxes that scroll by themselves', async () => {
    const at320 = async (body: string) =>
      await withContent(`<body style="margin:0">${body}`, { widthPx: 320 }, sidewaysScroll)
    expect(await at320('<p>短</p><div style="overflow:auto"><div style="width:900px">x</div></div>')).toEqual([])
    expect(await at320('<div class="wide" style="width:400px">x</div>')).toEqual([
      'the page is 400 px wide on a screen of 320 px',
      'div.wide ends at 400 px',
    ])
  })

  test('names text that wider spacing cuts off', async () => {
    const cut = async (style: string) =>
      await withContent(`<p style="font:16px/1 sans-serif;${style}">some words of text</p>`, {}, textCutBySpacing)
    expect(await cut('overflow:hidden')).toEqual([])
    expect(await cut('overflow:hidden;height:16px')).toEqual(['p. cuts "some words of text"'])
    expect(await cut('overflow:hidden;width:1px;height:1px')).toEqual([])
  })
})

describe('language of parts', () => {
  const check = async (lang: string, body: string) =>
    await withContent(`<html lang="${lang}"><title>x</title>${body}`, {}, unmarkedLanguage)

  test('wants three Latin words in Chinese marked, not names and acronyms', async () => {
    expect(await check('zh-HK', '<p>數碼港 Smart Living 與 AI</p>')).toEqual([])
    expect(await check('zh-HK', '<p>口號 <q lang="en">To be the hub</q>。</p>')).toEqual([])
    expect(await check('zh-HK', '<p>口號 To be <b>the</b> hub。</p>')).toEqual([
      '"To be the hub" in p. of lang="zh-hk"',
    ])
    expect(await check('zh-CN', '<img alt="a photo of it">')).toEqual(['"a photo of it" in img. of lang="zh-cn"'])
  })

  test('wants any Chinese in English marked', async () => {
    expect(await check('en', '<p>Cyberport (<span lang="zh-HK">數碼港</span>)</p>')).toEqual([])
    expect(await check('en', '<p class="a">Cyberport (數碼港)</p>')).toEqual(['"數碼港" in p.a of lang="en"'])
  })
})

describe('strict content security policy', () => {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', "default-src 'none'")
    response.end('<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><p>text</p></main></html>')
  })
  let origin = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address !== null && typeof address === 'object') origin = `http://127.0.0.1:${address.port}`
  })
  afterAll(() => void server.close())

  test('does not stop the checks', async () => {
    await withPage(browser(), '/', { origin }, async ({ page, problems }) => {
      expect(await auditPage(page)).toEqual([])
      expect(await textCutBySpacing(page)).toEqual([])
      expect(problems).toEqual([])
      await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
      expect(problems.join('\n')).toContain('Content Security Policy')
    })
  })
})

describe('slow network', () => {
  test('takes four round trips and the time of the bytes, and counts them', async () => {
    const body = 'x'.repeat(20_000)
    const server = createServer((_request, response) => response.end(body))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const network = await openSlowNetwork(`http://127.0.0.1:${port}`, { rttMs: 100, kilobitsPerSecond: 400 })
    const startMs = performance.now()
    expect(await (await fetch(network.url)).text()).toBe(body)
    const tookMs = performance.now() - startMs
    expect(tookMs).toBeGreaterThan(300 + (20_000 * 8) / 400)
    expect(tookMs).toBeLessThan(300 + (20_000 * 8) / 400 + 250)
    expect(network.counts.bytesDown).toBeGreaterThan(20_000)
    expect(network.counts.connections).toBe(1)
    await network.close()
    server.closeAllConnections()
    server.close()
  })
})

describe('the site', () => {
  test('runs, and its bytes can be counted', async () => {
    const { status, rawBytes } = await pageBytes(new URL('/healthz', inject('siteUrl')))
    expect(status).toBe(200)
    expect(rawBytes).toBeGreaterThan(0)
    expect(brotliBytes('ab'.repeat(1000))).toBeLessThan(50)
  })

  test('can be told to fail, and works again', async () => {
    await setFaults({ failD1: true })
    await setFaults()
    expect((await pageBytes(new URL('/healthz', inject('siteUrl')))).status).toBe(200)
  })
})
