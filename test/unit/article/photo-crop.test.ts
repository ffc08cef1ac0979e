import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cropAround, positionPercent, shareCopy, shareVariantOf } from '../../../src/article/photo-crop.ts'

const WIDE = { width: 1200, height: 630 }

describe('cropAround', () => {
  test.each([
    ['a tall photo, in the middle', [900, 1350, 50, 50], [0, 439, 900, 473]],
    ['a tall photo, at a point below', [900, 1350, 58, 67], [0, 668, 900, 473]],
    ['a point near the edge', [900, 1350, 50, 3], [0, 0, 900, 473]],
    ['a point at the other edge', [900, 1350, 50, 100], [0, 877, 900, 473]],
    ['a wide photo', [2000, 800, 84, 39], [476, 0, 1524, 800]],
    ['a photo of that shape', [2400, 1260, 10, 90], [0, 0, 2400, 1260]],
  ])('%s', (_name, [width = 0, height = 0, focalX = 0, focalY = 0], [left, top, cropWidth, cropHeight]) => {
    const crop = cropAround({ width, height, focalX, focalY }, WIDE)
    expect(crop).toEqual({ left, top, width: cropWidth, height: cropHeight })
  })

  test('stays on the photo and keeps the point, whatever photo and point', () => {
    const side = fc.integer({ min: 64, max: 16_383 })
    const percent = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(side, side, percent, percent, (width, height, focalX, focalY) => {
        const crop = cropAround({ width, height, focalX, focalY }, WIDE)
        const x = (width * focalX) / 100
        const y = (height * focalY) / 100
        expect(crop.left >= 0 && crop.left + crop.width <= width).toBe(true)
        expect(crop.top >= 0 && crop.top + crop.height <= height).toBe(true)
        expect(x >= crop.left - 1 && x <= crop.left + crop.width + 1).toBe(true)
        expect(y >= crop.top - 1 && y <= crop.top + crop.height + 1).toBe(true)
        expect(crop.width === width || crop.height === height).toBe(true)
      }),
      { seed: 20261125 },
    )
  })
})

test('positionPercent counts as object-position does', () => {
  const size = { width: 900, height: 1350 }
  expect(positionPercent({ left: 0, top: 877, width: 900, height: 473 }, size)).toEqual({ x: 50, y: 100 })
  expect(positionPercent({ left: 0, top: 0, width: 900, height: 473 }, size)).toEqual({ x: 50, y: 0 })
})

describe('shareCopy', () => {
  test('is 1,200 × 630 where the photo has as many pixels, and never enlarged', () => {
    expect(shareCopy({ width: 4000, height: 3000, focalX: 20, focalY: 5 })).toMatchObject({
      ...{ file: 'share-20-5.jpg', width: 1200, height: 630 },
    })
    expect(shareCopy({ width: 900, height: 1350, focalX: 0, focalY: 100 })).toMatchObject({
      ...{ file: 'share-0-100.jpg', width: 900, height: 473 },
    })
  })

  test('is not made of a photo that is too small for it', () => {
    expect(shareCopy({ width: 599, height: 599, focalX: 50, focalY: 50 })).toBeNull()
    expect(shareCopy({ width: 4000, height: 300, focalX: 50, focalY: 50 })).toBeNull()
  })

  test('is found among the files by the focal point of now', () => {
    const photo = { width: 900, height: 900, focalX: 50, focalY: 40, variants: [{ file: 'share-50-50.jpg' }] }
    expect(shareVariantOf(photo)).toBeUndefined()
    expect(shareVariantOf({ ...photo, focalY: 50 })).toEqual({ file: 'share-50-50.jpg' })
  })
})
