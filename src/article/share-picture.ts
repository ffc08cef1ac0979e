/** The picture that stands for an article where it is shared: what it has to be, and what its file is called. */
import type { Edition } from '../edition/editions.ts'
import { addressHash } from './photo.ts'
import { inspectPhoto, type PhotoProblem } from './photo-file.ts'
import { withoutMetadata } from './photo-jpeg.ts'
import { withoutPngMetadata } from './photo-png.ts'

/** What the networks ask for (Open Graph: 1.91 : 1). */
export const SHARE_PICTURE_PX = { width: 1200, height: 630 } as const

/** Well below what an upload may be; text on one colour is rarely more than a tenth of it. */
export const SHARE_PICTURE_BYTES_MAX = 500_000

export type SharePictureType = 'png' | 'jpeg'

export const SHARE_PICTURE_TYPES = {
  png: { mediaType: 'image/png', extension: 'png' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
} as const satisfies Record<SharePictureType, { mediaType: string; extension: string }>

/** `outdated`: it shows another headline than readers see. */
export type SharePictureState = 'drawn' | 'missing' | 'outdated'

export type SharePictureProblem = PhotoProblem | 'wrong-size'

export type SharePictureFile =
  | { ok: true; type: SharePictureType; content: Uint8Array<ArrayBuffer> }
  | { ok: false; problem: SharePictureProblem }

/** Believes the bytes alone, and gives them without anything that is not the picture. */
export function inspectSharePicture(bytes: Uint8Array): SharePictureFile {
  if (bytes.length > SHARE_PICTURE_BYTES_MAX) return { ok: false, problem: 'too-many-bytes' }
  const found = inspectPhoto(bytes)
  if (!found.ok) return found
  const { format, width, height } = found
  if (format !== 'png' && format !== 'jpeg') return { ok: false, problem: 'not-a-photo' }
  if (width !== SHARE_PICTURE_PX.width || height !== SHARE_PICTURE_PX.height) {
    return { ok: false, problem: 'wrong-size' }
  }
  const content = format === 'png' ? withoutPngMetadata(bytes) : withoutMetadata(bytes)
  return content ? { ok: true, type: format, content } : { ok: false, problem: 'damaged' }
}

/** The last part of its address. */
export function sharePictureFile(sha256: string, type: SharePictureType): string {
  return `${addressHash(sha256)}.${SHARE_PICTURE_TYPES[type].extension}`
}

/** Reads the last part of an address; undefined when it is none of ours. */
export function parseSharePictureFile(file: string): { hash: string; type: SharePictureType } | undefined {
  const [, hash, extension] = /^([0-9a-f]{20})\.(png|jpg)$/.exec(file) ?? []
  if (!hash) return undefined
  return { hash, type: extension === 'png' ? 'png' : 'jpeg' }
}

/** Where R2 keeps it: each edition has its own file, so that one can go without asking who else has the same. */
export function sharePictureKey(of: { articleId: number; edition: Edition; sha256: string }): string {
  return `share/${of.articleId}/${of.edition}/${of.sha256}`
}
