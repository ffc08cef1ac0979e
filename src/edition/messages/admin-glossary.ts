import type { Edition } from '../editions.ts'
import { adminGlossaryEn } from './admin-glossary-en.ts'
import { adminGlossaryZhHans } from './admin-glossary-zh-hans.ts'
import { adminGlossaryZhHant } from './admin-glossary-zh-hant.ts'

/** The sentences of the glossary. The Traditional table is the pattern: a missing entry is a type error. */
export type GlossaryMessages = typeof adminGlossaryZhHant

const MESSAGES: Record<Edition, GlossaryMessages> = {
  'zh-hant': adminGlossaryZhHant,
  'zh-hans': adminGlossaryZhHans,
  en: adminGlossaryEn,
}

export function glossaryMessagesFor(language: Edition): GlossaryMessages {
  return MESSAGES[language]
}
