/**
 * The article form as data: what its controls are called, and what a filled form means. Whatever was typed is kept, right
 * or wrong; what is wrong is named beside it. Pure.
 */
import { type BodyProblem, findBodyProblem } from '../article/body-limits.ts'
import { clean } from '../article/clean-text.ts'
import { ARTICLE_KINDS, type ArticleContent, type EditionContent, type Invitation } from '../article/content.ts'
import { hongKongMs } from '../article/invitation.ts'
import { safeUrl } from '../article/safe-url.ts'
import { parseSlug } from '../article/slug.ts'
import type { ChineseEdition } from '../edition/editions.ts'

/** The two texts that editors write. `zh` is the source edition, whichever script that is. */
export const SIDES = ['zh', 'en'] as const
export type Side = (typeof SIDES)[number]

/** Rows of one group; more belong into the body as a table or list. */
export const ROWS_MAX = 40

/** Decisions about the conversion of one article; the desk asks for fewer at once. */
export const OVERRIDES_MAX = 400
/** One line of text, and a paragraph of it, in UTF-16 units. */
export const LINE_CHARS_MAX = 300
export const PARAGRAPH_CHARS_MAX = 2000

export const LINES = ['label', 'title', 'subtitle', 'place'] as const

/** Groups whose rows are repeated, and the controls of a row. */
export const GROUPS = {
  downloads: ['label', 'url', 'caption'],
  facts: ['term', 'detail'],
  related: ['label', 'url'],
} as const

export type Group = keyof typeof GROUPS
export const LISTS = ['topics', 'contacts', 'boilerplates'] as const
export type ChosenList = (typeof LISTS)[number]

export type FormProblem =
  | { field: string; rule: 'title-missing' | 'slug-invalid' | 'slug-taken' | 'date-invalid' | 'url-unsafe' }
  | { field: string; rule: 'label-missing' | 'url-missing' | 'time-invalid' | 'end-too-early' | 'email-invalid' }
  | { field: string; rule: 'quote-speaker-missing' | 'quote-words-missing' | 'quote-left' | 'quote-unfit' }
  | { field: string; rule: 'too-long'; max: number }
  | { field: string; rule: 'body'; problem: BodyProblem }

export interface ReadForm {
  content: ArticleContent
  problems: readonly FormProblem[]
  /** The revision that was on the screen; 0 when the form does not say. */
  baseVersion: number
}

/** The edition that the Chinese fields are written in is the source edition; the English fields are English. */
export function sideEdition(side: Side, content: Pick<ArticleContent, 'sourceEdition'>): ChineseEdition | 'en' {
  return side === 'en' ? 'en' : content.sourceEdition
}

export const EMPTY_WORDS: EditionContent = {
  ...{ label: '', title: '', subtitle: '', summary: '', place: '', body: '' },
  ...{ downloads: [], facts: [], related: [] },
}

/** Reads a filled form. */
export function readArticleForm(form: FormData): ReadForm {
  const sourceEdition: ChineseEdition = line(form, 'sourceEdition') === 'zh-hans' ? 'zh-hans' : 'zh-hant'
  const zh = readWords(form, 'zh')
  const en = readWords(form, 'en')
  const content: ArticleContent = {
    kind: ARTICLE_KINDS.find((kind) => kind === line(form, 'kind')) ?? 'press-release',
    slug: line(form, 'slug'),
    topics: readKeys(form, 'topics'),
    contacts: readKeys(form, 'contacts'),
    boilerplates: readKeys(form, 'boilerplates'),
    datelineDate: line(form, 'datelineDate'),
    sourceEdition,
    written: { ...(hasWords(zh) ? { [sourceEdition]: zh } : {}), ...(hasWords(en) ? { en } : {}) },
    overrides: rows(form, 'overrides', ['from', 'to', 'note'], OVERRIDES_MAX).filter(({ from }) => from !== ''),
    ...readExtras(form),
  }
  const baseVersion = Number(line(form, 'version'))
  return {
    content,
    problems: contentProblems(content),
    baseVersion: Number.isSafeInteger(baseVersion) ? baseVersion : 0,
  }
}

/** What most articles do not have. Absent rather than empty, so that an article without it stays as it was. */
function readExtras(form: FormData): Pick<ArticleContent, 'leadPhoto' | 'invitation'> {
  const leadPhoto = line(form, 'leadPhoto')
  const invitation: Invitation = {
    startsAt: line(form, 'invitation.startsAt'),
    endsAt: line(form, 'invitation.endsAt'),
    replyTo: line(form, 'invitation.replyTo'),
    replyBy: line(form, 'invitation.replyBy'),
  }
  const isInvited = Object.values(invitation).some((value) => value !== '')
  return { ...(leadPhoto === '' ? {} : { leadPhoto }), ...(isInvited ? { invitation } : {}) }
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? clean(value) : ''
}

function line(form: FormData, name: string): string {
  return text(form, name)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

function readKeys(form: FormData, name: string): readonly string[] {
  const keys = form
    .getAll(name)
    .filter((key): key is string => typeof key === 'string' && /^[a-z0-9-]{1,60}$/.test(key))
  return [...new Set(keys)].slice(0, ROWS_MAX)
}

function readWords(form: FormData, side: Side): EditionContent {
  const venue = line(form, `${side}.venue`)
  return {
    ...(venue === '' ? {} : { venue }),
    label: line(form, `${side}.label`),
    title: line(form, `${side}.title`),
    subtitle: line(form, `${side}.subtitle`),
    summary: line(form, `${side}.summary`),
    place: line(form, `${side}.place`),
    body: text(form, `${side}.body`),
    downloads: rows(form, `${side}.downloads`, GROUPS.downloads),
    facts: rows(form, `${side}.facts`, GROUPS.facts),
    related: rows(form, `${side}.related`, GROUPS.related),
  }
}

/** The rows of a group in which anything was typed. */
function rows<Name extends string>(
  form: FormData,
  group: string,
  names: readonly Name[],
  max = ROWS_MAX,
): Record<Name, string>[] {
  const found: Record<Name, string>[] = []
  for (let index = 0; index < max; index++) {
    const pairs = names.map((name) => [name, line(form, `${group}.${index}.${name}`)] as const)
    // The names are those of the type; every one of them is in `pairs`.
    if (pairs.some(([, value]) => value !== '')) found.push(Object.fromEntries(pairs) as Record<Name, string>)
  }
  return found
}

function hasWords(words: EditionContent): boolean {
  return Object.values(words).some((value) => value.length > 0)
}

/** What has to be mended before this can be saved by hand, in the order of the form. */
export function contentProblems(content: ArticleContent): FormProblem[] {
  const { slug, datelineDate, written } = content
  const problems: FormProblem[] = []
  if (!Object.values(written).some((words) => words.title !== ''))
    problems.push({ field: 'zh.title', rule: 'title-missing' })
  if (!parseSlug(slug)) problems.push({ field: 'slug', rule: 'slug-invalid' })
  if (datelineDate !== '' && !isDate(datelineDate)) problems.push({ field: 'datelineDate', rule: 'date-invalid' })
  problems.push(...invitationProblems(content.invitation))
  for (const side of SIDES) {
    const words = written[sideEdition(side, content)]
    if (words) problems.push(...wordProblems(side, words))
  }
  return problems
}

function invitationProblems(invitation: Invitation | null | undefined): FormProblem[] {
  if (!invitation) return []
  const problems: FormProblem[] = []
  for (const name of ['startsAt', 'endsAt', 'replyBy'] as const) {
    if (invitation[name] === '' ? name === 'startsAt' : hongKongMs(invitation[name]) === null)
      problems.push({ field: `invitation.${name}`, rule: 'time-invalid' })
  }
  const [startsAtMs, endsAtMs] = [hongKongMs(invitation.startsAt), hongKongMs(invitation.endsAt)]
  if (startsAtMs !== null && endsAtMs !== null && endsAtMs <= startsAtMs)
    problems.push({ field: 'invitation.endsAt', rule: 'end-too-early' })
  if (invitation.replyTo !== '' && !isEmail(invitation.replyTo))
    problems.push({ field: 'invitation.replyTo', rule: 'email-invalid' })
  return problems
}

/** The form that browsers accept in `<input type=email>`, with a dot in the host. */
export function isEmail(raw: string): boolean {
  return raw.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(raw)
}

function isDate(raw: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(`${raw}T00:00:00Z`))
}

function wordProblems(side: Side, words: EditionContent): FormProblem[] {
  const problems: FormProblem[] = []
  for (const name of [...LINES, 'summary'] as const) {
    const max = name === 'summary' ? PARAGRAPH_CHARS_MAX : LINE_CHARS_MAX
    if (words[name].length > max) problems.push({ field: `${side}.${name}`, rule: 'too-long', max })
  }
  const problem = findBodyProblem(words.body)
  if (problem) problems.push({ field: `${side}.body`, rule: 'body', problem })
  for (const group of ['downloads', 'related'] as const) {
    words[group].forEach(({ label, url }, index) => {
      const at = `${side}.${group}.${index}`
      if (label === '') problems.push({ field: `${at}.label`, rule: 'label-missing' })
      if (url === '') problems.push({ field: `${at}.url`, rule: 'url-missing' })
      else if (safeUrl(url) === undefined) problems.push({ field: `${at}.url`, rule: 'url-unsafe' })
    })
  }
  return problems
}
