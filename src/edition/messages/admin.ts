import type { Edition } from '../editions.ts'
import { adminActsZhHans } from './admin-acts-zh-hans.ts'
import { adminActsZhHant } from './admin-acts-zh-hant.ts'
import { adminEn } from './admin-en.ts'
import { adminSiteZhHans } from './admin-site-zh-hans.ts'
import { adminSiteZhHant } from './admin-site-zh-hant.ts'
import { adminZhHans } from './admin-zh-hans.ts'
import { adminZhHant } from './admin-zh-hant.ts'

/**
 * The Chinese tables come in parts: half of their characters are the same in both scripts, and gzip finds that only where
 * the same part in the other script is less than 32 KB away.
 */
const zhHant = { ...adminZhHant, ...adminActsZhHant, ...adminSiteZhHant }

/** Every sentence and label of the editors' side. The Traditional table is the pattern: a missing entry is a type error. */
export type AdminMessages = typeof zhHant

const MESSAGES: Record<Edition, AdminMessages> = {
  'zh-hant': zhHant,
  'zh-hans': { ...adminZhHans, ...adminActsZhHans, ...adminSiteZhHans },
  en: adminEn,
}

export function adminMessagesFor(language: Edition): AdminMessages {
  return MESSAGES[language]
}
