/**
 * Surnames whose Simplified character stands for other words too: 范 is 范 in a name and 範 in 範圍, 余 is 余 or 餘, 于 is
 * 于 or 於, 钟 is 鍾 or 鐘. A dictionary cannot list people, so the surroundings decide: a title, an office, a verb of
 * saying, a list of names, or a name that the text has already shown to be one.
 */
import { type Before, type Behind, evidenceBefore, evidenceBehind, isTitleAt } from './name-evidence.ts'

/** Simplified surname → its Traditional form. Only those whose form in other words is a different one. */
export const SURNAMES: Readonly<Record<string, string>> = {
  范: '范',
  余: '余',
  于: '于',
  钟: '鍾',
  涂: '涂',
  游: '游',
  郁: '郁',
  朴: '朴',
}

/** These are also among the most frequent words or ends of words: they need more evidence than a title behind them. */
const FREQUENT = '于钟游'

/** Where a surname's neighbour is one of these, it is not a given name. */
const NOT_GIVEN =
  '的了在是有和与及或等中上下内外前后今昨明本该此这那个年月日时会所其各每某零一二三四五六七八九十百千万亿两几数至到由从向对被把将已未不没无也都就才只更最很再又便如何为者并而且但因以之第'
/** Places and times that follow 于 as often as a name. */
const AFTER_PREPOSITION =
  /^(?:北京|上海|香港|澳门|台北|台湾|广州|深圳|广东|东京|日本|美国|英国|法国|德国|欧洲|亚洲|中国|内地|本地|海外|网上|周[一二三四五六日末]|星期|早上|晚上|凌晨|清晨|傍晚|稍早|近日|近期|去年|翌日|同日|早前|事后|任内|立法|行政|社交|记者|官方|去|春|夏|秋|冬|现)/

/** Decides surnames in one text. Calls must come in the order of the text: names once recognised are remembered. */
export function surnameReader(text: string): (index: number) => string | undefined {
  const seen = new Set<string>()
  return (index) => {
    const surname = text.charAt(index)
    const form = SURNAMES[surname]
    if (form === undefined) return undefined
    for (let length = 3; length >= 2; length--) {
      if (seen.has(text.slice(index, index + length))) return form
    }
    const { name, isCertain } = nameAt(text, index)
    if (isCertain && name.length > 1) seen.add(name)
    return name === '' ? undefined : form
  }
}

interface Name {
  /** The whole name, the bare surname, or '' if there is no name. */
  name: string
  /** Whether the same characters are a name wherever they stand. */
  isCertain: boolean
}

function nameAt(text: string, index: number): Name {
  const surname = text.charAt(index)
  const frequent = FREQUENT.includes(surname)
  const before = evidenceBefore(text, index)
  const isNamedSo = text.charAt(index - 1) === '姓'
  if (isNamedSo || (!(frequent && before === 'none') && isTitleAt(text, index + 1)))
    return { name: surname, isCertain: false }
  for (const length of [2, 1]) {
    const given = text.slice(index + 1, index + 1 + length)
    if (!isGiven(given, length)) continue
    if (surname === '于' && AFTER_PREPOSITION.test(text.slice(index + 1, index + 4))) continue
    const behind = evidenceBehind(text, index + 1 + length)
    if (isEnough(before, behind, frequent)) {
      return { name: surname + given, isCertain: behind === 'title' || before === 'office' }
    }
  }
  return { name: '', isCertain: false }
}

function isEnough(before: Before, behind: Behind, frequent: boolean): boolean {
  if (before === 'none') return behind === 'title' && !frequent
  if (before === 'office') return frequent ? behind !== 'none' : true
  if (before === 'list') return behind !== 'none'
  return behind === 'title' || (behind === 'saying' && !frequent) || (behind === 'list' && !frequent)
}

function isGiven(given: string, length: number): boolean {
  if (given.length !== length) return false
  for (const character of given) if (NOT_GIVEN.includes(character) || !/\p{Script=Han}/u.test(character)) return false
  return true
}
