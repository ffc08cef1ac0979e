/** Tiny photos made by hand, byte by byte, for the tests of what reads them. */

const text = (characters: string) => Uint8Array.from(characters, (character) => character.charCodeAt(0))
const uint32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

export function join(...parts: (Uint8Array | readonly number[] | string)[]): Uint8Array<ArrayBuffer> {
  const arrays = parts.map((part) => (typeof part === 'string' ? text(part) : Uint8Array.from(part)))
  const whole = new Uint8Array(arrays.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of arrays) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const segment = (marker: number, content: Uint8Array) =>
  join([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255], content)

export const exif = segment(0xe1, join('Exif\0\0', 'GPSLatitude 22.26 N 114.13 E'))

/** A JPEG in structure; its picture data stands for a real one. */
export function jpeg({ width = 800, height = 600, extra = [] as Uint8Array[] } = {}): Uint8Array<ArrayBuffer> {
  return join(
    [0xff, 0xd8],
    segment(0xe0, join('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    ...extra,
    segment(0xc0, join([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])),
    segment(0xda, join([1, 1, 0, 0, 63, 0])),
    [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    [0xff, 0xd9],
  )
}

const chunk = (name: string, content: Uint8Array) => join(uint32(content.length), name, content, [0, 0, 0, 0])

export function png({ width = 800, height = 600, extra = [] as Uint8Array[] } = {}): Uint8Array<ArrayBuffer> {
  const header = join(uint32(width), uint32(height), [8, 2, 0, 0, 0])
  const end = [chunk('IDAT', join('data')), chunk('IEND', join())]
  return join([0x89], 'PNG\r\n\x1a\n', chunk('IHDR', header), ...extra, ...end)
}

export const apngControl = chunk('acTL', join([0, 0, 0, 2, 0, 0, 0, 0]))

const little = (value: number) => uint32(value).reverse()
const riff = (content: Uint8Array) => join('RIFF', little(content.length + 4), 'WEBP', content)

export function webpExtended({ width = 800, height = 600, flags = 0 } = {}): Uint8Array<ArrayBuffer> {
  const size = [...little(width - 1).slice(0, 3), ...little(height - 1).slice(0, 3)]
  return riff(join('VP8X', little(10), [flags, 0, 0, 0], size))
}

export function webpLossless({ width = 800, height = 600 } = {}): Uint8Array<ArrayBuffer> {
  return riff(join('VP8L', little(10), [0x2f], little((width - 1) | ((height - 1) << 14)), [0, 0, 0, 0, 0]))
}

export function webpLossy({ width = 800, height = 600 } = {}): Uint8Array<ArrayBuffer> {
  const size = [width & 255, width >> 8, height & 255, height >> 8]
  return riff(join('VP8 ', little(10), [0, 0, 0, 0x9d, 0x01, 0x2a], size))
}

export const box = (name: string, content: Uint8Array) => join(uint32(content.length + 8), name, content)

export function avif({ width = 800, height = 600, brand = 'avif' } = {}): Uint8Array<ArrayBuffer> {
  const size = (w: number, h: number) => box('ispe', join(uint32(0), uint32(w), uint32(h)))
  const properties = box('iprp', box('ipco', join(size(160, 120), size(width, height))))
  return join(
    box('ftyp', join(brand, uint32(0), 'mif1', 'avif')),
    box('meta', join(uint32(0), properties)),
    box('mdat', join('data')),
  )
}
