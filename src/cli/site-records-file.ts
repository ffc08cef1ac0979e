/** The site's records between the database, which has three editions of each word, and `site.yaml`. */
import type { SiteRecords, Words } from '../article/site-records.ts'
import type { StoredBoilerplate, StoredContact, StoredTopic } from '../db/transfer.ts'
import type { Edition } from '../edition/editions.ts'

interface StoredRecords {
  topics: readonly StoredTopic[]
  contacts: readonly StoredContact[]
  boilerplates: readonly StoredBoilerplate[]
}

/** Converts a word of the Traditional edition where a file does not give the Simplified one. */
export interface WordConversion {
  text: (text: string) => string
  markdown: (markdown: string) => string
}

/** The records as `site.yaml` has them; `notices` comes from the setting of the site's words. */
export function siteRecordsOf({ topics, contacts, boilerplates }: StoredRecords, notices: Words): SiteRecords {
  return {
    notices,
    topics: topics.map((row) => ({
      key: row.key,
      slug: row.key,
      names: { 'zh-hant': row.nameZhHant, 'zh-hans': row.nameZhHans, en: row.nameEn },
      descriptions: { 'zh-hant': row.descriptionZhHant, 'zh-hans': row.descriptionZhHans, en: row.descriptionEn },
    })),
    contacts: contacts.map(({ key, words, phone, email }) => ({
      key,
      organisations: pick(words, 'organisation'),
      names: pick(words, 'name'),
      roles: pick(words, 'role'),
      phone,
      phoneShown: '',
      email,
    })),
    boilerplates: boilerplates.map(({ key, words, url }) => ({
      key,
      headings: pick(words, 'heading'),
      bodies: pick(words, 'body'),
      url,
    })),
    glossary: [],
  }
}

function pick<Field extends string>(words: Record<Edition, Record<Field, string>>, field: Field): Words {
  return { 'zh-hant': words['zh-hant'][field], 'zh-hans': words['zh-hans'][field], en: words.en[field] }
}

/** The rows that `site.yaml` makes. */
export function rowsOf(records: SiteRecords, { text, markdown }: WordConversion, nowMs: number) {
  const updatedAtMs = nowMs
  return {
    topics: records.topics.map(({ key, names, descriptions }, position) => {
      const name = complete(names, text)
      const description = complete(descriptions, text)
      return {
        key,
        position,
        nameZhHant: name['zh-hant'],
        nameZhHans: name['zh-hans'],
        nameEn: name.en,
        descriptionZhHant: description['zh-hant'],
        descriptionZhHans: description['zh-hans'],
        descriptionEn: description.en,
        updatedAtMs,
      }
    }),
    contacts: records.contacts.map(({ key, organisations, names, roles, phone, email }) => {
      const [organisation, name, role] = [complete(organisations, text), complete(names, text), complete(roles, text)]
      const words = byEdition((edition) => ({
        organisation: organisation[edition],
        name: name[edition],
        role: role[edition],
      }))
      return { key, phone, email, updatedAtMs, words }
    }),
    boilerplates: records.boilerplates.map(({ key, headings, bodies, url }) => {
      const [heading, body] = [complete(headings, text), complete(bodies, markdown)]
      return {
        key,
        url,
        updatedAtMs,
        words: byEdition((edition) => ({ heading: heading[edition], body: body[edition] })),
      }
    }),
  }
}

function complete(words: Words, convert: (text: string) => string): Record<Edition, string> {
  return { 'zh-hant': words['zh-hant'], 'zh-hans': words['zh-hans'] ?? convert(words['zh-hant']), en: words.en }
}

function byEdition<T>(make: (edition: Edition) => T): Record<Edition, T> {
  return { 'zh-hant': make('zh-hant'), 'zh-hans': make('zh-hans'), en: make('en') }
}
