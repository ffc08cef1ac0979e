/**
 * Names of people and places that no dictionary lists. In a name a character has the form that its owner gives it: 陈志云 is
 * 陳志雲 or 陳志云, and no rule knows. So names are only suspected here, and an editor is asked. Reads Simplified text.
 */
import { type Before, type Behind, evidenceBefore, evidenceBehind, isTitleAt } from './name-evidence.ts'

/** The surnames of nine in ten people in Hong Kong and on the Mainland. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁房滕屈饶解牟艾尤简卓岑冼招关麦区邝甄练翦劳郁朴于应池敖巫车连卜祁欧莘'
/** Two characters, so that hardly anything else is meant. */
const DOUBLE_SURNAMES = ['欧阳', '司徒', '上官', '诸葛', '司马', '东方', '皇甫', '公孙', '慕容', '令狐', '端木']
/** These are words, or ends of words, as often as names. */
const FREQUENT =
  '于钟游方高白成文安金石马万华江池温田何关车应任连单解管路房解易章武史左包尚季宁牛龙毛康童梅路苗盛曲兰段简车解尤余周程严顾招卓练管左区'
/** A given name does not begin with these. */
const NOT_FIRST =
  '的了在是有和与及或等上下内外前后昨本该此这那个年月日时会所其各每某零一二三四五六七八九十百千亿两几数至到由从向对被把将已未不没无也都就才只更最很再又便如何为者并而且但因以之第先女太局署处主总经校部市'
/** Nor does it go on with these. */
const NOT_SECOND =
  '的了在是有和与及或等这那个至到由从向对被把将已未不没无也都就才只更最很再又便如何为者并而且但因以之第'

/** A name follows these without an office: 包括李国丰、…, 由许采莹夺得, 得奖者吴升. */
const INTRODUCES = /(?:包括|邀请|邀得|任命|委任|会见|感谢|祝贺|欢迎|联同|连同|伙拍|名叫|[者员师由])$/u

export interface SuspectedName {
  kind: 'person' | 'place'
  /** The character would be the surname. */
  isSurname: boolean
  start: number
  end: number
}

/** The name to which the character at `index` perhaps belongs. */
export function suspectedNameAt(text: string, index: number): SuspectedName | undefined {
  for (let start = Math.max(0, index - NAME_UNITS_MAX + 1); start <= index; start++) {
    const end = personEnd(text, start)
    if (end > index) return { kind: 'person', isSurname: index === start, start, end }
  }
  return placeAt(text, index)
}

/** A double surname and a given name of two. */
export const NAME_UNITS_MAX = 4

/** The end of the person's name that perhaps begins at `start`; `start` when none does. */
function personEnd(text: string, start: number): number {
  const units = DOUBLE_SURNAMES.includes(text.slice(start, start + 2))
    ? 2
    : SURNAMES.includes(text.charAt(start))
      ? 1
      : 0
  if (units === 0 || start === text.length) return start
  const isFrequent = units === 1 && FREQUENT.includes(text.charAt(start))
  const before = whatIsBefore(text, start)
  for (const length of [2, 1]) {
    const end = start + units + length
    if (!isGiven(text.slice(start + units, end), length)) continue
    if (isEnough(before, evidenceBehind(text, end), { isFrequent, length })) return end
  }
  return units === 1 && !isFrequent && isTitleAt(text, start + 1) ? start + 1 : start
}

function whatIsBefore(text: string, start: number): Before {
  const before = evidenceBefore(text, start)
  return before === 'none' && INTRODUCES.test(text.slice(Math.max(0, start - 2), start)) ? 'edge' : before
}

function isGiven(given: string, length: number): boolean {
  if (given.length !== length || !/^\p{Script=Han}+$/u.test(given)) return false
  return !NOT_FIRST.includes(given.charAt(0)) && (length === 1 || !NOT_SECOND.includes(given.charAt(1)))
}

function isEnough(
  before: Before,
  behind: Behind,
  { isFrequent, length }: { isFrequent: boolean; length: number },
): boolean {
  switch (before) {
    case 'office':
      return !isFrequent || behind !== 'none'
    case 'list':
      return behind === 'title' || behind === 'list' || (behind !== 'none' && !isFrequent)
    case 'edge':
      return (
        behind === 'title' ||
        (!isFrequent && (behind === 'saying' || behind === 'list' || (behind === 'edge' && length === 2)))
      )
    case 'none':
      return behind === 'title' && !isFrequent && length === 2
  }
}

/** What stands before the name of a place that is on no list: a larger place, a preposition, or nothing. */
const BEFORE_PLACE = /(?:^|[省市县区州镇乡村岛在于至往到自由从向赴抵驻、，。：；（「“\s])$/u
/** What names of places end in. Streets only where an address goes on, for 路 and 道 end many other words. */
const PLACE_END = /^(?:[县镇乡村邨街巷坊洲屿湾岭]|[路道](?=[\d一二三四五六七八九十号及与和、，。）交沿]))/
const PLACE_UNITS_MAX = 3

function placeAt(text: string, index: number): SuspectedName | undefined {
  for (let start = Math.max(0, index - PLACE_UNITS_MAX + 1); start <= index; start++) {
    if (!BEFORE_PLACE.test(text.slice(Math.max(0, start - 1), start))) continue
    for (let end = index + 1; end <= start + PLACE_UNITS_MAX; end++) {
      if (!PLACE_END.test(text.slice(end, end + 2)) || !/^\p{Script=Han}+$/u.test(text.slice(start, end))) continue
      return { kind: 'place', isSurname: false, start, end: end + 1 }
    }
  }
  return undefined
}
