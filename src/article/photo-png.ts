/** PNG (third edition, section 5): a signature, then chunks with a length and a name. */
import { ascii } from './photo-bytes.ts'
import type { PhotoHeader } from './photo-file.ts'

/** Chunks of a large photo hold at least a few kilobytes each; this many are made by nobody. */
const CHUNKS_MAX = 20_000

/** The size of a PNG and the end of it. An animated one (APNG) is refused: it would be shown as its first picture. */
export function readPng(bytes: Uint8Array): PhotoHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 8
  let size: { width: number; height: number } | undefined
  let data = false
  for (let chunk = 0; chunk < CHUNKS_MAX && at + 12 <= bytes.length; chunk++) {
    const length = view.getUint32(at)
    const name = ascii(bytes.subarray(at + 4, at + 8))
    if ((chunk === 0) !== (name === 'IHDR') || at + 12 + length > bytes.length) return 'damaged'
    if (name === 'IHDR') {
      if (length !== 13) return 'damaged'
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    }
    if (name === 'acTL') return 'animated'
    if (name === 'IDAT') data = true
    at += 12 + length
    if (name === 'IEND') return data && size && size.width > 0 && size.height > 0 ? { ...size, end: at } : 'damaged'
  }
  return 'damaged'
}

/** Chunks that decide how the pixels look; the others (eXIf, tEXt, iTXt, zTXt, tIME and private ones) tell about them. */
const PICTURE_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM', 'iCCP', 'sBIT'])

/**
 * The PNG without anything that is not the picture, and without what stands behind its end. Browsers add such chunks to
 * what a canvas gives. `undefined` when the bytes are not a whole PNG.
 */
export function withoutPngMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const header = readPng(bytes)
  if (typeof header === 'string') return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const result = new Uint8Array(header.end)
  result.set(bytes.subarray(0, 8))
  let kept = 8
  for (let at = 8, next = 0; at < header.end; at = next) {
    next = at + 12 + view.getUint32(at)
    if (!PICTURE_CHUNKS.has(ascii(bytes.subarray(at + 4, at + 8)))) continue
    result.set(bytes.subarray(at, next), kept)
    kept += next - at
  }
  return result.slice(0, kept)
}
