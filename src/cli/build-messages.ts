/** `npm run build:messages`: derives the Simplified message table from the Traditional one, so that they cannot drift. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Converter, createConverter } from '../convert/converter.ts'
import type { EditorOverride } from '../convert/options.ts'
import { readTables } from './dictionary/read-tables.ts'

/** Words of the site's furniture that a mainland reader knows by another name; whole strings or parts of them. */
export const MESSAGE_OVERRIDES: readonly EditorOverride[] = [
  { from: '繁體中文', to: '繁體中文', note: 'a language is named in its own script' },
  { from: '简体中文', to: '简体中文', note: 'a language is named in its own script' },
  { from: '電郵', to: '电子邮件', note: '' },
  { from: '傳媒', to: '媒体', note: '' },
  { from: '查詢', to: '咨询', note: '' },
  { from: '聯絡', to: '联系', note: '' },
  { from: '搜尋', to: '搜索', note: '' },
  { from: '連結', to: '链接', note: '' },
  { from: '檔案庫', to: '档案库', note: '' },
  { from: '私隱', to: '隐私', note: '' },
  { from: '訂閱', to: '订阅', note: '' },
  { from: '網上', to: '在线', note: '' },
  { from: '瀏覽器', to: '浏览器', note: '' },
]

const HEADER = '// Generated from zh-hant.ts by `npm run build:messages`. Do not edit.\n'

/**
 * The Simplified message module made from the source text of the Traditional one. `export const zhHant` becomes
 * `export const zhHans`; template placeholders, keys and everything else that is not Chinese stay.
 * @throws if the source does not export `zhHant`
 */
export function deriveMessages(source: string, converter: Converter): string {
  if (!/\bexport const zhHant\b/.test(source)) throw new Error('The Traditional message table must export `zhHant`')
  const placeholders = protectPlaceholders(source)
  const options = { from: 'zh-hant', to: 'zh-hans', overrides: MESSAGE_OVERRIDES } as const
  const converted = converter.convertRuns(placeholders, options).join('')
  return HEADER + converted.replace(/\bzhHant\b/g, 'zhHans')
}

/** Source code between backquotes is text here, not Markdown code: each backquote and `${…}` is a run of its own. */
function protectPlaceholders(source: string): { text: string; protected: boolean }[] {
  return source.split(/(\$\{[^}]*\}|`|<[^>]*>)/).map((text, index) => ({ text, protected: index % 2 === 1 }))
}

if (import.meta.main) {
  const folder = path.join(import.meta.dirname, '../edition/messages')
  const source = readFileSync(path.join(folder, 'zh-hant.ts'), 'utf8')
  writeFileSync(path.join(folder, 'zh-hans.ts'), deriveMessages(source, createConverter(readTables())))
}
