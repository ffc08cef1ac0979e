/** The form of the site's words as data. Pure. */
import { settleWords, shownWords, type TypedWords } from '../article/derived-words.ts'
import type { InEditions } from '../article/record-shape.ts'
import type { SiteSettings } from '../db/settings.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import type { SiteWords } from '../edition/identity.ts'
import { outlivedProblems, type RecordProblem, readTypedWords, wordProblems } from './record-form.ts'

/** A notice is a sentence, the others are lines. */
export const SITE_FIELDS = [
  { name: 'name', type: 'line', required: true },
  { name: 'tagline', type: 'line', required: false },
  { name: 'notice', type: 'paragraph', required: false },
] as const

export type SiteField = (typeof SITE_FIELDS)[number]['name']

export type TypedSite = Record<SiteField, TypedWords>

export interface SettledSite {
  typed: TypedSite
  site: Record<Edition, SiteWords>
  derived: Readonly<Record<string, string>>
  outlived: Partial<Record<string, string>>
  problems: readonly RecordProblem[]
}

export function readSiteForm(form: FormData): TypedSite {
  const read = (name: SiteField) => readTypedWords(form, name, name !== 'notice')
  return { name: read('name'), tagline: read('tagline'), notice: read('notice') }
}

/** The stored words as their form shows them. */
export function formOfSite({ site, derived }: SiteSettings, convert: (text: string) => string): TypedSite {
  const shown = (name: SiteField) => {
    const words = { 'zh-hant': site['zh-hant'][name], 'zh-hans': site['zh-hans'][name], en: site.en[name] }
    return shownWords(words, derived[name] ?? convert(words['zh-hant']))
  }
  return { name: shown('name'), tagline: shown('tagline'), notice: shown('notice') }
}

/** Makes the Simplified words and looks for problems. */
export function settleSite(typed: TypedSite, convert: (text: string) => string): SettledSite {
  const settled = {
    name: settleWords(typed.name, convert),
    tagline: settleWords(typed.tagline, convert),
    notice: settleWords(typed.notice, convert),
  }
  const outlived: Partial<Record<string, string>> = {}
  for (const { name } of SITE_FIELDS) if (settled[name].outlived) outlived[name] = settled[name].outlived
  const { name, tagline, notice } = settled
  const shown = (field: SiteField) => shownWords(settled[field].words, settled[field].made)
  return {
    typed: { name: shown('name'), tagline: shown('tagline'), notice: shown('notice') },
    site: inEditions({ name: name.words, tagline: tagline.words, notice: notice.words }),
    derived: { name: name.made, tagline: tagline.made, notice: notice.made },
    outlived,
    problems: [
      ...SITE_FIELDS.flatMap((field) => wordProblems(field.name, settled[field.name].words, field)),
      ...outlivedProblems(outlived),
    ],
  }
}

function inEditions({ name, tagline, notice }: Record<SiteField, InEditions>): Record<Edition, SiteWords> {
  const of = (edition: Edition) => ({ name: name[edition], tagline: tagline[edition], notice: notice[edition] })
  return { 'zh-hant': of('zh-hant'), 'zh-hans': of('zh-hans'), en: of('en') }
}

/** One word of the site in each edition, of both states that met. */
export function siteParts(theirs: Record<Edition, SiteWords>, mine: TypedSite) {
  return SITE_FIELDS.flatMap(({ name }) =>
    EDITION_KEYS.map((edition) => ({ name, edition, theirs: theirs[edition][name], mine: mine[name][edition] })),
  )
}
