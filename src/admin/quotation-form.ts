/** The quotation that an editor fills in beside a text, and putting it into the text. Pure. */
import { bodyPassages, insertBlock, type Passage } from '../article/body-places.ts'
import { clean } from '../article/clean-text.ts'
import type { ArticleContent } from '../article/content.ts'
import { type Quotation, quoteMarkdown, speakerName } from '../article/quote-markdown.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { EMPTY_WORDS, type FormProblem, SIDES, type Side, sideEdition } from './article-form.ts'
import { readLine } from './record-form.ts'

export interface TypedQuotation extends Quotation {
  /** The place in the text, as `placeValue` writes it; anything else is the end. */
  place: string
}

export type TypedQuotations = Readonly<Record<Side, TypedQuotation>>

const NOTHING: TypedQuotation = { speaker: '', role: '', words: '', place: '' }

export const NO_QUOTATIONS: TypedQuotations = { zh: NOTHING, en: NOTHING }

export function readQuotations(form: FormData): TypedQuotations {
  const read = (side: Side): TypedQuotation => {
    const words = form.get(`${side}.quote.words`)
    return {
      speaker: readLine(form, `${side}.quote.speaker`),
      role: readLine(form, `${side}.quote.role`),
      words: typeof words === 'string' ? clean(words) : '',
      place: readLine(form, `${side}.quote.place`),
    }
  }
  return { zh: read('zh'), en: read('en') }
}

/** Quotations that were filled in and not put into their text: a save would lose them. */
export function leftQuotations(typed: TypedQuotations): readonly FormProblem[] {
  return SIDES.filter((side) => isFilled(typed[side])).map((side) => ({
    field: `${side}.quote.words`,
    rule: 'quote-left',
  }))
}

export function isFilled({ speaker, role, words }: Quotation): boolean {
  return speaker + role + words.trim() !== ''
}

/** A place behind a passage: which one it is, and its words, which find it again after the text has changed. */
export function placeValue({ words }: Passage, index: number): string {
  return `${index + 1} ${words}`
}

export const FIRST_PLACE = '0'

/** Where in the source the place is. */
function endOf(place: string, passages: readonly Passage[]): number {
  if (place === FIRST_PLACE) return 0
  const [, number = '', words = ''] = /^(\d{1,4}) ?(.*)$/.exec(place) ?? []
  const same = words === '' ? undefined : passages.find((passage) => passage.words === words)
  return (same ?? passages[Number(number) - 1] ?? passages.at(-1))?.end ?? 0
}

export type Quoting =
  | { ok: true; content: ArticleContent; quotations: TypedQuotations }
  | { ok: false; problems: readonly FormProblem[] }

/** The article with the quotation of one side in its text, and the fields of that side empty. */
export function withQuotation(content: ArticleContent, typed: TypedQuotations, side: Side): Quoting {
  const quotation = typed[side]
  const at = (part: 'speaker' | 'words' | 'place') => `${side}.quote.${part}`
  const problems: FormProblem[] = []
  if (speakerName(quotation.speaker) === '') problems.push({ field: at('speaker'), rule: 'quote-speaker-missing' })
  if (quotation.words.trim() === '') problems.push({ field: at('words'), rule: 'quote-words-missing' })
  if (problems.length > 0) return { ok: false, problems }
  const edition = sideEdition(side, content)
  const words = content.written[edition] ?? EMPTY_WORDS
  const markdown = quoteMarkdown(quotation, messagesFor(edition).quotation)
  const made = insertBlock(words.body, endOf(quotation.place, bodyPassages(words.body)), markdown)
  if (!made.ok) {
    const problem: FormProblem =
      made.reason === 'limit'
        ? { field: at('words'), rule: 'body', problem: made.problem }
        : { field: at('place'), rule: 'quote-unfit' }
    return { ok: false, problems: [problem] }
  }
  const written = { ...content.written, [edition]: { ...words, body: made.body } }
  return { ok: true, content: { ...content, written }, quotations: { ...typed, [side]: NOTHING } }
}
