/** What an entry of the glossary does to its own words and to a sentence, beside what conversion does without it. */
import { type GlossaryEntry, termOf } from '../convert/glossary.ts'
import { CHINESE_EDITIONS, type ChineseEdition, otherChinese } from '../edition/editions.ts'
import type { SiteConversion } from './site-derivation.ts'

export interface TriedText {
  /** The edition into which it is converted. */
  edition: ChineseEdition
  text: string
  without: string
  result: string
}

export interface Trial {
  /** The words of the entry alone, once for each direction in which it decides. */
  words: readonly TriedText[]
  /** The sentence, in each of these directions in which it has the words. */
  sentences: readonly TriedText[]
}

/** Tries an entry that need not be stored; `id` is that of its stored form, 0 for a new one. */
export function tryEntry(
  site: SiteConversion,
  { id, entry, sentence }: { id: number; entry: GlossaryEntry; sentence: string },
): Trial {
  const others = site.entries.filter((row) => row.id !== id)
  const attempt = (edition: ChineseEdition, text: string): TriedText => {
    // What cannot be in the text cannot decide about it: a whole glossary need not be compiled for a sentence.
    const present = others.filter((row) => text.includes(termOf(row, edition)?.from ?? '\n'))
    const convert = (entries: readonly GlossaryEntry[]) =>
      site
        .withGlossary(entries)
        .derivation({ sourceEdition: otherChinese(edition), overrides: [] })
        .text(text)
    return { edition, text, without: convert(present), result: convert([entry, ...present]) }
  }
  const terms = CHINESE_EDITIONS.toReversed().flatMap((edition) => {
    const term = termOf(entry, edition)
    return term ? [{ edition, ...term }] : []
  })
  const has = terms.filter(({ from }) => sentence.includes(from))
  return {
    words: terms.map(({ edition, from }) => attempt(edition, from)),
    sentences: has.map(({ edition }) => attempt(edition, sentence)),
  }
}
