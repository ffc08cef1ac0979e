/**
 * Surnames whose Simplified character stands for other words too: 范 is 范 in a name and 範 in 範圍, 余 is 余 or 餘, 于 is
 * 于 or 於, 钟 is 鍾 or 鐘. A dictionary cannot list people, so the surroundings decide: a title, an office, a verb of
 * saying, a list of names, or a name that the text has already shown to be one.
 */

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

const TITLES =
  '先生 女士 小姐 太太 夫人 教授 博士 医生 律师 大律师 法官 议员 局长 副局长 司长 署长 处长 主席 副主席 主任 总监 总裁 经理 总经理 校长 院长 部长 区长 市长 省长 县长 书记 会长 ' +
  '社长 秘书长 行长 警司 督察 警长 探员 老师 导师 导演 教练 师傅 老板 爵士 院士 牧师 神父 太 生 氏 某 姓 男 女 父 母 妻'
const OFFICES =
  '局长 司长 署长 处长 厅长 科长 主席 主任 总监 总裁 总经理 经理 行政长官 特首 议员 委员 校长 院长 部长 市长 省长 书记 会长 社长 秘书长 理事长 行长 董事 董事长 发言人 秘书 律师 医生 ' +
  '教授 博士 学者 专家 研究员 分析师 策略师 记者 主持 主播 主持人 编辑 作家 作者 诗人 导演 演员 艺人 歌手 歌星 影星 影帝 影后 童星 模特儿 球员 队长 队员 门将 后卫 中场 前锋 射手 教练 领队 选手 ' +
  '运动员 健将 车手 骑师 练马师 冠军 警司 督察 警长 法官 裁判官 大律师 被告 疑犯 死者 事主 伤者 男子 女子 丈夫 妻子 父亲 母亲 儿子 女儿 友人 网民 居民 市民 学生 同学 先生 女士 创办人 负责人 ' +
  '召集人 总干事 干事 代表 顾问 司机 船长 机师 大使 总领事 外长 总理 副总理 副主席 副局长 助理 成员 老板 股东 会员 名厨 厨师 设计师 画家 音乐人 作曲家 填词人 监制 制片 老师'
const SAYING =
  '表示 说 称 指 指出 认为 强调 透露 坦言 补充 回应 直言 续指 续说 续称 解释 批评 质疑 呼吁 相信 预计 预料 估计 形容 介绍 承认 否认 警告 建议 希望 期望 出席 主持 获 被 曾 昨 今 亦 也 则 又 ' +
  '是 在 因 与 和 及 及其 率领 宣布 宣誓 接受 担任 出任 当选 带领 领导 饰演 主演 凭 夺 胜 败 于'
/** Where a surname's neighbour is one of these, it is not a given name. */
const NOT_GIVEN =
  '的了在是有和与及或等中上下内外前后今昨明本该此这那个年月日时会所其各每某零一二三四五六七八九十百千万亿两几数至到由从向对被把将已未不没无也都就才只更最很再又便如何为者并而且但因以之第'
/** Places and times that follow 于 as often as a name. */
const AFTER_PREPOSITION =
  /^(?:北京|上海|香港|澳门|台北|台湾|广州|深圳|广东|东京|日本|美国|英国|法国|德国|欧洲|亚洲|中国|内地|本地|海外|网上|周[一二三四五六日末]|星期|早上|晚上|凌晨|清晨|傍晚|稍早|近日|近期|去年|翌日|同日|早前|事后|任内|立法|行政|社交|记者|官方|去|春|夏|秋|冬|现)/

const words = (list: string): string[] => list.split(' ').sort((a, b) => b.length - a.length)
const titles = words(TITLES)
const offices = words(OFFICES)
const saying = words(SAYING)
const OFFICE_UNITS_MAX = 4

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
  if (!(frequent && before === 'none') && startsWithOne(text, index + 1, titles))
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

type Before = 'office' | 'list' | 'edge' | 'none'
type Behind = 'title' | 'saying' | 'list' | 'edge' | 'none'

function isEnough(before: Before, behind: Behind, frequent: boolean): boolean {
  if (before === 'none') return behind === 'title' && !frequent
  if (before === 'office') return frequent ? behind !== 'none' : true
  if (before === 'list') return behind !== 'none'
  return behind === 'title' || (behind === 'saying' && !frequent) || (behind === 'list' && !frequent)
}

function evidenceBefore(text: string, index: number): Before {
  const unit = text.charAt(index - 1)
  if (unit === '、') return 'list'
  if (unit === '' || /[\s，。：；！？「」『』“”‘’（）()《》〈〉…—,.:;!?︰\-／/]/u.test(unit)) return 'edge'
  if (/[和与及跟对]/u.test(unit)) return 'edge'
  for (let length = OFFICE_UNITS_MAX; length >= 2; length--) {
    if (index >= length && offices.includes(text.slice(index - length, index))) return 'office'
  }
  return 'none'
}

function evidenceBehind(text: string, index: number): Behind {
  if (startsWithOne(text, index, titles)) return 'title'
  const unit = text.charAt(index)
  if (unit === '、' || unit === '等' || unit === '（' || unit === '(') return 'list'
  if (startsWithOne(text, index, saying)) return 'saying'
  return unit === '' || /[\s，。：；！？」』”’）)》…,.:;!?]/u.test(unit) ? 'edge' : 'none'
}

function startsWithOne(text: string, index: number, list: readonly string[]): boolean {
  return list.some((word) => text.startsWith(word, index))
}

function isGiven(given: string, length: number): boolean {
  if (given.length !== length) return false
  for (const character of given) if (!/\p{Script=Han}/u.test(character) || NOT_GIVEN.includes(character)) return false
  return true
}
