/**
 * Dates, numbers, percentages, telephone numbers and addresses in a text, in one form for both languages, so that two
 * editions can be compared: 十二月二十二日 is 22 December, 17億 is 1.7 billion, 百分之五 is 5 per cent.
 *
 * Two lists, because a warning that cries wolf is not read: `facts` are what somebody would look for in the other
 * edition; `values` are all numbers that may answer such a search, down to "two" and 三.
 */

import { datesIn } from './dates-in-text.ts'
import { blank, type Fact, matchesInWords, type Reading, takeFacts, takeMatches } from './fact-reading.ts'
import { numbersIn, timesIn } from './numbers-in-text.ts'
import { percentagesIn } from './percentages-in-text.ts'
import { findPhoneNumbers } from './phone-numbers.ts'

export interface TextFacts {
  facts: readonly Fact[]
  values: ReadonlySet<number>
  /** Days of dates whose month is not said: 本月5日. */
  days: ReadonlySet<number>
  /** Years are counted from the present one: 今年, last year. */
  hasRelativeYear: boolean
}

const HAN = /[〇\u4e00-\u9fff]/

const EMAIL = /@(?<=(?<before>(?<![\w.+-])[\w.+-]{1,64})@)(?:[a-z0-9-]{1,63}\.){1,6}[a-z0-9-]{2,63}/gi
/** What stands in addresses as people write them; Chinese right behind one does not belong to it. */
const ADDRESS_CHARACTER = '[^\\s<>「」『』（）《》，。、；：！？\\p{Script=Han}]'
const WEB_ADDRESS = new RegExp(
  `(?:(?:https?:\\/\\/|\\bwww\\.)${ADDRESS_CHARACTER}+|(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\\.){1,6}(?:com|org|net|gov|edu|hk|cn|io)(?![a-z0-9])(?:\\/${ADDRESS_CHARACTER}*)?)(?<![.,;:!?'")\\]])`,
  'giu',
)
/** No address is without one. */
const WEB_ADDRESS_SIGN = /:\/\/|www\.|\.(?:com|org|net|gov|edu|hk|cn|io)/giu
const RELATIVE_YEAR = /[今本去明前後后翌]年|按年|\b(?:this|last|next|previous|following|coming) year|year-on-year/i

/** Reads a plain text of either language. Linear in the length; never throws. */
export function factsInText(text: string): TextFacts {
  const normal = normaliseDigits(text)
  const reading: Reading = { text: normal, facts: [], values: new Set(), days: new Set(), hasHan: HAN.test(normal) }
  takeFacts(reading, EMAIL, ([host = '', name = '']) => [{ kind: 'address', key: `${name}${host}`.toLowerCase() }])
  const addresses = matchesInWords(reading.text, WEB_ADDRESS_SIGN, WEB_ADDRESS)
  takeMatches(reading, addresses, ([address = '']) => [{ kind: 'address', key: addressKey(address) }])
  takePhones(reading)
  datesIn(reading)
  timesIn(reading)
  percentagesIn(reading)
  numbersIn(reading)
  const { facts, values, days } = reading
  // In the words of the text itself, not in those that it was read in.
  const asWritten = facts.map((fact) => ({ ...fact, text: text.slice(fact.at, fact.at + fact.text.length) }))
  const inOrder = asWritten.toSorted((a, b) => a.at - b.at)
  return { facts: inOrder, values, days, hasRelativeYear: RELATIVE_YEAR.test(text) }
}

/** Full-width digits and signs as ASCII, and the circle of 二○二二 as the numeral that it stands for: one for one. */
function normaliseDigits(text: string): string {
  return text.replace(/[０-９％．＋○]/g, (character) =>
    character === '○' ? '〇' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
}

/** Without what differs between spellings of one address: scheme, `www.`, case of the host, punctuation at the end. */
export function addressKey(address: string): string {
  const bare = address
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[\s.,;:!?'")\]]+$/, '')
  const [host = '', ...path] = bare.split('/')
  return [host.toLowerCase(), ...path].join('/').replace(/\/$/, '')
}

/** Services are called numbers (the 1823 hotline) as often as they are announced as telephone numbers. */
export function isShortPhone(key: string): boolean {
  return /^\d{3,7}$/.test(key)
}

function takePhones(reading: Reading): void {
  let rest = ''
  let end = 0
  for (const { key, text, at, valid } of findPhoneNumbers(reading.text)) {
    if (valid) reading.facts.push({ kind: 'phone', key, text, at })
    if (valid && isShortPhone(key)) reading.values.add(Number(key))
    rest += reading.text.slice(end, at) + blank(text)
    end = at + text.length
  }
  reading.text = rest + reading.text.slice(end)
}
