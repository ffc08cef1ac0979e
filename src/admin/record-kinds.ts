import {
  listStoredBoilerplates,
  listStoredContacts,
  listTopics,
  putBoilerplate,
  putContact,
  putTopic,
} from '../db/records.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { isEmail } from './article-form.ts'
import type { RecordKind } from './records.tsx'
import type { RecordField, Typed } from './records-page.tsx'

const POSITION_MAX = 999

/** One field for each edition; the Simplified one may be left to the conversion. */
function inEditions(
  name: string,
  label: string,
  language: Edition,
  more: Pick<RecordField, 'required' | 'multiline'> = {},
): readonly RecordField[] {
  const { records } = adminMessagesFor(language)
  return EDITION_KEYS.map((edition) => ({
    name: `${name}.${edition}`,
    label: records.inEdition(label, EDITIONS[edition].name),
    words: edition,
    ...more,
    ...(edition === 'zh-hans' ? { derivedFrom: `${name}.zh-hant`, required: false } : {}),
  }))
}

function typedIn<Name extends string>(name: Name, words: Record<Edition, string>): Typed {
  return Object.fromEntries(EDITION_KEYS.map((edition) => [`${name}.${edition}`, words[edition]]))
}

function wordsOf(name: string, typed: Typed): Record<Edition, string> {
  const of = (edition: Edition) => typed[`${name}.${edition}`] ?? ''
  return { 'zh-hant': of('zh-hant'), 'zh-hans': of('zh-hans'), en: of('en') }
}

export const TOPICS: RecordKind = {
  action: 'topic-changed',
  title: 'topicsTitle',
  listHref: adminHref.topics,
  recordHref: adminHref.topic,
  fields: (language) => {
    const { records } = adminMessagesFor(language)
    return [
      ...inEditions('name', records.name, language, { required: true }),
      ...inEditions('description', records.description, language),
      { name: 'position', label: records.position, hint: records.positionHint, words: 'en' },
    ]
  },
  list: async (db, language) =>
    (await listTopics(db)).map((row) => {
      const names = { 'zh-hant': row.nameZhHant, 'zh-hans': row.nameZhHans, en: row.nameEn }
      const descriptions = {
        'zh-hant': row.descriptionZhHant,
        'zh-hans': row.descriptionZhHans,
        en: row.descriptionEn,
      }
      const typed = {
        ...typedIn('name', names),
        ...typedIn('description', descriptions),
        position: String(row.position),
      }
      return { key: row.key, version: row.version, label: names[language], typed }
    }),
  problems: ({ position = '' }, language) => {
    const message = adminMessagesFor(language).records.positionInvalid
    return /^\d{0,3}$/.test(position) && Number(position) <= POSITION_MAX ? [] : [{ field: 'position', message }]
  },
  put: (db, typed, baseVersion, entry) =>
    putTopic(
      db,
      {
        key: typed.key ?? '',
        position: Number(typed.position),
        names: wordsOf('name', typed),
        descriptions: wordsOf('description', typed),
      },
      baseVersion,
      entry,
    ),
}

export const CONTACTS: RecordKind = {
  action: 'contact-changed',
  title: 'contactsTitle',
  listHref: adminHref.contacts,
  recordHref: adminHref.contact,
  fields: (language) => {
    const { records } = adminMessagesFor(language)
    return [
      ...inEditions('organisation', records.organisation, language, { required: true }),
      ...inEditions('name', records.person, language),
      ...inEditions('role', records.role, language),
      { name: 'phone', label: records.phone, hint: records.phoneHint, type: 'tel', words: 'en' },
      { name: 'email', label: records.email, type: 'email', words: 'en' },
    ]
  },
  list: async (db, language) =>
    (await listStoredContacts(db)).map(({ key, version, words, phone, email }) => {
      const pick = (name: 'organisation' | 'name' | 'role') =>
        typedIn(name, { 'zh-hant': words['zh-hant'][name], 'zh-hans': words['zh-hans'][name], en: words.en[name] })
      const typed = { ...pick('organisation'), ...pick('name'), ...pick('role'), phone, email }
      const { organisation, name } = words[language]
      return { key, version, label: [organisation, name].filter(Boolean).join(' · '), typed }
    }),
  problems: ({ phone = '', email = '' }, language) => {
    const { records } = adminMessagesFor(language)
    const problems: FieldError[] = []
    if (phone !== '' && !/^\+[1-9]\d{7,16}$/.test(phone))
      problems.push({ field: 'phone', message: records.phoneInvalid })
    if (email !== '' && !isEmail(email)) problems.push({ field: 'email', message: records.emailInvalid })
    return problems
  },
  put: (db, typed, baseVersion, entry) => {
    const organisation = wordsOf('organisation', typed)
    const name = wordsOf('name', typed)
    const role = wordsOf('role', typed)
    const of = (edition: Edition) => ({
      organisation: organisation[edition],
      name: name[edition],
      role: role[edition],
    })
    const words = { 'zh-hant': of('zh-hant'), 'zh-hans': of('zh-hans'), en: of('en') }
    const { key = '', phone = '', email = '' } = typed
    return putContact(db, { key, words, phone, email }, baseVersion, entry)
  },
}

export const BOILERPLATES: RecordKind = {
  action: 'boilerplate-changed',
  title: 'boilerplatesTitle',
  listHref: adminHref.boilerplates,
  recordHref: adminHref.boilerplate,
  fields: (language) => {
    const { records } = adminMessagesFor(language)
    return [
      ...inEditions('heading', records.heading, language, { required: true }),
      ...inEditions('body', records.body, language, { required: true, multiline: true }),
      { name: 'url', label: records.url, type: 'url', words: 'en' },
    ]
  },
  list: async (db, language) =>
    (await listStoredBoilerplates(db)).map(({ key, version, words, url }) => {
      const pick = (name: 'heading' | 'body') =>
        typedIn(name, { 'zh-hant': words['zh-hant'][name], 'zh-hans': words['zh-hans'][name], en: words.en[name] })
      return { key, version, label: words[language].heading, typed: { ...pick('heading'), ...pick('body'), url } }
    }),
  problems: ({ url = '' }, language) => {
    const message = adminMessagesFor(language).records.urlInvalid
    return url === '' || /^https?:\/\/[^\s/]+\.[^\s]+$/.test(url) ? [] : [{ field: 'url', message }]
  },
  put: (db, typed, baseVersion, entry) => {
    const heading = wordsOf('heading', typed)
    const body = wordsOf('body', typed)
    const of = (edition: Edition) => ({ heading: heading[edition], body: body[edition] })
    const words = { 'zh-hant': of('zh-hant'), 'zh-hans': of('zh-hans'), en: of('en') }
    return putBoilerplate(db, { key: typed.key ?? '', words, url: typed.url ?? '' }, baseVersion, entry)
  },
}
