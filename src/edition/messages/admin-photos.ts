import type { Edition } from '../editions.ts'
import { adminPhotosEn } from './admin-photos-en.ts'
import { adminPhotosZhHans } from './admin-photos-zh-hans.ts'
import { adminPhotosZhHant } from './admin-photos-zh-hant.ts'

/** The sentences about photos on the editors' side. The Traditional table is the pattern: a missing entry is a type error. */
export type PhotoMessages = typeof adminPhotosZhHant

const MESSAGES: Record<Edition, PhotoMessages> = {
  'zh-hant': adminPhotosZhHant,
  'zh-hans': adminPhotosZhHans,
  en: adminPhotosEn,
}

export function photoMessagesFor(language: Edition): PhotoMessages {
  return MESSAGES[language]
}
