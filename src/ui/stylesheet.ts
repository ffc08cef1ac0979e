import { paletteCss } from './colours.ts'
import listsCss from './lists.generated.css'
import richCss from './rich.generated.css'
import siteCss from './site.generated.css'

/** The stylesheet of articles that are text alone. It is inlined, so that an article costs one request. */
export const plainStylesheet = `${paletteCss}${siteCss.trim()}`

/** The stylesheet of all other articles and of pages that are mostly text: the same and more. */
export const stylesheet = `${plainStylesheet}${richCss.trim()}`

/** The stylesheet of pages with lists: the same and more. */
export const listStylesheet = `${stylesheet}${listsCss.trim()}`

/** The hash of an inline text, as a policy lists it. */
export async function sourceExpression(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

/** What `style-src` of the Content Security Policy must list for the inlined stylesheets (CSP level 3, 2.3.1). */
export const stylesheetSource = (
  await Promise.all([plainStylesheet, stylesheet, listStylesheet].map(sourceExpression))
).join(' ')

/** Does this HTML of ours have parts that only the larger stylesheet knows? */
export function needsRichStyles(html: string): boolean {
  return /<(?:table|pre|hr|img)\b/.test(html)
}
