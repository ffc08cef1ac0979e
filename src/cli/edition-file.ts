/** `<edition>.md`: the words of one edition, as front matter and Markdown. */
import type { Download, EditionContent, Fact, RelatedLink } from '../article/content.ts'
import { ContentFileError, readYaml, writeYaml, type YamlFields } from './yaml-fields.ts'

/** The web, mail and phone, or a path of this site: the same that an article may link to. */
export const LINK = /^(https?:\/\/[^\s/]|\/(?!\/)|mailto:.|tel:\+)\S*$/
export const LINK_ADVICE = 'an address that begins with https://, http://, mailto:, tel:+ or one /'

const FENCE = '---\n'

/**
 * Reads the words of one edition: `---`, front matter, `---`, an empty line, and the body up to the file's last line end.
 *
 * @throws ContentFileError naming the file, the line and the field
 */
export function parseEdition(text: string, file: string): EditionContent {
  const source = normaliseLines(text)
  const end = source.startsWith(FENCE) ? source.indexOf(`\n${FENCE}`, FENCE.length - 1) : -1
  if (end === -1) {
    throw new ContentFileError({ file, line: 1 }, 'begin with a line "---", then the fields, then another line "---"')
  }
  const yaml = source.slice(FENCE.length, end + 1)
  const { value } = readYaml(yaml.trim() === '' ? '{}' : yaml, { file, firstLine: 2 }, readEditionFields)
  const body = source
    .slice(end + 1 + FENCE.length)
    .replace(/^\n/, '')
    .replace(/\n$/, '')
  return { ...value, body }
}

function readEditionFields(fields: YamlFields): Omit<EditionContent, 'body'> {
  return {
    label: fields.text('label', ''),
    title: fields.text('title', ''),
    subtitle: fields.text('subtitle', ''),
    summary: fields.text('summary', ''),
    place: fields.text('place', ''),
    ...readVenue(fields.text('venue', '')),
    downloads: fields.records('downloads', readDownload),
    facts: fields.records('facts', readFact),
    related: fields.records('related', readRelated),
  }
}

function readVenue(venue: string): Pick<EditionContent, 'venue'> {
  return venue === '' ? {} : { venue }
}

function readDownload(fields: YamlFields): Download {
  return {
    label: fields.text('label'),
    url: fields.shaped('url', LINK, LINK_ADVICE),
    caption: fields.text('caption', ''),
  }
}

function readFact(fields: YamlFields): Fact {
  return { term: fields.text('term'), detail: fields.text('detail') }
}

function readRelated(fields: YamlFields): RelatedLink {
  return { label: fields.text('label'), url: fields.shaped('url', LINK, LINK_ADVICE) }
}

/** Writes what `parseEdition` reads. */
export function serialiseEdition(words: EditionContent): string {
  const { label, title, subtitle, summary, place, venue = '' } = words
  const yaml = writeYaml({
    label,
    title,
    subtitle,
    summary,
    place,
    venue,
    downloads: words.downloads.map(({ label, url, caption }) => ({ label, url, caption: caption || undefined })),
    facts: words.facts.map(({ term, detail }) => ({ term, detail })),
    related: words.related.map(({ label, url }) => ({ label, url })),
  })
  return `${FENCE}${yaml === '{}\n' ? '' : yaml}${FENCE}\n${words.body}\n`
}

/** A checkout on Windows may have CRLF. */
export function normaliseLines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
