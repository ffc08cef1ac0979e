/** An article as a plain-text file and as Markdown, for people who copy, machines that read and terminals. */
import { fullDate } from '../edition/dates.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { clean } from './clean-text.ts'
import { emailText } from './email.ts'
import type { PublishedArticle, WholeArticle } from './published.ts'

interface Addresses {
  origin: string
  /** The article's own page, absolute. */
  url: string
}

/** The text of the page, corrections first, with all addresses in full. */
export function articleText(article: WholeArticle, addresses: Addresses): string {
  const corrections = correctionLines(article)
  const heading = corrections.length > 0 ? `${messagesFor(article.edition).article.corrections}\n` : ''
  const notes = corrections.map((line) => `${line}\n`).join('')
  return clean(`${heading}${notes}${notes === '' ? '' : '\n'}${emailText(article, addresses)}`)
}

/** The editors' own Markdown under the headline, with what else the page has. */
export function articleMarkdown(article: WholeArticle, { origin, url }: Addresses): string {
  const { edition, label, title, subtitle, place, publishedAtMs, source, details } = article
  const messages = messagesFor(edition).article
  const dateline = [place, fullDate(publishedAtMs, edition)]
    .filter((part) => part !== '')
    .join(edition === 'en' ? ', ' : '，')
  const corrections = correctionLines(article)
  const parts = [
    label,
    `# ${line(title)}`,
    subtitle === '' ? '' : `**${line(subtitle)}**`,
    dateline,
    list(messages.corrections, corrections),
    source.replace(/\]\(\//g, `](${origin}/`),
    list(
      messages.facts,
      details.facts.map(({ term, detail }) => `**${line(term)}** ${line(detail)}`),
    ),
    list(
      messages.downloads,
      details.downloads.map((item) => link(item.label, item.url, origin)),
    ),
    list(
      messages.mediaEnquiries,
      details.contacts.map(({ organisation, name, role, phone, email }) =>
        line(
          [organisation, name, role, phone, email].filter((part) => part !== '').join(edition === 'en' ? ', ' : '，'),
        ),
      ),
    ),
    ...details.boilerplates.map(({ heading, text }) => `## ${line(heading)}\n\n${text}`),
    list(
      messages.relatedLinks,
      details.related.map((item) => link(item.label, item.url, origin)),
    ),
    `<${url}>`,
  ]
  return clean(`${parts.filter((part) => part !== '').join('\n\n')}\n`)
}

function correctionLines({ edition, details }: PublishedArticle): string[] {
  return details.corrections.map(
    ({ atMs, note }) => `${fullDate(atMs, edition)}${edition === 'en' ? ': ' : '：'}${note}`,
  )
}

function list(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${heading}\n\n${lines.map((text) => `- ${text}`).join('\n')}`
}

function link(label: string, url: string, origin: string): string {
  return `[${line(label).replace(/[[\]]/g, '\\$&')}](${url.startsWith('/') ? origin : ''}${url.replace(/[()\s]/g, encodeURIComponent)})`
}

/** One line: a line break in a headline would end it. */
function line(text: string): string {
  return text.replace(/\s+/g, ' ')
}
