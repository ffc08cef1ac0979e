/**
 * Draws the picture that stands for an article where it is shared: its headline in the fonts that the editor's device has,
 * with the forms of the edition's region. Done once, in the editor's browser, at publication; the Worker draws nothing.
 *
 *     const blob = await drawSharePicture({ title, siteName, lang: 'zh-HK', accent: '#00524f' })
 */

import { SHARE_PICTURE_BYTES_MAX, SHARE_PICTURE_PX } from '../article/share-picture.ts'

const MARGIN_PX = 72
const LINES_MAX = 5
const SIZES_PX = [84, 72, 62, 54, 46, 40] as const
const LINE_HEIGHT = 1.3

const FAMILIES: Readonly<Record<string, string>> = {
  'zh-HK': '"PingFang HK", "Noto Sans HK", "Noto Sans CJK HK", "Microsoft JhengHei", system-ui, sans-serif',
  'zh-CN': '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif',
  en: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
}

export interface SharePicture {
  title: string
  siteName: string
  /** `<html lang>` of the edition: decides the forms of the characters. */
  lang: string
  /** Background; the text is white, so its contrast must be 7:1 at least. */
  accent: string
}

export type SharePictureAnswer =
  | { ok: true; blob: Blob }
  | { ok: false; reason: 'missing-glyphs' | 'no-canvas' | 'too-large' }

/** Draws on a canvas of its own. Refuses rather than draw boxes for characters that no font of the device has. */
export async function drawSharePicture(picture: SharePicture): Promise<SharePictureAnswer> {
  const canvas = document.createElement('canvas')
  canvas.width = SHARE_PICTURE_PX.width
  canvas.height = SHARE_PICTURE_PX.height
  /** A canvas takes the language of its element for the forms of characters. */
  canvas.lang = picture.lang
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return { ok: false, reason: 'no-canvas' }
  if (hasMissingGlyphs(context, picture)) return { ok: false, reason: 'missing-glyphs' }
  paint(context, picture)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) return { ok: false, reason: 'no-canvas' }
  return blob.size > SHARE_PICTURE_BYTES_MAX ? { ok: false, reason: 'too-large' } : { ok: true, blob }
}

function paint(context: CanvasRenderingContext2D, { title, siteName, lang, accent }: SharePicture): void {
  const { width, height } = SHARE_PICTURE_PX
  context.fillStyle = accent
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#ffffff'
  context.textBaseline = 'top'
  const { lines, sizePx } = fitTitle(context, title, lang)
  for (const [index, line] of lines.entries()) {
    context.fillText(line, MARGIN_PX, MARGIN_PX + index * sizePx * LINE_HEIGHT)
  }
  context.fillRect(MARGIN_PX, height - 128, 96, 6)
  context.font = font(34, lang)
  context.fillText(siteName, MARGIN_PX, height - 100, width - 2 * MARGIN_PX)
}

function font(sizePx: number, lang: string): string {
  return `700 ${sizePx}px ${FAMILIES[lang] ?? FAMILIES.en}`
}

/** The largest size at which the headline fits; what is longer still ends with an ellipsis. */
function fitTitle(context: CanvasRenderingContext2D, title: string, lang: string): { lines: string[]; sizePx: number } {
  const room = SHARE_PICTURE_PX.height - MARGIN_PX - 150
  let lines: string[] = []
  for (const sizePx of SIZES_PX) {
    context.font = font(sizePx, lang)
    lines = wrap(context, title, lang)
    if (lines.length <= LINES_MAX && lines.length * sizePx * LINE_HEIGHT <= room) return { lines, sizePx }
  }
  const sizePx = SIZES_PX.at(-1) ?? 40
  const kept = lines.slice(0, Math.floor(room / (sizePx * LINE_HEIGHT)))
  return { lines: kept.map((line, index) => (index === kept.length - 1 ? `${line.slice(0, -1)}…` : line)), sizePx }
}

/** Marks that must not begin a line, and those that must not end one (GB/T 15834, 5.1). */
const NOT_FIRST = /^[、，。．：；！？）」』》〉】…—%,.:;!?)\]”’]/u
const NOT_LAST = /[（「『《〈【(“‘]$/u

/** Breaks between words; Chinese between characters where its rules let it. */
function wrap(context: CanvasRenderingContext2D, title: string, lang: string): string[] {
  const widthMax = SHARE_PICTURE_PX.width - 2 * MARGIN_PX
  const words = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(title)].map(({ segment }) => segment)
  const lines: string[] = []
  let line = ''
  for (const word of words.flatMap((one) => (context.measureText(one).width > widthMax ? [...one] : [one]))) {
    if (
      line === '' ||
      context.measureText(line + word).width <= widthMax ||
      NOT_FIRST.test(word) ||
      NOT_LAST.test(line)
    ) {
      line += word
      continue
    }
    lines.push(line.trim())
    line = word.trimStart()
  }
  return [...lines, line.trim()].filter((one) => one !== '')
}

/** A character that no font has is drawn as the same box as one that cannot exist. */
function hasMissingGlyphs(context: CanvasRenderingContext2D, { title, siteName, lang }: SharePicture): boolean {
  context.font = font(40, lang)
  const box = shapeOf(context, '\u{10ffff}')
  const characters = new Set(`${title}${siteName}`.match(/[\p{L}\p{N}]/gu) ?? [])
  return [...characters].some((character) => shapeOf(context, character) === box)
}

const SHAPE_PX = 48

function shapeOf(context: CanvasRenderingContext2D, character: string): string {
  context.clearRect(0, 0, SHAPE_PX, SHAPE_PX)
  context.fillStyle = '#000000'
  context.textBaseline = 'top'
  context.fillText(character, 2, 2)
  return context.getImageData(0, 0, SHAPE_PX, SHAPE_PX).data.join()
}
