/** AVIF: boxes of the ISO base media file format (ISO/IEC 14496-12, 4.2; 23008-12, 6.5.3), each with a length and a name. */
import { ascii } from './photo-bytes.ts'
import type { PhotoHeader } from './photo-file.ts'

/** A still picture has a dozen boxes; grids of tiles have some hundreds. */
const BOXES_MAX = 2_000

interface Box {
  name: string
  start: number
  end: number
}

/**
 * The size of an AVIF and the end of it: the largest picture size that its properties name, because tiles and
 * thumbnails have sizes of their own. A sequence is refused.
 */
export function readAvif(bytes: Uint8Array): PhotoHeader {
  const boxes = boxesOf(bytes, 0, bytes.length)
  const [type] = boxes
  const meta = boxes.find(({ name }) => name === 'meta')
  const end = boxes.at(-1)?.end ?? 0
  if (type?.name !== 'ftyp' || !meta || !boxes.some(({ name }) => name === 'mdat')) return 'damaged'
  const brands = ascii(bytes.subarray(type.start, type.end))
  if (/^(?:avis|msf1)/.test(brands)) return 'animated'
  if (!brands.includes('avif')) return 'damaged'
  const properties = within(bytes, within(bytes, [{ ...meta, start: meta.start + 4 }], 'iprp'), 'ipco')
  const sizes = boxesIn(bytes, properties).flatMap(({ name, start, end: last }) => {
    if (name !== 'ispe' || last - start < 12) return []
    const view = new DataView(bytes.buffer, bytes.byteOffset + start, 12)
    return [{ width: view.getUint32(4), height: view.getUint32(8) }]
  })
  const [largest] = sizes.sort((a, b) => b.width * b.height - a.width * a.height)
  return largest && largest.width > 0 && largest.height > 0 ? { ...largest, end } : 'damaged'
}

function within(bytes: Uint8Array, parents: readonly Box[], name: string): readonly Box[] {
  return boxesIn(bytes, parents).filter((box) => box.name === name)
}

function boxesIn(bytes: Uint8Array, parents: readonly Box[]): readonly Box[] {
  return parents.flatMap(({ start, end }) => boxesOf(bytes, start, end))
}

/** The boxes between two offsets; stops before one that does not fit. `start` is where a box's content begins. */
function boxesOf(bytes: Uint8Array, from: number, to: number): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to && boxes.length < BOXES_MAX; ) {
    const name = ascii(bytes.subarray(at + 4, at + 8))
    const short = view.getUint32(at)
    if (short === 1 && at + 16 > to) break
    const length = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short
    const header = short === 1 ? 16 : 8
    if (length < header || at + length > to || !/^[\x20-\x7e]{4}$/.test(name)) break
    boxes.push({ name, start: at + header, end: at + length })
    at += length
  }
  return boxes
}
