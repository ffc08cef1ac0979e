import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBlocks } from '../../../src/article/markdown/blocks.ts'
import { readReference } from '../../../src/article/markdown/character-references.ts'
import type { MarkdownBlock, MarkdownInline, SourcePiece } from '../../../src/article/markdown/tree.ts'
import { commonmark } from './commonmark.ts'

/**
 * What both must agree on. Spaces in code are not part of it: the other keeps the indentation of lines in the middle of a
 * paragraph. Nor is how a line break is written.
 */
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n')
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null) return value
  const isCode = 'type' in value && (value.type === 'code' || value.type === 'code-block')
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'pieces')
      .map(([key, inner]) => [
        key,
        isCode && typeof inner === 'string' ? inner.replace(/\s+/g, '') : comparable(inner),
      ]),
  )
}

/** Names without the 1,900 that a body does not know. */
const parts = (...fragments: string[]) =>
  fc.array(fc.constantFrom(...fragments), { maxLength: 16 }).map((picked) => picked.join(''))

const INLINE = parts(
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '`',
    '``',
    '[',
    ']',
    '](',
    '](a)',
    '](a "b")',
    '](<a b> (c))',
    ')',
    '(',
    '!',
    '![',
    '<',
    '>',
  ],
  ...[
    '<a@b.c>',
    '<https://a.b>',
    '\\',
    '\\\n',
    '&',
    '&amp;',
    '&hellip;',
    '&#65;',
    '&#x41;',
    '&zzz;',
    '&#0;',
    '"',
    "'",
    ' ',
    '  ',
  ],
  ...['\n', '  \n', '\t', 'a', 'b ', 'é', '😀', '「', '港', '，', '數碼', '1', '.', '-', '(a)', 'x*y', '\\*', '[a]'],
)

const BLOCKS = parts(
  ...[
    '> ',
    '>',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2. ',
    '10) ',
    '1) ',
    '-',
    '*',
    '# ',
    '## ',
    '#',
    '#### a #',
    '```',
    '```\n',
    '~~~\n',
  ],
  ...[
    '    ',
    '  ',
    ' ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    'a',
    'b c',
    '---',
    '***',
    '| a | b |',
    '|---|:-:|',
    '|-|',
    'a | b',
  ],
  ...[
    '- | -',
    ':-',
    '|',
    '\\|',
    '港',
    '「a」',
    '**a**',
    '-\t',
    '>\t',
    '   - ',
    '  - ',
    '=',
    '===',
    '`a|b`',
    '![a](b)',
    '---|---',
  ],
)

describe('a source', () => {
  /** Bold beside full-width punctuation is where a body differs on purpose: these have none beside a mark. */
  const isPlain = (source: string) => !/[「，]\*|\*[「，]/.test(source)

  it.each([
    ['inline marks', INLINE.filter(isPlain)],
    ['blocks', BLOCKS.filter(isPlain)],
  ])('reads as CommonMark says: %s', (_, sources) => {
    fc.assert(
      fc.property(sources, (source) => {
        expect(comparable(parseBlocks(source))).toEqual(comparable(commonmark(source)))
      }),
      { numRuns: 4000, seed: 1 },
    )
  })

  it.each([
    ['nothing', ''],
    ['a lazy line', '> a\nb'],
    ['a lazy line after a list in a quotation', '> - a\nb'],
    ['a list that interrupts', 'a\n- b'],
    ['a number that does not', 'a\n2. b'],
    ['an item that begins with a blank line', '-\n\n  a'],
    ['items of two marks', '- a\n+ b'],
    ['an item inside an item, by its indentation', '1. a\n   - b\n\n     c\n2. d'],
    ['a fence that a quotation ends', '> ```\n> a\nb'],
    ['a fence in an item', '- ```\n  a\n  ```\n- b'],
    ['a fence with a language', '```js\na `b`\n```'],
    ['a backtick fence with a backtick behind it', '``` a`b'],
    ['a divider, not a list', '- - -'],
    ['a table under a paragraph', 'a\n| b | c |\n|---|--:|\n| d |\ne | f | g\n\nh'],
    ['a table with bars that are no borders', '|a\\|b|`c\\|d`|\n|-|-|'],
    ['a table in a quotation', '> a | b\n> - | -\n> c | d'],
    ['dashes that are no table', 'a\n---'],
    ['a heading with marks behind it', '## a ##\n# b#\n### ###\n#c'],
    ['brackets in brackets', '[a [b](c) d](e)'],
    ['an image in a link', '[![a](b)](c)'],
    ['a link in an image', '![[a](b)](c)'],
    ['an address with brackets', '[a](b(c)d) [a](b(c) [a](<b)c>)'],
    ['an address with nothing in it', '[a]() [b](<>)'],
    ['marks around a link', '**[a](b)** *[a*](b)'],
    ['a run of three', '***a** b* ***a* b**'],
    ['runs whose sum is three', '*a**b**c* a**b*c*d**'],
    ['code before everything', '`a*`b* ``a`b``'],
    ['breaks', 'a  \nb\\\nc\nd  '],
  ])('reads as CommonMark says: %s', (_, source) => {
    expect(comparable(parseBlocks(source))).toEqual(comparable(commonmark(source)))
  })
})

function texts(blocks: readonly MarkdownBlock[]): { value: string; pieces: readonly SourcePiece[] }[] {
  const ofInlines = (nodes: readonly MarkdownInline[]): ReturnType<typeof texts> =>
    nodes.flatMap((node) => (node.type === 'text' ? [node] : 'children' in node ? ofInlines(node.children) : []))
  return blocks.flatMap((block) => {
    if (block.type === 'quote') return texts(block.children)
    if (block.type === 'list') return texts(block.items.flat())
    if (block.type === 'table') return block.rows.flat().flatMap(ofInlines)
    return 'children' in block ? ofInlines(block.children) : []
  })
}

it('says where the characters of each text stand in the source', () => {
  fc.assert(
    fc.property(fc.oneof(INLINE, BLOCKS), (source) => {
      for (const { value, pieces } of texts(parseBlocks(source))) {
        let from = 0
        for (const { start, end } of pieces) {
          const found = value.indexOf(source.slice(start, end), from)
          expect(found).toBeGreaterThanOrEqual(from)
          from = found + end - start
        }
      }
    }),
    { seed: 2 },
  )
})

it('knows the names of characters as HTML does', () => {
  const names = [
    'amp',
    'quot',
    'apos',
    'nbsp',
    'Eacute',
    'hellip',
    'ldquo',
    'euro',
    'trade',
    'there4',
    'lang',
    'zwnj',
    'diams',
  ]
  for (const name of names) {
    const reference = `&${name};`
    const [paragraph] = commonmark(`(${reference})`)
    const characters = readReference(reference, 0)?.characters
    expect(paragraph).toMatchObject({ children: [{ value: `(${characters})` }] })
  }
  expect(readReference('&nothing;', 0)).toBeUndefined()
  expect(readReference('&CounterClockwiseContourIntegral;', 0)).toBeUndefined()
})
