/** An article as the body of an e-mail, to be copied into any mail program: plain text, and simple HTML. */
import { dateAndTime, eventTime, fullDate } from '../edition/dates.ts'
import { EDITIONS, type Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import type { Download, RelatedLink } from './content.ts'
import { withoutImages } from './photo-html.ts'
import type { PublishedContact, WholeArticle } from './published.ts'
import { escapeAttribute, escapeText, storedSafeHtml } from './safe-html.ts'

/** What an e-mail needs of an article; a draft has it as soon as it is materialised. */
export type EmailArticle = Pick<
  WholeArticle,
  'edition' | 'label' | 'title' | 'subtitle' | 'place' | 'html' | 'text' | 'details'
> & { publishedAtMs: number | null }

interface EmailOptions {
  /** The site's address without a slash at its end. */
  origin: string
  /** The article's own address, absolute. */
  url: string
}

/** Sections in order; each is a heading and lines of plain text, and a line may lead somewhere. */
interface Section {
  heading: string
  lines: readonly { text: string; url?: string }[]
}

/** The subject line. */
export function emailSubject({ edition, label, title }: Pick<EmailArticle, 'edition' | 'label' | 'title'>): string {
  if (label === '') return title
  return edition === 'en' ? `${label}: ${title}` : `【${label}】${title}`
}

/** Plain text with a blank line between paragraphs. Addresses stand in full, because text has no links. */
export function emailText(article: EmailArticle, options: EmailOptions): string {
  const { edition, label, title, subtitle, text, details } = article
  const colon = edition === 'en' ? ': ' : '：'
  const sections = sectionsOf(article, options).map(({ heading, lines }) =>
    [heading, ...lines.map((line) => (line.url ? `${line.text}${colon}${line.url}` : line.text))].join('\n'),
  )
  const boilerplates = details.boilerplates.map((item) =>
    [item.heading, item.text, item.url].filter(Boolean).join('\n'),
  )
  const parts = [label, title, subtitle, dateline(article), text, ...sections, ...boilerplates]
  const online = `${messagesFor(edition).email.readOnline}${colon}${options.url}`
  return `${[...parts, online].filter((part) => part !== '').join('\n\n')}\n`
}

/**
 * HTML without styles, scripts, pictures, classes and ids: mail programs remove or break all of these. Every address is
 * absolute. The root element says the language, so that a screen reader reads a pasted mail in the right voice.
 */
export function emailHtml(article: EmailArticle, options: EmailOptions): string {
  const { edition, label, title, subtitle, html, details } = article
  const sections = sectionsOf(article, options).map(sectionHtml)
  const boilerplates = details.boilerplates.map(
    (item) =>
      `<h2>${escapeText(item.heading)}</h2>\n${simpleHtml(item.html, options)}${item.url ? `\n<p>${link(item.url, item.url)}</p>` : ''}`,
  )
  const parts = [
    label && `<p><b>${escapeText(label)}</b></p>`,
    `<h1>${escapeText(title)}</h1>`,
    subtitle && `<p><b>${escapeText(subtitle)}</b></p>`,
    dateline(article) && `<p>${escapeText(dateline(article))}</p>`,
    simpleHtml(html, options),
    ...sections,
    ...boilerplates,
    `<p>${link(messagesFor(edition).email.readOnline, options.url)}</p>`,
  ]
  return `<div lang="${EDITIONS[edition].lang}">\n${parts.filter(Boolean).join('\n')}\n</div>\n`
}

function dateline({ edition, place, publishedAtMs, details }: EmailArticle): string {
  const dateMs = details.datelineDate === '' ? publishedAtMs : Date.parse(`${details.datelineDate}T12:00:00+08:00`)
  return [place, dateMs === null ? '' : fullDate(dateMs, edition)].filter(Boolean).join(edition === 'en' ? ', ' : '，')
}

function sectionsOf({ edition, details }: EmailArticle, { origin }: EmailOptions): readonly Section[] {
  const messages = messagesFor(edition)
  const { facts, downloads, related, contacts, pressPhotos = [] } = details
  const colon = edition === 'en' ? ': ' : '：'
  const toLink = ({ label, url }: Download | RelatedLink) => ({ text: label, url: absolute(url, origin) })
  const photos = pressPhotos.map((photo, index) => ({
    text: messages.article.pressPhoto(index + 1, photo),
    url: absolute(photo.url, origin),
  }))
  const sections: Section[] = [
    { heading: messages.article.invitation, lines: invitationLines(edition, details) },
    { heading: messages.article.facts, lines: facts.map(({ term, detail }) => ({ text: `${term}${colon}${detail}` })) },
    { heading: messages.article.downloads, lines: [...downloads.map(toLink), ...photos] },
    {
      heading: messages.article.mediaEnquiries,
      lines: contacts.map((contact) => ({ text: contactLine(contact, edition) })),
    },
    { heading: messages.article.relatedLinks, lines: related.map(toLink) },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

function invitationLines(edition: Edition, { invitation }: EmailArticle['details']): readonly { text: string }[] {
  if (!invitation) return []
  const messages = messagesFor(edition).article
  const colon = edition === 'en' ? ': ' : '：'
  const { startsAtMs, endsAtMs, venue, replyTo, replyByMs } = invitation
  const pairs = [
    [messages.eventTime, eventTime(startsAtMs, endsAtMs, edition)],
    [messages.venue, venue],
    [messages.replyTo, replyTo],
    [messages.replyBy, replyByMs === null ? '' : dateAndTime(replyByMs, edition)],
  ] as const
  return pairs.filter(([, value]) => value !== '').map(([term, value]) => ({ text: `${term}${colon}${value}` }))
}

function contactLine({ organisation, name, role, phone, email }: PublishedContact, edition: Edition): string {
  return [organisation, name, role, phone, email].filter(Boolean).join(edition === 'en' ? ', ' : '，')
}

function sectionHtml({ heading, lines }: Section): string {
  const items = lines.map(({ text, url }) => `<li>${url ? link(text, url) : escapeText(text)}</li>`)
  return `<h2>${escapeText(heading)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`
}

function link(text: string, url: string): string {
  return `<a href="${escapeAttribute(url)}">${escapeText(text)}</a>`
}

function absolute(url: string, origin: string): string {
  return url.startsWith('/') ? origin + url : url
}

const KEPT_TAGS = /^(?:h[2-4]|p|ul|ol|li|a|em|strong|blockquote|table|caption|thead|tbody|tr|th|td|br|hr|pre|code)$/
const TAG = /<(\/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"]*")?)*)>/g

/** Our own markup, reduced. Plain string work is enough: `<`, `>` and quotes in text and attributes are escaped. */
function simpleHtml(html: string, { origin, url }: EmailOptions): string {
  const spans: boolean[] = []
  return withoutImages(storedSafeHtml(html), { picture: '' })
    .replaceAll(/\?images=0(?=[#"])|&amp;images=0(?=[#"])/g, '')
    .replace(TAG, (_, slash: string, name: string, attributes: string) => {
      const lang = attribute(attributes, 'lang')
      if (name === 'span') {
        if (slash === '') spans.push(lang !== '')
        const kept = slash === '' ? lang !== '' : spans.pop()
        return kept ? `<${slash}span${lang}>` : ''
      }
      if (name === 'figcaption') return `<${slash}p>` // who speaks, before or after a quotation
      if (!KEPT_TAGS.test(name)) return ''
      return `<${slash}${name}${hrefOf(attributes, origin, url)}${lang}${attribute(attributes, 'scope')}>`
    })
}

function attribute(attributes: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
  return value ? ` ${name}="${value}"` : ''
}

function hrefOf(attributes: string, origin: string, url: string): string {
  const value = / href="([^"]*)"/.exec(attributes)?.[1]
  if (value === undefined) return ''
  const target = value.startsWith('#') ? escapeAttribute(url) + value : absolute(value, origin)
  return ` href="${target}"`
}
