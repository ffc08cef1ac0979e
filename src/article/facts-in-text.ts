/**
 * Dates, numbers, percentages, telephone numbers and addresses in a text, in one form for both languages, so that two
 * editions can be compared: 十二月二十二日 is 22 December, 17億 is 1.7 billion, 百分之五 is 5 per cent.
 *
 * Two lists, because a warning that cries wolf is not read: `facts` are what somebody would look for in the other
 * edition; `values` are all numbers that may answer such a search, down to "two" and 三.
 */

import { datesIn } from './dates-in-text.ts'
import { blank, type Fact, type Reading, takeFacts } from './fact-reading.ts'
import { numbersIn, percentagesIn, timesIn } from './numbers-in-text.ts'
import { findPhoneNumbers } from './phone-numbers.ts'

export interface TextFacts {
  facts: readonly Fact[]
  values: ReadonlySet<number>
}

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z0-9-]{2,63}/gi
const WEB_ADDRESS =
  /(?:https?:\/\/|\bwww\.)[^\s<>「」『』（）《》，。、；：！？]+|(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|gov|edu|hk|cn|io)(?![a-z0-9])(?:\/[^\s<>「」『』（）《》，。、；：！？]*)?/gi

/** Reads a plain text of either language. Linear in the length; never throws. */
export function factsInText(text: string): TextFacts {
  const reading: Reading = { text: normaliseDigits(text), facts: [], values: new Set() }
  takeFacts(reading, EMAIL, ([address = '']) => [{ kind: 'address', key: address.toLowerCase() }])
  takeFacts(reading, WEB_ADDRESS, ([address = '']) => [{ kind: 'address', key: addressKey(address) }])
  takePhones(reading)
  datesIn(reading)
  timesIn(reading)
  percentagesIn(reading)
  numbersIn(reading)
  return { facts: reading.facts.toSorted((a, b) => a.at - b.at), values: reading.values }
}

/** Full-width digits and signs as ASCII, one for one. */
function normaliseDigits(text: string): string {
  return text.replace(/[０-９％．＋]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
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

function takePhones(reading: Reading): void {
  let rest = ''
  let end = 0
  for (const { key, text, at, valid } of findPhoneNumbers(reading.text)) {
    if (valid) reading.facts.push({ kind: 'phone', key, text, at })
    rest += reading.text.slice(end, at) + blank(text)
    end = at + text.length
  }
  reading.text = rest + reading.text.slice(end)
}
