/** The form of a photo as data: whatever was typed is kept, and what is wrong is named beside it. Pure. */
import { clean } from '../article/clean-text.ts'
import { PHOTO_DESCRIPTIONS, type Photo, type PhotoWords } from '../article/photo.ts'
import type { PhotoChange } from '../db/photos.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import type { FieldError } from '../ui/field.tsx'

/** A sentence or two: a screen reader reads it in one go. */
export const ALT_CHARS_MAX = 300
export const CAPTION_CHARS_MAX = 500
export const CREDIT_CHARS_MAX = 200

/** Everything that can be typed about a photo, as it was typed. */
export interface TypedPhoto extends Omit<PhotoChange, 'focalX' | 'focalY'> {
  focalX: string
  focalY: string
}

const none: PhotoWords = { alt: '', caption: '' }

export const NOTHING_TYPED: TypedPhoto = {
  credit: '',
  focalX: '50',
  focalY: '50',
  description: 'undecided',
  words: { 'zh-hant': none, 'zh-hans': none, en: none },
}

export function typedOf({ credit, focalX, focalY, description, words }: Photo): TypedPhoto {
  return { credit, focalX: String(focalX), focalY: String(focalY), description, words }
}

export function readPhotoForm(form: FormData): TypedPhoto {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string'
      ? clean(value)
          .replace(/\s*\n\s*/g, ' ')
          .trim()
      : ''
  }
  const words = (edition: Edition): PhotoWords => ({ alt: text(`alt.${edition}`), caption: text(`caption.${edition}`) })
  return {
    credit: text('credit'),
    focalX: text('focalX') || '50',
    focalY: text('focalY') || '50',
    description: PHOTO_DESCRIPTIONS.find((known) => known === text('description')) ?? 'undecided',
    words: { 'zh-hant': words('zh-hant'), 'zh-hans': words('zh-hans'), en: words('en') },
  }
}

/** What has to be mended before this can be stored, in the order of the form. */
export function photoErrors(
  { credit, focalX, focalY, description, words }: TypedPhoto,
  language: Edition,
): readonly FieldError[] {
  const messages = photoMessagesFor(language)
  const errors: FieldError[] = []
  const described = EDITION_KEYS.some((edition) => words[edition].alt !== '')
  if (description === 'described' && !described) {
    errors.push({ field: 'description', message: messages.errors['alt-missing'] })
  }
  if (description === 'decorative' && described) {
    errors.push({ field: 'description', message: messages.errors['decorative-with-alt'] })
  }
  for (const edition of EDITION_KEYS) {
    const { alt, caption } = words[edition]
    const { name } = EDITIONS[edition]
    if (alt.length > ALT_CHARS_MAX) {
      errors.push({ field: `alt.${edition}`, message: messages.tooLong(ALT_CHARS_MAX), where: messages.alt(name) })
    }
    if (caption.length > CAPTION_CHARS_MAX) {
      const message = messages.tooLong(CAPTION_CHARS_MAX)
      errors.push({ field: `caption.${edition}`, message, where: messages.caption(name) })
    }
  }
  if (credit.length > CREDIT_CHARS_MAX) {
    errors.push({ field: 'credit', message: messages.tooLong(CREDIT_CHARS_MAX), where: messages.credit })
  }
  const { percent } = messages.errors
  if (!isPercent(focalX)) errors.push({ field: 'focalX', message: percent, where: messages.focalX })
  if (!isPercent(focalY)) errors.push({ field: 'focalY', message: percent, where: messages.focalY })
  return errors
}

function isPercent(value: string): boolean {
  return /^(?:100|\d{1,2})$/.test(value)
}

/** For storing; only after `photoErrors` found nothing. */
export function changeOf({ focalX, focalY, ...typed }: TypedPhoto): PhotoChange {
  return { ...typed, focalX: Number(focalX), focalY: Number(focalY) }
}
