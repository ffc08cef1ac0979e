/** Photos as an article in one edition shows them. */
import {
  addressHash,
  FULL_FILE,
  isReadersCopy,
  MEDIA_TYPES,
  type ShownPhoto,
  type VariantFormat,
} from '../article/photo.ts'
import { shareVariantOf } from '../article/photo-crop.ts'
import type { PressPhoto, PublishedPhoto } from '../article/published.ts'
import { type ChineseEdition, type Edition, isChinese } from '../edition/editions.ts'
import { href } from '../routes.ts'

/** Where a photo's files are: below /media for the public, below a preview's own token before that. */
export type MediaHref = (hash: string, file: string) => string

/** The photos that an article may show, and how. */
export interface PhotoChoice {
  photos: readonly ShownPhoto[]
  /** Converts what is written in the source edition for the derived one. */
  convert: (text: string) => string
  mediaHref?: MediaHref
}

export interface ShownPhotosOptions extends Omit<PhotoChoice, 'photos'> {
  edition: Edition
  source: ChineseEdition
}

/** The column of text is 42 rem wide at most, and as wide as the screen before that. */
const SIZES = '(min-width: 44rem) 42rem, 100vw'

/** The photos of one edition by key, for rendering its body. */
export function shownPhotos(
  photos: readonly ShownPhoto[],
  options: ShownPhotosOptions,
): ReadonlyMap<string, PublishedPhoto> {
  return new Map(photos.flatMap((photo) => toEntry(photo, options)))
}

function toEntry(photo: ShownPhoto, options: ShownPhotosOptions): [string, PublishedPhoto][] {
  const { mediaHref = href.media } = options
  const src = photo.variants.find(({ file }) => file === '960.jpg') ?? largestJpeg(photo)
  if (!src) return []
  const hash = addressHash(photo.sha256)
  const share = shareVariantOf(photo)
  const shown: PublishedPhoto = {
    key: photo.key,
    src: mediaHref(hash, src.file),
    srcset: srcset(photo, 'jpeg', mediaHref),
    sources: (['avif', 'webp'] as const).flatMap((format) => {
      const candidates = srcset(photo, format, mediaHref)
      return candidates === '' ? [] : [{ type: MEDIA_TYPES[format], srcset: candidates }]
    }),
    sizes: SIZES,
    width: src.width,
    height: src.height,
    ...wordsOf(photo, options),
    decorative: photo.description === 'decorative',
    credit: photo.credit,
    ...(share ? { share: { src: mediaHref(hash, share.file), width: share.width, height: share.height } } : {}),
  }
  return [[photo.key, shown]]
}

/** The whole photos that the press may take, in the order in which the article shows them. */
export function pressPhotos(
  photos: readonly ShownPhoto[],
  keys: readonly string[],
  options: ShownPhotosOptions,
): readonly PressPhoto[] {
  const { mediaHref = href.media } = options
  return keys.flatMap((key) => {
    const photo = photos.find((candidate) => candidate.key === key)
    const full = photo?.variants.find(({ file }) => file === FULL_FILE)
    if (!photo || !full) return []
    const { alt, caption } = wordsOf(photo, options)
    const { width, height, bytes } = full
    return [{ url: mediaHref(addressHash(photo.sha256), FULL_FILE), width, height, bytes, text: caption || alt }]
  })
}

/** Alternative text and caption; those of the derived edition are converted unless an editor wrote some. */
function wordsOf(photo: ShownPhoto, { edition, source, convert }: ShownPhotosOptions) {
  const own = photo.words[edition]
  const other = photo.words[source]
  const derived = isChinese(edition) && edition !== source
  const word = (name: 'alt' | 'caption') => own[name] || (derived ? convert(other[name]) : '')
  return { alt: photo.description === 'decorative' ? '' : word('alt'), caption: word('caption') }
}

function srcset(photo: ShownPhoto, format: VariantFormat, mediaHref: MediaHref): string {
  return photo.variants
    .filter((variant) => variant.format === format && isReadersCopy(variant))
    .sort((a, b) => a.width - b.width)
    .map(({ file, width }) => `${mediaHref(addressHash(photo.sha256), file)} ${width}w`)
    .join(', ')
}

function largestJpeg({ variants }: ShownPhoto) {
  const jpegs = variants.filter((variant) => variant.format === 'jpeg' && isReadersCopy(variant))
  return jpegs.sort((a, b) => b.width - a.width)[0] ?? variants.find(({ file }) => file === FULL_FILE)
}
