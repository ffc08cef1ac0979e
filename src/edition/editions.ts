/** The three editions. Everything that depends on language or script reads this table. */
export const EDITIONS = {
  'zh-hant': { lang: 'zh-HK', hreflang: 'zh-Hant', openGraphLocale: 'zh_HK', name: '繁體中文' },
  'zh-hans': { lang: 'zh-CN', hreflang: 'zh-Hans', openGraphLocale: 'zh_CN', name: '简体中文' },
  en: { lang: 'en', hreflang: 'en', openGraphLocale: 'en_GB', name: 'English' },
} as const

export type Edition = keyof typeof EDITIONS
export type ChineseEdition = 'zh-hant' | 'zh-hans'

/** In the order in which the edition switch shows them. */
export const EDITION_KEYS = ['zh-hant', 'zh-hans', 'en'] as const satisfies readonly Edition[]

export const CHINESE_EDITIONS = ['zh-hant', 'zh-hans'] as const satisfies readonly Edition[]

/** The edition that a reader gets who has told us nothing. */
export const DEFAULT_EDITION: Edition = 'zh-hant'

/** Reads a path segment or a cookie; anything but an exact edition key is `undefined`. */
export function parseEdition(raw: unknown): Edition | undefined {
  return EDITION_KEYS.find((key) => key === raw)
}

export function isChinese(edition: Edition): edition is ChineseEdition {
  return edition !== 'en'
}

/** The edition that is converted from this one, or from which this one is. */
export function otherChinese(edition: ChineseEdition): ChineseEdition {
  return edition === 'zh-hant' ? 'zh-hans' : 'zh-hant'
}
