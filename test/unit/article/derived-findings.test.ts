import { describe, expect, test } from 'vitest'
import { checkEdition } from '../../../src/article/content-checks.ts'
import { arisenFindings } from '../../../src/article/derived-findings.ts'
import { checkedEdition } from './checked-edition.ts'

const DICTIONARY: Readonly<Record<string, string>> = {
  計程車: '出租车',
  請: '请',
  這裡: '这里',
  發: '发',
  髮: '发',
  軟體: '软件包',
}

const convert = (text: string) =>
  text.replace(new RegExp(Object.keys(DICTIONARY).join('|'), 'g'), (word) => DICTIONARY[word] ?? '')

/** Rules and words of what arose in `derived`, which is the converted source unless given. */
function arisen(source: string, derived = convert(source)): string[] {
  const [before, after] = [checkedEdition('zh-hant', source), checkedEdition('zh-hans', derived)]
  const findings = { source: checkEdition(before), derived: checkEdition(after) }
  expect(findings.source.length + findings.derived.length).toBeGreaterThan(0)
  return arisenFindings(
    { checked: after, findings: findings.derived },
    { checked: before, findings: findings.source },
    convert,
  ).map(({ rule, excerpt }) => `${rule}: ${excerpt}`)
}

describe('findings of the source', () => {
  test.each([
    ['with the same words', '請[這裡](/a)。'],
    ['with words of another length', '軟體計程車軟體\n\n計程車電話：2123 45，[按此](/a)。\n\n#### 軟體'],
    ['several in one paragraph', '[這裡](/a)、[這裡](/b)、電話：2123 45、電話：2123 46'],
    ['in lists and quotations', '- 軟體\n- 請[這裡](/a)\n\n> 計程車電話：2123 45'],
    ['in a table', '|軟體| |\n|-|-|\n|電話：2123 45|[按此](/a)|'],
  ])('%s are not told again', (_name, source) => {
    expect(arisen(source)).toEqual([])
  })
})

describe('what arises in the derived edition is told', () => {
  test('two links whose words became one', () => {
    expect(arisen('電話：2123 45 [發](/a)[髮](/b)')).toEqual(['link-text-repeated: 发'])
  })

  test('one more of a kind in the same paragraph', () => {
    expect(arisen('[這裡](/a)', '[这里](/a)[这里](/b)')).toEqual(['link-text-vague: 这里'])
  })

  test('the same words in another paragraph', () => {
    expect(arisen('[這裡](/a)\n\n文', '文\n\n[这里](/a)')).toEqual(['link-text-vague: 这里'])
  })

  test('another number in the same place', () => {
    expect(arisen('電話：2123 45', '電話：2123 46')).toEqual(['phone-invalid: 2123 46'])
  })

  test('another rule in the same place', () => {
    expect(arisen('[這裡](/a)', '陳 大 文')).toEqual(['layout-spaces: 陳 大 文'])
  })
})
