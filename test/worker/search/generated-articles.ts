/** Articles made of the words and sentences of the demonstration, for measurements: the same for the same seed. */

import corrections from '../../../src/cli/demonstration/corrections-policy/zh-hant.md?raw'
import release from '../../../src/cli/demonstration/cyberport-welcomes-innovation-and-technology-blueprint/zh-hant.md?raw'
import embargoes from '../../../src/cli/demonstration/how-embargoes-work/zh-hant.md?raw'
import conversion from '../../../src/cli/demonstration/how-simplified-chinese-is-made/zh-hant.md?raw'
import readers from '../../../src/cli/demonstration/screen-readers-and-keyboards/zh-hant.md?raw'
import searching from '../../../src/cli/demonstration/searching-in-either-script/zh-hant.md?raw'
import slow from '../../../src/cli/demonstration/slow-connections/zh-hant.md?raw'

export interface GeneratedArticle {
  title: string
  summary: string
  body: string
}

/** Words of press releases that the demonstration does not have, so that articles differ. */
const NAMES =
  `區塊鏈 網絡安全 人工智能 智慧城市 金融科技 電子競技 大灣區 河套 深圳 廣州 澳門 九龍 新界 屯門 沙田 觀塘 將軍澳 元朗
  裏面 裡面 著名 看著 台灣 臺北 頭髮 發展 後來 皇后 乾淨 幹部 干涉 面粉 麵包 隻字 只要 鐘錶 鍾情 遊覽 游泳 佈置 公布 週年 周末 證券 
  滑鼠 軟體 程式 資料庫 半導體 量子 機械人 無人駕駛 碳中和 可再生能源 生物醫藥 基因 疫苗 醫院管理局 房屋協會 教育局 勞工處 海關
  黃大仙 陳先生 李小姐 張博士 何教授 歐陽 司徒 上官 創業投資 天使基金 路演 黑客松 實習 獎學金 論壇 峰會 展覽 典禮 備忘錄 合作夥伴`
    .split(/\s+/)
    .filter((word) => word !== '')

/** A linear congruential generator (Numerical Recipes): enough for texts, equal everywhere. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const SENTENCES = [release, searching, conversion, embargoes, slow, readers, corrections]
  .join('\n')
  .split(/[。！？\n]+/u)
  .map((sentence) => sentence.trim())
  .filter(
    (sentence) => /^[\p{Script=Han}\p{P}\p{N}A-Za-z\s]{8,120}$/u.test(sentence) && /\p{Script=Han}{4}/u.test(sentence),
  )

/** Some articles; each has a few sentences of the release and sentences with names put into them. */
export function generateArticles(count: number, seed: number): GeneratedArticle[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)]
    if (item === undefined) throw new Error('pick: the list is empty')
    return item
  }
  const sentence = () => {
    const base = pick(SENTENCES)
    const at = Math.floor(random() * base.length)
    return random() < 0.6 ? `${base.slice(0, at)}${pick(NAMES)}${base.slice(at)}` : base
  }
  return Array.from({ length: count }, (_, index) => ({
    title: `${pick(NAMES)}${pick(['公布', '推出', '歡迎', '舉辦'])}${pick(NAMES)}${index % 7 === 0 ? '計劃' : ''}`,
    summary: sentence().slice(0, 60),
    body: Array.from({ length: 3 + Math.floor(random() * 5) }, () => `${sentence()}。${sentence()}。`).join('\n\n'),
  }))
}
