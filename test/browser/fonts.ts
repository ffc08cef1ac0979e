/**
 * Chinese fonts for the browser tests: the machine's own, else the two npm packages through a fontconfig file. Without
 * them a page is full of empty boxes, and measures, screenshots and contrast mean nothing.
 */
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'

const SYSTEM_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts']
const OWN_FOLDERS = ['.fonts', '.local/share/fonts']
const CHINESE_FONT = /^(noto\s?sans\s?(mono)?cjk|sourcehansans|notosans(hk|sc|tc))/i

const NODE_MODULES = path.join(import.meta.dirname, '../../node_modules')

/** Noto Sans HK lacks 1,898 characters of GB 2312, so Simplified pages need the second family. */
const PACKAGES = ['@expo-google-fonts/noto-sans-hk', '@expo-google-fonts/noto-sans-sc']
const WEIGHTS = ['400Regular', '700Bold']

/** What Chromium needs in its environment to draw Chinese; nothing where the system has fonts. */
export async function fontEnvironment(cacheDir: string): Promise<Record<string, string>> {
  if (process.platform !== 'linux' || (await systemHasChinese())) return {}
  const file = path.join(cacheDir, 'fonts.conf')
  const part = `${file}.${process.pid}.part`
  await mkdir(cacheDir, { recursive: true })
  await writeFile(part, fontconfig(cacheDir))
  await rename(part, file)
  return { FONTCONFIG_FILE: file }
}

async function systemHasChinese(): Promise<boolean> {
  for (const folder of [...SYSTEM_FOLDERS, ...OWN_FOLDERS.map((name) => path.join(homedir(), name))]) {
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    if (names.some((name) => CHINESE_FONT.test(path.basename(name)))) return true
  }
  return false
}

/** Only the fonts of the packages, so that every machine measures the same. */
function fontconfig(cacheDir: string): string {
  const folders = PACKAGES.flatMap((name) => WEIGHTS.map((weight) => path.join(NODE_MODULES, name, weight)))
  const fallback = (generic: string) => `  <match target="pattern">
    <test qual="any" name="family"><string>${generic}</string></test>
    <edit name="family" mode="append" binding="same"><string>Noto Sans HK</string><string>Noto Sans SC</string></edit>
  </match>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${path.join(cacheDir, 'fontconfig')}</cachedir>
${['sans-serif', 'serif', 'monospace', 'system-ui'].map(fallback).join('\n')}
</fontconfig>
`
}

/**
 * Which of the characters have no glyph on this page's machine. A missing glyph is drawn as the same box as U+10FFFD,
 * which no font has; Chromium's own report of used fonts counts such boxes as drawn.
 */
export async function undrawnCharacters(page: Page, characters: string): Promise<string[]> {
  return await page.evaluate((tested) => {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('No canvas.')
    const picture = (character: string) => {
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.font = '40px "Noto Sans HK", "Noto Sans SC", sans-serif'
      context.fillText(character, 10, 60)
      return context.getImageData(0, 0, canvas.width, canvas.height).data.join()
    }
    const missing = picture('\u{10FFFD}')
    return [...tested].filter((character) => picture(character) === missing)
  }, characters)
}
