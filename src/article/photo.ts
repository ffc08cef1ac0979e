/** A photo of the library: what editors say about it and which files there are of it. Pure data and its addresses' parts. */
import type { Edition } from '../edition/editions.ts'
import type { ArticleContent } from './content.ts'

/** Alternative text and caption in one edition, plain text; '' where there is none. */
export interface PhotoWords {
  alt: string
  caption: string
}

export const PHOTO_DESCRIPTIONS = ['undecided', 'described', 'decorative'] as const
/** What was decided about the alternative text. `decorative`: the picture says nothing that the text does not. */
export type PhotoDescription = (typeof PHOTO_DESCRIPTIONS)[number]

export type VariantFormat = 'avif' | 'webp' | 'jpeg'

/** One file of a photo. `file` is the last part of its address. */
export interface PhotoVariant {
  file: string
  format: VariantFormat
  width: number
  height: number
  bytes: number
}

export interface Photo {
  id: number
  /** What articles call it: `photo:KEY`. Never changes. */
  key: string
  sha256: string
  width: number
  height: number
  credit: string
  /** The point that must stay visible when the photo is cropped, in percent from the left and from the top. */
  focalX: number
  focalY: number
  description: PhotoDescription
  words: Record<Edition, PhotoWords>
  /** Some files are still to be made. */
  variantsPending: boolean
  createdBy: string
  createdAtMs: number
  updatedAtMs: number
  version: number
  variants: readonly PhotoVariant[]
}

/** What an article needs of a photo to show it. */
export type ShownPhoto = Pick<
  Photo,
  'key' | 'sha256' | 'width' | 'height' | 'credit' | 'focalX' | 'focalY' | 'description' | 'words' | 'variants'
>

/** The whole photo without metadata, for the press. */
export const FULL_FILE = 'full.jpg'

/**
 * Widths that readers get, in pixels: a phone, a phone with a sharp screen or a small tablet, a large screen.
 * AVIF is made in the two smaller ones only: it takes seconds to encode, and the larger one gains least.
 */
export const VARIANT_WIDTHS: Record<VariantFormat, readonly number[]> = {
  avif: [480, 960],
  webp: [480, 960, 1600],
  jpeg: [480, 960, 1600],
}

const EXTENSIONS: Record<VariantFormat, string> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' }
export const MEDIA_TYPES = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
} as const satisfies Record<VariantFormat, string>

/** How many digits of the SHA-256 an address carries: 80 bits cannot be guessed, and two photos never share them. */
const ADDRESS_DIGITS = 20
const KEY_DIGITS = 10

/** The part of a photo's addresses that names the photo. */
export function addressHash(sha256: string): string {
  return sha256.slice(0, ADDRESS_DIGITS)
}

/** The key of a new photo: the same file always gets the same key, so that a second upload is recognised. */
export function photoKeyOf(sha256: string): string {
  return sha256.slice(0, KEY_DIGITS)
}

const FILE = /^(?:(?:480|960|1600)\.(?:avif|webp|jpg)|full\.jpg|share-\d{1,3}-\d{1,3}\.jpg)$/

/** Is this what a file of a photo can be called? */
export function isPhotoFile(name: string): boolean {
  return FILE.test(name)
}

/** Is this one of the copies that readers get in the size that suits them? Others are for the press and for sharing. */
export function isReadersCopy({ file }: Pick<PhotoVariant, 'file'>): boolean {
  return /^\d/.test(file)
}

/** The name of a file by its nominal width, e.g. 960.webp. A smaller photo keeps the name and its own width. */
export function variantFile(nominalWidth: number, format: VariantFormat): string {
  return `${nominalWidth}.${EXTENSIONS[format]}`
}

/** Where R2 keeps a file. */
export function objectKey(sha256: string, file: string): string {
  return `photo/${sha256}/${file}`
}

/**
 * The copies to make of a photo, never wider than it is. A photo between two widths gets one copy of its own width under
 * the larger name, so that nothing is lost; one that is narrower than all gets the smallest name only.
 */
export function variantsToMake(width: number): readonly { file: string; format: VariantFormat; width: number }[] {
  return (['jpeg', 'webp', 'avif'] as const).flatMap((format) => {
    const widths = VARIANT_WIDTHS[format]
    const count = widths.filter((nominal) => nominal < width).length + 1
    return widths
      .slice(0, count)
      .map((nominal) => ({ file: variantFile(nominal, format), format, width: Math.min(nominal, width) }))
  })
}

const PHOTO_MENTION = /\(<?photo:([\w./-]{1,200})>?/g

/** Keys of the photos that one edition shows: the lead photo first, then those of its body, each once. */
export function photoKeysOf(content: Pick<ArticleContent, 'leadPhoto'>, body: string): readonly string[] {
  const named = [...body.matchAll(PHOTO_MENTION)].map((match) => match[1] ?? '')
  return [...new Set([content.leadPhoto ?? '', ...named])].filter((key) => key !== '')
}

/** Keys of the photos that any written edition of an article names. */
export function photoKeysIn(content: Pick<ArticleContent, 'leadPhoto' | 'written'>): readonly string[] {
  return photoKeysOf(
    content,
    Object.values(content.written)
      .map(({ body }) => body)
      .join('\n\n'),
  )
}
