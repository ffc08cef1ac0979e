import { describe, expect, it } from 'vitest'
import type { ConvertOptions } from '../../../src/convert/options.ts'
import { converter, TO_HANS, TO_HANT } from './tables.ts'

/** Characters in brackets are to be doubted as part of a name, and no others. */
const TO_TRADITIONAL = [
  '主席陈志[云]表示，公司将继续投资创科。',
  '出席者包括李国[丰]、黄[杰]伦和何美玲。',
  '行政总裁梁家[升]说，项目进展良好。',
  '得奖者：吴[咏]诗（香港大学）',
  '财政司司长陈茂波与董事林国[恒]会面。',
  '创办人张[涌]强及研究员赵国[峰]获邀分享。',
  '教授郑[宁]指出，人工智能改变医疗。',
  '发言人周[鉴]明认为，市场需要时间。',
  '工程师徐[璇]、设计师冯[浚]贤负责此项目。',
  '投资者苏[昆]女士与蔡[恒]先生签署协议。',
  '导演刘伟[恒]凭该片夺奖。',
  '学生代表罗家[干]致谢辞。',
  '委员曾志[范]表示支持。',
  '欧阳国[丰]博士主持讨论。',
  '司徒[杰]教授介绍研究成果。',
  '负责人邓小[里]说，活动反应热烈。',
  '主席叶[复]兴会见传媒。',
  '董事胡[适]安出任委员会主席。',
  '冠军由许[采]莹夺得。',
  '记者谭国[云]报道。',
  '会长薛[丰]，副会长廖[杰]。',
  '球员潘国[峰]射入致胜一球。',
  '歌手莫文[彩]',
  '他是余干县[余]庄村人。',
  '古[丰]村、[云]岭乡',
  // No name, or nothing in it to doubt.
  '主席感谢云端团队的努力。',
  '公司升级系统后，丰富了产品。',
  '他在台上说，杰出青年值得表扬。',
  '浪潮涌现，咏春拳班受欢迎。',
  '会议由于天气关系取消。',
  '李先生说，升幅高于预期。',
  '云计算及人工智能发展迅速。',
  '陈女士升任总监。',
  '张教授指出丰收在望。',
  '负责人表示云服务已恢复。',
  '何文田站、黄大仙及荃湾线受影响。',
  '位于云林县的工厂，对台出口上升。',
  '行政长官李家超及财政司司长陈茂波出席。',
]

const TO_SIMPLIFIED = [
  '主席陳國[昇]表示，公司將繼續投資。',
  '出席者包括何[昇]先生及李志[鉅]。',
  '前部長王[徵]指出，政策須檢討。',
  '創辦人黃[甦]女士獲獎。',
  '教授[於]文傑介紹研究。',
  '董事周[陞]、黎[祕]',
  // 鍾 is 钟 as a surname; 乾坤 is a word.
  '大律師鍾國[昇]說，案件押後。',
  '鍾國強議員表示支持。',
  '得獎者：吳乾坤',
  '鉅額投資、乾淨能源及徵費安排。',
  '委員會昇華討論，氾濫成災。',
  '行政長官李家超及財政司司長陳茂波出席。',
]

function doubtedNames(text: string, options: ConvertOptions): string {
  const marked = [...text]
  for (const { start, from, doubt } of converter.trace(text, options).spans) {
    if (doubt !== 'name') continue
    const inside = [...from].findIndex((_, index) => MARKED.get(text)?.has(start + index))
    const at = start + Math.max(0, inside)
    marked[at] = `[${text.charAt(at)}]`
  }
  return marked.join('')
}

/** By unmarked sentence: where its brackets stood. */
const MARKED = new Map(
  [...TO_TRADITIONAL, ...TO_SIMPLIFIED].map((sentence) => {
    const places = new Set([...sentence.matchAll(/\[/g)].map((match, index) => match.index - 2 * index))
    return [unmarked(sentence), places]
  }),
)

function unmarked(sentence: string): string {
  return sentence.replace(/[[\]]/g, '')
}

describe('suspected names', () => {
  it.each(TO_TRADITIONAL)('to Traditional: %s', (sentence) => {
    expect(doubtedNames(unmarked(sentence), TO_HANT)).toBe(sentence)
  })

  it.each(TO_SIMPLIFIED)('to Simplified: %s', (sentence) => {
    expect(doubtedNames(unmarked(sentence), TO_HANS)).toBe(sentence)
  })

  it('offer the forms that the character can have, the result first', () => {
    const { spans } = converter.trace('主席陈志云表示', TO_HANT)
    expect(spans.find(({ doubt }) => doubt === 'name')).toMatchObject({ from: '云', candidates: ['雲', '云'] })
  })

  it('are not doubted where contacts or the glossary name them', () => {
    const { spans } = converter.trace('主席陈志云表示', { ...TO_HANT, names: ['陈志云'] })
    expect(spans.filter(({ confidence }) => confidence === 'low')).toEqual([])
  })
})

describe('defaults that the newsroom pack decides', () => {
  it('are doubted where what follows may call for the other form', () => {
    const low = (text: string) => converter.trace(text, TO_HANT).spans.find(({ confidence }) => confidence === 'low')
    expect(low('把两区并为一区')).toMatchObject({ from: '并', candidates: ['並', '併', '幷'] })
    expect(low('公司并表示欢迎')).toBeUndefined()
  })
})
