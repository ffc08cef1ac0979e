import { raw } from 'hono/html'
import type { SafeHtml } from '../article/safe-html.ts'

/** The only way in which stored HTML gets into a page: it must have been made by article/body. */
export function SafeBlock({ html }: { html: SafeHtml }) {
  return <>{raw(html)}</>
}
