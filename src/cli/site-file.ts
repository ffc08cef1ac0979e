/** `site.yaml`: the topics, contacts, boilerplates and notice of a site, as a file. */
import type { Boilerplate, Contact, SiteRecords, Topic, Words } from '../article/site-records.ts'
import { readOverride, writeOverride } from './content-files.ts'
import { LINK, LINK_ADVICE, normaliseLines } from './edition-file.ts'
import { ContentFileError, readYaml, writeYaml, type YamlFields } from './yaml-fields.ts'

export const SITE_FILE = 'site.yaml'

/** The records of a site, and the comment at the head of their file. */
export interface SiteFile {
  records: SiteRecords
  comment: string
}

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/
const KEY_ADVICE = 'made of small letters, digits and single hyphens'
/** ITU-T E.164: a country code and at most 15 digits in all. */
const PHONE = /^\+[1-9]\d{6,14}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/**
 * Reads `site.yaml`.
 *
 * @param file its path, for error messages
 * @throws ContentFileError naming the file, the line and the field
 */
export function parseSite(text: string, file: string): SiteFile {
  const place = { file, firstLine: 1 }
  const { value: records, comment } = readYaml(normaliseLines(text), place, (fields) => ({
    notices: fields.record('notices', readWords),
    topics: fields.records('topics', readTopic),
    contacts: fields.records('contacts', readContact),
    boilerplates: fields.records('boilerplates', readBoilerplate),
    glossary: fields.records('glossary', readOverride),
  }))
  refuseTwins(file, 'topics', [...records.topics.map(({ key }) => key)])
  refuseTwins(file, 'contacts', [...records.contacts.map(({ key }) => key)])
  refuseTwins(file, 'boilerplates', [...records.boilerplates.map(({ key }) => key)])
  return { records, comment }
}

/** Writes what `parseSite` reads. */
export function serialiseSite({ records, comment }: SiteFile): string {
  const { notices, topics, contacts, boilerplates, glossary } = records
  return writeYaml(
    {
      notices: inOrder(notices),
      topics: topics.map((topic) => ({
        key: topic.key,
        names: inOrder(topic.names),
        descriptions: inOrder(topic.descriptions),
      })),
      contacts: contacts.map((contact) => ({
        key: contact.key,
        organisations: inOrder(contact.organisations),
        names: inOrder(contact.names),
        roles: inOrder(contact.roles),
        phone: contact.phone,
        email: contact.email,
      })),
      boilerplates: boilerplates.map((boilerplate) => ({
        key: boilerplate.key,
        headings: inOrder(boilerplate.headings),
        bodies: inOrder(boilerplate.bodies),
        url: boilerplate.url,
      })),
      glossary: glossary.map(writeOverride),
    },
    comment,
  )
}

/** No text holds this: YAML cannot write it. */
const ABSENT = '\u0000'

function readWords(fields: YamlFields): Words {
  const derived = fields.text('zh-hans', ABSENT)
  const written = { 'zh-hant': fields.text('zh-hant', ''), en: fields.text('en', '') }
  return derived === ABSENT ? written : { ...written, 'zh-hans': derived }
}

function readTopic(fields: YamlFields): Topic {
  return {
    key: fields.shaped('key', KEY, KEY_ADVICE),
    names: fields.record('names', readWords),
    descriptions: fields.record('descriptions', readWords),
  }
}

function readContact(fields: YamlFields): Contact {
  return {
    key: fields.shaped('key', KEY, KEY_ADVICE),
    organisations: fields.record('organisations', readWords),
    names: fields.record('names', readWords),
    roles: fields.record('roles', readWords),
    phone: fields.shaped('phone', PHONE, 'a phone number such as +85212345678', ''),
    email: fields.shaped('email', EMAIL, 'an e-mail address', ''),
  }
}

function readBoilerplate(fields: YamlFields): Boilerplate {
  return {
    key: fields.shaped('key', KEY, KEY_ADVICE),
    headings: fields.record('headings', readWords),
    bodies: fields.record('bodies', readWords),
    url: fields.shaped('url', LINK, LINK_ADVICE, ''),
  }
}

function inOrder(words: Words): Words {
  const { 'zh-hant': hant, 'zh-hans': hans, en } = words
  return hans === undefined ? { 'zh-hant': hant, en } : { 'zh-hant': hant, 'zh-hans': hans, en }
}

function refuseTwins(file: string, field: string, keys: string[]): void {
  const twin = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twin !== undefined) throw new ContentFileError({ file, line: 1, field }, `"${twin}" stands here twice`)
}
