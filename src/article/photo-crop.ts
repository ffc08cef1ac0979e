/** What is left of a photo where it is cut to another shape. Pure; the same sums in the Worker and in the browser. */
import type { Photo } from './photo.ts'
import { SHARE_PICTURE_PX } from './share-picture.ts'

export interface SizePx {
  width: number
  height: number
}

/** Of a photo that is cut, the part that stays: in its own pixels, from its top left corner. */
export interface Crop extends SizePx {
  left: number
  top: number
}

export type FocalPoint = Pick<Photo, 'focalX' | 'focalY'>

/** The largest part of a photo that has this shape, with the focal point as near to its middle as the edges allow. */
export function cropAround(photo: SizePx & FocalPoint, shape: SizePx): Crop {
  const scale = Math.min(photo.width / shape.width, photo.height / shape.height)
  const width = Math.min(photo.width, Math.round(shape.width * scale))
  const height = Math.min(photo.height, Math.round(shape.height * scale))
  return {
    left: startOf(width, photo.width, photo.focalX),
    top: startOf(height, photo.height, photo.focalY),
    width,
    height,
  }
}

function startOf(length: number, of: number, percent: number): number {
  return Math.max(0, Math.min(of - length, Math.round((of * percent) / 100 - length / 2)))
}

/** Where a crop stands on its photo, as `object-position` counts: 0 at one edge, 100 at the other, 50 without choice. */
export function positionPercent(crop: Crop, photo: SizePx): { x: number; y: number } {
  const percent = (start: number, room: number) => (room > 0 ? (100 * start) / room : 50)
  return { x: percent(crop.left, photo.width - crop.width), y: percent(crop.top, photo.height - crop.height) }
}

/** Below this the networks show a small picture beside the words, for which the whole photo is better. */
const SHARE_WIDTH_PX_MIN = 600

/** The picture of a photo for places where an article is shared. */
export interface ShareCopy extends SizePx {
  /** Names the focal point that it keeps, so that a file never changes. */
  file: string
  crop: Crop
}

/** The copy to make for sharing, never enlarged; null for a photo that is too small for one. */
export function shareCopy(photo: SizePx & FocalPoint): ShareCopy | null {
  const crop = cropAround(photo, SHARE_PICTURE_PX)
  const scale = Math.min(1, SHARE_PICTURE_PX.width / crop.width)
  const width = Math.round(crop.width * scale)
  if (width < SHARE_WIDTH_PX_MIN) return null
  const height = scale < 1 ? SHARE_PICTURE_PX.height : crop.height
  return { file: `share-${photo.focalX}-${photo.focalY}.jpg`, width, height, crop }
}

/** The copy for sharing that a photo has for its focal point of now; undefined while there is none. */
export function shareVariantOf<File extends { file: string }>(
  photo: SizePx & FocalPoint & { variants: readonly File[] },
): File | undefined {
  const wanted = shareCopy(photo)?.file
  return photo.variants.find(({ file }) => file === wanted)
}
