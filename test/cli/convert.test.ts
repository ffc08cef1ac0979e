import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocks } from '../../src/cli/convert.ts'

const root = path.join(import.meta.dirname, '../..')
const TO_HANS = ['--from', 'zh-hant', '--to', 'zh-hans']

function convert(args: readonly string[], input: string | Uint8Array) {
  const maxBuffer = 64 << 20
  const result = spawnSync(process.execPath, ['src/cli/convert.ts', ...args], { cwd: root, input, maxBuffer })
  return { status: result.status, out: result.stdout, text: result.stdout.toString(), error: result.stderr.toString() }
}

describe('npm run convert', () => {
  it('converts standard input and keeps every byte that is not Chinese', () => {
    const input = '\ufeffTitle\r\n\r\n隨著「發展」\0\t  \u{1f600}\ue000 end'
    const { status, out } = convert(TO_HANS, input)
    expect(status).toBe(0)
    expect(out).toEqual(Buffer.from('\ufeffTitle\r\n\r\n随着“发展”\0\t  \u{1f600}\ue000 end'))
  })

  it('converts inputs of any size, the same as in one piece', () => {
    const paragraph = '數碼港隨著發展，藉口「干預」。'.repeat(40)
    const { status, text } = convert(TO_HANS, `${paragraph}\n\n`.repeat(4000))
    expect(status).toBe(0)
    expect(text).toBe(`${'数码港随着发展，借口“干预”。'.repeat(40)}\n\n`.repeat(4000))
  })

  it('writes spans as lines of JSON with --trace', () => {
    const { text } = convert([...TO_HANS, '--trace'], '甲\n赤鱲角')
    const spans = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(spans).toMatchObject([{ start: 3, end: 4, from: '鱲', to: '𫚭', confidence: 'low', doubt: 'font' }])
  })

  it('takes words and a glossary on request', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glossary-'))
    const file = path.join(folder, 'glossary.txt')
    writeFileSync(file, 'lock 發展\n')
    expect(convert([...TO_HANS, '--vocabulary', '--glossary', file], '機械人發展').text).toBe('机器人發展')
    writeFileSync(file, 'lock 發展\n\nterm 甲\n')
    const { status, error } = convert([...TO_HANS, '--glossary', file], '')
    expect(status).toBe(2)
    expect(error).toContain('glossary.txt:3: ')
    rmSync(folder, { recursive: true })
  })

  it.each([
    [['--from', 'zh-hant'], '--to must be zh-hant or zh-hans'],
    [['--from', 'zh-hant', '--to', 'zh-hant'], '--from and --to are the same'],
    [[...TO_HANS, '--nonsense'], '--nonsense'],
    [[...TO_HANS, '--glossary', '/does/not/exist'], 'cannot be read'],
  ])('refuses %j with status 2', (args, message) => {
    const { status, error } = convert(args, '')
    expect(status).toBe(2)
    expect(error).toContain(message)
    expect(error).not.toContain('    at ')
  })

  it.each([
    ['in the third line', Buffer.concat([Buffer.from('甲\n乙\n'), Buffer.from([0xff]), Buffer.from('\n丙')]), 3],
    ['at the cut end of the input', Buffer.from('甲\n乙').subarray(0, -1), 2],
  ])('names the line of bytes that are not UTF-8 %s', (_name, input, line) => {
    const { status, error } = convert(TO_HANS, input)
    expect(status).toBe(2)
    expect(error).toContain(`input line ${line}: not UTF-8`)
  })
})

describe('blocks of a stream', () => {
  const cut = async (text: string, unitsMax: number) => {
    const found: string[] = []
    const input = (async function* () {
      for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7)
    })()
    for await (const block of blocks(input, unitsMax)) found.push(block)
    return found
  }

  it('end at paragraphs, else at lines, else at punctuation, never in a character', async () => {
    expect(await cut('甲乙丙丁\n戊己\n\n庚辛壬癸子丑寅卯', 12)).toEqual(['甲乙丙丁\n戊己\n\n', '庚辛壬癸子丑寅卯'])
    expect(await cut('甲乙丙丁\n庚辛壬癸子丑寅卯', 8)).toEqual(['甲乙丙丁\n', '庚辛壬癸子丑寅卯'])
    expect(await cut('甲乙丙丁戊，庚辛壬癸子丑寅卯', 8)).toEqual(['甲乙丙丁戊，', '庚辛壬癸子丑寅卯'])
    const astral = '\u{20000}'.repeat(20)
    const pieces = await cut(astral, 9)
    expect(pieces.join('')).toBe(astral)
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true)
  })
})
