import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspectPhoto, PHOTO_BYTES_MAX } from '../../../src/article/photo-file.ts'
import { hasMetadata, withoutMetadata } from '../../../src/article/photo-jpeg.ts'
import * as made from './photo-bytes.ts'

const size = { width: 1200, height: 800 }
const PHOTOS = {
  jpeg: made.jpeg(size),
  png: made.png(size),
  webp: made.webpExtended(size),
  'webp, lossless': made.webpLossless(size),
  'webp, lossy': made.webpLossy(size),
  avif: made.avif(size),
}

describe('inspectPhoto', () => {
  test.each(Object.entries(PHOTOS))('reads the size of %s', (name, bytes) => {
    expect(inspectPhoto(bytes)).toEqual({ ok: true, format: name.split(',')[0], ...size })
  })

  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['an SVG', made.join('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'not-a-photo'],
    ['an SVG behind a byte order mark', made.join([0xef, 0xbb, 0xbf], '<?xml version="1.0"?><svg/>'), 'not-a-photo'],
    ['a page', made.join('<!doctype html><img src=x onerror=alert(1)>'), 'not-a-photo'],
    ['a GIF', made.join('GIF89a', [1, 0, 1, 0, 0, 0, 0]), 'not-a-photo'],
    ['a PDF', made.join('%PDF-1.7\n'), 'not-a-photo'],
    ['a HEIC', made.join([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic'), 'not-a-photo'],
    ['a TIFF', made.join('II*\0'), 'not-a-photo'],
    ['a BMP', made.join('BM', new Uint8Array(60)), 'not-a-photo'],
    ['an animated PNG', made.png({ extra: [made.apngControl] }), 'animated'],
    ['an animated WebP', made.webpExtended({ flags: 0x02 }), 'animated'],
    ['a sequence of AVIF pictures', made.avif({ brand: 'avis' }), 'animated'],
    ['a JPEG without its end', made.jpeg().slice(0, -2), 'damaged'],
    ['a JPEG of three bytes', made.jpeg().slice(0, 3), 'damaged'],
    ['a PNG without its end', made.png().slice(0, -12), 'damaged'],
    ['a WebP that is shorter than it says', made.webpExtended().slice(0, -1), 'damaged'],
    ['a JPEG with a page behind it', made.join(made.jpeg(), '\n<html><script>alert(1)</script>'), 'hidden-content'],
    ['a PNG with an archive behind it', made.join(made.png(), 'PK\x03\x04'), 'hidden-content'],
    [
      'an AVIF with a script behind it',
      made.join(made.avif(), made.box('free', made.join('')), '<script>'),
      'hidden-content',
    ],
    ['41 megapixels', made.jpeg({ width: 8200, height: 5000 }), 'too-many-pixels'],
    ['a side of 20,000 pixels', made.png({ width: 20_000, height: 100 }), 'too-many-pixels'],
    [
      'a picture that claims four thousand million pixels',
      made.png({ width: 0xffffffff, height: 0xffffffff }),
      'too-many-pixels',
    ],
    ['an icon', made.png({ width: 32, height: 32 }), 'too-small'],
    ['no width', made.jpeg({ width: 0 }), 'damaged'],
    ['too many bytes', made.join(made.jpeg(), new Uint8Array(PHOTO_BYTES_MAX)), 'too-many-bytes'],
  ])('refuses %s', (_name, bytes, problem) => {
    expect(inspectPhoto(bytes)).toEqual({ ok: false, problem })
  })

  test('takes a JPEG with the film that a phone puts behind it', () => {
    const film = made.join(made.box('ftyp', made.join('mp42')), made.box('mdat', new Uint8Array(500)))
    expect(inspectPhoto(made.join(made.jpeg(size), film))).toMatchObject({ ok: true, ...size })
  })

  test('never throws and never believes a cut file that lost its size', () => {
    for (const bytes of Object.values(PHOTOS)) {
      for (let length = 0; length < bytes.length; length++) {
        const file = inspectPhoto(bytes.slice(0, length))
        if (file.ok) expect(file).toMatchObject(size)
      }
    }
  })

  test('never throws, whatever byte of a file is wrong', () => {
    const photo = fc.constantFrom(...Object.values(PHOTOS))
    const changes = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(photo, changes, (bytes, list) => {
        const broken = bytes.slice()
        for (const [at, value] of list) broken[at % broken.length] = value
        const file = inspectPhoto(broken)
        if (file.ok) expect(file.width * file.height).toBeLessThanOrEqual(40_000_000)
        hasMetadata(broken)
        withoutMetadata(broken)
      }),
      { numRuns: 3_000, seed: 20221222 },
    )
  })

  test('never throws for bytes that only begin like a photo', () => {
    const start = fc.constantFrom(...Object.values(PHOTOS).map((bytes) => bytes.slice(0, 12)))
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, tail) => {
        inspectPhoto(made.join(head, tail))
      }),
      { numRuns: 3_000, seed: 20221222 },
    )
  })
})

describe('withoutMetadata', () => {
  const comment = made.join([0xff, 0xfe, 0, 8], 'secret')
  const icc = made.join([0xff, 0xe2, 0, 16], 'ICC_PROFILE\0', [1, 1])
  const mpf = made.join([0xff, 0xe2, 0, 6], 'MPF\0')

  test('takes away place, camera, comments and what stands behind the end', () => {
    const photo = made.join(made.jpeg({ ...size, extra: [made.exif, comment, mpf] }), 'more')
    expect(hasMetadata(photo)).toBe(true)
    const clean = withoutMetadata(photo) ?? new Uint8Array()
    expect(clean).toEqual(made.jpeg(size))
    expect(hasMetadata(clean)).toBe(false)
    expect(inspectPhoto(clean)).toMatchObject({ ok: true, ...size })
  })

  test('keeps the colour profile', () => {
    const photo = made.jpeg({ extra: [icc] })
    expect(hasMetadata(photo)).toBe(false)
    expect(withoutMetadata(photo)).toEqual(photo)
  })

  test('gives nothing for what is not a whole JPEG', () => {
    expect(withoutMetadata(made.png())).toBeUndefined()
    expect(withoutMetadata(made.jpeg().slice(0, -1))).toBeUndefined()
    expect(hasMetadata(made.png())).toBe(true)
  })
})
