/** The optional vocabulary packs: words that the other region says otherwise, e.g. 機械人 and 机器人. */
import type { ChineseEdition } from '../edition/editions.ts'
import { TermIndex } from './terms.ts'

const VOCABULARY_FORMAT = 'causeway-vocabulary/1'
/** A header with a fingerprint of the rest, then the words to Simplified and those to Traditional. */
const LINES = { header: 0, 'zh-hans': 1, 'zh-hant': 2 } as const

export interface Vocabulary {
  terms: TermIndex
  /** Tells one pack from another. */
  fingerprint: string
}

/** The text that `readVocabulary` reads. `fingerprint` stands for the words. */
export function packVocabulary(
  words: Readonly<Record<ChineseEdition, ReadonlyMap<string, string>>>,
  fingerprint: string,
): string {
  const row = (to: ChineseEdition): string => [...words[to]].map(([from, result]) => `${from} ${result}`).join('|')
  return [`${VOCABULARY_FORMAT} ${fingerprint}`, row('zh-hans'), row('zh-hant'), ''].join('\n')
}

/**
 * The words of one direction.
 * @throws if the text is no vocabulary of this format
 */
export function readVocabulary(packed: string, to: ChineseEdition): Vocabulary {
  const lines = packed.split('\n')
  const header = lines[LINES.header] ?? ''
  if (!header.startsWith(`${VOCABULARY_FORMAT} `)) {
    throw new Error('Not a vocabulary of this version: run `npm run build:dictionary`')
  }
  const rows = (lines[LINES[to]] ?? '').split('|').filter((row) => row !== '')
  const terms = rows.map((row) => {
    const [from = '', result = ''] = row.split(' ')
    return { from, to: result, rule: from }
  })
  return { terms: new TermIndex(terms), fingerprint: header }
}
