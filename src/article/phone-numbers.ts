/** Telephone numbers in running text, as Hong Kong writes and announces them. */
import { asciiSigns, isKnownService, readPhone } from './phone-plan.ts'

/** A number that a reader would take for a telephone number. */
export interface PhoneNumber {
  /** See `readPhone`. */
  key: string
  /** False for what no telephone can dial. */
  valid: boolean
  text: string
  /** UTF-16 offset. */
  at: number
}

/** Words behind which nothing but a telephone number is expected. */
const DEVICE =
  '(?:電話|电话|傳真|传真|熱線|热线|專線|专线|直線|直线|手機|手机|WhatsApp|\\b(?:tel(?:ephone)?|phone|mobile|fax|facsimile|hotline|helpline|direct line)\\b)'
const ENQUIRY = '(?:查詢|查询|\\benquir(?:y|ies)\\b)'
/** 致電陳小姐, call Ms Chan on. */
const CALL = '(?:(?:致電|致电|撥打|拨打)[^\\d。；;:,\\n]{0,12}?|\\b(?:call|dial)\\b[^\\d.;:,\\n]{0,24}?)'
const NUMBER_WORD = '(?:號碼|号码|\\.?\\s?\\bno\\b\\.?|\\s?numbers?\\b|\\.)?'
const ALSO = `(?:\\s?(?:[/、&]|及|或|和|or|and)\\s?${DEVICE}${NUMBER_WORD})?`
/** （辦公室）, (24 hours), but not (852) and not the number itself. */
const ASIDE = '(?:\\s?\\((?!\\s?\\+?[\\d -]+\\))[^()\\n]{1,16}\\))?'
const LEADS_TO = '\\s{0,3}(?:(?<colon>:)|為|为|是|\\b(?:at|on|is)\\b)?\\s{0,3}'
const RUN = '(?:\\(\\s?\\+?\\s?\\d{1,4}\\s?\\)\\s{0,3}|\\+\\s?)?\\d{1,15}(?:(?: {1,2}| ?- ?)\\d{1,15}){0,5}(?!\\d)'

const ANNOUNCED = `(?:(?<device>${DEVICE})${NUMBER_WORD}${ALSO}${ASIDE}|(?<enquiry>${ENQUIRY})${NUMBER_WORD}${ASIDE}|${CALL})${LEADS_TO}(?<![\\d.,$-])(?:\\((?!\\s?\\+?\\s?\\d{1,4}\\s?\\)))?(?<announced>${RUN})`
const WITH_AREA = `\\(\\s{0,3}\\+?\\s{0,3}852\\s{0,3}\\)\\s{0,3}\\d(?:[ -]?\\d){2,14}(?!\\d)|\\+\\s{0,3}852[\\s-]*\\d(?:[ -]?\\d){2,14}(?!\\d)|\\b852[ -][2-9]\\d{3}[ -]?\\d{4}\\b|\\+\\d{1,3}[ -]\\d(?:[ -]?\\d){2,14}(?!\\d)`
const FOUR_AND_FOUR = '(?<![\\d.,$/-]|\\bISO )[2-9]\\d{3}[ -]\\d{4}(?![\\d%-]|[,./]\\d)'
const PHONE = new RegExp(`${ANNOUNCED}|(?<withArea>${WITH_AREA})|(?<grouped>${FOUR_AND_FOUR})`, 'gi')

/** Another number of the same announcement. */
const NEXT = new RegExp(`\\s{0,3}(?:[/、,]|或|及|和|\\bor\\b|\\band\\b)\\s{0,3}(${RUN})`, 'iy')

/** What is counted, dated or measured is no telephone number. */
const COUNTED =
  /^\s?(?:[年月日號号個个名宗次部份人小元萬万億亿間间家項项條条位張张戶户呎米公時时點点樓楼室座期屆届歲岁%]|(?:calls?|people|persons?|users?|hours?|hrs?|[ap]m|days?|cases?|complaints?|enquir\w+|[mb]illion|thousand|per ?cent|met(?:re|er)s?|years?|months?|students?|residents?|[GM]B|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\w*)\b)/i
/** 2123-HELP, 3G, 1.5, 1,900: the digits are part of something else. An extension may follow directly: x123. */
const GOES_ON = /^(?:[.,]\d|%|-?(?!x\d)[a-z])/i

/** Enough for the longest word of `COUNTED`. */
const LOOK_AHEAD_CHARS = 24

/**
 * Numbers behind a word such as 電話 or "call", with an area code, or grouped four and four. What is announced as a
 * telephone number and is none is found as well, and said to be invalid; what merely counts is not. Linear; never throws.
 */
export function findPhoneNumbers(text: string): PhoneNumber[] {
  if (!/[\d０-９]/.test(text)) return []
  const ascii = asciiSigns(text)
  const found: PhoneNumber[] = []
  PHONE.lastIndex = 0
  for (let match = PHONE.exec(ascii); match; match = PHONE.exec(ascii)) {
    const { announced, withArea, grouped } = match.groups ?? {}
    let shown = announced ?? withArea ?? grouped ?? ''
    let at = PHONE.lastIndex - shown.length
    let claim: Claim = withArea ? 'area' : grouped ? 'none' : claimOf(match.groups ?? {})
    for (;;) {
      found.push(...numbersOf({ text, ascii, shown, at, claim }))
      NEXT.lastIndex = at + shown.length
      const next = announced ? NEXT.exec(ascii) : null
      if (!next?.[1]) break
      shown = next[1]
      at = NEXT.lastIndex - shown.length
      claim = 'mention'
      PHONE.lastIndex = NEXT.lastIndex
    }
  }
  return found
}

/** How surely a number must follow: `label` is a device with a colon, `mention` a word alone, `none` no word at all. */
type Claim = 'label' | 'enquiry' | 'mention' | 'area' | 'none'

function claimOf({ device, enquiry, colon }: Readonly<Record<string, string | undefined>>): Claim {
  if (!colon) return 'mention'
  return device ? 'label' : enquiry ? 'enquiry' : 'mention'
}

interface Run {
  text: string
  ascii: string
  shown: string
  at: number
  claim: Claim
}

/** The number or numbers of one run of digits; none if it is something else. */
function numbersOf(run: Run): PhoneNumber[] {
  const { ascii, shown, at, claim } = run
  const [own, after] = withoutTail(shown, ascii.slice(at + shown.length, at + shown.length + LOOK_AHEAD_CHARS))
  const count = own.replace(/\D/g, '').length
  const { valid } = readPhone(own)
  if (GOES_ON.test(after) || (isTime(own) && (!valid || claim === 'none'))) return []
  const isSure = claim === 'area' || (valid && count > 7 && claim !== 'none')
  if (!isSure && COUNTED.test(after)) return []
  if (valid && (count > 7 || claim !== 'mention' || isKnownService(own.replace(/\D/g, '')))) {
    return [numberAt(run, own, true)]
  }
  return severalOf(run, own) ?? (isClaimed(own, claim) ? [numberAt(run, own, false)] : [])
}

/** Two numbers with a space between them. */
function severalOf(run: Run, own: string): PhoneNumber[] | undefined {
  const first = eightOf(own)
  if (first === undefined || !readPhone(first).valid) return undefined
  const rest = own.slice(first.length).replace(/^[ -]+/, '')
  const others = numbersOf({ ...run, shown: rest, at: run.at + own.length - rest.length, claim: 'label' })
  return others.some(({ valid }) => valid) ? [numberAt(run, first, true), ...others] : undefined
}

/** A last group that belongs to the words behind it (24小時, 18 September) is no part of the number. */
function withoutTail(shown: string, rest: string): [own: string, after: string] {
  const tail = /(?<=\d)[ -]+\d{1,4}$/.exec(shown)?.[0] ?? ''
  const before = shown.slice(0, shown.length - tail.length)
  const isOthers = tail !== '' && (COUNTED.test(rest) || /^ ?[a-z]/i.test(rest)) && readPhone(before).valid
  return isOthers && before.replace(/\D/g, '').length > 7 ? [before, ''] : [shown, rest]
}

/** The groups at the beginning that are eight digits together, as every number of a person or an office has. */
function eightOf(shown: string): string | undefined {
  return /^(?:\(?\+?852\)?[ -]*)?[2-9](?:[ -]{0,2}\d){7}(?=[ -])/.exec(shown)?.[0]
}

/** Years, dates and opening hours. */
function isTime(shown: string): boolean {
  return /^(?:(?:19|20)\d\d(?:[ -]+(?:19|20)?\d\d){0,2}|(?:[01]\d|2[0-4])[0-5]\d ?- ?(?:[01]\d|2[0-4])[0-5]\d)$/.test(
    shown,
  )
}

/** Whether digits in this place can only be meant as a telephone number. */
function isClaimed(shown: string, claim: Claim): boolean {
  const groups = shown.match(/\d+/g) ?? []
  const count = groups.join('').length
  if (claim === 'area' || claim === 'none') return claim === 'area'
  if (claim === 'label') return count >= 3
  if (claim === 'enquiry') return count >= 5
  return groups.length > 1 ? count >= 5 && (groups[0]?.length ?? 0) >= 3 : count >= 6 && count <= 9
}

function numberAt({ text, at }: Run, shown: string, valid: boolean): PhoneNumber {
  return { key: readPhone(shown).key, valid, text: text.slice(at, at + shown.length), at }
}
