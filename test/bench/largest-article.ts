/**
 * The largest article that editors may write, as they would write it: 100 KB in each language, no two paragraphs alike,
 * with headings, lists, tables, quotations, links and marks. Its words are those of the demonstration; its numbers are
 * the same in both languages, as those of a translation are.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bodyBytesMax } from '../../src/article/body-limits.ts'

export type Language = 'zh' | 'en'
type Words = Record<Language, string>

/** In all of these `@` is a number that differs from piece to piece. */
const FACTS: readonly Words[] = [
  {
    zh: '數碼港今日宣布，第@期「數碼港創意微型基金」共批出港幣1,0@萬元，支援@間初創企業。',
    en: 'Cyberport announced today that round @ of the Cyberport Creative Micro Fund grants HK$10.@ million to @ start-ups.',
  },
  {
    zh: '自2021年12月12日起，已有@,100名青年參加為期三個月的培訓，當中百分之@來自本地大專院校。',
    en: 'Since 12 December 2021, @,100 young people have taken part in three months of training, @ per cent of them from local universities.',
  },
  {
    zh: '財務報表顯示，該基金會今年的收入較去年上升@%。',
    en: 'The accounts show that the income of the foundation rose by @% from last year.',
  },
  {
    zh: '參加者可於上午九時至下午六時致電3166 @80，或瀏覽網站www.cyberport.hk查詢詳情。',
    en: 'Participants can call 3166 @80 from 9 am to 6 pm, or find the details at www.cyberport.hk.',
  },
  {
    zh: '**主席表示**，人工智能、區塊鏈和網絡保安是重點，詳情見[第@號文件](https://www.cyberport.hk/zh-hant/papers/@)。',
    en: '**The chairman said** that artificial intelligence, blockchain and cybersecurity come first; see [paper @](https://www.cyberport.hk/en/papers/@).',
  },
]

/** What stands between the paragraphs. */
const HEADING: Words = { zh: '## 第@部分：完善創科生態圈', en: '## Part @: a better ecosystem' }
const OTHERS: readonly Words[] = [
  {
    zh: '> **數碼港主席陳細明**表示：\n> 「我們歡迎第@項措施，並會全力配合特區政府施政。」',
    en: '> **Simon Chan**, Chairman of Cyberport, said:\n> “We welcome measure @ and will give it our full support.”',
  },
  {
    zh: '- **培育計劃**：@間企業\n- 青年培訓：1,0@人\n- [第@號申請表格](https://www.cyberport.hk/zh-hant/form/@)（PDF）',
    en: '- **Incubation**: @ companies\n- Training: 1,0@ young people\n- [Application form @](https://www.cyberport.hk/en/form/@) (PDF)',
  },
  {
    zh: '| 年度 | 企業 | 資助額 |\n| --- | ---: | ---: |\n| 2021 | @1 | 港幣@,100萬元 |\n| 2022 | @2 | 港幣@,200萬元 |\n| 2023 | @3 | 港幣@,300萬元 |',
    en: '| Year | Companies | Grants |\n| --- | ---: | ---: |\n| 2021 | @1 | HK$@1 million |\n| 2022 | @2 | HK$@2 million |\n| 2023 | @3 | HK$@3 million |',
  },
  { zh: '### 第@節', en: '### Section @' },
]

const DEMONSTRATION = path.join(import.meta.dirname, '../../src/cli/demonstration')
const FILES: Words = { zh: 'zh-hant.md', en: 'en.md' }
/** A paragraph is full when it is as long; a line of Chinese says in 40 characters what English says in 100. */
const PARAGRAPH_CHARS: Record<Language, number> = { zh: 130, en: 330 }

/** The parts of the demonstration's sentences, without digits and marks. */
function clausesOf(language: Language): readonly string[] {
  const texts = readdirSync(DEMONSTRATION, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) =>
      readFileSync(path.join(DEMONSTRATION, name, FILES[language]), 'utf8').replace(/^---.*?^---/ms, ''),
    )
  return texts
    .flatMap((text) => text.split(language === 'zh' ? /[，。；：？\n]+/ : /[,.;:?\n]+/))
    .map((clause) => clause.trim())
    .filter((clause) => clause.length > 3 && !/[\d*[\]()`<>#|「」『』“”\\_!-]/.test(clause))
}

/** Numbers that look like chance and are the same in every run (a linear congruential generator, Numerical Recipes). */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

function paragraph(language: Language, clauses: readonly string[], roll: (sides: number) => number): string {
  const [comma, stop] = language === 'zh' ? ['，', '。'] : [', ', '. ']
  let text = FACTS[roll(FACTS.length)]?.[language] ?? ''
  if (language === 'en') text += ' '
  for (let number = 1; text.length < PARAGRAPH_CHARS[language]; number++) {
    text += `${clauses[roll(clauses.length)]}${number % 3 === 0 ? stop : comma}`
  }
  return text.replace(/[，,]\s*$/, stop).trim()
}

function piece(number: number, write: (roll: (sides: number) => number) => string, language: Language): string {
  const roll = dice(number * 7919)
  const value = String(11 + roll(88))
  const other = number % 10 === 0 ? HEADING : number % 5 === 2 ? OTHERS[roll(OTHERS.length)] : undefined
  return (other?.[language] ?? write(roll)).replaceAll('@', value)
}

/** As much as a body may have. Every paragraph of one `draft` differs from that of another. */
export function largestBody(language: Language, draft = 1): string {
  const clauses = clausesOf(language)
  const pieces: string[] = []
  let bytes = 0
  for (let number = 1; ; number++) {
    const next = `${piece(draft * 1000 + number, (roll) => paragraph(language, clauses, roll), language)}\n\n`
    bytes += Buffer.byteLength(next)
    if (bytes > bodyBytesMax) return pieces.join('')
    pieces.push(next)
  }
}
