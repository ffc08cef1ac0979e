/** Checks on links: their words must say where they lead, read alone in a list of links (WCAG 2.4.4, 2.4.9). */
import type { CheckedEdition } from './checked-edition.ts'
import { excerpt, type Finding } from './finding.ts'
import { isDriveUrl } from './safe-url.ts'

interface LinkToCheck {
  text: string
  url: string
  field: string
  position?: number
}

export function checkLinks(checked: CheckedEdition): Finding[] {
  const links = linksOf(checked)
  const found = (rule: Finding['rule'], link: LinkToCheck, params: Finding['params'] = {}): Finding => ({
    rule,
    severity: 'warns',
    edition: checked.edition,
    field: link.field,
    excerpt: excerpt(link.text || link.url),
    ...(link.position === undefined ? {} : { position: link.position }),
    params: { url: link.url, ...params },
  })
  const body = (text: string, url: string, position: number): LinkToCheck => ({ text, url, field: 'body', position })
  return [
    ...links.filter(({ text }) => isVagueLinkText(text)).map((link) => found('link-text-vague', link)),
    ...links.flatMap((link) => {
      const file = isVagueLinkText(link.text) ? undefined : unnamedFile(link)
      return file === undefined ? [] : [found('link-file-unnamed', link, { file })]
    }),
    ...repeatedTexts(links).map((link) => found('link-text-repeated', link)),
    ...checked.tree.refusedUrls.map(({ text, url, at }) => found('link-refused', body(text, url, at))),
  ]
}

function linksOf({ content, rendered }: CheckedEdition): LinkToCheck[] {
  const rows = (name: 'downloads' | 'related') =>
    content[name].map(({ label, url }, index): LinkToCheck => ({ text: label, url, field: `${name}.${index}.label` }))
  return [
    ...rendered.links.map(({ text, url, at }) => ({ text, url, field: 'body', position: at })),
    ...rows('downloads'),
    ...rows('related'),
  ]
}

const SOON = '(?:請|请|立即|即|馬上|马上)*'
const CLICK = '(?:按|點擊|点击|點按|点按|點|点|點選|点选|按下|看|見|见)'
const HERE =
  '(?:此|此處|此处|這裡|这里|這裏|這兒|这儿|這邊|这边|這個連結|这个链接|此連結|此链接|此连结|連結|链接|连结|以下連結|以下链接)'
const MORE =
  '(?:更多|詳情|详情|全文|內容|内容|詳細內容|详细内容|詳細資料|详细资料|更多(?:詳情|详情|內容|内容|資訊|资讯|資料|资料|信息|消息))'
const READ = '(?:了解|瞭解|閱讀|阅读|閱覽|查看|瀏覽|浏览|觀看|观看|收看|參閱|参阅|查閱|查阅)'
const DO = `(?:${READ}?${MORE}|${READ}|下載|下载|報名|报名|登記|登记|申請|申请|登入|登录|訂閱|订阅|購票|购票|查詢|查询)`
/** Of a file, its kind alone. */
const KIND = '(?:下載|下载)?(?:pdf|word|excel|zip)(?:檔案|檔|文件|版本|版|格式)?'

const VAGUE_CHINESE = new RegExp(
  `^(?:${SOON}${CLICK}?${HERE}${DO}?|${SOON}${CLICK}${HERE}?${DO}|${MORE}${SOON}${CLICK}${HERE}|${READ}?${MORE}|${KIND}|下載|下载|瀏覽|浏览|查看|連線|鏈接|網址|网址|網頁|网页|網站|网站)$`,
)

const DETAILS = '(?:(?:more|full|further) )?(?:details?|information|info)'
/** "Here" may go on, and still says nothing: here now, here for details, here to register. */
const HERE_FOR = `here(?: now)?(?: (?:for (?:${DETAILS}|more)|to (?:register|apply|download|view|watch|read(?: more)?|learn more|find out more)))?`
const VAGUE_ENGLISH = new RegExp(
  `^(?:please )?(?:(?:(?:click|tap|press|see|go|download|visit|view|watch|look|register|sign up|apply|read|find out)(?: (?:it|on|now|more))? )?${HERE_FOR}|click|(?:read|learn|see|view|find out|know|show)? ?(?:more|${DETAILS}|full story)|(?:this|the|that)(?: (?:link|page|website|site|one|article|document|file))?|link|links|page|website|web site|(?:download )?(?:the )?(?:pdf|word|excel|zip)(?: file| version| document)?|download|downloads|go|view|see|continue|continue reading|url)$`,
)

/** Whether a link text says nothing by itself: 按此, 這裡, 詳情, here, read more. Punctuation and arrows do not help. */
export function isVagueLinkText(text: string): boolean {
  const words = text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()
  return VAGUE_ENGLISH.test(words) || VAGUE_CHINESE.test(words.replaceAll(' ', ''))
}

/** Files that open in another program, by their endings, with the words that say so. */
const FILES: readonly (readonly [ending: RegExp, name: string, words: RegExp])[] = [
  [/^pdf$/, 'PDF', /pdf/i],
  [/^(?:docx?|rtf|odt)$/, 'Word', /word|docx?|rtf|odt/i],
  [/^(?:xlsx?|csv|ods)$/, 'Excel', /excel|xlsx?|csv|ods|spreadsheet|試算表|试算表/i],
  [/^(?:pptx?|odp)$/, 'PowerPoint', /powerpoint|pptx?|odp|slides|presentation|簡報|简报|投影片/i],
  [/^(?:zip|rar|7z)$/, 'ZIP', /zip|rar|7z|壓縮|压缩/i],
  [/^(?:mp4|mov|wmv)$/, 'MP4', /mp4|mov|wmv|video|film|clip|影片|片段|短片|錄影|录像|視頻|视频/i],
  [/^(?:mp3|m4a|wav)$/, 'MP3', /mp3|m4a|wav|audio|recording|podcast|錄音|录音|聲音|音頻|音频|播客/i],
]

/** The kind of file that a link leads to without saying so; a folder on Drive must have a name, not an address. */
function unnamedFile({ text, url }: LinkToCheck): string | undefined {
  const ending = /\.(\w{2,4})$/.exec(url.split(/[?#]/)[0] ?? '')?.[1]?.toLowerCase() ?? ''
  const file = FILES.find(([endings]) => endings.test(ending))
  // The name of the file alone does not count as saying what it is.
  if (file) return file[2].test(text.replace(/\.\w{2,4}\b/g, '')) ? undefined : file[1]
  const isAddress = /^(?:https?:\/\/|www\.|drive\.|docs\.)\S*$/i.test(text.trim())
  return isDriveUrl(url) && isAddress ? 'Google Drive' : undefined
}

/** Links with the words of an earlier link that lead elsewhere (axe: identical-links-same-purpose). */
function repeatedTexts(links: readonly LinkToCheck[]): LinkToCheck[] {
  const first = new Map<string, string>()
  return links.filter(({ text, url }) => {
    const words = text.replace(/\s+/g, ' ').trim().toLowerCase()
    if (words === '' || isVagueLinkText(text)) return false
    const earlier = first.get(words)
    if (earlier === undefined) first.set(words, url)
    return earlier !== undefined && earlier !== url
  })
}
