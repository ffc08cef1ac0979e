/** What editors do with photos: take one into the library, finish its files, delete it. */
import { FULL_FILE, type Photo, type PhotoVariant, photoKeyOf, type VariantFormat } from '../article/photo.ts'
import { shareCopy } from '../article/photo-crop.ts'
import { inspectPhoto, PHOTO_PIXELS_MAX, type UploadProblemKey } from '../article/photo-file.ts'
import type { AuditEntry } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import { deletePhoto } from '../db/photo-uses.ts'
import { addVariants, findPhoto, insertPhoto, type PhotoChange, updatePhoto } from '../db/photos.ts'
import { deleteFiles, makeFullJpeg, makeVariants, type PhotoStore, readFullJpeg, storeFile } from './photo-files.ts'

/** The Images binding has no transformations left this month. */
const QUOTA_SPENT_CODE = 9422

export type UploadAnswer =
  /** `isNew` is false for a file that the library had already; what was typed was then not stored. */
  { ok: true; id: number; isNew: boolean } | { ok: false; problem: UploadProblemKey }

interface UploadOptions {
  bytes: Uint8Array<ArrayBuffer>
  change: PhotoChange
  uploadedBy: string
  nowMs: number
}

/**
 * Takes a photo into the library: checks its bytes, re-encodes it without anything but the picture, makes the JPEG and
 * WebP copies and stores all of it. AVIF takes seconds and is left to `finishPhoto`. Nothing is entered in the database
 * before the files it names are in R2.
 */
export async function addPhoto(db: Db, store: PhotoStore, options: UploadOptions): Promise<UploadAnswer> {
  const { bytes, change, uploadedBy, nowMs } = options
  const file = inspectPhoto(bytes)
  if (!file.ok) return file
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes))
  const present = await findPhoto(db, { sha256 })
  if (present) return { ok: true, id: present.id, isNew: false }
  const problem = await serviceProblem(store, bytes)
  if (problem) return { ok: false, problem }
  const made = await makeFullJpeg(store, bytes)
  if (!made) return { ok: false, problem: 'not-processed' }
  const full = await storeFile(store, { sha256, made })
  const { width, height } = full
  const { variants } = await makeVariants(store, {
    photo: { sha256, width, height, ...change },
    full: made.content,
    have: [FULL_FILE],
    formats: ['jpeg', 'webp'],
  })
  const row = { key: photoKeyOf(sha256), sha256, width, height, ...change, variantsPending: true, version: 1 }
  const dates = { createdBy: uploadedBy, createdAtMs: nowMs, updatedAtMs: nowMs }
  const entry = { atMs: nowMs, actor: uploadedBy, action: 'photo-added', subject: row.key } as const
  const id = await insertPhoto(db, { ...row, ...dates, variants: [full, ...variants] }, entry)
  return { ok: true, id, isNew: true }
}

interface ChangeOptions {
  /** The state of the photo that the change was made on. */
  version: number
  change: PhotoChange
  by: string
  nowMs: number
}

/**
 * Stores an editor's changes; false when somebody else changed the photo since, and nothing is written. Another focal point
 * wants another copy for sharing: `finishPhoto` makes it.
 */
export async function changePhoto(
  db: Db,
  photo: Photo,
  { version, change, by, nowMs }: ChangeOptions,
): Promise<boolean> {
  const share = shareCopy({ ...photo, ...change })
  const isMissing = share !== null && !photo.variants.some(({ file }) => file === share.file)
  const { id, key } = photo
  const entry = { atMs: nowMs, actor: by, action: 'photo-changed', subject: key } as const
  const variantsPending = photo.variantsPending || isMissing
  return updatePhoto(db, { id, version, change, variantsPending, nowMs }, entry)
}

/**
 * Makes what a photo still lacks, in these formats, and the copy for sharing; safe to call again and again. False when there
 * is something left.
 */
export async function finishPhoto(
  db: Db,
  store: PhotoStore,
  { id, formats = ['jpeg', 'webp', 'avif'] }: { id: number; formats?: readonly VariantFormat[] },
): Promise<boolean> {
  const photo = await findPhoto(db, { id })
  if (!photo?.variantsPending) return true
  const full = await readFullJpeg(store, photo.sha256)
  if (!full) return false
  const have = photo.variants.map(({ file }) => file)
  const { variants, complete } = await makeVariants(store, { photo, full, have, formats })
  await addVariants(db, { photo, variants, pending: !complete })
  return complete
}

/** Deletes a photo and its files; false when an article uses it, and nothing is deleted. */
export async function removePhoto(
  db: Db,
  store: Pick<PhotoStore, 'MEDIA'>,
  photo: Photo,
  entry: AuditEntry,
): Promise<boolean> {
  if (!(await deletePhoto(db, photo, entry))) return false
  await deleteFiles(store, photo.sha256)
  return true
}

/** The smallest file of a photo, for lists. */
export function thumbnailOf(photo: Pick<Photo, 'variants'>): PhotoVariant | undefined {
  return photo.variants
    .filter(({ format, file }) => format === 'jpeg' && !file.startsWith('share-'))
    .sort((a, b) => a.width - b.width)[0]
}

/** Does the service read the same file, and find it small enough? */
async function serviceProblem(
  { IMAGES }: PhotoStore,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<UploadProblemKey | null> {
  try {
    const info = await IMAGES.info(new Blob([bytes]).stream())
    if (!('width' in info)) return 'not-a-photo'
    return info.width * info.height > PHOTO_PIXELS_MAX ? 'too-many-pixels' : null
  } catch (error) {
    const spent = error instanceof Error && 'code' in error && error.code === QUOTA_SPENT_CODE
    return spent ? 'not-processed' : 'damaged'
  }
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
