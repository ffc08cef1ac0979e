import { describe, expect, it } from 'vitest'
import { parseBody, renderBody } from '../../../src/article/body.ts'
import {
  containerDepth,
  findBodyProblem,
  linesMax,
  nestingMax,
  paragraphCharsMax,
  textLinesMax,
} from '../../../src/article/body-limits.ts'
import { convertBody } from '../../../src/article/convert-body.ts'
import { atTheLimits, PATTERNS, repeated } from './hostile-bodies.ts'

const options = { edition: 'zh-hant', tableLabel: (number: number) => `表格 ${number}` } as const

/** What a page may spend, with room for a busy machine. Alone it is below 200 ms. */
const timeMaxMs = 10_000

function spend(markdown: string): number {
  const startMs = performance.now()
  const parsed = parseBody(markdown)
  if (parsed.ok) renderBody(parsed.tree, options)
  const renderedMs = performance.now()
  convertBody(markdown, (runs) => runs.map((run) => run.text))
  const convertedMs = performance.now()
  if (process.env.MEASURE)
    console.log(
      Math.round(renderedMs - startMs),
      Math.round(convertedMs - renderedMs),
      JSON.stringify(markdown.slice(0, 20)),
    )
  return Math.max(renderedMs - startMs, convertedMs - renderedMs)
}

describe('a body that passes a limit', () => {
  const cases: [string, string, string, number][] = [
    ['too long', '港'.repeat(33_400), 'body-too-long', 1],
    ['too many lines', '\n'.repeat(linesMax), 'body-too-many-lines', linesMax + 1],
    ['too many lines of text', 'a\n'.repeat(textLinesMax + 1), 'body-too-many-lines', textLinesMax + 1],
    ['a paragraph too long', `a\n\n${'a'.repeat(paragraphCharsMax + 1)}`, 'body-paragraph-too-long', 3],
    ['a paragraph with too many marks', '*a'.repeat(601), 'body-paragraph-too-many-marks', 1],
    ['too many marks', `${'*a'.repeat(500)}\n\n`.repeat(11), 'body-too-many-marks', 21],
    ['nested too deeply', `a\n\n${'> '.repeat(nestingMax + 1)}a`, 'body-nested-too-deeply', 3],
    ['nested too deeply by indentation', `${' '.repeat(2 * nestingMax)}- a`, 'body-nested-too-deeply', 1],
  ]
  it.each(cases)('%s: is refused with the limit and the line', (_, markdown, rule, line) => {
    const parsed = parseBody(markdown)
    expect(parsed.ok ? undefined : parsed.problem).toMatchObject({ rule, line })
  })

  it('is measured in bytes of UTF-8', () => {
    const han = `${'港'.repeat(6_666)}\n\n`.repeat(5)
    expect(findBodyProblem(han.slice(0, 33_000))).toBeUndefined()
    expect(findBodyProblem(`${han}港`)?.rule).toBe('body-too-long')
  })
})

describe('containerDepth', () => {
  const cases: [string, number][] = [
    ['text', 0],
    ['> a', 1],
    ['>> a', 2],
    ['- a', 1],
    ['* * *', 0],
    ['- - - -', 0],
    ['- - a', 2],
    ['  - a', 2],
    ['    - a', 3],
    ['1. > - a', 3],
    ['-a', 0],
    ['+852 3166 3993', 0],
    ['        plain', 0],
    ['2022. a', 1],
  ]
  it.each(cases)('%j opens %i', (line, depth) => {
    expect(containerDepth(line)).toBe(depth)
  })
})

describe('hostile input', () => {
  it.each(PATTERNS.map((pattern) => [pattern]))('100 KB of %j is read or refused in time', (pattern) => {
    expect(spend(repeated(pattern))).toBeLessThan(timeMaxMs)
  })

  it.each(PATTERNS.map((pattern) => [pattern]))('as much of %j as is allowed is read in time', (pattern) => {
    expect(spend(atTheLimits(pattern))).toBeLessThan(timeMaxMs)
  })
})
