import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBody } from '../../../src/article/body.ts'
import { type ConvertRun, type ConvertRuns, convertBody } from '../../../src/article/convert-body.ts'
import { markdown } from './hostile-bodies.ts'

const DICTIONARY: readonly (readonly [string, string])[] = [
  ['數碼港', '数码港'],
  ['藍圖', '蓝图'],
  ['頭髮', '头发'],
  ['發展', '发展'],
  ['資', '资'],
  ['「', '“'],
  ['」', '”'],
  ['網', '网络'],
]

/** Longest match over all runs of a block as one text, as a real engine does; each result goes to where it began. */
const convertRuns: ConvertRuns = (runs) => {
  const characters = runs.flatMap((run, index) =>
    [...run.text].map((character) => ({ character, index, isProtected: run.protected === true })),
  )
  const text = characters.map(({ character }) => character)
  const out = runs.map(() => '')
  for (let at = 0; at < text.length; ) {
    const entry = DICTIONARY.find(([from]) =>
      [...from].every((character, offset) => text[at + offset] === character && !characters[at + offset]?.isProtected),
    )
    const length = entry ? [...entry[0]].length : 1
    const replacement = entry ? [...entry[1]] : [text[at] ?? '']
    for (let offset = 0; offset < length; offset += 1) {
      const index = characters[at + offset]?.index ?? 0
      const piece = offset === length - 1 ? replacement.slice(offset).join('') : (replacement[offset] ?? '')
      out[index] = (out[index] ?? '') + piece
    }
    at += length
  }
  return out
}

function convert(source: string, run: ConvertRuns = convertRuns): string {
  const converted = convertBody(source, run)
  if (!converted.ok) throw new Error(converted.problem.rule)
  return converted.markdown
}

/** Types of blocks and marks, addresses, code; without the words. */
function shape(source: string): unknown {
  const parsed = parseBody(source)
  if (!parsed.ok) return parsed.problem.rule
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip)
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).flatMap(([key, inner]) => {
      if (key === 'at') return []
      if (['type', 'url', 'lang', 'level', 'ordered', 'start', 'key'].includes(key)) return [[key, inner]]
      return [[key, strip(inner)]]
    })
  }
  return strip(parsed.tree.blocks)
}

describe('convertBody', () => {
  const cases: [string, string, string][] = [
    ['plain text', '數碼港發展', '数码港发展'],
    ['a word across marks', '**數碼**港', '**数码**港'],
    ['a word across a line break', '數\n碼港', '数\n码港'],
    ['a word across lines of a quotation', '> 數\n> 碼港', '> 数\n> 码港'],
    ['a word across a link', '[數碼](/藍圖)港', '[数码](/藍圖)港'],
    ['not across blocks', '數\n\n碼港', '數\n\n碼港'],
    ['not across cells', '|數|碼港|\n|-|-|\n|藍|圖|', '|數|碼港|\n|-|-|\n|藍|圖|'],
    ['not across a hard break', '數\\\n碼港', '數\\\n碼港'],
    [
      'headings, lists, tables, quotations',
      '## 藍圖\n\n- 藍圖\n  1. 藍圖\n\n> 藍圖：\n> 藍圖\n\n|藍圖|\n|-|\n|藍圖|',
      '## 蓝图\n\n- 蓝图\n  1. 蓝图\n\n> 蓝图：\n> 蓝图\n\n|蓝图|\n|-|\n|蓝图|',
    ],
    ['alternative text and caption of a photo', '![藍圖](photo:藍圖 "發展")', '![蓝图](photo:藍圖 "发展")'],
    ['an alternative text is no part of the sentence', '數![碼港](photo:a)碼港', '数![碼港](photo:a)码港'],
    ['quotation marks inside bold', '提出**「藍圖」**發展', '提出**“蓝图”**发展'],
    ['code', '`藍圖` 藍圖\n\n```\n藍圖\n```', '`藍圖` 蓝图\n\n```\n藍圖\n```'],
    [
      'addresses',
      '<https://a.hk/藍圖> https://a.hk/藍圖，藍圖 www.a.hk/藍圖',
      '<https://a.hk/藍圖> https://a.hk/藍圖，蓝图 www.a.hk/藍圖',
    ],
    ['destination and title of a link', '[藍圖](https://a.hk/藍圖 "藍圖")', '[蓝图](https://a.hk/藍圖 "藍圖")'],
    ['keep', '[藍圖](keep:)藍圖', '[藍圖](keep:)蓝图'],
    ['keep, with marks inside', '[**藍**圖](keep:)', '[**藍**圖](keep:)'],
    [
      'another language',
      '[藍圖](lang:ja) [藍圖](lang:zh-Hant) [藍圖](lang:zh-HK)',
      '[藍圖](lang:ja) [藍圖](lang:zh-Hant) [藍圖](lang:zh-HK)',
    ],
    ['Chinese of no particular script', '[藍圖](lang:yue)', '[蓝图](lang:yue)'],
    ['escapes and entities', '\\*藍圖\\* &amp;藍圖 &#x85cd;圖', '\\*蓝图\\* &amp;蓝图 &#x85cd;圖'],
    ['CRLF and tabs', '藍\r\n圖\r\n\r\n-\t藍圖\r\n', '蓝\r\n图\r\n\r\n-\t蓝图\r\n'],
    ['a byte-order mark', '\ufeff藍圖', '\ufeff蓝图'],
    ['NUL and lone surrogates', '藍圖\0\ud800藍圖', '蓝图\0\ud800蓝图'],
    ['longer words', '網，網', '网络，网络'],
    ['nothing', '', ''],
  ]
  it.each(cases)('%s', (_, source, expected) => {
    expect(convert(source)).toBe(expected)
  })

  it('gives the runs of a block together, with protected ones and line breaks as the reader sees them', () => {
    const seen: (readonly ConvertRun[])[] = []
    convert('甲**乙**\n丙 `x` [丁](keep:) AI\n戊', (runs) => {
      seen.push(runs)
      return runs.map((run) => run.text)
    })
    expect(seen).toEqual([
      [
        { text: '甲' },
        { text: '乙' },
        { text: '丙 ' },
        { text: 'x', protected: true },
        { text: ' ' },
        { text: '丁', protected: true },
        { text: ' AI' },
        { text: ' ', protected: true },
        { text: '戊' },
      ],
    ])
  })

  it('asks nothing about ASCII', () => {
    expect(
      convert('Plain *English*', () => {
        throw new Error('asked')
      }),
    ).toBe('Plain *English*')
  })

  it('refuses what passes a limit', () => {
    expect(convertBody('> '.repeat(99), convertRuns)).toMatchObject({
      ok: false,
      problem: { rule: 'body-nested-too-deeply' },
    })
  })

  it('tells a programmer who returns too few strings', () => {
    expect(() => convertBody('甲', () => [])).toThrow(RangeError)
  })

  it('escapes markup that conversion introduces, and never converts a text to nothing', () => {
    const to =
      (text: string): ConvertRuns =>
      (runs) =>
        runs.map((run) => (run.protected ? run.text : text))
    expect(convert('甲', to('*a* [b](c) <d> # | `\n> e'))).toBe('\\*a\\* \\[b\\]\\(c\\) \\<d\\> \\# \\| \\` \\> e')
    expect(convert('**甲**', to(' '))).toBe('**甲**')
    expect(convert('**甲**', to(' 乙 '))).toBe('**乙**')
  })
})

describe('any Markdown', () => {
  it('has the same structure before and after', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const converted = convertBody(source, convertRuns)
        if (converted.ok) expect(shape(converted.markdown)).toEqual(shape(source))
      }),
      { seed: 1997, numRuns: 500 },
    )
  })

  it('has the same structure even when conversion returns anything', () => {
    fc.assert(
      fc.property(
        markdown,
        fc.array(
          fc.string({
            unit: fc.constantFrom(
              '*',
              '_',
              '[',
              ']',
              '(',
              ')',
              '`',
              '<',
              '>',
              '#',
              '|',
              '\n',
              ' ',
              '港',
              '&',
              '!',
              '-',
              '\\',
              '1',
              '.',
            ),
            maxLength: 6,
          }),
          { minLength: 1, maxLength: 5 },
        ),
        (source, results) => {
          const converted = convertBody(source, (runs) =>
            runs.map((run, index) =>
              /\p{Script=Han}/u.test(run.text) ? `港${results[index % results.length]}港` : run.text,
            ),
          )
          if (!converted.ok) return
          const before = parseBody(source)
          const after = parseBody(converted.markdown)
          if (before.ok && after.ok)
            expect(after.tree.blocks.map(({ type }) => type)).toEqual(before.tree.blocks.map(({ type }) => type))
        },
      ),
      { seed: 2047, numRuns: 300 },
    )
  })

  it('keeps every ASCII character, and is the same text when nothing is converted', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        expect(convertBody(source, (runs) => runs.map((run) => run.text))).toMatchObject(
          parseBody(source).ok ? { markdown: source } : { ok: false },
        )
        const converted = convertBody(source, convertRuns)
        const ascii = (text: string) => text.replace(/[^\p{ASCII}]/gu, '')
        if (converted.ok) expect(ascii(converted.markdown)).toBe(ascii(source))
      }),
      { seed: 2022, numRuns: 500 },
    )
  })
})
