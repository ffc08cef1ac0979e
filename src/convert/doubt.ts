/**
 * What an editor should look at. A doubt is worth showing only if it is often justified: characters that a word settled,
 * or whose default is nearly always right, are not doubted.
 */
import { FROM_NEWSROOM, type Lexicon } from './lexicon.ts'
import { phraseAt, phraseResult, type ScanContext } from './scan.ts'
import type { Decision, Doubtful } from './trace.ts'

/** One-to-many characters whose default is often wrong when no word decides, Hong Kong to Mainland. */
export const RISKY_TO_HANS = '著藉覆甚妳牠祂乾瞭徵夥沈劃麽钜︰﹑﹔﹕'
/** The same, Mainland to Hong Kong, with the characters where OpenCC's and the press's code points differ. */
export const RISKY_TO_HANT =
  '干只并后里征复范余钟系面松谷斗云卷姜郁朴涂游向采历杯伙尽借咸吁占几丑御致舍须胡准制冲志划托注欲症凶升扎签周回了汇表岳岩' +
  '说税脱群峰床启阅锐悦兑温户卫麸秋佣咨'
/** Characters that even OpenCC's words of two characters often get wrong for Hong Kong. */
const RISKY_IN_PHRASES = '并复回尽周了征杯伙只准范余后干里表历'
/** Ideographs from here on are missing from the fonts of many phones (赤鱲角 becomes U+2B6AD). */
const RARE_FONT_FROM = 0x20000

/** Whether an editor should look at this decision, and what else it could be. */
export function doubtAbout(
  context: ScanContext,
  text: string,
  index: number,
  end: number,
  decision: Decision,
): Doubtful | undefined {
  const { lexicon } = context
  const { to, units, layer, rule } = decision
  if (layer === 'vocabulary' || layer === 'punctuation') return undefined
  if (layer !== 'unchanged' && hasRareResult(to))
    return { doubt: 'font', candidates: [to, text.slice(index, index + units)] }
  if (rule === 'character') return doubtAboutCharacter(lexicon, text, index)
  if (rule === 'surname' || layer === 'newsroom') return undefined
  return doubtAboutPhrase(lexicon, text, index, end, decision)
}

function doubtAboutCharacter(lexicon: Lexicon, text: string, index: number): Doubtful | undefined {
  const character = text.charAt(index)
  const { risky, newsroomCharacters, alternatives } = lexicon.traceData()
  if (!risky.has(character) || newsroomCharacters.has(character)) return undefined
  const candidates = alternatives.get(character)
  if (!candidates || isSettled(lexicon, text, index)) return undefined
  return { doubt: 'default', candidates }
}

/** Whether the neighbour makes a known word with the character in which it has its default result. */
function isSettled(lexicon: Lexicon, text: string, index: number): boolean {
  const settled = lexicon.traceData().settled.get(text.charAt(index))
  if (!settled) return false
  const before = text.charAt(index - 1)
  const after = text.charAt(index + 1)
  return (before !== '' && settled.before.includes(before)) || (after !== '' && settled.after.includes(after))
}

function doubtAboutPhrase(
  lexicon: Lexicon,
  text: string,
  index: number,
  end: number,
  { units, to, layer }: Decision,
): Doubtful | undefined {
  const from = text.slice(index, index + units)
  const result = layer === 'unchanged' ? from : to
  for (let at = index + 1; at < index + units; at++) {
    const found = phraseAt(lexicon, text, at, end)
    const behind = at + (found & 31)
    if (found === 0 || behind <= index + units) continue
    if (((lexicon.layerAt[found >> 5] ?? 0) & FROM_NEWSROOM) === 0) continue
    const other = phraseResult(lexicon, found >> 5)
    const shared = index + units - at
    if (result.slice(-shared) === other.slice(0, shared)) continue
    return { doubt: 'overlap', candidates: [result, result.slice(0, -shared) + other.slice(0, shared)] }
  }
  if (units !== 2) return undefined
  const { risky, alternatives } = lexicon.traceData()
  for (const character of from) {
    if (!RISKY_IN_PHRASES.includes(character) || !risky.has(character)) continue
    const [first] = alternatives.get(character) ?? []
    if (first === undefined || result.includes(first)) continue
    return { doubt: 'default', candidates: [result, from.replace(character, first)] }
  }
  return undefined
}

function hasRareResult(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(index) ?? 0) >= RARE_FONT_FROM) return true
  }
  return false
}
