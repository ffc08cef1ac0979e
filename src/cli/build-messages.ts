/** `npm run build:messages`: derives the Simplified message tables from the Traditional ones, so that they cannot drift. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Converter, createConverter } from '../convert/converter.ts'
import type { EditorOverride } from '../convert/options.ts'
import { readTables } from './dictionary/read-tables.ts'

export const MESSAGES_FOLDER = path.join(import.meta.dirname, '../edition/messages')

/** Words of the site's furniture that a Mainland reader knows by another name, as [Traditional, Simplified]. */
const MAINLAND_WORDS: readonly (readonly [string, string])[] = [
  ['電郵地址', '电子邮件地址'],
  ['電郵', '电子邮件'],
  ['傳媒', '媒体'],
  ['查詢', '咨询'],
  ['聯絡', '联系'],
  ['搜尋', '搜索'],
  ['尋找', '查找'],
  ['連結', '链接'],
  ['私隱', '隐私'],
  ['字元', '字符'],
  ['位元組', '字节'],
  ['快取', '缓存'],
  ['儲存', '保存'],
  ['登入', '登录'],
  ['登出', '退出登录'],
  ['帳戶', '账户'],
  ['檔案', '文件'],
  ['毋須', '无须'],
  ['介面', '界面'],
  ['排期', '定时'],
  ['網站導覽', '网站导航'],
  ['高對比', '高对比度'],
  ['硬碟', '硬盘'],
  ['位址', '地址'],
  ['重新連線', '重新联网'],
  ['照常連線', '照常联网'],
  ['載入', '加载'],
  ['純文字', '纯文本'],
  ['資訊', '信息'],
  ['訊息', '消息'],
  ['程式', '程序'],
  ['螢幕', '屏幕'],
  ['預設', '默认'],
  ['伺服器', '服务器'],
  ['網誌', '博客'],
  ['相片', '照片'],
  ['上載', '上传'],
  ['匯出', '导出'],
  ['內文', '正文'],
  ['復原', '恢复'],
  ['主旨', '主题'],
  ['原始碼', '源代码'],
  ['尚未有', '还没有'],
  ['未有', '没有'],
  ['最少', '至少'],
  ['增加一列', '增加一行'],
  ['表格有一欄', '表格有一列'],
  ['資料庫', '数据库'],
  ['視窗', '窗口'],
  ['程式碼', '代码'],
  ['連線約需', '连接约需'],
  ['逾時', '超时'],
  ['行事曆', '日历'],
  ['紀錄', '记录'],
  ['網站設定', '网站设置'],
  ['》排期', '》定时于'],
]

/** Languages are named in their own script, whichever the page is in. */
const OWN_SCRIPT = ['繁體中文', '简体中文'] as const

const OVERRIDES: readonly EditorOverride[] = [...MAINLAND_WORDS.map(([from, to]) => ({ from, to, note: '' }))]

const HEADER = '// Generated from the Traditional table by `npm run build:messages`. Do not edit.\n'

/**
 * The Simplified module made from the source text of a Traditional one. Identifiers and file names that say which table
 * it is change with it; template placeholders, keys and everything else that is not Chinese stay.
 * @throws if the source exports no table of that name
 */
export function deriveMessages(source: string, converter: Converter): string {
  if (!/\bexport const \w*[zZ]hHant\b/.test(source)) {
    throw new Error('A Traditional message table must export a constant whose name ends in `zhHant`')
  }
  const runs = protectCode(source)
  const converted = converter.convertRuns(runs, { from: 'zh-hant', to: 'zh-hans', overrides: OVERRIDES }).join('')
  return HEADER + converted.replace(/([zZ])hHant\b/g, '$1hHans').replace(/zh-hant\.ts'/g, `zh-hans.ts'`)
}

/** Backquotes, `${…}`, tags and names in their own script are copied; everything between them is text. */
function protectCode(source: string): { text: string; protected: boolean }[] {
  const pattern = new RegExp(`(\\$\\{[^}]*\\}|\`|</?[a-z][^<>]*>|${OWN_SCRIPT.map((name) => `'${name}'`).join('|')})`)
  return source.split(pattern).map((text, index) => ({ text, protected: index % 2 === 1 }))
}

/** Every Traditional table with the file that its Simplified one stands in. */
export function messageTables(): readonly { traditional: string; simplified: string }[] {
  return readdirSync(MESSAGES_FOLDER)
    .filter((name) => /(^|-)zh-hant\.ts$/.test(name))
    .map((name) => ({ traditional: name, simplified: name.replace('zh-hant', 'zh-hans') }))
}

if (import.meta.main) {
  const converter = createConverter(readTables())
  for (const { traditional, simplified } of messageTables()) {
    const source = readFileSync(path.join(MESSAGES_FOLDER, traditional), 'utf8')
    writeFileSync(path.join(MESSAGES_FOLDER, simplified), deriveMessages(source, converter))
  }
}
