/**
 * `npm run admin-words`: makes the Simplified table of the editors' side out of the Traditional one, character by
 * character, with the words that the Mainland says differently. Run it after every change of the Traditional table; a
 * test compares the two.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Converter } from 'opencc-js/t2cn'

const folder = path.join(import.meta.dirname, '../edition/messages')

/** Longest first: later ones must not break up earlier ones. */
const MAINLAND_WORDS: readonly (readonly [string, string])[] = [
  ['电邮地址', '电子邮件地址'],
  ['位元组', '字节'],
  ['读屏软件', '读屏软件'],
  ['快取', '缓存'],
  ['连结', '链接'],
  ['储存', '保存'],
  ['网志', '博客'],
  ['登出', '退出登录'],
  ['登入', '登录'],
  ['帐户', '账户'],
  ['电邮', '电子邮件'],
  ['档案', '文件'],
  ['搜寻', '搜索'],
  ['寻找', '查找'],
  ['字元', '字符'],
  ['毋须', '无须'],
  ['介面', '界面'],
  ['排期', '定时'],
  ['消息来源', '消息源'],
]

/** The Simplified table, as a whole file. */
export function simplifiedTable(traditional: string): string {
  const convert = Converter({ from: 'hk', to: 'cn' })
  let text = convert(traditional)
  for (const [from, to] of MAINLAND_WORDS) text = text.replaceAll(from, to)
  const [, ...body] = text.replaceAll('「', '“').replaceAll('」', '”').split('export const adminZhHant = ')
  return [
    '/** Made from the Traditional table by `npm run admin-words`: change that one. */',
    `import type { AdminMessages } from './admin.ts'\n`,
    `export const adminZhHans: AdminMessages = ${body.join('')}`,
  ].join('\n')
}

if (import.meta.main) {
  const traditional = await readFile(path.join(folder, 'admin-zh-hant.ts'), 'utf8')
  await writeFile(path.join(folder, 'admin-zh-hans.ts'), simplifiedTable(traditional))
}
