import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { deriveMessages, MESSAGES_FOLDER, messageTables } from '../../src/cli/build-messages.ts'
import { converter } from '../unit/convert/tables.ts'

it('the Simplified message table is derived from the source text of the Traditional one', () => {
  const source = [
    "import type { Messages } from './messages.ts'",
    '',
    '/** 繁體 */',
    'export const zhHant: Messages = {',
    "  home: '主頁', search: '搜尋', language: '繁體中文', other: '简体中文',",
    '  count: (total: number) => `共\u0024{total}篇「新聞」，隨著發布<b>更新</b>`,',
    "  mail: 'press@example.hk', contact: '傳媒查詢', privacy: '私隱政策',",
    '}',
    '',
  ].join('\n')
  expect(deriveMessages(source, converter)).toBe(
    [
      '// Generated from the Traditional table by `npm run build:messages`. Do not edit.',
      "import type { Messages } from './messages.ts'",
      '',
      '/** 繁体 */',
      'export const zhHans: Messages = {',
      "  home: '主页', search: '搜索', language: '繁體中文', other: '简体中文',",
      '  count: (total: number) => `共\u0024{total}篇“新闻”，随着发布<b>更新</b>`,',
      "  mail: 'press@example.hk', contact: '媒体咨询', privacy: '隐私政策',",
      '}',
      '',
    ].join('\n'),
  )
})

it('a message table without `zhHant` is refused', () => {
  expect(() => deriveMessages('export const other = {}', converter)).toThrow('zhHant')
})

/** Without what the formatter decides. */
const bare = (source: string) => source.replace(/\s+/g, '').replaceAll(',}', '}').replaceAll(',)', ')')

it.each(messageTables())(
  '$simplified is what `npm run build:messages` makes of $traditional',
  ({ traditional, simplified }) => {
    const read = (name: string) => readFileSync(path.join(MESSAGES_FOLDER, name), 'utf8')
    expect(bare(read(simplified))).toBe(bare(deriveMessages(read(traditional), converter)))
  },
)
