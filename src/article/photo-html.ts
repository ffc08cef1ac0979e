/** A photo of the body as a figure, and the same figure without its picture. */
import { EDITION_KEYS } from '../edition/editions.ts'
import type { PhotoBlock, Text } from './body-tree.ts'
import { type InlineNotes, inlineHtml } from './inline-html.ts'
import type { BodyPhoto } from './rendered-body.ts'
import { escapeAttribute, escapeText, type SafeHtml, trustHtml } from './safe-html.ts'
import { safeUrl } from './safe-url.ts'

/** The alternative text of a photo where it stands; '' when it is decorative or nobody has decided. */
export function photoAlt(block: PhotoBlock, photo: BodyPhoto): string {
  return block.alt || (photo.decorative ? '' : photo.alt)
}

/** What the text says about the photo here goes before what its record says. */
export function photoHtml(block: PhotoBlock, photo: BodyPhoto, notes: InlineNotes): string {
  const alt = photoAlt(block, photo)
  const caption = captionPart('span', 'caption', block.caption || photo.caption || '', notes)
  const credit = captionPart('small', 'credit', photo.credit ?? '', notes)
  const figcaption = caption || credit ? `<figcaption>${[caption, credit].filter(Boolean).join(' ')}</figcaption>` : ''
  return `<figure class="photo">${pictureHtml(photo, alt)}${figcaption}</figure>`
}

function captionPart(tag: 'span' | 'small', name: string, text: string, notes: InlineNotes): string {
  const node: Text = { type: 'text', value: text }
  return text === '' ? '' : `<${tag} class="${name}">${inlineHtml([node], notes)}</${tag}>`
}

function pictureHtml(photo: BodyPhoto, alt: string): string {
  const sizes = photo.sizes ? ` sizes="${escapeAttribute(photo.sizes)}"` : ''
  const srcset = photo.srcset ? ` srcset="${escapeAttribute(photo.srcset)}"${sizes}` : ''
  const size = `width="${Math.round(photo.width)}" height="${Math.round(photo.height)}"`
  const img = `<img src="${escapeAttribute(safeUrl(photo.src) ?? '')}"${srcset} ${size} alt="${escapeAttribute(alt)}" loading="lazy" decoding="async">`
  const sources = (photo.sources ?? []).map(
    (source) => `<source type="${escapeAttribute(source.type)}" srcset="${escapeAttribute(source.srcset)}"${sizes}>`,
  )
  return sources.length > 0 ? `<picture>${sources.join('')}${img}</picture>` : img
}

const FIGURE = /<figure class="photo">([\s\S]*?)<\/figure>/g
const INTERNAL_LINK = new RegExp(`(<a href=")(/(?:${EDITION_KEYS.join('|')})?(?:[/?][^"#]*)?)((?:#[^"]*)?")`, 'g')

/**
 * The text-only view of stored HTML: each photo becomes a line with its alternative text, linked to the picture, and
 * its caption (nothing when it has neither), and links to pages of the site ask for text only as well (`images=0`).
 * `picture` is put before the alternative text, e.g. "圖片：". Applying it twice changes nothing more.
 *
 * Plain string work is enough: text and attributes of the HTML are escaped by us, so these patterns match nothing but
 * the tags that this folder wrote.
 */
export function withoutImages(html: SafeHtml, { picture = '' }: { picture?: string } = {}): SafeHtml {
  const label = escapeAttribute(picture)
  const text = html.replace(FIGURE, (_, figure: string) => figureText(figure, label))
  return trustHtml(
    text.replace(INTERNAL_LINK, (_, open: string, url: string, close: string) => open + textOnlyUrl(url) + close),
  )
}

/**
 * HTML that was rendered anew because of its words, with its figures as they were published; but those stay new that differ
 * between `before`, rendered now from the published words, and `after`.
 */
export function withFiguresOf(published: SafeHtml, { before, after }: { before: SafeHtml; after: SafeHtml }): SafeHtml {
  const figures = asPublished(published.match(FIGURE) ?? [], before.match(FIGURE) ?? [], after.match(FIGURE) ?? [])
  let at = 0
  return trustHtml(after.replace(FIGURE, (figure) => figures[at++] ?? figure))
}

/** Pieces of `after`; those that do not differ from `before` are taken as they were published. */
export function asPublished(
  published: readonly string[],
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  const isAligned = published.length === before.length && before.length === after.length
  return isAligned ? after.map((piece, at) => (piece === before[at] ? (published[at] ?? piece) : piece)) : after
}

const PICTURE = /<picture>[\s\S]*?<\/picture>|<img [^>]*>/

/**
 * The same figures, but those whose files are gone have a sentence about it and the alternative text in place of the
 * picture. `label` is that sentence, in the language `lang`.
 */
export function withoutGonePhotos(
  html: SafeHtml,
  { isGone, label, lang }: { isGone: (src: string) => boolean; label: string; lang: string },
): SafeHtml {
  const sentence = `<span lang="${escapeAttribute(lang)}">${escapeText(label)}</span>`
  const text = html.replace(FIGURE, (figure) => {
    if (!isGone(imageAttribute(figure, 'src'))) return figure
    const words = [sentence, imageAttribute(figure, 'alt')].filter(Boolean).join(' ')
    return figure.replace(PICTURE, () => `<p class="note">${words}</p>`)
  })
  return trustHtml(text)
}

function figureText(figure: string, label: string): string {
  const alt = imageAttribute(figure, 'alt')
  const caption = /<figcaption>([\s\S]*)<\/figcaption>/.exec(figure)?.[1] ?? ''
  const link = alt === '' ? '' : `<a href="${imageAttribute(figure, 'src')}">${label}${alt}</a>`
  return link || caption ? `<p class="picture">${[link, caption].filter(Boolean).join(' ')}</p>` : ''
}

/** Escaped, as it stands in the markup. */
function imageAttribute(figure: string, name: string): string {
  return new RegExp(`<img [^>]*?\\b${name}="([^"]*)"`).exec(figure)?.[1] ?? ''
}

function textOnlyUrl(url: string): string {
  if (/[?;]images=0(?:&|$)/.test(url)) return url
  return url.includes('?') ? `${url}&amp;images=0` : `${url}?images=0`
}
