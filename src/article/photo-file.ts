/**
 * What an uploaded file really is. Its name and the type that a browser gives it prove nothing: only its bytes count.
 * JPEG, PNG, WebP and AVIF are let in; everything else is refused with the reason, SVG and HTML first of all.
 */

import { readAvif } from './photo-avif.ts'
import { ascii } from './photo-bytes.ts'
import { readJpeg } from './photo-jpeg.ts'
import { readPng } from './photo-png.ts'
import { readWebp } from './photo-webp.ts'

/** A full-size photo of a good camera as JPEG; phones make half of it. Uploads also have to fit in a Worker's memory. */
export const PHOTO_BYTES_MAX = 10 * 1024 * 1024
/** Decoded, four bytes a pixel: more would not fit in the memory of the service that re-encodes. */
export const PHOTO_PIXELS_MAX = 40_000_000
/** JPEG and WebP cannot say more (ITU-T T.81, B.2.2; RFC 9649, 2.7). */
export const PHOTO_SIDE_PIXELS_MAX = 16_383
/** The narrowest copy that readers get: anything smaller is a logo or an icon. */
export const PHOTO_SIDE_PIXELS_MIN = 64

/** What imitates another kind of file has to begin soon; further on, film data looks like anything once in a while. */
const TAIL_BYTES_READ = 4_096

export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif'

export type PhotoProblem =
  | 'empty'
  | 'too-many-bytes'
  /** Begins like none of the four formats. */
  | 'not-a-photo'
  /** Begins like a photo and breaks off or contradicts itself. */
  | 'damaged'
  | 'animated'
  | 'too-many-pixels'
  | 'too-small'
  /** A photo with a page, a script, an archive or a document hidden behind it. */
  | 'hidden-content'

/** `not-processed`: the service that re-encodes photos refused or was away; the same file may work later. */
export type UploadProblemKey = PhotoProblem | 'not-processed'

export type PhotoFile =
  | { ok: true; format: PhotoFormat; width: number; height: number }
  | { ok: false; problem: PhotoProblem }

/** What the readers of the four formats give: the size as stored, and where the photo's own bytes end. */
export type PhotoHeader = { width: number; height: number; end: number } | 'damaged' | 'animated'

/**
 * Recognises a photo by its bytes and reads its size. Never throws, whatever the bytes are, and looks at each byte a
 * bounded number of times. The size is as stored: a camera's "turn by 90 degrees" is not applied.
 */
export function inspectPhoto(bytes: Uint8Array): PhotoFile {
  if (bytes.length === 0) return { ok: false, problem: 'empty' }
  if (bytes.length > PHOTO_BYTES_MAX) return { ok: false, problem: 'too-many-bytes' }
  const format = formatOf(bytes)
  if (!format) return { ok: false, problem: 'not-a-photo' }
  const header = READERS[format](bytes)
  if (typeof header === 'string') return { ok: false, problem: header }
  const { width, height, end } = header
  if (hidesSomething(bytes.subarray(end))) return { ok: false, problem: 'hidden-content' }
  if (width > PHOTO_SIDE_PIXELS_MAX || height > PHOTO_SIDE_PIXELS_MAX || width * height > PHOTO_PIXELS_MAX) {
    return { ok: false, problem: 'too-many-pixels' }
  }
  if (width < PHOTO_SIDE_PIXELS_MIN || height < PHOTO_SIDE_PIXELS_MIN) return { ok: false, problem: 'too-small' }
  return { ok: true, format, width, height }
}

const READERS: Record<PhotoFormat, (bytes: Uint8Array) => PhotoHeader> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
  avif: readAvif,
}

/** The format that the first bytes announce (WHATWG MIME Sniffing, 6.1; AVIF 1.2, 6.2 and 6.3). */
function formatOf(bytes: Uint8Array): PhotoFormat | undefined {
  const start = ascii(bytes.subarray(0, 12))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (bytes[0] === 0x89 && start.startsWith('PNG\r\n\x1a\n', 1)) return 'png'
  if (/^RIFF.{4}WEBP/s.test(start)) return 'webp'
  if (/^.{4}ftyp(?:avif|avis|mif1|msf1)/s.test(start)) return 'avif'
  return undefined
}

/**
 * Phones put a film or a depth map behind a photo, and re-encoding drops it. What a browser or a person could open
 * instead of a photo is refused, because nobody sends that by accident.
 */
function hidesSomething(tail: Uint8Array): boolean {
  return /<(?:!doctype|html|head|body|script|svg|iframe|\?php|\?xml)|PK\x03\x04|%PDF-|\x7fELF|^MZ/i.test(
    ascii(tail.subarray(0, TAIL_BYTES_READ)),
  )
}
