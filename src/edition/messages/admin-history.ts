import type { Edition } from '../editions.ts'
import { adminHistoryEn } from './admin-history-en.ts'
import { adminHistoryZhHans } from './admin-history-zh-hans.ts'
import { adminHistoryZhHant } from './admin-history-zh-hant.ts'

/** Sentences about what readers saw. The Traditional table is the pattern: a missing entry is a type error. */
export type HistoryMessages = typeof adminHistoryZhHant

const MESSAGES: Record<Edition, HistoryMessages> = {
  'zh-hant': adminHistoryZhHant,
  'zh-hans': adminHistoryZhHans,
  en: adminHistoryEn,
}

export function historyMessagesFor(language: Edition): HistoryMessages {
  return MESSAGES[language]
}
