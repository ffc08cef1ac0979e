/** What the engine needs to know in order to doubt: which characters, what else they may be, and which words settle them. */
import { IN_NAMES_TO_HANS, IN_NAMES_TO_HANT, RISKY_TO_HANS, RISKY_TO_HANT } from '../../convert/doubt.ts'
import type { Target } from './flatten.ts'
import type { Dictionary, OpenccSource } from './opencc-source.ts'

export function riskyOf(to: Target): string {
  return to === 'zh-hans' ? RISKY_TO_HANS : RISKY_TO_HANT
}

export function inNamesOf(to: Target): string {
  return to === 'zh-hans' ? IN_NAMES_TO_HANS : IN_NAMES_TO_HANT
}

/** What a character may become besides what phrases make of it: everything that the other direction turns into it. */
export function candidatesOf(source: OpenccSource, to: Target): Map<string, string[]> {
  const back = to === 'zh-hans' ? source.stCharacters : source.tsCharacters
  const candidates = new Map<string, string[]>()
  for (const [from, result] of back) candidates.set(result, [...(candidates.get(result) ?? []), from])
  if (to === 'zh-hans') return new Map([...EXTRA_CANDIDATES_TO_HANS].map(([from, result]) => [from, [result]]))
  return candidates
}

/** What these become is a question of the word, which no dictionary of single characters says. */
const EXTRA_CANDIDATES_TO_HANS = new Map([
  ['著', '着'],
  ['藉', '借'],
  ['覆', '复'],
  ['甚', '什'],
  ['妳', '你'],
  ['牠', '它'],
  ['祂', '他'],
  ['夥', '夥'],
  ['沈', '沉'],
  ['劃', '画'],
  ['︰', '：'],
  ['﹑', '、'],
  ['﹔', '；'],
  ['﹕', '：'],
])

/** Words in the script that is converted from: OpenCC's phrases, or their results for the way to Simplified. */
export function knownWords(
  source: OpenccSource,
  to: Target,
  phrases: Dictionary,
  newsroom: Dictionary,
): Map<string, string> {
  const words = new Map([...phrases, ...newsroom])
  if (to === 'zh-hant') return words
  for (const [simplified, traditional] of source.stPhrases)
    if (!words.has(traditional)) words.set(traditional, simplified)
  return words
}
