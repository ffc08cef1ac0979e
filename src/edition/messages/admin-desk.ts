import type { Edition } from '../editions.ts'
import { adminDeskEn } from './admin-desk-en.ts'
import { adminDeskZhHans } from './admin-desk-zh-hans.ts'
import { adminDeskZhHant } from './admin-desk-zh-hant.ts'

/** The sentences of the desk. The Traditional table is the pattern: a missing entry is a type error. */
export type DeskMessages = typeof adminDeskZhHant

/** Why the conversion asks. */
export type DeskDoubt = 'default' | 'overlap' | 'name' | 'font'

const MESSAGES: Record<Edition, DeskMessages> = {
  'zh-hant': adminDeskZhHant,
  'zh-hans': adminDeskZhHans,
  en: adminDeskEn,
}

export function deskMessagesFor(language: Edition): DeskMessages {
  return MESSAGES[language]
}
