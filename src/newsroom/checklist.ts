/** Is an article ready? One row for each edition, each entry with the field where it is put right. */
import { parseBody, renderBody } from '../article/body.ts'
import type { CheckedEdition } from '../article/checked-edition.ts'
import { checkEdition, compareEditions } from '../article/content-checks.ts'
import type { Finding } from '../article/finding.ts'
import { type ListeningOutline, listeningOutline } from '../article/listening-outline.ts'
import { parseSlug } from '../article/slug.ts'
import type { WorkingCopy } from '../db/working-copy.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import type { Derivation } from './derive.ts'
import { wordsOf } from './publish.ts'
import { type PhotoChoice, shownPhotos } from './shown-photos.ts'

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

export interface CheckEntry {
  level: 'ok' | 'warn' | 'block' | 'none'
  detail?: CheckDetail
  /** Name of the control of the article form where it is put right. */
  field?: string
}

export interface ChecklistRow {
  edition: Edition
  /** There is text, so that the edition can be published at all. */
  exists: boolean
  entries: Record<Check, CheckEntry>
  findings: readonly Finding[]
  outline: ListeningOutline | null
}

interface ChecklistOptions {
  copy: WorkingCopy
  derivation: Derivation
  photos: PhotoChoice['photos']
  slugTaken: boolean
}

/** The rows of the checklist, in the order of the editions. */
export function checklist(options: ChecklistOptions): readonly ChecklistRow[] {
  const checked = EDITION_KEYS.flatMap((edition) => checkedEdition(edition, options) ?? [])
  const english = checked.find(({ edition }) => edition === 'en')
  const source = checked.find(({ edition }) => edition === options.copy.content.sourceEdition)
  const compared = english && source ? compareEditions(source, english) : []
  return EDITION_KEYS.map((edition) => {
    const own = checked.find((one) => one.edition === edition)
    const findings = own ? [...checkEdition(own), ...compared.filter((finding) => finding.edition === edition)] : []
    return rowOf(edition, { ...options, own, findings })
  })
}

/** Does anything stand against publishing these editions? */
export function isBlocked(rows: readonly ChecklistRow[], editions: readonly Edition[]): boolean {
  return rows.some(
    ({ edition, entries }) =>
      editions.includes(edition) && Object.values(entries).some(({ level }) => level === 'block'),
  )
}

function checkedEdition(edition: Edition, { copy, derivation, photos }: ChecklistOptions): CheckedEdition | undefined {
  const { content } = copy
  const words = wordsOf(edition, content, derivation)
  const parsed = words && parseBody(words.body)
  if (!words || !parsed?.ok) return undefined
  const shown = shownPhotos(photos, { edition, source: content.sourceEdition, convert: derivation.text })
  const { tableRegion } = messagesFor(edition).article
  const rendered = renderBody(parsed.tree, {
    edition,
    tableLabel: (number) => `${tableRegion} ${number}`,
    pairedChinese: content.sourceEdition,
    photos: shown,
  })
  return { edition, content: words, tree: parsed.tree, rendered, photos: shown }
}

interface RowOptions extends ChecklistOptions {
  own: CheckedEdition | undefined
  findings: readonly Finding[]
}

function rowOf(edition: Edition, options: RowOptions): ChecklistRow {
  const { copy, own, findings } = options
  const { content } = copy
  const side = edition === 'en' ? 'en' : 'zh'
  const written = content.written[edition === 'en' ? 'en' : content.sourceEdition]
  const exists = Boolean(written && (written.title || written.body))
  const nothing: CheckEntry = { level: 'none' }
  const alts = findings.filter(({ rule }) => rule === 'photo-alt-missing')
  const others = findings.filter(({ rule }) => rule !== 'photo-alt-missing')
  const outline = own ? listeningOutline(own.rendered, { title: own.content.title, edition }) : null
  return {
    ...{ edition, exists, findings, outline },
    entries: {
      text: exists ? textEntry(side, written, own) : { level: 'none', detail: 'no-text', field: `${side}.title` },
      summary: !exists
        ? nothing
        : written?.summary
          ? { level: 'ok' }
          : { level: 'warn', detail: 'no-summary', field: `${side}.summary` },
      alt: exists ? levelOf(alts, 'alt-missing', `${side}.body`) : nothing,
      conversion: exists && edition !== 'en' && edition !== content.sourceEdition ? conversionEntry(copy) : nothing,
      checks: exists ? levelOf(others, 'findings', `${side}.body`) : nothing,
      slug: exists ? slugEntry(options) : nothing,
      time: exists ? timeEntry(content.datelineDate) : nothing,
    },
  }
}

function textEntry(
  side: 'zh' | 'en',
  words: { title: string; body: string } | undefined,
  own: CheckedEdition | undefined,
) {
  if (!words?.title) return { level: 'block', detail: 'no-title', field: `${side}.title` } as const
  if (!words.body.trim()) return { level: 'block', detail: 'no-body', field: `${side}.body` } as const
  if (!own) return { level: 'block', detail: 'body-problem', field: `${side}.body` } as const
  return { level: 'ok' } as const
}

function levelOf(findings: readonly Finding[], detail: CheckDetail, field: string): CheckEntry {
  if (findings.length === 0) return { level: 'ok' }
  return { level: findings.some(({ severity }) => severity === 'blocks') ? 'block' : 'warn', detail, field }
}

function conversionEntry({ checked, version }: WorkingCopy): CheckEntry {
  if (checked?.version === version) return { level: 'ok' }
  return { level: 'warn', detail: checked ? 'checked-older' : 'not-checked' }
}

function slugEntry({ copy, slugTaken }: ChecklistOptions): CheckEntry {
  if (!parseSlug(copy.content.slug)) return { level: 'block', detail: 'slug-invalid', field: 'slug' }
  return slugTaken ? { level: 'block', detail: 'slug-taken', field: 'slug' } : { level: 'ok' }
}

function timeEntry(datelineDate: string): CheckEntry {
  if (datelineDate === '') return { level: 'ok' } // the day of publication, as the form says
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(datelineDate) && !Number.isNaN(Date.parse(`${datelineDate}T00:00:00Z`))
  return isDate ? { level: 'ok' } : { level: 'block', detail: 'date-invalid', field: 'datelineDate' }
}
