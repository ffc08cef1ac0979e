/**
 * What an editor should look at. A doubt is worth showing only if it is often justified: characters that a word settled,
 * or whose default is nearly always right, are not doubted.
 */
import { isDefaultDoubtful } from './doubt-contexts.ts'
import { FROM_NEWSROOM, IN_NAMES, type Lexicon, simplifiedUnits } from './lexicon.ts'
import { phraseAt, phraseResult, type ScanContext } from './scan.ts'
import { suspectedNameAt } from './suspected-names.ts'
import type { Decision, Doubtful } from './trace.ts'

/** One-to-many characters whose default is often wrong when no word decides, Hong Kong to Mainland. */
export const RISKY_TO_HANS = '著藉覆甚妳牠祂乾瞭徵夥沈劃麽钜︰﹑﹔﹕'
/** The same, Mainland to Hong Kong, with the characters where OpenCC's and the press's code points differ. */
export const RISKY_TO_HANT =
  '干只并后里征复范余钟系面松谷斗云卷姜郁朴涂游向采历杯伙尽借咸吁占几丑御致舍须胡准制冲志划托注欲症凶升扎签周回了汇表岳岩' +
  '说税脱群峰床启阅锐悦兑温户麸秋佣咨'
/** Where the pack's default decides, what follows may still call for the other form: 将两区并为一区 is 併為. */
const REOPENED: Readonly<Record<string, string>> = { 并: '为成到进归作给', 著: '《〈有者书書述录錄' }
/** Characters that even OpenCC's words of two characters often get wrong for Hong Kong. */
const RISKY_IN_PHRASES = '并复回尽周了征杯伙只准范余后干里表历'
/** Characters that have several forms in names of people and places. Each must have other results in the table. */
export const IN_NAMES_TO_HANS = '昇陞鍾鉅乾徵於氾甦祕釐著'
/** The same, Mainland to Hong Kong. */
export const IN_NAMES_TO_HANT = '云丰杰升咏涌峰钟宁鉴璇浚昆恒岩干征范郁朴余于后里复适准汇采仑勋修游松彩柏韵艳'
/** In names these are doubted only where no word decides: they are too frequent in words. */
const WEAK_IN_NAMES = '干征范余于后里复适准采游松於乾著'
/** As a surname this has one form. */
const SURE_SURNAMES = '鍾'
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
  if (rule === 'surname') return undefined
  return (
    doubtAboutName(context, text, index, decision) ??
    (rule === 'character'
      ? doubtAboutCharacter(lexicon, text, index)
      : decision.isNewsroom
        ? undefined
        : doubtAboutPhrase(lexicon, text, index, end, decision))
  )
}

/** Units around a character that show whether it stands in a name: an office before it, a title behind. */
const NAME_CONTEXT_UNITS = 12

function doubtAboutName(
  { lexicon, to }: ScanContext,
  text: string,
  index: number,
  decision: Decision,
): Doubtful | undefined {
  for (let at = index; at < index + decision.units; at++) {
    if (((lexicon.units[text.charCodeAt(at)] ?? 0) & IN_NAMES) === 0) continue
    if (decision.rule !== 'character' && WEAK_IN_NAMES.includes(text.charAt(at))) continue
    const start = Math.max(0, at - NAME_CONTEXT_UNITS)
    const around = text.slice(start, at + NAME_CONTEXT_UNITS)
    const name = suspectedNameAt(to === 'zh-hans' ? simplifiedUnits(lexicon, around) : around, at - start)
    if (!name || (name.isSurname && SURE_SURNAMES.includes(text.charAt(at)))) continue
    if (name.kind === 'place' && decision.rule !== 'character') continue
    const result = decision.layer === 'unchanged' ? text.slice(index, index + decision.units) : decision.to
    const others = (lexicon.traceData().alternatives.get(text.charAt(at)) ?? []).filter(
      (form) => form !== result.charAt(at - index),
    )
    const candidates = others.map((form) => result.slice(0, at - index) + form + result.slice(at - index + 1))
    const stretch = { start: start + name.start, end: start + name.end }
    return { doubt: 'name', candidates: [result, ...candidates], stretch }
  }
  return undefined
}

function doubtAboutCharacter(lexicon: Lexicon, text: string, index: number): Doubtful | undefined {
  const character = text.charAt(index)
  const { risky, newsroomCharacters, alternatives } = lexicon.traceData()
  const isReopened = isReopenedAt(text, index)
  if (!risky.has(character) || (newsroomCharacters.has(character) && !isReopened)) return undefined
  const candidates = alternatives.get(character)
  if (!candidates) return undefined
  if (!isReopened && (isSettled(lexicon, text, index) || !isDefaultDoubtful(text, index))) return undefined
  return { doubt: 'default', candidates }
}

/** At the beginning of a clause it joins what was said before: ，并为 is 並為. */
function isReopenedAt(text: string, index: number): boolean {
  const behind = REOPENED[text.charAt(index)]
  return behind !== undefined && behind.includes(text.charAt(index + 1) || ' ') && isHan(text.charAt(index - 1))
}

function isHan(character: string): boolean {
  return /^\p{Script=Han}$/u.test(character)
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
