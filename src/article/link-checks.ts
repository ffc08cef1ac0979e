/** Checks on links: their words must say where they lead, read alone in a list of links (WCAG 2.4.4, 2.4.9). */
import type { CheckedEdition } from './checked-edition.ts'
import { excerpt, type Finding } from './finding.ts'
import { isDriveUrl, isPdfUrl } from './safe-url.ts'

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
    ...links
      .filter(namesNoFile)
      .map((link) => found('link-file-unnamed', link, { file: isPdfUrl(link.url) ? 'PDF' : 'Google Drive' })),
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

const VAGUE_CHINESE =
  /^(?:(?:請|请)?(?:按|點擊|点击|點按|点按|點|点|點選|点选)?(?:此|此處|此处|這裡|这里|這裏|這兒|这儿|這個連結|此連結|此链接|連結|链接|以下連結)|(?:請|请)?(?:按|點擊|点击)(?:此|此處|此处|這裡|这里|這裏)?(?:下載|下载|查看|瀏覽|浏览|報名|报名|登記|登记|了解更多|瞭解更多)|(?:了解|瞭解|閱讀|阅读|查看|瀏覽|浏览|觀看|观看)?(?:更多|詳情|详情|全文|內容|内容|更多詳情|更多详情|更多內容|更多内容)|下載|下载|瀏覽|浏览|查看|連線|鏈接|網址|网址|網頁|网页|網站|网站)$/

const VAGUE_ENGLISH =
  /^(?:please )?(?:(?:click|tap|press|see|go|download|visit|view|look|register|apply|read|find out)(?: (?:it|on))? here|click|here|(?:read|learn|see|view|find out|know|show)? ?(?:more|details|more details|more information|more info|full story)|(?:this|the|that)(?: (?:link|page|website|site|one|article|document|file))?|link|links|page|website|web site|download|downloads|go|view|see|continue|continue reading|info|information|url)$/

/** Whether a link text says nothing by itself: 按此, 這裡, 詳情, here, read more. Punctuation and arrows do not help. */
export function isVagueLinkText(text: string): boolean {
  const words = text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()
  return VAGUE_ENGLISH.test(words) || VAGUE_CHINESE.test(words.replaceAll(' ', ''))
}

/** A PDF must say PDF, since it opens another program; a folder on Drive must have a name, not an address. */
function namesNoFile({ text, url }: LinkToCheck): boolean {
  if (isPdfUrl(url)) return !/pdf/i.test(text.replace(/\.pdf\b/gi, ''))
  return isDriveUrl(url) && /^(?:https?:\/\/|www\.|drive\.|docs\.)\S*$/i.test(text.trim())
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
