/**
 * Who publishes here, in one file: names, addresses and colours. Change this file to make the site yours. What editors
 * change from day to day (notices, topics, contacts, boilerplates) is in the database.
 */
import type { Edition } from './editions.ts'

/** The words of the site that an administrator may replace in the database. */
export interface SiteWords {
  name: string
  tagline: string
  /** Shown on every page above the footer; '' shows nothing. */
  notice: string
}

export const SITE_WORDS: Record<Edition, SiteWords> = {
  'zh-hant': {
    name: '數碼港新聞室',
    tagline: '新聞稿、演辭與通告',
    notice: '',
  },
  'zh-hans': {
    name: '数码港新闻室',
    tagline: '新闻稿、演辞与通告',
    notice: '',
  },
  en: {
    name: 'Cyberport Newsroom',
    tagline: 'Press releases, speeches and notices',
    notice: '',
  },
}

export const IDENTITY = {
  /** Where readers report a wrong character, a barrier or anything else. */
  deskEmail: 'newsroom@example.org',
  /** Where a security researcher reports a weakness (RFC 9116). */
  securityContact: 'mailto:security@example.org',
  timeZone: 'Asia/Hong_Kong',
  /** One accent, in both schemes; each has a contrast of at least 7:1 with its background (WCAG 2.2, 1.4.6). */
  colours: {
    light: {
      background: '#ffffff',
      raised: '#f4f6f5',
      text: '#16201f',
      muted: '#46524f',
      rule: '#c9d1ce',
      accent: '#00524f',
    },
    dark: {
      background: '#101615',
      raised: '#19211f',
      text: '#e9efed',
      muted: '#b5c1bd',
      rule: '#3a4744',
      accent: '#7fdcd3',
    },
  },
} as const
