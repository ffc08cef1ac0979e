import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBody } from '../../../src/article/body.ts'
import { bodyText } from '../../../src/article/body-text.ts'
import type { Quote } from '../../../src/article/body-tree.ts'
import { quoteMarkdown, speakerName } from '../../../src/article/quote-markdown.ts'
import { EDITION_KEYS, type Edition } from '../../../src/edition/editions.ts'
import { messagesFor } from '../../../src/edition/messages/messages.ts'

const style = (edition: Edition) => messagesFor(edition).quotation

const write = (edition: Edition, speaker: string, role: string, words: string) =>
  quoteMarkdown({ speaker, role, words }, style(edition))

/** The one quotation that a body consists of. */
function readBack(markdown: string): { name: string; line: string; words: string } {
  const parsed = parseBody(markdown)
  if (!parsed.ok) throw new Error(parsed.problem.rule)
  expect(parsed.tree.blocks.map(({ type }) => type)).toEqual(['quote'])
  const [quote] = parsed.tree.blocks as [Quote] // as just checked
  expect(quote.blocks.every(({ type }) => type === 'paragraph')).toBe(true)
  expect(parsed.tree.refusedUrls).toEqual([])
  const text = (blocks: Quote['blocks']) => bodyText({ blocks, refusedUrls: [] })
  const line = quote.speaker ? text([{ type: 'paragraph', at: 0, children: quote.speaker.children }]) : ''
  return { name: quote.speaker?.name ?? '', line, words: text(quote.blocks) }
}

describe('a quotation', () => {
  test('in Chinese names the office before the speaker', () => {
    const markdown = write('zh-hant', '陳細明', '數碼港主席', '歡迎各位。')
    expect(markdown).toBe('> 數碼港主席**陳細明**表示：\n>\n> 「歡迎各位。」')
    expect(readBack(markdown)).toEqual({ name: '陳細明', line: '數碼港主席陳細明表示：', words: '「歡迎各位。」' })
  })

  test('in English names it behind', () => {
    const markdown = write('en', 'Simon Chan', 'Chairman of Cyberport', 'Welcome.')
    expect(markdown).toBe('> **Simon Chan**, Chairman of Cyberport, said:\n>\n> “Welcome.”')
    expect(write('en', 'Simon Chan', '', 'Welcome.')).toContain('> **Simon Chan** said:')
  })

  test('in Simplified Chinese has the marks of the Mainland', () => {
    expect(write('zh-hans', '陈细明', '', '欢迎各位。')).toBe('> **陈细明**表示：\n>\n> “欢迎各位。”')
  })

  test.each([
    ['「歡迎。」', '「歡迎。」'],
    ['“歡迎。”', '「歡迎。」'],
    ['"歡迎。"', '「歡迎。」'],
    ['『歡迎。』', '「歡迎。」'],
    ['「甲」和「乙」', '「『甲』和『乙』」'],
    ['「甲」說「乙『丙』」', '「『甲』說『乙「丙」』」'],
    ['「甲『乙』」', '「甲『乙』」'],
    ['歡迎', '「歡迎」'],
    ['「歡迎', '「『歡迎」'],
  ])('puts marks around %s', (words, expected) => {
    expect(readBack(write('zh-hant', '陳', '', words)).words).toBe(expected)
  })

  test('leaves an apostrophe alone', () => {
    expect(readBack(write('en', 'A', '', 'It’s “fine”, isn’t it?')).words).toBe('“It’s ‘fine’, isn’t it?”')
    expect(readBack(write('en', 'A', '', '“It’s fine.”')).words).toBe('“It’s fine.”')
  })

  test.each([
    ['第一段。\n\n第二段。', '「第一段。\n\n「第二段。」'],
    ['「第一段。\n\n「第二段。」', '「第一段。\n\n「第二段。」'],
    ['「第一段。」\n\n「第二段。」', '「第一段。\n\n「第二段。」'],
    ['「第一段。\n\n第二段。」', '「第一段。\n\n「第二段。」'],
    ['第一行\n第二行\n \t\n\n\n末段', '「第一行第二行\n\n「末段」'],
    ['有三點：\n\n一', '「有三點：\n\n「一」'],
    ['甲\n\n— 乙', '「甲\n\n「— 乙」'],
  ])('of several paragraphs opens in each and closes once: %j', (words, expected) => {
    const found = readBack(write('zh-hant', '陳', '', words))
    expect(found).toMatchObject({ name: '陳', words: expected })
  })
})

/** Names and offices that try to be something else. */
const HOSTILE = [
  ...['**陳**', '*陳*', '陳_大_文', '__陳__', '`陳`', '[陳](https://example.org)', '![陳](photo:a)', '[陳](lang:en)'],
  ...['<b>陳</b>', '<https://example.org>', '&lt;陳&gt;', '&#42;陳', 'A & B', 'AT&T', '陳\\', '\\*陳', '# 陳', '> 陳'],
  ...['- 陳', '+ 陳', '1. 陳', '12) 陳', '---', '***', '| 陳 | 大文 |', '~~~', '```', '=== 陳', ': 陳', '陳：大文'],
  ...[
    '陳：',
    '陳:',
    '陳： :',
    '— 陳',
    '陳 — 大文',
    '－陳',
    '「陳」',
    '（陳）',
    '(Chan)',
    'Dr. Chan (HK)',
    "O'Brien",
    '😀陳',
  ],
  ...[
    '陳\n大文',
    'Mary\r\nAnn',
    '陳\n\n大文',
    '\n陳\n',
    '陳\u2028大文',
    '\u200b陳',
    '陳\u00a0',
    '$陳$',
    '%',
    'A.B.',
    '{role}',
  ],
  ...['{name}', '$&', 'www.example.org', 'a@example.org', '表：陳', 'Table: x', '[', ']', '](', '[]()', '*', '_', '\\'],
]

describe.each(EDITION_KEYS)('in %s', (edition) => {
  const [open, , , close] = style(edition).marks

  test.each(HOSTILE)('%j is read back as it was typed', (typed) => {
    const asName = readBack(write(edition, typed, typed, '說話'))
    expect(asName.name).toBe(speakerName(typed))
    const asWords = readBack(write(edition, '陳大文', '', `說${typed}話`))
    const plain = `說${typed}話`.replace(/\r\n/g, '\n')
    expect(asWords.name).toBe('陳大文')
    if (!/[\n「“]/.test(typed)) expect(asWords.words).toBe(`${open}${plain}${close}`)
  })
})

const character = fc.constantFrom(
  ...[
    '*',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '&',
    ';',
    '#',
    '\\',
    '!',
    '|',
    '~',
    '-',
    '+',
    '=',
    ':',
    '：',
    '.',
    ',',
  ],
  ...[
    '—',
    '–',
    '\n',
    ' ',
    '\t',
    '　',
    '1',
    '9',
    'a',
    'B',
    'é',
    '陳',
    '大',
    '文',
    '「',
    '」',
    '“',
    '”',
    '"',
    "'",
    '（',
    '）',
    '。',
  ],
  ...['😀', '𠮷', '\u0301', '\u200d', '{', '}', '$', '%', '/', '@', '&lt;', '&#42;', '](', '**', 'https://a.b'],
)
const text = fc.array(character, { maxLength: 24 }).map((characters) => characters.join(''))

test('any speaker, office and words are read back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...EDITION_KEYS), text, text, text, (edition, speaker, role, words) => {
      fc.pre(speakerName(speaker) !== '' && words.trim() !== '')
      const found = readBack(write(edition, speaker, role, words))
      expect(found.name).toBe(speakerName(speaker))
      const bare = (raw: string) => raw.replace(/[「」『』“”‘’"«»\s]/g, '')
      expect(bare(found.words)).toBe(bare(words))
    }),
    { numRuns: 3000, seed: 20261125 },
  )
})
