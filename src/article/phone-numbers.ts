/** Telephone numbers as Hong Kong writes them. */

/** A number that a reader would take for a telephone number. */
export interface PhoneNumber {
  /** `+852` and eight digits, `+` and a foreign number, or the digits as they stand. */
  key: string
  /** False for what no telephone can dial. */
  valid: boolean
  text: string
  /** UTF-16 offset. */
  at: number
}

/**
 * A national number of the Hong Kong numbering plan (OFCA, Numbering Plan for Telecommunications Services): eight digits
 * from 2 to 9; 800 and 900 numbers have nine and eleven; services begin with 1 (1823, 18501) or are 999 and 992.
 */
export function isHongKongNumber(digits: string): boolean {
  return /^(?:[2-9]\d{7}|800\d{6}|900\d{8}|1\d{2,5}|99[29])$/.test(digits)
}

const AREA = String.raw`[（(]\s{0,3}\+?\s{0,3}852\s{0,3}[)）]\s{0,3}|\+\s{0,3}852[\s-]*|\b852[ -](?=[2-9]\d{3}[ -]?\d{4}\b)`
const DIGITS = String.raw`\d(?:[ -]?\d){2,14}(?!\d)`
const LABEL = String.raw`(?:電話|电话|查詢|查询|熱線|热线|傳真|传真|\b(?:tel(?:ephone)?|phone|fax|hotline|enquiries)\b)(?:\s{0,3}(?:號碼|号码|no\.?|number))?\s{0,3}[:：︰]\s{0,3}`
const PHONE = new RegExp(
  `(?:${LABEL})?(?:${AREA})${DIGITS}|(?:${LABEL})\\+?${DIGITS}|\\+\\d{1,3}[ -]${DIGITS}|(?<![\\d.,$/-])[2-9]\\d{3}[ -]\\d{4}(?![\\d,./%-])`,
  'gi',
)
const LABEL_AT_START = new RegExp(`^${LABEL}`, 'i')

/** Numbers with an area code, behind a word such as 電話 or Tel, or grouped four and four. Linear; never throws. */
export function findPhoneNumbers(text: string): PhoneNumber[] {
  return [...text.matchAll(PHONE)].flatMap((match) => {
    const label = LABEL_AT_START.exec(match[0])?.[0] ?? ''
    const shown = match[0].slice(label.length)
    if (label === '' && isYearRange(shown)) return []
    return [{ ...readPhone(shown), text: shown, at: match.index + label.length }]
  })
}

function isYearRange(shown: string): boolean {
  return /^(?:19|20)\d\d[ -](?:19|20)\d\d$/.test(shown)
}

/** The key of a number, and whether it can be dialled. Reads what `tel:` links have as well. */
export function readPhone(shown: string): Pick<PhoneNumber, 'key' | 'valid'> {
  const digits = shown.replace(/\D/g, '')
  const national = /^852(\d{8})$/.exec(digits)?.[1]
  if (national) return { key: `+852${national}`, valid: /^[2-9]/.test(national) }
  if (/^\s{0,3}[（(]?\s{0,3}\+?\s{0,3}852/.test(shown) && /^[（(+]/.test(shown.trim()))
    return { key: `+${digits}`, valid: isHongKongNumber(digits.slice(3)) }
  if (shown.trim().startsWith('+')) return { key: `+${digits}`, valid: digits.length >= 7 && digits.length <= 15 }
  return { key: digits.length === 8 ? `+852${digits}` : digits, valid: isHongKongNumber(digits) }
}
