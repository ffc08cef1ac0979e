/** One photo of the library as a folder: `photo.yaml`, `full.jpg`, and the copies that readers get. */
import {
  FULL_FILE,
  MEDIA_TYPES,
  PHOTO_DESCRIPTIONS,
  type Photo,
  type PhotoVariant,
  type PhotoWords,
  variantsToMake,
} from '../article/photo.ts'
import { inspectPhoto } from '../article/photo-file.ts'
import { hasMetadata } from '../article/photo-jpeg.ts'
import { normaliseLines } from './edition-file.ts'
import { readMoment, writeMoment } from './moments.ts'
import { ContentFileError, readYaml, writeYaml, type YamlFields } from './yaml-fields.ts'

/** Where the photos of an export are. No slug begins like this. */
export const PHOTOS_FOLDER = '_photos'
export const PHOTO_FILE = 'photo.yaml'

const KEY = /^[\w-]{1,100}$/
const SHA256 = /^[0-9a-f]{64}$/
const PERCENT = /^(100|\d{1,2})$/
const NUMBER = /^[1-9]\d{0,9}$/

/** Everything about a photo but its files. */
export type PhotoRecord = Omit<Photo, 'id' | 'width' | 'height' | 'variants'>

/** Writes `photo.yaml`. */
export function serialisePhoto(photo: PhotoRecord): string {
  const { words } = photo
  const row = ({ alt, caption }: PhotoWords) => ({ alt, caption })
  return writeYaml({
    key: photo.key,
    sha256: photo.sha256,
    credit: photo.credit,
    focalX: String(photo.focalX),
    focalY: String(photo.focalY),
    description: photo.description,
    words: { 'zh-hant': row(words['zh-hant']), 'zh-hans': row(words['zh-hans']), en: row(words.en) },
    variants: photo.variantsPending ? 'pending' : 'complete',
    createdBy: photo.createdBy,
    createdAt: writeMoment(photo.createdAtMs),
    updatedAt: writeMoment(photo.updatedAtMs),
    version: String(photo.version),
  })
}

/**
 * Reads `photo.yaml`.
 * @throws ContentFileError naming the file, the line and the field
 */
export function parsePhoto(text: string, file: string): PhotoRecord {
  const { value } = readYaml(normaliseLines(text), { file, firstLine: 1 }, (fields) => ({
    key: fields.shaped('key', KEY, 'made of letters, digits, - and _'),
    sha256: fields.shaped('sha256', SHA256, 'a SHA-256 in 64 small hexadecimal digits'),
    credit: fields.text('credit', ''),
    focalX: Number(fields.shaped('focalX', PERCENT, 'a number from 0 to 100', '50')),
    focalY: Number(fields.shaped('focalY', PERCENT, 'a number from 0 to 100', '50')),
    description: fields.choice('description', PHOTO_DESCRIPTIONS),
    words: fields.record('words', (words) => ({
      'zh-hant': words.record('zh-hant', readWords),
      'zh-hans': words.record('zh-hans', readWords),
      en: words.record('en', readWords),
    })),
    variantsPending: fields.choice('variants', ['pending', 'complete'] as const) === 'pending',
    createdBy: fields.text('createdBy'),
    createdAtMs: readMoment(fields, 'createdAt'),
    updatedAtMs: readMoment(fields, 'updatedAt'),
    version: Number(fields.shaped('version', NUMBER, 'a whole number')),
  }))
  return value
}

function readWords(fields: YamlFields): PhotoWords {
  return { alt: fields.text('alt', ''), caption: fields.text('caption', '') }
}

/**
 * The photo that a record and its files make. Sizes are read from the files themselves.
 * @throws ContentFileError for a file that is not what its name says, or that carries data about the picture
 */
export function photoOf(
  record: PhotoRecord,
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
): Omit<Photo, 'id'> {
  const variants = [...files].map(([file, bytes]) => variantOf(file, bytes, `${folder}/${file}`))
  const full = variants.find(({ file }) => file === FULL_FILE)
  if (!full) throw new ContentFileError({ file: `${folder}/${FULL_FILE}`, line: 1 }, 'there is no such file')
  const { width, height } = full
  const lacks = variantsToMake(width).some(({ file }) => !files.has(file))
  return { ...record, width, height, variants, variantsPending: record.variantsPending || lacks }
}

function variantOf(file: string, bytes: Uint8Array, place: string): PhotoVariant {
  const found = inspectPhoto(bytes)
  if (!found.ok) throw new ContentFileError({ file: place, line: 1 }, `this is no photo (${found.problem})`)
  const { format, width, height } = found
  const extension = file.split('.').at(-1)
  if (format === 'png' || MEDIA_TYPES[format] !== `image/${extension === 'jpg' ? 'jpeg' : extension}`) {
    throw new ContentFileError({ file: place, line: 1 }, `this is ${format}: its name says something else`)
  }
  if (format === 'jpeg' && hasMetadata(bytes)) {
    throw new ContentFileError(
      { file: place, line: 1 },
      'this carries Exif or the like, perhaps a place: remove it first',
    )
  }
  return { file, format, width, height, bytes: bytes.length }
}
