import type { Edition } from '../editions.ts'
import { adminEn } from './admin-en.ts'
import { adminZhHans } from './admin-zh-hans.ts'
import { adminZhHant } from './admin-zh-hant.ts'

/** Every sentence and label of the editors' side. The Traditional table is the pattern: a missing entry is a type error. */
export type AdminMessages = typeof adminZhHant

const MESSAGES: Record<Edition, AdminMessages> = { 'zh-hant': adminZhHant, 'zh-hans': adminZhHans, en: adminEn }

export function adminMessagesFor(language: Edition): AdminMessages {
  return MESSAGES[language]
}
