/** Checks on the words themselves: layout spaces, unmarked languages, telephone numbers. */
import { isChinese } from '../edition/editions.ts'
import { inlineText } from './body-tree.ts'
import { allInlineTexts } from './body-walk.ts'
import type { CheckedEdition } from './checked-edition.ts'
import { excerpt, type Finding } from './finding.ts'
import { searchableText } from './inline-html.ts'
import { latinPassages } from './language-marks.ts'
import { findPhoneNumbers } from './phone-numbers.ts'
import { isHongKongNumber, readPhone } from './phone-plan.ts'

export function checkTexts(checked: CheckedEdition): Finding[] {
  const texts = textsOf(checked)
  return [
    ...texts.flatMap((text) => layoutSpaces(checked, text)),
    ...texts.filter(({ field }) => field === 'body').flatMap((text) => unmarkedLanguages(checked, text)),
    ...texts.flatMap((text) => invalidPhones(checked, text)),
    ...phoneLinks(checked),
  ]
}

interface TextToCheck {
  field: string
  text: string
  /** Passages that an editor marked are replaced by U+FFFC. */
  unmarked: string
  isHeading: boolean
  position?: number
}

const PLAIN_FIELDS = ['label', 'title', 'subtitle', 'summary', 'place'] as const

function textsOf({ content, tree }: CheckedEdition): TextToCheck[] {
  const plain = (field: string, text: string): TextToCheck => ({
    field,
    text,
    unmarked: text,
    isHeading: /title$|label$/.test(field),
  })
  return [
    ...PLAIN_FIELDS.map((field) => plain(field, content[field])),
    ...allInlineTexts(tree.blocks).map(({ nodes, at, isHeading }) => ({
      field: 'body',
      text: inlineText(nodes),
      unmarked: searchableText(nodes),
      isHeading,
      position: at,
    })),
    ...content.facts.flatMap(({ term, detail }, index) => [
      plain(`facts.${index}.term`, term),
      plain(`facts.${index}.detail`, detail),
    ]),
    ...content.downloads.map(({ caption }, index) => plain(`downloads.${index}.caption`, caption)),
  ]
}

function finding(
  checked: CheckedEdition,
  source: TextToCheck,
  rule: Finding['rule'],
  words: string,
  params: Finding['params'] = {},
): Finding {
  const inSource =
    source.field === 'body' ? checked.content.body.indexOf(words, source.position ?? 0) : source.text.indexOf(words)
  const position = inSource === -1 ? source.position : inSource
  const place = position === undefined ? {} : { position }
  return {
    rule,
    severity: 'warns',
    edition: checked.edition,
    field: source.field,
    excerpt: excerpt(words),
    ...place,
    params,
  }
}

/** Several spaces between Han, or single Han set apart (電　話, 陳 大 文). One space between clauses of a headline is usage. */
const WIDE_GAP = /\p{Script=Han}(?:[ \u00a0]{2,}|[ \u3000]*\u3000[ \u3000]+)\p{Script=Han}/u
const LONE_HAN =
  /(?<![\p{Script=Han}\p{L}\p{N}] ?)\p{Script=Han}(?:[ \u00a0\u3000]\p{Script=Han})+(?![\p{Script=Han}])/u
const WIDE_SPACE = /\p{Script=Han}\u3000\p{Script=Han}/u

/** P R E S S. Initials have a full stop or a name behind them. */
const LONE_CAPITALS = /(?<![\p{L}\p{N}][ \u00a0]?)[A-Z](?:[ \u00a0][A-Z]){3,}(?![\p{L}\p{N}])/u

/** A space behind what may be Han, or capitals set apart: none of them is without one. */
const MAYBE_LAYOUT = /[\u2e80-\uffff][ \u00a0\u3000]|[A-Z][ \u00a0][A-Z][ \u00a0][A-Z][ \u00a0][A-Z]/

function layoutSpaces(checked: CheckedEdition, source: TextToCheck): Finding[] {
  if (!MAYBE_LAYOUT.test(source.text)) return []
  const match =
    LONE_CAPITALS.exec(source.text) ??
    WIDE_GAP.exec(source.text) ??
    LONE_HAN.exec(source.text) ??
    (source.isHeading ? null : WIDE_SPACE.exec(source.text))
  return match ? [finding(checked, source, 'layout-spaces', match[0])] : []
}

/** Scripts of neither language of the site: a voice for Chinese or English is silent there, or spells. */
const OTHER_SCRIPT =
  /[\p{Script=Hiragana}\p{Script=Katakana}ー]{8,}|(?:[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Greek}\p{M}]{2,}[ ,.]*){2,12}/gu

/** Anything but Latin, Han and the punctuation of both, which is all that most texts have. */
const MAYBE_OTHER_SCRIPT = /[^\u0000-\u02ff\u2000-\u206f\u3000-\u3029\u3400-\u9fff\uff01-\uff65]/

/** Shorter passages are mostly names (Café de Coral), which need no mark (WCAG 3.1.2). */
const unmarkedWordsMin = 5

/** Long passages that are not marked by themselves, because their language is a guess. */
function unmarkedLanguages(checked: CheckedEdition, source: TextToCheck): Finding[] {
  const latin = isChinese(checked.edition)
    ? latinPassages(source.unmarked).filter(({ english, words }) => !english && words >= unmarkedWordsMin)
    : []
  const found = [
    ...latin.map(({ span }) => source.unmarked.slice(span.start, span.end)),
    ...otherScripts(source.unmarked),
  ]
  return found.map((words) => finding(checked, source, 'language-unmarked', words.trim()))
}

function otherScripts(text: string): readonly string[] {
  return MAYBE_OTHER_SCRIPT.test(text) ? (text.match(OTHER_SCRIPT) ?? []) : []
}

function invalidPhones(checked: CheckedEdition, source: TextToCheck): Finding[] {
  return findPhoneNumbers(source.text)
    .filter(({ valid }) => !valid)
    .map(({ text }) => finding(checked, source, 'phone-invalid', text, { number: text }))
}

/** A `tel:` link must be dialled from anywhere, and dial what it shows. */
function phoneLinks(checked: CheckedEdition): Finding[] {
  return checked.rendered.links.flatMap(({ kind, url, text, at }): Finding[] => {
    if (kind !== 'phone') return []
    const number = url.slice('tel:'.length)
    const found = (rule: 'phone-invalid' | 'phone-mismatch'): Finding[] => [
      {
        rule,
        severity: 'warns',
        edition: checked.edition,
        field: 'body',
        excerpt: excerpt(text),
        position: at,
        params: { number },
      },
    ]
    const dialled = readPhone(number)
    if (!dialled.valid || (!number.startsWith('+') && !isHongKongNumber(number))) return found('phone-invalid')
    const shown = text.replace(/\D/g, '')
    return shown.length >= 8 && !dialled.key.endsWith(shown.slice(-8)) ? found('phone-mismatch') : []
  })
}
