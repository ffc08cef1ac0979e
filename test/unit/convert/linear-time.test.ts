import { describe, expect, it } from 'vitest'
import { glossaryFromEntries } from '../../../src/convert/glossary.ts'
import { converter, TO_HANS, TO_HANT } from './tables.ts'

const UNITS = 10_000_000
/** Generous for a busy machine; quadratic work on ten million units would take hours. */
const LIMIT_MS = 8_000

const glossary = glossaryFromEntries([{ kind: 'lock', hant: `${'干'.repeat(60)}乾`, hans: '干', direction: 'both' }])

describe('hostile texts', () => {
  it.each([
    { name: 'unclosed quotation marks', unit: '“‘', options: TO_HANT },
    { name: 'unclosed corner marks', unit: '「『', options: TO_HANS },
    { name: 'closing marks only', unit: '”’', options: TO_HANT },
    { name: 'description characters', unit: '⿰', options: TO_HANS },
    { name: 'opening tags', unit: '<code>', options: TO_HANS },
    { name: 'unclosed tags', unit: '<a ', options: TO_HANS },
    { name: 'backquotes of growing size', unit: '`數``數```', options: TO_HANS },
    { name: 'at signs', unit: 'a@', options: TO_HANS },
    { name: 'addresses', unit: 'a://', options: TO_HANS },
    { name: 'beginnings of long phrases', unit: '一个巴掌拍不', options: TO_HANT },
    { name: 'surnames', unit: '于', options: TO_HANT },
    { name: 'beginnings of a long glossary term', unit: '干', options: { ...TO_HANS, glossary } },
    { name: 'blank lines', unit: '\n \n“', options: TO_HANT },
  ])('take linear time, a million characters of $name', ({ unit, options }) => {
    const hostile = unit.repeat(UNITS / 10 / unit.length)
    const started = performance.now()
    const result = converter.convert(hostile, options)
    expect(performance.now() - started).toBeLessThan(LIMIT_MS / 4)
    expect(result.length).toBeGreaterThanOrEqual(hostile.length)
  })

  it('take linear time at ten million characters', () => {
    const hostile = '隨著「發展“藉口”『并發」`<code a://於'.repeat(Math.ceil(UNITS / 22))
    const started = performance.now()
    expect(converter.convert(hostile, TO_HANS).length).toBeGreaterThan(UNITS)
    expect(performance.now() - started).toBeLessThan(LIMIT_MS)
  })
})
