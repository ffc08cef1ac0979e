import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildBaseTables } from '../../../src/cli/dictionary/build.ts'
import { createConverter } from '../../../src/convert/converter.ts'
import { parseGlossary } from '../../../src/convert/glossary.ts'
import { converter, TO_HANS, TO_HANT } from './tables.ts'

const fixtures = path.join(import.meta.dirname, '../../fixtures')
const seed = readFileSync(path.join(fixtures, 'press-release-2022-12-22.txt'), 'utf8')
const toHans = (text: string) => converter.convert(text, TO_HANS)
const toHant = (text: string) => converter.convert(text, TO_HANT)

describe('the seed press release', () => {
  const hans = toHans(seed)

  it('has no Traditional character and no Hong Kong mark left in Simplified', () => {
    expect(hans).not.toMatch(/[著藉裏夥徵併劃樑業數碼區國際︰﹑「」『』]/u)
    const unwrapped = hans.replace(/\s/g, '')
    for (const words of [
      '借着与本地',
      '策略伙伴',
      '国家发展新征程',
      '勾画',
      '企业咨询',
      '世界桥梁',
      '：“‘香港创新科技发展蓝图’为',
    ]) {
      expect(unwrapped.includes(words), words).toBe(true)
    }
  })

  it('comes back without one wrong word', () => {
    const source = [...seed]
    const different = [...toHant(hans)].flatMap((character, index) =>
      character === source[index] ? [] : [`${source[index]}${character}`],
    )
    // Presentation forms become ordinary marks; 爲 内 托 were the source's own slips; 着 is as good as 著.
    expect(different.filter((pair) => !['︰：', '﹑、', '爲為', '内內', '托託', '著着'].includes(pair))).toEqual([])
  })
})

describe('著 and 藉 to Simplified', () => {
  it.each([
    ['隨著、跟著、沿著、看著、藉著', '随着、跟着、沿着、看着、借着'],
    [
      '顯著 著名 著作 昭著 卓著 原著 名著 土著 編著 巨著 論著 專著',
      '显著 著名 著作 昭著 卓著 原著 名著 土著 编著 巨著 论著 专著',
    ],
    ['著書立說，著稱，著述，著錄，拙著，譯著，遺著', '著书立说，著称，著述，著录，拙著，译著，遗著'],
    ['著手、著重、著眼、著陸、衣著、沉著、執著、膠著', '着手、着重、着眼、着陆、衣着、沉着、执着、胶着'],
    ['討論著、翻譯著、突顯著、有所著墨', '讨论着、翻译着、突显着、有所着墨'],
    ['跟著名單、看著作品、隨著名氣', '跟着名单、看着作品、随着名气'],
    ['藉口 憑藉 藉此 藉故', '借口 凭借 借此 借故'],
    ['慰藉 狼藉 蘊藉 枕藉', '慰藉 狼藉 蕴藉 枕藉'],
  ])('%s', (hant, hans) => expect(toHans(hant)).toBe(hans))
})

describe('words that overlap, to Traditional', () => {
  it.each([
    ['并发挥作用，并为国家，新征程，走过松树', '並發揮作用，並為國家，新征程，走過松樹'],
    ['局长发言，码头发生火警，包括发展', '局長發言，碼頭發生火警，包括發展'],
    ['可能干预，市场采取，百年历史', '可能干預，市場採取，百年歷史'],
    ['有关系统，香港制度，记名表决', '有關系統，香港制度，記名表決'],
    ['最多只会，这只会，三只猫，狗只', '最多只會，這只會，三隻貓，狗隻'],
    ['三天后，进球后，皇后', '三天後，進球後，皇后'],
    ['中国历年数据，以上复杂问题，中共党进行改革', '中國歷年數據，以上複雜問題，中共黨進行改革'],
    ['代表行政长官，教育方面包括三项', '代表行政長官，教育方面包括三項'],
    ['只影响学生，一年里长期如此，向导师查询', '只影響學生，一年裏長期如此，向導師查詢'],
    ['换发证件，一个头发略长的男子，有云南代表', '換發證件，一個頭髮略長的男子，有雲南代表'],
    ['离开这出了事的现场，看了这出戏', '離開這出了事的現場，看了這齣戲'],
  ])('%s', (hans, hant) => expect(toHant(hans)).toBe(hant))
})

describe('words of Hong Kong, from Simplified', () => {
  it.each([
    ['售出25伙，每伙逾百万元；合伙人', '售出25伙，每伙逾百萬元；合夥人'],
    ['冲热水、冲泡面、下冲气流；冲击、冲突', '沖熱水、沖泡麵、下沖氣流；衝擊、衝突'],
    ['手制、自制、制粒；制度、限制', '手製、自製、製粒；制度、限制'],
    ['碰上台风，等了五个钟', '碰上颱風，等了五個鐘'],
    ['叙利亚卧底叙述经过', '敘利亞臥底敘述經過'],
  ])('%s', (hans, hant) => expect(toHant(hans)).toBe(hant))
})

describe('surnames', () => {
  it.each([
    ['范先生说，范围不变', '范先生說，範圍不變'],
    ['主席余志稳表示余下工作', '主席余志穩表示餘下工作'],
    ['钟议员看钟', '鍾議員看鐘'],
    ['郭家麒、范国威、涂谨申等', '郭家麒、范國威、涂謹申等'],
    ['歌手于大海说，对于此事', '歌手于大海說，對於此事'],
    ['会议于周三举行，于北京表示', '會議於周三舉行，於北京表示'],
    ['局长范志强出席。范志强说', '局長范志強出席。范志強說'],
  ])('%s', (hans, hant) => expect(toHant(hans)).toBe(hant))

  it('are safe in names that the caller gives', () => {
    const options = { ...TO_HANT, names: ['余发展', '钟表里'] }
    expect(converter.convert('由余发展和钟表里撰文', options)).toBe('由余發展和鍾表裏撰文')
  })
})

describe('layers', () => {
  it('an override beats the glossary, a lock beats the dictionary, code beats both', () => {
    const parsed = parseGlossary('lock 發展\nterm 數碼 > 数字')
    if (!parsed.ok) throw new Error('the glossary is right')
    const options = { ...TO_HANS, glossary: parsed.glossary, overrides: [{ from: '數碼', to: '数位', note: '' }] }
    expect(converter.convert('數碼發展`數碼`開發', options)).toBe('数位發展`數碼`开发')
  })

  it('official names keep their words when words are replaced', () => {
    const options = { ...TO_HANS, vocabulary: true }
    expect(converter.convert('個人資料私隱專員公署保障私隱', options)).toBe('个人资料私隐专员公署保障隐私')
    expect(converter.convert('數碼港的機械人', options)).toBe('数码港的机器人')
  })

  it('inline pieces are one text, and protected ones are copied', () => {
    const runs = [
      { text: '頭' },
      { text: '髮，數碼', protected: true },
      { text: '「看' },
      { text: '' },
      { text: '著」' },
    ]
    expect(converter.convertRuns(runs, TO_HANS)).toEqual(['头', '髮，數碼', '“看', '', '着”'])
    const word = [{ text: '電子商' }, { text: '貿' }]
    expect(converter.convertRuns(word, { ...TO_HANS, vocabulary: true })).toEqual(['电子商', '务'])
  })

  it('addresses, markup and other languages stay', () => {
    const text =
      '見https://zh.example.org/數碼港，<b title="發">發</b><i lang="ja">發</i><p translate="no">發</p>a@b.hk發'
    expect(toHans(text)).toBe(
      '见https://zh.example.org/數碼港，<b title="發">发</b><i lang="ja">發</i><p translate="no">發</p>a@b.hk发',
    )
  })

  it('has a version that follows the glossary and the switches', () => {
    const glossary = parseGlossary('lock 發展')
    if (!glossary.ok) throw new Error('the glossary is right')
    const versions = [
      converter.version(TO_HANS),
      converter.version(TO_HANT),
      converter.version({ ...TO_HANS, vocabulary: true }),
      converter.version({ ...TO_HANS, quotes: 'keep' }),
      converter.version({ ...TO_HANS, glossary: glossary.glossary }),
    ]
    expect(new Set(versions).size).toBe(versions.length)
    expect(converter.version({ ...TO_HANS, vocabulary: false })).toBe(versions[0])
  })
})

describe('quotation marks', () => {
  it.each([
    ['「甲『乙』丙」', '“甲‘乙’丙”'],
    ['「甲「乙」丙」', '“甲‘乙’丙”'],
    ['「未完\n「又一句」', '“未完\n“又一句”'],
    ['表示︰「『藍圖』」', '表示：“‘蓝图’”'],
  ])('%s', (hant, hans) => expect(toHans(hant)).toBe(hans))

  it.each([
    ['他说“hello”。', '他說「hello」。'],
    ['He said “hello” to us.', 'He said “hello” to us.'],
    ['“Let’s Go”计划', '「Let’s Go」計劃'],
    ['“他说‘好’。”', '「他說『好』。」'],
    ['“第一段没有完。\n\n“第二段。”', '「第一段沒有完。\n\n「第二段。」'],
  ])('%s', (hans, hant) => expect(toHant(hans)).toBe(hant))

  it('stay when the site keeps them', () => {
    expect(converter.convert('「發」', { ...TO_HANS, quotes: 'keep' })).toBe('「发」')
  })
})

describe('doubts', () => {
  interface Case {
    direction: string
    group: string
    input: string
    expected: string
    accept: string[]
  }
  const cases: Case[] = JSON.parse(readFileSync(path.join(fixtures, 'conversion-cases.json'), 'utf8'))

  it('cover at least 90 % of what comes out wrong without the newsroom pack', () => {
    const base = createConverter(buildBaseTables())
    let wrong = 0
    let doubted = 0
    for (const { direction, group, input, expected, accept } of cases) {
      if (group === 'vocab') continue
      const { result, spans } = base.trace(input, direction === 'hk2cn' ? TO_HANS : TO_HANT)
      if ([expected, ...accept].includes(result)) continue
      expect(result).toHaveLength(expected.length)
      for (const { resultStart, resultEnd, confidence } of spans) {
        for (let at = resultStart; at < resultEnd; at++) {
          if (result[at] === expected[at]) continue
          wrong++
          if (confidence === 'low') doubted++
        }
      }
    }
    expect(wrong).toBeGreaterThan(10)
    expect(doubted / wrong).toBeGreaterThanOrEqual(0.9)
  })

  it('are at most 5 per 1,000 characters of the seed, each way', () => {
    const doubts = (text: string, options: typeof TO_HANS | typeof TO_HANT) =>
      converter.trace(text, options).spans.filter(({ confidence }) => confidence === 'low').length
    const hans = toHans(seed)
    expect(doubts(seed, TO_HANS)).toBeLessThanOrEqual((seed.length * 5) / 1000)
    expect(doubts(hans, TO_HANT)).toBeLessThanOrEqual((hans.length * 5) / 1000)
  })

  it('name the rare result and the candidates', () => {
    const { spans } = converter.trace('赤鱲角', TO_HANS)
    expect(spans.find(({ doubt }) => doubt === 'font')).toMatchObject({ from: '鱲', to: '𫚭' })
    expect(converter.trace('姜', TO_HANT).spans[0]).toMatchObject({ confidence: 'low', candidates: ['姜', '薑'] })
  })
})
