import adminCss from './admin.generated.css'
import { paletteCss } from './colours.ts'
import { sourceExpression } from './stylesheet.ts'

/** The whole stylesheet of the editors' side, inlined like that of the public site. */
export const adminStylesheet = `${paletteCss}${adminCss.trim()}`

/** What `style-src` of the Content Security Policy must list for it. */
export const adminStylesheetSource = await sourceExpression(adminStylesheet)
