/** Encoding a photo through the Images binding: what is asked for, and what is believed of the answer. */
import { MEDIA_TYPES, type PhotoVariant, type VariantFormat } from '../article/photo.ts'
import type { ShareCopy, SizePx } from '../article/photo-crop.ts'
import { inspectPhoto } from '../article/photo-file.ts'
import { hasMetadata, withoutMetadata } from '../article/photo-jpeg.ts'

/** The press gets nearly what was uploaded; readers get what looks the same at a fraction of the bytes. */
export const QUALITY: Record<VariantFormat | 'full' | 'share', number> = {
  full: 90,
  share: 80,
  jpeg: 76,
  webp: 74,
  avif: 56,
}

/** Shown through where a PNG or WebP is transparent: a JPEG would have black there. */
const BACKGROUND = '#ffffff'

export interface MadeFile extends PhotoVariant {
  content: Uint8Array<ArrayBuffer>
}

/** The copy of a photo for sharing, out of its full-size JPEG; null when the service cannot make it. */
export async function encodeShareCopy(
  images: ImagesBinding,
  full: Uint8Array<ArrayBuffer>,
  { photo, share }: { photo: SizePx; share: ShareCopy },
): Promise<MadeFile | null> {
  const { file } = share
  const [first, second] = cropSteps(photo, share)
  const begun = second ? await encode(images, full, { file, type: 'image/png', transform: first }) : full
  return (
    begun && encodeCopy(images, begun, { file, format: 'jpeg', quality: QUALITY.share, transform: second ?? first })
  )
}

/**
 * The binding can be told a point to keep, but not in development, where it knows sides alone: so what lies beyond the crop
 * is cut off on one side, then on the other. A crop in the middle or at an edge takes one step.
 */
function cropSteps(photo: SizePx, { width, height, crop }: ShareCopy): [ImageTransform, ImageTransform?] {
  const size = { width, height, fit: 'cover' } as const
  const isWide = crop.width < photo.width
  const [before, length, of] = isWide ? [crop.left, crop.width, photo.width] : [crop.top, crop.height, photo.height]
  const behind = of - before - length
  const near = { ...size, gravity: isWide ? 'left' : 'top' } as const
  const far = { ...size, gravity: isWide ? 'right' : 'bottom' } as const
  if (Math.abs(before - behind) <= 1) return [{ ...size, gravity: 'center' }]
  if (before === 0) return [near]
  if (behind === 0) return [far]
  const side = isWide ? 'width' : 'height'
  return [{ ...near, [side]: Math.round((size[side] * (before + length)) / length) }, far]
}

interface CopyEncoding {
  file: string
  format: VariantFormat
  quality: number
  transform?: ImageTransform
}

/** A copy as it is stored; null when the service cannot make it. */
export async function encodeCopy(
  images: ImagesBinding,
  bytes: Uint8Array<ArrayBuffer>,
  { file, format, quality, transform }: CopyEncoding,
): Promise<MadeFile | null> {
  const made = await encode(images, bytes, {
    file,
    type: MEDIA_TYPES[format],
    quality,
    ...(transform ? { transform } : {}),
  })
  return made && checked(made, { file, format })
}

interface Encoding {
  /** For the log. */
  file: string
  type: ImageOutputOptions['format']
  quality?: number
  transform?: ImageTransform
}

/** One call of the Images binding. Its failures are many and undocumented, so each of them gives null. */
async function encode(
  images: ImagesBinding,
  bytes: Uint8Array<ArrayBuffer>,
  { file, type, quality, transform }: Encoding,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const input = images.input(new Blob([bytes]).stream())
    const output = await (transform ? input.transform(transform) : input).output({
      format: type,
      background: BACKGROUND,
      ...(quality === undefined ? {} : { quality }),
    })
    return new Uint8Array(await output.response().arrayBuffer())
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(JSON.stringify({ event: 'photo-not-encoded', file, reason }))
    return null
  }
}

/** Believes the service only what the bytes say themselves. */
function checked(
  made: Uint8Array<ArrayBuffer>,
  { file, format }: Pick<CopyEncoding, 'file' | 'format'>,
): MadeFile | null {
  const content = format === 'jpeg' ? withoutMetadata(made) : made
  if (content === undefined || (format === 'jpeg' && hasMetadata(content))) return null
  const found = inspectPhoto(content)
  if (!found.ok || found.format !== format) return null
  const { width, height } = found
  return { file, format, width, height, bytes: content.length, content }
}
