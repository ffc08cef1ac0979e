/** Inputs that are known to be slow for Markdown parsers, and random ones. */
import fc from 'fast-check'
import {
  bodyBytesMax,
  bodyMarksMax,
  findBodyProblem,
  paragraphCharsMax,
  paragraphMarksMax,
} from '../../../src/article/body-limits.ts'

/** Patterns whose repetition is quadratic, or worse, in one Markdown parser or another. */
export const PATTERNS = [
  '>',
  '> ',
  '*',
  '* ',
  '- ',
  '+ ',
  '1. ',
  '- > ',
  '[',
  '![',
  ']',
  '[a](',
  '[a](b "',
  '[a](b (',
  '[a](<',
  '_',
  '*a ',
  '*a_ ',
  'a**b',
  '**a',
  '***a ',
  '*_',
  '_*a',
  '*a **b ',
  '😀*',
  '「*港',
  '`',
  '``a`',
  '|',
  '|a',
  '<',
  '<a ',
  '<!--',
  '<http://a>',
  '&',
  '&amp;',
  '&#x41;',
  '\\',
  '\\\n',
  '\t',
  '\r',
  '\n',
  '\0',
  ' ',
  '　',
  'a',
  '港',
  'a ',
  'the ',
  'a\n\n',
  '港\n',
  '> a\n',
  '- a\n',
  '- a\n\n',
  '1. a\n',
  '# a\n',
  'a\n=\n',
  'a\n-\n',
  '~',
  '~~~\n',
  '    a\n',
  '[a]: b\n',
  '[a\n',
  '![a](photo:b "c")',
  '[a](b) ',
  '[a](lang:fr)',
  '|a|b|\n',
  'a|b\n-|-\n',
  '\ud800',
  '\u202e',
  '\ufdd0',
  '\ufeff',
  '- a\n  - b\n    - c\n',
  '> - a\n',
  '>> > a\n',
  'www.a.',
  'a@a.',
  '(',
  '“',
  'The Cyberport Fund 港 ',
  '：\n',
  '—\n',
  '> a：\n> b\n\n',
  '1234567890',
  '二〇二二年',
  '三千五百萬',
  '$1.7 billion ',
] as const

/** 100 KB of one pattern. */
export function repeated(pattern: string): string {
  return pattern.repeat(Math.ceil(bodyBytesMax / pattern.length)).slice(0, bodyBytesMax)
}

/** As much of a pattern as the limits allow, in paragraphs that are as long as the limits allow. */
export function atTheLimits(pattern: string): string {
  const marks = Math.max(1, pattern.match(/[*_[\]`<]/g)?.length ?? 0)
  const perParagraph = Math.max(
    1,
    Math.min(Math.floor(paragraphMarksMax / marks), Math.floor(paragraphCharsMax / pattern.length)),
  )
  const paragraph = `${pattern.repeat(perParagraph)}\n\n`
  const paragraphsMax = Math.max(
    1,
    Math.floor(Math.min(bodyBytesMax / paragraph.length, bodyMarksMax / (marks * perParagraph))),
  )
  let low = 0
  let high = paragraphsMax * 4
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (findBodyProblem(paragraph.repeat(middle))) high = middle - 1
    else low = middle
  }
  return paragraph.repeat(low)
}

const FRAGMENTS = [
  ...PATTERNS,
  '數碼',
  '**數碼**港',
  '「藍圖」',
  '\n\n',
  '\n',
  '> ',
  '## ',
  '- ',
  '1. ',
  '| a | b |\n|---|---|\n| 港 | c |\n',
  '```\n',
  '`',
  '[港](https://a.hk)',
  '[Bonjour](lang:fr)',
  '[保留](keep:)',
  '![圖](photo:a "題")',
  '*',
  '**',
  '_',
  '\\*',
  '&amp;',
  '<script>',
  '</p>',
  '"',
  "'",
  'Smart City Fund',
  '表：題\n\n',
  'javascript:',
  '<a href=x>',
  '：',
  '— 陳',
  '2022年',
  '17 億元',
] as const

/** Markdown made of what editors and attackers write. */
export const markdown: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(''))
