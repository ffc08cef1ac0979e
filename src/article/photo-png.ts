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
