/** Percentages in Chinese and English texts, tenths (三成) and fractions among them. */
import { CHINESE_NUMERAL_CHARACTERS, parseChineseNumeral, round } from './chinese-numerals.ts'
import { NUMBER_WORDS, parseEnglishWords } from './english-numbers.ts'
import { type Reading, takeFacts } from './fact-reading.ts'
import { DIGITS, digitsValue, HAN } from './numbers-in-text.ts'

const SIGN = '(?:%|per\\s?cent\\b|個百分點|个百分点|percentage points?\\b|pc\\b)'
/** 20 to 30 per cent, between 20 and 30%. */
const PERCENT_RANGE = new RegExp(
  `(?:(?<=between )(\\d{1,2}(?:\\.\\d{1,2})?) and |(?<![\\d.,])(\\d{1,2}(?:\\.\\d{1,2})?)(?: to |\\s?[-–—]\\s?))(${DIGITS})\\s{0,3}${SIGN}`,
  'gi',
)
const PERCENT = new RegExp(`(${DIGITS})\\s{0,3}${SIGN}`, 'gi')
const PERCENT_HAN = new RegExp(`百分之\\s{0,3}(${DIGITS}|${HAN}+(?:[點点][零〇一二三四五六七八九]+)?)`, 'g')
const PERCENT_WORDS = new RegExp(`(${NUMBER_WORDS.source})\\s{1,3}(?:per\\s?cent|percentage points?)\\b`, 'gi')

const TENTH = '[一二兩两三四五六七八九1-9]'
/** 成 is no tenth where a word goes on behind it: 成立, 成為, 成功, 成員. */
const NO_WORD = '(?![立為为功果長长員员本就人不績绩品])'
/** 兩至三成. */
const TENTHS_RANGE = new RegExp(
  `(?=成)(?<=(?<before>(?<![第\\d.])(${TENTH})\\s?[至到、-]\\s?(${TENTH})))成(半)?${NO_WORD}`,
  'g',
)
/** 六成四, 三成半. */
const TENTHS_AND_MORE = new RegExp(`(?<![第\\d.])(${TENTH})成([一二三四五六七八九1-9半])(?!\\d)`, 'g')
const TENTHS_DIGIT = new RegExp(`(?<![第\\d.])([1-9])成${NO_WORD}`, 'g')
/** With a Han numeral only where a tenth is to be expected: 約三成, 當中六成為新生. */
const TENTHS = new RegExp(
  `(?<![第一-龥])([一二兩两三四五六七八九])成(?=$|[\\s，。、；）)以至到左的市受企用客])|(?<=[逾約约近達达升跌增長长減减加少佔占有至到過过])([一二兩两三四五六七八九])成${NO_WORD}|(?<=[逾約约近達达佔占有中共])([一二兩两三四五六七八九])成(?=[為为是])`,
  'g',
)

/** Percentages in words are looked for only where a letter stands before: most are written with digits. */
const MAYBE_PERCENT_WORDS = /per(?:\s?cent|centage point)(?<=[a-z]\s{1,3}per(?:\s?cent|centage point))/i
const MAYBE_PERCENT = /%|cent|point|個百|个百|\bpc\b/i

/** Takes percentages: 5%, 5 per cent, 百分之五, 五成. A whole (100%) is a way of speaking and no fact. */
export function percentagesIn(reading: Reading): void {
  const facts = (...values: (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined)
    for (const value of known) reading.values.add(value)
    if (known.length === 0) return undefined
    return known.filter((value) => value !== 100).map((value) => ({ kind: 'percentage' as const, key: String(value) }))
  }
  if (MAYBE_PERCENT.test(reading.text)) {
    takeFacts(reading, PERCENT_RANGE, ([, after, from, to = '']) =>
      facts(digitsValue(after ?? from ?? ''), digitsValue(to)),
    )
    takeFacts(reading, PERCENT, ([, digits = '']) => facts(digitsValue(digits)))
    if (MAYBE_PERCENT_WORDS.test(reading.text)) {
      takeFacts(reading, PERCENT_WORDS, ([, words = '']) => facts(parseEnglishWords(words)))
    }
  }
  if (reading.text.includes('百分之')) {
    takeFacts(reading, PERCENT_HAN, ([, number = '']) =>
      facts(/^\d/.test(number) ? digitsValue(number) : parseChineseNumeral(number)),
    )
  }
  if (reading.text.includes('成')) {
    takeFacts(reading, TENTHS_RANGE, ([, , from = '', to = '', half]) => facts(tenths(from), tenths(to, half)))
    takeFacts(reading, TENTHS_AND_MORE, ([, number = '', more]) => facts(tenths(number, more)))
    takeFacts(reading, TENTHS_DIGIT, ([, number = '']) => facts(tenths(number)))
    takeFacts(reading, TENTHS, ([, a, b, c]) => facts(tenths(a ?? b ?? c ?? '')))
  }
  fractionsIn(reading)
}

function tenths(number: string, more = ''): number | undefined {
  const [whole, rest] = [unit(number), more === '半' ? 5 : more === '' ? 0 : unit(more)]
  return whole === undefined || rest === undefined ? undefined : whole * 10 + rest
}

function unit(text: string): number | undefined {
  return /^\d$/.test(text) ? Number(text) : parseChineseNumeral(text)
}

const HALF = /[一各]半(?!年|天|日|小)|半[數数]|\bhalf\b/i
const FRACTION_HAN = new RegExp(
  `(?<![百千萬万])([${CHINESE_NUMERAL_CHARACTERS}]{1,2})分之([${CHINESE_NUMERAL_CHARACTERS}]{1,2})`,
  'g',
)
const FRACTION_WORDS = /\b(a|one|two|three|four)[ -](third|quarter|fifth|tenth)s?\b/gi
const PARTS: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, tenth: 10 }
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 }

/** Notes what fractions are in percent, because the other language may say it so; they are no facts themselves. */
function fractionsIn({ text, values }: Reading): void {
  if (HALF.test(text)) values.add(50)
  for (const [, parts = '', count = ''] of text.includes('分之') ? text.matchAll(FRACTION_HAN) : []) {
    const [whole, part] = [parseChineseNumeral(parts), parseChineseNumeral(count)]
    if (whole && part) values.add(round((100 * part) / whole))
  }
  for (const [, count = '', part = ''] of text.matchAll(FRACTION_WORDS)) {
    values.add(round((100 * (COUNTS[count.toLowerCase()] ?? 1)) / (PARTS[part.toLowerCase()] ?? 1)))
  }
}
