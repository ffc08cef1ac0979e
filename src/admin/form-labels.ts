/** What the controls of the article form are called. Pure. */
import type { ArticleContent } from '../article/content.ts'
import type { Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { SIDES, sideEdition } from './article-form.ts'

export interface ControlName {
  label: string
  /** The group in which the control stands, where its label alone would be found on the page several times. */
  context?: string
}

/** The parts of the form, in its order: contents and problems are sorted by them. */
export const FORM_SECTIONS = ['basics', 'zh', 'en', 'belongings', 'extras'] as const
export type FormSection = (typeof FORM_SECTIONS)[number]

/**
 * The name of a control, or of a repeated group (`en.downloads`) or one of its rows (`en.downloads.0`): no two are
 * alike, and each says which edition it is about.
 */
export function controlName(
  field: string,
  { sourceEdition }: Pick<ArticleContent, 'sourceEdition'>,
  language: Edition,
): ControlName {
  const { article, form } = adminMessagesFor(language)
  const [head = '', ...path] = field.split('.')
  const side = SIDES.find((key) => key === head)
  if (head === 'invitation') return { label: wordOf(article.invitationParts, path[0]), context: article.invitation }
  if (!side) return { label: wordOf({ ...article, ...article.lists }, head) }
  const [group = '', row, part] = path
  const called = (words: string) => form.inEdition(words, form.editions[sideEdition(side, { sourceEdition })])
  if (group === 'quote') {
    const title = called(article.quote.title)
    return row === undefined ? { label: title } : { label: wordOf(article.quote, row), context: title }
  }
  if (row === undefined) return { label: called(wordOf({ ...article.words, ...article.groups, ...article }, group)) }
  const rowName = called(`${wordOf(article.groupItems, group)} ${Number(row) + 1}`)
  return part === undefined ? { label: rowName } : { label: wordOf(article.parts, part), context: rowName }
}

/** Every table of messages has more than names of controls in it; what is no word stands for itself. */
function wordOf(table: object, key = ''): string {
  const word: unknown = Object.entries(table).find(([name]) => name === key)?.[1]
  return typeof word === 'string' ? word : key
}

/** Where on the form a control stands. */
export function sectionOf(field: string): FormSection {
  const [head = ''] = field.split('.')
  if (head === 'zh' || head === 'en') return head
  if (['topics', 'contacts', 'boilerplates'].includes(head)) return 'belongings'
  return ['leadPhoto', 'invitation'].includes(head) ? 'extras' : 'basics'
}

/** Id of the heading of a section, which contents link to. */
export function sectionId(section: FormSection): string {
  return `section-${section}`
}

export function sectionTitle(section: FormSection, language: Edition): string {
  const { article } = adminMessagesFor(language)
  return { ...article, zh: article.sideZh, en: article.sideEn }[section]
}
