import type { ArticleContent, EditionContent } from '../article/content.ts'
import type { Choices } from '../db/working-copy.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import type { Option } from '../ui/field.tsx'
import { LISTS } from './article-form.ts'
import { choiceOptions } from './choice-options.ts'

/** One part of an article that can be compared with the same part of another revision. */
export interface ContentPart {
  /** The edition whose words it holds, if they are of one. */
  edition: Edition | null
  label: string
  text: string
}

/** The name of a part, with that of its edition as the form has it. */
export function partLabel({ edition, label }: Pick<ContentPart, 'edition' | 'label'>, language: Edition): string {
  const { editions, inEdition } = adminMessagesFor(language).form
  return edition ? inEdition(label, editions[edition]) : label
}

/** Everything of an article as labelled plain texts, in the order of the form. */
export function contentParts(content: ArticleContent, choices: Choices, language: Edition): readonly ContentPart[] {
  const { article, form } = adminMessagesFor(language)
  const basics: ContentPart[] = [
    { edition: null, label: article.kind, text: messagesFor(language).kinds[content.kind] },
    { edition: null, label: article.slug, text: content.slug },
    { edition: null, label: article.datelineDate, text: content.datelineDate },
    { edition: null, label: article.sourceEdition, text: form.editions[content.sourceEdition] },
  ]
  const words = EDITION_KEYS.flatMap((edition) => {
    const written = content.written[edition]
    return written ? wordParts(edition, written, language) : []
  })
  const options = choiceOptions(choices, language)
  const lists = LISTS.map((list) => ({
    edition: null,
    label: article.lists[list],
    text: content[list].map((key) => namedEntry(key, options[list])).join('\n'),
  }))
  const extras = [
    { edition: null, label: article.leadPhoto, text: content.leadPhoto ?? '' },
    { edition: null, label: article.invitation, text: Object.values(content.invitation ?? {}).join('\n') },
  ]
  const overrides = content.overrides.map(({ from, to, note }) => [from, to, note].join(' → ')).join('\n')
  return [...basics, ...words, ...lists, ...extras, { edition: null, label: article.overrides, text: overrides }]
}

/** Names may be alike, and an entry may have been deleted since: the key is always there. */
function namedEntry(key: string, options: readonly Option[]): string {
  const name = options.find(({ value }) => value === key)?.label
  return name ? `${name} (${key})` : key
}

function wordParts(edition: Edition, words: EditionContent, language: Edition): ContentPart[] {
  const { article } = adminMessagesFor(language)
  const lines = (['title', 'subtitle', 'label', 'summary', 'place', 'venue', 'body'] as const).map((name) => ({
    edition,
    label: article.words[name],
    text: words[name] ?? '',
  }))
  const groups = (['downloads', 'facts', 'related'] as const).map((group) => ({
    edition,
    label: article.groups[group],
    text: words[group].map((row) => Object.values(row).join('\n')).join('\n\n'),
  }))
  return [...lines, ...groups]
}

export interface ComparedPart {
  edition: Edition | null
  label: string
  before: string
  after: string
}

/** The parts that differ. */
export function comparedParts(before: readonly ContentPart[], after: readonly ContentPart[]): readonly ComparedPart[] {
  const byName = (parts: readonly ContentPart[]) =>
    new Map(parts.map((part) => [`${part.edition} ${part.label}`, part]))
  const old = byName(before)
  const now = byName(after)
  const keys = [...new Set([...now.keys(), ...old.keys()])]
  return keys.flatMap((key) => {
    const part = now.get(key) ?? old.get(key)
    const texts = { before: old.get(key)?.text ?? '', after: now.get(key)?.text ?? '' }
    return part && texts.before !== texts.after ? [{ edition: part.edition, label: part.label, ...texts }] : []
  })
}

/** Characters of both sides that one page compares; those of one edition however many they are. */
const TOGETHER_MAX = 40_000

/**
 * What one page shows of the parts that differ: all of them, or, where that is too much to read and to wait for, those of
 * one edition (the first if the one that was asked for does not differ) with those that belong to no edition.
 */
export function partsTogether(differing: readonly ComparedPart[], asked: Edition | undefined) {
  const editions = EDITION_KEYS.filter((edition) => differing.some((part) => part.edition === edition))
  const characters = differing.reduce((sum, { before, after }) => sum + before.length + after.length, 0)
  if (editions.length < 2 || characters <= TOGETHER_MAX) return { parts: differing, editions, edition: null }
  const edition = editions.find((one) => one === asked) ?? editions[0] ?? null
  return { parts: differing.filter((part) => part.edition === null || part.edition === edition), editions, edition }
}
