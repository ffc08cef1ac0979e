/** WebP (RFC 9649): a RIFF file whose first chunk says of which of three kinds it is. */
import { ascii } from './photo-bytes.ts'
import type { PhotoHeader } from './photo-file.ts'

const ANIMATION_FLAG = 0x02

/** The size of a WebP and the end of it. An animated one is refused. */
export function readWebp(bytes: Uint8Array): PhotoHeader {
  if (bytes.length < 30) return 'damaged'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length || end < 30) return 'damaged'
  const kind = ascii(bytes.subarray(12, 16))
  if (20 + view.getUint32(16, true) > end) return 'damaged'
  if (kind === 'VP8X' && ((bytes[20] ?? 0) & ANIMATION_FLAG) !== 0) return 'animated'
  const size = sizeOf(kind, view)
  return size && size.width > 0 && size.height > 0 ? { ...size, end } : 'damaged'
}

function sizeOf(kind: string, view: DataView): { width: number; height: number } | undefined {
  if (kind === 'VP8X') return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  if (kind === 'VP8L' && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  const isKeyFrame = view.getUint8(23) === 0x9d && view.getUint8(24) === 0x01 && view.getUint8(25) === 0x2a
  if (kind !== 'VP8 ' || !isKeyFrame) return undefined
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
