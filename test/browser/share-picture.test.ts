import path from 'node:path'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import type { SharePicture, SharePictureAnswer } from '../../src/client/share-picture.ts'
import { useBrowser } from './chromium.ts'
import { newPage } from './page.ts'

const browser = useBrowser()
let script = ''

beforeAll(async () => {
  const entry = path.join(import.meta.dirname, '../../src/client/share-picture.ts')
  const options = { bundle: true, write: false, format: 'iife', globalName: 'sharing' } as const
  script = (await build({ ...options, entryPoints: [entry] })).outputFiles[0]?.text ?? ''
})

interface Drawn {
  answer: string
  bytes: number
  width: number
  height: number
  /** The pixels, as a number that differs when they do. */
  hash: number
}

async function draw(picture: Partial<SharePicture>): Promise<Drawn> {
  const { page } = await newPage(browser())
  try {
    await page.addScriptTag({ content: script })
    const whole = { title: '數碼港', siteName: '數碼港新聞室', lang: 'zh-HK', accent: '#00524f', ...picture }
    return await page.evaluate(async (given) => {
      const { sharing } = window as unknown as {
        sharing: { drawSharePicture: (picture: SharePicture) => Promise<SharePictureAnswer> }
      }
      const answer = await sharing.drawSharePicture(given)
      if (!answer.ok) return { answer: answer.reason, bytes: 0, width: 0, height: 0, hash: 0 }
      const image = await createImageBitmap(answer.blob)
      const { width, height } = image
      const context = new OffscreenCanvas(width, height).getContext('2d')
      context?.drawImage(image, 0, 0)
      const pixels = context?.getImageData(0, 0, width, height).data ?? []
      let hash = 0
      for (const value of pixels) hash = (Math.imul(hash, 31) + value) | 0
      return { answer: answer.blob.type, bytes: answer.blob.size, width, height, hash }
    }, whole)
  } finally {
    await page.context().close()
  }
}

test('a share picture has the size that networks ask for and weighs little', async () => {
  const drawn = await draw({ title: '數碼港歡迎政府公布《香港創新科技發展藍圖》' })
  expect(drawn).toMatchObject({ answer: 'image/png', width: 1200, height: 630 })
  expect(drawn.bytes).toBeLessThan(200_000)
})

test('a headline of any length is drawn', async () => {
  for (const title of ['', '港', '數碼港'.repeat(200), 'Cyberport '.repeat(50), '「」'.repeat(60), 'x'.repeat(500)]) {
    expect((await draw({ title })).answer).toBe('image/png')
  }
})

test('the edition decides the forms of the characters', async () => {
  const title = '骨次誤角令直'
  const [hant, hans] = [await draw({ title, lang: 'zh-HK' }), await draw({ title, lang: 'zh-CN' })]
  expect(hant.hash).not.toBe(hans.hash)
})

test('a character that no font has is refused, not drawn as a box', async () => {
  expect((await draw({ title: '數碼港\u{1f1f0}' })).answer).toBe('image/png')
  expect((await draw({ title: '數碼港\u{31340}' })).answer).toBe('missing-glyphs')
})
