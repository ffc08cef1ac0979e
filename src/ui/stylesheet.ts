import { paletteCss } from './colours.ts'
import siteCss from './site.generated.css'

/** The whole stylesheet of the public site. It is inlined, so that an article costs one request. */
export const stylesheet = `${paletteCss}${siteCss.trim()}`

/** A source expression of the Content Security Policy for inlined text: its SHA-256. */
export async function sourceExpression(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

/** What `style-src` of the Content Security Policy must list for the inlined stylesheet (CSP level 3, 2.3.1). */
export const stylesheetSource = await sourceExpression(stylesheet)
