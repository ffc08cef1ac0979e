/**
 * What around a person's name shows that it is one: a title, an office, a verb of saying, a list of names. Everything here
 * reads Simplified text.
 */

const TITLES =
  '先生 女士 小姐 太太 夫人 教授 博士 医生 律师 大律师 法官 议员 局长 副局长 司长 署长 处长 主席 副主席 主任 总监 总裁 经理 总经理 校长 院长 部长 区长 市长 省长 县长 书记 会长 ' +
  '社长 秘书长 行长 警司 督察 警长 探员 老师 导师 导演 教练 师傅 老板 爵士 院士 牧师 神父 太 生 氏 某 姓 男 女 父 母 妻'
const OFFICES =
  '局长 司长 署长 处长 厅长 科长 主席 主任 总监 总裁 总经理 经理 行政长官 特首 议员 委员 校长 院长 部长 市长 省长 书记 会长 社长 秘书长 理事长 行长 董事 董事长 发言人 秘书 律师 医生 ' +
  '教授 博士 学者 专家 研究员 分析师 策略师 记者 主持 主播 主持人 编辑 作家 作者 诗人 导演 演员 艺人 歌手 歌星 影星 影帝 影后 童星 模特儿 球员 队长 队员 门将 后卫 中场 前锋 射手 教练 领队 选手 ' +
  '运动员 健将 车手 骑师 练马师 冠军 警司 督察 警长 法官 裁判官 大律师 被告 疑犯 死者 事主 伤者 男子 女子 丈夫 妻子 父亲 母亲 儿子 女儿 友人 网民 居民 市民 学生 同学 先生 女士 创办人 负责人 ' +
  '工程师 建筑师 会计师 科学家 教师 护士 队医 队友 对手 新人 新秀 主管 校监 牧师 召集人 总干事 干事 代表 顾问 司机 船长 机师 大使 总领事 外长 总理 副总理 副主席 副局长 助理 成员 老板 股东 会员 名厨 厨师 设计师 画家 音乐人 作曲家 填词人 监制 制片 老师'
const SAYING =
  '表示 说 称 指 指出 认为 强调 透露 坦言 补充 回应 直言 续指 续说 续称 解释 批评 质疑 呼吁 相信 预计 预料 估计 形容 介绍 承认 否认 警告 建议 希望 期望 出席 主持 获 被 曾 昨 今 亦 也 则 又 ' +
  '是 在 因 与 和 及 及其 率领 宣布 宣誓 接受 担任 出任 当选 带领 领导 饰演 主演 凭 夺 胜 败 于'

const titles = byFirstUnit(TITLES)
const offices = new Set(OFFICES.split(' '))
const officeEnds = new Set(OFFICES.match(/\S(?= |$)/gu))
/** Where a sentence, a clause or a quotation begins; then what joins two people. */
const EDGES = new Set('，。：；！？「」『』“”‘’（）()《》〈〉…—,.:;!?︰-／/和与及跟对')
const saying = byFirstUnit(SAYING)
const OFFICE_UNITS_MAX = 4

export type Before = 'office' | 'list' | 'edge' | 'none'
export type Behind = 'title' | 'saying' | 'list' | 'edge' | 'none'

/** What stands before a name that begins at `index`. */
export function evidenceBefore(text: string, index: number): Before {
  const unit = text.charAt(index - 1)
  if (unit === '、') return 'list'
  if (unit === '' || EDGES.has(unit) || unit.trim() === '') return 'edge'
  if (!officeEnds.has(unit)) return 'none'
  for (let length = OFFICE_UNITS_MAX; length >= 2; length--) {
    if (index >= length && offices.has(text.slice(index - length, index))) return 'office'
  }
  return 'none'
}

/** What stands behind a name that ends at `index`. */
export function evidenceBehind(text: string, index: number): Behind {
  if (startsWithOne(text, index, titles)) return 'title'
  const unit = text.charAt(index)
  if (unit === '、' || unit === '等' || unit === '（' || unit === '(') return 'list'
  if (startsWithOne(text, index, saying)) return 'saying'
  return unit === '' || /[\s，。：；！？」』”’）)》…,.:;!?]/u.test(unit) ? 'edge' : 'none'
}

/** Whether a title begins at `index`. */
export function isTitleAt(text: string, index: number): boolean {
  return startsWithOne(text, index, titles)
}

type Words = ReadonlyMap<string, readonly string[]>

function byFirstUnit(list: string): Words {
  return Map.groupBy(list.split(' '), (word) => word.charAt(0))
}

function startsWithOne(text: string, index: number, words: Words): boolean {
  return words.get(text.charAt(index))?.some((word) => text.startsWith(word, index)) ?? false
}
