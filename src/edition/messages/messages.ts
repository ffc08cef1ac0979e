import type { Edition } from '../editions.ts'
import { en } from './en.ts'
import type { ArticleKindKey, Prose } from './prose.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

/** What a link to a whole photo says about it. `text` may be ''. */
export interface PhotoFacts {
  text: string
  width: number
  height: number
  bytes: number
}

/** How an edition writes a quotation. */
export interface QuoteStyle {
  /** The line before the words, with `{name}` and `{role}`; it ends in a colon. */
  said: string
  /** The same without an office. */
  saidAlone: string
  /** The marks from outside to inside and out again: opening, inner opening, inner closing, closing. */
  marks: readonly [string, string, string, string]
}

/** Every sentence and label of the public site, once per edition. A missing one is a type error. */
export interface Messages {
  skipToContent: string
  skipToQuotation: string
  skipToContacts: string
  skipToDownloads: string
  demonstration: string
  siteNavigation: string
  editionNavigation: string
  latest: string
  archive: string
  search: string
  about: string
  contact: string
  accessibility: string
  saved: string
  feeds: string
  textOnly: string
  withImages: string
  /** Joins the page's own title and the site's name. */
  titleSeparator: string
  kinds: Record<ArticleKindKey, string>
  home: {
    title: string
    leadStory: string
    moreNews: string
    byTopic: string
    allOfTopic: (topic: string) => string
    empty: string
  }
  list: {
    pagination: string
    older: string
    newer: string
    page: (page: number) => string
    loadMore: string
    loaded: (count: number) => string
    noMore: string
    shownIn: (language: string) => string
  }
  topic: { label: string; empty: string }
  archivePages: {
    title: string
    intro: string
    empty: string
    emptyMonth: string
    months: (year: number) => string
    earlier: string
    later: string
  }
  article: {
    breadcrumb: string
    published: string
    updated: string
    readingTime: (minutes: number) => string
    topics: string
    contents: string
    facts: string
    downloads: string
    driveNote: string
    /** Behind a link in running text. */
    driveMark: string
    externalSite: string
    contacts: string
    mediaEnquiries: string
    phone: string
    email: string
    website: string
    corrections: string
    related: string
    relatedLinks: string
    newer: string
    older: string
    otherNews: string
    reportCharacter: string
    copyLink: string
    linkCopied: string
    share: string
    reportSubject: (title: string) => string
    reportBody: (url: string) => string
    derivedApproved: (date: string) => string
    derivedUnapproved: string
    machineViews: string
    plainText: string
    markdown: string
    savedCopy: string
    tableRegion: string
    showImage: (text: string) => string
    pressPhotos: string
    /** The link to a whole photo: which, what it shows, its type, pixels and megabytes. */
    pressPhoto: (number: number, photo: PhotoFacts) => string
    invitation: string
    eventTime: string
    venue: string
    replyTo: string
    replyBy: string
    addToCalendar: string
    speakerQuote: (speaker: string) => string
  }
  quotation: QuoteStyle
  searchPage: {
    title: string
    intro: string
    label: string
    topic: string
    allTopics: string
    year: string
    allYears: string
    yearName: (year: number) => string
    submit: string
    results: string
    /** e.g. 3 results; `capped` when more exist than were looked at. */
    count: (count: number, capped: boolean) => string
    also: (spellings: readonly string[]) => string
    page: (page: number) => string
    nothing: (query: string) => string
    tryShorter: string
    tryWithoutFilters: string
    tryEdition: (language: string) => string
    tryTopics: string
    cutChars: (max: number) => string
    cutTerms: (max: number) => string
    failed: string
    retry: string
  }
  feedPage: { explanation: string }
  tooManyRequests: { title: string; body: string }
  email: { readOnline: string }
  untranslated: { title: (language: string) => string; body: string; readIn: (language: string) => string }
  embargoed: { title: string; body: (time: string) => string }
  withdrawn: { title: string; body: (date: string) => string; reason: string }
  errors: {
    badRequestTitle: string
    badRequestBody: string
    notFoundTitle: string
    notFoundBody: string
    methodTitle: string
    methodBody: string
    internalTitle: string
    internalBody: string
    unavailableTitle: string
    unavailableBody: string
    tryThese: string
  }
  contactPage: { title: string; intro: string; desk: string; deskBody: string; pressContacts: string; empty: string }
  savedPage: {
    title: string
    intro: string
    needsScript: string
    empty: string
    savedAt: string
    limit: string
    offline: string
  }
  footer: { about: string; feedsLabel: string; rss: string; atom: string; jsonFeed: string }
  prose: Prose
}

const MESSAGES: Record<Edition, Messages> = { 'zh-hant': zhHant, 'zh-hans': zhHans, en }

export function messagesFor(edition: Edition): Messages {
  return MESSAGES[edition]
}
