/** JPEG as ITU-T T.81 (annex B) lays it out: markers, each with a length, then the picture's own data. */
import type { PhotoHeader } from './photo-file.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COM = 0xfe
const APP0 = 0xe0
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
/** A file of more segments was not made by a camera or a program for pictures. */
const SEGMENTS_MAX = 4_000

interface Segment {
  marker: number
  /** Offset of the marker's 0xff. */
  start: number
  /** Offset behind the segment; behind the picture data for SOS. */
  end: number
}

/** The size of a JPEG and the end of it; everything up to its end marker must be there. */
export function readJpeg(bytes: Uint8Array): PhotoHeader {
  const segments = jpegSegments(bytes)
  if (segments === undefined) return 'damaged'
  const frame = segments.find(({ marker }) => isFrame(marker))
  const last = segments.at(-1)
  if (!frame || !last || !segments.some(({ marker }) => marker === SOS)) return 'damaged'
  if (frame.end - frame.start < 11) return 'damaged'
  const height = uint16(bytes, frame.start + 5)
  const width = uint16(bytes, frame.start + 7)
  return width === 0 || height === 0 ? 'damaged' : { width, height, end: last.end }
}

/**
 * The JPEG without anything that is not the picture: Exif with places and cameras, XMP, IPTC, comments, thumbnails,
 * and whatever stands behind its end. The colour profile stays. `undefined` when the bytes are not a whole JPEG.
 * A camera's orientation goes too, so the picture must have been turned already.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const segments = jpegSegments(bytes)
  if (segments === undefined) return undefined
  const kept = [bytes.subarray(0, 2), ...segments.filter((segment) => !isMetadata(bytes, segment)).map(slice)]
  const result = new Uint8Array(kept.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of kept) {
    result.set(part, at)
    at += part.length
  }
  return result

  function slice({ start, end }: Segment) {
    return bytes.subarray(start, end)
  }
}

/** Does the JPEG carry anything but its picture? Also true of what is not a whole JPEG. */
export function hasMetadata(bytes: Uint8Array): boolean {
  const segments = jpegSegments(bytes)
  if (segments === undefined) return true
  return (segments.at(-1)?.end ?? 0) < bytes.length || segments.some((segment) => isMetadata(bytes, segment))
}

/** JFIF (APP0), a colour profile (APP2) and Adobe's colour transform (APP14) are part of the picture; the rest is about it. */
function isMetadata(bytes: Uint8Array, { marker, start }: Segment): boolean {
  if (marker === COM) return true
  if (marker < APP0 || marker > APP15) return false
  if (marker === APP0) return bytes[start + 4] !== 0x4a || bytes[start + 7] !== 0x46 || bytes[start + 6] !== 0x49
  if (marker === APP2) return !startsWith(bytes, start + 4, 'ICC_PROFILE\0')
  return marker !== APP14
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0))
}

/** SOF0 to SOF15, without the three numbers in between that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** All segments from behind SOI up to and with EOI, or undefined when that is not how the bytes go. */
function jpegSegments(bytes: Uint8Array): readonly Segment[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined
  const segments: Segment[] = []
  let at = 2
  while (segments.length < SEGMENTS_MAX) {
    const start = at
    if (bytes[at] !== 0xff) return undefined
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (marker === undefined || marker === 0 || marker === SOI) return undefined
    if (marker === EOI) return [...segments, { marker, start, end: at + 2 }]
    if (at + 4 > bytes.length) return undefined
    const length = uint16(bytes, at + 2)
    const end = marker === SOS ? pictureDataEnd(bytes, at + 2 + length) : at + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    segments.push({ marker, start, end })
    at = end
  }
  return undefined
}

/** Where the next marker stands: in picture data 0xff is followed by 0 or by one of the eight restart marks. */
function pictureDataEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const next = bytes.indexOf(0xff, at)
    if (next === -1) return bytes.length + 1
    const mark = bytes[next + 1] ?? 0
    if (mark !== 0 && (mark < 0xd0 || mark > 0xd7)) return next
    at = next + 2
  }
  return bytes.length + 1
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}
