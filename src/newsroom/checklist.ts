/** Is an article ready? One row for each edition, each entry with the field where it is put right. */
import type { CheckedEdition } from '../article/checked-edition.ts'
import type { ArticleContent } from '../article/content.ts'
import { checkEdition, compareEditions } from '../article/content-checks.ts'
import { arisenFindings } from '../article/derived-findings.ts'
import type { Finding } from '../article/finding.ts'
import { type ListeningOutline, listeningOutline } from '../article/listening-outline.ts'
import { parseSlug } from '../article/slug.ts'
import type { WorkingCopy } from '../db/working-copy.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import type { Derivation } from './derive.ts'

export const CHECKS = ['text', 'summary', 'alt', 'conversion', 'checks', 'slug', 'time'] as const
export type Check = (typeof CHECKS)[number]

export type CheckDetail =
  | 'no-title'
  | 'no-body'
  | 'body-problem'
  | 'no-text'
  | 'no-summary'
  | 'alt-missing'
  | 'not-checked'
  | 'checked-older'
  | 'findings'
  | 'slug-invalid'
  | 'slug-taken'
  | 'date-invalid'
  | 'no-event-time'
  | 'no-venue'

export interface CheckEntry {
  level: 'ok' | 'warn' | 'block' | 'none'
  detail?: CheckDetail
  /** Name of the control of the article form where it is put right. */
  field?: string
  /** The edition from which the status comes, where it is not this one's own. */
  asIn?: Edition
}

export interface ChecklistRow {
  edition: Edition
  /** There is text, so that the edition can be published at all. */
  exists: boolean
  entries: Record<Check, CheckEntry>
  /** In a derived edition those that the conversion brought about. */
  findings: readonly Finding[]
  /** The source edition whose findings stand in this derived one as well. */
  repeats: Edition | null
  outline: ListeningOutline | null
}

const OK: CheckEntry = { level: 'ok' }

interface ChecklistOptions {
  copy: WorkingCopy
  derivation: Derivation
  /** The editions that can be rendered (`renderedEditions`). */
  checked: readonly CheckedEdition[]
  slugTaken: boolean
}

/** The rows of the checklist, in the order of the editions. */
export function checklist(options: ChecklistOptions): readonly ChecklistRow[] {
  const { checked } = options
  const english = checked.find(({ edition }) => edition === 'en')
  const source = checked.find(({ edition }) => edition === options.copy.content.sourceEdition)
  const compared = english && source ? compareEditions(source, english) : []
  const ofSource = source ? { checked: source, findings: checkEdition(source) } : undefined
  return EDITION_KEYS.map((edition) => {
    const own = checked.find((one) => one.edition === edition)
    const shared = { ...options, own, isSourceSound: source !== undefined }
    if (!own) return rowOf(edition, { ...shared, all: [], arisen: [] })
    const ofItself = own === source && ofSource ? ofSource.findings : checkEdition(own)
    const all = [...ofItself, ...compared.filter((finding) => finding.edition === edition)]
    const isDerived = edition !== 'en' && own !== source
    const arisen =
      isDerived && ofSource ? arisenFindings({ checked: own, findings: all }, ofSource, options.derivation.text) : all
    return rowOf(edition, { ...shared, all, arisen })
  })
}

/** Does anything stand against publishing these editions? */
export function isBlocked(rows: readonly ChecklistRow[], editions: readonly Edition[]): boolean {
  return rows.some(
    ({ edition, entries }) =>
      editions.includes(edition) && Object.values(entries).some(({ level }) => level === 'block'),
  )
}

interface RowOptions extends ChecklistOptions {
  own: CheckedEdition | undefined
  /** Everything that is so about the edition, which decides whether it can be published. */
  all: readonly Finding[]
  /** Those of them that are not the source edition's. */
  arisen: readonly Finding[]
  /** Can the body of the source edition be published? */
  isSourceSound: boolean
}

const isAboutAlt = ({ rule }: Finding) => rule === 'photo-alt-missing'
const isAboutRest = (finding: Finding) => !isAboutAlt(finding)

function rowOf(edition: Edition, options: RowOptions): ChecklistRow {
  const { copy, own, all, arisen, isSourceSound } = options
  const { sourceEdition: source, written } = copy.content
  const isDerived = edition !== 'en' && edition !== source
  const side = edition === 'en' ? 'en' : 'zh'
  const words = written[isDerived ? source : edition]
  const exists = Boolean(words && (words.title || words.body))
  const outline = own ? listeningOutline(own.rendered, { title: own.content.title, edition }) : null
  const row = { edition, exists, findings: arisen, repeats: all.length > arisen.length ? source : null, outline }
  const nothing: CheckEntry = { level: 'none' }
  if (!exists) {
    const text: CheckEntry = { level: 'none', detail: 'no-text', field: `${side}.title` }
    const rest = { summary: nothing, alt: nothing, checks: nothing, conversion: nothing, slug: nothing, time: nothing }
    return { ...row, entries: { text, ...rest } }
  }
  /** What is wrong with the words of the source is wrong in the derived edition as well, and is put right there. */
  const inherited = (entry: CheckEntry): CheckEntry =>
    isDerived && entry.level !== 'ok' ? { ...entry, asIn: source } : entry
  const found = (detail: CheckDetail, concerns: (finding: Finding) => boolean): CheckEntry => {
    const entry = levelOf(all.filter(concerns), detail, `${side}.body`)
    return arisen.some(concerns) ? entry : inherited(entry)
  }
  const text = textEntry(side, words, own)
  return {
    ...row,
    entries: {
      text: text.detail === 'body-problem' && isSourceSound ? text : inherited(text),
      summary: inherited(words?.summary ? OK : { level: 'warn', detail: 'no-summary', field: `${side}.summary` }),
      alt: found('alt-missing', isAboutAlt),
      conversion: isDerived ? conversionEntry(copy) : nothing,
      checks: found('findings', isAboutRest),
      slug: slugEntry(options),
      time: timeEntry(copy.content, { side, venue: words?.venue, inherited }),
    },
  }
}

function textEntry(
  side: 'zh' | 'en',
  words: { title: string; body: string } | undefined,
  own: CheckedEdition | undefined,
): CheckEntry {
  if (!words?.title) return { level: 'block', detail: 'no-title', field: `${side}.title` }
  if (!words.body.trim()) return { level: 'block', detail: 'no-body', field: `${side}.body` }
  return own ? OK : { level: 'block', detail: 'body-problem', field: `${side}.body` }
}

function levelOf(findings: readonly Finding[], detail: CheckDetail, field: string): CheckEntry {
  if (findings.length === 0) return OK
  return { level: findings.some(({ severity }) => severity === 'blocks') ? 'block' : 'warn', detail, field }
}

function conversionEntry({ checked, version }: WorkingCopy): CheckEntry {
  if (checked?.version === version) return OK
  return { level: 'warn', detail: checked ? 'checked-older' : 'not-checked' }
}

function slugEntry({ copy, slugTaken }: ChecklistOptions): CheckEntry {
  if (!parseSlug(copy.content.slug)) return { level: 'block', detail: 'slug-invalid', field: 'slug' }
  return slugTaken ? { level: 'block', detail: 'slug-taken', field: 'slug' } : OK
}

interface TimeOptions {
  side: 'zh' | 'en'
  venue: string | undefined
  inherited: (entry: CheckEntry) => CheckEntry
}

/** Without a date the dateline has the day of publication. Whoever is invited must know when and where. */
function timeEntry({ datelineDate, kind, invitation }: ArticleContent, options: TimeOptions): CheckEntry {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(datelineDate) && !Number.isNaN(Date.parse(`${datelineDate}T00:00:00Z`))
  if (datelineDate !== '' && !isDate) return { level: 'block', detail: 'date-invalid', field: 'datelineDate' }
  if (kind !== 'media-invitation') return OK
  if (!invitation?.startsAt) return { level: 'warn', detail: 'no-event-time', field: 'invitation.startsAt' }
  const { side, venue, inherited } = options
  return venue ? OK : inherited({ level: 'warn', detail: 'no-venue', field: `${side}.venue` })
}
