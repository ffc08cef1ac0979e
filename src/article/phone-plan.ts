/** Which digits are a telephone number. */

/**
 * A national number of the Hong Kong numbering plan (OFCA, The Numbering Plan for Telecommunications Services in Hong
 * Kong): eight digits from 2 to 9; 800 and 900 numbers have nine and eleven; services begin with 1 and have three to five
 * digits (1823, 1083, 18222), those with 18 up to seven (182 183, 1878 200); emergencies are 999, 992 and 112.
 */
export function isHongKongNumber(digits: string): boolean {
  return /^(?:[2-9]\d{7}|800\d{6}|900\d{8}|1\d{2,4}|18\d{4,5}|99[29])$/.test(digits)
}

/** Services so well known that nobody writes more than "call" before them; other short numbers may count something. */
export function isKnownService(digits: string): boolean {
  return /^(?:999|992|112|1823|108[138]|18\d{3,5})$/.test(digits)
}

/**
 * Numbers of other places as they are dialled from Hong Kong or written at home: with 00, with the country code of a
 * neighbour or a usual partner, with the area code of the Mainland, or one of its mobile and 400 numbers.
 */
const ELSEWHERE = /^(?:00?[1-9]\d{8,13}|(?:86|853|886|65|44|61|81|82)\d{8,12}|1[3-9]\d{9}|400\d{7})$/

const HONG_KONG = /^(?:00)?852(\d{8})$/
/** Says that what follows is a number of Hong Kong, whatever its length. */
const AREA = /^\s{0,3}(?:\(\s{0,3}\+?\s{0,3}852\s{0,3}\)|\+\s{0,3}852)/

/** Full-width digits and signs, and the spaces and dashes of print, as ASCII: one for one, so that offsets stay. */
export function asciiSigns(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u2010-\u2013\ufe30]/g, (sign) => {
    const code = sign.charCodeAt(0)
    if (code >= 0xff01) return String.fromCharCode(code - 0xfee0)
    return code === 0xfe30 ? ':' : code >= 0x2010 && code <= 0x2013 ? '-' : ' '
  })
}

/**
 * The key of a number, and whether it can be dialled: `+852` and eight digits, `+` and a foreign number, or the digits as
 * they stand. Reads what `tel:` links have as well.
 */
export function readPhone(shown: string): { key: string; valid: boolean } {
  const ascii = asciiSigns(shown).trim()
  const digits = ascii.replace(/\D/g, '')
  const national = HONG_KONG.exec(digits)?.[1]
  if (national) return { key: `+852${national}`, valid: /^[2-9]/.test(national) }
  if (AREA.test(ascii)) return { key: `+${digits}`, valid: isHongKongNumber(digits.slice(3)) }
  if (ascii.startsWith('+')) return { key: `+${digits}`, valid: digits.length >= 7 && digits.length <= 15 }
  const isForeign = ELSEWHERE.test(digits) && !digits.startsWith('852') && !digits.startsWith('00852')
  return { key: digits.length === 8 ? `+852${digits}` : digits, valid: isHongKongNumber(digits) || isForeign }
}
