/** Numbers as Hong Kong's press releases announce them. `!` marks what no telephone can dial. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findPhoneNumbers } from '../../../src/article/phone-numbers.ts'
import { isHongKongNumber, readPhone } from '../../../src/article/phone-plan.ts'

function found(text: string): string[] {
  return findPhoneNumbers(text).map(({ text: shown, at, valid }) => {
    expect(text.slice(at, at + shown.length)).toBe(shown)
    return `${valid ? '' : '!'}${shown}`
  })
}

describe('what is announced as a telephone number and is none', () => {
  test.each([
    ['電話 2123 45', '2123 45'],
    ['電話：3166 399', '3166 399'],
    ['電話號碼：3166 399', '3166 399'],
    ['电话 2123 456', '2123 456'],
    ['查詢請致電 2123 456 與陳小姐聯絡。', '2123 456'],
    ['請致電陳小姐 2123 456 查詢', '2123 456'],
    ['致電數碼港傳媒熱線2123 456', '2123 456'],
    ['傳媒查詢︰2864 488（周先生）', '2864 488'],
    ['查詢電話：２１２３　４５６', '２１２３　４５６'],
    ['聯絡電話為 2123-456', '2123-456'],
    ['熱線（2123 45）', '2123 45'],
    ['24小時熱線 2123 45', '2123 45'],
    ['傳真：2123 4567 8901 2', '2123 4567 8901 2'],
    ['傳真 2123 45678', '2123 45678'],
    ['電話/傳真：2123 456', '2123 456'],
    ['WhatsApp：9123 456', '9123 456'],
    ['WhatsApp 9123 45678', '9123 45678'],
    ['手機：912 3456', '912 3456'],
    ['流動電話 9123456', '9123456'],
    ['辦公室直線：2123 45', '2123 45'],
    ['電話：1316 6399', '1316 6399'],
    ['電話：0123 4567', '0123 4567'],
    ['電話：(852) 2123 456', '(852) 2123 456'],
    ['電話：+852 2123 456', '+852 2123 456'],
    ['電話：852 2123 456', '852 2123 456'],
    ['+852 1166 3993', '+852 1166 3993'],
    ['（８５２）２１２３　４５６', '（８５２）２１２３　４５６'],
    ['電話：2123 456 轉 123', '2123 456'],
    ['電話：2123 456（內線 123）', '2123 456'],
    ['熱線（24 小時）：2123 456', '2123 456'],
    ['Tel 2123 45', '2123 45'],
    ['Tel: 2123 456', '2123 456'],
    ['Tel. No.: 2123-456', '2123-456'],
    ['Tel/Fax: 2123 456', '2123 456'],
    ['Telephone (Office): 2123 456', '2123 456'],
    ['Fax 2123 45678', '2123 45678'],
    ['Facsimile: 2123 4567 8', '2123 4567 8'],
    ['Please call our hotline on 2123 456 for details.', '2123 456'],
    ['call Ms Chan at 2123 456', '2123 456'],
    ['Enquiries: 2864 488', '2864 488'],
    ['Media enquiries, please call 2123 456', '2123 456'],
    ['Mobile: 912 3456', '912 3456'],
    ['hotline (2123 45)', '2123 45'],
    ['Tel: 2123 456 ext. 123', '2123 456'],
    ['Tel: +852-2123-456', '+852-2123-456'],
    ['Phone number: 12345678', '12345678'],
  ])('%s', (text, wrong) => {
    expect(found(text)).toEqual([`!${wrong}`])
  })

  test('beside others that are right', () => {
    expect(found('電話：2123 4567／2123 456')).toEqual(['2123 4567', '!2123 456'])
    expect(found('電話：2123 456 或 2123 4567')).toEqual(['!2123 456', '2123 4567'])
    expect(found('Tel: 2123 4567, 2123 456')).toEqual(['2123 4567', '!2123 456'])
    expect(found('電話：2123 4567　傳真：2123 456')).toEqual(['2123 4567', '!2123 456'])
  })
})

describe('what is a telephone number', () => {
  test.each([
    ['電話 2123 4567', '2123 4567'],
    ['電話：31663993', '31663993'],
    ['電話︰（852） 3166 3993', '（852） 3166 3993'],
    ['電話：２１２３　４５６７', '２１２３　４５６７'],
    ['電話：2123  4567', '2123  4567'],
    ['電話：212 34567', '212 34567'],
    ['電話：852-2123-4567', '852-2123-4567'],
    ['電話：00852 2123 4567', '00852 2123 4567'],
    ['致電2123 4567轉 123', '2123 4567'],
    ['Tel: 2123 4567 ext. 123', '2123 4567'],
    ['Tel: 2123 4567x123', '2123 4567'],
    ['請致電 1823', '1823'],
    ['請致電（852） 3166 3993', '（852） 3166 3993'],
    ['Please call (852) 3166 3993.', '(852) 3166 3993'],
    ['緊急求助請致電 999 或 112', '999', '112'],
    ['聽障人士可以短訊 992', ''],
    ['致電 1083 查詢', '1083'],
    ['熱線 18222', '18222'],
    ['熱線：18111', '18111'],
    ['照顧者支援專線 182 183', '182 183'],
    ['天文台電話查詢 1878 200', '1878 200'],
    ['時間及氣溫查詢：18503', '18503'],
    ['免費熱線：800 123 456', '800 123 456'],
    ['電話：900 1234 5678', '900 1234 5678'],
    ['電話：2123 4567 2123 4568', '2123 4567', '2123 4568'],
    ['電話：2123 4567 24小時', '2123 4567'],
    ['電話：2123 4567 人手接聽', '2123 4567'],
    ['Tel: 2123 4567 9 am to 6 pm', '2123 4567'],
    ['call 2123 4567 18 hours a day', '2123 4567'],
    ['+86 755 1234 5678', '+86 755 1234 5678'],
    ['電話：0755-8123 4567', '0755-8123 4567'],
    ['電話：400-123-4567', '400-123-4567'],
    ['Tel: (853) 2833 1234', '(853) 2833 1234'],
    ['Tel: +44 20 7946 0000', '+44 20 7946 0000'],
    ['Tel: 2123 4567 / 8', '2123 4567'],
    ['WhatsApp: 9123 4567', '9123 4567'],
    ['3166 3993', '3166 3993'],
    ['3166–3993', '3166–3993'],
  ])('%s', (text, ...right) => {
    expect(found(text)).toEqual(right.filter(Boolean))
  })
})

describe('what is no telephone number at all', () => {
  test.each([
    '2019-2022',
    '查詢 2022-23 年度的撥款',
    '查詢：2022年12月22日前',
    '電話訪問了 1,003 名市民',
    '去年收到 300 個電話查詢',
    '電話查詢 12345 宗',
    '熱線 24 小時運作',
    '熱線在 2023 年收到 123456 個來電',
    '電話 5G 服務',
    '電話亭 2 個',
    '傳真機 3 部',
    '電話費 2,123.45 元',
    '電話 HK$2123 4567',
    '查詢時間：0900-1730',
    '查詢：9:00–18:00',
    '熱線服務時間：上午9時至下午6時',
    '電話：1號',
    '傳真：無',
    '電話投訴2123宗',
    '致電 3 次',
    '查詢編號 12345678',
    '手機 12 Pro 256 GB',
    '手機用戶達 1500000 人',
    '電話室 2123 室',
    '數碼港三座 1102 室，電話請見網頁',
    '$3166 3993',
    '1,900 2,300',
    '12345678',
    '總額 2123 4567 元',
    'Call 18 September 2026 a milestone',
    'Call for proposals 2026-27',
    'Tel Aviv 2024',
    'phone 15 Pro Max',
    'The hotline received 12345 calls in 2025',
    'Enquiries: 1,234 received',
    'enquiries in 2025 rose to 123456',
    'Fax: N/A',
    'hotline: 2123-HELP',
    'Telephone survey of 1003 people',
    'mobile users numbered 1500000',
    'They dialled in from 12 countries',
    'WhatsApp 2.24.10 update',
    'Tel: 0900-1800 (office hours)',
    'ISO 9001 2015',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('numbers of the plan', () => {
  test.each(['999', '112', '992', '1823', '1083', '1081', '1088', '18501', '18222', '182183', '1878200', '800123456'])(
    '%s',
    (digits) => expect(isHongKongNumber(digits)).toBe(true),
  )
  test.each(['911', '31663', '3166399', '316639931', '13166399', '18782001', '8001234', '9001234567', ''])(
    'not %s',
    (digits) => expect(isHongKongNumber(digits)).toBe(false),
  )
  test('a key says which number it is, however it is written', () => {
    for (const shown of [
      '２１２３　４５６７',
      '(852) 2123-4567',
      '+852 2123 4567',
      '00852 21234567',
      '852 2123 4567',
    ]) {
      expect(readPhone(shown)).toEqual({ key: '+85221234567', valid: true })
    }
  })
})

test('the demonstration and the press release raise no alarm', () => {
  const folder = path.join(import.meta.dirname, '../../../src/cli/demonstration')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|yaml)$/.test(name))
  const texts = files.map((name) => readFileSync(path.join(folder, name), 'utf8'))
  texts.push(readFileSync(path.join(import.meta.dirname, '../../fixtures/press-release-2022-12-22.txt'), 'utf8'))
  expect(texts.flatMap(found).filter((number) => number.startsWith('!'))).toEqual([])
  expect(texts.flatMap(found).length).toBeGreaterThanOrEqual(4)
})

test.each(['電話', '電話 1 ', '致電陳', 'call a', 'Tel: 2', '2123 4567、', '(852) ', '+852 1', '電話：1-', '1 '])(
  '100 KB of %j is read in time',
  (pattern) => {
    const startMs = performance.now()
    findPhoneNumbers(pattern.repeat(100_000 / pattern.length))
    expect(performance.now() - startMs).toBeLessThan(2_000)
  },
)
