/** The files of a photo: made once through the Images binding, kept in R2, never changed afterwards. */
import {
  FULL_FILE,
  MEDIA_TYPES,
  objectKey,
  type Photo,
  type PhotoVariant,
  type VariantFormat,
  variantsToMake,
} from '../article/photo.ts'
import { shareCopy } from '../article/photo-crop.ts'
import { encodeCopy, encodeShareCopy, type MadeFile, QUALITY } from './photo-encoding.ts'

/** What the platform gives for photos. */
export interface PhotoStore {
  MEDIA: R2Bucket
  IMAGES: ImagesBinding
}

/**
 * The whole photo as JPEG, turned upright and without anything but the picture; null when the service cannot make one.
 * The uploaded file itself is kept nowhere: it may know where and by whom it was taken.
 */
export async function makeFullJpeg({ IMAGES }: PhotoStore, bytes: Uint8Array<ArrayBuffer>): Promise<MadeFile | null> {
  return encodeCopy(IMAGES, bytes, { file: FULL_FILE, format: 'jpeg', quality: QUALITY.full })
}

/** What decides which copies a photo has. */
export type CopiedPhoto = Pick<Photo, 'sha256' | 'width' | 'height' | 'focalX' | 'focalY'>

/**
 * Makes and stores the copies that a photo lacks, from its full-size JPEG. What could not be made is tried again by the
 * next call; `complete` says whether anything is left.
 */
export async function makeVariants(
  store: PhotoStore,
  options: {
    photo: CopiedPhoto
    full: Uint8Array<ArrayBuffer>
    have: readonly string[]
    formats: readonly VariantFormat[]
  },
): Promise<{ variants: readonly PhotoVariant[]; complete: boolean }> {
  const { photo, full, have, formats } = options
  const { sha256, width } = photo
  const missing = variantsToMake(width).filter(({ file }) => !have.includes(file))
  const variants: PhotoVariant[] = []
  for (const { file, format, width: target } of missing.filter((wanted) => formats.includes(wanted.format))) {
    const transform = { width: target, fit: 'scale-down' } as const
    const made = await encodeCopy(store.IMAGES, full, { file, format, transform, quality: QUALITY[format] })
    if (made) variants.push(await storeFile(store, { sha256, made }))
  }
  const share = shareCopy(photo)
  const wantsShare = share !== null && !have.includes(share.file)
  const made = wantsShare ? await encodeShareCopy(store.IMAGES, full, { photo, share }) : null
  if (made) variants.push(await storeFile(store, { sha256, made }))
  return { variants, complete: variants.length === missing.length + (wantsShare ? 1 : 0) }
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
