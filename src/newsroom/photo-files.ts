/** The files of a photo: made once through the Images binding, kept in R2, never changed afterwards. */
import {
  FULL_FILE,
  MEDIA_TYPES,
  objectKey,
  type PhotoVariant,
  type VariantFormat,
  variantsToMake,
} from '../article/photo.ts'
import { inspectPhoto } from '../article/photo-file.ts'
import { hasMetadata, withoutMetadata } from '../article/photo-jpeg.ts'

/** What the platform gives for photos. */
export interface PhotoStore {
  MEDIA: R2Bucket
  IMAGES: ImagesBinding
}

/** The press gets nearly what was uploaded; readers get what looks the same at a fraction of the bytes. */
const QUALITY: Record<VariantFormat | 'full', number> = { full: 90, jpeg: 76, webp: 74, avif: 56 }

/** Shown through where a PNG or WebP is transparent: a JPEG would have black there. */
const BACKGROUND = '#ffffff'

interface MadeFile extends PhotoVariant {
  content: Uint8Array<ArrayBuffer>
}

/**
 * The whole photo as JPEG, turned upright and without anything but the picture; null when the service cannot make one.
 * The uploaded file itself is kept nowhere: it may know where and by whom it was taken.
 */
export async function makeFullJpeg({ IMAGES }: PhotoStore, bytes: Uint8Array<ArrayBuffer>): Promise<MadeFile | null> {
  return encode(IMAGES, bytes, { file: FULL_FILE, format: 'jpeg', quality: QUALITY.full })
}

/**
 * Makes and stores the copies that a photo lacks, from its full-size JPEG. What could not be made is tried again by the
 * next call; `complete` says whether anything is left.
 */
export async function makeVariants(
  store: PhotoStore,
  options: {
    sha256: string
    full: Uint8Array<ArrayBuffer>
    width: number
    have: readonly string[]
    formats: readonly VariantFormat[]
  },
): Promise<{ variants: readonly PhotoVariant[]; complete: boolean }> {
  const { sha256, full, width, have, formats } = options
  const missing = variantsToMake(width).filter(({ file }) => !have.includes(file))
  const variants: PhotoVariant[] = []
  for (const { file, format, width: target } of missing.filter((wanted) => formats.includes(wanted.format))) {
    const made = await encode(store.IMAGES, full, { file, format, width: target, quality: QUALITY[format] })
    if (made) variants.push(await storeFile(store, { sha256, made }))
  }
  return { variants, complete: variants.length === missing.length }
}

/** Puts a file into R2, which checks that it arrived whole, and gives what the database keeps of it. */
export async function storeFile(
  { MEDIA }: Pick<PhotoStore, 'MEDIA'>,
  { sha256, made }: { sha256: string; made: MadeFile },
): Promise<PhotoVariant> {
  const { content, ...variant } = made
  await MEDIA.put(objectKey(sha256, variant.file), content, {
    sha256: await crypto.subtle.digest('SHA-256', content),
    httpMetadata: { contentType: MEDIA_TYPES[variant.format] },
  })
  return variant
}

/** The bytes of a photo's full-size JPEG, or null when R2 does not have it. */
export async function readFullJpeg(
  { MEDIA }: Pick<PhotoStore, 'MEDIA'>,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const object = await MEDIA.get(objectKey(sha256, FULL_FILE))
  return object ? new Uint8Array(await object.arrayBuffer()) : null
}

/** Takes a photo's files out of R2. */
export async function deleteFiles({ MEDIA }: Pick<PhotoStore, 'MEDIA'>, sha256: string): Promise<void> {
  const { objects } = await MEDIA.list({ prefix: objectKey(sha256, '') })
  if (objects.length > 0) await MEDIA.delete(objects.map(({ key }) => key))
}

interface Encoding {
  file: string
  format: VariantFormat
  quality: number
  width?: number
}

/** One call of the Images binding. Its failures are many and undocumented, so each of them gives null. */
async function encode(
  images: ImagesBinding,
  bytes: Uint8Array<ArrayBuffer>,
  { file, format, quality, width }: Encoding,
): Promise<MadeFile | null> {
  try {
    const input = images.input(new Blob([bytes]).stream())
    const transformed = width === undefined ? input : input.transform({ width, fit: 'scale-down' })
    const output = await transformed.output({
      format: MEDIA_TYPES[format],
      quality,
      background: BACKGROUND,
    })
    return checked(new Uint8Array(await output.response().arrayBuffer()), { file, format })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(JSON.stringify({ event: 'photo-not-encoded', file, reason }))
    return null
  }
}

/** Believes the service only what the bytes say themselves. */
function checked(made: Uint8Array<ArrayBuffer>, { file, format }: Pick<Encoding, 'file' | 'format'>): MadeFile | null {
  const content = format === 'jpeg' ? withoutMetadata(made) : made
  if (content === undefined || (format === 'jpeg' && hasMetadata(content))) return null
  const found = inspectPhoto(content)
  if (!found.ok || found.format !== format) return null
  const { width, height } = found
  return { file, format, width, height, bytes: content.length, content }
}
