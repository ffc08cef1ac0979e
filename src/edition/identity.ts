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
    notice: '這是示範網站，並非數碼港的官方網站。當中的新聞稿於2022年12月22日公開發布，其餘文章介紹本網站的運作。',
  },
  'zh-hans': {
    name: '数码港新闻室',
    tagline: '新闻稿、演辞与通告',
    notice: '这是示范网站，并非数码港的官方网站。当中的新闻稿于2022年12月22日公开发布，其余文章介绍本网站的运作。',
  },
  en: {
    name: 'Cyberport Newsroom',
    tagline: 'Press releases, speeches and notices',
    notice:
      'This is a demonstration, not an official Cyberport site. The press release was made public on 22 December 2022; the other articles describe how this site works.',
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
    light: { background: '#ffffff', raised: '#f4f6f5', text: '#16201f', muted: '#46524f', rule: '#c9d1ce', accent: '#00524f' },
    dark: { background: '#101615', raised: '#19211f', text: '#e9efed', muted: '#b5c1bd', rule: '#3a4744', accent: '#7fdcd3' },
  },
} as const
